// SPDX-License-Identifier: GPL-3.0-or-later
// layering_test ROOT QT_HEADERS: holds src/ to the rules in layering_rules.h, and first itself to
// samples that must be refused.
#include "cpp_text.h"
#include "layering_rules.h"
#include "report.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace fs = std::filesystem;

namespace repo {
namespace {

bool contains(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto space = list.find(' ');
        const auto item = list.substr(0, space);
        if (item == word || item == "*")
            return true;
        list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
    }
    return false;
}

std::string folderOf(std::string_view path)
{
    return std::string(path.substr(0, path.find('/')));
}

const FolderRule* ruleOf(std::string_view folder)
{
    const auto rule = std::ranges::find(kFolders, folder, &FolderRule::folder);
    return rule == kFolders.end() ? nullptr : &*rule;
}

/// Which module a header of Qt belongs to: QPushButton -> QtWidgets.
using QtHeaders = std::map<std::string, std::string, std::less<>>;

QtHeaders readQtHeaders(const fs::path& folder)
{
    QtHeaders headers;
    for (const auto& module : fs::directory_iterator(folder)) {
        const auto name = module.path().filename().string();
        if (!module.is_directory() || !name.starts_with("Qt"))
            continue;
        for (const auto& header : fs::directory_iterator(module))
            headers.emplace(header.path().filename().string(), name);
    }
    return headers;
}

std::string moduleOf(const QtHeaders& headers, std::string_view include)
{
    if (const auto slash = include.find('/'); slash != std::string_view::npos)
        return include.starts_with("Qt") ? std::string(include.substr(0, slash)) : std::string();
    const auto found = headers.find(include);
    return found == headers.end() ? std::string() : found->second;
}

/// One file under src/, named from there.
struct Source {
    std::string path;
    std::string text;

    std::string folder() const { return folderOf(path); }
    Finding finding(std::size_t line, std::string what) const
    {
        return {"src/" + path, line, std::move(what)};
    }
};

void checkArrow(const Source& source, const Include& include, Findings& findings)
{
    const auto from = source.folder();
    const auto to = folderOf(include.path);
    if (from == to || !ruleOf(from) || contains(ruleOf(from)->allowed, to))
        return;
    const bool valuesOfPure = contains(kPureFolders, to) && include.path.ends_with("/values.h");
    if (!valuesOfPure || !contains(kReadersOfValues, from))
        findings.push_back(source.finding(include.line, from + " may not include " + to + " (" +
                                                            include.path + ")"));
}

void checkOwnInclude(const Source& source, const Include& include, Findings& findings)
{
    const auto name = include.path.substr(include.path.rfind('/') + 1);
    const bool generated = name.starts_with("ui_") || name.ends_with(".moc");
    if (ruleOf(folderOf(include.path)))
        checkArrow(source, include, findings);
    else if (!generated)
        findings.push_back(
            source.finding(include.line, "\"" + include.path +
                                             "\" is not written from src/ on, or no folder of it"));
}

void checkLibrary(const Source& source, const Include& include, const QtHeaders& qt,
                  Findings& findings)
{
    const auto folder = source.folder();
    const auto refuse = [&](const std::string& what) {
        findings.push_back(source.finding(include.line, folder + " may not include " + what + " <" +
                                                            include.path + ">"));
    };
    if (const auto module = moduleOf(qt, include.path); !module.empty()) {
        const bool allowed = std::ranges::any_of(kQtModules, [&](const ModuleRule& rule) {
            return contains(rule.modules, module) && contains(rule.folders, folder);
        });
        if (!allowed)
            refuse(module);
        return;
    }
    for (const auto& rule : kLibraries) {
        if (include.path.starts_with(rule.prefix) && !contains(rule.folders, folder))
            refuse(std::string(rule.prefix));
    }
}

void checkIncludes(const Source& source, const QtHeaders& qt, Findings& findings)
{
    const bool pure = contains(kPureFolders, source.folder());
    for (const auto& include : includesOf(source.text)) {
        const auto name = include.path.starts_with("Qt")
                              ? include.path.substr(include.path.find('/') + 1)
                              : include.path;
        const bool ours = include.path.find('/') != std::string::npos && // <limits> is C++'s
                          ruleOf(folderOf(include.path));
        if (include.angled && !ours)
            checkLibrary(source, include, qt, findings);
        else
            checkOwnInclude(source, include, findings);
        if (pure && contains(kImpureHeaders, name))
            findings.push_back(source.finding(include.line, source.folder() + " is pure: no <" +
                                                                include.path + "> there"));
    }
}

void checkWords(const Source& source, Findings& findings)
{
    const auto code = codeOf(source.text);
    const auto folder = source.folder();
    const auto lines = linesOf(code);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        if (trimmed(line).starts_with("#include"))
            continue;
        for (const auto& rule : kWords) {
            if (contains(rule.only, folder) && !contains(rule.except, folder) &&
                findWord(line, rule.word) != std::string_view::npos)
                findings.push_back(source.finding(i + 1, "no " + std::string(rule.word) + " in " +
                                                             folder + ": " +
                                                             std::string(rule.because)));
        }
    }
}

