// SPDX-License-Identifier: GPL-3.0-or-later
// The board of a release of 5,000 items, in the real window on a real store.
#include "app/config_keys.h"
#include "app/service.h"
#include "base/threads/blocking_home.h"
#include "base/threads/qt_home.h"
#include "bench/bench.h"
#include "panels/main_window.h"
#include "panels/releases/board/board_page.h"
#include "panels/releases/releases_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QThread>
#include <QTreeView>

namespace bench {

namespace {

constexpr int kSections = 25;
constexpr int kParts = 9; ///< of an item that is made of others
constexpr double kFluentMs = 50;

template <class T, class F>
T asked(base::BlockingHome& here, F call)
{
    std::optional<base::Result<T>> answer;
    call(here.caller(), [&answer](base::Result<T> result) { answer = std::move(result); });
    here.runUntil([&] { return answer.has_value(); }, std::chrono::seconds(60));
    if (!answer || !*answer)
        qFatal("the desk does not answer");
    return **std::move(answer);
}

release::ItemPlan planned(int number, int perSection)
{
    using namespace release;
    const int inSection = number % perSection;
    ItemPlan item;
    item.id = {QStringLiteral("item-%1").arg(number)};
    item.section = QStringLiteral("section-%1").arg(number / perSection);
    item.title = QStringLiteral("Item %1: see that part %2 does what it promises")
                     .arg(number)
                     .arg(number % 89);
    item.itemClass = static_cast<ItemClass>(number % 3);
    item.role = static_cast<Role>(number % static_cast<int>(Names<Role>::kAll.size()));
    item.estimate = minutes(15 + number % 60);
    item.dueWithin = minutes(60 * (1 + number % 400));
    item.tags = {QStringLiteral("tag%1").arg(number % 13)};
    const int parent = number - inSection % (kParts + 1);
    if (parent != number)
        item.parent = {QStringLiteral("item-%1").arg(parent)};
    if (inSection % (kParts + 1) > 1 && inSection % 3 == 0)
        item.after = {{QStringLiteral("item-%1").arg(number - 1)}};
    return item;
}

release::Template largePlan(int items)
{
    using namespace release;
    Template plan;
    plan.id = QStringLiteral("large");
    plan.language = QStringLiteral("en");
    plan.title = QStringLiteral("Large");
    for (int i = 0; i < kSections; ++i)
        plan.sections.push_back(
            {QStringLiteral("section-%1").arg(i), QStringLiteral("Section %1").arg(i), false});
    for (int i = 0; i < items; ++i)
        plan.items.push_back(planned(i, items / kSections));
    for (const Role role : {Role::Sre, Role::Security, Role::Product, Role::Supervisor}) {
        SignOffRule rule;
        rule.id = nameText(role);
        rule.title = rule.id;
        rule.roles = {role};
        plan.signOffs.push_back(rule);
    }
    return plan;
}

/// The window on a folder that holds one large release.
class LargeBoard
{
public:
    explicit LargeBoard(const QString& folder);
    double openMs();
    /// Milliseconds until what `act` does is drawn and `isShown` holds.
    template <class Act, class Shown>
    double until(Act act, Shown isShown);
    template <class Act>
    double drawn(Act act)
    {
        return until(std::move(act), [] { return true; });
    }
    void press(QWidget* at, Qt::Key key) const;
    [[nodiscard]] QTreeView& view() const
    {
        return *window->findChild<QTreeView*>(QStringLiteral("boardView"));
    }
    template <class W>
    W* find(const char* name) const
    {
        return window->findChild<W*>(QLatin1String(name));
    }
    [[nodiscard]] panels::OpenRelease& open() const { return window->releases().release(); }

