// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/gate.h"
#include "release/ledger/attest.h"
#include "release/outline.h"
#include "release/report/answers.h"
#include "release/report/history_texts.h"
#include "release/report/report.h"
#include "release/report/report_texts.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QFile>

using namespace release;
using namespace release_test;

namespace history_texts {

ReportWords words(const char* language)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/words/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no words");
    auto loaded = ReportWords::load(file.readAll(), QString::fromLatin1(language));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return *std::move(loaded);
}

QString timeOf(WallTime /*time*/)
{
    return QStringLiteral("TIME");
}

LedgerEntry entryOf(const char* kind, const char* subject,
                    const std::map<QString, QString>& fields = {})
{
    LedgerEntry entry;
    entry.kind = QString::fromLatin1(kind);
    entry.subject = QString::fromLatin1(subject);
    entry.fields = fields;
    return entry;
}

} // namespace history_texts

using history_texts::entryOf;
using history_texts::timeOf;

class HistoryTextsTest : public QObject
{
    Q_OBJECT

    const ReportWords m_es = history_texts::words("es"), m_en = history_texts::words("en");

    QString said(const LedgerEntry& entry, const Release* release = nullptr) const
    {
        const auto of = release ? std::optional<SaidOf>(*release) : std::nullopt;
        return saidText(entry, m_en, timeOf, of ? &*of : nullptr);
    }

private Q_SLOTS:
    void aChangeIsToldInWords()
    {
        QCOMPARE(changeText({Field::Role, QStringLiteral("sre"), QStringLiteral("qa")}, m_es),
                 QStringLiteral("Rol: SRE → QA"));
        QCOMPARE(changeText({Field::Priority, QStringLiteral("low"), {}}, m_es),
                 QStringLiteral("Prioridad: baja → –"));
        QCOMPARE(changeText({Field::AfterGo, QStringLiteral("no"), QStringLiteral("yes")}, m_en),
                 QStringLiteral("After the go: no → yes"));
        QCOMPARE(changeText({Field::Title, QStringLiteral("todo"), QStringLiteral("b")}, m_en),
                 QStringLiteral("Title: todo → b")); // what people wrote stays
    }

    void everyKindOfAnEntryHasWords()
    {
        for (const char* kind : {"created", "plan", "comment", "item", "evidence", "signature",
                                 "override", "canary", "rollback", "rollback_step", "rehearsal",
                                 "release", "verdict", "erasure", "freeze", "thaw"}) {
            for (const ReportWords* words : {&m_es, &m_en})
                QVERIFY2(saidText(entryOf(kind, "x"), *words, timeOf).size() > 3 &&
                             saidText(entryOf(kind, "x"), *words, timeOf) !=
                                 QLatin1StringView(kind),
                         kind);
        }
        QCOMPARE(said(entryOf("of_tomorrow", "x")), QStringLiteral("of_tomorrow"));
    }

    void anItemsEntrySaysWhatBecameOfIt()
    {
        const Release release = releaseWith({plan("a", ItemClass::Required)});
        const auto waived =
            entryOf("item", "a",
                    {{QStringLiteral("state"), QStringLiteral("todo -> waived")},
                     {QStringLiteral("until"), QStringLiteral("2026-12-01T18:00:00.000Z")}});
        QCOMPARE(said(waived), QStringLiteral("to do → waived, until TIME"));
        QCOMPARE(said(waived, &release), titleOf(release, {QStringLiteral("a")}) +
                                             QStringLiteral(": to do → waived, until TIME"));
        QCOMPARE(said(entryOf("item", "a", {{QStringLiteral("role"), QStringLiteral(" -> qa")}})),
                 QStringLiteral("changed what it asks for"));
    }

    void whatTheReleaseSaysOfItselfIsTold()
    {
        QCOMPARE(said(entryOf(
                     "release", "R",
                     {{QStringLiteral("title"), QStringLiteral("2.4 -> 2.5")},
                      {QStringLiteral("planned"), QStringLiteral(" -> 2026-12-01T18:00:00.000Z")},
                      {QStringLiteral("parameter:host"), QStringLiteral(" -> h")}})),
                 QStringLiteral("host: – → h, Planned for: – → TIME, Title: 2.4 → 2.5"));
        QCOMPARE(said(entryOf("verdict", "no_go")),
                 QStringLiteral("acted on the gate's word: No-go"));
        QCOMPARE(said(entryOf("signature", "product",
                              {{QStringLiteral("proved"), QStringLiteral("yes")}})),
                 QStringLiteral("signed product"));
        QCOMPARE(
            said(entryOf("erasure", "R", {{QStringLiteral("entries"), QStringLiteral("2 5")}})),
            QStringLiteral("erased texts, entries: 2"));
        QCOMPARE(said(entryOf("erasure", "R", {{QStringLiteral("source"), QStringLiteral("yes")}})),
                 QStringLiteral("erased the imported file"));
    }

    // "Not now: it is." says nothing.
    void aRefusalWithoutADetailIsAWholeSentence()
    {
        const Release release = releaseWith({plan("a", ItemClass::Required)});
        QCOMPARE(refusalText({.why = Why::WrongState}, release, m_en),
                 QStringLiteral("Not as it stands now"));
        QCOMPARE(refusalText({.why = Why::WrongState, .ids = {QStringLiteral("running")}}, release,
                             m_en),
                 QStringLiteral("Not now: it is running"));
        QCOMPARE(refusalText({.why = Why::NoSuchRule, .ids = {QString()}}, release, m_en),
                 QStringLiteral("Say which one"));
        QCOMPARE(refusalText({.why = Why::NoSuchItem}, release, m_es),
                 QStringLiteral("Falta decir qué punto"));
    }

    void aFaultOfThePlanIsToldInWords()
    {
        const Release release = releaseWith({plan("a", ItemClass::Required, {id("gone")})});
        const Gate gate = gateOf(Outline::of(release), release, {.now = kNow});
        const auto fault =
            std::ranges::find(gate.reasons, Reason::Kind::PlanUnsound, &Reason::kind);
        QVERIFY(fault != gate.reasons.end());
        const QString text = reasonText(*fault, release, {}, m_es);
        QVERIFY2(text.contains(QStringLiteral("(lo que espera no está)")), qPrintable(text));
    }
};

RELEVO_TEST(HistoryTextsTest)
#include "history_texts_test.moc"
