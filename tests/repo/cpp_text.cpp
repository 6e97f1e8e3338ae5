// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpp_text.h"

#include "report.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace repo {

namespace {

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Turns text[from, to) into spaces, line ends excepted.
void blank(std::string& text, std::size_t from, std::size_t to)
{
    for (auto i = from; i < std::min(to, text.size()); ++i) {
        if (text[i] != '\n')
            text[i] = ' ';
    }
}

std::size_t after(std::size_t found, std::size_t length, std::size_t size)
{
    return found == std::string::npos ? size : found + length;
}

// End of the string or character that opens at `start`.
std::size_t endOfLiteral(const std::string& text, std::size_t start)
{
    for (auto i = start + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == text[start] || text[i] == '\n')
            return i;
    }
    return text.size();
}

// End of the raw string whose quote stands at `quote`: R"name( … )name".
std::size_t endOfRawString(const std::string& text, std::size_t quote)
{
    const auto open = text.find('(', quote);
    if (open == std::string::npos)
        return text.size();
    const auto closing = ")" + text.substr(quote + 1, open - quote - 1) + "\"";
    return after(text.find(closing, open), closing.size(), text.size());
}

bool opensRawString(const std::string& text, std::size_t quote)
{
    if (quote == 0 || text[quote - 1] != 'R')
        return false;
    if (quote == 1 || !isNameCharacter(text[quote - 2]))
        return true;
    const auto prefix = text[quote - 2];
    return prefix == 'u' || prefix == 'U' || prefix == 'L' || prefix == '8';
}

bool isDigitSeparator(const std::string& text, std::size_t quote)
{
    return quote > 0 && quote + 1 < text.size() &&
           std::isxdigit(static_cast<unsigned char>(text[quote - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[quote + 1])) != 0 &&
           text.find('\'', quote + 1) != quote + 2;
}

} // namespace

std::string codeOf(std::string_view source)
{
    std::string text(source);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto start = i;
        if (text.compare(i, 2, "//") == 0) {
            i = after(text.find('\n', i), 0, text.size());
            blank(text, start, i);
        } else if (text.compare(i, 2, "/*") == 0) {
            i = after(text.find("*/", i + 2), 2, text.size());
            blank(text, start, i--);
        } else if (text[i] == '"' && opensRawString(text, i)) {
            i = endOfRawString(text, i);
            blank(text, start + 1, --i);
        } else if (text[i] == '"' || (text[i] == '\'' && !isDigitSeparator(text, i))) {
            i = endOfLiteral(text, i);
            blank(text, start + 1, i);
        }
    }
    return text;
}

std::vector<Include> includesOf(std::string_view text)
{
    const auto code = codeOf(text); // a directive inside a comment or a raw string is none
    const auto codeLines = linesOf(code);
    const auto lines = linesOf(text);
    std::vector<Include> includes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = trimmed(codeLines[i]);
        if (!line.starts_with('#') || !trimmed(line.substr(1)).starts_with("include"))
            continue;
        line = lines[i];
        const auto open = line.find_first_of("<\"");
        if (open == std::string_view::npos)
            continue;
        const bool angled = line[open] == '<';
        const auto close = line.find(angled ? '>' : '"', open + 1);
        if (close != std::string_view::npos)
            includes.push_back(
                {std::string(line.substr(open + 1, close - open - 1)), angled, i + 1});
    }
    return includes;
}

