// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/compare/strategies.h"
#include "release/signing.h"
#include "release/template_loader.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QFile>

#include <algorithm>
#include <set>

using namespace release;
using namespace release_test;

namespace {

QByteArray shipped(const char* name)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/%1.json")
                   .arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Template> templatesOf(const char* name, const char* language = "es")
{
    auto templates = loadTemplates(shipped(name), QString::fromLatin1(language));
    if (!templates)
        qFatal("%s", qPrintable(templates.error().detail));
    return *std::move(templates);
}

const ItemPlan& planOf(const Template& source, const char* name)
{
    return *std::find_if(source.items.begin(), source.items.end(),
                         [name](const ItemPlan& each) { return each.id == id(name); });
}

QString faultOf(QByteArray json, const char* from, const char* to)
{
    const auto templates = loadTemplates(json.replace(from, to), QStringLiteral("en"));
    return templates ? QString() : templates.error().detail;
}

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDeploymentHasThirtyFourItemsAndSixBlockers_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("es") << QByteArray("es");
        QTest::newRow("en") << QByteArray("en");
    }
    void theDeploymentHasThirtyFourItemsAndSixBlockers()
    {
        QFETCH(QByteArray, language);
        const Template deployment = templatesOf("deployment", language.constData()).front();
        QCOMPARE(deployment.items.size(), std::size_t(34));
        QCOMPARE(deployment.sections.size(), std::size_t(9));
        QStringList blockers;
        for (const ItemPlan& plan : deployment.items) {
            QVERIFY2(!plan.acceptance.isEmpty(), qPrintable(plan.id.value));
            if (plan.itemClass == ItemClass::Blocker)
                blockers.append(plan.id.value);
        }
        QCOMPARE(
            blockers.join(u' '),
            QStringLiteral("change-approved ci-green smoke-staging log-token secrets backups"));
        QCOMPARE(planOf(deployment, "smoke-staging").checks.size(), std::size_t(8));
        QCOMPARE(deployment.canary.stages,
                 (std::vector<CanaryStage>{
                     {1, minutes(30)}, {5, minutes(30)}, {25, minutes(60)}, {100, minutes(60)}}));
        QCOMPARE(deployment.rollback.triggers.size(), std::size_t(7));
        QCOMPARE(deployment.title, language == "es"
                                       ? QStringLiteral("Despliegue del servicio de chat")
                                       : QStringLiteral("Deploying the chat service"));
    }

    void theDeadlinesAreThoseAgreed()
    {
        const Template deployment = templatesOf("deployment").front();
        const auto due = [&deployment](int hours) {
            QStringList items;
            for (const ItemPlan& plan : deployment.items) {
                if (plan.dueWithin == minutes(hours * 60))
                    items.append(plan.id.value);
            }
            return items.join(u' ');
        };
        QCOMPARE(due(24), QStringLiteral("log-token secrets"));
        QCOMPARE(due(48), QStringLiteral("change-approved ci-green smoke-staging backups redis "
                                         "image-scanned metrics-exposed runbook"));
        QCOMPARE(due(72), QStringLiteral("image-worker dashboards circuit-breaker dependency-scan "
                                         "personal-data-tests playbooks"));
        QCOMPARE(due(120), QStringLiteral("unit end-to-end load"));
    }

    void bothLanguagesSayTheSameInOtherWords()
    {
        for (const char* name : {"deployment", "desktop"}) {
            const auto es = templatesOf(name, "es"), en = templatesOf(name, "en");
            QCOMPARE(es.size(), en.size());
            for (std::size_t i = 0; i < es.size(); ++i) {
                for (const ItemDifference& each : differences(es[i], en[i])) {
                    QCOMPARE(each.kind, ItemDifference::Kind::Changed);
                    for (const FieldChange& change : each.changes)
                        QVERIFY(change.field == Field::Title || change.field == Field::Acceptance ||
                                change.field == Field::Checks);
                }
            }
        }
    }

    void aStrategyChangesItsItems()
    {
        const auto templates = templatesOf("deployment");
        QCOMPARE(templates.size(), std::size_t(3));
        QCOMPARE(templates[1].id, QStringLiteral("deployment-canary"));
        QVERIFY(planOf(templates[1], "circuit-breaker").isAfterGo);
        QCOMPARE(planOf(templates[1], "smart-mode-flag").itemClass, ItemClass::Blocker);
        QVERIFY(!planOf(templates[2], "circuit-breaker").isAfterGo);
        QCOMPARE(planOf(templates[2], "circuit-breaker").itemClass, ItemClass::Blocker);
        QCOMPARE(differences(templates[0], templates[2]).size(), std::size_t(3));
    }

    // A can go before B, for it does not wait for the image worker.
    void theStrategiesAreCompared()
    {
        const auto templates = templatesOf("deployment", "en");
        const auto made = releaseOf(templates[0], QStringLiteral("R"), QStringLiteral("1"), kNow);
        const auto a = underPlan(made, templates[1]), b = underPlan(made, templates[2]);
        const auto both = compared(a, b, {kNow, {}, LedgerWord::NotAsked});
        QVERIFY(both);
        QVERIFY(both->first.earliest < both->second.earliest);
        QCOMPARE(both->first.blockers.size(), std::size_t(8));
        QCOMPARE(both->second.blockers.size(), std::size_t(9));
        QVERIFY(both->first.remaining < both->second.remaining);
        QCOMPARE(both->second.criticalPath,
                 (std::vector{id("redis"), id("image-worker"), id("load")}));
        QCOMPARE(both->second.earliest, kNow + minutes((12 + 32 + 16) * 60));
        QVERIFY(!both->differences.empty());
        QVERIFY(both->first.unestimated.empty());
    }

    void whatIsDoneStaysDoneUnderAnotherPlan()
    {
        const auto templates = templatesOf("deployment");
        auto made = releaseOf(templates[0], QStringLiteral("R"), QStringLiteral("1"), kNow);
        item(made, "circuit-breaker").state = State::Done;
        auto other = underPlan(made, templates[2]);
        QCOMPARE(item(other, "circuit-breaker").state, State::Done);
        QCOMPARE(item(other, "circuit-breaker").plan.itemClass, ItemClass::Blocker);
    }

    void changesOfATemplateSinceAreTold()
    {
        Template now = templatesOf("desktop").front();
        const auto made = releaseOf(now, QStringLiteral("R"), QStringLiteral("1"), kNow);
        QVERIFY(changedSince(made, now).empty());
        now.items[0].estimate = minutes(90);
        now.items.erase(now.items.begin() + 1);
        now.items.push_back(plan("new", ItemClass::Optional));
        const auto changes = changedSince(made, now);
        QCOMPARE(changes.size(), std::size_t(3));
        QCOMPARE(changes[0].kind, ItemDifference::Kind::Removed);
        QCOMPARE(changes[0].item, id("tests"));
        QCOMPARE(changes[1].changes,
                 (std::vector<FieldChange>{
                     {Field::Estimate, QStringLiteral("60"), QStringLiteral("90")}}));
        QCOMPARE(changes[2].kind, ItemDifference::Kind::Added);
    }

    void writtenAndLoadedIsTheSame()
    {
        for (const char* name : {"deployment", "desktop"}) {
            for (Template each : templatesOf(name, "en")) {
                each.items[1].parent = each.items[0].id;
                each.items[1].after.clear();
                const auto again = loadTemplates(writtenTemplate(each), QStringLiteral("en"));
                QVERIFY(again);
                QCOMPARE(again->size(), std::size_t(1));
                QCOMPARE(again->front(), each);
            }
        }
    }

    // A change in a section that no sign-off covers would void nobody's signature.
    void everySectionIsSignedFor()
    {
        for (const char* name : {"deployment", "desktop"}) {
            for (const Template& each : templatesOf(name, "en")) {
                for (const ItemPlan& item : each.items) {
                    const bool isSigned =
                        std::ranges::any_of(each.signOffs, [&item](const SignOffRule& rule) {
                            return rule.applies && rule.sections.contains(item.section);
                        });
                    QVERIFY2(isSigned || item.isAfterGo, qPrintable(item.id.value));
                }
            }
        }
    }

    // The first blocker is one of the 34 items; its two reviewers sign, who are two persons.
    // Whoever does an item by its role does not sign for it: with one person a role, enough are left.
    void onePersonARoleIsEnough()
    {
        for (const char* name : {"deployment", "desktop"}) {
            for (const Template& source : templatesOf(name)) {
                for (const SignOffRule& rule : source.signOffs) {
                    std::set<Role> left(rule.roles.begin(), rule.roles.end());
                    for (const ItemPlan& plan : source.items) {
                        const bool isCovered = rule.sections.contains(plan.section) ||
                                               rule.items.contains(plan.id.value) ||
                                               (rule.sections.isEmpty() && rule.items.isEmpty());
                        if (isCovered && !plan.isAfterGo && plan.role)
                            left.erase(*plan.role);
                    }
                    QVERIFY2(static_cast<int>(left.size()) >= rule.needed, qPrintable(rule.id));
                }
            }
        }
    }

    void twoReviewersApproveTheChange()
    {
        const Template deployment = templatesOf("deployment", "en").front();
        auto release = releaseOf(deployment, QStringLiteral("R"), QStringLiteral("1"), kNow);
        item(release, "change-approved").doers = {kDario.person};
        const Outline outline = outlineOf(release);
        const SignOffRule rule = release.signOffs.front();
        const auto approve = [&](const Actor& actor, Role role) {
            auto signature =
                signedBy(outline, release, rule.id, actor, role, {}, kNow + minutes(1));
            if (signature)
                release.signatures.push_back(*signature);
            return signature.has_value();
        };
        QCOMPARE(standingOf(outline, release, rule).missing, 2);
        const Actor both{{6}, {Role::BackendLead, Role::Sre}};
        QVERIFY(approve(both, Role::BackendLead));
        QVERIFY(!approve(both, Role::Sre));
        QVERIFY(!approve({kDario.person, {Role::Sre}}, Role::Sre)); // whose change it is
        QCOMPARE(standingOf(outline, release, rule).missing, 1);
        QVERIFY(!approve({{7}, {Role::BackendLead}}, Role::BackendLead)); // one of each
        QVERIFY(approve(kAna, Role::Sre));
        QCOMPARE(standingOf(outline, release, rule).missing, 0);
        // Work at another item of the section is not what they signed.
        item(release, "ci-green").changedAt = kNow + minutes(5);
        QCOMPARE(standingOf(outline, release, rule).missing, 0);
        item(release, "change-approved").changedAt = kNow + minutes(5);
        QCOMPARE(standingOf(outline, release, rule).missing, 2);
    }

    void timesThatAreNoneAreRefused()
    {
        const QByteArray desktop = shipped("desktop");
        const QByteArray hours = "\"estimateHours\": ";
        const qsizetype at = desktop.indexOf(hours) + hours.size();
        const QByteArray first = hours + desktop.mid(at, desktop.indexOf('\n', at) - at);
        for (const char* time : {"1e300", "-1", "87841", "\"soon\""}) {
            const QByteArray wrong = hours + time + (first.endsWith(',') ? "," : "");
            QVERIFY2(faultOf(desktop, first.constData(), wrong.constData()).contains(u"time"),
                     time);
        }
        QVERIFY(faultOf(desktop, "\"minutes\": 60", "\"minutes\": -60").contains(u"time"));
    }

    void theLastStageReachesEverybody()
    {
        QVERIFY(
            faultOf(shipped("desktop"), "\"percent\": 100", "\"percent\": 90").contains(u"100 %"));
    }

    void childrenStandInTheirItem()
    {
        const auto templates = loadTemplates(
            R"({"schema":"relevo.release/1","id":"t","version":1,"title":"T","sections":[{"id":"s",
                "title":"S","items":[{"id":"a","title":"A","children":[{"id":"b","title":"B"}]}]}]})",
            QStringLiteral("es"));
        QVERIFY(templates);
        QCOMPARE(templates->front().items[1].parent, id("a"));
        QCOMPARE(templates->front().items[1].section, QStringLiteral("s"));
    }

    void whatIsWrongIsNamed()
    {
        const QByteArray desktop = shipped("desktop");
        QVERIFY(faultOf(desktop, "relevo.release/1", "relevo.release/9").contains(u"schema"));
        QVERIFY(faultOf("[]", "x", "y").contains(u"schema"));
        QVERIFY(faultOf(desktop, "\"blocker\"", "\"blokker\"").contains(u"blokker"));
        QVERIFY(faultOf(desktop, "\"dev_lead\"", "\"boss\"").contains(u"boss"));
        QVERIFY(faultOf(desktop, "\"version\": 1", "\"version\": 0").contains(u"version"));
        QVERIFY(faultOf(desktop, "\"tests\"\n", "\"package\"\n").contains(u"cycle"));
        QVERIFY(faultOf(desktop, "\"build\",\n        \"try\"", "\"build\",\n        \"tri\"")
                    .contains(u"tri"));
        QVERIFY(faultOf(desktop, "\"percent\": 100", "\"percent\": 101").contains(u"canary"));
        const QByteArray deployment = shipped("deployment");
        QVERIFY(faultOf(deployment, "\"items\": {\n        \"smart-mode-flag\"",
                        "\"items\": {\n        \"smart-flag\"")
                    .contains(u"smart-flag"));
    }
};

RELEVO_TEST(TemplateTest)
#include "template_test.moc"
