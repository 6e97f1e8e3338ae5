// SPDX-License-Identifier: GPL-3.0-or-later
// tests/corpora/privacy_positives.jsonl and privacy_negatives.jsonl: what people of a repair shop's
// chats write, with and without personal data. All of it is made up; check digits are right unless a
// line says "mistyped". Made apart from the code, by rules of check digits written anew, and before the
// code was tried on it. One JSON object a line:
//
//   text       as typed. The bar ¦ is taken out when read: it keeps scanners of secrets from taking
//              made-up keys for real ones
//   language   "es-AR", "es" or "en"
//   entities   of positives: [{"kind","text"}], in the order of the text
//   mistyped   optional: the check digits are wrong, or a digit is missing; a context word says what
//   names      optional: the people whom the conversation knows
//   about      of negatives: what it is instead
#pragma once

#include "privacy/values.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace privacy_test {

struct Labelled {
    QString kind, text;
};

struct Line {
    int number = 0;
    QString text, language, about;
    QStringList names;
    std::vector<Labelled> entities;
    bool isMistyped = false;
};

/// Ends the program where a line cannot be read.
[[nodiscard]] std::vector<Line> readLines(const char* file);

} // namespace privacy_test
