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
