// SPDX-License-Identifier: GPL-3.0-or-later
// Every difficult file of tests/corpora/markdown: the tasks that stand beside it, and a round trip.
#include "release/markdown/checklist.h"
#include "release/markdown/encoding.h"
#include "support/runner.h"
#include "unit/release/markdown_files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace release;

namespace {

QJsonArray asJson(const std::vector<MarkdownTask>& tasks)
{
    QJsonArray rows;
    for (const auto& task : tasks)
        rows += QJsonObject{{QStringLiteral("text"), task.text},
                            {QStringLiteral("ticked"), task.isTicked},
                            {QStringLiteral("depth"), task.depth},
                            {QStringLiteral("headings"), QJsonArray::fromStringList(task.headings)},
                            {QStringLiteral("line"), task.line}};
    return rows;
}

} // namespace

class MarkdownCorpusTest : public QObject
{
    Q_OBJECT

    static void eachFile()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QJsonArray>("expected");
        const QDir folder(QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/markdown"));
        const QStringList names = folder.entryList({QStringLiteral("*.md")});
        QVERIFY(names.size() >= 20);
        for (const QString& name : names) {
            const QString stem = QStringLiteral("markdown/") + name.chopped(3);
            const auto json =
                QJsonDocument::fromJson(markdown_files::corpus(stem + QStringLiteral(".json")));
            QVERIFY2(json.isObject(), qPrintable(stem));
            QTest::newRow(qPrintable(name))
                << markdown_files::corpus(stem + QStringLiteral(".md"))
                << json.object().value(QLatin1String("tasks")).toArray();
        }
    }

private Q_SLOTS:
    void tasksAreRead_data() { eachFile(); }
    void tasksAreRead()
    {
        QFETCH(QByteArray, source);
        QFETCH(QJsonArray, expected);
        const auto text = readableText(source);
        QVERIFY(text);
        QCOMPARE(text->utf8, source);
        const auto tasks = readTasks(text->utf8);
        QVERIFY(tasks);
        QCOMPARE(QJsonDocument(asJson(*tasks)).toJson(), QJsonDocument(expected).toJson());
    }

    void nothingChangedGivesTheSameBytes_data() { eachFile(); }
    void nothingChangedGivesTheSameBytes()
    {
        QFETCH(QByteArray, source);
        const auto tasks = readTasks(source);
        QVERIFY(tasks);
        QByteArray written = source;
        for (const auto& task : *tasks)
            written = withTick(written, task, task.isTicked ? Tick::Done : Tick::Open).value();
        QCOMPARE(written, source);
    }

    void tickingOneChangesOneByteAndOneTask_data() { eachFile(); }
    void tickingOneChangesOneByteAndOneTask()
    {
        QFETCH(QByteArray, source);
        const auto tasks = readTasks(source);
        QVERIFY(tasks);
        for (std::size_t i = 0; i < tasks->size(); ++i) {
            const auto& task = (*tasks)[i];
            const auto changed = withTick(source, task, task.isTicked ? Tick::Open : Tick::Done);
            QVERIFY(changed);
            QCOMPARE(changed->size(), source.size());
            qsizetype differing = 0;
            for (qsizetype at = 0; at < source.size(); ++at)
                differing += changed->at(at) == source.at(at) ? 0 : 1;
            QCOMPARE(differing, 1);
            auto expected = *tasks;
            expected[i].isTicked = !task.isTicked;
            QVERIFY(readTasks(*changed) == expected);
        }
    }

    void anIdStandsBehindTheTextAndIsReplaced_data() { eachFile(); }
    void anIdStandsBehindTheTextAndIsReplaced()
    {
        QFETCH(QByteArray, source);
        const auto tasks = readTasks(source);
        QVERIFY(tasks);
        for (std::size_t i = 0; i < tasks->size(); ++i) {
            const auto once = withTaskId(source, (*tasks)[i], QStringLiteral("log-token"));
            if (!once) { // "[ ] open <!-- never closed"
                QCOMPARE(once.error().code, base::Code::Refused);
                continue;
            }
            const auto again = readTasks(*once);
            QVERIFY(again && again->size() == tasks->size());
            QCOMPARE((*again)[i].id, QStringLiteral("log-token"));
            const auto twice = withTaskId(*once, (*again)[i], QStringLiteral("b.2"));
            QVERIFY(twice);
            QCOMPARE(twice->count("log-token"), 0);
            QCOMPARE(twice->count("relevo:b.2"), 1);
        }
    }
};

RELEVO_TEST(MarkdownCorpusTest)
#include "markdown_corpus_test.moc"
