// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "engine/flow.h"
#include "engine/study/understand.h"
#include "engine/values.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace engine {

/// Usual: a customer who mostly answers what is asked, now and then mistypes, changes their mind or
/// leaves. Hostile: anything at any time, by customer, agents and timers, with facts that change.
enum class Manner { Usual, Hostile };

struct SimulationOptions {
    qint64 turns = 10'000;
    Manner manner = Manner::Usual;
    Facts facts;
    Understand understand;
};

struct SimulationReport {
    qint64 conversations = 0, turns = 0, refused = 0, misses = 0, handoffs = 0, ratedGood = 0,
           ratedBad = 0;
    QMap<QString, qint64> outcomes; ///< of closed conversations
    QMap<QString, qint64> stages;   ///< turns that ended there
    QStringList violations;         ///< of the rules of conversation.md, at most 20; empty: none
};

/// Conversation after conversation until the turns are used up. The same seed gives the same
/// report. On the way it checks, after every turn: the bot is silent while a person owns the
/// conversation, no prompt comes three times in a row, a conversation closes once and stays closed,
/// an offered option is understood, and a person, a restart and a close are one input away.
[[nodiscard]] SimulationReport simulate(const Flow& flow, const SimulationOptions& options,
                                        base::Random& random);

} // namespace engine
