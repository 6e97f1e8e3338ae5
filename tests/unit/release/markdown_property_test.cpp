// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every Markdown: shown over texts put together by chance, whose seed is printed.
#include "base/random.h"
#include "release/markdown/checklist.h"
#include "support/runner.h"

#include <cstdio>
#include <iterator>

using namespace release;

namespace {

constexpr int kDocuments = 3000;

constexpr const char* kParts[] = {
    "- [ ] ", "- [x] ", "* [X] ",  "+ ",       "1. [ ] ",     "12) [x] ", "> ",    "- ",
    "  ",     "    ",   "\t",      "\n",       "\r\n",        "\r",       "\n\n",  "[ ] ",
    "[x]",    "<!-- ",  " -->",    "```\n",    "~~~",         "`",        "# ",    "## ",
    "===\n",  "---\n",  "***\n",   "| a | b",  "|---|\n",     "texto ",   "ñandú", "😀",
    "\\",     "[a]: ",  "<div>\n", "key: v\n", "\xEF\xBB\xBF"};

QByteArray documentBy(base::Random& random)
{
    QByteArray document;
    for (quint64 n = random.below(60); n > 0; --n)
        document += kParts[random.below(std::size(kParts))];
    return document;
}

} // namespace

class MarkdownPropertyTest : public QObject
{
    Q_OBJECT

    const quint64 m_seed = base::SystemRandom().below(1'000'000'000);

private Q_SLOTS:
    void initTestCase() { std::printf("seed %llu\n", static_cast<unsigned long long>(m_seed)); }

    void tickingChangesOneByteAndOneTask()
    {
        base::SeededRandom random(m_seed);
        std::size_t met = 0;
        for (int i = 0; i < kDocuments; ++i) {
            const QByteArray source = documentBy(random);
            const auto tasks = readTasks(source);
            QVERIFY(tasks);
            met += tasks->size();
            for (std::size_t k = 0; k < tasks->size(); ++k) {
                const auto& task = (*tasks)[k];
                const Tick same = task.isTicked ? Tick::Done : Tick::Open;
                const Tick other = task.isTicked ? Tick::Open : Tick::Done;
                QCOMPARE(withTick(source, task, same).value(), source);
                QByteArray changed = withTick(source, task, other).value();
                auto expected = *tasks;
                expected[k].isTicked = !task.isTicked;
                QVERIFY2(readTasks(changed) == expected, source.toPercentEncoding().constData());
                changed[task.markAt] = source[task.markAt];
                QCOMPARE(changed, source);
            }
        }
        QVERIFY(met > kDocuments / 2);
    }

    void anIdChangesNoTask()
    {
        base::SeededRandom random(m_seed + 1);
        for (int i = 0; i < kDocuments; ++i) {
            const QByteArray source = documentBy(random);
            const auto tasks = readTasks(source).value();
            if (tasks.empty())
                continue;
            const auto& task = tasks[random.below(tasks.size())];
            const auto changed = withTaskId(source, task, QStringLiteral("it-1"));
            if (!changed) {
                QCOMPARE(changed.error().code, base::Code::Refused);
                continue;
            }
            const auto again = readTasks(*changed).value();
            QCOMPARE(again.size(), tasks.size());
            for (std::size_t k = 0; k < tasks.size(); ++k) {
                QCOMPARE(again[k].text, tasks[k].text);
                QCOMPARE(again[k].isTicked, tasks[k].isTicked);
                QCOMPARE(again[k].depth, tasks[k].depth);
            }
        }
    }
};

RELEVO_TEST(MarkdownPropertyTest)
#include "markdown_property_test.moc"
