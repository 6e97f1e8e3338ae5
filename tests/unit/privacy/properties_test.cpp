// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every text: shown over texts put together by chance, whose seed is printed.
#include "base/random.h"
#include "privacy/kinds/number_runs.h"
#include "privacy/privacy.h"
#include "support/runner.h"
#include "unit/privacy/corpus.h"

#include <algorithm>
#include <cstdio>

namespace {

constexpr int kTexts = 3000;

QStringList pieces()
{
    QStringList all;
    for (const auto& line : privacy_test::readLines("privacy_positives.jsonl")) {
        all += line.text;
        for (const auto& entity : line.entities)
            all += entity.text;
    }
    for (const auto& line : privacy_test::readLines("privacy_negatives.jsonl"))
        all += line.text;
    for (const char* each : {" ",         "\n",
                             ", ",        ".",
                             "-",         ":",
                             "=",         "/",
                             "(",         ")",
                             "@",         "\"",
                             "dni ",      "tel ",
                             "cuit ",     "la contraseña es ",
                             "pin ",      "vivo en ",
                             "calle ",    "alias ",
                             "pedido ",   "factura ",
                             "[EMAIL-1]", "[DNI-",
                             "\u200b",    "\u0301",
                             "😀",         "https://",
                             "?token=",   " arroba ",
                             " punto ",   "30123456",
                             "4321 5678", "15 4321 5678",
                             "pesos",     "x",
                             "ñ"})
        all += QString::fromUtf8(each);
    return all;
}

/// Now and then only a part of a piece, so that everything is also cut.
QString textBy(const QStringList& pieces, base::Random& random)
{
    QString text;
    for (quint64 n = 1 + random.below(8); n > 0; --n) {
        const QString& piece = pieces[qsizetype(random.below(quint64(pieces.size())))];
        const bool isCut = random.below(4) == 0;
        text += isCut ? piece.mid(qsizetype(random.below(quint64(piece.size()))),
                                  qsizetype(1 + random.below(20)))
                      : piece;
        text += random.below(2) ? QStringLiteral(" ") : QString();
    }
    return text;
}

std::size_t shapesOf(const QString& text)
{
    const privacy::Normalised normalised(text);
    std::size_t shapes = 0;
    for (const auto& run : privacy::runsOf(normalised.bytes()))
        privacy::eachShape(normalised.bytes(), run, [&](const privacy::NumberShape&) { ++shapes; });
    return shapes;
}

} // namespace

