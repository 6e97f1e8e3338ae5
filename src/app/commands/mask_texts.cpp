// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/mask_texts.h"

#include <array>

namespace app {

namespace {

/// In the order of privacy::Kind. What is called the same everywhere stands untranslated.
constexpr std::array<const char*, privacy::kKinds> kKindTexts{
    QT_TRANSLATE_NOOP("relevoctl", "private key"),
    QT_TRANSLATE_NOOP("relevoctl", "web token (JWT)"),
    QT_TRANSLATE_NOOP("relevoctl", "access key"),
    QT_TRANSLATE_NOOP("relevoctl", "user and password of an address"),
    QT_TRANSLATE_NOOP("relevoctl", "token of an address"),
    QT_TRANSLATE_NOOP("relevoctl", "password"),
    QT_TRANSLATE_NOOP("relevoctl", "e-mail address"),
    "IBAN",
    "CBU",
    "CVU",
    QT_TRANSLATE_NOOP("relevoctl", "alias of a bank account"),
    QT_TRANSLATE_NOOP("relevoctl", "card"),
    "CUIT/CUIL",
    "CPF",
    "CNPJ",
    "CURP",
    "RFC",
    "NIE",
    "NIF",
    "CIF",
    "RUT",
    "RUC",
    "NIT",
    "CI",
    QT_TRANSLATE_NOOP("relevoctl", "passport"),
    QT_TRANSLATE_NOOP("relevoctl", "phone"),
    "IPv4",
    "IPv6",
    "MAC",
    "DNI",
    QT_TRANSLATE_NOOP("relevoctl", "street address"),
    QT_TRANSLATE_NOOP("relevoctl", "name of a person of the conversation"),
};

/// In the order of privacy::Reason; %1 is the detail, %2 the number.
constexpr std::array<const char*, 12> kStepTexts{
    QT_TRANSLATE_NOOP("relevoctl", "the shape fits, read as: %1"),
    QT_TRANSLATE_NOOP("relevoctl", "the check digits are right"),
    QT_TRANSLATE_NOOP("relevoctl", "the check digits are wrong"),
    QT_TRANSLATE_NOOP("relevoctl", "the range of numbers is one that is issued"),
    QT_TRANSLATE_NOOP("relevoctl", "it is punctuated as only this kind is"),
    QT_TRANSLATE_NOOP("relevoctl", "“%1” speaks for it, words away: %2"),
    QT_TRANSLATE_NOOP("relevoctl", "“%1” makes it a number of the product or a price"),
    QT_TRANSLATE_NOOP("relevoctl", "it stands in a web address, with no word for it right before"),
    QT_TRANSLATE_NOOP("relevoctl", "the phone library knows such numbers: %1"),
    QT_TRANSLATE_NOOP("relevoctl", "the phone library knows no such number"),
    QT_TRANSLATE_NOOP("relevoctl", "nothing else looks like this"),
    QT_TRANSLATE_NOOP("relevoctl", "nothing proves it: no right check digits, no range or "
                                   "punctuation of its own, no word near it"),
};
constexpr const char* kOverlapText =
    QT_TRANSLATE_NOOP("relevoctl", "something longer or more specific stands there: %1");

} // namespace

QString maskKindText(const CommandContext& context, privacy::Kind kind)
{
    return context.translate("relevoctl", kKindTexts[static_cast<std::size_t>(kind)]);
}

QString maskStepText(const CommandContext& context, const privacy::Step& step)
{
    const auto reason = static_cast<std::size_t>(step.reason);
    const char* text = reason < kStepTexts.size() ? kStepTexts[reason] : kOverlapText;
    QString said = context.translate("relevoctl", text);
    // What people wrote may hold "%2" itself.
    said.replace(QLatin1String("%2"), QString::number(step.number));
    return said.replace(QLatin1String("%1"), step.detail);
}

QString maskOutcomeText(const CommandContext& context, privacy::Outcome outcome)
{
    switch (outcome) {
    case privacy::Outcome::MaskedSure: return context.translate("relevoctl", "masked, sure");
    case privacy::Outcome::MaskedUnsure: return context.translate("relevoctl", "masked, unsure");
    case privacy::Outcome::Left: break;
    }
    return context.translate("relevoctl", "left as it is");
}

} // namespace app
