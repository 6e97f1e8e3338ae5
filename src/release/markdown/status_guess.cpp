// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/status_guess.h"

#include "release/markdown/blocks.h"
#include "release/markdown/checklist.h"
#include "release/markdown/front_matter.h"
#include "release/markdown/inline_text.h"
#include "release/markdown/status_words.h"

#include <algorithm>

namespace release {

namespace {

/// What a section hands to those below it.
struct Inherited {
    int level = 0;
    SectionKind kind = SectionKind::Other;
    std::optional<GuessState> state;
    std::optional<GuessClass> itemClass;
    std::optional<GuessPriority> priority;
};

/// "Dev Lead (Hoy)" -> "Dev Lead" and "Hoy".
std::pair<QString, QString> withoutBrackets(const QString& title)
{
    const auto opens = title.lastIndexOf(u'(');
    if (opens <= 0 || !title.endsWith(u')'))
        return {title, {}};
    return {title.left(opens).trimmed(), title.mid(opens + 1).chopped(1).trimmed()};
}

/// Reads the blocks of a document once, with the tasks already known.
class Guesser
{
public:
    explicit Guesser(const std::vector<MarkdownTask>& tasks) : m_tasks(tasks) {}

    ImportGuess take() { return std::move(m_guess); }

    void enter(const Block& block)
    {
        switch (block.kind) {
        case BlockKind::Item: m_items.push_back({}); break;
        case BlockKind::Heading: heading(block); break;
        case BlockKind::Paragraph: paragraph(block); break;
        case BlockKind::Code:
            unplaced(block.line, QString::fromUtf8(block.content).trimmed());
            break;
        case BlockKind::Html:
        case BlockKind::Quote:
        case BlockKind::List: break;
        }
    }

    void leave(BlockKind kind)
    {
        if (kind == BlockKind::Item)
            m_items.pop_back();
    }

private:
    /// A list item that is being read.
    struct OpenItem {
        std::optional<std::size_t> item; ///< index into the guess; nothing: it is no item
        bool isFresh = true;
    };

    void unplaced(qsizetype line, const QString& text)
    {
        if (!text.isEmpty())
            m_guess.unplaced.push_back({line, text});
    }

    void heading(const Block& block)
    {
        const QString title = inlineText(block.content).text;
        const QString plain = withoutLeadingSigns(withoutMarks(title));
        if (const auto field = fieldOf(plain); field && field->kind == FieldKind::Date)
            m_guess.date = field->value;
        else if (block.level == 1 && m_guess.title.isEmpty())
            m_guess.title = plain;
        else
            section(block, title, plain);
    }

    void section(const Block& block, const QString& title, const QString& plain)
    {
        std::erase_if(m_above, [&](const Inherited& each) { return each.level >= block.level; });
        Inherited here = m_above.empty() ? Inherited{} : m_above.back();
        m_option.reset();
        if (here.kind == SectionKind::Recommendation) {
            m_option = m_guess.options.size();
            m_guess.options.push_back({plain, {}, {}, block.line});
            return;
        }
        const auto [name, inBrackets] = withoutBrackets(plain);
        const auto who = leadingRoles(name);
        here.level = block.level;
        if (here.kind != SectionKind::Ready) // "Correcciones técnicas" below "Lo que está listo"
            here.kind = sectionKindOf(plain).value_or(here.kind);
        here.state = stateByMark(title) ? stateByMark(title) : here.state;
        here.itemClass = classOf(plain) ? classOf(plain) : here.itemClass;
        here.priority = priorityOf(title) ? priorityOf(title) : here.priority;
        m_above.push_back(here);
        GuessedSection section;
        section.title = name;
        section.kind = here.kind;
        section.level = block.level;
        section.line = block.line;
        if (who.rest.isEmpty() && !who.roles.isEmpty()) {
            section.roles = who.roles;
            section.due = inBrackets;
        }
        m_guess.sections.push_back(section);
        if (here.kind == SectionKind::Recommendation)
            m_guess.recommendation = name;
    }

    void paragraph(const Block& block)
    {
        const QString text = inlineText(block.content).text;
        if (m_items.empty())
            return alone(block.line, text);
        OpenItem& open = m_items.back();
        const bool isFirst = std::exchange(open.isFresh, false);
        if (m_option) {
            m_guess.options[*m_option].steps += withoutMarks(text);
            return;
        }
        const auto parent = parentItem();
        const MarkdownTask* const task = isFirst ? taskAt(block) : nullptr;
        if (isFirst && (task || (!parent && looksLikeItem(block, text))))
            open.item = add(block, task ? task->text : text, task);
        else if (open.item || parent)
            below(m_guess.items[open.item ? *open.item : *parent], text);
        else
            unplaced(block.line, text);
    }

