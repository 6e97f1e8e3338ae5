// SPDX-License-Identifier: GPL-3.0-or-later
// What a release's plan and values may not give away.
#include "desk/releases/evidence.h"
#include "release/template_loader.h"
#include "release_desk.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using base::Code;
using people_desk::codeOf;
using release_desk::item;
using ReleaseDesk = release_desk::Desk;

namespace release_secrets {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace release_secrets

using release_secrets::text;

class ReleaseSecretsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsShippedGivesNothingAway()
    {
        for (const char* name : {"deployment", "desktop"}) {
            QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/%1.json")
                           .arg(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char* language : {"es", "en"}) {
                const auto templates = release::loadTemplates(bytes, QLatin1String(language));
                QVERIFY(templates);
                QVERIFY(!desk::holdsSecret(desk::textsOf(templates->front()).join(u'\n')));
                for (const release::ItemPlan& plan : templates->front().items)
                    QVERIFY2(!desk::holdsSecret(plan), qPrintable(plan.id.value));
            }
        }
    }

    void secretsAreNoPartOfAPlan()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const auto planned = [](release::CheckKind kind, const char* parameters) {
            release::ItemPlan plan{.id = item("new"), .section = text("s"), .title = text("New")};
            plan.checks = {{.id = text("it"),
                            .kind = kind,
                            .parameters = QJsonDocument::fromJson(parameters).object()}};
            return release::PlanItem{plan};
        };
        using Kind = release::CheckKind;
        for (const auto& [kind, parameters] :
             {std::pair(Kind::Http,
                        R"({"headers":{"X-Api-Key":"sk-proj-4fK2n9Qw7Lx1Zt8Vb3Rm6Yc5Hd0Pj2Ga"}})"),
              std::pair(Kind::Http, R"({"body":{"password":"hunter2-Xy9!"}})"),
              std::pair(Kind::Command,
                        R"({"arguments":["curl","-u","x","--password=hunter2-Xy9!"]})"),
              std::pair(Kind::Redis, "{\"url\":\"redis://relevo:s3cr3tW0rd@cache.example\"}")})
            QVERIFY2(codeOf(f.act(f.ana, planned(kind, parameters))) == Code::Refused, parameters);
        QVERIFY2(f.does(f.ana, planned(Kind::Http,
                                       R"({"headers":{"Authorization":"Bearer {log_token}"}})")),
                 "a name is none");
    }

    void secretsAreInNoSignOffAndNoWayOut()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const QString secret = text("password: hunter2-Xy9!");
        const release::SignOffRule rule{
            .id = text("new"), .title = secret, .roles = {release::Role::Sre}};
        QCOMPARE(codeOf(f.act(f.ana, release::PlanRule{rule})), Code::Refused);
        const auto view = f.view();
        const release::PlanRollout now{view->release->canaryPlan, view->release->rollbackPlan};
        release::PlanRollout deed = now;
        deed.rollback.steps.push_back({.title = secret});
        QCOMPARE(codeOf(f.act(f.ana, deed)), Code::Refused);
        deed = now;
        deed.canary.watches.push_back({.id = text("w"), .title = text("W"), .figure = secret});
        QCOMPARE(codeOf(f.act(f.ana, deed)), Code::Refused);
        release::Template plan = release_desk::smallTemplate();
        plan.rollback.triggers.push_back({.id = text("t"), .title = secret});
        const auto saved =
            f.ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                f.desk->saveReleaseTemplates(c, f.ana, {plan}, std::move(done));
            });
        QVERIFY(!saved && saved.error().code == Code::Refused);
    }

    void secretsAreNoParameters()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        for (const auto& [name, value] :
             {std::pair("redis", "redis://:s3cr3tW0rd@cache.example:6379/0"),
              std::pair("log_token", "0123456789abcdef0123456789abcdef"),
              std::pair("password", "hunter2-Xy9!")})
            QVERIFY2(codeOf(f.act(f.ana, release::SetParameter{text(name), text(value)})) ==
                         Code::Refused,
                     name);
        QVERIFY(f.does(f.ana, release::SetParameter{text("redis"), text("cache.example:6379")}));
    }
};

RELEVO_TEST(ReleaseSecretsTest)
#include "release_secrets_test.moc"
