// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/suggestion_delegate.h"

#include "panels/look/theme.h"

namespace panels {

TwoLineDelegate::Lines SuggestionDelegate::lines(const QModelIndex& index) const
{
    return {.upper = {.text = index.data().toString(), .weight = QFont::DemiBold},
            .lower = {.text = index.data(ExcerptRole).toString(), .colour = colours().quiet}};
}

} // namespace panels
