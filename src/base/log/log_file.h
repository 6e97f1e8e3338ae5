// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"

#include <QFile>

namespace base {

/// JSON lines into `<folder>/relevo.log`, mode 0600. Turned over at `maxBytes` and at each new UTC
/// day into relevo-<time>.log; those older than `keepDays`, and more than `keepFiles`, are removed.
/// A disk that refuses loses lines, counts them, and says so in the first line that fits again.
class LogFile final : public LogSink
{
public:
    struct Options {
        QString folder;
        qint64 maxBytes = 10'000'000;
        int keepDays = 7;
        int keepFiles = 20;
    };
    LogFile(const Clock& clock, Options options);

    void write(const LogLine& line) override;
    void flush() override;

private:
    void open();
    void turnOver();
    void removeOld();

    const Clock& m_clock;
    const Options m_options;
    QFile m_file;
    qint64 m_day = 0;
    qint64 m_lost = 0;
};

} // namespace base