// What comes before "instance()" in the line: "Registry::instance()" -> the whole of it.
std::string_view qualified(std::string_view line, std::size_t at, std::size_t end)
{
    const auto start = line.substr(0, at).find_last_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:");
    const auto from = start == std::string_view::npos ? 0 : start + 1;
    return line.substr(from, end - from);
}

void checkSingletons(const Source& source, Findings& findings)
{
    static constexpr std::string_view kCall = "instance()";
    const auto code = codeOf(source.text);
    const auto lines = linesOf(code);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto at = findWord(lines[i], kCall);
        if (at != std::string_view::npos &&
            !contains(kInstances, qualified(lines[i], at, at + kCall.size())))
            findings.push_back(
                source.finding(i + 1, "no singletons: everything comes by constructor"));
        for (const std::string_view call : {".then(", "->then("}) {
            if (lines[i].find(call) != std::string_view::npos)
                findings.push_back(
                    source.finding(i + 1, "no then(): threads meet in base/threads/mailbox.h"));
        }
    }
}

void checkPlace(const Source& source, Findings& findings)
{
    const auto depth = std::ranges::count(source.path, '/');
    const bool isDeep = contains(kDeepFolders, source.folder());
    if (depth > (isDeep ? 3 : 2))
        findings.push_back(source.finding(0, "folders have sub-folders one level deep"));
    if (!ruleOf(source.folder()))
        findings.push_back(source.finding(0, "the design knows no folder " + source.folder()));
}

Findings checkSource(const Source& source, const QtHeaders& qt)
{
    Findings findings;
    checkPlace(source, findings);
    checkIncludes(source, qt, findings);
    checkWords(source, findings);
    checkSingletons(source, findings);
    return findings;
}

/// Any C++ file, named from the root of the tree.
Findings checkSize(const std::string& file, std::string_view text, const SizeRule& rule)
{
    Findings findings;
    const auto lines = linesOf(text).size();
    if (rule.fileLines > 0 && lines > rule.fileLines)
        findings.push_back(
            {file, 0,
             std::to_string(lines) + " lines, the limit is " + std::to_string(rule.fileLines)});
    for (const auto& function : functionsOf(text)) {
        if (rule.functionLines > 0 && function.lines > rule.functionLines)
            findings.push_back({file, function.line,
                                function.name + " has " + std::to_string(function.lines) +
                                    " lines, the limit is " + std::to_string(rule.functionLines)});
    }
    return findings;
}

Findings checkFolders(const std::map<std::string, std::size_t>& filesOfFolder, const SizeRule& rule)
{
    Findings findings;
    for (const auto& [folder, files] : filesOfFolder) {
        if (rule.folderFiles > 0 && files > rule.folderFiles)
            findings.push_back({folder, 0,
                                std::to_string(files) + " files, the limit is " +
                                    std::to_string(rule.folderFiles)});
    }
    return findings;
}

Findings checkTopLevel(const std::vector<std::string>& names)
{
    Findings findings;
    for (const auto& name : names) {
        if (!name.starts_with('.') && !contains(kTopLevel, name) &&
            !contains(kTopLevelUntracked, name))
            findings.push_back({name, 0, "the design knows no such entry at the top of the tree"});
    }
    return findings;
}

void append(Findings& findings, Findings more)
{
    std::ranges::move(more, std::back_inserter(findings));
}

Findings checkTree(const fs::path& root, const QtHeaders& qt)
{
    auto findings = checkTopLevel(topLevelNames(root));
    for (const auto& rule : kSizes) {
        const auto top = root / rule.top;
        std::map<std::string, std::size_t> filesOfFolder;
        if (!fs::exists(top))
            continue;
        for (auto it = fs::recursive_directory_iterator(top); it != fs::end(it); ++it) {
            const auto& path = it->path();
            if (path.filename() == "node_modules")
                it.disable_recursion_pending();
            if (path.extension() != ".cpp" && path.extension() != ".h")
                continue;
            const auto file = fs::relative(path, root).string();
            const auto text = readFile(path);
            ++filesOfFolder[fs::path(file).parent_path().string()];
            append(findings, checkSize(file, text, rule));
            if (rule.top == "src")
                append(findings, checkSource({file.substr(4), text}, qt));
        }
        append(findings, checkFolders(filesOfFolder, rule));
    }
    return findings;
}

