// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/look/two_line_delegate.h"

namespace panels {

/// An article that was found: its title, and below it how it begins. For a list that is chosen from
/// while the focus is elsewhere.
class SuggestionDelegate final : public TwoLineDelegate
{
    Q_OBJECT
public:
    enum Role { ExcerptRole = Qt::UserRole + 1 };
    explicit SuggestionDelegate(QObject* parent = nullptr) : TwoLineDelegate(parent, Bar::Always) {}

private:
    [[nodiscard]] Lines lines(const QModelIndex& index) const override;
};

} // namespace panels
