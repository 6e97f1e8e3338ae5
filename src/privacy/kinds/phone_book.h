// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace privacy {

/// Asks libphonenumber (https://github.com/google/libphonenumber, data of ITU-T E.164 and the
/// national plans) about candidates, and remembers its answers for one text. A question costs up to
/// 25 µs and the first one of a process 5 ms and 4 MB, so there is a bound: after it the book answers
/// Unasked. One thread.
class PhoneBook
{
public:
    enum class Answer {
        No,
        Person,  ///< a line that can be somebody's
        Service, ///< free, shared or premium rate: names nobody
        Unasked, ///< the bound is reached
    };
    explicit PhoneBook(int mostQuestions) : m_left(mostQuestions) {}

    /// `number` holds digits, in front perhaps '+'; `region` as in ISO 3166: "AR".
    [[nodiscard]] Answer ask(std::string_view number, std::string_view region);
    [[nodiscard]] int left() const noexcept { return m_left; }

private:
    int m_left;
    std::unordered_map<std::string, Answer> m_answers;
};

} // namespace privacy
