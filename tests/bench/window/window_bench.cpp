// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_keys.h"
#include "app/service.h"
#include "base/threads/qt_home.h"
#include "bench/bench.h"
#include "bench/machine.h"
#include "bench/million.h"
#include "bench/served.h"
#include "panels/chats/conversation_delegate.h"
#include "panels/chats/conversation_list_model.h"
#include "panels/chats/conversation_view.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>
#include <QThread>

#include <ctime>

namespace bench {

namespace {

constexpr int kListedPages = 78; ///< of 128: 10,000 rows

double cpuMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Runs events until the condition holds; answers the longest CPU time that one round of them took.
template <class Condition>
double runUntil(Condition holds)
{
    double longest = 0;
    while (!holds()) {
        const double begin = cpuMs();
        QApplication::processEvents();
        longest = std::max(longest, cpuMs() - begin);
        QThread::usleep(50);
    }
    return longest;
}

std::unique_ptr<app::Service> serviceOn(const QString& folder)
{
    auto service =
        app::Service::start({.folder = folder, .config = app::makeConfig(), .listens = false});
    if (!service)
        qFatal("%s", qPrintable(service.error().detail));
    return *std::move(service);
}

struct Desktop {
    double restsAfterMs = 0; ///< from its start until its main thread has nothing to do
    double memoryMb = 0;
};

Desktop startDesktop(const QString& folder)
{
    constexpr int kStillMs = 400;
    QProcess desktop;
    desktop.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    desktop.start(programPath(QStringLiteral("relevo")), {QStringLiteral("--data"), folder});
    desktop.waitForStarted();
    double used = -1;
    double lastUse = 0;
    while (static_cast<double>(clock.elapsed()) < lastUse + kStillMs && clock.elapsed() < 20'000) {
        const double now = threadMicros(desktop.processId())[QStringLiteral("relevo")];
        if (now > used) {
            used = now;
            lastUse = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        }
        QThread::msleep(2);
    }
    QThread::msleep(1500);
    const Desktop result{lastUse, residentMb(desktop.processId())};
    desktop.terminate();
    desktop.waitForFinished(10'000);
    return result;
}

double openConversationMs(const QString& folder, base::ConversationId id)
{
    const auto service = serviceOn(folder);
    const base::QtHome home(service->clock());
    panels::ConversationView view(service->desk(), home.home());
    view.resize(900, 700);
    view.show();
    runUntil([&] { return view.isVisible(); });
    auto* list = view.findChild<QListView*>(QStringLiteral("messagesView"));
    QElapsedTimer clock;
    clock.start();
    view.open(id);
    runUntil([&] { return list->model()->rowCount() > 50; });
    list->viewport()->repaint();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

struct Scrolling {
    double openMs = 0;
    double pageMs = 0;  ///< the slowest page: asked for, read, put in place, painted
    double eventMs = 0; ///< CPU time of the longest event
};

Scrolling scrollList(const QString& folder, int pages)
{
    const auto service = serviceOn(folder);
    const base::QtHome home(service->clock());
    panels::ConversationListModel model(service->desk(), home.home(), service->clock());
    QListView list;
    list.setUniformItemSizes(true);
    list.setModel(&model);
    list.setItemDelegate(new panels::ConversationDelegate(model, &list));
    list.resize(320, 800);
    list.show();
    runUntil([&] { return list.isVisible(); });
    Scrolling result;
    QElapsedTimer clock;
    clock.start();
    model.show(desk::View::All, {});
    runUntil([&] { return model.isLoaded(); });
    list.viewport()->repaint();
    result.openMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    for (int page = 1; page < pages; ++page) {
        const int rows = model.rowCount();
        clock.start();
        list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum());
        if (!model.canFetchMore({}) && model.rowCount() == rows)
            runUntil([&] { return model.canFetchMore({}) || model.rowCount() > rows; });
        if (model.rowCount() == rows)
            model.fetchMore({});
        const double longest = runUntil([&] { return model.rowCount() > rows; });
        list.viewport()->repaint();
        result.eventMs = std::max(result.eventMs, longest);
        result.pageMs = std::max(result.pageMs, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return result;
}

void measureLists(const Settings& settings, Report& to)
{
    for (const int conversations : {10'000, 1'000'000}) {
        const QString folder =
            QDir(settings.folder).filePath(QStringLiteral("list-%1").arg(conversations));
        fillWithConversations(folder, settings.count(conversations));
        std::vector<double> open, page, event;
        for (int round = 0; round < settings.rounds; ++round) {
            const Scrolling scrolled = scrollList(folder, settings.count(kListedPages));
            open.push_back(scrolled.openMs);
            page.push_back(scrolled.pageMs);
            event.push_back(scrolled.eventMs);
        }
        const QString of =
            QStringLiteral(" of %L1 conversations").arg(settings.count(conversations));
        to.add(
            {QStringLiteral("list") + of + QStringLiteral(" opens"), QStringLiteral("ms"), open});
        to.add({QStringLiteral("slowest of 78 pages when scrolling through 10,000") + of,
                QStringLiteral("ms"), page});
        to.add({QStringLiteral("longest event of the window's thread meanwhile, CPU"),
                QStringLiteral("ms"), event, atMost(16)});
    }
}

} // namespace

void measureWindow(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("The window (offscreen)"));
    const QDir here(settings.folder);
    std::vector<double> start, memory;
    for (int round = 0; round < settings.rounds; ++round) {
        const Desktop desktop = startDesktop(here.filePath(QStringLiteral("desktop")));
        start.push_back(desktop.restsAfterMs);
        memory.push_back(desktop.memoryMb);
    }
    to.add({QStringLiteral("desktop program: from its start until the window rests"),
            QStringLiteral("ms"), start, atMost(1000)});
    to.add({QStringLiteral("memory of the desktop program, idle"), QStringLiteral("MB"), memory,
            atMost(120)});
    const QString folder = here.filePath(QStringLiteral("long"));
    const auto id = fillWithLongConversation(folder, 5000, Vocabulary(2));
    std::vector<double> open;
    for (int round = 0; round < settings.rounds; ++round)
        open.push_back(openConversationMs(folder, id));
    to.add({QStringLiteral("conversation of 5,000 messages: asked for until painted"),
            QStringLiteral("ms"), open, atMost(150)});
    measureLists(settings, to);
}

} // namespace bench
