// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/command_line.h"

#include "probes/plan/fill.h"
#include "probes/plan/plan_reader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <optional>

namespace probes {

namespace {

const QLatin1String kValuePrefix("CHECK_");

bool isVariable(const QString& name)
{
    static const QRegularExpression kVariable(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    return kVariable.match(name).hasMatch();
}

/// A character that moves, hides or turns round what stands beside it.
bool isHidden(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Surrogate || category == QChar::Other_PrivateUse ||
           (category == QChar::Separator_Space && c != u' ');
}

/// As bash reads $'…'.
QString escaped(const QString& word)
{
    QString text = QStringLiteral("$'");
    for (const QChar c : word) {
        if (c == u'\n')
            text += QLatin1String("\\n");
        else if (c == u'\'' || c == u'\\')
            text += QLatin1Char('\\') + c;
        else if (isHidden(c))
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text + u'\'';
}

QString quoted(QString word)
{
    if (std::ranges::any_of(word, isHidden))
        return escaped(word);
    const bool isPlain = !word.isEmpty() && std::ranges::none_of(word, [](QChar c) {
        return c == u' ' || QStringLiteral("'\"\\$`;&|<>()*?[]{}~#!=").contains(c);
    });
    return isPlain ? word : u'\'' + word.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

tl::unexpected<End> refused(Reason reason, const QString& argument)
{
    return tl::unexpected<End>(couldNotRun(reason, {argument}));
}

/// CHECK_NAME of each that a shell's words mention.
QStringList mentioned(const QString& script)
{
    static const QRegularExpression kMention(QStringLiteral("\\bCHECK_[A-Z0-9_]+\\b"));
    QStringList names;
    auto found = kMention.globalMatch(script);
    while (found.hasNext())
        names += found.next().captured();
    return names;
}

/// The value that CHECK_NAME stands for; empty: none.
QString valueOf(const QString& variable, const QHash<QString, QString>& values)
{
    return values.value(variable.mid(kValuePrefix.size()).toLower());
}

/// Puts in what `environment` asks for; why not, where it may not be had.
std::optional<End> addVariables(CommandLine& line, const QStringList& names,
                                const QHash<QString, QString>& values,
                                const QSet<QString>& ownSecrets)
{
    for (const QString& name : names) {
        if (!isVariable(name) || ownSecrets.contains(name))
            return couldNotRun(Reason::BadPlan, {QStringLiteral("environment ") + name});
        if (!name.startsWith(kValuePrefix)) {
            line.passedOn << name;
            continue;
        }
        const QString value = valueOf(name, values);
        if (value.isEmpty())
            return couldNotRun(Reason::MissingParameter, {name.mid(kValuePrefix.size()).toLower()});
        line.checked.insert(name, value);
    }
    return std::nullopt;
}

bool isProgram(const QString& word, bool isShell)
{
    return isShell ? !word.isEmpty() : !word.isEmpty() && !word.contains(u'{');
}

} // namespace

tl::expected<CommandLine, End> commandLineOf(const CheckPlan& plan, const Parameters& given,
                                             const QSet<QString>& ownSecrets)
{
    PlanReader unfilled(plan.parameters);
    const QStringList planned = unfilled.texts("arguments");
    const bool isShell = unfilled.flag("shell");
    if (!isProgram(planned.value(0), isShell) || (isShell && planned.size() != 1))
        unfilled.refuse("arguments");
    if (!unfilled.bad().isEmpty())
        return refused(Reason::BadPlan, unfilled.bad());
    const auto values = given.open();
    // A shell's braces are its own, and a text put into its words would be run.
    const Filled filled =
        isShell ? Filled{plan.parameters, {}, {}} : fillIn(plan.parameters, values);
    if (!filled.missing.isEmpty())
        return refused(Reason::MissingParameter, filled.missing);
    PlanReader reader(filled.parameters);
    const QString folder = reader.text("folder");
    const QStringList names = reader.texts("environment");
    if (!folder.isEmpty() && !QDir(folder).exists())
        reader.refuse("folder");
    if (!reader.bad().isEmpty())
        return refused(Reason::BadPlan, reader.bad());
    CommandLine line{.program = planned.front(),
                     .arguments = reader.texts("arguments").mid(1),
                     .folder = folder.isEmpty() ? QDir::currentPath() : QDir(folder).absolutePath(),
                     .passedOn = {},
                     .checked = {}};
    if (isShell) {
        line.program = QStringLiteral("/bin/sh");
        line.arguments = QStringList{QStringLiteral("-c"), planned.front()};
        for (const QString& name : mentioned(planned.front())) {
            if (const QString value = valueOf(name, values); !value.isEmpty())
                line.checked.insert(name, value);
        }
    }
    if (auto end = addVariables(line, names, values, ownSecrets))
        return tl::unexpected<End>(std::move(*end));
    return line;
}

QString textOf(const CommandLine& line)
{
    QStringList words{QStringLiteral("cd"), quoted(line.folder), QStringLiteral("&&")};
    for (const QString& name : line.passedOn)
        words << name + QLatin1String("=$") + name;
    for (auto it = line.checked.begin(); it != line.checked.end(); ++it)
        words << it.key() + u'=' + quoted(it.value());
    words << quoted(line.program);
    for (const QString& word : line.arguments)
        words << quoted(word);
    return words.join(u' ');
}

QByteArray keyOf(const CommandLine& line)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(textOf(line).toUtf8());
    QByteArray machine = QSysInfo::machineUniqueId();
    if (machine.isEmpty()) {
        // A machine without a number of its own: until it is started again.
        QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        if (boot.open(QIODevice::ReadOnly))
            machine = boot.readAll().trimmed();
        machine += QSysInfo::machineHostName().toUtf8();
    }
    hash.addData("\n@");
    hash.addData(machine);
    return hash.result().toHex();
}

} // namespace probes