// --- The rules over samples: each must be refused for its reason, or pass.

struct Sample {
    std::string path;
    std::string text;
    std::string refusal; ///< part of the finding's text; empty: nothing may be found
};

std::vector<Sample> arrowSamples()
{
    return {
        {"engine/a.cpp", "#include \"base/ids.h\"\n#include <vector>\n", ""},
        {"engine/a.cpp", "#include \"store/store.h\"\n", "engine may not include store"},
        {"engine/a.cpp", "#include <store/store.h>\n", "engine may not include store"},
        {"base/a.cpp", "  #  include \"desk/values.h\"\n", "base may not include desk"},
        {"base/a.cpp", "// #include \"desk/values.h\"\n/*\n#include \"desk/values.h\"\n*/\n", ""},
        {"review/a.cpp", "#include \"engine/engine.h\"\n", ""},
        {"store/a.cpp", "#include \"engine/values.h\"\n#include <limits>\n", ""},
        {"store/a.cpp", "#include \"engine/engine.h\"\n", "store may not include engine"},
        {"store/a.cpp", "#include \"desk/values.h\"\n", "store may not include desk"},
        {"store/a.cpp", "#include \"nlu/values.h\"\n", "store may not include nlu"},
        {"ai/a.cpp", "#include \"engine/values.h\"\n", "ai may not include engine"},
        {"desk/review/a.cpp", "#include \"http/server.h\"\n", "desk may not include http"},
        {"gateway/a.cpp", "#include \"http/server.h\"\n#include \"desk/desk.h\"\n", ""},
        {"gateway/a.cpp", "#include \"store/store.h\"\n", "gateway may not include store"},
        {"panels/chats/a.cpp", "#include \"desk/desk.h\"\n#include \"ui_chats.h\"\n", ""},
        {"panels/chats/a.cpp", "#include \"ai/client.h\"\n", "panels may not include ai"},
        {"app/a.cpp", "#include \"store/store.h\"\n#include \"panels/window.h\"\n", ""},
        {"desk/a.cpp", "#include \"values.h\"\n", "not written from src/ on"},
        {"desk/a/b/a.cpp", "", "one level deep"},
        {"panels/a/b/a.cpp", "", ""},
        {"panels/a/b/c/a.cpp", "", "one level deep"},
        {"utils/a.cpp", "", "knows no folder utils"},
    };
}

std::vector<Sample> librarySamples()
{
    return {
        {"panels/a.cpp", "#include <QPushButton>\n", ""},
        {"desk/a.cpp", "#include <QPushButton>\n", "desk may not include QtWidgets"},
        {"gateway/a.cpp", "#include <QtWidgets/QPushButton>\n", "may not include QtWidgets"},
        {"desk/a.cpp", "#include <QChart>\n", "may not include QtCharts"},
        {"store/a.cpp", "#include <QSqlQuery>\n#include <sqlite3.h>\n", ""},
        {"desk/a.cpp", "#include <QSqlQuery>\n", "may not include QtSql"},
        {"desk/a.cpp", "#include <sqlite3.h>\n", "may not include sqlite3.h"},
        {"ai/a.cpp", "#include <QNetworkReply>\n", ""},
        {"gateway/a.cpp", "#include <QNetworkReply>\n", "may not include QtNetwork"},
        {"gateway/a.cpp", "#include <boost/beast/http.hpp>\n", "may not include boost/beast"},
        {"http/a.cpp", "#include <boost/beast/http.hpp>\n", ""},
        {"base/a.cpp", "#include <QFutureWatcher2>\n#include <QtConcurrent/QtConcurrentRun>\n",
         "may not include QtConcurrent"},
    };
}

