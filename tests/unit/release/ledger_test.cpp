// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"
#include "release/gate.h"
#include "release/ledger/attest.h"
#include "release/ledger/attested.h"
#include "release/ledger/ledger_check.h"
#include "release/ledger/ledger_file.h"
#include "release/planning.h"
#include "release/rollout/rollback.h"
#include "release/signing.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QMessageAuthenticationCode>

using namespace release;
using namespace release_test;
using LedgerFaultKind = LedgerFault::Kind;

namespace release_test {

static const QByteArray kSalt(kLedgerSaltBytes, 's');

/// A release whose one item was worked on, shown, verified, and signed for; and its ledger.
struct Told {
    Release release = releaseWith({plan("a", ItemClass::Blocker)});
    Ledger ledger = *Ledger::withKey(QByteArray(kLedgerKeyBytes, 'k'));
    std::vector<LedgerEntry> entries;
    std::map<qint64, SaltedText> texts; ///< by entry
    LedgerHead head = ledger.genesis(release.id);

    Told();
    void say(Attestation attestation);
    void take(Step step, const Actor& actor);
    /// An override, the canary, a rollback of which a step is done, a comment; dates and parameters.
    void goesOut();
    [[nodiscard]] LedgerVerdict verdict(const LedgerSurroundings& around = {}) const
    {
        return checked(ledger, release.id, entries, head, around);
    }
    [[nodiscard]] TextOf textOf() const
    {
        return [this](const LedgerEntry& entry) -> std::optional<SaltedText> {
            const auto found = texts.find(entry.number);
            return found == texts.end() ? std::nullopt : std::optional(found->second);
        };
    }
    [[nodiscard]] std::vector<Unattested> unattested() const
    {
        return unattestedIn(release, entries, textOf());
    }
};

Told::Told()
{
    release.signOffs.push_back({.id = QStringLiteral("go"), .roles = {Role::Supervisor}});
    say(attestCreation(release, kCarla));
    take(Step::Start, kAna);
    Evidence evidence{.id = QStringLiteral("e1"),
                      .kind = EvidenceKind::File,
                      .title = QStringLiteral("scan.txt"),
                      .fileHash = QByteArray(32, 'f'),
                      .by = kAna.person,
                      .at = kNow};
    say(attestEvidence(id("a"), evidence, kSalt));
    item(release, "a").evidence.push_back(std::move(evidence));
    take(Step::Finish, kAna);
    take(Step::Fail, kBeto);
    take(Step::Finish, kAna);
    take(Step::Verify, kBeto);
    release.signatures.push_back(*signedBy(outlineOf(release), release, QStringLiteral("go"),
                                           kCarla, Role::Supervisor, QStringLiteral("seen"), kNow));
    say(attestSignature(release.signatures.back(), kSalt));
}

void Told::say(Attestation attestation)
{
    entries.push_back(ledger.append(head, std::move(attestation.entry)));
    head = headOf(entries.back());
    if (attestation.text)
        texts[head.count] = *std::move(attestation.text);
}

void Told::take(Step step, const Actor& actor)
{
    const Item before = item(release, "a");
    item(release, "a") = *changed(outlineOf(release), release,
                                  {step, id("a"), QStringLiteral("why"), {}}, actor, kNow);
    say(attestItem(before, item(release, "a"), actor, kNow, kSalt));
}

void Told::goesOut()
{
    const Comment comment{kAna.person, kNow, QStringLiteral("call Dora")};
    item(release, "a").discussion.push_back(comment);
    say(attestComment(id("a"), comment, kSalt));
    const Release before = release;
    release.plannedFor = kNow + minutes(60);
    release.parameters[QStringLiteral("host")] = QStringLiteral("https://a -> b");
    say(attestFrame(before, release, kCarla, kNow));
    Override each{.id = QStringLiteral("o1"),
                  .reason = QStringLiteral("fair"),
                  .covers = {QStringLiteral("item_failed:a")},
                  .approvals = {{kCarla.person, Role::Supervisor, kNow}},
                  .until = kNow + minutes(9)};
    say(attestOverride(each, kSalt));
    each.approvals.push_back({kDario.person, Role::DevLead, kNow});
    say(attestOverride(each, kSalt));
    release.overrides.push_back(std::move(each));
    say(attestVerdict(QStringLiteral("go"), {}, kAna, kNow));
    release.releasedAt = kNow;
    release.canary = {CanaryStatus::Running, 0, kNow};
    say(attestCanary({}, release.canary, 1, {}, kAna, kNow, {}, kSalt));
    Rollback rollback{
        .trigger = QStringLiteral("5xx"),
        .reason = QStringLiteral("Ana saw it"),
        .decidedBy = kAna.person,
        .startedAt = kNow,
        .steps = {{QStringLiteral("switch"), minutes(5)}, {QStringLiteral("tell"), minutes(5)}}};
    say(attestRollback(rollback, kSalt));
    rollback = *nextStepDone(rollback, kCarla, kNow + minutes(4));
    say(attestRollbackStep(rollback, 0));
    release.rollbacks.push_back(std::move(rollback));
    release.rollbackPlan.rehearsedAt = kNow;
    say(attestRehearsal(kCarla, kNow));
}

static std::vector<LedgerFault> faultsOf(const LedgerVerdict& verdict)
{
    auto all = verdict.integrity;
    all.insert(all.end(), verdict.completeness.begin(), verdict.completeness.end());
    return all;
}

/// "item:a:state"; "-" before what is gone; a number where it is not one.
static QString foundIn(const std::vector<Unattested>& found)
{
    return found.size() == 1
               ? (found[0].isGone ? QStringLiteral("-") : QString()) + nameText(found[0].kind) +
                     u':' + found[0].subject + u':' + found[0].field
               : QString::number(found.size());
}

static std::optional<QByteArray> sameFile(const LedgerEntry& entry)
{
    return entry.fileHash;
}

} // namespace release_test

