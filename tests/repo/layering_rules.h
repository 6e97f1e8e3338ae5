// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house as data: who may include whom, and what stands nowhere. Whoever adds a
// folder or a library adds a row.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace repo {

/// `names`, `allowed` and `folders` are lists of words with a space between; "*" is every folder.
struct FolderRule {
    std::string_view folder;
    std::string_view allowed; ///< folders it may include besides itself
};

inline constexpr std::array kFolders{
    FolderRule{"base", ""},
    FolderRule{"engine", "base"},
    FolderRule{"release", "base people"},
    FolderRule{"privacy", "base"},
    FolderRule{"tickets", "base"},
    FolderRule{"people", "base"},
    FolderRule{"calendar", "base"},
    FolderRule{"markdown", "base"},
    FolderRule{"nlu", "base engine"},
    FolderRule{"metrics", "base"},
    FolderRule{"secrets", "base"},
    FolderRule{"limits", "base"},
    FolderRule{"media", "base"},
    FolderRule{"review", "base engine"},
    FolderRule{"ai", "base privacy metrics limits"},
    FolderRule{"probes", "base release"},
    FolderRule{"store", "base"},
    FolderRule{"http", "base metrics"},
    FolderRule{
        "desk",
        "base engine release privacy tickets people calendar markdown nlu metrics secrets limits "
        "media review ai probes store"},
    FolderRule{"gateway", "base desk http limits metrics"},
    FolderRule{"panels", "base desk release"},
    FolderRule{"app", "*"},
};

/// Values in, values out: no object, thread, clock, file or socket.
inline constexpr std::string_view kPureFolders =
    "engine release tickets people calendar review privacy markdown";

/// May include values.h of a pure folder besides what kFolders says.
inline constexpr std::string_view kReadersOfValues = "store gateway panels";

/// A header of Qt belongs to a module, and a module to folders. What is not listed stands nowhere.
struct ModuleRule {
    std::string_view modules;
    std::string_view folders;
};

inline constexpr std::array kQtModules{
    ModuleRule{"QtCore", "*"},
    ModuleRule{"QtGui", "media panels app"},
    ModuleRule{"QtWidgets QtCharts", "panels app"},
    ModuleRule{"QtSvg QtSvgWidgets QtPrintSupport QtMultimedia", "panels app"},
    ModuleRule{"QtDBus", "panels secrets app"},
    ModuleRule{"QtSql", "store"},
    ModuleRule{"QtNetwork", "ai probes app"},
};

/// Headers of other libraries, by the beginning of their path.
struct LibraryRule {
    std::string_view prefix;
    std::string_view folders;
};

inline constexpr std::array kLibraries{
    LibraryRule{"boost/asio", "http"},
    LibraryRule{"boost/beast", "http"},
    LibraryRule{"openssl/", "http store"},
    LibraryRule{"sqlite3.h", "store"},
    LibraryRule{"libpq", "store"},
    LibraryRule{"prometheus/", "metrics"},
    LibraryRule{"simdjson", "base gateway ai"},
    LibraryRule{"hiredis", "limits"},
    LibraryRule{"qt6keychain/", "secrets"},
    LibraryRule{"sodium", "people release"},
    LibraryRule{"cmark-gfm", "release markdown"},
    LibraryRule{"re2/", "privacy"},
    LibraryRule{"phonenumbers/", "privacy"},
    LibraryRule{"linear.h", "nlu"},
};

/// Headers that pure folders do not include.
inline constexpr std::string_view kImpureHeaders =
    "QObject QThread QThreadPool QRunnable QMutex QReadWriteLock QWaitCondition QSemaphore QTimer "
    "QBasicTimer QElapsedTimer QDeadlineTimer QFile QSaveFile QTemporaryFile QTemporaryDir QDir "
    "QFileInfo QStandardPaths QSettings QProcess QRandomGenerator QTcpSocket QUdpSocket "
    "QLocalSocket "
    "QSocketNotifier QCoreApplication QEventLoop "
    "thread mutex shared_mutex condition_variable future stop_token fstream filesystem ctime "
    "time.h "
    "unistd.h fcntl.h pthread.h sys/socket.h sys/stat.h sys/time.h "
    "base/threads/mailbox.h base/threads/worker.h base/threads/caller.h base/threads/home.h "
    "base/threads/qt_home.h base/threads/blocking_home.h "
    "base/threads/timers.h base/log/log_file.h";

/// Words that stand nowhere but in some folders. With `only`, the rule is for those folders alone.
struct WordRule {
    std::string_view word;
    std::string_view only;   ///< the folders it is for; "*" every one
    std::string_view except; ///< folders where it may stand
    std::string_view because;
};

