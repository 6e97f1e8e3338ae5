// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/field_words.h"

#include "panels/releases/words/report_words_now.h"
#include "release/report/history_texts.h"

namespace panels {

QString changeText(const release::FieldChange& change)
{
    return release::changeText(change, reportWordsNow());
}

} // namespace panels
