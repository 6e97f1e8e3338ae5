// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;

namespace repo {

int report(std::string_view check, const Findings& findings)
{
    for (const auto& finding : findings) {
        const auto line = finding.line > 0 ? ":" + std::to_string(finding.line) : std::string();
        std::printf("%s%s: %s\n", finding.file.c_str(), line.c_str(), finding.text.c_str());
    }
    std::printf("%.*s: %zu findings\n", static_cast<int>(check.size()), check.data(),
                findings.size());
    return findings.empty() ? 0 : 1;
}

int broken(std::string_view check, std::string_view what)
{
    std::printf("%.*s does not work: %.*s\n", static_cast<int>(check.size()), check.data(),
                static_cast<int>(what.size()), what.data());
    return 2;
}

std::string readFile(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Output run(const std::string& command)
{
    Output output;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return output;
    std::array<char, 4096> buffer{};
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.text.append(buffer.data(), size);
    output.exitCode = pclose(pipe);
    return output;
}

std::string shellWord(std::string_view word)
{
    std::string result = "'";
    for (const char c : word)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::vector<std::string> walk(const fs::path& root)
{
    static const std::set<std::string> kSkipped{".git", ".cache", "build", "node_modules"};
    std::vector<std::string> files;
    for (auto it = fs::recursive_directory_iterator(root); it != fs::end(it); ++it) {
        if (it->is_directory() && kSkipped.contains(it->path().filename().string()))
            it.disable_recursion_pending();
        else if (it->is_regular_file())
            files.push_back(fs::relative(it->path(), root).string());
    }
    return files;
}

// Names that `git ls-files` gives; empty when there is no git or no repository.
std::vector<std::string> gitFiles(const fs::path& root, const std::string& options)
{
    const auto folder = shellWord(root.string());
    const auto output = run("git -C " + folder + " -c safe.directory=" + folder + " ls-files -z " +
                            options + " 2>/dev/null");
    std::vector<std::string> files;
    if (output.exitCode != 0)
        return files;
    for (std::size_t start = 0; start < output.text.size();) {
        const auto end = output.text.find('\0', start);
        files.push_back(output.text.substr(start, end - start));
        start = end == std::string::npos ? output.text.size() : end + 1;
    }
    return files;
}

} // namespace

std::size_t findWord(std::string_view text, std::string_view word, std::size_t from)
{
    for (auto at = text.find(word, from); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const auto after = at + word.size();
        const bool freeBefore =
            at == 0 || !isWordCharacter(word.front()) || !isWordCharacter(text[at - 1]);
        const bool freeAfter =
            after == text.size() || !isWordCharacter(word.back()) || !isWordCharacter(text[after]);
        if (freeBefore && freeAfter)
            return at;
    }
    return std::string_view::npos;
}

std::vector<std::string> treeFiles(const fs::path& root)
{
    auto files = gitFiles(root, "--cached --others --exclude-standard");
    if (files.empty())
        return walk(root);
    std::erase_if(files, [&root](const auto& file) { return !fs::is_regular_file(root / file); });
    return files;
}

std::vector<std::string> topLevelNames(const fs::path& root)
{
    std::set<std::string> names;
    for (const auto& file : gitFiles(root, "--cached"))
        names.insert(file.substr(0, file.find('/')));
    if (names.empty()) {
        for (const auto& entry : fs::directory_iterator(root))
            names.insert(entry.path().filename().string());
    }
    return {names.begin(), names.end()};
}

} // namespace repo