    std::unique_ptr<app::Service> service;
    std::unique_ptr<base::QtHome> home;
    std::unique_ptr<panels::MainWindow> window;
    QString id;
};

void fillWithRelease(const QString& folder, int items)
{
    auto service =
        app::Service::start({.folder = folder, .config = app::makeConfig(), .listens = false});
    if (!service)
        qFatal("%s", qPrintable(service.error().detail));
    base::BlockingHome here;
    desk::Desk& desk = (*service)->desk();
    std::ignore = asked<desk::Person>(here, [&](base::Caller& caller, auto done) {
        desk.savePerson(caller, {}, QStringLiteral("Lucía"), std::move(done));
    });
    std::ignore = asked<desk::ReleaseView>(here, [&](base::Caller& caller, auto done) {
        desk.createRelease(
            caller, {},
            {.plan = largePlan(items), .title = QStringLiteral("Large"), .plannedFor = {}},
            std::move(done));
    });
}

LargeBoard::LargeBoard(const QString& folder)
{
    service =
        *app::Service::start({.folder = folder, .config = app::makeConfig(), .listens = false});
    home = std::make_unique<base::QtHome>(service->clock());
    const QString settingsFile = QDir(folder).filePath(QStringLiteral("window.ini"));
    {
        QSettings settings(settingsFile, QSettings::IniFormat);
        settings.clear(); // else it begins where the round before ended
        settings.setValue(QStringLiteral("language"), QStringLiteral("en"));
        settings.setValue(QStringLiteral("theme"), QStringLiteral("light"));
        settings.setValue(QStringLiteral("person"), 1);
    }
    base::BlockingHome here;
    id = asked<std::vector<desk::ReleaseSummary>>(
             here, [&](base::Caller& caller,
                       auto done) { service->desk().releases(caller, std::move(done)); })
             .front()
             .id;
    window = std::make_unique<panels::MainWindow>(service->desk(), home->home(), service->clock(),
                                                  panels::Hooks(), settingsFile);
    window->show();
    auto* button = find<QAbstractButton>("releasesButton");
    until([] {}, [&] { return button->isEnabled(); });
    button->click();
    until([] {}, [&] { return find<QWidget>("releasesView")->isVisible(); });
}

template <class Act, class Shown>
double LargeBoard::until(Act act, Shown isShown)
{
    QElapsedTimer clock;
    clock.start();
    act();
    QApplication::processEvents();
    while (!isShown()) {
        QThread::usleep(50);
        QApplication::processEvents();
    }
    window->repaint();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double LargeBoard::openMs()
{
    return until([&] { window->releases().openRelease(id); },
                 [&] { return view().isVisible() && view().model()->rowCount() > 0; });
}

void LargeBoard::press(QWidget* at, Qt::Key key) const
{
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, key == Qt::Key_Space ? QStringLiteral(" ") : "");
        QApplication::sendEvent(at, &event);
    }
}

/// Each of what a person does, as often as asked.
struct Fluency {
    std::vector<double> scroll, text, role, mine, select, tick;
};

void scrollPages(LargeBoard& board, int times, std::vector<double>& to)
{
    QScrollBar* bar = board.view().verticalScrollBar();
    bar->setValue(0);
    for (int i = 0; i < times; ++i) {
        if (bar->value() == bar->maximum())
            bar->setValue(0);
        to.push_back(board.drawn([&] { bar->setValue(bar->value() + bar->pageStep()); }));
    }
}

void filter(LargeBoard& board, int times, Fluency& to)
{
    auto* edit = board.find<QLineEdit>("boardFilterEdit");
    const auto* count = board.find<QLabel>("boardCountLabel");
    for (int i = 0; i < times; ++i) {
        const auto typed = [&](const QString& text) {
            const QString before = count->text();
            to.text.push_back(
                board.until([&] { edit->setText(text); }, [&] { return count->text() != before; }));
        };
        typed(QStringLiteral("part %1 ").arg(i % 80 + 1));
        typed(QString()); // all 5,000 again
    }
    const auto chosen = [&](const char* name, int index, std::vector<double>& into) {
        auto* box = board.find<QComboBox>(name);
        into.push_back(board.drawn([&] { box->setCurrentIndex(index); }));
    };
    for (int i = 0; i < times; ++i) {
        chosen("boardRoleBox", i % 8 + 1, to.role);
        chosen("boardRoleBox", 0, to.role);
        chosen("boardWhoseBox", i % 2 == 0 ? 1 : 2, to.mine);
        chosen("boardWhoseBox", 0, to.mine);
    }
}

void selectAndTick(LargeBoard& board, int times, Fluency& to)
{
    QTreeView& view = board.view();
    const QAbstractItemModel& model = *view.model();
    const QModelIndex group = model.index(3, 0);
    for (int i = 0; i < times; ++i) {
        const QModelIndex row = model.index(i, 0, group);
        to.select.push_back(board.drawn([&] { view.setCurrentIndex(row); }));
        if (!(model.flags(row) & Qt::ItemIsUserCheckable))
            continue;
        const qint64 entries = board.open().view().ledger.count;
        to.tick.push_back(board.until([&] { board.press(&view, Qt::Key_Space); }, // the verdict too
                                      [&] { return board.open().view().ledger.count > entries; }));
    }
}

void addBoth(Report& to, const QString& what, const std::vector<Fluency>& rounds,
             std::vector<double> Fluency::*values)
{
    std::vector<double> medians, slow;
    for (const Fluency& round : rounds) {
        medians.push_back(median(round.*values));
        slow.push_back(percentile(round.*values, 0.95));
    }
    to.add({what + QStringLiteral(": median"), QStringLiteral("ms"), medians, atMost(kFluentMs)});
    to.add({what + QStringLiteral(": p95"), QStringLiteral("ms"), slow, atMost(kFluentMs)});
}

} // namespace

void measureReleases(const Settings& settings, Report& to)
{
    constexpr int kTimes = 60;
    const int items = settings.count(5000);
    to.section(QStringLiteral("A release of %L1 items in the window (offscreen)").arg(items));
    const QString folder = QDir(settings.folder).filePath(QStringLiteral("release"));
    fillWithRelease(folder, items);
    std::vector<double> open;
    std::vector<Fluency> rounds;
    for (int round = 0; round < settings.rounds; ++round) {
        LargeBoard board(folder);
        Fluency& fluency = rounds.emplace_back();
        open.push_back(board.openMs());
        scrollPages(board, settings.count(kTimes), fluency.scroll);
        filter(board, settings.count(kTimes), fluency);
        selectAndTick(board, settings.count(kTimes), fluency);
    }
    to.add({QStringLiteral("opened: asked for until painted"), QStringLiteral("ms"), open});
    const auto both = [&](const char* what, std::vector<double> Fluency::*values) {
        addBoth(to, QString::fromLatin1(what), rounds, values);
    };
    both("a page further", &Fluency::scroll);
    both("filtered by text, and all again", &Fluency::text);
    both("filtered by role, and all again", &Fluency::role);
    both("mine, what blocks, and all again", &Fluency::mine);
    both("another item selected", &Fluency::select);
    both("ticked: stored, board and verdict shown again", &Fluency::tick);
}

} // namespace bench
