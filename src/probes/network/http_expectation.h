// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/http_call.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace probes {

class PlanReader;

/// What an HTTP answer must be like.
struct HttpExpectation {
    std::vector<int> statuses;        ///< empty: 200 to 299
    QString jsonPath;                 ///< empty: nothing is asked of it
    std::optional<QJsonArray> jsonIs; ///< one of these; nothing: there, and not empty
    QStringList textPresent, textAbsent;
    std::optional<milliseconds> within;
    QHash<QString, QString> keep; ///< parameter -> path
    [[nodiscard]] bool wantsRedirect() const noexcept;
};
[[nodiscard]] HttpExpectation expectationOf(PlanReader& plan);

/// The first thing that is not as expected; what is to be kept is kept either way.
[[nodiscard]] End judged(const HttpExpectation& expected, const HttpAnswer& answer);

} // namespace probes
