// SPDX-License-Identifier: GPL-3.0-or-later
// Task lists in GitHub-flavoured Markdown (https://github.github.com/gfm/), read without loss: a task
// knows the byte of its mark, so that ticking it changes that byte and nothing else. Any thread.
//
//   const auto tasks = release::readTasks("- [ ] Provisionar Redis\n");
//   release::withTick(source, tasks->front(), release::Tick::Done)  ->  "- [x] Provisionar Redis\n"
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace release {

/// A list item whose first block is a paragraph that begins with `[ ]`, `[x]` or `[X]` and white space
/// (and is not the head of a table).
struct MarkdownTask {
    QString text; ///< its paragraph in one line: marks are kept, comments are not
    QString id;   ///< of a trailing comment that withTaskId() wrote; empty: none
    bool isTicked = false;
    int depth = 0;        ///< how many tasks enclose it
    QStringList headings; ///< the titles above it, outermost first
    qsizetype line = 0;   ///< from 1
    qsizetype markAt = 0; ///< the byte between the brackets
    qsizetype endAt = 0;  ///< behind the last byte of its paragraph that is not white space
    bool operator==(const MarkdownTask&) const = default;
};

/// The tasks of UTF-8 text in the order of the document. Front matter, comments and code hold none.
/// Invalid: too large or too deep, see readBlocks(), or over 200,000 tasks.
[[nodiscard]] base::Result<std::vector<MarkdownTask>> readTasks(const QByteArray& source);

enum class Tick { Open, Done };

/// The source with one task ticked or opened: the same bytes where it is so already, else one byte
/// differs. Conflict: no mark stands there, the source is another than was read.
[[nodiscard]] base::Result<QByteArray> withTick(const QByteArray& source, const MarkdownTask& task,
                                                Tick tick);

/// The source with `<!-- relevo:ID -->` behind the task's text, in place of one that stands there.
/// Invalid: an id with other signs than letters, digits, '.', '_' and single '-'. Refused: a comment
/// there would be read otherwise. Conflict: as withTick().
[[nodiscard]] base::Result<QByteArray> withTaskId(const QByteArray& source,
                                                  const MarkdownTask& task, const QString& id);

} // namespace release
