// SPDX-License-Identifier: GPL-3.0-or-later
// Checks JSON against a schema: the words of JSON Schema (draft 2020-12) that servers take for
// structured output, and no others:
//   type (one or several), properties, required, additionalProperties (true, false or a schema),
//   items (one schema), enum, const, anyOf, minimum, maximum, minLength, maxLength, minItems, maxItems,
//   and title, description, $schema, default, which check nothing.
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <string>
#include <string_view>

namespace ai {

class JsonSchema
{
public:
    /// Invalid where it is no JSON object, uses a word that is not listed above, one with a value of
    /// the wrong kind, or is nested deeper than 32.
    [[nodiscard]] static base::Result<JsonSchema> parse(std::string_view json);

    /// Nothing where the text is JSON that keeps to the schema; else where and what is wrong, in English
    /// for a model to mend, without any value of the text: "/steps/0/title: is no string".
    [[nodiscard]] std::optional<std::string> mismatch(std::string_view json) const;

private:
    explicit JsonSchema(QJsonObject root) : m_root(std::move(root)) {}
    QJsonObject m_root;
};

} // namespace ai
