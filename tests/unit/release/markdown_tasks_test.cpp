// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/checklist.h"
#include "release/markdown/line_index.h"
#include "support/runner.h"

using namespace release;

class MarkdownTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskKnowsTheByteOfItsMark()
    {
        const QByteArray source = "# Á\n\n* [X] señal\n";
        const auto tasks = readTasks(source).value();
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks[0].markAt, source.indexOf('X'));
        QCOMPARE(tasks[0].endAt, source.size() - 1);
        QCOMPARE(withTick(source, tasks[0], Tick::Open).value(),
                 QByteArray("# Á\n\n* [ ] señal\n"));
    }

    void aTaskOfAnotherSourceIsAConflict()
    {
        const auto tasks = readTasks("- [ ] a\n").value();
        QCOMPARE(withTick("- a", tasks[0], Tick::Done).error().code, base::Code::Conflict);
        QCOMPARE(withTick({}, tasks[0], Tick::Done).error().code, base::Code::Conflict);
        QCOMPARE(withTaskId("- [ ] ", tasks[0], QStringLiteral("a")).error().code,
                 base::Code::Conflict);
    }

    void idsThatACommentCannotHoldAreRefused()
    {
        const QByteArray source = "- [ ] a\n";
        const auto task = readTasks(source).value().front();
        for (const char* id : {"", "a--b", "a-", "a b", "-->", "ñ", "a\nb"})
            QCOMPARE(withTaskId(source, task, QString::fromUtf8(id)).error().code,
                     base::Code::Invalid);
        QCOMPARE(withTaskId(source, task, QStringLiteral("x_1.b-c")).value(),
                 QByteArray("- [ ] a <!-- relevo:x_1.b-c -->\n"));
    }

    void anIdKeepsTheLineEnds()
    {
        const QByteArray source = "- [ ] one\r\n  two  \r\n- [x] three";
        const auto tasks = readTasks(source).value();
        QCOMPARE(withTaskId(source, tasks[0], QStringLiteral("i")).value(),
                 QByteArray("- [ ] one\r\n  two <!-- relevo:i -->  \r\n- [x] three"));
        QCOMPARE(withTaskId(source, tasks[1], QStringLiteral("i")).value(),
                 QByteArray("- [ ] one\r\n  two  \r\n- [x] three <!-- relevo:i -->"));
    }

    void linesAreFoundAgain()
    {
        QByteArray bytes;
        for (int i = 0; i < 300; ++i)
            bytes += QByteArray(i % 5, 'x') + (i % 3 == 0 ? "\n" : i % 3 == 1 ? "\r\n" : "\r");
        bytes += "end";
        const LineIndex lines(bytes);
        qsizetype line = 1;
        for (qsizetype at = 0; at < bytes.size(); at = nextLine(bytes, at), ++line) {
            QCOMPARE(lines.startOf(line), at);
            QCOMPARE(lines.lineAt(at), line);
            QCOMPARE(lines.lineAt(nextLine(bytes, at) - 1), line);
        }
        QCOMPARE(lines.startOf(line), bytes.size());
        QCOMPARE(lines.startOf(100'000), bytes.size());
        QCOMPARE(LineIndex({}).lineAt(0), 1);
    }
};

RELEVO_TEST(MarkdownTasksTest)
#include "markdown_tasks_test.moc"
