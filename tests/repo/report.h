// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks of the tree share: findings with a file and a line, and the tree's own files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace repo {

/// One broken rule. `file` is relative to the root of the tree; line 0 means the whole file.
struct Finding {
    std::string file;
    std::size_t line = 0;
    std::string text;
};

using Findings = std::vector<Finding>;

/// Prints "file:line: text" for each; the program's exit code: 0 without findings, else 1.
int report(std::string_view check, const Findings& findings);

/// Exit code 2 with a sentence: the check itself does not work.
int broken(std::string_view check, std::string_view what);

/// The whole file; empty when it cannot be read.
std::string readFile(const std::filesystem::path& path);

/// Standard output of a command, and its exit code.
struct Output {
    int exitCode = -1;
    std::string text;
};
Output run(const std::string& command);

/// The word in single quotes for a shell.
std::string shellWord(std::string_view word);

std::vector<std::string_view> linesOf(std::string_view text);
std::string_view trimmed(std::string_view text);

/// Where `word` stands as a whole word (neighbours are no letters, digits or '_'), from `from` on;
/// npos when nowhere. Edges of `word` that are no such character bind nothing.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from = 0);

/// Files that git tracks or would track, relative to the root; where git does not answer, all files
/// but those of build folders.
std::vector<std::string> treeFiles(const std::filesystem::path& root);

/// Names at the top of the tree that git tracks (or, without git, all of them).
std::vector<std::string> topLevelNames(const std::filesystem::path& root);

} // namespace repo
