// SPDX-License-Identifier: GPL-3.0-or-later
// What the release commands share: who acts, which release is meant, and how answers are told.
#pragma once

#include "app/commands/acting.h"
#include "release/report/report.h"

namespace app {

class ReleaseCommand
{
public:
    explicit ReleaseCommand(CommandContext& context) : acting(context), m_context(context) {}

    /// Reads the people and the words.
    [[nodiscard]] base::Result<void> begin();
    /// By id, by the beginning of an id that only one has, or by title. NotFound; Conflict: several.
    [[nodiscard]] base::Result<desk::ReleaseView> find(const QString& which);
    [[nodiscard]] base::Result<std::vector<desk::ReleaseSummary>> list();

    /// Done, or No with the reason told: the release's rules refuse; CouldNot: the shop's do.
    Exit act(desk::ReleaseView& view, const release::Deed& deed, const QByteArray& file = {});

    [[nodiscard]] const release::ReportWords& words() const { return *m_words; }
    [[nodiscard]] release::ReportFacts facts(const desk::ReleaseView& view) const;
    /// The sentence for an error, after giving the badge back.
    Exit fail(const base::Error& error);
    Exit end(Exit exit);

    Acting acting;

private:
    CommandContext& m_context;
    std::optional<release::ReportWords> m_words;
};

/// Of the reports and refusals. Invalid: the program's own file is broken.
[[nodiscard]] base::Result<release::ReportWords> releaseWords(const QString& language);

/// Runs a command on the release that its first word names.
template <class F>
Exit withRelease(CommandContext& context, F work)
{
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    auto view = command.find(context.given.words.front());
    if (!view)
        return command.fail(view.error());
    return command.end(work(command, *view));
}

/// An option's text; empty where it is not given.
[[nodiscard]] QString optionText(const CommandContext& context, const char* name);
/// "2026-12-01", "2026-12-01T18:00Z", "+90m", "+2h", "+3d". Invalid: none of these.
[[nodiscard]] base::Result<base::WallTime> timeGiven(const QString& text, base::WallTime now);
/// Of the option --role, else the first of `possible` that the actor has, else the first.
[[nodiscard]] base::Result<release::Role>
roleGiven(const CommandContext& context, const release::Actor& me, const release::Roles& possible);
/// UTC, to the minute; "-" where there is none.
[[nodiscard]] QString timeOrDash(const std::optional<base::WallTime>& time);
[[nodiscard]] base::Result<QByteArray> wholeDocument(CommandContext& context, const QString& file);

[[nodiscard]] std::vector<Command> releaseLookCommands(); ///< list, show, history, templates …
[[nodiscard]] std::vector<Command> releaseDeedCommands(); ///< create, tick, set, evidence, sign …
[[nodiscard]] std::vector<Command> releaseAnswerCommands(); ///< gate, report, export, verify …
[[nodiscard]] std::vector<Command> releaseImportCommands();

} // namespace app
