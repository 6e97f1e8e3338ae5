// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are made to hurt. What takes more than linear time would outlast the limits here by
// far; they leave room for sanitizers and a busy machine.
#include "release/markdown/checklist.h"
#include "release/markdown/encoding.h"
#include "release/markdown/status_guess.h"
#include "support/runner.h"

#include <QElapsedTimer>

using namespace release;

namespace {

constexpr qint64 kLongestMs = 60'000;
constexpr qsizetype kLevels = 10'000;

/// 50 MB in the slow tests (RELEVO_HOSTILE_MB), else a few.
qsizetype hostileBytes()
{
    bool isSet = false;
    const int megabytes = qEnvironmentVariableIntValue("RELEVO_HOSTILE_MB", &isSet);
    return qsizetype{isSet ? megabytes : 4} * 1'000'000;
}

QByteArray filledWith(const QByteArray& part)
{
    return part.repeated(hostileBytes() / part.size());
}

} // namespace

class MarkdownHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void megabytesAreRead_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("text") << QByteArray("palabra tras palabra tras palabra\n") << true;
        QTest::newRow("paragraphs")
            << QByteArray("texto con `marcas` y [vínculos](https://x)\n\n") << true;
        QTest::newRow("items without a task") << QByteArray("- uno\n  - dos\n") << true;
        QTest::newRow("bullets") << QByteArray("-\n") << true;
        QTest::newRow("line ends") << QByteArray("\n") << true;
        QTest::newRow("brackets") << QByteArray("[[[[[[[[[[![[[[[[[\n") << true;
        QTest::newRow("definitions") << QByteArray("[a]: /b\n") << true;
        QTest::newRow("open comments") << QByteArray("<!-- \n") << true;
        QTest::newRow("fences") << QByteArray("```\n- [ ] no\n```\n") << true;
        QTest::newRow("pipes") << QByteArray("|a|b|\n|-|-|\n") << true;
        QTest::newRow("nothing but NUL") << QByteArray("\0\0\0\0\0\0\0\n", 8) << true;
        QTest::newRow("titles") << QByteArray("# a\n## b\n") << true;
        QTest::newRow("one line") << QByteArray("a") << false;
        QTest::newRow("tasks") << QByteArray("- [ ] uno más\n") << false;
    }
    void megabytesAreRead()
    {
        QFETCH(QByteArray, part);
        QFETCH(bool, isRead);
        QElapsedTimer timer;
        timer.start();
        const auto tasks = readTasks(filledWith(part));
        QVERIFY2(timer.elapsed() < kLongestMs, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(tasks.has_value(), isRead);
        if (!isRead)
            QCOMPARE(tasks.error().code, base::Code::Invalid);
    }

    void tooLargeIsSaidSo()
    {
        const auto tasks = readTasks(QByteArray(qsizetype{65} * 1024 * 1024, '\n'));
        QVERIFY(!tasks);
        QCOMPARE(tasks.error().detail, QStringLiteral("a document of over 64 MB"));
    }

    void tenThousandLevelsInOneLineAreRead()
    {
        for (const char* part : {">", "> ", "- ", "* ", "1. ", "> - "}) {
            const QByteArray source =
                QByteArray(part).repeated(kLevels) + "- [ ] deep\n\n- [x] after\n";
            const auto tasks = readTasks(source);
            QVERIFY(tasks);
            QCOMPARE(tasks->front().text, QStringLiteral("deep"));
            QCOMPARE(tasks->front().markAt, source.indexOf('[') + 1);
            QVERIFY(withTick(source, tasks->front(), Tick::Done));
        }
    }

    void tasksInsideTasksAreCounted()
    {
        QByteArray source;
        constexpr int kDeep = 1000;
        for (int i = 0; i < kDeep; ++i)
            source += QByteArray(2 * i, ' ') + "- [ ] a\n";
        const auto tasks = readTasks(source);
        QVERIFY(tasks);
        QCOMPARE(tasks->size(), std::size_t(kDeep));
        QCOMPARE(tasks->back().depth, kDeep - 1);
    }

    // Each blank line makes the parser look at all open levels.
    void deepAndLongIsRefused()
    {
        QElapsedTimer timer;
        timer.start();
        const auto tasks = readTasks(QByteArray("- ").repeated(kLevels) + "a\n" +
                                     QByteArray(hostileBytes(), '\n'));
        QVERIFY2(timer.elapsed() < kLongestMs, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!tasks);
        QCOMPARE(tasks.error().code, base::Code::Invalid);
        QVERIFY(tasks.error().detail.contains(QLatin1String("levels inside each other")));
    }

    void nulIsNoTaskAndNoEnd()
    {
        const QByteArray source("- [\0] no\n- [ ]\0 no\n- [ ] a\0b\n- [x] c\n", 38);
        const auto tasks = readTasks(source);
        QVERIFY(tasks);
        QCOMPARE(tasks->size(), std::size_t(2));
        QCOMPARE((*tasks)[0].text, QStringLiteral("a\uFFFDb"));
        QCOMPARE((*tasks)[1].line, 4);
    }

    void anEndlessStatusDocumentIsGuessed()
    {
        QElapsedTimer timer;
        timer.start();
        QByteArray source = "## ⏳ Falta\n";
        while (source.size() < hostileBytes() / 10)
            source += "1. **Punto**\n   - Estado: Falta\n   - Acción: Dev/SRE\n";
        QVERIFY(readableText(source));
        const auto guess = guessFrom(source);
        QVERIFY(guess);
        QVERIFY2(timer.elapsed() < kLongestMs, qPrintable(QString::number(timer.elapsed())));
    }
};

RELEVO_TEST(MarkdownHostileTest)
#include "markdown_hostile_test.moc"
