// SPDX-License-Identifier: GPL-3.0-or-later
// What checks ask the program about itself, with a real service on a real folder.
#include "app/config_keys.h"
#include "app/self_checks.h"
#include "base/threads/blocking_home.h"
#include "support/runner.h"

#include <QTemporaryDir>

#include <optional>

/// A service on a folder of its own, and what checks ask it.
class SelfService
{
public:
    SelfService()
    {
        auto config = app::makeConfig();
        auto started = app::Service::start(
            {.folder = m_folder.path(), .config = std::move(config), .listens = false});
        if (!started)
            qFatal("no service: %s", qPrintable(started.error().detail));
        service = *std::move(started);
        checks.emplace(*service);
    }
    ~SelfService() { checks.reset(); }

    template <class T, class F>
    T ask(F work)
    {
        std::optional<base::Result<T>> answer;
        work(m_here.caller(), [&](base::Result<T> result) { answer = std::move(result); });
        if (!m_here.runUntil([&] { return answer.has_value(); }, std::chrono::minutes(1)) ||
            !*answer)
            qFatal("no answer");
        return **answer;
    }
    base::Result<probes::Judgement> judge(const probes::Subject& subject,
                                          const QJsonObject& parameters)
    {
        return m_here.wait<probes::Judgement>(
            [&](auto reply) { subject(parameters, std::move(reply)); });
    }
    QString makeRelease()
    {
        release::Template plan;
        plan.id = QStringLiteral("small");
        plan.title = QStringLiteral("Small");
        plan.language = QStringLiteral("en");
        plan.sections = {{QStringLiteral("s"), QStringLiteral("S"), false}};
        release::ItemPlan item;
        item.id = {QStringLiteral("a")};
        item.section = QStringLiteral("s");
        item.title = QStringLiteral("A");
        plan.items = {item};
        return ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
                   service->desk().createRelease(caller, {},
                                                 {.plan = plan,
                                                  .title = QStringLiteral("One"),
                                                  .plannedFor = {},
                                                  .source = {}},
                                                 std::move(done));
               })
            .release->id;
    }

    std::unique_ptr<app::Service> service;
    std::optional<app::SelfChecks> checks;

private:
    QTemporaryDir m_folder;
    base::BlockingHome m_here;
};

class SelfChecksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLedgerIsJudgedByItsRelease()
    {
        SelfService f;
        const auto subject = f.checks->subjects().ledger;
        const QString id = f.makeRelease();
        std::vector<release::CheckPlan> plans{
            {.id = {}, .title = {}, .kind = release::CheckKind::Ledger, .parameters = {}},
            {.id = {}, .title = {}, .kind = release::CheckKind::Replay, .parameters = {}}};
        app::SelfChecks::nameRelease(plans, id);
        QVERIFY(plans[1].parameters.isEmpty());
        const auto sound = f.judge(subject, plans[0].parameters);
        QVERIFY(sound.has_value());
        QCOMPARE(sound->verdict, probes::Verdict::Passed);
        QCOMPARE(sound->text, QStringLiteral("1 entries, without a key\n"));
        QVERIFY(!f.judge(subject, {{QStringLiteral("release"), QStringLiteral("none")}}));
    }

    void recordedConversationsAreReplayed()
    {
        SelfService f;
        const auto subject = f.checks->subjects().replay;
        const auto none = f.judge(subject, {});
        QVERIFY(!none.has_value()); // nothing was recorded: that is no failure of the flow
        QCOMPARE(none.error().detail, QStringLiteral("no recorded conversation"));
        const int loaded = f.ask<int>([&](base::Caller& caller, auto done) {
            f.service->desk().loadDemo(caller, std::move(done));
        });
        QVERIFY(loaded > 2);
        const auto judged = f.judge(subject, {{QStringLiteral("maxDifferences"), 0}});
        QVERIFY2(judged.has_value(), judged ? "" : qPrintable(judged.error().detail));
        QVERIFY2(judged->verdict == probes::Verdict::Passed, qPrintable(judged->text));
        QVERIFY(judged->text.contains(QStringLiteral(" the same, 0 different")));
        const auto newest = f.judge(subject, {{QStringLiteral("newest"), 1}});
        QVERIFY(!newest || newest->text.startsWith(QStringLiteral("1 the same")));
    }

    // Without a service, and the same.
    void whatItOffersIsWhatThereIs()
    {
        SelfService f;
        for (std::size_t i = 0; i < release::Names<release::CheckKind>::kAll.size(); ++i) {
            for (const char* part : {"", "images"}) {
                release::CheckPlan plan;
                plan.kind = static_cast<release::CheckKind>(i);
                plan.parameters = {{QStringLiteral("part"), QString::fromLatin1(part)}};
                QCOMPARE(app::SelfChecks::offers(plan), probes::has(f.checks->subjects(), plan));
            }
        }
    }

    void itsFiguresAreRead()
    {
        SelfService f;
        const std::string text = f.checks->subjects().figures();
        QVERIFY(text.find("\nrelevo_disk_free_ratio ") != std::string::npos);
        QVERIFY(text.find("\nrelevo_memory_limit_bytes ") != std::string::npos);
    }
};

RELEVO_TEST(SelfChecksTest)
#include "self_checks_test.moc"
