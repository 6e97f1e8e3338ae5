// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"
#include "unit/understanding/classifier.h"
#include "unit/understanding/corpus.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace understanding {

/// What the program made of one message, said in a conversation that has just begun.
struct Reading {
    QString rule, stage; ///< of the turn
    QStringList
        intents; ///< what it was taken for: one, or equally good ones; empty: not understood
    QStringList problems;         ///< now, and kept for later
    QMap<QString, QString> terms; ///< "device", "system", "brand", "code" -> value
    bool movesOn =
        false;       ///< something is known or done that was not, or it was answered as what it is
    QString deadEnd; ///< why no way leads on; empty: a person, a new start and a close are there
};

/// One turn of the flow with the classifier's candidates. A yes or no is said where one is asked for,
/// at the privacy notice; all else where the need is asked for, with the name and language known.
[[nodiscard]] Reading read(const engine::Flow& flow, const Classifier& classifier,
                           const Message& message);

} // namespace understanding