using Tamper = void (*)(Release&);
Q_DECLARE_METATYPE(Tamper)

class LedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsLongEnough()
    {
        QCOMPARE(Ledger::withKey(QByteArray(31, 'k')).error().code, base::Code::Invalid);
        QVERIFY(Ledger::withKey(QByteArray(64, 'k')));
    }

    // The format of the header, put together by hand and summed by another library.
    void theLinkIsWhatTheHeaderSays()
    {
        const QByteArray key(kLedgerKeyBytes, 'k');
        const auto sum = [&key](const QByteArray& bytes) {
            return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
        };
        const auto number = [](qint64 n) {
            return QByteArray::fromHex(QByteArray::number(n, 16).rightJustified(16, '0'));
        };
        const Ledger ledger = *Ledger::withKey(key);
        const LedgerHead genesis = ledger.genesis(QStringLiteral("R"));
        QCOMPARE(genesis, (LedgerHead{0, sum("relevo ledger 1\nR")}));
        LedgerEntry entry;
        entry.at = kNow;
        entry.by = {3};
        entry.role = Role::Qa;
        entry.kind = QStringLiteral("item");
        entry.subject = QStringLiteral("añ");
        entry.fields = {{QStringLiteral("b"), QStringLiteral("2")},
                        {QStringLiteral("a"), QStringLiteral("1")}};
        const QByteArray bytes = genesis.link + number(1) + number(base::toMs(kNow)) + number(3) +
                                 number(2) + "qa" + number(4) + "item" + number(3) + "a\xc3\xb1" +
                                 number(2) + number(1) + 'a' + number(1) + '1' + number(1) + 'b' +
                                 number(1) + '2' + number(0) + number(0);
        QCOMPARE(ledger.append(genesis, entry).link, sum(bytes));
    }

    void whatWasToldIsSound()
    {
        const Told told;
        const LedgerVerdict verdict = told.verdict({.text = {}, .fileHash = sameFile});
        QVERIFY(verdict.isSound());
        QVERIFY(verdict.isCompletenessKnown);
        QCOMPARE(verdict.head, told.head);
        QVERIFY(unattestedIn(told.release, told.entries).empty());
        QVERIFY(checked(told.ledger, told.release.id, {}, told.ledger.genesis(told.release.id))
                    .isSound());
    }

    void withoutAHeadCompletenessStaysUnknown()
    {
        Told told;
        told.entries.pop_back();
        const auto verdict = checked(told.ledger, told.release.id, told.entries, std::nullopt);
        QVERIFY(verdict.isSound());
        QVERIFY(!verdict.isCompletenessKnown);
    }

    void aRowCutFromTheTailIsNamed()
    {
        Told told;
        told.entries.pop_back();
        const auto verdict = told.verdict();
        QVERIFY(verdict.integrity.empty());
        QCOMPARE(verdict.completeness,
                 (std::vector<LedgerFault>{{LedgerFaultKind::TailCut, 8, {}}}));
        told.entries.clear();
        QCOMPARE(told.verdict().completeness.size(), std::size_t(1));
    }

    void aRowCutFromTheMiddleIsNamed()
    {
        Told told;
        told.entries.erase(told.entries.begin() + 3);
        QCOMPARE(told.verdict().integrity,
                 (std::vector<LedgerFault>{{LedgerFaultKind::OutOfOrder, 5, QStringLiteral("a")}}));
    }

    // Whoever lacks the key cannot go on from an older head either.
    void anotherTailIsNamed()
    {
        Told told;
        const auto last = told.entries.back();
        const Ledger other = *Ledger::withKey(QByteArray(kLedgerKeyBytes, 'x'));
        told.entries.back() = other.append({7, told.entries[6].link}, last);
        const auto faults = faultsOf(told.verdict());
        QCOMPARE(faults, (std::vector<LedgerFault>{
                             {LedgerFaultKind::Altered, 8, QStringLiteral("go")},
                             {LedgerFaultKind::HeadDiffers, 8, QStringLiteral("go")}}));
    }

    void moreThanTheHeadKnewIsNoFault()
    {
        Told told;
        const LedgerHead known = told.head;
        told.say(attestVerdict(QStringLiteral("go"), {}, kCarla, kNow));
        QVERIFY(checked(told.ledger, told.release.id, told.entries, known).isSound());
    }

    void anAlteredFileIsNamed()
    {
        const Told told;
        const auto altered = [](const LedgerEntry&) { return std::optional(QByteArray(32, 'g')); };
        QCOMPARE(
            told.verdict({.text = {}, .fileHash = altered}).integrity,
            (std::vector<LedgerFault>{{LedgerFaultKind::FileAltered, 3, QStringLiteral("e1")}}));
        const auto gone = [](const LedgerEntry&) { return std::optional<QByteArray>(); };
        QCOMPARE(
            told.verdict({.text = {}, .fileHash = gone}).integrity,
            (std::vector<LedgerFault>{{LedgerFaultKind::FileMissing, 3, QStringLiteral("e1")}}));
    }

    void anAlteredTextIsNamedAndAnErasedOneIsNot()
    {
        Told told;
        const auto text = [&told](const LedgerEntry& entry) -> std::optional<SaltedText> {
            const auto found = told.texts.find(entry.number);
            return found == told.texts.end() ? std::nullopt : std::optional(found->second);
        };
        QVERIFY(told.verdict({.text = text, .fileHash = {}}).isSound());
        told.texts[8].text += u'.';
        QCOMPARE(
            told.verdict({.text = text, .fileHash = {}}).integrity,
            (std::vector<LedgerFault>{{LedgerFaultKind::TextAltered, 8, QStringLiteral("go")}}));
        told.texts.clear();
        QVERIFY(told.verdict({.text = text, .fileHash = {}}).isSound());
    }

    void aClocksStepBackIsTold()
    {
        Told told;
        told.say(attestVerdict(QStringLiteral("go"), {}, kCarla, kNow - minutes(1)));
        QVERIFY(told.verdict().isSound());
        QCOMPARE(told.verdict().timeWentBack, std::vector<qint64>{9});
    }

    // Rows changed beside the ledger: the chain is whole, and does not say so.
    void whatTheLedgerDoesNotSayIsNamed()
    {
        const Told told;
        const auto only = [&told](auto change) {
            Release release = told.release;
            change(release);
            return foundIn(unattestedIn(release, told.entries));
        };
        const auto first = [](Release& r) -> Item& { return r.items.front(); };
        QCOMPARE(only([&](Release& r) { first(r).state = State::Done; }),
                 QStringLiteral("item:a:state"));
        QCOMPARE(only([&](Release& r) { first(r).doers = {{7}}; }), QStringLiteral("item:a:doers"));
        QCOMPARE(only([&](Release& r) { first(r).plan.itemClass = ItemClass::Optional; }),
                 QStringLiteral("plan:item:a:"));
        QCOMPARE(only([](Release& r) { r.items.clear(); }), QStringLiteral("-plan:item:a:"));
        QCOMPARE(only([](Release& r) { r.signOffs.clear(); }), QStringLiteral("-plan:rule:go:"));
        QCOMPARE(only([](Release& r) { r.signOffs[0].applies = false; }),
                 QStringLiteral("plan:rule:go:"));
        QCOMPARE(only([&](Release& r) { first(r).waiver = Waiver{}; }),
                 QStringLiteral("item:a:waiver"));
        QCOMPARE(only([&](Release& r) { first(r).evidence[0].outcome = Outcome::Passed; }),
                 QStringLiteral("evidence:e1:"));
        QCOMPARE(only([](Release& r) { r.signatures.push_back(r.signatures[0]); }),
                 QStringLiteral("signature:go:"));
        QCOMPARE(only([](Release& r) { r.overrides.push_back({.approvals = {Approval{}}}); }),
                 QStringLiteral("override::"));
        QCOMPARE(only([](Release& r) { r.rollbacks.push_back({}); }), QStringLiteral("rollback::"));
        QCOMPARE(only([](Release& r) { r.items.push_back({plan("b", ItemClass::Required)}); }),
                 QStringLiteral("plan:item:b:"));
        QCOMPARE(only([&](Release& r) { first(r).evidence[0].title.clear(); }),
                 QStringLiteral("0")); // texts were not asked for
    }

    // What reopens a door or revives a void signature without being a state.
    void whatDecidesBesidesStatesIsCompared_data();
    void whatDecidesBesidesStatesIsCompared()
    {
        QFETCH(Tamper, change);
        QFETCH(QString, found);
        Told told;
        told.goesOut();
        QCOMPARE(foundIn(told.unattested()), QStringLiteral("0"));
        change(told.release);
        QCOMPARE(foundIn(told.unattested()), found);
    }
    void whatWasSaidAndIsGoneIsNamed();
    void textsAreComparedWithWhatWasSaid();
    void anItemAddedAnewBeginsAnew();
    void anOlderCreationIsAskedForLess();

    void everythingThatHappensIsAttested();
    void writtenAndReadIsTheSame();
    void anyOneByteChangedIsFound();
    void anyFieldChangedIsFound();
};

