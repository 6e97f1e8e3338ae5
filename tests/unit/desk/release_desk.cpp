// SPDX-License-Identifier: GPL-3.0-or-later
#include "release_desk.h"

#include "store/sql/connection.h"

namespace release_desk {

using namespace std::chrono_literals;
using people::Role;
using people::Roles;

Desk::Desk(const QByteArray& key)
{
    ledgerKey = key;
    restart();
}

void Desk::hire()
{
    const auto first = add(QStringLiteral("Ana"));
    const auto second = add(QStringLiteral("Beto"), Roles{Role::Sre, Role::Qa, Role::Security});
    ana = *signIn(first);
    const Roles roles{Role::Lead, Role::DevLead, Role::Supervisor, Role::Product};
    if (!change({.person = first, .roles = roles}, ana))
        qFatal("hire");
    beto = *signIn(second);
}

base::Result<desk::DeedAnswer> Desk::act(const desk::Badge& badge, const release::Deed& deed,
                                         const QByteArray& file, const QString& passphrase)
{
    clock.advance(1s);
    const desk::ReleaseDeed wanted{
        .release = id, .deed = deed, .passphrase = passphrase, .file = file};
    return ask<desk::DeedAnswer>(
        [&](base::Caller& c, auto done) { desk->actOnRelease(c, badge, wanted, std::move(done)); });
}

bool Desk::does(const desk::Badge& badge, const release::Deed& deed, const QByteArray& file)
{
    const auto answer = act(badge, deed, file);
    if (!answer)
        qWarning("refused by the shop: %s", qPrintable(answer.error().detail));
    else if (!*answer)
        qWarning("refused: %s", release::nameOf(answer->error().why));
    return answer && *answer;
}

std::optional<release::Why> Desk::refusal(const desk::Badge& badge, const release::Deed& deed)
{
    const auto answer = act(badge, deed);
    return answer && !*answer ? std::optional(answer->error().why) : std::nullopt;
}

base::Result<desk::ReleaseView> Desk::create(const desk::NewRelease& wanted,
                                             const desk::Badge& badge)
{
    return ask<desk::ReleaseView>([&](base::Caller& c, auto done) {
        desk->createRelease(c, badge, wanted, std::move(done));
    });
}

base::Result<desk::ReleaseView> Desk::view(const desk::Badge& badge)
{
    return ask<desk::ReleaseView>(
        [&](base::Caller& c, auto done) { desk->release(c, badge, id, std::move(done)); });
}

base::Result<desk::LedgerReport> Desk::verify(const std::optional<release::LedgerHead>& known)
{
    return ask<desk::LedgerReport>(
        [&](base::Caller& c, auto done) { desk->verifyRelease(c, id, known, std::move(done)); });
}

std::vector<desk::LedgerLine> Desk::history()
{
    return ask<std::vector<desk::LedgerLine>>(
               [&](base::Caller& c, auto done) { desk->releaseHistory(c, id, std::move(done)); })
        .value_or(std::vector<desk::LedgerLine>());
}

void Desk::begin()
{
    const auto made = create({.plan = smallTemplate(), .title = QStringLiteral("2.4")}, ana);
    if (!made)
        qFatal("begin: %s", qPrintable(made.error().detail));
    id = made->release->id;
}

void Desk::finish()
{
    using release::Step;
    const bool isDone =
        does(beto, pasted("backup", QStringLiteral("restored in 4 min"))) &&
        does(beto, step(Step::Start, "backup")) && does(beto, step(Step::Finish, "backup")) &&
        does(ana, step(Step::Verify, "backup")) && does(beto, step(Step::Start, "runbook")) &&
        does(beto, step(Step::Finish, "runbook")) &&
        does(ana, release::Sign{.rule = QStringLiteral("go")});
    if (!isDone)
        qFatal("finish");
}

void Desk::tamper(const QString& sql)
{
    desk.reset();
    store.reset();
    {
        const auto file = store::Connection::open(folder.filePath(QStringLiteral("relevo.db")),
                                                  store::Connection::Role::Writer);
        if (!file || !(*file)->execute(sql.toUtf8().constData()) || (*file)->changes() < 1)
            qFatal("tamper");
    }
    restart();
}

release::Template smallTemplate()
{
    using namespace release;
    const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
    return {
        .id = text("small"),
        .language = text("en"),
        .title = text("Small"),
        .sections = {{.id = text("s"), .title = text("Before")}},
        .items = {{.id = item("backup"),
                   .section = text("s"),
                   .title = text("A restore was tested"),
                   .itemClass = ItemClass::Blocker,
                   .evidence = EvidenceKind::Pasted,
                   .evidenceValidity = std::chrono::hours(24)},
                  {.id = item("runbook"), .section = text("s"), .title = text("Runbook")}},
        .signOffs = {{.id = text("go"), .title = text("Go"), .roles = {release::Role::Supervisor}}},
        .canary = {.stages = {{.percent = 1},
                              {.percent = 5},
                              {.percent = 25},
                              {.percent = 100, .atLeast = minutes(0)}},
                   .watches = {{.id = text("errors"),
                                .title = text("Errors"),
                                .figure = text("http_error_ratio"),
                                .limit = 0.005}}},
        .rollback = {.triggers = {{.id = text("errors"), .title = text("Errors")}},
                     .steps = {{.title = text("Switch back"), .estimate = minutes(5)},
                               {.title = text("Tell everybody"), .estimate = minutes(10)}}}};
}

} // namespace release_desk
