// SPDX-License-Identifier: GPL-3.0-or-later
// Any file that is imported. Whatever it is: a task's mark stands where it says; ticking changes one
// byte and that task alone; an id changes no text; the guess holds the same tasks; what was repaired
// is UTF-8.
#include "release/markdown/checklist.h"
#include "release/markdown/encoding.h"
#include "release/markdown/status_guess.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void requireTick(const QByteArray& source, const std::vector<release::MarkdownTask>& tasks,
                 std::size_t which)
{
    const auto& task = tasks[which];
    const auto same = task.isTicked ? release::Tick::Done : release::Tick::Open;
    require(release::withTick(source, task, same) == source);
    const auto other = task.isTicked ? release::Tick::Open : release::Tick::Done;
    auto changed = release::withTick(source, task, other);
    require(changed.has_value());
    auto expected = tasks;
    expected[which].isTicked = !task.isTicked;
    require(release::readTasks(*changed) == expected);
    changed->data()[task.markAt] = source[task.markAt];
    require(*changed == source);
}

void requireId(const QByteArray& source, const std::vector<release::MarkdownTask>& tasks,
               std::size_t which)
{
    const auto changed = release::withTaskId(source, tasks[which], QStringLiteral("it-1"));
    if (!changed)
        return;
    const auto again = release::readTasks(*changed);
    require(again && again->size() == tasks.size());
    require((*again)[which].id == QStringLiteral("it-1"));
    for (std::size_t i = 0; i < tasks.size(); ++i)
        require((*again)[i].text == tasks[i].text && (*again)[i].isTicked == tasks[i].isTicked);
}

void requireTasks(const QByteArray& source)
{
    const auto tasks = release::readTasks(source);
    if (!tasks)
        return;
    require(std::ranges::is_sorted(*tasks, {}, &release::MarkdownTask::markAt));
    constexpr std::size_t kTried = 4;
    for (std::size_t i = 0; i < std::min(tasks->size(), kTried); ++i) {
        requireTick(source, *tasks, i);
        requireId(source, *tasks, i);
    }
    const auto guess = release::guessFrom(source);
    require(guess.has_value());
    for (const auto& item : guess->items)
        require(item.section < guess->sections.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    requireTasks(bytes);
    if (const auto text = release::readableText(bytes);
        text && text->repaired != release::TextDamage::None) {
        require(release::readableText(text->utf8).has_value());
        requireTasks(text->utf8);
    }
    return 0;
}
