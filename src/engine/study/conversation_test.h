// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/flow.h"
#include "engine/study/understand.h"
#include "engine/values.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace engine {

/// A written conversation, run against a flow:
///
///   {"name": "…", "facts": {"personsOnDuty": 1, "shop": {"email": "…"}},
///    "begin": {"locale": "es-AR", "name": "", "language": ""},
///    "turns": [{"say": "hola"}, {"tap": "consent:yes", "stage": "language", "mode": "bot",
///               "slots": {"consent": "yes"}, "says": ["¿En qué idioma"], "saysNot": [], "silent":
///               false, "options": ["lang:en"], "events": ["option_chosen"], "error": "refused"},
///              {"agent": "take_over", "person": 1, "text": "", "value": "", "target": 0}]}
///
/// `say` with "repeat": N says the text N times over. Everything expected is optional; a list names
/// parts that must be there. "facts" of a turn replace the facts from there on.
struct ConversationTestResult {
    QString name;
    QStringList failures; ///< empty: passed; each names its turn
    QString transcript;   ///< what was said on both sides
    int turns = 0;
    [[nodiscard]] bool hasPassed() const noexcept { return failures.isEmpty(); }
};

/// Facts that name candidates keep them; elsewhere `understand` fills them in. Invalid: the file is
/// no conversation test.
[[nodiscard]] base::Result<ConversationTestResult>
runConversationTest(const Flow& flow, const QByteArray& json, const Understand& understand = {});

} // namespace engine
