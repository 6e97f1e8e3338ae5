// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/log.h"

#include "base/json.h"

#include <algorithm>

namespace base {

const char* levelName(Level level) noexcept
{
    switch (level) {
    case Level::Debug: return "debug";
    case Level::Info: return "info";
    case Level::Warning: return "warning";
    case Level::Error: break;
    }
    return "error";
}

std::optional<Level> levelOfName(QStringView name) noexcept
{
    for (const Level level : {Level::Debug, Level::Info, Level::Warning, Level::Error}) {
        if (name.compare(QLatin1String(levelName(level)), Qt::CaseInsensitive) == 0)
            return level;
    }
    return std::nullopt;
}

Log::Log(const Clock& clock, Options options) : m_clock(clock), m_options(options)
{
    m_thread = std::thread([this] { run(); });
}

Log::~Log()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Log::addSink(std::unique_ptr<LogSink> sink)
{
    const std::scoped_lock lock(m_mutex);
    m_sinks.push_back(std::move(sink));
}

void Log::setMask(std::function<QString(const QString&)> mask)
{
    auto shared = std::make_shared<const std::function<QString(const QString&)>>(std::move(mask));
    const std::scoped_lock lock(m_mutex);
    m_mask = std::move(shared);
}

namespace {

std::string jsonOf(WallTime time, Level level, std::string_view module, std::string_view event,
                   std::initializer_list<Field> fields,
                   const std::function<QString(const QString&)>* mask)
{
    JsonWriter json;
    json.beginObject()
        .member("time", toIso(time))
        .member("level", levelName(level))
        .member("module", module)
        .member("event", event);
    for (const Field& field : fields) {
        json.key(field.name);
        std::visit(
            [&](const auto& v) {
                if constexpr (std::is_same_v<std::decay_t<decltype(v)>, QString>)
                    json.value(mask && *mask ? (*mask)(v) : v);
                else
                    json.value(v);
            },
            field.value);
    }
    json.endObject();
    return json.take();
}

} // namespace

void Log::write(Level level, std::string_view module, std::string_view event,
                std::initializer_list<Field> fields)
{
    if (level < m_options.level)
        return;
    std::shared_ptr<const std::function<QString(const QString&)>> mask;
    {
        const std::scoped_lock lock(m_mutex);
        mask = m_mask;
    }
    LogLine line{0, level, std::string(module),
                 jsonOf(m_clock.wall(), level, module, event, fields, mask.get())};
    {
        const std::scoped_lock lock(m_mutex);
        if (m_queue.size() >= m_options.bound) {
            ++m_dropped;
            return;
        }
        line.number = ++m_last;
        m_queue.push_back(std::move(line));
    }
    m_wake.notify_one();
}

void Log::flush()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_queue.empty() && !m_busy; });
}

void Log::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return !m_queue.empty() || m_stopping; });
        std::deque<LogLine> lines = std::exchange(m_queue, {});
        if (const qint64 drops = m_dropped.load(); drops > m_reportedDrops) {
            lines.push_back({++m_last, Level::Warning, "log",
                             jsonOf(m_clock.wall(), Level::Warning, "log", "lines_dropped",
                                    {{"count", drops - m_reportedDrops}}, nullptr)});
            m_reportedDrops = drops;
        }
        m_busy = true;
        const auto sinks = m_sinks;
        lock.unlock();
        for (const auto& line : lines) {
            for (const auto& sink : sinks)
                sink->write(line);
        }
        for (const auto& sink : sinks)
            sink->flush();
        lock.lock();
        m_busy = false;
        if (m_queue.empty()) {
            m_idle.notify_all();
            if (m_stopping)
                return;
        }
    }
}

std::vector<LogLine> LogRing::Lines::since(qint64 after, std::size_t limit) const
{
    const std::scoped_lock lock(mutex);
    auto from = std::find_if(newest.begin(), newest.end(),
                             [after](const LogLine& line) { return line.number > after; });
    const auto count = static_cast<std::size_t>(newest.end() - from);
    if (count > limit)
        from += static_cast<std::ptrdiff_t>(count - limit);
    return {from, newest.end()};
}

void LogRing::write(const LogLine& line)
{
    const std::scoped_lock lock(m_lines->mutex);
    m_lines->newest.push_back(line);
    while (m_lines->newest.size() > m_lines->bound)
        m_lines->newest.pop_front();
}

} // namespace base
