// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/values.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace panels {

/// Runs checks on this machine for the person in front of it: the program around the window has one.
/// UI thread; nothing is told inside run() or cancel().
class CheckRunner
{
public:
    /// Run one after another; what one keeps, those after it may use.
    struct Order {
        QString release; ///< its id
        std::vector<release::CheckPlan> checks;
        QHash<QString, QString> parameters; ///< what the names in braces stand for
        QSet<QByteArray> confirmed;         ///< keys of commands that were confirmed
    };
    /// What came of one check.
    struct Outcome {
        QString checkId;
        bool hasPassed = false;
        std::optional<release::Evidence> evidence; ///< nothing: it could not run
        QString why; ///< what came of it, as a sentence in the language of now
    };
    struct Listener {
        std::function<void(const QString& checkId, const QString& text)>
            output; ///< as it is printed
        std::function<void(const Outcome& outcome)> found;
        std::function<void()> done; ///< once, after the last
    };

    virtual ~CheckRunner() = default;
    /// Its number, for cancel(). The listener is told until it is done, or this is gone.
    virtual qint64 run(const Order& order, Listener listener) = 0;
    virtual void cancel(qint64 run) = 0;
    /// Whether what it is about exists here.
    [[nodiscard]] virtual bool isOffered(const release::CheckPlan& plan) const = 0;
    /// A command as it would run, filled in, and the key that remembers that it was confirmed on this
    /// machine.
    struct Command {
        QString text;
        QByteArray key;
    };
    /// Nothing for other kinds, and for one that will not run.
    [[nodiscard]] virtual std::optional<Command>
    command(const release::CheckPlan& plan, const QHash<QString, QString>& parameters) const = 0;
};

} // namespace panels
