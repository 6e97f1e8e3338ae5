// SPDX-License-Identifier: GPL-3.0-or-later
#include "releases/releases_window.h"

#include "panels/releases/board/board_page.h"
#include "panels/releases/releases_panel.h"

#include <QListView>

release::Template ReleasesWindow::plan()
{
    using namespace release;
    const auto item = [](const char* id, const char* section, const char* title) {
        ItemPlan made;
        made.id = {QString::fromLatin1(id)};
        made.section = QString::fromLatin1(section);
        made.title = QString::fromUtf8(title);
        return made;
    };
    ItemPlan log = item("log-token", "before", "Log token in the secret manager");
    log.itemClass = ItemClass::Blocker;
    log.role = Role::Sre;
    log.acceptance = QStringLiteral("The service starts with it and no file holds it.");
    ItemPlan smoke = item("smoke", "before", "Smoke tests on staging");
    smoke.itemClass = ItemClass::Blocker;
    smoke.role = Role::Qa;
    smoke.evidence = EvidenceKind::Pasted;
    smoke.evidenceValidity = minutes(24 * 60);
    smoke.after = {log.id};
    ItemPlan book = item("runbook", "operations", "Runbook read by who is on call");
    book.role = Role::DevLead;
    book.priority = Priority::Low;
    Template made;
    made.id = QStringLiteral("small");
    made.language = QStringLiteral("en");
    made.title = QStringLiteral("Small");
    made.sections = {{.id = QStringLiteral("before"), .title = QStringLiteral("Before")},
                     {.id = QStringLiteral("operations"), .title = QStringLiteral("Operations")}};
    made.items = {log, smoke, book};
    made.signOffs = {{.id = QStringLiteral("product"),
                      .title = QStringLiteral("Product says yes"),
                      .roles = {Role::Product}}};
    return made;
}

desk::Badge ReleasesWindow::badgeOf(base::PersonId person, const QString& passphrase)
{
    const auto badge = ask<desk::Badge>([&](base::Caller& c, auto done) {
        desk->signIn(c, {person, passphrase}, std::move(done));
    });
    if (!badge)
        qFatal("no badge: %s", qPrintable(badge.error().detail));
    return *badge;
}

desk::ReleaseView ReleasesWindow::make(const release::Template& source, const QString& title)
{
    const auto view = ask<desk::ReleaseView>([&](base::Caller& c, auto done) {
        desk->createRelease(c, badgeOf(me), {.plan = source, .title = title}, std::move(done));
    });
    if (!view)
        qFatal("no release: %s", qPrintable(view.error().detail));
    return *view;
}

void ReleasesWindow::openOne()
{
    make(plan(), QStringLiteral("Chat 2.4"));
    click("releasesButton");
    openRelease(QStringLiteral("Chat 2.4"));
}

void ReleasesWindow::openRelease(const QString& title)
{
    auto* list = find<QListView>("releasesView");
    const auto row = [&]() -> QModelIndex {
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            if (list->model()->index(i, 0).data().toString() == title)
                return list->model()->index(i, 0);
        }
        return {};
    };
    if (!until([&] { return row().isValid() && list->isVisible(); }))
        qFatal("no release %s", qPrintable(title));
    list->setCurrentIndex(row());
    key(list, Qt::Key_Return);
    if (!until([&] { return shows("boardView") && text("releaseTitleLabel") == title; }))
        qFatal("%s does not open", qPrintable(title));
}

void ReleasesWindow::select(const char* id)
{
    window->releases().board().showItem({QString::fromLatin1(id)});
}

const release::Item& ReleasesWindow::item(const char* id) const
{
    const auto* found = window->releases().release().itemOf({QString::fromLatin1(id)});
    if (!found)
        qFatal("no item %s", id);
    return *found;
}

bool ReleasesWindow::waitForState(const char* id, release::State wanted)
{
    return until([&] { return state(id) == wanted; }, 5000);
}

QStringList ReleasesWindow::rows() const
{
    QStringList titles;
    const auto* model = board()->model();
    for (int g = 0; g < model->rowCount(); ++g) {
        const QModelIndex group = model->index(g, 0);
        for (int i = 0; i < model->rowCount(group); ++i)
            titles += model->index(i, 0, group).data().toString();
    }
    return titles;
}

void ReleasesWindow::key(QWidget* at, Qt::Key pressed, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(at, pressed, modifiers);
}
