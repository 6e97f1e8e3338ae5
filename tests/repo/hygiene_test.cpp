// SPDX-License-Identifier: GPL-3.0-or-later
// hygiene_test ROOT: sources carry their licence, hold no path or host of somebody's machine and no
// note to be done later; scripts are executable and stop at the first error.
#include "report.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

namespace fs = std::filesystem;

namespace repo {
namespace {

/// Where the licence stands, by the end of a file's name.
struct LicenceRule {
    std::string_view ending;
    std::string_view line;
};

constexpr std::array kLicences{
    LicenceRule{".cpp", "// SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".h", "// SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".js", "// SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".mjs", "// SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".css", "SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".html", "SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".sh", "# SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".cmake", "# SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{"CMakeLists.txt", "# SPDX-License-Identifier: GPL-3.0-or-later"},
    LicenceRule{".ci/run", "# SPDX-License-Identifier: GPL-3.0-or-later"},
};

/// Words that stand in no file. Written in two halves, so that this file does not hold them.
struct WordRule {
    std::string_view first;
    std::string_view second;
    std::string_view because;
    bool sourcesOnly = false; ///< not in texts for people: "todo" is Spanish
};

constexpr std::array kWords{
    WordRule{"/wo", "rk/", "a path of one machine"},
    WordRule{"/fa", "rm/", "a path of one machine"},
    WordRule{"/tmp/bash", "_jobs", "a path of one machine"},
    WordRule{"/ro", "ot/", "a path of one machine"},
    WordRule{"registry", ".npmjs", "a registry's host"},
    WordRule{"registry", ".yarnpkg", "a registry's host"},
    WordRule{"artifact", "ory", "a registry's host"},
    WordRule{"proxy", ".golang", "a registry's host"},
    WordRule{"files", ".pythonhosted", "a registry's host"},
    WordRule{"\"resol", "ved\":", "a registry's host (npm's omit-lockfile-registry-resolved)"},
    WordRule{"TO", "DO", "a note to be done later", true},
    WordRule{"FIX", "ME", "a note to be done later", true},
    WordRule{"XX", "X:", "a note to be done later", true},
};

struct File {
    std::string path;
    std::string text;
    bool executable = false;
};

const LicenceRule* licenceOf(std::string_view path)
{
    const auto rule = std::ranges::find_if(
        kLicences, [path](const LicenceRule& each) { return path.ends_with(each.ending); });
    return rule == kLicences.end() ? nullptr : &*rule;
}

bool isText(std::string_view text)
{
    return text.substr(0, 8000).find('\0') == std::string_view::npos;
}

void checkLicence(const File& file, Findings& findings)
{
    constexpr std::size_t kAmongFirst = 3; // after #! or <!DOCTYPE>
    const auto* rule = licenceOf(file.path);
    if (!rule)
        return;
    const auto lines = linesOf(file.text);
    const auto head = std::span(lines).first(std::min(kAmongFirst, lines.size()));
    const bool stands = std::ranges::any_of(head, [rule](std::string_view line) {
        return line.find(rule->line) != std::string_view::npos;
    });
    if (!stands)
        findings.push_back({file.path, 1, "its head lacks: " + std::string(rule->line)});
}

void checkWords(const File& file, Findings& findings)
{
    const bool source = licenceOf(file.path) != nullptr;
    std::size_t number = 0;
    for (const auto line : linesOf(file.text)) {
        ++number;
        for (const auto& rule : kWords) {
            const auto word = std::string(rule.first) + std::string(rule.second);
            if ((source || !rule.sourcesOnly) && findWord(line, word) != std::string_view::npos)
                findings.push_back({file.path, number, word + ": " + std::string(rule.because)});
        }
    }
}

void checkScript(const File& file, Findings& findings)
{
    const auto shebang = file.text.substr(0, file.text.find('\n'));
    const bool bash = shebang.starts_with("#!") && shebang.ends_with("bash");
    const bool plain = shebang.starts_with("#!") && shebang.ends_with("/sh");
    if (!bash && !plain && !file.path.ends_with(".sh"))
        return;
    if (!bash && !plain)
        findings.push_back({file.path, 1, "a script begins with #!/usr/bin/env bash"});
    if (!file.executable)
        findings.push_back({file.path, 0, "a script is executable"});
    const std::string_view strict = plain ? "\nset -eu" : "\nset -euo pipefail\n";
    if (file.text.find(strict) == std::string::npos)
        findings.push_back({file.path, 0, "a script says" + std::string(strict.substr(1))});
}

Findings checkFile(const File& file)
{
    Findings findings;
    if (!isText(file.text))
        return findings;
    checkLicence(file, findings);
    checkWords(file, findings);
    checkScript(file, findings);
    return findings;
}

Findings checkTree(const fs::path& root)
{
    Findings findings;
    for (const auto& path : treeFiles(root)) {
        const auto mode = fs::status(root / path).permissions();
        const bool executable = (mode & fs::perms::owner_exec) != fs::perms::none;
        std::ranges::move(checkFile({path, readFile(root / path), executable}),
                          std::back_inserter(findings));
    }
    return findings;
}

// --- The rules over samples: how many findings each must give.

struct Sample {
    File file;
    std::size_t findings = 0;
};

std::vector<Sample> samples()
{
    const std::string cpp = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    const std::string sh = "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n";
    const std::string strict = "set -euo pipefail\n";
    const auto word = [](std::size_t index) {
        return std::string(kWords[index].first) + std::string(kWords[index].second);
    };
    std::vector<Sample> result{
        {{"a.cpp", cpp + "int a;\n"}, 0},
        {{"a.cpp", "int a;\n"}, 1},
        {{"a.h", "\n\n\n" + cpp}, 1},
        {{"CMakeLists.txt", cpp}, 1},
        {{"a.md", "no licence needed\n"}, 0},
        {{"a.md", "hacé todo, " + word(10) + "\n"}, 0},
        {{"a.sh", sh + strict, true}, 0},
        {{"a.sh", sh + strict, false}, 1},
        {{"a.sh", sh, true}, 1},
        {{"a.sh", cpp + strict, true}, 2},
        {{"run", sh, true}, 1},
        {{"a.png", std::string("\0", 1) + word(0), false}, 0},
    };
    for (std::size_t i = 0; i < kWords.size(); ++i)
        result.push_back({{"a.cpp", cpp + "// " + word(i) + " later\n"}, 1});
    return result;
}

std::string selfTest()
{
    std::string wrong;
    for (const auto& [file, findings] : samples()) {
        if (const auto found = checkFile(file).size(); found != findings)
            wrong += "sample " + file.path + " gave " + std::to_string(found) + ": " + file.text;
    }
    return wrong;
}

} // namespace
} // namespace repo

int main(int argc, char** argv)
{
    using namespace repo;
    if (argc != 2)
        return broken("hygiene", "usage: hygiene_test ROOT");
    if (const auto wrong = selfTest(); !wrong.empty())
        return broken("hygiene", wrong);
    return report("hygiene", checkTree(argv[1]));
}