namespace {

// Directives hold braces of their own and lines that continue.
void blankDirectives(std::string& code)
{
    for (std::size_t i = 0; i < code.size();) {
        auto end = after(code.find('\n', i), 0, code.size());
        if (trimmed(std::string_view(code).substr(i, end - i)).starts_with('#')) {
            while (end < code.size() && end > i && code[end - 1] == '\\')
                end = after(code.find('\n', end + 1), 0, code.size());
            blank(code, i, end);
        }
        i = end + 1;
    }
}

// The position of the brace that closes the one at `open`; npos where there is none.
std::size_t closingBrace(std::string_view code, std::size_t open)
{
    int depth = 0;
    for (auto i = open; i < code.size(); ++i) {
        if (code[i] == '{')
            ++depth;
        else if (code[i] == '}' && --depth == 0)
            return i;
    }
    return std::string_view::npos;
}

// The head without what stands in (), [] and after `template <`.
std::string skeleton(std::string_view head)
{
    std::string result;
    int round = 0;
    int square = 0;
    for (const char c : head) {
        round -= c == ')' ? 1 : 0;
        square -= c == ']' ? 1 : 0;
        if (round == 0 && square == 0)
            result += c;
        round += c == '(' ? 1 : 0;
        square += c == '[' ? 1 : 0;
    }
    while (result.starts_with("template")) {
        int depth = 0;
        std::size_t end = result.find('<');
        for (; end < result.size(); ++end) {
            depth += result[end] == '<' ? 1 : 0;
            depth -= result[end] == '>' ? 1 : 0;
            if (depth == 0)
                break;
        }
        result = trimmed(std::string_view(result).substr(std::min(end + 1, result.size())));
    }
    return result;
}

enum class Kind { Container, Function, MemberInitialiser, Other };

bool startsAType(const std::string& bones)
{
    static constexpr std::array<std::string_view, 4> kWords{"namespace", "class", "struct",
                                                            "union"};
    return std::ranges::any_of(kWords, [&bones](std::string_view word) {
        const auto at = findWord(bones, word);
        if (at == std::string::npos)
            return false;
        auto rest = std::string_view(bones).substr(at);
        if (const auto aligned = rest.find("alignas()"); aligned != std::string_view::npos)
            rest.remove_prefix(aligned + 9);
        return rest.find('(') == std::string_view::npos; // not "struct X f()"
    });
}

// In a constructor's "f() : m_a{1}, m_b{2} {", whether the brace is that of a member.
bool isMemberInitialiser(const std::string& bones)
{
    auto colon = bones.find(')');
    for (; colon != std::string::npos; colon = bones.find(':', colon + 1)) {
        if (bones[colon] == ':' && bones.compare(colon, 2, "::") != 0 && bones[colon - 1] != ':')
            break;
    }
    const auto last = bones.empty() ? ' ' : bones.back();
    return colon != std::string::npos && (isNameCharacter(last) || last == '>');
}

// What the brace after this head opens, outside of functions.
Kind kindOf(std::string_view head)
{
    auto bones = skeleton(head);
    if (startsAType(bones) || bones.starts_with("extern") || trimmed(bones).empty())
        return Kind::Container;
    if (bones.find('(') == std::string::npos || findWord(bones, "enum") != std::string::npos)
        return Kind::Other;
    const auto equals = bones.find('=');
    if (equals != std::string::npos && findWord(bones, "operator") == std::string::npos)
        return bones.find("[]", equals) != std::string::npos ? Kind::Function : Kind::Other;
    return isMemberInitialiser(bones) ? Kind::MemberInitialiser : Kind::Function;
}

std::string nameOf(std::string_view head)
{
    const auto paren = head.find('(');
    auto end = paren == std::string_view::npos ? head.size() : paren;
    while (end > 0 && head[end - 1] == ' ')
        --end;
    auto start = end;
    while (start > 0 &&
           (isNameCharacter(head[start - 1]) || head[start - 1] == ':' || head[start - 1] == '~'))
        --start;
    return std::string(head.substr(start, end - start));
}

std::size_t lineAt(std::string_view code, std::size_t position)
{
    return 1 + static_cast<std::size_t>(std::ranges::count(code.substr(0, position), '\n'));
}

// "public:" and the like belong to no head.
std::size_t withoutAccess(std::string_view code, std::size_t start, std::size_t end)
{
    static constexpr std::array<std::string_view, 5> kWords{"public", "protected", "private",
                                                            "Q_SIGNALS", "Q_SLOTS"};
    for (auto i = start; i < end; ++i) {
        const auto rest = code.substr(i, end - i);
        const auto word = std::ranges::find_if(
            kWords, [rest](std::string_view candidate) { return rest.starts_with(candidate); });
        const auto colon = rest.find(':');
        if (word != kWords.end() && colon != std::string_view::npos &&
            rest.substr(0, colon).find_first_of("({=<,") == std::string_view::npos &&
            rest.compare(colon, 2, "::") != 0)
            i = start = i + colon + 1;
    }
    while (start < end && std::isspace(static_cast<unsigned char>(code[start])) != 0)
        ++start;
    return start;
}

bool bracesMatch(std::string_view code)
{
    int depth = 0;
    for (const char c : code) {
        depth += c == '{' ? 1 : 0;
        depth -= c == '}' ? 1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

} // namespace

std::vector<Function> functionsOf(std::string_view text)
{
    auto code = codeOf(text);
    blankDirectives(code);
    std::vector<Function> functions;
    if (!bracesMatch(code))
        return functions;
    std::size_t head = 0; // where the declaration that is being read began
    int round = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        round += code[i] == '(' ? 1 : 0;
        round -= code[i] == ')' ? 1 : 0;
        if (code[i] == ';' && round == 0)
            head = i + 1;
        if (code[i] == '}')
            head = i + 1;
        if (code[i] != '{')
            continue;
        const auto close = closingBrace(code, i);
        const auto start = withoutAccess(code, head, i);
        const auto words = trimmed(std::string_view(code).substr(start, i - start));
        const auto kind = round > 0 ? Kind::MemberInitialiser : kindOf(words);
        if (kind == Kind::Function)
            functions.push_back({nameOf(words), lineAt(code, start),
                                 lineAt(code, close) - lineAt(code, start) + 1});
        if (kind != Kind::MemberInitialiser)
            head = (kind == Kind::Container ? i : close) + 1;
        if (kind != Kind::Container)
            i = close;
    }
    return functions;
}

} // namespace repo