void LedgerTest::whatDecidesBesidesStatesIsCompared_data()
{
    QTest::addColumn<Tamper>("change");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char* found, Tamper change) {
        QTest::newRow(name) << change << QString::fromLatin1(found);
    };
    row("state's time", "item:a:changed", [](Release& r) { r.items[0].changedAt -= minutes(1); });
    row("owner", "item:a:owner", [](Release& r) { r.items[0].owner = {7}; });
    row("plan's time", "release:01KC00000000000000000000R1:plan_changed",
        [](Release& r) { r.planChangedAt -= minutes(1); });
    row("date", "release:01KC00000000000000000000R1:planned",
        [](Release& r) { r.plannedFor.reset(); });
    row("released", "release:01KC00000000000000000000R1:released",
        [](Release& r) { *r.releasedAt += minutes(1); });
    row("title", "release:01KC00000000000000000000R1:title", [](Release& r) { r.title += u'x'; });
    row("host", "release:01KC00000000000000000000R1:parameters",
        [](Release& r) { r.parameters.first() = QStringLiteral("b"); });
    row("created", "release:01KC00000000000000000000R1:created",
        [](Release& r) { r.createdAt -= minutes(1); });
    row("rehearsed", "release:01KC00000000000000000000R1:rehearsed",
        [](Release& r) { r.rollbackPlan.rehearsedAt.reset(); });
    row("door", "release:01KC00000000000000000000R1:plans",
        [](Release& r) { r.sections[0].waitsForPrevious = true; });
    row("watch", "release:01KC00000000000000000000R1:plans",
        [](Release& r) { r.canaryPlan.watches.push_back({}); });
    row("canary", "canary:canary:", [](Release& r) { r.canary.stage = 1; });
    row("since", "canary:canary:", [](Release& r) { r.canary.stageSince -= minutes(9); });
    row("section",
        "plan:item:a:", [](Release& r) { r.items[0].plan.section = QStringLiteral("t"); });
    row("after", "plan:item:a:", [](Release& r) { r.items[0].plan.after = {id("b")}; });
    row("check", "plan:item:a:", [](Release& r) {
        r.items[0].plan.acceptance = QStringLiteral("whatever");
    });
    row("step", "-rollback:5xx:step", [](Release& r) {
        r.rollbacks[0].steps[0].doneAt.reset();
        r.rollbacks[0].steps[0].doneBy = {};
    });
    row("approval", "override:o1:", [](Release& r) { r.overrides[0].approvals.pop_back(); });
    row("override's end", "override:o1:", [](Release& r) { r.overrides[0].until += minutes(9); });
}

