// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace engine {

/// The first error code of a message in its normal form; nothing where there is none. Known forms:
/// "0x80070057" (hexadecimal digits in capitals), names as "DNS_PROBE_FINISHED_NXDOMAIN" (in
/// capitals), "error 651" and "código 43" (the number alone), and the short ones of printers, "E05"
/// or "5B00", which count beside the word error or the name of a printer.
[[nodiscard]] std::optional<QString> errorCodeIn(QStringView message);

} // namespace engine
