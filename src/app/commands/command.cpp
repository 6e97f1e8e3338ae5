// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/command_lists.h"

#include <QTranslator>

#include <algorithm>

// Resources of a static library are registered from outside any namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace app {

void initTranslations()
{
    initTranslationResources();
}

CommandContext::CommandContext(Invocation invocation, Io& streams, Service* service)
    : given(std::move(invocation)), io(streams), m_service(service),
      m_translator(std::make_unique<QTranslator>())
{
    initTranslations();
    // Commands of one process may speak different languages, so nothing is installed globally.
    std::ignore = m_translator->load(QStringLiteral(":/i18n/relevo_%1.qm").arg(given.language));
}

CommandContext::~CommandContext() = default;

QString CommandContext::translate(const char* context, const char* text) const
{
    const QString translated = m_translator->translate(context, text);
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

QString CommandContext::printable(QString text)
{
    text.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text;
}

Exit CommandContext::fail(const base::Error& error)
{
    complain(errorSentence(*this, error));
    return Exit::CouldNot;
}

Exit CommandContext::usage()
{
    complain(translate("relevoctl", "That is not how this command is used. Add --help to see it."));
    return Exit::CouldNot;
}

bool CommandContext::pause(base::milliseconds time)
{
    constexpr base::milliseconds kLook{200};
    const base::SystemClock clock;
    const auto end = clock.steady() + time;
    while (!io.isCancelled()) {
        const auto left = std::chrono::ceil<base::milliseconds>(end - clock.steady());
        if (left <= base::milliseconds(0))
            return true;
        m_here.runUntil([] { return false; }, std::min(left, kLook));
    }
    return false;
}

Exit eachLine(CommandContext& context, const QString& file,
              const std::function<std::optional<Exit>(const QByteArray&, qint64)>& work)
{
    if (const auto opened = context.io.openInput(file); !opened)
        return context.fail(opened.error());
    LineReader lines(context.io);
    for (qint64 number = 1; !context.io.isCancelled(); ++number) {
        const auto line = lines.next();
        if (!line)
            return context.fail(line.error());
        if (!*line)
            return Exit::Done;
        if ((*line)->trimmed().isEmpty())
            continue;
        if (const auto ended = work(**line, number))
            return *ended;
    }
    return Exit::CouldNot;
}

Needs needsOf(const Command& command, const Invocation& given)
{
    return !command.dataOption.isEmpty() && given.has(command.dataOption) ? Needs::Data
                                                                          : command.needs;
}

const std::vector<Command>& commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list;
        for (auto part : {serviceCommands(), dataCommands(), verifyCommands(), peopleCommands(),
                          smartCommands(), flowCommands(), replayCommands(), nluCommands(),
                          maskCommands(), aiCommands(), releaseCommands()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

namespace {

const Command* findCommand(const QStringList& words)
{
    const Command* best = nullptr;
    for (const Command& command : commands()) {
        const QStringList name = command.name.split(u' ');
        const bool fits = words.mid(0, name.size()) == name;
        if (fits && (!best || name.size() > best->name.count(u' ') + 1))
            best = &command;
    }
    return best;
}

const std::vector<OptionSpec>& commonOptions()
{
    static const std::vector<OptionSpec> options{{QStringLiteral("data"), true},
                                                 {QStringLiteral("json"), false},
                                                 {QStringLiteral("help"), false},
                                                 {QStringLiteral("output"), true}};
    return options;
}

std::optional<OptionSpec> findOption(const Command* command, const QString& name)
{
    const auto named = [&](const OptionSpec& option) { return option.name == name; };
    if (const auto it = std::ranges::find_if(commonOptions(), named); it != commonOptions().end())
        return *it;
    if (!command)
        return std::nullopt;
    const auto it = std::ranges::find_if(command->options, named);
    return it == command->options.end() ? std::nullopt : std::optional(*it);
}

/// Words and options of the command line; values are taken by the options that take one.
struct Split {
    QStringList words;
    std::vector<std::pair<QString, std::optional<QString>>> options;
};

Split split(const QStringList& arguments, const Command* command)
{
    Split split;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (!argument.startsWith(QLatin1String("--")) || argument.size() == 2) {
            split.words += argument;
            continue;
        }
        const auto equals = argument.indexOf(u'=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        std::optional<QString> value;
        const auto spec = findOption(command, name);
        if (equals >= 0)
            value = argument.mid(equals + 1);
        else if (spec && spec->takesValue && i + 1 < arguments.size() &&
                 !arguments[i + 1].startsWith(QLatin1String("--")))
            value = arguments[++i];
        split.options.emplace_back(name, value);
    }
    return split;
}

/// Whole words: "release" begins "release list"; nothing begins everything.
bool beginsWith(const QString& name, const QString& beginning)
{
    return beginning.isEmpty() || name == beginning || name.startsWith(beginning + u' ');
}

} // namespace

bool isBeginning(const QString& words)
{
    return std::ranges::any_of(commands(),
                               [&](const Command& each) { return beginsWith(each.name, words); });
}

base::Result<std::pair<const Command*, Invocation>> parseCommand(const QStringList& arguments)
{
    const Command* command = findCommand(split(arguments, nullptr).words);
    const Split given = split(arguments, command);
    Invocation invocation;
    for (const auto& [name, value] : given.options) {
        const auto spec = findOption(command, name);
        if (!spec)
            return base::fail(base::Code::Invalid, QStringLiteral("--") + name);
        if (spec->takesValue && (!value || value->isEmpty()))
            return base::fail(base::Code::Invalid, QStringLiteral("--") + name);
        invocation.options.insert(name, value.value_or(QStringLiteral("1")));
    }
    if (!command) {
        invocation.words = given.words;
        if (isBeginning(given.words.join(u' ')) && invocation.has(QStringLiteral("help")))
            return std::pair(command, invocation);
        return base::fail(base::Code::Invalid, given.words.join(u' '));
    }
    invocation.words = given.words.mid(command->name.count(u' ') + 1);
    const bool asksHelp = invocation.has(QStringLiteral("help"));
    if (!asksHelp && (invocation.words.size() < command->fewestWords ||
                      invocation.words.size() > command->mostWords))
        return base::fail(base::Code::Invalid, command->name + u' ' + command->arguments);
    return std::pair(command, invocation);
}

QString helpText(const QString& beginning, const CommandContext& context)
{
    QString text;
    std::vector<const Command*> fitting;
    for (const Command& each : commands()) {
        if (each.name == beginning)
            text =
                QStringLiteral("relevoctl %1 %2\n\n    %3\n")
                    .arg(each.name, each.arguments, context.translate("relevoctl", each.summary));
        else if (beginsWith(each.name, beginning))
            fitting.push_back(&each);
    }
    if (fitting.empty())
        return text;
    text += text.isEmpty()
                ? context.translate(
                      "relevoctl",
                      "Usage: relevoctl COMMAND [--data FOLDER] [--json] [--output FILE]") +
                      QStringLiteral("\n\n")
                : QStringLiteral("\n");
    for (const Command* each : fitting) {
        const QString usage = (each->name + u' ' + each->arguments).trimmed();
        text += QStringLiteral("  %1  %2\n")
                    .arg(usage, -48)
                    .arg(context.translate("relevoctl", each->summary));
    }
    text += u'\n' +
            context.translate("relevoctl",
                              "Exit codes: 0 done, 1 the answer is no, 2 it could not be done.") +
            u'\n';
    return text;
}

} // namespace app