void LedgerTest::whatWasSaidAndIsGoneIsNamed()
{
    const auto without = [](auto change) {
        Told told;
        told.goesOut();
        change(told.release);
        return foundIn(told.unattested());
    };
    QCOMPARE(without([](Release& r) { r.items[0].evidence.clear(); }),
             QStringLiteral("-evidence:e1:"));
    QCOMPARE(without([](Release& r) { r.items[0].discussion.clear(); }),
             QStringLiteral("-comment:a:"));
    QCOMPARE(without([](Release& r) { r.signatures.clear(); }), QStringLiteral("-signature:go:"));
    QCOMPARE(without([](Release& r) { r.overrides.clear(); }), QStringLiteral("-override:o1:"));
    // With what was done of it.
    QCOMPARE(without([](Release& r) { r.rollbacks.clear(); }), QStringLiteral("2"));
    // The newest failed and is taken away, so that the older one counts.
    Told told;
    Evidence failed = item(told.release, "a").evidence[0];
    failed.id = QStringLiteral("e2");
    failed.outcome = Outcome::Failed;
    told.say(attestEvidence(id("a"), failed, kSalt));
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("-evidence:e2:"));
    auto& shown = item(told.release, "a").evidence;
    shown.insert(shown.begin(), failed); // there, but no longer the newest
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("item:a:evidence"));
}

