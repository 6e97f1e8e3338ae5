// SPDX-License-Identifier: GPL-3.0-or-later
#include "releases/release_window.h"

#include <QAbstractItemView>

namespace {

release::ItemPlan planned(const char* id, const char* title, release::ItemClass itemClass,
                          release::Role role)
{
    release::ItemPlan plan;
    plan.id = {QString::fromUtf8(id)};
    plan.section = QStringLiteral("before");
    plan.title = QString::fromUtf8(title);
    plan.itemClass = itemClass;
    plan.role = role;
    plan.estimate = release::minutes(120);
    return plan;
}

} // namespace

release::Template ReleaseWindow::small()
{
    using namespace release;
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    Template plan;
    plan.id = s("small");
    plan.language = s("es");
    plan.title = s("Salida chica");
    plan.sections = {{s("before"), s("Antes"), false}};
    plan.items = {planned("smoke", "Pruebas de humo", ItemClass::Blocker, Role::Qa),
                  planned("runbook", "Runbook", ItemClass::Required, Role::Sre)};
    plan.items[1].after = {plan.items[0].id};
    SignOffRule rule;
    rule.id = s("security");
    rule.title = s("Seguridad");
    rule.roles = {Role::Security};
    rule.sections = {s("none")};
    plan.signOffs = {rule};
    Watch watch;
    watch.id = s("errors");
    watch.title = s("Errores por debajo de 0,5 %");
    watch.figure = s("http_error_ratio");
    watch.limit = 0.005;
    plan.canary = {{{5, minutes(30)}, {100, minutes(60)}}, {watch}};
    RollbackTrigger trigger;
    trigger.id = s("errors");
    trigger.title = s("Errores por encima de 0,5 %");
    trigger.watch = watch;
    plan.rollback.triggers = {trigger};
    plan.rollback.steps = {{s("Volver a la versión anterior"), minutes(10), {}},
                           {s("Escribir qué pasó"), minutes(15), {}}};
    return plan;
}

void ReleaseWindow::openNew(const release::Template& plan,
                            const std::optional<desk::ReleaseSource>& source)
{
    const auto made = ask<desk::ReleaseView>([&](base::Caller& c, auto done) {
        desk->createRelease(c, {},
                            {.plan = plan, .title = plan.title, .plannedFor = {}, .source = source},
                            std::move(done));
    });
    if (!made)
        qFatal("no release: %s", qPrintable(made.error().detail));
    id = made->release->id;
    click("releasesButton");
    auto* list = find<QAbstractItemView>("releasesView");
    const bool isListed = until([&] { return list->model()->rowCount() > 0; });
    const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
    if (!isListed || !until([&] { return shows("releaseTabs"); }))
        qFatal("the release does not open");
}

void ReleaseWindow::openReady(const release::Template& plan)
{
    openNew(plan);
    const base::WallTime until = clock.wall() + std::chrono::hours(48);
    const bool isReady =
        act(release::Change{release::Step::Waive,
                            {QStringLiteral("smoke")},
                            QStringLiteral("ya se probó"),
                            until})
            .has_value() &&
        act(release::Change{release::Step::Finish, {QStringLiteral("runbook")}, {}, {}})
            .has_value() &&
        act(release::Sign{QStringLiteral("security"), release::Role::Security, {}}).has_value();
    if (!isReady || view().gate.verdict != release::Verdict::Go)
        qFatal("the release is not ready");
    page(QStringLiteral("Canary"));
}

desk::ReleaseView ReleaseWindow::view()
{
    return ask<desk::ReleaseView>(
               [&](base::Caller& c, auto done) { desk->release(c, {}, id, std::move(done)); })
        .value();
}

desk::DeedAnswer ReleaseWindow::act(const release::Deed& deed)
{
    return ask<desk::DeedAnswer>([&](base::Caller& c, auto done) {
               desk->actOnRelease(c, {},
                                  {.release = id, .deed = deed, .passphrase = {}, .file = {}},
                                  std::move(done));
           })
        .value();
}

QString ReleaseWindow::corpus(const char* name)
{
    return QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/") + QString::fromUtf8(name);
}
