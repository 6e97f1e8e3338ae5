// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "privacy/pseudonyms.h"
#include "store/records.h"

#include <QStringList>

#include <vector>

namespace desk {

/// Masks what was said in a conversation, message after message: one set of pseudonyms, and what was
/// said before is heard ("¿me pasás tu DNI?"). A value; holds personal data, so it is not kept.
class ConversationMasker
{
public:
    /// \param names people whom the conversation knows
    explicit ConversationMasker(QStringList names) { m_context.names = std::move(names); }

    /// What was said next.
    [[nodiscard]] QString said(const QString& text);
    /// What stands beside it: an option, a name.
    [[nodiscard]] QString beside(const QString& text);
    void mask(CustomerEvent& event);

private:
    privacy::Context m_context;
    privacy::Pseudonyms m_pseudonyms;
};

/// What the bot and agents said since the customer's last message: that of it which makes the most
/// of `answer` personal, the newest where several do. An agent may have asked for the document's
/// number and given the conversation back, so that the bot spoke last.
[[nodiscard]] QString questionBefore(const std::vector<store::EventRow>& events,
                                     const QString& answer);

/// The people whom a conversation knows: its customer, as they are called now, and the agents.
[[nodiscard]] QStringList knownNames(const store::ConversationRow& row,
                                     const std::map<base::PersonId, Person>& people);

} // namespace desk
