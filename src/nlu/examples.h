// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled phrases, and the files that hold them.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace nlu {

/// The intent of what belongs to no other. Files may also call it "oos".
inline const QString kOutOfScope = QStringLiteral("out_of_scope");

struct Example {
    QString text;
    QString intent;
    QString language; ///< "es-AR", "es", "en"; empty: not said
    bool operator==(const Example&) const = default;
};

/// The same for the same text on every machine and in every run, unlike qHash().
[[nodiscard]] std::uint64_t textHash(QStringView text, std::uint64_t seed);

/// CSV `text,label` (RFC 4180, with or without a header that names the columns) or JSONL
/// {"text","intent"} (or "label", and "language" where known); UTF-8. Invalid: the detail names the
/// line and what is wrong with it, and holds nothing of the text.
[[nodiscard]] base::Result<std::vector<Example>> readLabelled(const QByteArray& bytes);

/// One file of resources/nlu/intents: {"schema":"relevo.intent/1","intent":…,"phrases":
/// {"es-AR":[…],"es":[…],"en":[…]}}. Invalid: not such a file.
[[nodiscard]] base::Result<std::vector<Example>> readIntentFile(const QByteArray& json);

/// All of them. Invalid: the first that cannot be read.
[[nodiscard]] base::Result<std::vector<Example>>
readIntentFiles(const std::vector<QByteArray>& files);

/// One file of resources/nlu/problems: {"schema":"relevo.problem/1","problem":…,"phrases":…}, where
/// the problem "none" becomes kOutOfScope; or resources/knowledge/catalogue.json, for the phrases of
/// its problems and, as kOutOfScope, the names of its devices. Invalid: neither.
[[nodiscard]] base::Result<std::vector<Example>> readProblemFile(const QByteArray& json);

/// All of them. Invalid: the first that cannot be read.
[[nodiscard]] base::Result<std::vector<Example>>
readProblemFiles(const std::vector<QByteArray>& files);

} // namespace nlu
