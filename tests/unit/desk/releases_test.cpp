// SPDX-License-Identifier: GPL-3.0-or-later
// Releases as people work on them together: what each may do, what the ledger keeps, and whether what is
// stored is what was said.
#include "desk/releases/actors.h"
#include "release_desk.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>

using base::Code;
using people::Role;
using people::Roles;
using people_desk::codeOf;
using people_desk::kPassphrase;
using release::Decision;
using release::Step;
using release::Why;
using release_desk::item;
using release_desk::pasted;
using release_desk::step;
using ReleaseDesk = release_desk::Desk;
using namespace std::chrono_literals;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// "altered 3": what was found, and where.
QStringList faultsIn(const std::vector<release::LedgerFault>& faults)
{
    QStringList found;
    for (const auto& fault : faults)
        found += release::nameText(fault.kind) + u' ' + QString::number(fault.number);
    return found;
}

release::Readings readings(base::WallTime now, double errors)
{
    release::Readings readings;
    readings.series[text("http_error_ratio")] = {{now, errors}};
    return readings;
}

} // namespace

class DeskReleasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Rehearsed before, with other steps it is not; and the ledger knows both.
    void howItGoesOutIsPlannedAnew()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.ana, release::Rehearse{}));
        const auto before = f.view()->release;
        release::PlanRollout deed{before->canaryPlan, before->rollbackPlan};
        deed.canary.stages = {{50, std::chrono::minutes(10)}, {100, std::chrono::minutes(10)}};
        deed.rollback.steps.push_back({.title = QStringLiteral("Look again")});
        QVERIFY(f.does(f.ana, deed));
        const auto after = f.view()->release;
        QCOMPARE(after->canaryPlan, deed.canary);
        QCOMPARE(after->rollbackPlan.steps.size(), before->rollbackPlan.steps.size() + 1);
        QVERIFY(!after->rollbackPlan.rehearsedAt);
        const auto entries = f.history().size();
        QVERIFY(f.does(f.ana, deed)); // it is so already: nothing is said, no signature is void
        QCOMPARE(f.history().size(), entries);
        QCOMPARE(f.view()->release->planChangedAt, after->planChangedAt);
        QVERIFY(f.verify()->isSound());
        QCOMPARE(f.refusal(f.beto, deed).has_value(), false); // the shop refuses, not the rules
        f.restart();
        QCOMPARE(f.view()->release->canaryPlan, deed.canary);
    }

    void isPlayedThroughByTwo()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QCOMPARE(f.view()->gate.verdict, release::Verdict::NoGo);
        QCOMPARE(f.refusal(f.ana, release::Steer{.decision = Decision::Begin}), Why::NotGo);
        QCOMPARE(f.refusal(f.beto, step(Step::Start, "backup")), std::nullopt);
        QVERIFY(f.does(f.beto, step(Step::Block, "runbook", text("nobody knows the host"))) ||
                f.does(f.beto, step(Step::Start, "runbook")));
        QCOMPARE(f.refusal(f.beto, step(Step::Finish, "backup")), Why::EvidenceMissing);
        QVERIFY(f.does(f.beto, pasted("backup", text("restored in 4 min"))));
        QVERIFY(f.does(f.beto, step(Step::Finish, "backup")));
        QCOMPARE(f.refusal(f.beto, step(Step::Verify, "backup")), Why::OwnWork);
        QVERIFY(f.does(f.ana, step(Step::Verify, "backup")));
        QVERIFY(f.does(f.ana, step(Step::Unblock, "runbook")));
        QVERIFY(f.does(f.beto, step(Step::Finish, "runbook")));
        QVERIFY(f.does(f.ana, release::Sign{.rule = text("go"), .comment = text("good")}));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);

        playCanary(f);
        const auto report = f.verify();
        QVERIFY(report->isSound() && report->isKeyed);
        QCOMPARE(report->verdict.count, static_cast<qint64>(f.history().size()));
        QVERIFY(!report->verdict.isCompletenessKnown);
        f.restart();
        QVERIFY(f.verify(report->verdict.head)->verdict.isCompletenessKnown);
    }

    void oneByteOfTheLedgerIsFound()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const qint64 number = f.verify()->verdict.count - 2;
        f.tamper(
            text("UPDATE checklist_entry SET line = replace(line, '\"runbook\"', '\"runbooK\"') "
                 "WHERE number = %1")
                .arg(number));
        const auto report = f.verify();
        QVERIFY(!report->isSound());
        QVERIFY2(faultsIn(report->verdict.integrity).contains(text("altered %1").arg(number)),
                 qPrintable(faultsIn(report->verdict.integrity).join(u',')));
        QCOMPARE(f.view()->gate.verdict,
                 release::Verdict::NoGo); // a damaged ledger decides nothing
    }

    void aCutTailIsFound()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const auto head = f.verify()->verdict.head;
        f.tamper(text("DELETE FROM checklist_entry WHERE number = %1").arg(head.count));
        QVERIFY(faultsIn(f.verify()->verdict.completeness)
                    .contains(text("tail_cut %1").arg(head.count)));
    }

    // Whoever can cut the tail can cut what rests on it: then only a head that was given away tells.
    void aTailCutWithAllThatRestsOnItIsFoundByTheHeadGivenAway()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const auto early = f.verify()->verdict.head;
        f.finish();
        const auto late = f.verify()->verdict.head;
        const auto report = f.verify(early);
        QVERIFY(report->isSound() && report->verdict.isCompletenessKnown);
        auto forged = late;
        forged.count += 1;
        QCOMPARE(faultsIn(f.verify(forged)->verdict.completeness).size(), 1);
    }

    void anAlteredOrMissingFileIsFound()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Show show{
            .item = item("backup"),
            .evidence = {.kind = release::EvidenceKind::File, .title = text("restore.log")}};
        QVERIFY(f.does(f.beto, show, QByteArray("all 41 tables restored\n")));
        const QDir evidence(f.folder.filePath(text("evidence")));
        const QStringList files = evidence.entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        const QByteArray hash = QByteArray::fromHex(files.front().toLatin1());
        QCOMPARE(fileOf(f, hash).value_or(QByteArray()), QByteArray("all 41 tables restored\n"));

        QFile file(evidence.filePath(files.front()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("ALL");
        file.close();
        QCOMPARE(faultsIn(f.verify()->verdict.integrity), QStringList{text("file_altered 2")});
        QCOMPARE(codeOf(fileOf(f, hash)), Code::Corrupt);
        QVERIFY(file.remove());
        QCOMPARE(faultsIn(f.verify()->verdict.integrity), QStringList{text("file_missing 2")});
        QCOMPARE(codeOf(fileOf(f, hash)), Code::NotFound);
    }

    // The chain is whole, and the release beside it says something else.
    void whatIsShownAndWasNeverSaidIsFound()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.tamper(
            text("UPDATE checklist_item SET record = replace(record, '\"todo\"', '\"verified\"') "
                 "WHERE item = 'backup'"));
        const auto report = f.verify();
        QVERIFY(report->verdict.isSound() && !report->isSound());
        QCOMPARE(report->unattested.front().subject, text("backup"));
        QCOMPARE(report->unattested.front().field, text("state"));
    }

    void whatCannotBeReadIsNamed()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.tamper(text("UPDATE checklist_item SET record = '{' WHERE item = 'backup'"));
        QCOMPARE(codeOf(f.view()), Code::Corrupt);
        f.beto = *f.signIn(f.everybody().back().id); // a badge ends with the program
        QCOMPARE(codeOf(f.act(f.beto, step(Step::Start, "backup"))), Code::Corrupt);
        const auto report = f.verify();
        QVERIFY(!report->isSound() && report->verdict.isSound());
        QCOMPARE(report->unattested.front().kind, release::Unattested::Kind::Record);
        QCOMPARE(report->unattested.front().subject, text("backup"));
    }

    void rolesDecide()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const auto caro = *f.signIn(f.add(text("Caro"), Roles{Role::Agent}, f.ana));
        QCOMPARE(
            codeOf(f.create({.plan = release_desk::smallTemplate(), .title = text("x")}, caro)),
            Code::Refused);
        QCOMPARE(codeOf(f.act(caro, step(Step::Start, "backup"))), Code::Refused);
        QCOMPARE(codeOf(f.act({}, step(Step::Start, "backup"))), Code::Refused);
        QCOMPARE(codeOf(f.act(f.beto, release::RemoveItem{item("backup")})), Code::Refused);
        QCOMPARE(f.view(caro)->me.roles, release::Roles());
        QCOMPARE(f.view(f.beto)->me.roles,
                 (release::Roles{release::Role::Qa, release::Role::Sre, release::Role::Security}));
        QVERIFY(!f.view()->me.person.isValid());
    }

    void everyDeedAsksForWhatItIs_data()
    {
        using people::Action;
        QTest::addColumn<release::Deed>("deed");
        QTest::addColumn<int>("action");
        const auto row = [](const char* name, const release::Deed& deed, Action action) {
            QTest::newRow(name) << deed << static_cast<int>(action);
        };
        row("start", step(Step::Start, "a"), Action::WorkOnItems);
        row("verify", step(Step::Verify, "a"), Action::VerifyItems);
        row("waive", step(Step::Waive, "a"), Action::WaiveItems);
        row("plan", release::PlanItem{}, Action::EditReleases);
        row("rule", release::PlanRule{}, Action::EditReleases);
        row("assign", release::Assign{}, Action::WorkOnItems);
        row("show", release::Show{}, Action::WorkOnItems);
        row("sign", release::Sign{}, Action::SignOff);
        row("override", release::AskOverride{}, Action::OverrideGate);
        row("approve", release::ApproveOverride{}, Action::OverrideGate);
        row("steer", release::Steer{}, Action::SteerCanary);
        row("out", release::GoOut{}, Action::DecideRelease);
        row("back", release::RollBack{}, Action::RollBack);
        row("rehearse", release::Rehearse{}, Action::RollBack);
        row("date", release::Reschedule{}, Action::EditReleases);
    }
    void everyDeedAsksForWhatItIs()
    {
        QFETCH(release::Deed, deed);
        QFETCH(int, action);
        QCOMPARE(static_cast<int>(desk::actionOf(deed)), action);
    }

    // The shop and the release have one table of who may do what.
    void aLeadChangesWhatTheyMade()
    {
        ReleaseDesk f;
        f.hire();
        const auto lead = *f.signIn(f.add(text("Caro"), Roles{Role::Lead}, f.ana));
        const auto made =
            f.create({.plan = release_desk::smallTemplate(), .title = text("2.5")}, lead);
        QVERIFY(made);
        f.id = made->release->id;
        release::ItemPlan plan = made->release->items.front().plan;
        plan.acceptance = text("within an hour");
        QVERIFY(f.does(lead, release::PlanItem{plan}));
        QVERIFY(f.does(lead, step(Step::Start, "backup")));
        QCOMPARE(codeOf(f.act(lead, release::Sign{.rule = text("go")})), Code::Refused);
    }

    void aloneNothingIsInTheWay()
    {
        ReleaseDesk f;
        const auto ana = f.add(text("Ana"));
        f.begin();
        QCOMPARE(f.view()->me.person, ana);
        QVERIFY(f.does({}, step(Step::Start, "runbook")));
        QVERIFY(f.does({}, step(Step::Finish, "runbook")));
        QVERIFY(f.does({}, release::Rehearse{}));
    }

    void aSignatureIsProved()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const auto ana = f.whoAmI(f.ana)->person;
        QVERIFY(f.setPassphrase(ana, kPassphrase, {}, f.ana));
        f.ana = *f.signIn(ana, kPassphrase);
        QVERIFY(f.does(f.ana, release::Say{item("backup"), text("on it")}));
        const release::Sign sign{.rule = text("go")};
        QCOMPARE(codeOf(f.act(f.ana, sign)), Code::Refused);
        QVERIFY(f.view()->release->signatures.empty());
        f.clock.advance(1min);
        QVERIFY(f.act(f.ana, sign, {}, kPassphrase).value());
        QCOMPARE(f.view()->release->signatures.size(), std::size_t{1});
        QVERIFY(f.view()->release->signatures.front().isProved);
        QCOMPARE(f.history().back().entry.fields.at(text("proved")), text("yes"));
    }

    void whoHasNoPassphraseSignsWithoutAProof()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.ana, release::Sign{.rule = text("go")}));
        QVERIFY(!f.view()->release->signatures.front().isProved);
        QVERIFY(f.verify()->isSound());
    }

    void aScheduleSaysWhatItFoundAndNobodyElse()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Evidence evidence{.kind = release::EvidenceKind::Check,
                                         .outcome = release::Outcome::Failed,
                                         .title = text("Health"),
                                         .text = text("asked ana@example.com"),
                                         .run = {.checkId = text("health"), .httpStatus = 503}};
        const auto found = f.ask<desk::DeedAnswer>([&](base::Caller& c, auto done) {
            f.desk->recordFinding(c, f.id, item("backup"), evidence, std::move(done));
        });
        QVERIFY(found && *found);
        const auto& kept = (*found)->release->items.front().evidence.front();
        QVERIFY(!kept.by.isValid() && !kept.text.contains(u'@'));
        QCOMPARE(codeOf(f.act(f.ana, release::Found{item("backup"), evidence})), Code::Refused);
        QVERIFY(f.verify()->isSound());
    }
    void checksKnowTheirHost()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const auto set = [](const char* value) {
            return release::SetParameter{text("host"), text(value)};
        };
        QVERIFY(f.does(f.beto, set("https://staging.example")));
        QCOMPARE(codeOf(f.act(f.beto, set("https://ana:s3cr3tW0rd@staging.example"))),
                 Code::Refused);
        f.restart();
        QCOMPARE(f.view()->release->parameters.value(text("host")),
                 text("https://staging.example"));
        f.beto = *f.signIn(f.everybody().back().id);
        QVERIFY(f.does(f.beto, set("")));
        QVERIFY(f.view()->release->parameters.isEmpty());
        QVERIFY(f.verify()->isSound());
    }

    // Whoever is second sees what the first one left.
    void twoAtOnceAreOneAfterTheOther()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        int done = 0, refused = 0;
        for (int i = 0; i < 20; ++i) {
            const desk::ReleaseDeed say{.release = f.id,
                                        .deed = release::Say{item("backup"), QString::number(i)}};
            f.desk->actOnRelease(f.here.caller(), i % 2 == 0 ? f.ana : f.beto, say,
                                 [&](const base::Result<desk::DeedAnswer>& answer) {
                                     ++(answer && *answer ? done : refused);
                                 });
        }
        QVERIFY(f.here.runUntil([&] { return done + refused == 20; }, 20s));
        QCOMPARE(done, 20);
        QCOMPARE(f.view()->release->items.front().discussion.size(), std::size_t{20});
        QVERIFY(f.verify()->isSound());
    }

    // What is done while somebody verifies is no damage.
    void verifyingAmongDeedsFindsNothing()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        int answers = 0, sound = 0;
        for (int i = 0; i < 60; ++i) {
            const desk::ReleaseDeed say{.release = f.id,
                                        .deed = pasted("backup", QString::number(i))};
            f.desk->actOnRelease(f.here.caller(), f.beto, say,
                                 [](const base::Result<desk::DeedAnswer>&) {});
            f.desk->verifyRelease(f.here.caller(), f.id, {},
                                  [&](const base::Result<desk::LedgerReport>& report) {
                                      ++answers;
                                      sound += report && report->isSound() ? 1 : 0;
                                  });
        }
        QVERIFY(f.here.runUntil([&] { return answers == 60; }, 20s));
        QCOMPARE(sound, 60);
    }

    void withoutAKeyTheVerdictSaysSo()
    {
        ReleaseDesk f{QByteArray()};
        f.hire();
        f.begin();
        const auto report = f.verify();
        QVERIFY(report->isSound() && !report->isKeyed);
        f.ledgerKey = QByteArray(32, 'z'); // another key than the one it was written with
        f.restart();
        QVERIFY(!f.verify()->isSound());
    }

    void nothingIsWrittenWithAnotherKey()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.beto, pasted("backup", text("restored in 4 min"))));
        const QByteArray key = std::exchange(f.ledgerKey, QByteArray(32, 'z'));
        f.restart();
        f.beto = *f.signIn(f.view()->release->items.front().evidence.front().by);
        QCOMPARE(codeOf(f.act(f.beto, pasted("backup", text("and once more")))), Code::NoSecret);
        QVERIFY(f.verify()->verdict.isOfOtherKey);
        f.ledgerKey = key;
        f.restart();
        QVERIFY2(f.verify()->isSound(), "the right key finds what it wrote");
    }

    void freezesStandInTheWay()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const base::WallTime now = f.clock.wall();
        const release::FreezeWindow window{text("w1"), text("Cyber Monday"), now - 1h, now + 48h};
        QCOMPARE(codeOf(f.freeze({.id = text("w"), .from = now, .until = now + 1h}, f.ana)),
                 Code::Invalid);
        QCOMPARE(codeOf(f.freeze({text("w"), text("x"), now, now}, f.ana)), Code::Invalid);
        QVERIFY(f.freeze(window, f.ana));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::NoGo);
        QVERIFY(override(f));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::GoByOverride);
        QVERIFY(f.thaw(text("w1"), f.beto));
        QCOMPARE(f.view()->gate.verdict, release::Verdict::Go);
        QVERIFY(f.verify()->isSound());
    }

    void importsKeepTheirFile()
    {
        ReleaseDesk f;
        f.hire();
        const QByteArray bytes("# X\r\n- [ ] a\xff", 14);
        const auto made = f.create({.plan = release_desk::smallTemplate(),
                                    .title = text("imported"),
                                    .source = desk::ReleaseSource{text("x.md"), bytes}},
                                   f.ana);
        const auto source = f.ask<desk::ReleaseSource>([&](base::Caller& c, auto done) {
            f.desk->releaseSource(c, made->release->id, std::move(done));
        });
        QCOMPARE(source->bytes, bytes);
        QCOMPARE(
            codeOf(f.create({.plan = release_desk::smallTemplate(), .title = text("  ")}, f.ana)),
            Code::Invalid);
        auto cycle = release_desk::smallTemplate();
        cycle.items[0].after = {item("runbook")};
        cycle.items[1].after = {item("backup")};
        QCOMPARE(codeOf(f.create({.plan = cycle, .title = text("x")}, f.ana)), Code::Invalid);
    }

    void theListIsComputed()
    {
        ReleaseDesk f;
        f.hire();
        QVERIFY(f.list().empty());
        f.begin();
        QVERIFY(f.does(
            f.ana, release::Reschedule{.title = text("2.5"), .plannedFor = f.clock.wall() + 24h}));
        f.restart(); // what is listed was read, not remembered
        const auto all = f.list();
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all.front().title, text("2.5"));
        QCOMPARE(all.front().items, 2);
        QCOMPARE(all.front().openBlockers, 1);
        QCOMPARE(all.front().verdict, release::Verdict::NoGo);
        QVERIFY(all.front().plannedFor);
    }

    void thoseThatWentOutAreKnownWithoutAList()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        f.finish();
        const auto before = f.clock.wall();
        const auto out = [&f](base::WallTime since) {
            return f
                .ask<desk::OutReleases>([&](base::Caller& caller, auto done) {
                    f.desk->releasesOut(caller, since, std::move(done));
                })
                .value();
        };
        QVERIFY(out(before - 1h).empty());
        QVERIFY(f.does(f.ana, release::Steer{.decision = Decision::Begin}));
        QCOMPARE(out(before).size(), std::size_t{1});
        QCOMPARE(out(before).front()->id, f.id);
        f.restart(); // and it is read where nobody has opened it yet
        QCOMPARE(out(before).front()->canary.status, release::CanaryStatus::Running);
        f.clock.advance(5h);
        QVERIFY(out(f.clock.wall() - 4h).empty());
    }

    void templatesHaveVersions()
    {
        ReleaseDesk f;
        f.hire();
        const auto before = f.templates();
        const auto shipped = std::ranges::find(before, text("deployment"),
                                               [](const auto& each) { return each.plan.id; });
        QVERIFY(shipped != before.end() && shipped->isShipped);
        auto plan = shipped->plan;
        plan.items.front().title = text("Another title");
        const auto saved = f.save(plan, f.ana);
        QCOMPARE(saved->plan.version, plan.version + 1);
        QCOMPARE(codeOf(f.save(plan, f.beto)), Code::Refused);
        auto secret = plan;
        secret.items.front().acceptance = text("ghp_0123456789abcdefghijABCDEFGHIJ456789");
        QCOMPARE(codeOf(f.save(secret, f.ana)), Code::Refused);
        plan.items.push_back(plan.items.front()); // two of one id
        QCOMPARE(codeOf(f.save(plan, f.ana)), Code::Invalid);
        f.restart();
        const auto after = f.templates();
        QCOMPARE(after.size(), before.size() + 1);
        const auto newest = std::ranges::find(after, text("deployment"),
                                              [](const auto& each) { return each.plan.id; });
        QCOMPARE(newest->plan.items.front().title, text("Another title"));
        QCOMPARE(newest->byName, text("Ana"));
        QVERIFY(!newest->isShipped);
    }

