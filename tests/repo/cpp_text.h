// SPDX-License-Identifier: GPL-3.0-or-later
// Reads C++ well enough for rules about its shape: no compiler, so macros stay what they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace repo {

/// The text with comments, and with the insides of strings and characters, turned into spaces. Line
/// numbers and columns stay.
std::string codeOf(std::string_view text);

struct Include {
    std::string path;
    bool angled = false;
    std::size_t line = 0;
};

std::vector<Include> includesOf(std::string_view text);

struct Function {
    std::string name;
    std::size_t line = 0;  ///< of the first word of its signature
    std::size_t lines = 0; ///< up to and with its closing brace
};

/// Functions with a body, lambdas counted with the function that holds them. Empty for a text whose
/// braces do not match (conditional compilation): better silent than wrong.
std::vector<Function> functionsOf(std::string_view text);

} // namespace repo