class PropertiesTest : public QObject
{
    Q_OBJECT

private:
    const quint64 m_seed = base::SystemRandom().below(1'000'000'000);

private Q_SLOTS:
    void initTestCase() { std::printf("seed %llu\n", static_cast<unsigned long long>(m_seed)); }

    void maskingTwiceIsMaskingOnce()
    {
        base::SeededRandom random(m_seed);
        const auto all = pieces();
        for (int i = 0; i < kTexts; ++i) {
            const QString text = textBy(all, random);
            const QString masked = privacy::mask(text);
            QVERIFY2(privacy::mask(masked) == masked, qPrintable(text));
        }
    }
    void entitiesAreOrderedApartAndTrue()
    {
        base::SeededRandom random(m_seed + 1);
        const auto all = pieces();
        for (int i = 0; i < kTexts; ++i) {
            const QString text = textBy(all, random);
            qsizetype end = 0;
            for (const auto& entity : privacy::find(text)) {
                QVERIFY2(entity.start >= end && entity.end > entity.start, qPrintable(text));
                QCOMPARE(entity.text, text.mid(entity.start, entity.end - entity.start));
                QCOMPARE(entity.score >= privacy::kSureScore,
                         entity.certainty == privacy::Certainty::Sure);
                end = entity.end;
            }
            QVERIFY(end <= text.size());
        }
    }
    /// What the cheap look lets pass holds nothing: explain() searches without it.
    void theCheapLookMissesNothing()
    {
        base::SeededRandom random(m_seed + 2);
        const auto all = pieces();
        for (int i = 0; i < kTexts; ++i) {
            const QString text = textBy(all, random);
            if (privacy::mayHold(text))
                continue;
            for (const auto& each : privacy::explain(text))
                QVERIFY2(each.outcome == privacy::Outcome::Left, qPrintable(text));
        }
    }
    void theExplanationAgreesWithWhatIsMasked()
    {
        base::SeededRandom random(m_seed + 3);
        const auto all = pieces();
        for (int i = 0; i < kTexts / 3; ++i) {
            const QString text = textBy(all, random);
            const auto considered = privacy::explain(text);
            const auto masked = std::ranges::count_if(considered, [](const auto& each) {
                return each.outcome != privacy::Outcome::Left;
            });
            QVERIFY2(std::size_t(masked) == privacy::find(text).size(), qPrintable(text));
        }
    }
    void restoringGivesTheTextBack()
    {
        base::SeededRandom random(m_seed + 4);
        const auto all = pieces();
        for (int i = 0; i < kTexts / 3; ++i) {
            const QString text = textBy(all, random);
            const auto entities = privacy::find(text);
            privacy::Pseudonyms names;
            const QString masked = privacy::mask(text, entities, names);
            for (const auto& entity : entities)
                QVERIFY(names.originalOf(names.tokenOf(entity.kind, entity.text)));
            privacy::Restorer restorer(names);
            QString restored;
            for (qsizetype at = 0; at < masked.size();) {
                const auto size = std::min(masked.size() - at, qsizetype(1 + random.below(5)));
                restored += restorer.feed(QStringView(masked).mid(at, size));
                at += size;
            }
            QCOMPARE(restored + restorer.finish(), names.restore(masked));
        }
    }
    /// However the text is cut: the stream holds back what is not finished.
    void aStreamMasksLikeTheWhole()
    {
        base::SeededRandom random(m_seed + 5);
        QString text;
        const auto lines = privacy_test::readLines("privacy_positives.jsonl");
        while (text.size() < 300'000) {
            const auto& line = lines[std::size_t(random.below(lines.size()))];
            // Words of the line before would count for this one, here and in the whole alike.
            text += line.text + QStringLiteral("\n\nuno dos tres cuatro cinco seis siete ocho\n\n");
        }
        privacy::Pseudonyms names, others;
        const QString whole = privacy::mask(text, privacy::Context{}, names);
        privacy::StreamMasker masker(others);
        QString streamed;
        for (qsizetype at = 0; at < text.size();) {
            const auto size = std::min(text.size() - at, qsizetype(1 + random.below(50'000)));
            streamed += masker.feed(QStringView(text).mid(at, size));
            at += size;
        }
        streamed += masker.finish();
        QCOMPARE(streamed.size(), whole.size());
        QVERIFY(streamed == whole);
    }

    void workGrowsWithTheTextAndNoFaster_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char* piece :
             {"1 ", "12 ", "123 ", "1234567 ", "11 4321-5678 ", "20-12345678-6 ", "1-", "12.",
              "(11) ", "dni 30123456 ", "tel 123456 ", "ES91 ", "X1234567", "a@b.co ", "clave a1 ",
              "ab:"})
            QTest::newRow(piece) << QString::fromUtf8(piece);
    }
    /// Counted, not timed: what is cut out, and what is weighed.
    void workGrowsWithTheTextAndNoFaster()
    {
        QFETCH(QString, piece);
        const QString text = piece.repeated(400), twice = piece.repeated(800);
        QVERIFY(shapesOf(twice) <= 2 * shapesOf(text) + 64);
        QVERIFY(shapesOf(twice) <= privacy::kMostGroups * std::size_t(twice.size()));
        const auto weighed = privacy::explain(text).size();
        QVERIFY(privacy::explain(twice).size() <= 2 * weighed + 64);
    }
    void theLibraryIsAskedSoOftenAndNoMore()
    {
        privacy::PhoneBook book(2);
        using Answer = privacy::PhoneBook::Answer;
        QCOMPARE(book.ask("1143215678", "AR"), Answer::Person);
        QCOMPARE(book.ask("1143215678", "AR"), Answer::Person);
        QCOMPARE(book.left(), 1);
        QCOMPARE(book.ask("08005551234", "AR"), Answer::Service);
        QCOMPARE(book.ask("3514321098", "AR"), Answer::Unasked);
        QCOMPARE(book.ask("08005551234", "AR"), Answer::Service);
    }
    void beyondTheBoundAPhonesShapeIsMasked()
    {
        QString text;
        for (int i = 0; i < 900; ++i)
            text += QStringLiteral("351 4%1-%2\n").arg(i / 10 + 10).arg(1000 + i);
        QCOMPARE(privacy::find(text).size(), std::size_t{900});
        const QString masked = privacy::mask(text);
        QCOMPARE(privacy::mask(masked), masked);
    }
};

RELEVO_TEST(PropertiesTest)
#include "properties_test.moc"