std::vector<Sample> wordSamples()
{
    return {
        {"engine/a.cpp", "#include <QThread>\n", "is pure"},
        {"engine/a.cpp", "#include <QtCore/QThread>\n", "is pure"},
        {"privacy/a.cpp", "#include <fstream>\n", "is pure"},
        {"calendar/a.cpp", "#include \"base/threads/worker.h\"\n", "is pure"},
        {"calendar/a.cpp", "auto t = std::chrono::system_clock::now();\n", "system_clock::now"},
        {"calendar/a.cpp", "auto t = QDateTime::currentDateTimeUtc();\n", "clock in base"},
        {"calendar/a.cpp", "// no system_clock::now here\nauto s = \"std::thread\";\n", ""},
        {"desk/a.cpp", "auto t = std::chrono::steady_clock::now();\n", "steady_clock::now"},
        {"http/a.cpp", "auto t = std::chrono::steady_clock::now();\n", ""},
        {"people/a.cpp", "std::thread t;\n", "std::thread"},
        {"nlu/a.cpp", "int i = rand();\n", "rand("},
        {"nlu/a.cpp", "int i = operand();\n", ""},
        {"desk/a.cpp", "QTimer timer;\n", "no QTimer"},
        {"base/a.cpp", "void timerEvent(QTimerEvent*);\n", ""},
        {"panels/a.cpp", "QTimer timer; auto* a = qApp;\n", ""},
        {"panels/a.cpp", "connect(a, b, c, d, Qt::BlockingQueuedConnection);\n", "Blocking"},
        {"panels/a.cpp", "answer.then(this, done);\n", "no then()"},
        {"panels/a.cpp", "auto* a = QCoreApplication::instance();\n", ""},
        {"desk/a.cpp", "auto* a = QCoreApplication::instance();\n", "by constructor"},
        {"desk/a.cpp", "static Hub& instance();\n", "no singletons"},
        {"panels/a.cpp", "Registry::instance().add(1);\n", "no singletons"},
    };
}

std::string mustRefuse(const Sample& sample, const Findings& findings)
{
    const auto matches = [&sample](const Finding& finding) {
        return finding.text.find(sample.refusal) != std::string::npos;
    };
    const bool right =
        sample.refusal.empty() ? findings.empty() : std::ranges::any_of(findings, matches);
    return right ? std::string() : "sample " + sample.path + ": " + sample.text;
}

std::string longFunction(const std::string& head, int lines)
{
    std::string text = head + "\n{\n";
    for (int i = 0; i < lines; ++i)
        text += "    if (i) { call(\"}\", '{'); }\n";
    return text + "}\n";
}

// Sizes: the function's name that must be found too long, or nothing.
std::vector<Sample> sizeSamples()
{
    const std::string table = "constexpr std::array kTable = " + longFunction("", 80) + ";\n";
    return {
        {"", longFunction("int shortEnough()", 50), ""},
        {"", longFunction("int tooLong()", 70), "tooLong has 73 lines"},
        {"", "namespace a {\n" + longFunction("A::A() : m_a{1}, m_b(2)", 70) + "}\n", "A::A"},
        {"",
         "class A : public B {\npublic:\n" + longFunction("bool in() const override", 70) + "};\n",
         "in has 73"},
        {"", longFunction("bool operator==(const A& a, const A& b)", 70), "has 73 lines"},
        {"", longFunction("template <typename T = int>\nauto f(T x = 1) -> std::vector<T>", 70),
         "f has"},
        {"", longFunction("const auto kLambda = [](int x)", 70) + ";\n", "has 73 lines"},
        {"", table, ""},
        {"", longFunction("struct Data", 80) + ";\n", ""},
        {"", "#if A\nint f() {\n#else\nint g() {\n#endif\n}\n", ""},
        {"", std::string(700, '\n'), "700 lines"},
    };
}

std::string selfTest()
{
    const QtHeaders qt{{"QPushButton", "QtWidgets"},
                       {"QChart", "QtCharts"},
                       {"QSqlQuery", "QtSql"},
                       {"QNetworkReply", "QtNetwork"},
                       {"QThread", "QtCore"}};
    std::string wrong;
    for (const auto& samples : {arrowSamples(), librarySamples(), wordSamples()}) {
        for (const auto& sample : samples)
            wrong += mustRefuse(sample, checkSource({sample.path, sample.text}, qt));
    }
    for (const auto& sample : sizeSamples())
        wrong += mustRefuse(sample, checkSize("a.cpp", sample.text, kSizes[0]));
    if (checkTopLevel({"src", ".ci", "utils"}).size() != 1)
        wrong += "top level\n";
    if (checkFolders({{"src/a", 25}, {"src/b", 26}}, kSizes[0]).size() != 1)
        wrong += "folder\n";
    return wrong;
}

} // namespace
} // namespace repo

int main(int argc, char** argv)
{
    if (argc != 3)
        return repo::broken("layering", "usage: layering_test ROOT QT_HEADERS");
    if (const auto wrong = repo::selfTest(); !wrong.empty())
        return repo::broken("layering", wrong);
    const auto qt = repo::readQtHeaders(argv[2]);
    if (!qt.contains("QPushButton") || !fs::is_directory(fs::path(argv[1]) / "src"))
        return repo::broken("layering", "there are no headers of Qt, or there is no src");
    return repo::report("layering", repo::checkTree(argv[1], qt));
}
