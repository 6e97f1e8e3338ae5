// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QMenu>

#include <functional>
#include <memory>

namespace panels {

/// "Correct what was understood": what a customer's message was taken for, with its probability, and
/// the intents to choose the right one from. Choosing saves at once.
class CorrectionMenu final : public QMenu
{
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text)>;
    /// \param say tells how it ended
    CorrectionMenu(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say,
                   QWidget* parent = nullptr);

    /// Asks what was understood, and fills itself with the answer.
    void showFor(base::ConversationId conversation, base::Seq seq, base::PersonId me);

private:
    void fill(const desk::Understood& understood);
    void fillRefusal(const base::Error& error);
    void correct(const QString& intent);

    desk::Desk& m_desk;
    base::Caller m_caller;
    const Say m_say;
    desk::Correction m_correction;
};

} // namespace panels
