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
    [[nodiscard]] LedgerVerdict verdict(const LedgerSurroundings& around = {}) const
    {
        return checked(ledger, release.id, entries, head, around);
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

static std::vector<LedgerFault> faultsOf(const LedgerVerdict& verdict)
{
    auto all = verdict.integrity;
    all.insert(all.end(), verdict.completeness.begin(), verdict.completeness.end());
    return all;
}

static std::optional<QByteArray> sameFile(const LedgerEntry& entry)
{
    return entry.fileHash;
}

} // namespace release_test

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
            const auto found = unattestedIn(release, told.entries);
            return found.size() == 1
                       ? nameText(found[0].kind) + u':' + found[0].subject + u':' + found[0].field
                       : QString::number(found.size());
        };
        const auto first = [](Release& r) -> Item& { return r.items.front(); };
        QCOMPARE(only([&](Release& r) { first(r).state = State::Done; }),
                 QStringLiteral("item:a:state"));
        QCOMPARE(only([&](Release& r) { first(r).doers = {{7}}; }), QStringLiteral("item:a:doers"));
        QCOMPARE(only([&](Release& r) { first(r).plan.itemClass = ItemClass::Optional; }),
                 QStringLiteral("plan:item:a:"));
        QCOMPARE(only([](Release& r) { r.items.clear(); }), QStringLiteral("plan:item:a:"));
        QCOMPARE(only([](Release& r) { r.signOffs.clear(); }), QStringLiteral("plan:rule:go:"));
        QCOMPARE(only([](Release& r) { r.signOffs[0].applies = false; }),
                 QStringLiteral("plan:rule:go:"));
        QCOMPARE(only([&](Release& r) { first(r).waiver = Waiver{}; }),
                 QStringLiteral("item:a:waiver"));
        QCOMPARE(only([&](Release& r) { first(r).evidence[0].outcome = Outcome::Passed; }),
                 QStringLiteral("evidence:e1:"));
        QCOMPARE(only([](Release& r) { r.signatures[0].person = {8}; }),
                 QStringLiteral("signature:go:"));
        QCOMPARE(only([](Release& r) { r.overrides.push_back({.approvals = {Approval{}}}); }),
                 QStringLiteral("override::"));
        QCOMPARE(only([](Release& r) { r.rollbacks.push_back({}); }), QStringLiteral("rollback::"));
        QCOMPARE(only([](Release& r) { r.items.push_back({plan("b", ItemClass::Required)}); }),
                 QStringLiteral("plan:item:b:"));
        QCOMPARE(only([&](Release& r) { first(r).evidence[0].title.clear(); }),
                 QStringLiteral("0"));
    }

    void everythingThatHappensIsAttested();
    void writtenAndReadIsTheSame();
    void anyOneByteChangedIsFound();
    void anyFieldChangedIsFound();
};

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
    told.say(attestCanary({}, {CanaryStatus::Running, 0, kNow}, 1, {}, kAna, kNow, {}, kSalt));
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
    told.say(attestComment(id("a"), {{1}, kNow, QStringLiteral("call Dora")}, kSalt));
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
