// SPDX-License-Identifier: GPL-3.0-or-later
// How much is understood of messages that nobody tuned for: tests/corpora/held_out.jsonl and
// held_out_2.jsonl, labelled before the program had read a line of them. NEVER WRITE PHRASES FROM
// THOSE FILES, nor words for the catalogue or the normaliser, and change no label because the program
// disagrees: with that they stop telling what to expect of a customer. Look at messages.jsonl to mend, or at messages of your own.
// For the same reason what was missed is printed by its line, without the text.
#include "support/runner.h"
#include "unit/engine/talk.h"
#include "unit/understanding/classifier.h"
#include "unit/understanding/corpus.h"
#include "unit/understanding/reading.h"
#include "unit/understanding/tally.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using understanding::Classifier;
using understanding::Message;

namespace understanding {

/// Three points under what was measured when the corpus came in: no aim, but a floor.
struct Floors {
    double intents, problems, toldProblems, devices, brands, movesOn;
    int messages;
};

} // namespace understanding

using understanding::Floors;

namespace {

constexpr Floors kFirst{0.92, 0.89, 0.868, 0.91, 0.935, 0.92, 450};
constexpr Floors kSecond{0.885, 0.874, 0.863, 0.818, 0.915, 0.905, 390};

constexpr int kMinKinds = 25; ///< of problems, and of devices
/// Up to here two people write the same without one having read the other: "dale", "real person".
/// Where a longer phrase is the same by chance, the message leaves the corpus.
constexpr int kWordsByChance = 3;

/// Lower case, without accents, signs and emojis.
QString foldedWords(const QString& text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (c.isLetterOrNumber())
            folded.append(c);
        else if (!c.isMark())
            folded.append(u' ');
    }
    return folded.simplified();
}

/// Every string in the value, folded.
void collectTexts(const QJsonValue& value, QSet<QString>& texts)
{
    if (value.isString())
        texts.insert(foldedWords(value.toString()));
    const auto array = value.toArray();
    for (const auto& item : array)
        collectTexts(item, texts);
    const auto object = value.toObject();
    for (const auto& item : object)
        collectTexts(item, texts);
}

/// What may be read while the program is tuned: all that it learns from, and the other corpus.
QSet<QString> textsInSight()
{
    QSet<QString> texts;
    auto files = engine_test::jsonBelow(QStringLiteral("resources/nlu"));
    files += engine_test::bytesOf(QStringLiteral("resources/knowledge/catalogue.json"));
    for (const auto& file : files)
        collectTexts(QJsonDocument::fromJson(file).object(), texts);
    for (const auto& message : understanding::readCorpus(QStringLiteral("messages.jsonl")))
        texts.insert(foldedWords(message.text));
    return texts;
}

} // namespace

class HeldOutTest : public QObject
{
    Q_OBJECT
public:
    HeldOutTest() : HeldOutTest(QStringLiteral("held_out.jsonl"), kFirst) {}

protected:
    HeldOutTest(QString file, const Floors& floors) : m_file(std::move(file)), m_floors(floors) {}

private Q_SLOTS:
    void initTestCase()
    {
        m_messages = understanding::readCorpus(m_file);
        const Classifier classifier;
        for (const auto& message : m_messages) {
            m_tally.judge(message,
                          understanding::read(engine_test::shippedFlow(), classifier, message));
            m_tally.judgeClassifier(message, classifier.intentOf(message.text));
        }
        qInfo("%s", qPrintable(m_tally.report()));
    }

    void theCorpusIsLargeAndSpreadOut()
    {
        QSet<QString> texts, problems, devices;
        for (const auto& message : m_messages) {
            texts.insert(message.language + u'/' + foldedWords(message.text));
            problems += QSet<QString>(message.problems.begin(), message.problems.end());
            if (!message.device.isEmpty())
                devices.insert(message.device);
        }
        QCOMPARE(texts.size(), static_cast<qsizetype>(m_messages.size()));
        QVERIFY(texts.size() >= m_floors.messages);
        QVERIFY(problems.size() >= kMinKinds);
        QVERIFY(devices.size() >= kMinKinds);
    }

    void noPhraseWasTakenFromIt()
    {
        const auto inSight = textsInSight();
        for (const auto& message : m_messages) {
            const QString text = foldedWords(message.text);
            if (text.count(u' ') >= kWordsByChance)
                QVERIFY2(!inSight.contains(text), qPrintable(QString::number(message.line)));
        }
    }

    void noMessageLeadsToADeadEnd()
    {
        QVERIFY2(m_tally.deadEnds().isEmpty(), qPrintable(m_tally.deadEnds().join(u'\n')));
    }
    void theIntentIsRight() { QVERIFY(m_tally.right("intent") >= m_floors.intents); }
    void theProblemIsRight() { QVERIFY(m_tally.right("problem") >= m_floors.problems); }
    void theProblemToldIsHeard()
    {
        QVERIFY(m_tally.right("problem where one is told") >= m_floors.toldProblems);
    }
    void theDeviceIsRight() { QVERIFY(m_tally.right("device") >= m_floors.devices); }
    void theBrandIsRight() { QVERIFY(m_tally.right("brand") >= m_floors.brands); }
    void theTurnMovesTheConversationOn() { QVERIFY(m_tally.right("moves on") >= m_floors.movesOn); }

private:
    const QString m_file;
    const Floors m_floors;
    std::vector<Message> m_messages;
    understanding::Tally m_tally{understanding::Miss::LineOnly};
};

/// The second file: written when the first had been measured many times.
class SecondHeldOutTest : public HeldOutTest
{
    Q_OBJECT
public:
    SecondHeldOutTest() : HeldOutTest(QStringLiteral("held_out_2.jsonl"), kSecond) {}
};

RELEVO_TEST(HeldOutTest)
RELEVO_TEST(SecondHeldOutTest)
#include "held_out_test.moc"
