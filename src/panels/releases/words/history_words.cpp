// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/history_words.h"

#include "panels/look/language.h"
#include "panels/releases/words/release_words.h"
#include "release/compare/difference.h"
#include "release/rollout/watching.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <map>

namespace panels {

namespace {

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

using Fields = std::map<QString, QString>;

QString fieldOf(const Fields& fields, const char* name)
{
    const auto found = fields.find(QString::fromLatin1(name));
    return found == fields.end() ? QString() : found->second;
}

template <class E, class Text>
QString wordFor(const QString& name, Text text)
{
    const auto value = release::ofName<E>(name);
    return value ? text(*value) : name;
}

/// "todo -> done" -> "To do → Done".
QString statesText(const QString& change)
{
    const QStringList states = change.split(QStringLiteral(" -> "));
    QStringList words;
    for (const QString& state : states)
        words += wordFor<release::State>(state, stateText);
    return words.join(QStringLiteral(" → "));
}

QString untilText(const QString& iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return whenText(base::fromMs(time.toMSecsSinceEpoch()));
}

bool asksForSomethingElse(const Fields& fields)
{
    using release::Field;
    return std::ranges::any_of(
        std::array{Field::Section, Field::Parent, Field::Acceptance, Field::Class, Field::Role,
                   Field::After, Field::EvidenceKind, Field::EvidenceValidity, Field::Checks,
                   Field::AfterGo},
        [&fields](Field field) { return fields.contains(release::nameText(field)); });
}

QString itemWords(const Fields& fields)
{
    QStringList parts;
    if (const QString states = fieldOf(fields, "state"); !states.isEmpty())
        parts += statesText(states);
    if (const QString until = fieldOf(fields, "until"); !until.isEmpty())
        parts += HistoryWords::tr("until %1").arg(untilText(until));
    if (fields.contains(QStringLiteral("owner")))
        parts += HistoryWords::tr("another owner");
    if (fields.contains(QStringLiteral("due")))
        parts += HistoryWords::tr("another date");
    if (parts.isEmpty() || asksForSomethingElse(fields))
        parts.prepend(HistoryWords::tr("changed what it asks for"));
    return parts.join(QStringLiteral(", "));
}

QString evidenceWords(const Fields& fields)
{
    QString text =
        HistoryWords::tr("showed evidence: %1")
            .arg(wordFor<release::EvidenceKind>(fieldOf(fields, "kind"), evidenceKindText)
                     .toLower());
    const auto outcome = release::ofName<release::Outcome>(fieldOf(fields, "outcome"));
    if (outcome && *outcome != release::Outcome::Told)
        text += QStringLiteral(", ") + outcomeText(*outcome);
    return text;
}

/// With the figures that it rested on.
QString canaryWords(const Fields& fields)
{
    const QString kReading = QStringLiteral("reading:");
    QStringList parts{HistoryWords::tr("steered the canary: %1 %").arg(fieldOf(fields, "percent"))};
    for (const auto& [name, reading] : fields) {
        if (!name.startsWith(kReading))
            continue;
        const auto state = release::ofName<release::WatchState>(reading.section(u' ', 1));
        parts += name.mid(kReading.size()) + u' ' + reading.section(u' ', 0, 0) +
                 (state == release::WatchState::Breached  ? QStringLiteral(" ✗")
                  : state == release::WatchState::Suspect ? QStringLiteral(" ⚠")
                                                          : QStringLiteral(" ✓"));
    }
    return parts.join(QStringLiteral(" · "));
}

/// With whether it was proved who signed.
QString signedWords(const release::LedgerEntry& entry)
{
    const QString text = entry.kind == QLatin1String("signature")
                             ? HistoryWords::tr("signed %1").arg(entry.subject)
                         : fieldOf(entry.fields, "approval") == QLatin1String("1")
                             ? HistoryWords::tr("asked to go against the gate")
                             : HistoryWords::tr("approved going against the gate");
    return fieldOf(entry.fields, "proved").isEmpty()
               ? text + QStringLiteral(", ") + HistoryWords::tr("without a passphrase")
               : text;
}

/// The title, the date, or what a name in braces of its checks stands for.
QString frameWords(const Fields& fields)
{
    const QString kParameter = QStringLiteral("parameter:");
    QStringList parts;
    if (fields.contains(QStringLiteral("title")))
        parts += HistoryWords::tr("another title");
    if (fields.contains(QStringLiteral("planned")))
        parts += HistoryWords::tr("another date");
    for (const auto& [name, change] : fields) {
        if (name.startsWith(kParameter))
            parts += name.mid(kParameter.size()) + QStringLiteral(": ") + change;
    }
    return HistoryWords::tr("changed the release: %1").arg(parts.join(QStringLiteral(", ")));
}

QString whatText(const release::LedgerEntry& entry)
{
    if (entry.kind == QLatin1String("created"))
        return HistoryWords::tr("made the release");
    if (entry.kind == QLatin1String("plan"))
        return HistoryWords::tr("changed the plan");
    if (entry.kind == QLatin1String("comment"))
        return HistoryWords::tr("said");
    if (entry.kind == QLatin1String("item"))
        return itemWords(entry.fields);
    if (entry.kind == QLatin1String("evidence"))
        return evidenceWords(entry.fields);
    if (entry.kind == QLatin1String("signature") || entry.kind == QLatin1String("override"))
        return signedWords(entry);
    if (entry.kind == QLatin1String("canary"))
        return canaryWords(entry.fields);
    if (entry.kind == QLatin1String("rollback"))
        return HistoryWords::tr("decided to roll back");
    if (entry.kind == QLatin1String("rollback_step"))
        return HistoryWords::tr("did step %1 of the rollback").arg(fieldOf(entry.fields, "step"));
    if (entry.kind == QLatin1String("rehearsal"))
        return HistoryWords::tr("rehearsed the rollback");
    if (entry.kind == QLatin1String("release"))
        return frameWords(entry.fields);
    if (entry.kind == QLatin1String("erasure"))
        return HistoryWords::tr("erased the text of: %1")
            .arg(fieldOf(entry.fields, "entries").replace(u' ', QStringLiteral(", ")));
    if (entry.kind == QLatin1String("freeze"))
        return HistoryWords::tr("set a freeze from %1 until %2")
            .arg(untilText(fieldOf(entry.fields, "from")),
                 untilText(fieldOf(entry.fields, "until")));
    if (entry.kind == QLatin1String("thaw"))
        return HistoryWords::tr("took a freeze away");
    if (entry.kind == QLatin1String("verdict"))
        return HistoryWords::tr("acted on the gate's word: %1")
            .arg(wordFor<release::Verdict>(entry.subject, verdictText));
    return entry.kind;
}

} // namespace

bool isAbout(const desk::LedgerLine& line, const release::ItemId& item)
{
    const release::LedgerEntry& entry = line.entry;
    if (entry.kind == QLatin1String("item") || entry.kind == QLatin1String("comment"))
        return entry.subject == item.value;
    if (entry.kind == QLatin1String("evidence"))
        return fieldOf(entry.fields, "item") == item.value;
    return entry.kind == QLatin1String("plan") &&
           entry.fields.contains(QStringLiteral("item:") + item.value);
}

QString historyText(const desk::LedgerLine& line)
{
    const release::LedgerEntry& entry = line.entry;
    QString who = line.byName.isEmpty() ? QStringLiteral("Relevo") : line.byName;
    if (entry.role)
        who += QStringLiteral(" (") + releaseRoleText(*entry.role) + u')';
    QString text = QStringLiteral("%1 · %2 · %3")
                       .arg(QLocale().toString(entry.number), whenText(entry.at), who) +
                   u'\n' + whatText(entry);
    if (!line.text.isEmpty())
        text += QStringLiteral(": ") + line.text.trimmed().left(1000);
    else if (!entry.textHash.isEmpty())
        text += QStringLiteral(" (") + HistoryWords::tr("its text was erased") + u')';
    return text;
}

} // namespace panels
