// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what customers type is understood: the corpus (corpus.h) against the flow and the
// catalogue that ship, with the classifier where it is built. What was missed is printed, a line
// each.
#include "support/runner.h"
#include "unit/engine/talk.h"
#include "unit/understanding/classifier.h"
#include "unit/understanding/corpus.h"
#include "unit/understanding/reading.h"

#include <QSet>

using understanding::Classifier;
using understanding::Message;
using understanding::Reading;

namespace understanding {

/// So many of so many; a share where nothing was asked is whole.
class Share
{
public:
    void count(bool isRight)
    {
        ++m_all;
        m_right += isRight ? 1 : 0;
    }
    [[nodiscard]] double value() const { return m_all == 0 ? 1.0 : double(m_right) / m_all; }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 of %2 (%3 %)")
            .arg(m_right)
            .arg(m_all)
            .arg(100.0 * value(), 0, 'f', 1);
    }

private:
    int m_right = 0, m_all = 0;
};

} // namespace understanding

namespace {

// What is reached, and held. The catalogue's phrases were widened by what was missed here: of problems and brands this corpus
// tells what must not get worse, not what to expect of messages never seen.
constexpr double kIntentsRight = 0.95;
constexpr double kDevicesRight = 0.95;
constexpr double kProblemsRight = 0.95;
constexpr double kTurnsMoveOn = 0.90;
constexpr int kMinSpanish = 250;
constexpr int kMinEnglish = 190;

bool haveCommon(const QStringList& a, const QStringList& b)
{
    return std::any_of(a.begin(), a.end(), [&](const QString& item) { return b.contains(item); });
}

} // namespace

class UnderstandingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_messages = understanding::readCorpus();
        for (const auto& message : m_messages)
            judge(message);
        report();
    }

    void theCorpusIsLargeEnoughAndWhole()
    {
        int spanish = 0, english = 0;
        QSet<QString> texts;
        for (const auto& message : m_messages) {
            spanish += message.language == u"es-AR" ? 1 : 0;
            english += message.language == u"en" ? 1 : 0;
            const QString text = message.language + u'/' + message.text;
            QVERIFY2(!texts.contains(text), qPrintable(text));
            texts.insert(text);
        }
        QVERIFY(spanish >= kMinSpanish);
        QVERIFY(english >= kMinEnglish);
        QCOMPARE(spanish + english, static_cast<int>(m_messages.size()));
    }

    void noMessageLeadsToADeadEnd()
    {
        QVERIFY2(m_deadEnds.isEmpty(), qPrintable(m_deadEnds.join(u'\n')));
    }
    void theIntentIsRight() { QVERIFY(m_figures.value("intent").value() >= kIntentsRight); }
    void theDeviceIsRight() { QVERIFY(m_figures.value("device").value() >= kDevicesRight); }
    void theProblemIsRight() { QVERIFY(m_figures.value("problem").value() >= kProblemsRight); }
    void theTurnMovesTheConversationOn()
    {
        QVERIFY(m_figures.value("moves on").value() >= kTurnsMoveOn);
    }

private:
    void judge(const Message& message)
    {
        const auto reading = understanding::read(engine_test::shippedFlow(), m_classifier, message);
        QStringList wrong;
        const auto count = [&](const char* figure, bool isRight, const QString& got) {
            m_figures[figure].count(isRight);
            if (!isRight)
                wrong.append(QStringLiteral("%1: %2").arg(QLatin1StringView(figure), got));
        };
        const QStringList none{QString()};
        count("intent", haveCommon(message.intents, reading.intents),
              QStringLiteral("%1, not %2")
                  .arg(reading.intents.join(u'|'), message.intents.join(u'|')));
        if (m_classifier.isThere())
            m_figures["intent by the classifier alone"].count(
                message.intents.contains(m_classifier.intentOf(message.text)));
        if (!message.problems.isEmpty() || message.isWithoutProblem())
            count("problem",
                  message.problems.isEmpty() ? reading.problems.isEmpty()
                                             : haveCommon(message.problems, reading.problems),
                  QStringLiteral("%1, not %2")
                      .arg(reading.problems.join(u'|'), message.problems.join(u'|')));
        if (message.problems.size() > 1)
            count("both problems", containsAll(reading.problems, message.problems),
                  reading.problems.join(u'|'));
        countTerm(reading, "device", message.device, count);
        countTerm(reading, "system", message.system, count);
        countTerm(reading, "brand", message.brand, count);
        countTerm(reading, "code", message.code, count);
        count("moves on", reading.movesOn, reading.rule);
        if (!reading.deadEnd.isEmpty())
            m_deadEnds.append(message.text + QStringLiteral(": ") + reading.deadEnd);
        if (!wrong.isEmpty())
            m_missed.append(
                QStringLiteral("%1 [%2] %3: %4")
                    .arg(message.line, 3)
                    .arg(message.language, message.text, wrong.join(QStringLiteral("; "))));
    }

    template <class Count>
    static void countTerm(const Reading& reading, const char* kind, const QString& wanted,
                          const Count& count)
    {
        if (wanted.isEmpty())
            return;
        const QString got = reading.terms.value(QLatin1StringView(kind));
        count(kind, got == wanted, QStringLiteral("%1, not %2").arg(got, wanted));
    }

    static bool containsAll(const QStringList& all, const QStringList& wanted)
    {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const QString& item) { return all.contains(item); });
    }

    void report() const
    {
        QStringList lines{QString(), m_classifier.isThere()
                                         ? QStringLiteral("flow and classifier")
                                         : QStringLiteral("flow alone, without a classifier")};
        for (auto it = m_figures.begin(); it != m_figures.end(); ++it)
            lines.append(QStringLiteral("  %1  %2")
                             .arg(QString::fromLatin1(it.key()).leftJustified(30), it->text()));
        lines.append(QStringLiteral("  dead ends                       %1").arg(m_deadEnds.size()));
        lines += m_missed;
        qInfo("%s", qPrintable(lines.join(u'\n')));
    }

    const Classifier m_classifier;
    std::vector<Message> m_messages;
    QMap<QByteArray, understanding::Share> m_figures;
    QStringList m_missed, m_deadEnds;
};

RELEVO_TEST(UnderstandingTest)
#include "understanding_test.moc"
