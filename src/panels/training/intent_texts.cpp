// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/training/intent_texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace panels {

namespace {

struct IntentText {
    const char* code;
    const char* text;
};

constexpr std::array kIntents{
    IntentText{"technical_problem", QT_TRANSLATE_NOOP("Intents", "Technical problem")},
    IntentText{"performance", QT_TRANSLATE_NOOP("Intents", "Slow or freezing")},
    IntentText{"connection", QT_TRANSLATE_NOOP("Intents", "Internet or connection")},
    IntentText{"installation", QT_TRANSLATE_NOOP("Intents", "Install something")},
    IntentText{"configuration", QT_TRANSLATE_NOOP("Intents", "Configure something")},
    IntentText{"how_to", QT_TRANSLATE_NOOP("Intents", "How to do something")},
    IntentText{"shop_information", QT_TRANSLATE_NOOP("Intents", "Question about the shop")},
    IntentText{"general_question", QT_TRANSLATE_NOOP("Intents", "General question")},
    IntentText{"person", QT_TRANSLATE_NOOP("Intents", "Wants a person")},
    IntentText{"frustration", QT_TRANSLATE_NOOP("Intents", "Frustration")},
    IntentText{"greeting_thanks", QT_TRANSLATE_NOOP("Intents", "Greeting or thanks")},
    IntentText{"yes", QT_TRANSLATE_NOOP("Intents", "Yes")},
    IntentText{"no", QT_TRANSLATE_NOOP("Intents", "No")},
    IntentText{"close", QT_TRANSLATE_NOOP("Intents", "End the conversation")},
    IntentText{"erase_data", QT_TRANSLATE_NOOP("Intents", "Erase my data")},
    IntentText{"out_of_scope", QT_TRANSLATE_NOOP("Intents", "Nothing of ours")}};

} // namespace

QString intentText(const QString& code)
{
    const auto it = std::ranges::find_if(
        kIntents, [&](const IntentText& intent) { return code == QLatin1String(intent.code); });
    return it == kIntents.end() ? code : QCoreApplication::translate("Intents", it->text);
}

} // namespace panels
