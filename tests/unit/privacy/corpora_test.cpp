// SPDX-License-Identifier: GPL-3.0-or-later
// How well personal data is found, and how rarely something else is taken for it: spec/privacy.md,
// "Measured".
#include "privacy/privacy.h"
#include "support/runner.h"
#include "unit/privacy/corpus.h"

#include <QMap>

#include <cstdio>

using namespace privacy_test;

namespace {

struct Figures {
    int asked = 0;
    int found = 0;
    int mistyped = 0;
    int mistypedFound = 0;
    int extra = 0; ///< of this kind, in positives, where none is
    [[nodiscard]] double recall() const { return asked == 0 ? 1.0 : 1.0 * found / asked; }
};

bool isWhole(const Labelled& wanted, const privacy::Entity& entity, const QString& text)
{
    const qsizetype at = text.indexOf(wanted.text);
    if (wanted.kind != QLatin1String(privacy::kindName(entity.kind)))
        return false;
    return entity.start == at && entity.end == at + wanted.text.size();
}

QString said(const std::vector<privacy::Entity>& entities)
{
    QString text;
    for (const auto& entity : entities)
        text += QStringLiteral(" %1<%2>").arg(QLatin1String(privacy::kindName(entity.kind)),
                                              entity.text);
    return text;
}

} // namespace

class CorporaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreLargeAndHoldEveryKind()
    {
        const auto positives = readLines("privacy_positives.jsonl");
        QVERIFY(positives.size() >= 600);
        QVERIFY(readLines("privacy_negatives.jsonl").size() >= 400);
        QSet<QString> kinds;
        for (const Line& line : positives) {
            for (const auto& entity : line.entities) {
                kinds.insert(entity.kind);
                QVERIFY2(line.text.contains(entity.text), qPrintable(line.text));
            }
        }
        QCOMPARE(kinds.size(), qsizetype(privacy::kKinds));
    }

    void personalDataIsFound()
    {
        QMap<QString, Figures> kinds;
        int sure = 0;
        for (const Line& line : readLines("privacy_positives.jsonl")) {
            const auto found = privacy::find(line.text, {line.names});
            std::size_t hits = 0;
            for (const Labelled& wanted : line.entities) {
                Figures& figures = kinds[wanted.kind];
                const bool isFound = std::ranges::any_of(found, [&](const privacy::Entity& entity) {
                    return isWhole(wanted, entity, line.text);
                });
                hits += isFound ? 1 : 0;
                figures.asked += 1;
                figures.found += isFound ? 1 : 0;
                figures.mistyped += line.isMistyped ? 1 : 0;
                figures.mistypedFound += line.isMistyped && isFound ? 1 : 0;
                if (!isFound)
                    std::printf("line %d: %s is missed in: %s\n    found:%s\n", line.number,
                                qPrintable(wanted.kind), qPrintable(line.text),
                                qPrintable(said(found)));
            }
            for (const auto& entity : found)
                sure += entity.certainty == privacy::Certainty::Sure ? 1 : 0;
            if (found.size() > hits)
                ++kinds[line.entities.front().kind].extra;
        }
        report(kinds, sure);
        for (auto it = kinds.begin(); it != kinds.end(); ++it) {
            const bool isLoose =
                it.key() == QLatin1String("address") || it.key() == QLatin1String("name");
            QVERIFY2(it->recall() >= (isLoose ? 0.9 : 0.99), qPrintable(it.key()));
        }
    }

    void nothingElseIsTakenForIt()
    {
        QMap<QString, QPair<int, int>> subjects; // lines, of them wrong
        QMap<QString, int> kinds;
        int wrong = 0, lines = 0;
        for (const Line& line : readLines("privacy_negatives.jsonl")) {
            const auto found = privacy::find(line.text);
            ++lines;
            ++subjects[line.about].first;
            if (found.empty())
                continue;
            ++wrong;
            ++subjects[line.about].second;
            for (const auto& entity : found)
                ++kinds[QLatin1String(privacy::kindName(entity.kind))];
            std::printf("line %d, %s:%s in: %s\n", line.number, qPrintable(line.about),
                        qPrintable(said(found)), qPrintable(line.text));
        }
        for (auto it = subjects.begin(); it != subjects.end(); ++it)
            std::printf("%-14s %4d lines, %d wrong\n", qPrintable(it.key()), it->first, it->second);
        for (auto it = kinds.begin(); it != kinds.end(); ++it)
            std::printf("false %-14s %d\n", qPrintable(it.key()), *it);
        std::printf("%d of %d negatives are masked\n", wrong, lines);
        QVERIFY(wrong <= 0.005 * lines);
    }

private:
    static void report(const QMap<QString, Figures>& kinds, int sure)
    {
        Figures all;
        std::printf("%-16s %6s %6s %8s %9s %6s\n", "kind", "lines", "found", "recall", "mistyped",
                    "extra");
        for (auto it = kinds.begin(); it != kinds.end(); ++it) {
            std::printf("%-16s %6d %6d %8.3f %4d/%-4d %6d\n", qPrintable(it.key()), it->asked,
                        it->found, it->recall(), it->mistypedFound, it->mistyped, it->extra);
            all.asked += it->asked;
            all.found += it->found;
            all.extra += it->extra;
        }
        std::printf("%-16s %6d %6d %8.3f %9s %6d; %d sure\n", "all", all.asked, all.found,
                    all.recall(), "", all.extra, sure);
    }
};

RELEVO_TEST(CorporaTest)
#include "corpora_test.moc"