void LedgerTest::textsAreComparedWithWhatWasSaid()
{
    const auto with = [](auto change) {
        Told told;
        told.goesOut();
        change(told);
        return foundIn(told.unattested());
    };
    QCOMPARE(with([](Told& t) { t.release.items[0].evidence[0].title += u'x'; }),
             QStringLiteral("evidence:e1:text"));
    QCOMPARE(with([](Told& t) { t.release.items[0].evidence[0].text = QStringLiteral("x"); }),
             QStringLiteral("evidence:e1:text"));
    QCOMPARE(with([](Told& t) { t.release.items[0].discussion[0].text += u'x'; }),
             QStringLiteral("comment:a:text"));
    QCOMPARE(with([](Told& t) { t.release.items[0].reason = QStringLiteral("x"); }),
             QStringLiteral("item:a:reason"));
    QCOMPARE(with([](Told& t) { t.release.signatures[0].comment += u'x'; }),
             QStringLiteral("signature:go:text"));
    QCOMPARE(with([](Told& t) { t.release.overrides[0].reason += u'x'; }),
             QStringLiteral("override:o1:text"));
    QCOMPARE(with([](Told& t) { t.release.rollbacks[0].reason += u'x'; }),
             QStringLiteral("rollback:5xx:text"));
    // Erased where it was said: it stands nowhere else either, and verifying counts it.
    Told told;
    told.texts.clear();
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("2")); // evidence and signature
    item(told.release, "a").evidence[0].title.clear();
    told.release.signatures[0].comment.clear();
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("0"));
    const auto verdict = told.verdict({.text = told.textOf(), .fileHash = {}});
    QVERIFY(verdict.isSound());
    QCOMPARE(verdict.erasedTexts, 3); // these, and why it failed once
}

