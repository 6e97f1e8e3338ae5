// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/number_runs.h"

#include <algorithm>

namespace privacy {

namespace {

constexpr std::size_t kMostBetween = 3; ///< characters between groups: ") ", " - "

bool isMark(char c)
{
    return c == '.' || c == '-' || c == '/' || c == '(' || c == ')';
}

/// Where the next group of the run begins behind `end`; 0 where none does.
std::size_t nextGroup(std::string_view bytes, std::size_t end)
{
    std::size_t i = end, marks = 0;
    for (; i - end <= kMostBetween; ++i) {
        const char c = at(bytes, i);
        if (isDigit(c))
            return i > end ? i : 0;
        if (c != ' ' && !isMark(c))
            return 0;
        const bool isBracket = c == '(' || c == ')';
        marks += isMark(c) && !isBracket ? 1 : 0;
        if (marks > 1)
            return 0;
    }
    return 0;
}

std::string_view between(std::string_view bytes, const DigitRun& run, std::size_t left)
{
    const std::size_t begin = run.groups[left].end;
    return bytes.substr(begin, run.groups[left + 1].begin - begin);
}

/// '-' and '.' without a space hold together.
bool isTight(std::string_view joint)
{
    return joint == "-" || joint == ".";
}

/// The letters that end at `end` are a word that speaks for a kind: "DNI30123456", "tel-1143215678".
bool endsInContextWord(std::string_view bytes, std::size_t end)
{
    constexpr std::size_t kLongest = 12;
    std::size_t begin = end;
    while (begin > 0 && end - begin < kLongest && isLetter(bytes[begin - 1]))
        --begin;
    if (begin == end || isTokenCharacter(before(bytes, begin)))
        return false;
    return (marksOf(lowered(bytes.substr(begin, end - begin))) & kKindMarks) != 0;
}

} // namespace

std::vector<DigitRun> runsOf(std::string_view bytes)
{
    std::vector<DigitRun> runs;
    for (std::size_t i = 0; i < bytes.size();) {
        if (!isDigit(bytes[i])) {
            ++i;
            continue;
        }
        DigitRun run;
        while (i != 0 || run.groups.empty()) {
            DigitGroup group{i, i};
            while (isDigit(at(bytes, group.end)))
                ++group.end;
            run.groups.push_back(group);
            const std::size_t next = nextGroup(bytes, group.end);
            if (next == 0)
                break;
            i = next;
        }
        i = run.groups.back().end;
        runs.push_back(std::move(run));
    }
    return runs;
}

bool mayBegin(std::string_view bytes, const DigitRun& run, std::size_t first)
{
    if (first > 0)
        return !isTight(between(bytes, run, first - 1));
    const std::size_t begin = run.groups[0].begin;
    const char c = before(bytes, begin);
    switch (c) {
    case '_':
    case '@':
    case '\\': return false;
    case ',':
    case ':': // the second half of 12,50 and of 12:30
        return !isDigit(before(bytes, begin - 1));
    case '/':
        if (bytes.substr(0, begin - 1).ends_with("wa.me"))
            return true;
        [[fallthrough]];
    case '-':
    case '.':
        return !isTokenCharacter(before(bytes, begin - 1)) || endsInContextWord(bytes, begin - 1) ||
               c == '.';
    default: return !isTokenCharacter(c) || endsInContextWord(bytes, begin);
    }
}

bool mayEnd(std::string_view bytes, const DigitRun& run, std::size_t last)
{
    constexpr std::size_t kLongestFraction = 4;
    if (last + 1 < run.groups.size())
        return !isTight(between(bytes, run, last));
    const std::size_t end = run.groups[last].end;
    const char c = at(bytes, end), next = at(bytes, end + 1);
    switch (c) {
    case '_':
    case '@':
    case '%':
    case '\\': return false;
    case '-':
    case '/': return !isTokenCharacter(next);
    case ',': { // 12.345.678,90
        std::size_t fraction = 0;
        while (isDigit(at(bytes, end + 1 + fraction)))
            ++fraction;
        return fraction == 0 || fraction > kLongestFraction;
    }
    default: return !isTokenCharacter(c);
    }
}

std::size_t NumberShape::groups() const
{
    return static_cast<std::size_t>(std::ranges::count(lengths, ' ')) + 1;
}

NumberShape shapeOf(std::string_view bytes, const DigitRun& run, std::size_t first,
                    std::size_t last)
{
    NumberShape shape;
    shape.begin = run.groups[first].begin;
    shape.end = run.groups[last].end;
    for (std::size_t i = first; i <= last; ++i) {
        const DigitGroup& group = run.groups[i];
        const std::string size = std::to_string(group.size());
        if (i > first) {
            const std::string_view joint = between(bytes, run, i - 1);
            const auto mark = std::ranges::find_if(joint, isMark);
            shape.layout += mark == joint.end() ? ' ' : *mark;
            shape.lengths += ' ';
            shape.hasBracket |= joint.find(')') != std::string_view::npos;
        }
        shape.layout += size;
        shape.lengths += size;
        shape.digits.append(bytes.substr(group.begin, group.size()));
    }
    if (shape.hasBracket && before(bytes, shape.begin) == '(')
        --shape.begin;
    if (before(bytes, shape.begin) == '+') {
        shape.hasPlus = true;
        --shape.begin;
    } else if (before(bytes, shape.begin) == ' ' && before(bytes, shape.begin - 1) == '+') {
        shape.hasPlus = true;
        shape.begin -= 2;
    }
    return shape;
}

} // namespace privacy
