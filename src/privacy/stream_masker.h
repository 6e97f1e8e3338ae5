// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/pseudonyms.h"

#include <QString>
#include <QStringView>

namespace privacy {

/// Masks a text of any length that comes in pieces, in bounded memory: it holds back some thousand
/// characters, so that nothing is cut in two and words before a number still count. One thread; the
/// pseudonyms must outlive it.
class StreamMasker
{
public:
    explicit StreamMasker(Pseudonyms& pseudonyms) : m_pseudonyms(pseudonyms) {}

    /// What is masked after this piece; may be empty.
    [[nodiscard]] QString feed(QStringView piece);
    /// The rest.
    [[nodiscard]] QString finish();

private:
    enum class Ending { More, Last };
    QString process(Ending ending);

    Pseudonyms& m_pseudonyms;
    QString m_text;       ///< what was given out already, for its words, and what was not
    qsizetype m_done = 0; ///< length of the former
};

} // namespace privacy
