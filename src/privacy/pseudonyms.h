// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/values.h"

#include <QHash>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace privacy {

/// Into what the originals are put back.
enum class Into : quint8 {
    Text,
    JsonString, ///< a text that is JSON, where pseudonyms stand in strings: escaped (RFC 8259, 7)
};

/// Names for what was masked, stable in a conversation: the same number is [DNI-1] however it is
/// written. Who holds the map can restore them (the answers of an AI); nobody else can. It holds
/// personal data itself, so it lives as long as the conversation is worked on and is never stored.
/// A value without a lock: one thread at a time.
class Pseudonyms
{
public:
    /// "[EMAIL-1]"; a new one where the value was not seen before.
    [[nodiscard]] QString tokenOf(Kind kind, const QString& text);
    /// What it stands for, as first written; nothing where this map never gave it.
    [[nodiscard]] std::optional<QString> originalOf(const QString& token) const;
    /// The text with its tokens restored; unknown ones stay.
    [[nodiscard]] QString restore(QStringView text) const;
    /// Numbers of pseudonyms that stand in a text already are not given again.
    void reserve(QStringView text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_originals.isEmpty(); }
    [[nodiscard]] qsizetype size() const noexcept { return m_originals.size(); }

private:
    QHash<QString, QString> m_tokens;    ///< kind and value without its spelling -> token
    QHash<QString, QString> m_originals; ///< token -> as first written
    std::array<int, kKinds> m_last{};    ///< newest number of a kind
};

/// Restores a text that comes in pieces: "[DN" "I-1]". What cannot become a pseudonym any more is
/// given out at once, so a reader waits for at most one token. One thread; the map must outlive it.
class Restorer
{
public:
    explicit Restorer(const Pseudonyms& pseudonyms, Into into = Into::Text)
        : m_pseudonyms(pseudonyms), m_into(into)
    {
    }

    /// What is certain after this piece.
    [[nodiscard]] QString feed(QStringView piece);
    /// What was still waiting; afterwards it may begin anew.
    [[nodiscard]] QString finish();

private:
    [[nodiscard]] QString restored(const QString& token) const;

    const Pseudonyms& m_pseudonyms;
    const Into m_into;
    QString m_waiting; ///< begins with '[' or is empty
};

} // namespace privacy
