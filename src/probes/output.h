// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/plan/fill.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>

namespace probes {

/// What a check prints: the tail of it for the end, and whole lines while it runs. Everything that
/// leaves here is masked.
class Output
{
public:
    struct Options {
        qsizetype most = 1'048'576;   ///< bytes kept
        qsizetype livePiece = 65'536; ///< bytes shown at once while it runs
        std::function<QString(const QString&)> mask;
        const Redactor& redact; ///< outlives this, and may learn more meanwhile
    };
    explicit Output(Options options) : m_options(std::move(options)) {}

    void append(QByteArrayView bytes);
    /// The whole lines since the last call. Of more than livePiece the oldest are left out, and so is a
    /// line that alone is longer.
    [[nodiscard]] QString takeLive();
    /// What is left for the live view once all is printed.
    [[nodiscard]] QString takeRest();

    /// The tail, at most `most` bytes of UTF-8; it begins with a whole line where it can.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isCut() const noexcept
    {
        return m_cut > 0 || m_tail.size() > m_options.most;
    }

private:
    [[nodiscard]] QString shown(QByteArrayView bytes) const;
    void dropBrokenLine();
    [[nodiscard]] QString shownLive(const QByteArray& lines);

    const Options m_options;
    QByteArray m_tail; ///< up to twice `most`, so that it is not moved at each piece
    QByteArray m_live;
    bool m_isBroken = false;  ///< m_live begins inside a line
    bool m_isCutLive = false; ///< and what was before it is gone
    bool m_isInKey = false;   ///< the last piece ended inside a private key
    qint64 m_cut = 0;         ///< bytes before m_tail that are gone
};

} // namespace probes
