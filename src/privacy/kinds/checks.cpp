// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/checks.h"

#include "privacy/text/normalised.h"

#include <algorithm>
#include <array>
#include <span>

namespace privacy::checks {

namespace {

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

bool areDigits(std::string_view text, std::size_t size)
{
    return text.size() == size && areDigits(text);
}

int digit(char c)
{
    return c - '0';
}

/// Sum of value × weight, place by place, over the shorter of both.
int weighted(std::string_view digits, std::span<const int> weights)
{
    int sum = 0;
    for (std::size_t i = 0; i < std::min(digits.size(), weights.size()); ++i)
        sum += digit(digits[i]) * weights[i];
    return sum;
}

bool isSameDigit(std::string_view digits)
{
    return digits.find_first_not_of(digits.front()) == std::string_view::npos;
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + digit(c);
    return value;
}

constexpr std::array kTaxWeights{5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

} // namespace

bool luhn(std::string_view digits)
{
    if (digits.size() < 2 || !areDigits(digits))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int value = digit(digits[digits.size() - 1 - i]) * (i % 2 == 0 ? 1 : 2);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

namespace {

struct CardRange {
    int first; ///< of the number's first six digits
    int last;
    std::size_t least; ///< digits
    std::size_t most;
};
constexpr std::array kCardRanges{
    CardRange{400000, 499999, 13, 19},                                    // Visa
    CardRange{510000, 559999, 16, 16},                                    // Mastercard
    CardRange{222100, 272099, 16, 16},                                    // Mastercard, 2-series
    CardRange{340000, 349999, 15, 15},                                    // American Express
    CardRange{370000, 379999, 15, 15}, CardRange{300000, 305999, 14, 19}, // Diners
    CardRange{360000, 369999, 14, 19}, CardRange{380000, 399999, 14, 19},
    CardRange{601100, 601199, 16, 19},                                    // Discover
    CardRange{644000, 659999, 16, 19}, CardRange{352800, 358999, 16, 19}, // JCB
    CardRange{620000, 629999, 16, 19},                                    // UnionPay
    CardRange{604200, 604299, 16, 16},                                    // Cabal
    CardRange{589562, 589562, 16, 16},                                    // Naranja
    CardRange{606282, 606282, 16, 16},                                    // Hipercard
    CardRange{636297, 636368, 16, 16},                                    // Elo
    CardRange{220000, 220499, 16, 19},                                    // Mir
    CardRange{500000, 509999, 12, 19}, CardRange{560000, 589999, 12, 19}, // Maestro
    CardRange{670000, 679999, 12, 19}};

} // namespace

bool isCardRange(std::string_view digits)
{
    if (digits.size() < 12 || !areDigits(digits))
        return false;
    const int head = number(digits.substr(0, 6));
    return std::ranges::any_of(kCardRanges, [&](const CardRange& range) {
        return head >= range.first && head <= range.last && digits.size() >= range.least &&
               digits.size() <= range.most;
    });
}

std::size_t ibanLength(std::string_view country)
{
    // SWIFT IBAN Registry, release 99: country and length.
    static constexpr std::string_view kLengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29"
        "ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20"
        "LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29"
        "PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20"
        "YE30";
    for (std::size_t i = 0; i < kLengths.size(); i += 4) {
        if (kLengths.substr(i, 2) == country)
            return static_cast<std::size_t>(number(kLengths.substr(i + 2, 2)));
    }
    return 0;
}

bool iban(std::string_view text)
{
    if (text.size() < 15 || text.size() != ibanLength(text.substr(0, 2)))
        return false;
    int remainder = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[(i + 4) % text.size()];
        if (isDigit(c))
            remainder = (remainder * 10 + digit(c)) % 97;
        else if (c >= 'A' && c <= 'Z')
            remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
        else
            return false;
    }
    return remainder == 1;
}

bool cbu(std::string_view digits)
{
    static constexpr std::array kBank{7, 1, 3, 9, 7, 1, 3};
    static constexpr std::array kAccountWeights{3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3};
    if (!areDigits(digits, 22) || isSameDigit(digits))
        return false;
    const auto account = digits.substr(8);
    return (10 - weighted(digits, kBank) % 10) % 10 == digit(digits[7]) &&
           (10 - weighted(account, kAccountWeights) % 10) % 10 == digit(account[13]);
}

bool isCuitPrefix(std::string_view digits)
{
    static constexpr std::array kPrefixes{20, 23, 24, 25, 26, 27, 30, 33, 34, 50, 51, 55};
    return digits.size() == 11 &&
           std::ranges::find(kPrefixes, number(digits.substr(0, 2))) != kPrefixes.end();
}

bool cuit(std::string_view digits)
{
    if (!areDigits(digits, 11) || !isCuitPrefix(digits))
        return false;
    const int check = (11 - weighted(digits, kTaxWeights) % 11) % 11;
    return check == digit(digits[10]);
}

bool cpf(std::string_view digits)
{
    static constexpr std::array kWeights{11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    if (!areDigits(digits, 11) || isSameDigit(digits))
        return false;
    const int first = weighted(digits.substr(0, 9), std::span(kWeights).subspan(1)) * 10 % 11 % 10;
    const int second = weighted(digits, kWeights) * 10 % 11 % 10;
    return first == digit(digits[9]) && second == digit(digits[10]);
}

bool cnpj(std::string_view text)
{
    static constexpr std::array kWeights{6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    const auto isAllowed = [](char c) { return isDigit(c) || (c >= 'A' && c <= 'Z'); };
    if (text.size() != 14 || !std::ranges::all_of(text, isAllowed) || !areDigits(text.substr(12)) ||
        isSameDigit(text))
        return false;
    const auto checkOf = [](int sum) { return sum % 11 < 2 ? 0 : 11 - sum % 11; };
    return checkOf(weighted(text.substr(0, 12), std::span(kWeights).subspan(1))) ==
               digit(text[12]) &&
           checkOf(weighted(text, kWeights)) == digit(text[13]);
}

bool isDayOfBirth(std::string_view yymmdd)
{
    static constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!areDigits(yymmdd, 6))
        return false;
    const int month = number(yymmdd.substr(2, 2));
    const int day = number(yymmdd.substr(4, 2));
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= kDays[static_cast<std::size_t>(month - 1)];
}

bool curp(std::string_view text)
{
    // The Ñ stands between N and O; normalised texts have N for it, as RENAPO writes X.
    if (text.size() != 18 || !isDigit(text[17]))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        const char c = text[i];
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (!isDigit(c) && !isUpper)
            return false;
        const int value = isDigit(c) ? digit(c) : c - 'A' + 10 + (c > 'N' ? 1 : 0);
        sum += value * (18 - static_cast<int>(i));
    }
    return (10 - sum % 10) % 10 == digit(text[17]);
}

bool rfc(std::string_view text)
{
    static constexpr std::string_view kValues = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ";
    if (text.size() != 12 && text.size() != 13)
        return false;
    const std::string whole = std::string(13 - text.size(), ' ') + std::string(text);
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        const auto value = kValues.find(whole[i]);
        if (value == std::string_view::npos)
            return false;
        sum += static_cast<int>(value) * (13 - static_cast<int>(i));
    }
    const int check = (11 - sum % 11) % 11;
    return whole[12] == (check == 10 ? 'A' : static_cast<char>('0' + check));
}

bool nif(std::string_view text)
{
    static constexpr std::string_view kLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    return text.size() == 9 && areDigits(text.substr(0, 8)) &&
           kLetters[static_cast<std::size_t>(number(text.substr(0, 8)) % 23)] == text[8];
}

bool nie(std::string_view text)
{
    if (text.size() != 9 || text[0] < 'X' || text[0] > 'Z')
        return false;
    std::string number(text);
    number[0] = static_cast<char>('0' + (text[0] - 'X'));
    return nif(number);
}

bool cif(std::string_view text)
{
    if (text.size() != 9 || !areDigits(text.substr(1, 7)))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 7; ++i) {
        const int value = digit(text[i + 1]) * (i % 2 == 0 ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    const int check = (10 - sum % 10) % 10;
    return text[8] == static_cast<char>('0' + check) ||
           text[8] == "JABCDEFGHI"[static_cast<std::size_t>(check)];
}

bool rutChile(std::string_view text)
{
    if (text.size() < 8 || text.size() > 9 || !areDigits(text.substr(0, text.size() - 1)))
        return false;
    int sum = 0, weight = 2;
    for (std::size_t i = text.size() - 1; i-- > 0;) {
        sum += digit(text[i]) * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    const int check = (11 - sum % 11) % 11;
    return text.back() == (check == 10 ? 'K' : static_cast<char>('0' + check));
}

bool rutUruguay(std::string_view digits)
{
    static constexpr std::array kWeights{4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    if (!areDigits(digits, 12))
        return false;
    const int office = number(digits.substr(0, 2));
    if (office < 1 || office > 22 || number(digits.substr(2, 6)) == 0 ||
        digits.substr(8, 2) != "00")
        return false;
    return (11 - weighted(digits, kWeights) % 11) % 11 == digit(digits[11]);
}

bool ruc(std::string_view digits)
{
    static constexpr std::array kPrefixes{10, 15, 16, 17, 20};
    if (!areDigits(digits, 11) ||
        std::ranges::find(kPrefixes, number(digits.substr(0, 2))) == kPrefixes.end())
        return false;
    return (11 - weighted(digits, kTaxWeights) % 11) % 10 == digit(digits[10]);
}

bool nit(std::string_view digits)
{
    static constexpr std::array kPrimes{3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
    if (digits.size() < 9 || digits.size() > 10 || !areDigits(digits))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i)
        sum += digit(digits[digits.size() - 2 - i]) * kPrimes[i];
    const int rest = sum % 11;
    return (rest < 2 ? rest : 11 - rest) == digit(digits.back());
}

bool ciUruguay(std::string_view digits)
{
    static constexpr std::array kWeights{2, 9, 8, 7, 6, 3, 4};
    if (digits.size() < 7 || digits.size() > 8 || !areDigits(digits))
        return false;
    const std::string whole = std::string(8 - digits.size(), '0') + std::string(digits);
    return (10 - weighted(whole, kWeights) % 10) % 10 == digit(whole[7]);
}

bool ciEcuador(std::string_view digits)
{
    if (!areDigits(digits, 10))
        return false;
    const int province = number(digits.substr(0, 2));
    if (province < 1 || (province > 24 && province != 30) || digits[2] > '5')
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) {
        const int value = digit(digits[i]) * (i % 2 == 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return (10 - sum % 10) % 10 == digit(digits[9]);
}

} // namespace privacy::checks