// Who takes a worked-on item away and adds one of the same id has one that nobody has worked on.
void LedgerTest::anItemAddedAnewBeginsAnew()
{
    Told told;
    const Release before = told.release;
    told.release.items.clear();
    told.release.planChangedAt = kNow + minutes(1);
    told.say(attestPlan(before, told.release, kCarla));
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("0"));
    const Release without = told.release;
    told.release = *withItem(without, plan("a", ItemClass::Blocker), kCarla, kNow + minutes(2));
    told.say(attestPlan(without, told.release, kCarla));
    QCOMPARE(foundIn(told.unattested()), QStringLiteral("0"));
}

// It said neither the date nor the plans: they are not known, and no damage.
void LedgerTest::anOlderCreationIsAskedForLess()
{
    Release release = releaseWith({plan("a", ItemClass::Blocker)});
    release.plannedFor = kNow + minutes(60);
    auto said = attestCreation(release, kCarla);
    for (const char* name : {"says", "planned", "frame", "plan:a"})
        QCOMPARE(said.entry.fields.erase(QString::fromLatin1(name)), std::size_t(1));
    QVERIFY(unattestedIn(release, {said.entry}).empty());
}

void LedgerTest::everythingThatHappensIsAttested()
{
    Told told;
    auto failing = told.release;
    item(failing, "a").state = State::Failed;
    const WallTime later = kNow + minutes(1);
    const Gate gate = gateOf(Outline::of(failing), failing, {later, {}, LedgerWord::Sound});
    const auto asked = overrideAsked(
        gate, failing, {QStringLiteral("o1"), QStringLiteral("fair"), {}, {}, kNow + minutes(9)},
        kCarla, Role::Supervisor, kNow);
    told.say(attestOverride(*asked, kSalt));
    const auto approved = overrideApproved(failing, *asked, kDario, Role::DevLead, kNow);
    told.say(attestOverride(*approved, kSalt));
    told.release.overrides = {*approved};
    Rollback rollback{.trigger = QStringLiteral("5xx"),
                      .reason = QStringLiteral("Ana saw it"),
                      .decidedBy = kAna.person,
                      .startedAt = kNow,
                      .steps = {{QStringLiteral("switch"), minutes(5)}}};
    told.say(attestRollback(rollback, kSalt));
    rollback = *nextStepDone(rollback, kCarla, kNow + minutes(4));
    told.release.rollbacks = {rollback};
    QCOMPARE(unattestedIn(told.release, told.entries).size(), std::size_t(1));
    told.say(attestRollbackStep(rollback, 0));
    QCOMPARE(told.entries.back().by, kCarla.person); // not who decided it
    told.release.canary = {CanaryStatus::Running, 0, kNow};
    told.release.releasedAt = kNow;
    told.say(attestCanary({}, told.release.canary, 1, {}, kAna, kNow, {}, kSalt));
    QVERIFY(unattestedIn(told.release, told.entries).empty());
    QCOMPARE(told.entries[9].fields.at(QStringLiteral("covers")), QStringLiteral("item_failed:a"));
    const Release before = told.release;
    told.release = *withItem(before, plan("b", ItemClass::Optional), kCarla, kNow);
    told.say(attestPlan(before, told.release, kCarla));
    const Release with = told.release;
    told.release = *withoutItem(with, id("b"), kCarla, kNow);
    told.say(attestPlan(with, told.release, kCarla));
    QCOMPARE(told.entries.back().fields,
             (std::map<QString, QString>{{QStringLiteral("item:b"), QString()}}));
    item(told.release, "a").discussion.push_back({{1}, kNow, QStringLiteral("call Dora")});
    told.say(attestComment(id("a"), item(told.release, "a").discussion.back(), kSalt));
    QVERIFY(unattestedIn(told.release, told.entries).empty());
    const QByteArray text = writtenLedger(told.entries, told.head);
    for (const char* personal : {"Ana", "fair", "why", "seen", "Dora"})
        QVERIFY2(!text.contains(personal), personal);
}

