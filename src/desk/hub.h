// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"

#include <QByteArray>

#include <map>
#include <set>
#include <vector>

namespace desk {

/// Who hears what. Listeners hear ids and versions only: one map id -> newest seq a listener, sent at
/// most ten times a second. Also knows who is present, for presence is a matter of who listens.
/// Lives on the desk thread.
class Hub
{
public:
    explicit Hub(Context& context) : m_context(context) {}

    // Agents
    void addListener(base::Ear<Changes> ear);
    void addAlertListener(base::Ear<Alert> ear);
    void conversationChanged(base::ConversationId id, base::Seq seq);
    void changed(const Changes& what);
    void alert(const Alert& alert);

    // Customers
    void addCustomer(base::ConversationId id, QByteArray sessionHash, base::Ear<CustomerNews> ear);
    /// The session's streams hear that another conversation is current now.
    void moveCustomer(const QByteArray& sessionHash, base::ConversationId to);
    void tellCustomer(base::ConversationId id, const CustomerNews& news);
    void tellAllCustomers(CustomerNews::Kind kind, bool isOn = false);
    [[nodiscard]] bool isOnline(base::ConversationId id) const;
    [[nodiscard]] bool hasStream(base::ConversationId id, const QByteArray& sessionHash) const;
    [[nodiscard]] std::set<base::ConversationId> online() const;
    [[nodiscard]] int onlineCount() const { return static_cast<int>(online().size()); }

    // Presence of agents and typing customers
    void setViewing(base::PersonId person, base::ConversationId id);
    [[nodiscard]] QList<base::PersonId> viewersOf(base::ConversationId id) const;
    void customerTypes(base::ConversationId id);
    [[nodiscard]] bool isTyping(base::ConversationId id) const;

    /// Called when the last stream of a conversation has closed, or the first has opened.
    std::function<void(base::ConversationId, bool isOnline)> onPresence;

private:
    struct Listener {
        base::Ear<Changes> ear;
        Changes waiting;
        base::SteadyTime lastTold{};
        bool isArmed = false;
    };
    struct CustomerEar {
        base::ConversationId conversation;
        QByteArray sessionHash;
        base::Ear<CustomerNews> ear;
    };

    void offer(Listener& listener);
    void tellNow(Listener& listener);
    void armSweep();
    void sweep();

    Context& m_context;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::vector<base::Ear<Alert>> m_alertEars;
    std::multimap<base::ConversationId, CustomerEar> m_customers;
    std::map<base::PersonId, base::ConversationId> m_viewing;
    std::map<base::ConversationId, base::SteadyTime> m_typing;
    bool m_isSweepArmed = false;
};

} // namespace desk
