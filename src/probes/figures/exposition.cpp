// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/exposition.h"

#include <QByteArray>

#include <cmath>
#include <optional>

namespace probes {

namespace {

std::string_view trimmedLeft(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    return from == std::string_view::npos ? std::string_view() : text.substr(from);
}

/// Up to the closing quote; the rest of the line is left in `line`.
std::optional<std::string> takeQuoted(std::string_view& line)
{
    if (!line.starts_with('"'))
        return std::nullopt;
    std::string text;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '"') {
            line.remove_prefix(i + 1);
            return text;
        }
        const bool isEscape = line[i] == '\\' && i + 1 < line.size();
        const char c = isEscape ? line[++i] : line[i];
        text += isEscape && c == 'n' ? '\n' : c;
    }
    return std::nullopt;
}

bool takeLabels(std::string_view& line, Sample& sample)
{
    line.remove_prefix(1);
    for (;;) {
        line = trimmedLeft(line);
        if (line.starts_with('}')) {
            line.remove_prefix(1);
            return true;
        }
        const auto equals = line.find('=');
        if (equals == std::string_view::npos)
            return false;
        std::string name(line.substr(0, equals));
        while (name.ends_with(' '))
            name.pop_back();
        line = trimmedLeft(line.substr(equals + 1));
        auto value = takeQuoted(line);
        if (!value)
            return false;
        sample.labels.insert_or_assign(std::move(name), std::move(*value));
        line = trimmedLeft(line);
        if (line.starts_with(','))
            line.remove_prefix(1);
    }
}

std::optional<Sample> readLine(std::string_view line)
{
    line = trimmedLeft(line);
    const auto end = line.find_first_of("{ \t");
    if (end == std::string_view::npos || end == 0 || line.starts_with('#'))
        return std::nullopt;
    Sample sample{.name = std::string(line.substr(0, end))};
    line = trimmedLeft(line.substr(end));
    if (line.starts_with('{') && !takeLabels(line, sample))
        return std::nullopt;
    line = trimmedLeft(line);
    const auto number = line.substr(0, line.find_first_of(" \t\r"));
    bool isNumber = false;
    sample.value = QByteArray(number.data(), static_cast<qsizetype>(number.size()))
                       .toLower()
                       .toDouble(&isNumber);
    if (!isNumber && number == "+Inf") {
        sample.value = HUGE_VAL;
        isNumber = true;
    }
    return isNumber ? std::optional(std::move(sample)) : std::nullopt;
}

} // namespace

std::string_view Sample::label(std::string_view of) const
{
    const auto found = labels.find(of);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<Sample> readExposition(std::string_view text)
{
    std::vector<Sample> samples;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (auto sample = readLine(text.substr(0, end)))
            samples.push_back(std::move(*sample));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return samples;
}

} // namespace probes