    /// A paragraph outside of lists.
    void alone(qsizetype line, const QString& text)
    {
        const auto field = fieldOf(text);
        if (m_option && field && field->kind == FieldKind::Advantage)
            m_guess.options[*m_option].advantage = field->value;
        else if (field && field->kind == FieldKind::Date &&
                 (m_guess.date.isEmpty() || m_guess.date == field->value))
            m_guess.date = field->value;
        else
            unplaced(line, text);
    }

    std::optional<std::size_t> parentItem() const
    {
        for (auto open = m_items.rbegin() + 1; open != m_items.rend(); ++open) {
            if (open->item)
                return open->item;
        }
        return std::nullopt;
    }

    const MarkdownTask* taskAt(const Block& block) const
    {
        const auto task =
            std::ranges::lower_bound(m_tasks, block.at + 1, {}, &MarkdownTask::markAt);
        return task != m_tasks.end() && task->markAt == block.at + 1 ? &*task : nullptr;
    }

    /// Without a box: in a section that is known, or with a mark or a title in strong letters.
    bool looksLikeItem(const Block& block, const QString& text) const
    {
        const SectionKind kind = m_above.empty() ? SectionKind::Other : m_above.back().kind;
        return (kind != SectionKind::Other && kind != SectionKind::Recommendation) ||
               stateByMark(text) || block.content.startsWith("**");
    }

    std::size_t add(const Block& block, const QString& text, const MarkdownTask* task)
    {
        if (m_guess.sections.empty())
            m_guess.sections.push_back({m_guess.title, SectionKind::Other, 0, {}, {}, block.line});
        const Inherited here = m_above.empty() ? Inherited{} : m_above.back();
        GuessedItem item;
        item.title = withoutLeadingSigns(withoutMarks(text));
        while (item.title.endsWith(u':'))
            item.title.chop(1);
        item.section = m_guess.sections.size() - 1;
        item.state = stateByMark(text).value_or(here.state.value_or(GuessState::Todo));
        if (task)
            item.state = task->isTicked ? GuessState::Done : GuessState::Todo;
        item.itemClass = classOf(text).value_or(here.itemClass.value_or(GuessClass::Required));
        item.priority = priorityOf(text).value_or(here.priority.value_or(GuessPriority::Medium));
        item.roles = m_guess.sections.back().roles;
        item.isTask = task != nullptr;
        item.depth = static_cast<int>(std::ranges::count_if(
            m_items, [](const OpenItem& open) { return open.item.has_value(); }));
        item.line = block.line;
        m_guess.items.push_back(std::move(item));
        return m_guess.items.size() - 1;
    }

    static void below(GuessedItem& item, const QString& text)
    {
        const auto field = fieldOf(text);
        if (!field || field->kind == FieldKind::Date || field->kind == FieldKind::Advantage) {
            item.details += withoutMarks(text);
            return;
        }
        const LeadingRoles who = leadingRoles(field->value);
        switch (field->kind) {
        case FieldKind::State:
            item.status = field->value;
            item.state = stateByMark(text).value_or(
                stateByWords(text.mid(text.indexOf(u':'))).value_or(item.state));
            break;
        case FieldKind::Action:
            item.action = field->value;
            addRoles(item, who.roles);
            break;
        case FieldKind::Owner:
            addRoles(item, who.roles);
            item.owner = who.roles.isEmpty() ? field->value : QString();
            break;
        case FieldKind::Estimate:
            item.estimate = timeOf(field->value);
            if (!item.estimate)
                item.details += withoutMarks(text);
            break;
        case FieldKind::Impact: item.impact = field->value; break;
        case FieldKind::Date:
        case FieldKind::Advantage: break;
        }
    }

    static void addRoles(GuessedItem& item, const QStringList& roles)
    {
        for (const QString& role : roles) {
            if (!item.roles.contains(role))
                item.roles += role;
        }
    }

    const std::vector<MarkdownTask>& m_tasks;
    ImportGuess m_guess;
    std::vector<Inherited> m_above; ///< sections that enclose, outermost first
    std::vector<OpenItem> m_items;  ///< outermost first
    std::optional<std::size_t> m_option;
};

} // namespace

base::Result<ImportGuess> guessFrom(const QByteArray& source)
{
    const auto tasks = readTasks(source);
    if (!tasks)
        return base::fail(tasks.error());
    Guesser guesser(*tasks);
    const auto read = readBlocks(source, markdownStart(source),
                                 {.entered = [&](const Block& block) { guesser.enter(block); },
                                  .left = [&](BlockKind kind) { guesser.leave(kind); }});
    if (!read)
        return base::fail(read.error());
    return guesser.take();
}

} // namespace release
