// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/child_process.h"
#include "support/customer_client.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace crash {

/// A message that was answered with 200.
struct Acknowledged {
    QString conversation; ///< as people read it
    QString text;
    QString clientMessageId;
    qint64 seq = 0;
};

/// One customer over many starts of the program: a message that got no answer is sent again, with
/// its id, as the widget does.
class Customer
{
public:
    explicit Customer(int number) : m_number(number), m_client(0) {}

    /// Talks until the program is gone. Runs on a thread of its own.
    void talk(quint16 port);
    [[nodiscard]] const std::vector<Acknowledged>& acknowledged() const { return m_acknowledged; }
    /// An answer that no program may give, for instance 500; 0 where there was none.
    [[nodiscard]] int refusal() const { return m_refusal; }
    void forget() { m_acknowledged.clear(); }

private:
    struct Message {
        QString text, id;
    };
    Message next();
    bool begin();

    const int m_number;
    support::CustomerClient m_client;
    std::optional<Message> m_unanswered;
    std::vector<Acknowledged> m_acknowledged;
    int m_sent = 0, m_inConversation = 0, m_refusal = 0;
};

enum class Program {
    Relevoctl,  ///< `relevoctl serve`
    WithAnAgent ///< the same service with a desk client in its process
};

/// Starts the program on the folder; nothing where it does not come to listen.
[[nodiscard]] std::unique_ptr<support::ChildProcess> startProgram(Program program,
                                                                  const QString& folder);
/// The port that a started program told.
[[nodiscard]] quint16 portOf(const support::ChildProcess& program);

} // namespace crash
