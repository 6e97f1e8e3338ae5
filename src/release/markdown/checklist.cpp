// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/checklist.h"

#include "release/markdown/blocks.h"
#include "release/markdown/front_matter.h"
#include "release/markdown/inline_text.h"
#include "release/markdown/line_index.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace release {

namespace {

constexpr std::size_t kMostTasks = 200'000;
constexpr qsizetype kMarkSize = 3; ///< "[ ]"

bool isBlankByte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isMark(QByteArrayView source, qsizetype at)
{
    if (at < 0 || at + kMarkSize >= source.size())
        return false;
    const char state = source[at + 1];
    return source[at] == '[' && source[at + 2] == ']' && isBlankByte(source[at + kMarkSize]) &&
           (state == ' ' || state == 'x' || state == 'X');
}

/// Cells of a row of a table (GFM 4.10): between pipes that are not escaped.
qsizetype cellsOf(QByteArrayView row)
{
    row = row.trimmed();
    if (row.startsWith('|'))
        row = row.sliced(1);
    if (row.endsWith('|') && !row.endsWith("\\|"))
        row = row.chopped(1);
    qsizetype cells = 1;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == '\\')
            ++i;
        else if (row[i] == '|')
            ++cells;
    }
    return cells;
}

bool isDelimiterRow(QByteArrayView row)
{
    return row.contains('-') && std::ranges::all_of(row, [](char c) {
               return c == '-' || c == ':' || c == '|' || isBlankByte(c);
           });
}

/// The parser reads no tables: their head is a paragraph's first line above a delimiter row.
bool beginsWithTable(QByteArrayView paragraph)
{
    const qsizetype second = nextLine(paragraph, 0);
    const QByteArrayView delimiters =
        paragraph.sliced(second, nextLine(paragraph, second) - second);
    return isDelimiterRow(delimiters) && cellsOf(paragraph.first(second)) == cellsOf(delimiters);
}

struct TitleAbove {
    int level;
    QString text;
};

bool isTaskId(const QString& id)
{
    return !id.isEmpty() && !id.contains(QLatin1StringView("--")) && !id.endsWith(u'-') &&
           std::ranges::all_of(id, [](QChar c) {
               return c.unicode() < 128 &&
                      (c.isLetterOrNumber() || QStringView(u"._-").contains(c));
           });
}

/// A quote or an item: titles inside it end with it.
struct Enclosing {
    QList<TitleAbove> titlesBefore; // shared, not copied
    bool isItem = false;
    bool isFresh = true; ///< nothing was met in it
    bool isTask = false;
};

class TaskReader
{
public:
    explicit TaskReader(const QByteArray& source) : m_source(source) {}

    base::Result<std::vector<MarkdownTask>> read()
    {
        const auto end = readBlocks(m_source, markdownStart(m_source),
                                    {.entered = [this](const Block& block) { enter(block); },
                                     .left = [this](BlockKind kind) { leave(kind); }});
        if (!end)
            return base::fail(end.error());
        if (m_tasks.size() > kMostTasks)
            return base::fail(base::Code::Invalid, QStringLiteral("over 200,000 tasks"));
        return std::move(m_tasks);
    }

private:
    void enter(const Block& block)
    {
        const bool isFirst = !m_enclosing.empty() && m_enclosing.back().isFresh;
        if (isFirst)
            m_enclosing.back().isFresh = false;
        if (block.kind == BlockKind::Heading)
            addTitle(block);
        else if (block.kind == BlockKind::Quote || block.kind == BlockKind::Item)
            m_enclosing.push_back(
                {.titlesBefore = m_titles, .isItem = block.kind == BlockKind::Item});
        else if (block.kind == BlockKind::Paragraph && isFirst && m_enclosing.back().isItem)
            addTask(block);
    }

    void leave(BlockKind kind)
    {
        if (kind == BlockKind::List)
            return;
        m_titles = std::move(m_enclosing.back().titlesBefore);
        m_depth -= m_enclosing.back().isTask ? 1 : 0;
        m_enclosing.pop_back();
    }

    void addTitle(const Block& block)
    {
        m_titles.removeIf([&](const TitleAbove& title) { return title.level >= block.level; });
        m_titles.push_back({block.level, inlineText(block.content).text});
    }

    void addTask(const Block& block)
    {
        if (!isMark(m_source, block.at) || m_tasks.size() > kMostTasks ||
            beginsWithTable(block.content))
            return;
        const InlineText words = inlineText(QByteArrayView(block.content).sliced(kMarkSize));
        MarkdownTask task;
        task.text = words.text;
        task.id = words.id;
        task.isTicked = m_source[block.at + 1] != ' ';
        task.depth = m_depth++;
        for (const TitleAbove& title : std::as_const(m_titles))
            task.headings += title.text;
        task.line = block.line;
        task.markAt = block.at + 1;
        task.endAt = endOf(block);
        m_tasks.push_back(std::move(task));
        m_enclosing.back().isTask = true;
    }

    qsizetype endOf(const Block& paragraph) const
    {
        qsizetype end = paragraph.at;
        for (qsizetype at = 0; at < paragraph.content.size(); at = nextLine(paragraph.content, at))
            end = nextLine(m_source, end);
        while (end > paragraph.at && isBlankByte(m_source[end - 1]))
            --end;
        return end;
    }

    const QByteArray& m_source;
    std::vector<MarkdownTask> m_tasks;
    QList<TitleAbove> m_titles;
    std::vector<Enclosing> m_enclosing;
    int m_depth = 0;
};

} // namespace

base::Result<std::vector<MarkdownTask>> readTasks(const QByteArray& source)
{
    return TaskReader(source).read();
}

base::Result<QByteArray> withTick(const QByteArray& source, const MarkdownTask& task, Tick tick)
{
    if (!isMark(source, task.markAt - 1))
        return base::fail(base::Code::Conflict,
                          QStringLiteral("no task at byte %1").arg(task.markAt));
    QByteArray changed = source;
    if ((changed.at(task.markAt) != ' ') != (tick == Tick::Done))
        changed[task.markAt] = tick == Tick::Done ? 'x' : ' ';
    return changed;
}

base::Result<QByteArray> withTaskId(const QByteArray& source, const MarkdownTask& task,
                                    const QString& id)
{
    if (!isTaskId(id))
        return base::fail(base::Code::Invalid, QStringLiteral("an id that a comment cannot hold"));
    if (!isMark(source, task.markAt - 1) || task.endAt <= task.markAt || task.endAt > source.size())
        return base::fail(base::Code::Conflict,
                          QStringLiteral("no task at byte %1").arg(task.markAt));
    QByteArray changed = source;
    qsizetype at = task.endAt;
    if (!task.id.isEmpty()) {
        const qsizetype old = changed.lastIndexOf("<!--", task.endAt - 1);
        at = old;
        changed.remove(old, task.endAt - old);
    }
    const char before = changed.at(at - 1);
    changed.insert(at, (isBlankByte(before) ? QByteArray() : QByteArray(" ")) +
                           "<!-- relevo:" + id.toLatin1() + " -->");
    const auto again = readTasks(changed);
    const bool isSame =
        again && std::ranges::any_of(*again, [&](const MarkdownTask& each) {
            return each.markAt == task.markAt && each.text == task.text && each.id == id;
        });
    if (!isSame)
        return base::fail(
            base::Code::Refused,
            QStringLiteral("a comment in line %1 would change the text").arg(task.line));
    return changed;
}

} // namespace release
