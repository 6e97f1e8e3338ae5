// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

class QLocalSocket;

namespace app {

/// What crosses the control socket: a 4-byte big-endian length, one byte for the kind, the payload.
/// The asking side sends Command first and then only answers, or Cancel.
enum class FrameKind : char {
    Command = 'C', ///< JSON {"arguments":[…],"folder","language"}
    Open = 'O',    ///< to the asker: path of a file to open for reading
    Read = 'R',    ///< to the asker: the next piece, please
    Data = 'D',    ///< from the asker: a piece; empty is the end
    Fail = 'F',    ///< from the asker: JSON {"code","detail"}; the file cannot be opened or read
    Out = 'o',     ///< to the asker: for its standard output
    Err = 'e',     ///< to the asker: for its standard error
    Exit = 'x',    ///< to the asker: one byte, the exit code; the last frame
    Cancel = 'c',  ///< from the asker: Ctrl-C
    Checks =
        'k', ///< to the asker: run these where you are; a Data for each finding, then an empty one
};

struct Frame {
    FrameKind kind;
    QByteArray payload;
};

/// Longer frames are refused.
inline constexpr qsizetype kLongestFrame = qsizetype{16} * 1024 * 1024;

[[nodiscard]] QByteArray encodeFrame(FrameKind kind, const QByteArray& payload);

/// Takes bytes as they come and gives frames. Any thread, one at a time.
class FrameReader
{
public:
    void add(const QByteArray& bytes) { m_bytes += bytes; }
    /// Nothing until a whole frame is there.
    [[nodiscard]] std::optional<Frame> next();
    /// A length beyond the limit came: the other side speaks something else.
    [[nodiscard]] bool isBroken() const noexcept { return m_isBroken; }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace app
