// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/said.h"

#include "release/ledger/attest.h"
#include "release/ledger/erasing.h"
#include "release/rollout/canary.h"

namespace release {

namespace {

constexpr QStringView kItem = u"item:", kRule = u"rule:", kPlan = u"plan:",
                      kParameter = u"parameter:";

QString fieldOf(const LedgerEntry& entry, const char* name)
{
    const auto found = entry.fields.find(QString::fromLatin1(name));
    return found == entry.fields.end() ? QString() : found->second;
}

/// What it became, by "was -> is". Either may hold an arrow: what it was is known.
QString becomes(const QString& change, const QString& was)
{
    static const QString kArrow = QStringLiteral(" -> ");
    if (change.startsWith(was + kArrow))
        return change.mid(was.size() + kArrow.size());
    const qsizetype arrow = change.indexOf(kArrow);
    return arrow < 0 ? QString() : change.mid(arrow + kArrow.size());
}

/// Plays the entries; one function a kind.
class Play
{
public:
    void take(const LedgerEntry& entry)
    {
        using Taker = void (Play::*)(const LedgerEntry&);
        static const std::map<QString, Taker> kTakers{
            {QStringLiteral("created"), &Play::created},
            {QStringLiteral("plan"), &Play::planned},
            {QStringLiteral("item"), &Play::itemChanged},
            {QStringLiteral("evidence"), &Play::shown},
            {QStringLiteral("comment"), &Play::commented},
            {QStringLiteral("signature"), &Play::signedFor},
            {QStringLiteral("override"), &Play::overridden},
            {QStringLiteral("rollback"), &Play::rolledBack},
            {QStringLiteral("rollback_step"), &Play::stepDone},
            {QStringLiteral("rehearsal"), &Play::rehearsed},
            {QStringLiteral("canary"), &Play::steered},
            {QStringLiteral("release"), &Play::frameChanged},
        };
        if (const auto found = kTakers.find(entry.kind); found != kTakers.end())
            (this->*found->second)(entry);
    }

    Said said;

private:
    void created(const LedgerEntry& entry)
    {
        said.created = &entry;
        said.isWhole = fieldOf(entry, "says") == QLatin1String(kSaysAll);
        said.title = fieldOf(entry, "title");
        said.planned = fieldOf(entry, "planned");
        planned(entry);
    }
    void planned(const LedgerEntry& entry)
    {
        said.planChangedAt = entry.at;
        if (const QString frame = fieldOf(entry, "frame"); !frame.isEmpty())
            said.frame = frame;
        if (!fieldOf(entry, "rehearsal").isEmpty())
            said.rehearsedAt.reset();
        for (const auto& [name, value] : entry.fields) {
            if (name.startsWith(kRule))
                keep(said.rules, name.mid(kRule.size()), value);
            else if (name.startsWith(kItem))
                askedFor(name.mid(kItem.size()), value, entry.at);
        }
        for (const auto& [name, value] : entry.fields) {
            if (!name.startsWith(kPlan))
                continue;
            if (const auto item = said.items.find(name.mid(kPlan.size())); item != said.items.end())
                item->second.plan = value;
        }
    }
    void askedFor(const QString& id, const QString& text, WallTime at)
    {
        if (text.isEmpty()) {
            said.items.erase(id);
            return;
        }
        const auto [item, isNew] = said.items.try_emplace(id);
        item->second.asked = text;
        if (isNew)
            item->second.changedAt = at;
    }
    static void keep(std::map<QString, QString>& in, const QString& name, const QString& value)
    {
        if (value.isEmpty())
            in.erase(name);
        else
            in[name] = value;
    }
    void itemChanged(const LedgerEntry& entry)
    {
        SaidItem& item = said.items[entry.subject];
        for (const auto& [name, value] : entry.fields) {
            if (ofName<Field>(name))
                item.fields[name] = becomes(value, item.fields[name]);
        }
        if (const QString plan = fieldOf(entry, "plan"); !plan.isEmpty())
            item.plan = plan;
        const auto has = [&entry](Field field) { return entry.fields.contains(nameText(field)); };
        if (has(Field::State) || has(Field::Waiver))
            item.changedAt = entry.at;
        item.last = &entry;
    }
    void shown(const LedgerEntry& entry)
    {
        said.items[fieldOf(entry, "item")].evidence.push_back(&entry);
    }
    void commented(const LedgerEntry& entry)
    {
        said.items[entry.subject].comments.push_back(&entry);
    }
    void signedFor(const LedgerEntry& entry) { said.signatures.push_back(&entry); }
    void overridden(const LedgerEntry& entry) { said.overrides[entry.subject].push_back(&entry); }
    void rolledBack(const LedgerEntry& entry) { said.rollbacks.push_back(&entry); }
    void stepDone(const LedgerEntry& entry) { said.steps.push_back(&entry); }
    void rehearsed(const LedgerEntry& entry) { said.rehearsedAt = entry.at; }
    // It is released when somebody has it who had not.
    void steered(const LedgerEntry& entry)
    {
        const bool wasOut = reachesSomebody(said.canary.status);
        const auto status =
            ofName<CanaryStatus>(becomes(fieldOf(entry, "status"), nameText(said.canary.status)));
        said.canary.status = status.value_or(said.canary.status);
        said.canary.stage =
            becomes(fieldOf(entry, "stage"), QString::number(said.canary.stage)).toInt();
        said.canary.stageSince = entry.at;
        if (!wasOut && reachesSomebody(said.canary.status))
            said.releasedAt = entry.at;
    }
    void frameChanged(const LedgerEntry& entry)
    {
        for (const auto& [name, value] : entry.fields) {
            if (name == u"title")
                said.title = becomes(value, said.title);
            else if (name == u"planned")
                said.planned = becomes(value, said.planned);
            else if (name.startsWith(kParameter)) {
                const QString parameter = name.mid(kParameter.size());
                keep(said.parameters, parameter, becomes(value, said.parameters[parameter]));
            }
        }
    }
};

} // namespace

Said saidBy(const std::vector<LedgerEntry>& entries)
{
    Play play;
    for (const LedgerEntry& entry : entries)
        play.take(entry);
    play.said.erased = erasedBy(entries);
    play.said.isSourceErased = isSourceErasedBy(entries);
    return std::move(play.said);
}

} // namespace release