void LedgerTest::writtenAndReadIsTheSame()
{
    const Told told;
    const QByteArray text = writtenLedger(told.entries, told.head);
    const auto read = readLedger(text);
    QVERIFY(read);
    QCOMPARE(read->entries, told.entries);
    QCOMPARE(read->head, told.head);
    QCOMPARE(*readHead(writtenHead(told.head)), told.head);
    QCOMPARE(readLedger({}).error().code, base::Code::Corrupt);
    QCOMPARE(readLedger(text.chopped(1)).error().code, base::Code::Corrupt);
    QCOMPARE(readLedger(text + '\n').error().code, base::Code::Corrupt);
}

// Each byte of the text to each of some others: it does not read, or the verdict is no.
void LedgerTest::anyOneByteChangedIsFound()
{
    base::SeededRandom random(printedSeed());
    const Told told;
    const QByteArray text = writtenLedger(told.entries, told.head);
    for (qsizetype place = 0; place < text.size(); ++place) {
        for (int i = 0; i < 3; ++i) {
            QByteArray changed = text;
            changed[place] = static_cast<char>(changed[place] ^ (1 + chosen(random, 255)));
            const auto read = readLedger(changed);
            if (!read)
                continue;
            const auto verdict = checked(told.ledger, told.release.id, read->entries, read->head);
            QVERIFY2(!verdict.isSound(), changed.constData());
        }
    }
}

// Each attested part of each entry alone: that entry is named, and the one after it where the link is it.
void LedgerTest::anyFieldChangedIsFound()
{
    const std::vector<std::function<void(LedgerEntry&)>> changes{
        [](LedgerEntry& e) { e.at += base::milliseconds(1); },
        [](LedgerEntry& e) { ++e.by.value; },
        [](LedgerEntry& e) { e.role = e.role == Role::Qa ? Role::Sre : Role::Qa; },
        [](LedgerEntry& e) { e.kind += u'x'; },
        [](LedgerEntry& e) { e.fields[QStringLiteral("x")] = QString(); },
        [](LedgerEntry& e) { e.fields[QStringLiteral("state")] += u'x'; },
        [](LedgerEntry& e) { e.textHash = QByteArray(32, 't'); },
        [](LedgerEntry& e) { e.fileHash = QByteArray(32, 'u'); },
        [](LedgerEntry& e) { e.link[5] = static_cast<char>(e.link[5] ^ 1); },
    };
    for (std::size_t n = 0; n < Told().entries.size(); ++n) {
        for (const auto& change : changes) {
            Told told;
            change(told.entries[n]);
            const auto verdict = told.verdict();
            QVERIFY(!verdict.integrity.empty());
            QCOMPARE(verdict.integrity.front().kind, LedgerFaultKind::Altered);
            QCOMPARE(verdict.integrity.front().number, told.entries[n].number);
        }
    }
}

RELEVO_TEST(LedgerTest)
#include "ledger_test.moc"
