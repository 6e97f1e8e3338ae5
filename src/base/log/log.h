// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <variant>
#include <vector>

namespace base {

enum class Level { Debug, Info, Warning, Error };
[[nodiscard]] const char* levelName(Level level) noexcept;
[[nodiscard]] std::optional<Level> levelOfName(QStringView name) noexcept;

/// A named value of a log line. Texts pass the masking hook; numbers and truths do not need it.
struct Field {
    std::string_view name;
    std::variant<qint64, double, bool, QString> value;

    Field(std::string_view n, const QString& v) : name(n), value(v) {}
    Field(std::string_view n, const char* v) : name(n), value(QString::fromUtf8(v)) {}
    Field(std::string_view n, bool v) : name(n), value(v) {}
    Field(std::string_view n, double v) : name(n), value(v) {}
    template <class I>
    requires(std::is_integral_v<I> && !std::is_same_v<I, bool>) Field(std::string_view n, I v)
        : name(n), value(static_cast<qint64>(v))
    {
    }
};

/// One line as written: {"time":…,"level":…,"module":…,"event":…, fields…}.
struct LogLine {
    qint64 number = 0; ///< counts from 1 in this process
    Level level = Level::Info;
    std::string module;
    std::string json; ///< without line end
};

/// Where lines end: a file (log_file.h), a ring in memory, standard error. `write` is called on the
/// log's own thread only.
class LogSink
{
public:
    virtual ~LogSink() = default;
    virtual void write(const LogLine& line) = 0;
    virtual void flush() {}
};

/// The structured log. `event` is a fixed English name such as "migrated"; what varies goes into
/// fields, never personal data. Lines go through a bounded queue to the log's own thread; when it is
/// full a line is dropped and counted, for logging never makes anybody wait. Any thread.
class Log
{
public:
    struct Options {
        Level level = Level::Info;
        std::size_t bound = 8192;
    };
    Log(const Clock& clock, Options options);
    /// Writes what waits.
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// Lines written before are not repeated to it. Any thread.
    void addSink(std::unique_ptr<LogSink> sink);
    /// Every text value passes through it before it is written. Any thread.
    void setMask(std::function<QString(const QString&)> mask);

    void write(Level level, std::string_view module, std::string_view event,
               std::initializer_list<Field> fields = {});
    void debug(std::string_view m, std::string_view e, std::initializer_list<Field> f = {})
    {
        write(Level::Debug, m, e, f);
    }
    void info(std::string_view m, std::string_view e, std::initializer_list<Field> f = {})
    {
        write(Level::Info, m, e, f);
    }
    void warning(std::string_view m, std::string_view e, std::initializer_list<Field> f = {})
    {
        write(Level::Warning, m, e, f);
    }
    void error(std::string_view m, std::string_view e, std::initializer_list<Field> f = {})
    {
        write(Level::Error, m, e, f);
    }

    [[nodiscard]] qint64 dropped() const noexcept { return m_dropped.load(); }
    void flush();

private:
    void run();

    const Clock& m_clock;
    const Options m_options;
    std::vector<std::shared_ptr<LogSink>> m_sinks;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<LogLine> m_queue;
    std::shared_ptr<const std::function<QString(const QString&)>> m_mask;
    std::atomic<qint64> m_dropped{0};
    qint64 m_reportedDrops = 0;
    qint64 m_last = 0;
    bool m_busy = false;
    bool m_stopping = false;
    std::thread m_thread;
};

/// Keeps the newest lines in memory, for GET /api/logs. Any thread may read.
class LogRing final : public LogSink
{
public:
    /// Shared between the sink and its readers.
    struct Lines {
        mutable std::mutex mutex;
        std::deque<LogLine> newest;
        std::size_t bound = 2000;
        /// Lines numbered above `after`, oldest first, at most `limit` of the newest.
        [[nodiscard]] std::vector<LogLine> since(qint64 after, std::size_t limit) const;
    };
    explicit LogRing(std::shared_ptr<Lines> lines) : m_lines(std::move(lines)) {}
    void write(const LogLine& line) override;

private:
    std::shared_ptr<Lines> m_lines;
};

} // namespace base
