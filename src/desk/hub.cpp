// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hub.h"

#include <algorithm>

namespace desk {

using namespace std::chrono_literals;

namespace {

constexpr base::milliseconds kBetweenTellings = 100ms;
constexpr base::milliseconds kTypingLasts = 6s;
constexpr base::milliseconds kSweepEvery = 2s;

bool isEmpty(const Changes& c)
{
    return c.conversations.empty() && !c.lists && !c.presence && !c.settings && !c.people &&
           !c.knowledge && !c.ai && !c.releases;
}

void merge(Changes& into, const Changes& more)
{
    for (const auto& [id, seq] : more.conversations) {
        auto& newest = into.conversations[id];
        newest = std::max(newest, seq);
    }
    into.lists |= more.lists;
    into.presence |= more.presence;
    into.settings |= more.settings;
    into.people |= more.people;
    into.knowledge |= more.knowledge;
    into.ai |= more.ai;
    into.releases |= more.releases;
}

} // namespace

void Hub::addListener(base::Ear<Changes> ear)
{
    m_listeners.push_back(std::make_shared<Listener>(Listener{.ear = std::move(ear)}));
}

void Hub::addAlertListener(base::Ear<Alert> ear)
{
    m_alertEars.push_back(std::move(ear));
}

void Hub::conversationChanged(base::ConversationId id, base::Seq seq)
{
    Changes changes;
    changes.conversations.emplace(id, seq);
    changes.lists = true;
    changed(changes);
}

void Hub::changed(const Changes& what)
{
    std::erase_if(m_listeners, [](const auto& l) { return !l->ear.isOpen(); });
    for (const auto& listener : m_listeners) {
        merge(listener->waiting, what);
        offer(*listener);
    }
}

void Hub::offer(Listener& listener)
{
    if (listener.isArmed)
        return;
    const auto since = m_context.clock.steady() - listener.lastTold;
    if (since >= kBetweenTellings) {
        tellNow(listener);
        return;
    }
    listener.isArmed = true;
    const auto rest = std::chrono::ceil<base::milliseconds>(kBetweenTellings - since);
    for (const auto& shared : m_listeners) {
        if (shared.get() != &listener)
            continue;
        m_context.timers().after(rest, [this, weak = std::weak_ptr<Listener>(shared)] {
            if (const auto still = weak.lock()) {
                still->isArmed = false;
                tellNow(*still);
            }
        });
    }
}

void Hub::tellNow(Listener& listener)
{
    if (isEmpty(listener.waiting))
        return;
    listener.lastTold = m_context.clock.steady();
    listener.ear.tell(std::exchange(listener.waiting, {}));
}

void Hub::alert(const Alert& alert)
{
    std::erase_if(m_alertEars, [](const auto& ear) { return !ear.isOpen(); });
    for (const auto& ear : m_alertEars)
        ear.tell(alert);
}

void Hub::addCustomer(base::ConversationId id, QByteArray sessionHash, base::Ear<CustomerNews> ear)
{
    const bool wasOnline = isOnline(id);
    m_customers.emplace(id, CustomerEar{id, std::move(sessionHash), std::move(ear)});
    armSweep();
    if (!wasOnline && onPresence)
        onPresence(id, true);
    changed({.presence = true});
}

void Hub::moveCustomer(const QByteArray& sessionHash, base::ConversationId to)
{
    std::vector<CustomerEar> moved;
    for (auto it = m_customers.begin(); it != m_customers.end();) {
        if (it->second.sessionHash == sessionHash && it->first != to) {
            moved.push_back(std::move(it->second));
            it = m_customers.erase(it);
        } else {
            ++it;
        }
    }
    for (auto& ear : moved) {
        ear.conversation = to;
        ear.ear.tell({.kind = CustomerNews::Kind::Conversation, .conversation = to});
        m_customers.emplace(to, std::move(ear));
    }
    if (!moved.empty())
        changed({.presence = true});
}

void Hub::tellCustomer(base::ConversationId id, const CustomerNews& news)
{
    const auto [begin, end] = m_customers.equal_range(id);
    for (auto it = begin; it != end; ++it)
        it->second.ear.tell(news);
}

void Hub::tellAllCustomers(CustomerNews::Kind kind, bool isOn)
{
    for (const auto& [id, customer] : m_customers)
        customer.ear.tell({.kind = kind, .conversation = id, .isOn = isOn});
}

bool Hub::isOnline(base::ConversationId id) const
{
    const auto [begin, end] = m_customers.equal_range(id);
    return std::any_of(begin, end, [](const auto& entry) { return entry.second.ear.isOpen(); });
}

bool Hub::hasStream(base::ConversationId id, const QByteArray& sessionHash) const
{
    const auto [begin, end] = m_customers.equal_range(id);
    return std::any_of(begin, end, [&](const auto& entry) {
        return entry.second.sessionHash == sessionHash && entry.second.ear.isOpen();
    });
}

std::set<base::ConversationId> Hub::online() const
{
    std::set<base::ConversationId> ids;
    for (const auto& [id, customer] : m_customers) {
        if (customer.ear.isOpen())
            ids.insert(id);
    }
    return ids;
}

void Hub::setViewing(base::PersonId person, base::ConversationId id)
{
    if (id.isValid())
        m_viewing[person] = id;
    else
        m_viewing.erase(person);
    changed({.presence = true});
}

QList<base::PersonId> Hub::viewersOf(base::ConversationId id) const
{
    QList<base::PersonId> viewers;
    for (const auto& [person, viewed] : m_viewing) {
        if (viewed == id)
            viewers.append(person);
    }
    return viewers;
}

void Hub::customerTypes(base::ConversationId id)
{
    const bool wasTyping = isTyping(id);
    m_typing[id] = m_context.clock.steady() + kTypingLasts;
    m_context.timers().after(kTypingLasts + 50ms, [this, id] {
        const auto it = m_typing.find(id);
        if (it == m_typing.end() || it->second > m_context.clock.steady())
            return;
        m_typing.erase(it);
        changed({.presence = true});
    });
    if (!wasTyping)
        changed({.presence = true});
}

bool Hub::isTyping(base::ConversationId id) const
{
    const auto it = m_typing.find(id);
    return it != m_typing.end() && it->second > m_context.clock.steady();
}

// A stream that closed is noticed here: its ear says so, but cannot call.
void Hub::armSweep()
{
    if (std::exchange(m_isSweepArmed, true))
        return;
    m_context.timers().after(kSweepEvery, [this] {
        m_isSweepArmed = false;
        sweep();
    });
}

void Hub::sweep()
{
    std::set<base::ConversationId> left;
    for (auto it = m_customers.begin(); it != m_customers.end();) {
        if (it->second.ear.isOpen()) {
            ++it;
            continue;
        }
        left.insert(it->first);
        it = m_customers.erase(it);
    }
    for (const auto id : left) {
        if (!isOnline(id) && onPresence)
            onPresence(id, false);
    }
    if (!left.empty())
        changed({.presence = true});
    if (!m_customers.empty())
        armSweep();
}

} // namespace desk
