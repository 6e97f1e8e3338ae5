// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QString>
#include <QStringList>

#include <random>

namespace bench {

/// Words as people use them: few often, most seldom (rank r about 1/r as often as the first).
class Vocabulary
{
public:
    explicit Vocabulary(std::uint64_t seed);
    /// The r-th most frequent word.
    [[nodiscard]] const QString& word(std::size_t rank) const { return m_words[rank]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_words.size(); }
    [[nodiscard]] QString sentence(std::mt19937_64& random, int words) const;

private:
    std::vector<QString> m_words;
    std::vector<double> m_sums;
};

/// Fills a new data folder with closed conversations of about 20 messages, through the store's own
/// statements in large transactions, so that numbers, checksums and salts are as the program writes
/// them; and its search index. Answers how many messages.
[[nodiscard]] qint64 fillWithMessages(const QString& folder, qint64 messages,
                                      const Vocabulary& vocabulary);

/// One conversation of so many messages in a new data folder.
[[nodiscard]] base::ConversationId fillWithLongConversation(const QString& folder, int messages,
                                                            const Vocabulary& vocabulary);

/// Rows of the conversation table alone, as lists read them: without events.
void fillWithConversations(const QString& folder, int conversations);

} // namespace bench
