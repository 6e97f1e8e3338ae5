// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/import/exported.h"

#include "release/import/draft.h"
#include "release/markdown/encoding.h"
#include "release/report/report.h"
#include "release/states.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace release {

namespace {

bool isTicked(const Item& item)
{
    return item.state == State::Done || item.state == State::Verified;
}

/// A box before and now. One that holds others is ticked when they all are.
struct Box {
    bool was = true, is = true;
};

/// Boxes of the release's items, by their ids: what the file says, and what is so.
class Boxes
{
public:
    /// \param was the marks in the file
    Boxes(const Release& release, const QHash<QString, bool>& was)
    {
        QHash<QString, const Item*> items;
        QSet<QString> parents;
        for (const Item& item : release.items) {
            items.insert(item.plan.id.value, &item);
            parents.insert(item.plan.parent.value);
        }
        for (const Item& item : release.items) {
            const auto mark = was.find(item.plan.id.value);
            if (mark == was.end() || parents.contains(item.plan.id.value))
                continue;
            const Item* each = &item;
            // A circle of parents, which no sound plan has, ends too.
            for (std::size_t up = 0; each && up <= release.items.size(); ++up) {
                Box& box = m_boxes[each->plan.id.value];
                box.was = box.was && *mark;
                box.is = box.is && isTicked(item);
                each = items.value(each->plan.parent.value, nullptr);
            }
        }
    }
    /// What the mark is to be, where it is to be another.
    [[nodiscard]] std::optional<bool> changed(const QString& id) const
    {
        const auto box = m_boxes.find(id);
        return box == m_boxes.end() || box->was == box->is ? std::nullopt : std::optional(box->is);
    }

private:
    QHash<QString, Box> m_boxes;
};

/// Whether it is ticked in a list of the release's own, parents by their children.
QHash<QString, bool> ticksOf(const Release& release, WallTime now)
{
    const auto outline = Outline::of(release);
    const auto states = outline ? statesAt(*outline, release, now)
                                : std::vector<State>(release.items.size(), State::Todo);
    QHash<QString, bool> ticks;
    for (std::size_t i = 0; i < release.items.size(); ++i)
        ticks.insert(release.items[i].plan.id.value,
                     states[i] == State::Done || states[i] == State::Verified);
    return ticks;
}

/// A comment: whoever imports the list again reads no item in it.
QString sourceNote(const Release& release)
{
    return release.language == u"es"
               ? QStringLiteral("\n<!-- El archivo del que se importó se borró: esta lista se hizo "
                                "de nuevo. -->\n")
               : QStringLiteral("\n<!-- The file that this was imported from was erased: this list "
                                "was made anew. -->\n");
}

} // namespace

base::Result<QByteArray> exportedTo(const Release& release, const QByteArray& source)
{
    const auto text = readableText(source);
    if (!text)
        return base::fail(text.error());
    const auto tasks = readTasks(text->utf8);
    if (!tasks)
        return base::fail(tasks.error());
    const auto ids = idsOf(*tasks);
    QHash<QString, bool> marks;
    for (std::size_t i = 0; i < tasks->size(); ++i)
        marks.insert(ids[i].value, (*tasks)[i].isTicked);
    const Boxes boxes(release, marks);
    QByteArray written = text->utf8;
    bool isChanged = false;
    for (std::size_t i = 0; i < tasks->size(); ++i) {
        const auto mark = boxes.changed(ids[i].value);
        if (!mark || *mark == (*tasks)[i].isTicked)
            continue;
        written[(*tasks)[i].markAt] = *mark ? 'x' : ' ';
        isChanged = true;
    }
    return isChanged ? written : source;
}

QByteArray exportedList(const Release& release, WallTime now)
{
    const auto ticks = ticksOf(release, now);
    QHash<QString, int> depths;
    QString text = QStringLiteral("# ") + markdownText(release.title) + u'\n';
    if (release.isSourceErased)
        text += sourceNote(release);
    for (const Section& section : release.sections) {
        text += QStringLiteral("\n## ") + markdownText(section.title) + QStringLiteral("\n\n");
        for (const Item& item : release.items) {
            if (item.plan.section != section.id)
                continue;
            const int depth =
                item.plan.parent.isValid() ? depths.value(item.plan.parent.value) + 1 : 0;
            depths.insert(item.plan.id.value, depth);
            text += QString(2 * depth, u' ') + QStringLiteral("- [") +
                    (ticks.value(item.plan.id.value) ? u'x' : u' ') + QStringLiteral("] ") +
                    markdownText(item.plan.title) + u'\n';
        }
    }
    return text.toUtf8();
}

} // namespace release
