// SPDX-License-Identifier: GPL-3.0-or-later
// What the release commands share: who acts, which release is meant, and how answers are told.
#pragma once

#include "app/commands/acting.h"
#include "base/json.h"
#include "release/report/report.h"

namespace app {

class ReleaseCommand
{
public:
    explicit ReleaseCommand(CommandContext& context) : acting(context), m_context(context) {}

    /// Reads the people and the words.
    [[nodiscard]] base::Result<void> begin();
    /// By id, by the beginning of an id that only one has, or by title. NotFound; Invalid:
    /// several fit, which are named.
    [[nodiscard]] base::Result<desk::ReleaseView> find(const QString& which);
    [[nodiscard]] base::Result<std::vector<desk::ReleaseSummary>> list();

    /// Done, or No with the reason told: the release's rules refuse; CouldNot: the shop's do.
    Exit act(desk::ReleaseView& view, const release::Deed& deed, const QByteArray& file = {});
    /// Tells why not. No.
    Exit refuse(const release::Refusal& refusal, const release::Release& release);

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
/// "2026-12-01", "2026-12-01T18:00Z", "+90m", "+2h", "+3d". Invalid: none of these, or more
/// than ten years away.
[[nodiscard]] base::Result<base::WallTime> timeGiven(const QString& text, base::WallTime now);
/// Of the option --role, else the first of `possible` that the actor has, else the first.
[[nodiscard]] base::Result<release::Role>
roleGiven(const CommandContext& context, const release::Actor& me, const release::Roles& possible);
/// "xx is not known here, only: es, en". Invalid.
[[nodiscard]] base::Error unknownWord(const CommandContext& context, const QString& said,
                                      const QStringList& known);
/// The enumerator of that name; '-' may stand for '_'. Invalid: none, and the detail says which there are.
template <class E>
[[nodiscard]] base::Result<E> nameGiven(const CommandContext& context, const QString& said)
{
    if (const auto found = release::ofName<E>(said.toLower().replace(u'-', u'_')))
        return *found;
    QStringList known;
    for (const char* name : release::Names<E>::kAll)
        known += QString::fromLatin1(name);
    return base::fail(unknownWord(context, said, known));
}
/// Of the option --language, else the command's own. Invalid: none that there is.
[[nodiscard]] base::Result<QString> languageGiven(const CommandContext& context);
/// All versions in that language, by id, the newest first.
[[nodiscard]] base::Result<std::vector<desk::ShelvedTemplate>> templatesIn(CommandContext& context,
                                                                           const QString& language);
/// The newest, or with "ID@3" that version. NotFound.
[[nodiscard]] base::Result<release::Template>
templateNamed(const std::vector<desk::ShelvedTemplate>& all, const QString& name);
[[nodiscard]] base::Result<QByteArray> wholeDocument(CommandContext& context, const QString& file);

/// A reason of the gate, as an object.
void reasonAsJson(base::JsonWriter& json, const release::Reason& reason);

[[nodiscard]] std::vector<Command> releaseLookCommands(); ///< list, show, history, freezes
[[nodiscard]] std::vector<Command>
releaseDeedCommands(); ///< create, plan, sign, override, freeze …
[[nodiscard]] std::vector<Command> releaseItemCommands();     ///< tick, set, assign, say, evidence
[[nodiscard]] std::vector<Command> releasePlanningCommands(); ///< item add …, rule set …
[[nodiscard]] Command canaryCommand();
[[nodiscard]] std::vector<Command> releaseRolloutCommands();  ///< canary, go, rollback
[[nodiscard]] std::vector<Command> releaseTemplateCommands(); ///< templates, template show …
[[nodiscard]] std::vector<Command> releaseCompareCommands();  ///< compare, strategies
[[nodiscard]] std::vector<Command> releaseAnswerCommands();   ///< gate, report, export, verify …
[[nodiscard]] std::vector<Command> releaseImportCommands();
[[nodiscard]] std::vector<Command> releaseCheckCommands();

} // namespace app
