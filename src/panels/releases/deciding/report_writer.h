// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/worker.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace panels {

/// Writes reports into files, on a thread of its own. Belongs to the UI thread.
class ReportWriter
{
public:
    enum class Format { Markdown, Html, Pdf };
    using Done = std::function<void(const base::Result<void>&)>;

    ReportWriter(std::shared_ptr<base::Home> home, const base::Clock& clock);

    /// The file is there whole or not at all. Offline: it cannot be written there.
    void write(const QString& path, Format format, const QString& title, const QString& markdown,
               Done done);
    void write(const QString& path, const QByteArray& bytes, Done done);

private:
    base::Caller m_caller;
    base::Worker m_worker;
};

} // namespace panels