private:
    static base::Result<QByteArray> fileOf(ReleaseDesk& f, const QByteArray& hash)
    {
        return f.ask<QByteArray>(
            [&](base::Caller& c, auto done) { f.desk->releaseEvidence(c, hash, std::move(done)); });
    }
    static bool override(ReleaseDesk& f)
    {
        const release::AskOverride ask{.reason = text("the fix cannot wait"),
                                       .until = f.clock.wall() + 2h,
                                       .role = release::Role::Supervisor};
        if (!f.does(f.ana, ask))
            return false;
        const QString id = f.view()->release->overrides.front().id;
        return f.refusal(f.ana, release::ApproveOverride{id, release::Role::DevLead}) ==
                   Why::AlreadyGiven &&
               f.does(f.beto, release::ApproveOverride{id, release::Role::Sre});
    }
    /// 1, 5 and 25 %, where the errors rise; back to nobody.
    static void playCanary(ReleaseDesk& f)
    {
        const auto steer = [&f](Decision decision, double errors, const QString& reason = {}) {
            return f.does(f.ana,
                          release::Steer{decision, reason, readings(f.clock.wall(), errors)});
        };
        QVERIFY(steer(Decision::Begin, 0));
        for (int stage = 0; stage < 2; ++stage) {
            QCOMPARE(f.refusal(f.ana,
                               release::Steer{Decision::Promote, {}, readings(f.clock.wall(), 0)}),
                     Why::TooEarly);
            f.clock.advance(31min);
            QVERIFY(steer(Decision::Promote, 0.001));
        }
        QCOMPARE(f.view()->release->canary.stage, 2);
        f.clock.advance(31min);
        QCOMPARE(
            f.refusal(f.ana, release::Steer{Decision::Promote, {}, readings(f.clock.wall(), 0.02)}),
            Why::ReasonMissing);
        QVERIFY(steer(Decision::Abort, 0.02, text("2 % of errors")));
        QVERIFY(f.does(
            f.beto, release::RollBack{.trigger = text("errors"), .reason = text("2 % of errors")}));
        QVERIFY(f.does(f.beto, release::RollBackStep{}));
        QVERIFY(f.does(f.beto, release::RollBackStep{}));
        QCOMPARE(f.refusal(f.beto, release::RollBackStep{}), Why::WrongState);
        QVERIFY(f.does(f.beto, release::Rehearse{}));
    }
};

RELEVO_TEST(DeskReleasesTest)
#include "releases_test.moc"
