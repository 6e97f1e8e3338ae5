// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTcpServer>

namespace e2e {

/// A web site of another origin: one page, at every path, on a port of its own.
class Site
{
public:
    Site();

    /// What it answers from now on. `policy`: its Content-Security-Policy; empty for none.
    void setPage(const QString& html, const QString& policy = {});
    [[nodiscard]] QString origin() const;

private:
    QTcpServer m_server;
    QByteArray m_answer;
};

} // namespace e2e
