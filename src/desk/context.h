// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "calendar/business_hours.h"
#include "desk/desk.h"
#include "desk/flow_shelf.h"
#include "desk/smart/prompts.h"
#include "store/store.h"

#include <QHash>
#include <QMap>
#include <QString>

#include <map>
#include <memory>

namespace nlu {
class Model;
}

namespace desk {

template <class T>
using SharedReply = std::shared_ptr<base::Reply<T>>;

/// What the parts of the desk share. Lives on the desk thread.
struct Context {
    Desk::Options options;
    store::Store& store;
    const base::Clock& clock;
    base::Random& random;
    base::Log& log;
    base::Worker& worker;
    base::Caller& caller; ///< asks the store; its answers come to the desk thread
    base::WallTime started;

    FlowShelf flows{log};
    Prompts prompts;
    QMap<QString, QString> settings;
    calendar::BusinessHours hours; ///< parsed from the setting hours.weekly
    std::map<base::PersonId, Person> people;
    qint64 errors = 0;
    std::shared_ptr<const nlu::Model> model;    ///< what messages are understood by; null: not yet
    std::shared_ptr<const nlu::Model> problems; ///< what problems are heard by; null: not yet

    [[nodiscard]] QString nameOf(base::PersonId id) const
    {
        const auto it = people.find(id);
        return it == people.end() ? QString() : it->second.name;
    }
    [[nodiscard]] int personsOnDuty() const
    {
        int n = 0;
        for (const auto& [id, person] : people)
            n += person.duty == Duty::OnDuty ? 1 : 0;
        return n;
    }
    [[nodiscard]] base::Timers& timers() const { return worker.timers(); }
};

} // namespace desk
