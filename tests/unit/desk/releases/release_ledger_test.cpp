// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody can do to a release unseen: change or delete what stands beside the ledger, move a freeze
// window, take texts back.
#include "support/runner.h"
#include "unit/desk/release_desk.h"

#include <QDir>
#include <QFile>

using base::Code;
using people_desk::codeOf;
using release::Decision;
using release::Why;
using release_desk::item;
using release_desk::pasted;
using release_desk::step;
using ReleaseDesk = release_desk::Desk;
using namespace std::chrono_literals;

namespace {

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

/// "evidence:ID:text"; "-" before what is gone.
QStringList foundIn(const desk::LedgerReport& report)
{
    QStringList found;
    for (const auto& each : report.unattested)
        found += (each.isGone ? utf8("-") : QString()) + release::nameText(each.kind) + u':' +
                 each.subject + u':' + each.field;
    return found;
}

QStringList reasonsIn(const release::Gate& gate)
{
    QStringList keys;
    for (const auto& reason : gate.reasons)
        keys += release::keyOf(reason);
    return keys;
}

} // namespace

class DeskReleaseLedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // With one person and no passphrase nothing is in the way, and the ledger says so.
    void whoIsAloneDoesVerifiesAndSigns()
    {
        ReleaseDesk f;
        f.add(utf8("Ana"));
        f.begin();
        f.finish();
        const auto view = f.view();
        QCOMPARE(view->gate.verdict, release::Verdict::Go);
        QVERIFY(view->release->signatures.front().isAlone);
        const auto history = f.history();
        QCOMPARE(history.back().entry.fields.at(utf8("alone")), utf8("yes"));
        QVERIFY(f.verify()->isSound());
    }

    // In a new process nobody has asked yet: the gate says no all the same.
    void aTamperedReleaseIsNoGoAtOnce()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);
        f.restart();
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);
        QCOMPARE(f.view()->ledgerWord, release::LedgerWord::Sound);
        f.tamper(utf8("UPDATE checklist SET frame = replace(frame, '\"rule\":\"go\"', "
                      "'\"rule\":\"gO\"')"));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::NoGo);
        QVERIFY(reasonsIn(f.view()->gate).contains(utf8("ledger_damaged")));
        QCOMPARE(f.list().front().verdict, release::Verdict::NoGo);
    }

    // The newest evidence failed: taking it away makes the older one count, and the chain stays whole.
    void evidenceThatWasTakenAwayIsMissed()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        QVERIFY(f.does(f.beto, pasted("runbook", utf8("it did not work"))));
        f.tamper(utf8("UPDATE checklist_item SET record = replace(record, '\"evidence\":[{', "
                      "'\"evidenced\":[{') WHERE item = 'runbook'"));
        const auto report = f.verify();
        QVERIFY(report->verdict.isSound());
        QCOMPARE(foundIn(*report).size(), 1);
        QVERIFY(foundIn(*report).front().startsWith(utf8("-evidence:")));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::NoGo);
    }

    void aTextThatWasRewrittenIsFound()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.beto, pasted("backup", utf8("restored 41 of 43 tables"))));
        f.tamper(
            utf8("UPDATE checklist_item SET record = replace(record, '41 of 43', '43 of 43')"));
        const auto report = f.verify();
        QVERIFY(report->verdict.isSound());
        QVERIFY2(foundIn(*report).front().endsWith(utf8(":text")),
                 qPrintable(foundIn(*report).front()));
    }

    // A file is changed while the program runs and remembers the release as sound.
    void whatIsStoredIsVerifiedBeforeItGoesOut()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const release::Show show{
            .item = item("runbook"),
            .evidence = {.kind = release::EvidenceKind::File, .title = utf8("runbook.pdf")}};
        QVERIFY(f.does(f.beto, show, QByteArray("step 1")));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);
        const QDir folder(f.folder.filePath(utf8("evidence")));
        QFile file(folder.filePath(folder.entryList(QDir::Files).front()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("step 2");
        file.close();
        const auto begun = f.act(f.ana, release::Steer{.decision = Decision::Begin});
        QVERIFY2(begun, qPrintable(begun ? QString() : begun.error().detail));
        QCOMPARE(begun->error().why, Why::NotGo);
        QVERIFY(reasonsIn(f.view()->gate).contains(utf8("ledger_damaged")));
    }

    void oneThatCannotBeReadHidesNoOther()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const QString sound = f.id;
        f.begin();
        f.tamper(utf8("UPDATE checklist SET frame = '{' WHERE ulid = '%1'").arg(f.id));
        auto all = f.list();
        QCOMPARE(all.size(), std::size_t{2});
        std::ranges::sort(all, {}, &desk::ReleaseSummary::fault);
        QCOMPARE(all[0].id, sound);
        QVERIFY(all[0].fault.isEmpty());
        QCOMPARE(all[1].id, f.id);
        QVERIFY(all[1].fault.contains(f.id));
        QCOMPARE(foundIn(*f.verify()), QStringList{utf8("record:%1:").arg(f.id)});
    }

    void aTemplateThatCannotBeReadHidesNoOther()
    {
        ReleaseDesk f;
        f.hire();
        const auto before = f.templates();
        QVERIFY(!before.empty());
        const auto saved = f.save(before.front().plan, f.ana);
        QCOMPARE(f.templates().size(), before.size() + 1);
        f.tamper(utf8("UPDATE release_template SET record = '{'"));
        QCOMPARE(f.templates().size(), before.size());
        f.ana = *f.signIn(f.everybody().front().id);
        QCOMPARE(f.save(before.front().plan, f.ana)->plan.version, saved->plan.version + 1);
    }

    // A strategy that cannot be kept leaves none of its family half changed.
    void templatesAreSavedTogetherOrNotAtAll()
    {
        ReleaseDesk f;
        f.hire();
        const auto before = f.templates();
        auto plans = std::vector(3, release_desk::smallTemplate());
        plans[1].id = utf8("other");
        plans[2].title = utf8(" ");
        QCOMPARE(codeOf(f.save(plans, f.ana)), Code::Invalid);
        QCOMPARE(f.templates().size(), before.size());
        plans[2].title = utf8("Small, again");
        const auto saved = f.save(plans, f.ana);
        QVERIFY(saved);
        QCOMPARE(saved->at(0).plan.version, 1);
        QCOMPARE(saved->at(1).plan.version, 1);
        QCOMPARE(saved->at(2).plan.version, 2); // of the same id as the first
        QCOMPARE(f.templates().size(), before.size() + 3);
        plans[1].language = utf8("es");
        QCOMPARE(codeOf(f.save(plans, f.ana)), Code::Invalid);
    }

    // Who moved a window and put it back is known afterwards, and the verdict says what it rested on.
    void whoMovesAFreezeIsWrittenDown()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const base::WallTime now = f.clock.wall();
        QVERIFY(f.freeze({utf8("w1"), utf8("Cyber Monday"), now - 1h, now + 48h}, f.ana));
        QCOMPARE(f.refusal(f.ana, release::Steer{.decision = Decision::Begin}), Why::NotGo);
        QVERIFY(f.thaw(utf8("w1"), f.beto));
        QVERIFY(f.does(f.ana, release::Steer{.decision = Decision::Begin}));
        QVERIFY(f.freeze({utf8("w1"), utf8("Cyber Monday"), now - 1h, now + 49h}, f.ana));
        QCOMPARE(codeOf(f.thaw(utf8("w2"), f.beto)), Code::NotFound);
        const auto said = freezeHistory(f);
        QCOMPARE(said.size(), std::size_t{3});
        QCOMPARE(said[1].entry.kind, utf8("thaw"));
        QCOMPARE(said[1].byName, utf8("Beto"));
        QCOMPARE(said[2].text, utf8("Cyber Monday"));
        const auto all = f.history();
        const auto verdict = std::ranges::find(
            all, utf8("verdict"), [](const desk::LedgerLine& line) { return line.entry.kind; });
        QVERIFY(verdict != all.end());
        QCOMPARE(release::freezesSeen(verdict->entry)->count, 2);
        QVERIFY(f.verify()->isSound());
        f.restart();
        QVERIFY(f.verify()->isSound());
        QCOMPARE(f.view()->freezes.size(), std::size_t{1});
    }

    void aFreezeThatIsTamperedWithIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("found");
        const auto of = utf8("checklist = (SELECT id FROM checklist WHERE ulid = 'freezes')");
        QTest::newRow("away") << utf8("DELETE FROM checklist_item WHERE ") + of
                              << utf8("-freeze:w1:");
        QTest::newRow("moved") << utf8("UPDATE checklist_item SET record = replace(record, "
                                       "'\"until\":', '\"until\":1') WHERE ") +
                                      of
                               << utf8("freeze:w1:");
        QTest::newRow("unreadable")
            << utf8("UPDATE checklist_item SET record = '{' WHERE ") + of << utf8("record:w1:");
        QTest::newRow("tail") << utf8("DELETE FROM checklist_entry WHERE ") + of
                              << utf8("freeze:1:tail_cut");
    }
    void aFreezeThatIsTamperedWithIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QString, found);
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const base::WallTime now = f.clock.wall();
        QVERIFY(f.freeze({utf8("w1"), utf8("Cyber Monday"), now + 24h, now + 48h}, f.ana));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);
        f.tamper(sql);
        QCOMPARE(f.view()->gate.verdict, release::Verdict::NoGo);
        const auto report = f.verify();
        QVERIFY2(foundIn(*report).contains(found), qPrintable(foundIn(*report).join(u' ')));
    }

    // With all that rests on it: only the verdict knows that there was more.
    void freezesThatWereCutWholeAreMissedByTheVerdict()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const base::WallTime now = f.clock.wall();
        QVERIFY(f.freeze({utf8("w1"), utf8("Cyber Monday"), now + 24h, now + 48h}, f.ana));
        QVERIFY(f.does(f.ana, release::Steer{.decision = Decision::Begin}));
        QVERIFY(f.verify()->isSound());
        f.tamper(utf8("DELETE FROM checklist WHERE ulid = 'freezes'"));
        QCOMPARE(foundIn(*f.verify()), QStringList{utf8("-freeze:1:tail_cut")});
    }

    // Asked for while another one changes them: what is answered last is what stands.
    void freezesAskedForAmongChangesAreTheNewest()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const base::WallTime now = f.clock.wall();
        int answers = 0;
        for (int i = 0; i < 20; ++i) {
            f.desk->freezeWindows(f.here.caller(), [&](const auto&) { ++answers; });
            f.desk->setFreeze(f.here.caller(), f.ana,
                              {QString::number(i), utf8("x"), now, now + 1h},
                              [&](const base::Result<void>& saved) { answers += saved ? 1 : 0; });
        }
        QVERIFY(f.here.runUntil([&] { return answers == 40; }, 20s));
        QCOMPARE(f.view()->freezes.size(), std::size_t{20});
        QVERIFY(f.verify()->isSound());
    }

    void whatIsErasedIsGoneAndTheChainStaysWhole()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.beto, release::Say{item("backup"), utf8("call Dora at home")}));
        QVERIFY(f.does(f.beto, pasted("backup", utf8("Dora restored it"))));
        const release::Show show{
            .item = item("backup"),
            .evidence = {.kind = release::EvidenceKind::File, .title = utf8("dora.log")}};
        QVERIFY(f.does(f.beto, show, QByteArray("Dora was here")));
        const QDir files(f.folder.filePath(utf8("evidence")));
        QCOMPARE(files.entryList(QDir::Files).size(), 1);

        const auto caro = *f.signIn(f.add(utf8("Caro"), people::Roles{people::Role::Qa}, f.ana));
        QVERIFY(f.view(f.ana)->mayErase);
        QVERIFY(!f.view(caro)->mayErase);
        QCOMPARE(codeOf(erase(f, {.entry = 2, .reason = utf8("asked")}, caro)), Code::Refused);
        QCOMPARE(erase(f, {.entry = 2}, f.ana)->error().why, Why::ReasonMissing);
        QCOMPARE(erase(f, {.entry = 1, .reason = utf8("asked")}, f.ana)->error().why,
                 Why::NothingToErase); // it never had a text
        QCOMPARE((*erase(f, {.entry = 2, .reason = utf8("Dora asked")}, f.ana))->entries, 1);
        QVERIFY(f.view()->release->items[0].discussion[0].text.isEmpty());
        const auto all = *erase(f, {.item = item("backup"), .reason = utf8("asked")}, f.ana);
        QCOMPARE(all->entries, 2);
        QCOMPARE(all->files, 1);
        QVERIFY(files.entryList(QDir::Files).isEmpty());
        QVERIFY(f.view()->release->items[0].evidence[1].isErased);
        QCOMPARE(erase(f, {.entry = 3, .reason = utf8("x")}, f.ana)->error().why,
                 Why::NothingToErase);
        for (const desk::LedgerLine& line : f.history())
            QVERIFY(!line.text.contains(utf8("home")) && !line.text.contains(utf8("restored")));

        const auto report = f.verify();
        QVERIFY2(report->isSound(), qPrintable(foundIn(*report).join(u' ')));
        QCOMPARE(report->verdict.erasedTexts, 3);
        QCOMPARE(report->verdict.erasedUnsaid, 0);
        f.restart();
        QCOMPARE(f.view()->ledgerWord, release::LedgerWord::Sound);
        // What is erased shows nothing any more, whatever the record says.
        f.tamper(utf8("UPDATE checklist_item SET record = replace(record, '\"erased\":true', "
                      "'\"erased\":false')"));
        QVERIFY(foundIn(*f.verify()).join(u' ').contains(utf8(":erased")));
        f.tamper(utf8("UPDATE checklist_item SET record = replace(record, '\"erased\":false', "
                      "'\"erased\":true')"));
        // Not by the program: it is counted, and nobody said so.
        f.tamper(utf8("UPDATE checklist_entry SET salt = x'', text = '' WHERE text = 'asked'"));
        QCOMPARE(f.verify()->verdict.erasedUnsaid, 1);
    }

    // A folder stands where the file should be, as a disk that says no would.
    void whatCouldNotBeErasedIsErasedWhenItIsAskedForAgain()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Show show{
            .item = item("backup"),
            .evidence = {.kind = release::EvidenceKind::File, .title = utf8("dora.log")}};
        QVERIFY(f.does(f.beto, show, QByteArray("Dora was here")));
        QVERIFY(f.ask<store::BackupInfo>([&](base::Caller& c, auto done) {
            f.store->backup({}, utf8("manual"), c.expect<store::BackupInfo>(std::move(done)));
        }));
        const QDir files(f.folder.filePath(utf8("evidence")));
        const QDir copies(f.folder.filePath(utf8("backups/evidence")));
        const QString stuck = files.filePath(files.entryList(QDir::Files).front());
        QVERIFY(QFile::remove(stuck) && QDir().mkpath(stuck + utf8("/inside")));
        QCOMPARE(copies.entryList(QDir::Files).size(), 1);

        const release::Erasure all{.item = item("backup"), .reason = utf8("Dora asked")};
        const auto failed = erase(f, all, f.ana);
        QCOMPARE(codeOf(failed), Code::Offline);
        QVERIFY2(failed.error().detail.startsWith(utf8("cannot remove ")),
                 qPrintable(failed.error().detail));
        QVERIFY2(copies.entryList(QDir::Files).isEmpty(), "the copies go all the same");
        const auto said = f.history().size();
        QCOMPARE(codeOf(erase(f, all, f.ana)), Code::Offline);

        QVERIFY(QDir(stuck).removeRecursively());
        QFile file(stuck);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dora was here");
        file.close();
        QCOMPARE(erase(f, {.item = item("backup")}, f.ana)->error().why, Why::ReasonMissing);
        const auto again = erase(f, all, f.ana);
        QVERIFY(again && *again);
        QCOMPARE((*again)->entries, 0);
        QCOMPARE((*again)->files, 1);
        QVERIFY(files.entryList(QDir::Files).isEmpty());
        QCOMPARE(f.history().size(), said);
        QVERIFY(f.verify()->isSound());
        QCOMPARE(erase(f, all, f.ana)->error().why, Why::NothingToErase);
    }

    void aFileThatWasLeftGoesWithWhatIsErasedNext()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Show show{
            .item = item("backup"),
            .evidence = {.kind = release::EvidenceKind::File, .title = utf8("dora.log")}};
        QVERIFY(f.does(f.beto, show, QByteArray("Dora was here")));
        const QDir files(f.folder.filePath(utf8("evidence")));
        const QString stuck = files.filePath(files.entryList(QDir::Files).front());
        QVERIFY(QFile::remove(stuck) && QDir().mkpath(stuck + utf8("/inside")));
        const release::Erasure all{.item = item("backup"), .reason = utf8("Dora asked")};
        QCOMPARE(codeOf(erase(f, all, f.ana)), Code::Offline);
        QVERIFY(QDir(stuck).removeRecursively() && QFile(stuck).open(QIODevice::WriteOnly));
        QVERIFY(f.does(f.beto, release::Say{item("backup"), utf8("Dora restored it")}));
        const auto rest = erase(f, all, f.ana);
        QVERIFY(rest && *rest);
        QCOMPARE((*rest)->entries, 1);
        QCOMPARE((*rest)->files, 1);
        QVERIFY(f.verify()->isSound());
    }

    // What it was imported from is what somebody wrote, too.
    void theImportedFileIsErasedAndTheChainStaysWhole()
    {
        ReleaseDesk f;
        f.hire();
        const release::Erasure source{.item = {}, .reason = utf8("Dora asked"), .isSource = true};
        f.begin();
        QCOMPARE(erase(f, source, f.ana)->error().why, Why::NothingToErase); // it has none
        const auto made = f.create({.plan = release_desk::smallTemplate(),
                                    .title = utf8("imported"),
                                    .source = desk::ReleaseSource{utf8("x.md"), "# Dora\n"}},
                                   f.ana);
        QVERIFY(made);
        f.id = made->release->id;
        const auto gone = erase(f, source, f.ana);
        QVERIFY(gone && *gone);
        QCOMPARE((*gone)->files, 1);
        const auto left = f.ask<desk::ReleaseSource>(
            [&](base::Caller& c, auto done) { f.desk->releaseSource(c, f.id, std::move(done)); });
        QCOMPARE(codeOf(left), Code::NotFound);
        QVERIFY(f.view()->release->isSourceErased);
        QVERIFY(f.verify()->isSound());
        QCOMPARE(erase(f, source, f.ana)->error().why, Why::NothingToErase);
        f.restart();
        QVERIFY(f.view()->release->isSourceErased);
        QVERIFY(f.verify()->isSound());
        // Taken away behind the program's back, it would say that it never was imported.
        f.tamper(utf8("UPDATE checklist SET frame = replace(frame, '\"source_erased\":true', "
                      "'\"source_erased\":false')"));
        QCOMPARE(foundIn(*f.verify()), QStringList{utf8("release:%1:source_erased").arg(f.id)});
    }

    void aFileThatAnotherItemShowsStays()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        for (const char* each : {"backup", "runbook"}) {
            const release::Show show{
                .item = item(each),
                .evidence = {.kind = release::EvidenceKind::File, .title = utf8("all.log")}};
            QVERIFY(f.does(f.beto, show, QByteArray("the same")));
        }
        const auto erased = *erase(f, {.item = item("backup"), .reason = utf8("asked")}, f.ana);
        QCOMPARE(erased->entries, 1);
        QCOMPARE(erased->files, 0);
        QVERIFY(f.verify()->isSound());
    }

private:
    static std::vector<desk::LedgerLine> freezeHistory(ReleaseDesk& f)
    {
        return f
            .ask<std::vector<desk::LedgerLine>>(
                [&](base::Caller& c, auto done) { f.desk->freezeHistory(c, std::move(done)); })
            .value_or(std::vector<desk::LedgerLine>());
    }
    static base::Result<desk::EraseAnswer> erase(ReleaseDesk& f, const release::Erasure& what,
                                                 const desk::Badge& badge)
    {
        f.clock.advance(1s);
        return f.ask<desk::EraseAnswer>([&](base::Caller& c, auto done) {
            f.desk->eraseReleaseTexts(c, badge, {.release = f.id, .what = what}, std::move(done));
        });
    }
};

RELEVO_TEST(DeskReleaseLedgerTest)
#include "release_ledger_test.moc"

#include <algorithm>
