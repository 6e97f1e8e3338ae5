// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/look/two_line_delegate.h"

namespace panels {

class ConversationListModel;

/// A row of the list: name and wait above, last words and signs below.
class ConversationDelegate final : public TwoLineDelegate
{
    Q_OBJECT
public:
    explicit ConversationDelegate(const ConversationListModel& model, QObject* parent = nullptr);

private:
    [[nodiscard]] Lines lines(const QModelIndex& index) const override;

    const ConversationListModel& m_model;
};

} // namespace panels
