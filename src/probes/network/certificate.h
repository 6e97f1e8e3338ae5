// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/probe.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace probes {

/// Of a server's certificate at a time. Where several things are wrong, the first of: ended, not begun
/// yet, other host, self-signed, untrusted, ends soon. End::value is the days left, rounded down.
[[nodiscard]] End judgedCertificate(const QSslCertificate& certificate,
                                    const QList<QSslError>& errors, const QString& host,
                                    double minDays, base::WallTime now);

} // namespace probes
