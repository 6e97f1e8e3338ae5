// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/phone_book.h"

#include <phonenumbers/phonenumberutil.h>

namespace privacy {

namespace {

PhoneBook::Answer answerOf(const std::string& number, const std::string& region)
{
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil& library = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber parsed;
    if (library.Parse(number, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR)
        return PhoneBook::Answer::No;
    switch (library.GetNumberType(parsed)) {
    case PhoneNumberUtil::UNKNOWN: return PhoneBook::Answer::No;
    case PhoneNumberUtil::TOLL_FREE:
    case PhoneNumberUtil::PREMIUM_RATE:
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::UAN:
    case PhoneNumberUtil::VOICEMAIL: return PhoneBook::Answer::Service;
    default: return PhoneBook::Answer::Person;
    }
}

} // namespace

PhoneBook::Answer PhoneBook::ask(std::string_view number, std::string_view region)
{
    std::string key;
    key.append(region).append(number);
    if (const auto known = m_answers.find(key); known != m_answers.end())
        return known->second;
    if (m_left <= 0)
        return Answer::Unasked;
    --m_left;
    const Answer answer = answerOf(std::string(number), std::string(region));
    m_answers.emplace(std::move(key), answer);
    return answer;
}

} // namespace privacy
