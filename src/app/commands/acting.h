// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "desk/desk.h"

namespace app {

/// Who is there, and who gives a command. Who acts is said with --as NAME; their passphrase, where one is
/// set, comes on standard input, a line, never on the command line. Lives as long as the command.
class Acting
{
public:
    explicit Acting(CommandContext& context) : m_context(context), m_input(context.io) {}
    [[nodiscard]] static OptionSpec option() { return {QStringLiteral("as"), true}; }

    /// Reads who is there, and with --as takes a badge for who acts. NotFound: nobody of that name.
    [[nodiscard]] base::Result<void> begin();
    /// Gives the badge back.
    void end();

    [[nodiscard]] const std::vector<desk::Person>& everybody() const { return m_everybody; }
    [[nodiscard]] const desk::Badge& badge() const { return m_badge; }
    /// The passphrase of who acts, where one is set.
    [[nodiscard]] const QString& typed() const { return m_typed; }

    /// NotFound. Conflict: two of one name, from before names were unique.
    [[nodiscard]] base::Result<desk::Person> named(const QString& name) const;
    [[nodiscard]] QString nameOf(base::PersonId person) const;
    /// A badge that nobody uses for long is locked: opened again with what was typed. Refused: that is
    /// the passphrase no more.
    [[nodiscard]] base::Result<void> stay();
    /// The next line of standard input. \param of whose, as told to who types
    [[nodiscard]] base::Result<QString> passphrase(const QString& of);
    /// What follows on standard input, whether or not a passphrase came first.
    [[nodiscard]] base::Result<QByteArray> restOfInput();
    /// The sentence for an error; where nobody said who they are, also how to say it.
    Exit fail(const base::Error& error);

private:
    [[nodiscard]] base::Result<void> signIn(const QString& name);
    [[nodiscard]] base::Result<void> openInput();

    CommandContext& m_context;
    LineReader m_input;
    bool m_isReading = false;
    bool m_isNamed = false; ///< somebody was named; whether it is them is another question
    std::vector<desk::Person> m_everybody;
    desk::Badge m_badge;
    base::SteadyTime m_opened; ///< when the passphrase was last given for it
    QString m_typed;
};

} // namespace app
