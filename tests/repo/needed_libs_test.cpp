// SPDX-License-Identifier: GPL-3.0-or-later
// needed_libs_test PROGRAM BUILD_FOLDER: a program without a window neither needs nor is linked
// with the libraries of one. The link line is read too, for --as-needed hides what is linked and
// unused.
#include "report.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace fs = std::filesystem;

namespace repo {
namespace {

constexpr std::array<std::string_view, 6> kForbidden{"Qt6Widgets",      "Qt6Charts",
                                                     "Qt6SvgWidgets",   "Qt6MultimediaWidgets",
                                                     "Qt6PrintSupport", "relevo_panels"};

Findings forbiddenIn(const std::string& where, std::size_t line, std::string_view text)
{
    Findings findings;
    for (const auto library : kForbidden) {
        if (text.find(library) != std::string_view::npos)
            findings.push_back({where, line, "no " + std::string(library) + " there"});
    }
    return findings;
}

struct Part {
    Findings findings;
    bool found = false; ///< the part was there to be read
};

void add(Part& part, Findings findings)
{
    part.found = true;
    std::ranges::move(findings, std::back_inserter(part.findings));
}

/// What `readelf -d` says of the program.
Part checkNeeded(const std::string& program, std::string_view readelf)
{
    Part part;
    for (const auto line : linesOf(readelf)) {
        if (line.find("(NEEDED)") != std::string_view::npos)
            add(part, forbiddenIn(program, 0, line));
    }
    return part;
}

/// The statement of build.ninja that links `output` (a path as written there), with its variables.
Part checkLink(const std::string& output, std::string_view ninja)
{
    Part part;
    bool inside = false;
    std::size_t number = 0;
    for (const auto line : linesOf(ninja)) {
        ++number;
        if (!line.starts_with(' '))
            inside = line.starts_with("build " + output + ":") &&
                     line.find("LINKER") != std::string_view::npos;
        if (inside)
            add(part, forbiddenIn("build.ninja", number, line));
    }
    return part;
}

std::string selfTest()
{
    constexpr std::string_view kGoodElf = " (NEEDED) Shared library: [libQt6Core.so.6]\n";
    constexpr std::string_view kBadElf = " (NEEDED) Shared library: [libQt6Core.so.6]\n"
                                         " (NEEDED) Shared library: [libQt6Widgets.so.6]\n";
    constexpr std::string_view kBadNinja =
        "build bin/relevoctl: CXX_EXECUTABLE_LINKER__relevoctl_Debug a.o | /usr/lib/libQt6Core.so\n"
        "  LINK_LIBRARIES = src/panels/librelevo_panels.a /usr/lib/libQt6Charts.so.6.4.2\n"
        "\nbuild bin/relevo: CXX_EXECUTABLE_LINKER__relevo_Debug b.o\n"
        "  LINK_LIBRARIES = /usr/lib/libQt6Widgets.so\n";
    if (!checkNeeded("a", kGoodElf).findings.empty() || checkNeeded("a", "").found)
        return "good program refused, or nothing taken for something";
    if (checkNeeded("a", kBadElf).findings.size() != 1)
        return "a needed library was not seen";
    if (checkLink("bin/relevoctl", kBadNinja).findings.size() != 2)
        return "a linked library was not seen, or another program's was";
    if (checkLink("bin/relevo-bench", kBadNinja).found)
        return "a link line was found where there is none";
    return {};
}

} // namespace
} // namespace repo

int main(int argc, char** argv)
{
    using namespace repo;
    constexpr std::string_view kCheck = "needed_libs";
    if (argc != 3)
        return broken(kCheck, "usage: needed_libs_test PROGRAM BUILD_FOLDER");
    if (const auto wrong = selfTest(); !wrong.empty())
        return broken(kCheck, wrong);
    const fs::path program = argv[1];
    const fs::path build = argv[2];
    const auto readelf = run("LC_ALL=C readelf -d " + shellWord(program.string()));
    auto needed = checkNeeded(program.filename().string(), readelf.text);
    auto link = checkLink(fs::relative(program, build).string(), readFile(build / "build.ninja"));
    if (readelf.exitCode != 0 || !needed.found || !link.found)
        return broken(kCheck, "the program or its link line could not be read");
    std::ranges::move(link.findings, std::back_inserter(needed.findings));
    return report(kCheck, needed.findings);
}
