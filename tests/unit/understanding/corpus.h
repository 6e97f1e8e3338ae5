// SPDX-License-Identifier: GPL-3.0-or-later
// What customers of a repair shop type, with what each of them wants. Two files:
//
//   tests/corpora/messages.jsonl  written by nobody who had read the phrases that the classifier
//                                 learns from or the words of the catalogue; but those were widened
//                                 later by what was missed here
//   tests/corpora/held_out.jsonl  written and labelled in the same way, and kept so: the file from
//                                 which a figure may be quoted. NEVER WRITE PHRASES FROM IT
//
// A phrase that fails is no reason to move it into the training data. One JSON object a line:
//
//   text       as typed: slips, missing accents and spaces, chat spelling, voice typing, slang
//   language   "es-AR", "es" or "en": the main one where they are mixed
//   intent     one of resources/nlu/intents; the main one
//   intents    optional: all that a careful reader takes for right, `intent` first. Either the line
//              says two things ("anda lenta y no tengo internet"), or it lies between two
//              intents ("se tilda": a technical problem, or one of performance)
//   problem, device, system, brand, code
//              optional: told in the text; the codes of the catalogue, and an error's code
//              with its letters in upper case behind "0x" ("0xC000021A", "B200").
//              An absent one is not judged, but see isWithoutProblem()
//   problems   optional: two problems in one line, in the order told, `problem` first
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace understanding {

struct Message {
    QString text, language;
    QStringList intents;  ///< the main one first
    QStringList problems; ///< in the order told; empty: none
    QString device, system, brand, code;
    int line = 0;

    /// To hear a problem in it would be wrong: small talk, an answer, what is out of scope …
    [[nodiscard]] bool isWithoutProblem() const;
};

/// Of a file in tests/corpora. Ends the program where a line cannot be read.
[[nodiscard]] std::vector<Message> readCorpus(const QString& name);

} // namespace understanding
