// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"
#include "engine/study/understand.h"
#include "engine/values.h"

#include <QMap>
#include <QString>

namespace engine {

struct CustomersOptions {
    qint64 conversations = 10'000;
    quint64 seed = 1; ///< the i-th conversation has seed + i
    Facts facts;
    Understand understand;
};

struct CustomersReport {
    qint64 conversations = 0, turns = 0;
    qint64 said = 0, movedOn = 0; ///< messages, and those that the flow could use
    qint64 longest = 0;           ///< turns of one conversation
    /// How they ended: solved, answered, person, contact, closed, refused, idle.
    QMap<QString, qint64> ends;
    QMap<QString, qint64> skills; ///< of the customers
    /// What they did: repeat, typo, anger, refusal, change of mind, silence.
    QMap<QString, qint64> manners;
    QString offence;      ///< of the first conversation that broke a rule; empty: none did
    quint64 offender = 0; ///< its seed
    QString transcript;   ///< its words

    [[nodiscard]] double movedOnShare() const
    {
        return said > 0 ? static_cast<double>(movedOn) / static_cast<double>(said) : 1.0;
    }
};

/// Customers with a goal, of three levels of skill: they mistype (10 % of their messages), repeat
/// themselves (15 %), refuse, change their mind, get angry, fall silent. A conversation must end
/// with a solution, an answer, a person, a contact or a chosen close, or, where the customer fell
/// silent, by the idle rule; and no prompt may come three times in a row. The same seed gives the
/// same report. Stops at the first offence.
[[nodiscard]] CustomersReport simulateCustomers(const Flow& flow, const CustomersOptions& options);

} // namespace engine
