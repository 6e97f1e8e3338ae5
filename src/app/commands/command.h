// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/io.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/threads/blocking_home.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTranslator;

namespace app {

class Service;

/// 0 done, 1 the answer is "no", 2 it could not be done.
enum class Exit { Done = 0, No = 1, CouldNot = 2 };

/// A command as given: words and options told apart.
struct Invocation {
    QStringList words;              ///< after the command's own name
    QMap<QString, QString> options; ///< without "--"; a flag's value is "1"
    QString folder;                 ///< working folder of the one who gave it, absolute
    QString language;               ///< "es" or "en"

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    [[nodiscard]] bool json() const { return has(QStringLiteral("json")); }
};

/// What a command works with. Lives on the command's own thread.
class CommandContext
{
public:
    /// `service` is null for commands that need no data.
    CommandContext(Invocation given, Io& io, Service* service);
    ~CommandContext();

    const Invocation given;
    Io& io;

    [[nodiscard]] Service& service() const { return *m_service; }
    /// Asks the desk and waits: `context.ask<int>([&](base::Caller& caller, auto done) {
    /// context.service().desk().loadDemo(caller, std::move(done)); })`.
    template <class T, class F>
    [[nodiscard]] base::Result<T> ask(F call)
    {
        auto answer = std::make_shared<std::optional<base::Result<T>>>();
        call(m_here.caller(), [answer](base::Result<T> result) { *answer = std::move(result); });
        m_here.runUntil([&] { return answer->has_value(); }, std::chrono::minutes(60));
        return answer->has_value() ? std::move(**answer)
                                   : base::Result<T>(base::fail(base::Code::Timeout));
    }

    /// A text for people in their language; lupdate finds it under the context "relevoctl".
    [[nodiscard]] QString translate(const char* context, const char* text) const;
    /// What would steer a terminal is left out: people and files put it into titles.
    void line(const QString& text) { io.out(printable(text).toUtf8() + '\n'); }
    void complain(const QString& text) { io.err(printable(text).toUtf8() + '\n'); }
    /// The sentence for an error, and CouldNot.
    Exit fail(const base::Error& error);
    Exit usage();
    /// Waits; false as soon as Ctrl-C was pressed or the other end has gone.
    [[nodiscard]] bool pause(base::milliseconds time);

private:
    [[nodiscard]] static QString printable(QString text);

    Service* m_service;
    base::BlockingHome m_here;
    std::unique_ptr<QTranslator> m_translator;
};

/// Opens the file (or "-") and does the work for each line that is not blank, with its number from 1,
/// until one ends the command. Done at the end of the file; CouldNot when it is interrupted.
[[nodiscard]] Exit
eachLine(CommandContext& context, const QString& file,
         const std::function<std::optional<Exit>(const QByteArray& line, qint64 number)>& work);

/// Makes the texts under :/i18n available; harmless when repeated.
void initTranslations();

struct OptionSpec {
    QString name;
    bool takesValue = false;
};

enum class Needs { Nothing, Data, ClosedData };

struct Command {
    QString name;        ///< one or two words, for instance "flow check"
    QString arguments;   ///< as shown by --help
    const char* summary; ///< English; translated under "relevoctl"
    std::vector<OptionSpec> options;
    Needs needs = Needs::Data;
    int fewestWords = 0;
    int mostWords = 0;
    std::function<Exit(CommandContext&)> run;
    QString dataOption = {}; ///< one that needs the data where the command itself does not
    bool mayBeEnded = false; ///< Ctrl-C is a way to end it: what it answers then counts
};

/// As given: some need the data for one of their options only.
[[nodiscard]] Needs needsOf(const Command& command, const Invocation& given);

/// Every command, in the order of --help.
[[nodiscard]] const std::vector<Command>& commands();

/// Whether some command's name is, or begins with, these words; so does every one with none.
[[nodiscard]] bool isBeginning(const QString& words);

/// The command and what was given to it; no command where help was asked for about several, whose
/// common words are then the invocation's. Invalid: no such command or option, or the wrong number of
/// words; the detail names it.
[[nodiscard]] base::Result<std::pair<const Command*, Invocation>>
parseCommand(const QStringList& arguments);

/// The command of that name, and those whose names begin with it, with their summaries.
[[nodiscard]] QString helpText(const QString& beginning, const CommandContext& context);

} // namespace app
