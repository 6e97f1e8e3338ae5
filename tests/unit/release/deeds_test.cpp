// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to a release, whole: every deed is written down, and what is kept is read again.
#include "release/deeds/deeds.h"
#include "release/duties.h"
#include "release/ledger/attested.h"
#include "release/ledger/ledger_check.h"
#include "release/record/record.h"
#include "release/template_loader.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace release;
using namespace release_test;
using std::chrono::hours;

namespace release_test {

/// A release that people work on, with its ledger.
struct Worked {
    explicit Worked(Release begun) : release(std::move(begun))
    {
        write(attestCreation(release, kCarla));
    }

    std::optional<Refusal> act(const Actor& actor, const Deed& deed)
    {
        now += minutes(1);
        auto deeds = done(Outline::of(release), release, deed,
                          {.actor = actor,
                           .now = now,
                           .freezes = freezes,
                           .isProved = isProved,
                           .salt = [] { return QByteArray(kLedgerSaltBytes, 's'); },
                           .id = [this] { return QStringLiteral("id%1").arg(++m_ids); }});
        if (!deeds)
            return deeds.error();
        release = std::move(deeds->after);
        for (Attestation& said : deeds->said)
            write(std::move(said));
        return std::nullopt;
    }
    bool does(const Actor& actor, const Deed& deed) { return !act(actor, deed); }
    [[nodiscard]] Gate gate() const { return gateOf(Outline::of(release), release, {.now = now}); }
    [[nodiscard]] bool isWhole() const
    {
        return checked(ledger, release.id, entries, head).isSound() &&
               unattestedIn(release, entries).empty();
    }

    Release release;
    WallTime now = kNow;
    std::vector<FreezeWindow> freezes;
    bool isProved = false;
    Ledger ledger = *Ledger::withKey(QByteArray(kLedgerKeyBytes, 'k'));
    LedgerHead head = ledger.genesis(release.id);
    std::vector<LedgerEntry> entries;

private:
    void write(Attestation said)
    {
        entries.push_back(ledger.append(head, std::move(said.entry)));
        head = headOf(entries.back());
    }
    int m_ids = 0;
};

static Release smallRelease()
{
    Release release = releaseWith({plan("a", ItemClass::Blocker), plan("b", ItemClass::Required)});
    release.signOffs.push_back(
        {.id = QStringLiteral("go"), .title = QStringLiteral("Go"), .roles = {Role::Supervisor}});
    release.canaryPlan = {
        .stages = {{.percent = 1}, {.percent = 25}, {.percent = 100, .atLeast = minutes(0)}},
        .watches = {
            {.id = QStringLiteral("errors"), .figure = QStringLiteral("e"), .limit = 0.005}}};
    release.rollbackPlan = {.triggers = {{.id = QStringLiteral("errors")}},
                            .steps = {{.title = QStringLiteral("Switch back")}}};
    return release;
}

static Readings reading(double errors, WallTime at)
{
    return {.series = {{QStringLiteral("e"), {{.at = at, .value = errors}}}}};
}

static bool isReadAgain(const Release& release)
{
    auto again = releaseOf(recordOf(release));
    if (!again)
        return false;
    for (const Item& item : release.items) {
        auto read = itemOf(recordOf(item));
        if (!read)
            return false;
        again->items.push_back(*std::move(read));
    }
    return *again == release;
}

} // namespace release_test

