// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/import/draft.h"

#include "release/import/unique_ids.h"
#include "release/markdown/status_words.h"
#include "release/template_loader.h"

#include <limits>
#include <optional>

namespace release {

namespace {

constexpr minutes kDayOfDue{24 * 60};

State draftState(GuessState state)
{
    switch (state) {
    case GuessState::Doing: return State::Doing;
    case GuessState::Done: return State::Done;
    case GuessState::Blocked: return State::Blocked;
    case GuessState::Todo: break;
    }
    return State::Todo;
}

ItemClass draftClass(GuessClass itemClass)
{
    switch (itemClass) {
    case GuessClass::Blocker: return ItemClass::Blocker;
    case GuessClass::Optional: return ItemClass::Optional;
    case GuessClass::Required: break;
    }
    return ItemClass::Required;
}

Priority draftPriority(GuessPriority priority)
{
    switch (priority) {
    case GuessPriority::High: return Priority::High;
    case GuessPriority::Low: return Priority::Low;
    case GuessPriority::Medium: break;
    }
    return Priority::Medium;
}

/// "Hoy" is a day from now.
std::optional<minutes> dueAsWritten(const QString& text)
{
    const QString word = folded(text);
    if (word == u"hoy" || word == u"today")
        return kDayOfDue;
    if (word == u"manana" || word == u"tomorrow")
        return 2 * kDayOfDue;
    return timeOf(text);
}

/// What was guessed, as a draft.
class Drafting
{
public:
    Drafting(ImportGuess guess, const std::vector<MarkdownTask>& tasks, const HowToRead& how)
        : m_guess(std::move(guess)), m_tasks(tasks), m_how(how), m_taskIds(idsOf(tasks))
    {
        for (const ItemId& id : m_taskIds)
            m_ids.take(id.value);
    }

    Draft take()
    {
        m_draft.title = m_guess.title.isEmpty() ? m_how.fallbackTitle : m_guess.title;
        m_draft.date = m_guess.date;
        m_draft.recommendation = m_guess.recommendation;
        m_draft.options = m_guess.options;
        m_draft.unplaced = m_guess.unplaced;
        for (const GuessedSection& each : m_guess.sections)
            addSection(each.title, each.line);
        for (const GuessedItem& each : m_guess.items) {
            if (each.isTask)
                addTasksBefore(each.line);
            if (each.isTask || m_how.taking == Taking::Everything)
                m_draft.items.push_back(item(each));
        }
        addTasksBefore(std::numeric_limits<qsizetype>::max());
        if (m_how.taking == Taking::TasksOnly)
            dropEmptySections();
        return std::move(m_draft);
    }

private:
    std::size_t addSection(const QString& title, qsizetype line)
    {
        const QString shown = title.isEmpty() ? m_how.fallbackTitle : title;
        m_draft.sections.push_back({m_sectionIds.fresh(shown, QStringLiteral("section")),
                                    shown.isEmpty() ? QStringLiteral("#1") : shown, line});
        return m_draft.sections.size() - 1;
    }

    DraftItem item(const GuessedItem& guessed)
    {
        DraftItem item;
        item.id = guessed.isTask ? m_taskIds[m_nextTask++]
                                 : ItemId{m_ids.fresh(guessed.title, QStringLiteral("item"))};
        item.section = guessed.section;
        item.title = titled(guessed.title, guessed.line);
        item.itemClass = draftClass(guessed.itemClass);
        item.priority = draftPriority(guessed.priority);
        item.state = draftState(guessed.state);
        item.estimate = guessed.estimate;
        item.dueWithin = dueAsWritten(m_guess.sections[guessed.section].due);
        item.acceptance = guessed.action;
        QStringList notes{guessed.status, guessed.impact, guessed.owner};
        notes += guessed.details;
        notes.removeAll(QString());
        item.notes = notes.join(u'\n');
        for (const QString& role : guessed.roles) {
            if (!item.role)
                item.role = ofName<Role>(role);
            else
                item.tags += role;
        }
        item.depth = guessed.depth;
        item.isTask = guessed.isTask;
        item.line = guessed.line;
        return item;
    }

    /// The guess keeps the steps of an option apart; those to tick are items all the same.
    void addTasksBefore(qsizetype line)
    {
        for (; m_nextTask < m_tasks.size() && m_tasks[m_nextTask].line < line; ++m_nextTask) {
            const MarkdownTask& task = m_tasks[m_nextTask];
            DraftItem item;
            item.id = m_taskIds[m_nextTask];
            item.title = titled(withoutLeadingSigns(task.text), task.line);
            item.section = sectionFor(task);
            item.state = task.isTicked ? State::Done : State::Todo;
            item.depth = task.depth;
            item.isTask = true;
            item.line = task.line;
            m_draft.items.push_back(std::move(item));
        }
    }

    std::size_t sectionFor(const MarkdownTask& task)
    {
        const QString title = task.headings.isEmpty() ? QString() : task.headings.back();
        if (!m_added || m_addedFor != task.headings) {
            m_addedFor = task.headings;
            m_added = addSection(withoutLeadingSigns(title), task.line);
        }
        return *m_added;
    }

    static QString titled(const QString& title, qsizetype line)
    {
        return title.isEmpty() ? QStringLiteral("#%1").arg(line) : title;
    }

    void dropEmptySections()
    {
        std::vector<std::size_t> place(m_draft.sections.size());
        std::vector<bool> isUsed(m_draft.sections.size(), false);
        for (const DraftItem& each : m_draft.items)
            isUsed[each.section] = true;
        std::vector<DraftSection> kept;
        for (std::size_t i = 0; i < m_draft.sections.size(); ++i) {
            place[i] = kept.size();
            if (isUsed[i])
                kept.push_back(std::move(m_draft.sections[i]));
        }
        m_draft.sections = std::move(kept);
        for (DraftItem& each : m_draft.items)
            each.section = place[each.section];
    }

    const ImportGuess m_guess;
    const std::vector<MarkdownTask>& m_tasks;
    const HowToRead& m_how;
    const std::vector<ItemId> m_taskIds;
    std::size_t m_nextTask = 0;
    UniqueIds m_ids, m_sectionIds;
    std::optional<std::size_t> m_added; ///< the section that was added last
    QStringList m_addedFor;             ///< and the headings that it was added for
    Draft m_draft;
};

} // namespace

std::vector<ItemId> idsOf(const std::vector<MarkdownTask>& tasks)
{
    UniqueIds used;
    std::vector<ItemId> ids(tasks.size());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (!tasks[i].id.isEmpty() && used.take(tasks[i].id))
            ids[i] = ItemId{tasks[i].id};
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (ids[i].value.isEmpty())
            ids[i] = ItemId{used.fresh(tasks[i].text, QStringLiteral("item"))};
    }
    return ids;
}

base::Result<Draft> draftOf(const QByteArray& utf8, const HowToRead& how)
{
    auto guess = guessFrom(utf8);
    const auto tasks = readTasks(utf8);
    if (!guess || !tasks)
        return base::fail(!guess ? guess.error() : tasks.error());
    if (guess->items.size() > kMostItems || tasks->size() > kMostItems)
        return base::fail(base::Code::Invalid,
                          QStringLiteral("over %1 items").arg(static_cast<int>(kMostItems)));
    return Drafting(*std::move(guess), *tasks, how).take();
}

} // namespace release
