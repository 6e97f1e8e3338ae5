// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/masking/mask_texts.h"

#include <QCoreApplication>

#include <array>

namespace desk {

namespace {

/// In the order of privacy::Kind. What is called the same everywhere stands untranslated.
constexpr std::array<const char*, privacy::kKinds> kKindTexts{
    QT_TRANSLATE_NOOP("Masking", "private key"),
    QT_TRANSLATE_NOOP("Masking", "web token (JWT)"),
    QT_TRANSLATE_NOOP("Masking", "access key"),
    QT_TRANSLATE_NOOP("Masking", "user and password of an address"),
    QT_TRANSLATE_NOOP("Masking", "token of an address"),
    QT_TRANSLATE_NOOP("Masking", "password"),
    QT_TRANSLATE_NOOP("Masking", "e-mail address"),
    "IBAN",
    "CBU",
    "CVU",
    QT_TRANSLATE_NOOP("Masking", "alias of a bank account"),
    QT_TRANSLATE_NOOP("Masking", "card"),
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
    QT_TRANSLATE_NOOP("Masking", "passport"),
    QT_TRANSLATE_NOOP("Masking", "phone"),
    "IPv4",
    "IPv6",
    "MAC",
    "DNI",
    QT_TRANSLATE_NOOP("Masking", "street address"),
    QT_TRANSLATE_NOOP("Masking", "name of a person of the conversation"),
};

/// In the order of privacy::Reason; %1 is the detail, %2 the number.
constexpr std::array<const char*, 12> kStepTexts{
    QT_TRANSLATE_NOOP("Masking", "the shape fits, read as: %1"),
    QT_TRANSLATE_NOOP("Masking", "the check digits are right"),
    QT_TRANSLATE_NOOP("Masking", "the check digits are wrong"),
    QT_TRANSLATE_NOOP("Masking", "the range of numbers is one that is issued"),
    QT_TRANSLATE_NOOP("Masking", "it is punctuated as only this kind is"),
    QT_TRANSLATE_NOOP("Masking", "“%1” speaks for it, words away: %2"),
    QT_TRANSLATE_NOOP("Masking", "“%1” makes it a number of the product or a price"),
    QT_TRANSLATE_NOOP("Masking", "it stands in a web address, with no word for it right before"),
    QT_TRANSLATE_NOOP("Masking", "the phone library knows such numbers: %1"),
    QT_TRANSLATE_NOOP("Masking", "the phone library knows no such number"),
    QT_TRANSLATE_NOOP("Masking", "nothing else looks like this"),
    QT_TRANSLATE_NOOP("Masking", "nothing proves it: no right check digits, no range or "
                                 "punctuation of its own, no word near it"),
};
constexpr const char* kOverlapText =
    QT_TRANSLATE_NOOP("Masking", "something longer or more specific stands there: %1");

const char* outcomeText(privacy::Outcome outcome)
{
    switch (outcome) {
    case privacy::Outcome::MaskedSure: return QT_TRANSLATE_NOOP("Masking", "masked, sure");
    case privacy::Outcome::MaskedUnsure: return QT_TRANSLATE_NOOP("Masking", "masked, unsure");
    case privacy::Outcome::Left: break;
    }
    return QT_TRANSLATE_NOOP("Masking", "left as it is");
}

} // namespace

QString maskKindText(privacy::Kind kind, const TranslateMasking& translate)
{
    return translate(kKindTexts[static_cast<std::size_t>(kind)]);
}

QString maskStepText(const privacy::Step& step, const TranslateMasking& translate)
{
    const auto reason = static_cast<std::size_t>(step.reason);
    const char* text = reason < kStepTexts.size() ? kStepTexts[reason] : kOverlapText;
    QString said = translate(text);
    // What people wrote may hold "%2" itself.
    said.replace(QLatin1String("%2"), QString::number(step.number));
    return said.replace(QLatin1String("%1"), step.detail);
}

QString maskOutcomeText(privacy::Outcome outcome, const TranslateMasking& translate)
{
    return translate(outcomeText(outcome));
}

} // namespace desk