class DeedsTest : public QObject
{
    Q_OBJECT

private:
    static bool bringToGo(Worked& w)
    {
        return w.does(kAna, Change{Step::Start, id("a"), {}, {}}) &&
               w.does(kAna, Show{id("a"),
                                 {.title = QStringLiteral("log"),
                                  .text = QStringLiteral("42 passed")}}) &&
               w.does(kAna, Change{Step::Finish, id("a"), {}, {}, minutes(30)}) &&
               w.does(kBeto, Change{Step::Verify, id("a"), {}, {}}) &&
               w.does(kAna, Change{Step::Finish, id("b"), {}, {}}) &&
               w.does(kCarla, Sign{QStringLiteral("go"), Role::Supervisor, QStringLiteral("ok")});
    }

private Q_SLOTS:
    void aReleaseIsPlayedThrough()
    {
        Worked w(smallRelease());
        QCOMPARE(w.gate().verdict, Verdict::NoGo);
        QCOMPARE(w.act(kCarla, Steer{Decision::Begin, {}, {}})->why, Why::NotGo);
        QVERIFY(bringToGo(w));
        QCOMPARE(w.gate().verdict, Verdict::Go);
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        QVERIFY(w.release.releasedAt.has_value());
        w.now += hours(1);
        QVERIFY(w.does(kCarla, Steer{Decision::Promote, {}, reading(0.001, w.now)}));
        QCOMPARE(shareOf(w.release.canaryPlan, w.release.canary), 25);
        w.now += hours(1);
        QCOMPARE(w.act(kCarla, Steer{Decision::Promote, {}, reading(0.02, w.now)})->why,
                 Why::ReasonMissing);
        QVERIFY(w.does(kCarla, Steer{Decision::Abort, QStringLiteral("errors"), {}}));
        QVERIFY(w.does(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("2 %"), Role::Sre}));
        QCOMPARE(w.release.canary.status, CanaryStatus::RolledBack);
        QCOMPARE(w.act(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("again"), Role::Sre})
                     ->why,
                 Why::WrongState);
        QCOMPARE(w.act(kBeto, RollBackStep{})->why, Why::WrongRole);
        QVERIFY(w.does(kCarla, RollBackStep{}));
        QCOMPARE(w.entries.back().by, kCarla.person);
        QVERIFY(w.release.rollbacks.back().steps.front().doneAt.has_value());
        QCOMPARE(w.act(kAna, RollBackStep{})->why, Why::WrongState);
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
    }

    void aWaiverThatIsRenewedIsWrittenDown()
    {
        Worked w(smallRelease());
        Change waive{Step::Waive, id("a"), QStringLiteral("later"), kNow + minutes(60)};
        QVERIFY(w.does(kCarla, waive));
        const std::size_t before = w.entries.size();
        waive.reason = QStringLiteral("later still");
        waive.until = kNow + minutes(600);
        QVERIFY(w.does(kDario, waive));
        QCOMPARE(w.entries.size(), before + 1);
        QCOMPARE(w.entries.back().by, kDario.person);
        QVERIFY(w.entries.back().role == Role::DevLead);
        QVERIFY(w.isWhole());
    }

    void aReleaseBeginsOutsideEveryFreezeWindow()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        QVERIFY(w.does(kCarla, Reschedule{{}, w.now + hours(48)}));
        w.freezes = {{QStringLiteral("fair"), {}, w.now, w.now + hours(1)}};
        QCOMPARE(w.act(kCarla, Steer{Decision::Begin, {}, {}})->why, Why::NotGo);
        w.freezes = {{QStringLiteral("fair"), {}, w.now + hours(47), w.now + hours(49)}};
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
    }

    void nothingIsTakenBackThatIsNotOut()
    {
        Worked w(smallRelease());
        QCOMPARE(
            w.act(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("x"), Role::Sre})->why,
            Why::WrongState);
        QVERIFY(bringToGo(w));
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        QVERIFY(w.does(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("x"), Role::Sre}));
        QCOMPARE(shareOf(w.release.canaryPlan, w.release.canary), 0);
        QCOMPARE(w.entries.back().kind, QStringLiteral("canary"));
        QCOMPARE(w.entries.back().fields.at(QStringLiteral("status")),
                 QStringLiteral("running -> rolled_back"));
        QVERIFY(w.isWhole());
    }

    void aFreezeInTheMiddleHoldsItWhereItIs()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        w.now += hours(1);
        w.freezes = {{QStringLiteral("fair"), {}, w.now, w.now + hours(1)}};
        const Steer promote{Decision::Promote, {}, reading(0.001, w.now)};
        QCOMPARE(w.act(kCarla, promote)->why, Why::NotGo);
        w.now += hours(1);
        QVERIFY(w.does(kCarla, Steer{Decision::Promote, {}, reading(0.001, w.now)}));
        QCOMPARE(w.entries[w.entries.size() - 2].kind, QStringLiteral("verdict"));
    }

    void anOverrideThatEndsStopsTheCanary()
    {
        Worked w(smallRelease());
        const WallTime until = w.now + minutes(50);
        QVERIFY(w.does(kCarla, AskOverride{QStringLiteral("must"), until, Role::Supervisor}));
        QVERIFY(w.does(kDario, ApproveOverride{w.release.overrides[0].id, Role::DevLead}));
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        w.now += minutes(50);
        const Steer promote{Decision::Promote, {}, reading(0.001, w.now)};
        QCOMPARE(w.act(kCarla, promote)->why, Why::NotGo);
        QVERIFY(w.does(kCarla, Steer{Decision::Abort, QStringLiteral("no override"), {}}));
    }

    void aReleaseWithoutStagesIsLetOut()
    {
        Release release = smallRelease();
        release.canaryPlan = {};
        Worked w(release);
        QCOMPARE(w.act(kCarla, GoOut{})->why, Why::NotGo);
        QVERIFY(bringToGo(w));
        QCOMPARE(w.act(kCarla, Steer{Decision::Begin, {}, {}})->why, Why::WrongState);
        QCOMPARE(w.act(kAna, GoOut{})->why, Why::WrongRole);
        QVERIFY(w.does(kCarla, GoOut{}));
        QCOMPARE(w.release.releasedAt, w.now);
        QCOMPARE(w.release.canary.status, CanaryStatus::Finished);
        QCOMPARE(w.entries[w.entries.size() - 2].kind, QStringLiteral("verdict"));
        QCOMPARE(w.entries.back().fields.at(QStringLiteral("percent")), QStringLiteral("100"));
        QVERIFY(w.does(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("x"), Role::Sre}));
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
    }

    // Whatever the clock does, nothing is written down before what already happened.
    void aClockSetBackWritesNothingInThePast()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        w.now += hours(2);
        QVERIFY(w.does(kAna, Say{id("a"), QStringLiteral("all is well")}));
        const WallTime said = w.now;
        w.now -= hours(1);
        QCOMPARE(w.gate().reasons.front().kind, Reason::Kind::ClockBack);
        QVERIFY(w.does(kAna, Steer{Decision::Hold, QStringLiteral("clock"), {}}));
        QCOMPARE(w.entries.back().at, said);
        QVERIFY(w.does(kAna, RollBack{QStringLiteral("errors"), QStringLiteral("x"), Role::Sre}));
        QCOMPARE(w.release.rollbacks.back().startedAt, said);
        QVERIFY(w.does(kAna, RollBackStep{}));
        QCOMPARE(w.entries.back().at, said);
    }

    void theVerdictThatSomebodyActedOnIsWrittenDown()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        QVERIFY(w.does(kCarla, Steer{Decision::Begin, {}, {}}));
        const LedgerEntry& verdict = w.entries[w.entries.size() - 2];
        QCOMPARE(verdict.kind, QStringLiteral("verdict"));
        QCOMPARE(verdict.subject, QStringLiteral("go"));
    }

    void whatIsPlannedAnewIsWrittenDown()
    {
        Worked w(smallRelease());
        ItemPlan changed = w.release.items.front().plan;
        changed.title = QStringLiteral("Another");
        changed.itemClass = ItemClass::Optional;
        const Actor lead{{5}, {Role::DevLead, Role::Supervisor}};
        QVERIFY(w.does(lead, PlanItem{changed}));
        changed.title = QStringLiteral("Yet another");
        const auto before = w.entries.size();
        QVERIFY(w.does(lead, PlanItem{changed})); // the gate feels nothing of it
        QCOMPARE(w.entries.size(), before + 1);
        QCOMPARE(w.entries.back().kind, QStringLiteral("item"));
        QVERIFY(w.does(lead, PlanItem{plan("c", ItemClass::Blocker)}));
        QVERIFY(w.does(lead, RemoveItem{id("b")}));
        QVERIFY(w.does(lead, RemoveRule{QStringLiteral("go")}));
        QVERIFY(w.does(lead, PlanRule{{.id = QStringLiteral("two"),
                                       .title = QStringLiteral("Two"),
                                       .roles = {Role::Qa},
                                       .needed = 2}}));
        QCOMPARE(w.release.items.size(), std::size_t(2));
        QVERIFY(w.isWhole());
        // The same without its ledger's word is found.
        w.release.items.front().plan.itemClass = ItemClass::Blocker;
        QVERIFY(!w.isWhole());
    }

    void anotherPlanTakesAVerificationBackAndSaysSo()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        ItemPlan changed = item(w.release, "a").plan;
        changed.acceptance = QStringLiteral("at half past");
        QVERIFY(w.does(kCarla, PlanItem{changed}));
        QCOMPARE(w.entries.back().fields.at(QStringLiteral("state")),
                 QStringLiteral("verified -> done"));
        QCOMPARE(w.gate().reasons.front().kind, Reason::Kind::ItemChanged);
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
        QVERIFY(w.does(kBeto, Change{Step::Verify, id("a"), {}, {}}));
        QVERIFY(w.does(kCarla, Sign{QStringLiteral("go"), Role::Supervisor, {}}));
        QCOMPARE(w.gate().verdict, Verdict::Go);
        QCOMPARE(w.act(kCarla, RemoveItem{id("b")})->why, Why::WorkedOn);
    }

    // What a check found is kept with what the check was then.
    void whatACheckFoundIsOfTheCheckAsItWas()
    {
        Release release = smallRelease();
        ItemPlan& plan = item(release, "a").plan;
        plan.evidence = EvidenceKind::Check;
        plan.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}}};
        Worked w(release);
        QVERIFY(w.does({}, Found{id("a"),
                                 {.kind = EvidenceKind::Check,
                                  .outcome = Outcome::Passed,
                                  .run = {.checkId = QStringLiteral("health")}}}));
        QCOMPARE(item(w.release, "a").evidence.front().run.asked,
                 markOf(item(w.release, "a").plan.checks.front()));
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
    }

    void anOverrideNeedsTwoPersonsInTwoRoles()
    {
        Worked w(smallRelease());
        const Actor eva{{5}, {Role::Product, Role::Supervisor}};
        QVERIFY(w.does(kCarla,
                       AskOverride{QStringLiteral("must"), w.now + hours(5), Role::Supervisor}));
        const QString asked = w.release.overrides.front().id;
        QCOMPARE(w.act(kCarla, ApproveOverride{asked, Role::Supervisor})->why, Why::AlreadyGiven);
        QCOMPARE(w.act(eva, ApproveOverride{QStringLiteral("x"), Role::Product})->why,
                 Why::NoSuchRule);
        const auto roles = rolesOf(Duty::Override);
        const auto other =
            std::ranges::find_if(roles, [](Role role) { return role != Role::Supervisor; });
        QVERIFY(other != roles.end());
        QVERIFY(w.does({{5}, {*other}}, ApproveOverride{asked, *other}));
        QCOMPARE(w.gate().verdict, Verdict::GoByOverride);
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
    }

    void nobodyAndNothingAreRefused()
    {
        Worked w(smallRelease());
        const Release before = w.release;
        QCOMPARE(w.act({}, Say{id("a"), QStringLiteral("hi")})->why, Why::NoPerson);
        QCOMPARE(w.act(kAna, Say{id("z"), QStringLiteral("hi")})->why, Why::NoSuchItem);
        QCOMPARE(w.act(kAna, Say{id("a"), QStringLiteral(" ")})->why, Why::ReasonMissing);
        QCOMPARE(w.act(kAna, Show{id("z"), {}})->why, Why::NoSuchItem);
        QCOMPARE(w.act(kAna, Assign{id("z"), PersonId{1}, {}})->why, Why::NoSuchItem);
        QCOMPARE(w.act(kAna, RollBackStep{})->why, Why::WrongState);
        QVERIFY(w.release == before);
        QCOMPARE(w.entries.size(), std::size_t(1));
    }

    void aPersonAndADayAreGivenAndTakenBack()
    {
        Worked w(smallRelease());
        QVERIFY(w.does(kAna, Assign{id("a"), PersonId{2}, w.now + hours(3)}));
        QCOMPARE(item(w.release, "a").owner, PersonId{2});
        QVERIFY(w.does(kAna, Assign{id("a"), PersonId{}, {}}));
        QVERIFY(!item(w.release, "a").owner.isValid());
        QVERIFY(item(w.release, "a").due.has_value());
        QVERIFY(w.does(kAna, Say{id("a"), QStringLiteral("  on it ")}));
        QCOMPARE(item(w.release, "a").discussion.front().text, QStringLiteral("on it"));
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
    }

    // Whoever owns an item may say that it is done.
    void nobodyGivesThemselvesAnItemOfAnotherRole()
    {
        Release release = smallRelease();
        item(release, "a").plan.role = Role::Security;
        Worked w(release);
        QCOMPARE(w.act(kBeto, Assign{id("a"), kBeto.person, {}})->why, Why::WrongRole);
        QVERIFY(w.does(kCarla, Assign{id("a"), kBeto.person, {}}));
        QVERIFY(w.does(kBeto, Change{Step::Start, id("a"), {}, {}}));
    }

    void shippedTemplatesAreKeptWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("deployment") << QStringLiteral("deployment");
        QTest::newRow("desktop") << QStringLiteral("desktop");
    }
    void shippedTemplatesAreKeptWhole()
    {
        QFETCH(const QString, name);
        QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/%1.json").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto templates = loadTemplates(file.readAll(), QStringLiteral("es"));
        QVERIFY(templates);
        for (const Template& each : *templates)
            QVERIFY(isReadAgain(releaseOf(each, QStringLiteral("r"), each.title, kNow)));
    }

    // A zero where another number is usual.
    void whatDiffersFromTheUsualIsKept()
    {
        Release release = smallRelease();
        release.signOffs.front().applies = false;
        release.signOffs.front().needed = 0;
        release.canaryPlan.stages.front() = {.percent = 0, .atLeast = minutes(0)};
        release.templateVersion = 7;
        item(release, "a").waiver = Waiver{};
        item(release, "a").due = base::fromMs(0);
        item(release, "a")
            .evidence.push_back(
                {.fileHash = QByteArray(32, '\x01'), .value = 0.1, .validFor = minutes(9)});
        QVERIFY(isReadAgain(release));
    }

    // Or the next addition would run over.
    void timesHaveBounds()
    {
        Worked w(smallRelease());
        ItemPlan changed = item(w.release, "a").plan;
        for (const minutes wrong : {minutes(-1), kLongestTime + minutes(1), minutes::max()}) {
            changed.evidenceValidity = wrong;
            QCOMPARE(w.act(kCarla, PlanItem{changed})->why, Why::NoSuchTime);
            QCOMPARE(w.act(kAna, Show{id("a"), {.validFor = wrong}})->why, Why::NoSuchTime);
            Item read = item(w.release, "a");
            read.plan.evidenceValidity = wrong;
            QVERIFY(!itemOf(recordOf(read)));
        }
        Item late = item(w.release, "a");
        late.changedAt = WallTime::max();
        QVERIFY(!itemOf(recordOf(late)));
        Template source;
        source.sections.push_back({QStringLiteral("s"), QStringLiteral("S"), false});
        source.items.push_back(plan("a", ItemClass::Blocker));
        source.items.front().dueWithin = minutes::max();
        const Release made = releaseOf(source, QStringLiteral("r"), QStringLiteral("R"), kNow);
        QCOMPARE(made.items.front().due, kNow + kLongestTime);
    }

    void whetherSomebodyProvedWhoTheyAreIsWrittenDown()
    {
        Worked w(smallRelease());
        QVERIFY(bringToGo(w));
        QVERIFY(!w.release.signatures.back().isProved);
        QVERIFY(!w.entries.back().fields.contains(QStringLiteral("proved")));
        w.isProved = true;
        const Actor eva{{5}, {Role::Supervisor}};
        QVERIFY(w.does(eva, Sign{QStringLiteral("go"), Role::Supervisor, {}}));
        QVERIFY(w.release.signatures.back().isProved);
        QCOMPARE(w.entries.back().fields.at(QStringLiteral("proved")), QStringLiteral("yes"));
        w.freezes = {{QStringLiteral("fair"), {}, w.now, w.now + hours(9)}};
        QVERIFY(w.does(kCarla,
                       AskOverride{QStringLiteral("must"), w.now + hours(5), Role::Supervisor}));
        w.isProved = false;
        QVERIFY(w.does(kDario, ApproveOverride{w.release.overrides[0].id, Role::DevLead}));
        QVERIFY(w.release.overrides[0].approvals[0].isProved);
        QVERIFY(!w.release.overrides[0].approvals[1].isProved);
        QVERIFY(w.isWhole());
        QVERIFY(isReadAgain(w.release));
        w.release.signatures.front().isProved = true; // which nobody said
        QVERIFY(!w.isWhole());
    }

    void damagedRecordsNameTheField()
    {
        const auto damaged = [](const char* field, const QJsonValue& value) {
            QJsonObject record =
                QJsonDocument::fromJson(recordOf(smallRelease().items.front())).object();
            record.insert(QLatin1StringView(field), value);
            const auto read = itemOf(QJsonDocument(record).toJson());
            return read ? QString() : read.error().detail;
        };
        QVERIFY(damaged("state", QStringLiteral("finished")).contains(QStringLiteral("state")));
        QVERIFY(damaged("doers", 7).contains(QStringLiteral("doers")));
        QVERIFY(damaged("due", 0.5).contains(QStringLiteral("due")));
        QVERIFY(damaged("owner", 1.5).contains(QStringLiteral("owner")));
        QVERIFY(damaged("due", QStringLiteral("soon")).contains(QStringLiteral("due")));
        QVERIFY(damaged("plan", QJsonObject{{QStringLiteral("title"), 3}})
                    .contains(QStringLiteral("plan")));
        QCOMPARE(damaged("unknown", 7), QString()); // of a later program
        QVERIFY(!itemOf("[]"));
        QVERIFY(!releaseOf(QByteArray()));
        const FreezeWindow window{QStringLiteral("w"), QStringLiteral("Hot sale"), kNow,
                                  kNow + hours(24)};
        QVERIFY(freezeOf(recordOf(window)) == window);
    }
};

RELEVO_TEST(DeedsTest)
#include "deeds_test.moc"
