// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace release {

/// Where lines begin: a line ends with LF, CR LF or CR. Keeps one position in 64, so that a file of
/// line ends only does not need many times its size. The bytes must outlive it.
class LineIndex
{
public:
    explicit LineIndex(QByteArrayView bytes);

    /// Where line `line` (from 1) begins; the size of the bytes for a line behind the last.
    [[nodiscard]] qsizetype startOf(qsizetype line) const;
    /// In which line (from 1) the byte stands.
    [[nodiscard]] qsizetype lineAt(qsizetype at) const;
    /// The length of the longest line, its end included.
    [[nodiscard]] qsizetype longest() const noexcept { return m_longest; }

private:
    QByteArrayView m_bytes;
    std::vector<qsizetype> m_starts; ///< of lines 1, 65, 129, …
    qsizetype m_longest = 0;
};

/// Where the line that `at` stands in ends: behind its line end, or at the end of the bytes.
[[nodiscard]] qsizetype nextLine(QByteArrayView bytes, qsizetype at) noexcept;

} // namespace release