inline constexpr std::string_view kClock = "time comes through the clock in base";
inline constexpr std::string_view kValues = "values in, values out";
inline constexpr std::string_view kSeamed = "engine release tickets people calendar review privacy "
                                            "desk store";

inline constexpr std::array kWords{
    WordRule{"system_clock::now", kSeamed, "", kClock},
    WordRule{"steady_clock::now", kSeamed, "", kClock},
    WordRule{"high_resolution_clock", "*", "", kClock},
    WordRule{"QDateTime::current", kSeamed, "", kClock},
    WordRule{"QDateTime::currentDateTime", kSeamed, "", kClock},
    WordRule{"QDateTime::currentDateTimeUtc", kSeamed, "", kClock},
    WordRule{"QDateTime::currentMSecsSinceEpoch", kSeamed, "", kClock},
    WordRule{"QDateTime::currentSecsSinceEpoch", kSeamed, "", kClock},
    WordRule{"QDate::currentDate", kSeamed, "", kClock},
    WordRule{"QTime::currentTime", kSeamed, "", kClock},
    WordRule{"std::time", kPureFolders, "", kClock},
    WordRule{"clock_gettime", kPureFolders, "", kClock},
    WordRule{"gettimeofday", kPureFolders, "", kClock},
    WordRule{"Q_OBJECT", kPureFolders, "", kValues},
    WordRule{"QObject", kPureFolders, "", kValues},
    WordRule{"QThread", kPureFolders, "", kValues},
    WordRule{"std::thread", kPureFolders, "", kValues},
    WordRule{"std::jthread", kPureFolders, "", kValues},
    WordRule{"std::async", kPureFolders, "", kValues},
    WordRule{"std::mutex", kPureFolders, "", kValues},
    WordRule{"thread_local", kPureFolders, "", kValues},
    WordRule{"QFile", kPureFolders, "", kValues},
    WordRule{"std::ifstream", kPureFolders, "", kValues},
    WordRule{"std::ofstream", kPureFolders, "", kValues},
    WordRule{"fopen", kPureFolders, "", kValues},
    WordRule{"qgetenv", kPureFolders, "", kValues},
    WordRule{"getenv", kPureFolders, "", kValues},
    WordRule{"rand(", "*", "", "chance comes through base/random.h"},
    // liblinear shuffles with rand(): seeding it is what makes training repeatable.
    WordRule{"srand(", "*", "nlu", "chance comes through base/random.h"},
    WordRule{"random_device", "*", "base", "chance comes through base/random.h"},
    WordRule{"QRandomGenerator", "*", "base", "chance comes through base/random.h"},
    WordRule{"QTimer", "*", "panels", "timers come through base/threads/timers.h"},
    WordRule{"BlockingQueuedConnection", "*", "", "threads meet in base/threads/mailbox.h"},
    WordRule{"QFuture", "*", "", "in Qt 6.4 then() asserts when its context dies first"},
    WordRule{"QtFuture", "*", "", "in Qt 6.4 then() asserts when its context dies first"},
    WordRule{"qApp", "*", "app panels", "everything comes by constructor"},
    WordRule{"QCoreApplication::instance()", "*", "app panels", "everything comes by constructor"},
    WordRule{"QGuiApplication::instance()", "*", "app panels", "everything comes by constructor"},
    WordRule{"QApplication::instance()", "*", "app panels", "everything comes by constructor"},
};

/// What may be called instance(); every other is a singleton.
inline constexpr std::string_view kInstances =
    "QCoreApplication::instance() QGuiApplication::instance() QApplication::instance()";

/// Sizes, by the part of the tree; 0 is no limit.
struct SizeRule {
    std::string_view top;
    std::size_t fileLines;
    std::size_t functionLines;
    std::size_t folderFiles;
};

inline constexpr std::array kSizes{SizeRule{"src", 600, 60, 25}, SizeRule{"tests", 600, 60, 25}};

/// Whose sub-folders may have sub-folders of their own: a panel of many pages, a command of many deeds.
inline constexpr std::string_view kDeepFolders = "panels app";

/// At the top of the tree, besides names that begin with a dot.
inline constexpr std::string_view kTopLevel = "CMakeLists.txt CMakePresets.json LICENSE README.md "
                                              "src ui resources translations tests packaging";

/// Besides, where git does not say which files are the tree's.
inline constexpr std::string_view kTopLevelUntracked = "build compile_commands.json";

} // namespace repo
