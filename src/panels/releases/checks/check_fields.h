// SPDX-License-Identifier: GPL-3.0-or-later
// What people fill in of a check, by its kind. The parameters are those that probes read; what has no
// field of its own is written as JSON.
#pragma once

#include "release/values.h"

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace panels {

struct CheckField {
    enum class Kind {
        Text,
        Lines,    ///< a list of texts, one a line
        Number,   ///< also with a fraction
        Whole,    ///< a number without one
        Statuses, ///< HTTP statuses with commas
        Flag,     ///< "true", or empty
        Choice,   ///< one of `choices`
    };
    const char* name;  ///< of the parameter
    const char* label; ///< as fieldLabel() translates it
    Kind kind = Kind::Text;
    bool isNeeded = false;
    const char* example = "";              ///< of what is written there
    double least = 0, most = 0;            ///< of a number, both included
    std::vector<const char*> choices = {}; ///< the first is the usual one
};

/// In the order in which they are asked; empty: the kind needs nothing.
[[nodiscard]] const std::vector<CheckField>& checkFieldsOf(release::CheckKind kind);
[[nodiscard]] QString fieldLabel(const CheckField& field);

/// The parameter as it is written in its field; empty: it is not said.
[[nodiscard]] QString fieldText(const CheckField& field, const QJsonObject& parameters);
/// The inverse, undefined for an empty one; or why not, as a sentence.
[[nodiscard]] tl::expected<QJsonValue, QString> fieldValue(const CheckField& field,
                                                           const QString& text);
/// The parameters without a field, as JSON; empty: there are none.
[[nodiscard]] QString otherText(release::CheckKind kind, const QJsonObject& parameters);
[[nodiscard]] tl::expected<QJsonObject, QString> otherParameters(const QString& text);
struct CheckFault {
    QString field; ///< the name of the parameter at which it is mended
    QString why;
};
/// What does not go together, though each is right.
[[nodiscard]] std::optional<CheckFault> checkFault(release::CheckKind kind,
                                                   const QJsonObject& parameters);

} // namespace panels
