// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/refusal_words.h"

#include "panels/look/language.h"
#include "panels/releases/words/release_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace panels {

namespace {

using release::Why;

constexpr qsizetype kNamed = 3; ///< so many titles in a sentence

struct RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

/// What an id stands for: an item, a check or a section by its title.
QString nameOf(const QString& id, const release::Release& release)
{
    QString name = id;
    for (const release::Section& section : release.sections) {
        if (section.id == id)
            name = section.title;
    }
    for (const release::Item& item : release.items) {
        if (item.plan.id.value == id)
            name = item.plan.title;
        for (const release::CheckPlan& check : item.plan.checks) {
            if (check.id == id)
                name = check.title;
        }
    }
    return QStringLiteral("«%1»").arg(name);
}

QString nameOf(const QString& id, const release::Template& plan)
{
    QString name = id;
    for (const release::Section& section : plan.sections) {
        if (section.id == id)
            name = section.title;
    }
    for (const release::ItemPlan& item : plan.items) {
        if (item.id.value == id)
            name = item.title;
    }
    return QStringLiteral("«%1»").arg(name);
}

/// "«One», «Two» and 4 more".
QString namesOf(const release::Refusal& refusal, const release::Release& release)
{
    QStringList names, ids = refusal.ids;
    ids.removeAll(QString());
    for (const QString& id : ids.first(std::min(kNamed, ids.size())))
        names += nameOf(id, release);
    const qsizetype more = ids.size() - names.size();
    const QString list = names.join(QStringLiteral(", "));
    return more > 0 ? RefusalWords::tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(list)
                    : list;
}

QString withNames(const QString& sentence, const QString& names)
{
    return names.isEmpty() ? sentence : sentence + u' ' + names + u'.';
}

QString evidenceRefusal(const release::Refusal& refusal, const QString& names)
{
    switch (refusal.why) {
    case Why::EvidenceExpired:
        return withNames(RefusalWords::tr("Its evidence has expired: show it anew."), names);
    case Why::EvidenceFailed:
        return withNames(RefusalWords::tr("Its newest evidence says that it failed."), names);
    default: break;
    }
    const QString kind = refusal.kind ? evidenceKindText(*refusal.kind) : QString();
    return withNames(kind.isEmpty()
                         ? RefusalWords::tr("It needs evidence first.")
                         : RefusalWords::tr("It needs evidence first: %1.").arg(kind.toLower()),
                     names);
}

QString roleRefusal(const release::Refusal& refusal, const QString& names)
{
    switch (refusal.why) {
    case Why::WrongRole:
        return RefusalWords::tr("That is for: %1.").arg(releaseRolesText(refusal.roles));
    case Why::OwnWork:
        return withNames(RefusalWords::tr("It is your own work: somebody else says that it is "
                                          "right."),
                         names);
    case Why::OwnBlocker:
        return withNames(RefusalWords::tr("It is a blocker of your own: somebody else who may "
                                          "waive it says that it does not apply."),
                         names);
    case Why::SameRole:
        return RefusalWords::tr("The next one comes from another person, in another role.");
    case Why::AlreadyGiven: return RefusalWords::tr("You have already given that.");
    default: return RefusalWords::tr("Say first who you are.");
    }
}

QString planRefusal(const release::Refusal& refusal, const QString& names)
{
    switch (refusal.why) {
    case Why::NoSuchItem:
    case Why::NoSuchSection:
    case Why::NoSuchRule:
        return names.isEmpty() ? RefusalWords::tr("That is no longer there.")
                               : RefusalWords::tr("That is no longer there: %1.").arg(names);
    case Why::IsParent: return RefusalWords::tr("Its parts decide: this one follows them.");
    case Why::DoesNotApply:
        return RefusalWords::tr("That sign-off is not asked for: its condition does not hold.");
    case Why::NothingToCover: return RefusalWords::tr("There is nothing to override.");
    case Why::NothingToErase: return RefusalWords::tr("There is nothing left to erase.");
    case Why::CannotOverride:
        return RefusalWords::tr("Nobody can override that: without items, with a damaged ledger or "
                                "a plan that does not fit together it is never a go.");
    case Why::NotGo: return RefusalWords::tr("The gate says no.");
    case Why::WorkedOn:
        return RefusalWords::tr("Somebody has worked on it, and that is never forgotten: say that "
                                "it does not apply.");
    default:
        return withNames(RefusalWords::tr("The plan does not fit together. Mend it first:"), names);
    }
}

QString timeRefusal(const release::Refusal& refusal)
{
    if (refusal.why == Why::NoSuchTime)
        return RefusalWords::tr("A time is below nothing or above ten years.");
    const QString until = refusal.until ? whenText(*refusal.until) : QString();
    if (refusal.why == Why::TooFar)
        return RefusalWords::tr("That is too far ahead: until %1 at most.").arg(until);
    return until.isEmpty() ? RefusalWords::tr("It is too early.")
                           : RefusalWords::tr("It is too early: from %1 on.").arg(until);
}

} // namespace

QString refusalText(const release::Refusal& refusal, const release::Release& release)
{
    const QString names = namesOf(refusal, release);
    switch (refusal.why) {
    case Why::NoPerson:
    case Why::WrongRole:
    case Why::OwnWork:
    case Why::OwnBlocker:
    case Why::SameRole:
    case Why::AlreadyGiven: return roleRefusal(refusal, names);
    case Why::WrongState:
        return refusal.state
                   ? RefusalWords::tr("Not from its state now: %1.").arg(stateText(*refusal.state))
                   : RefusalWords::tr("Not as it stands now.");
    case Why::ReasonMissing: return RefusalWords::tr("It needs a reason.");
    case Why::ExpiryMissing: return RefusalWords::tr("It needs an end that lies ahead.");
    case Why::WaitsForItems: return RefusalWords::tr("It waits for %1.").arg(names);
    case Why::SectionShut:
        return RefusalWords::tr("Its section begins when the blockers before it are verified: %1.")
            .arg(names);
    case Why::EvidenceMissing:
    case Why::EvidenceExpired:
    case Why::EvidenceFailed: return evidenceRefusal(refusal, names);
    case Why::TooEarly:
    case Why::TooFar:
    case Why::NoSuchTime: return timeRefusal(refusal);
    case Why::NoSuchItem:
    case Why::NoSuchSection:
    case Why::NoSuchRule:
    case Why::IsParent:
    case Why::DoesNotApply:
    case Why::NothingToCover:
    case Why::NothingToErase:
    case Why::CannotOverride:
    case Why::NotGo:
    case Why::WorkedOn:
    case Why::PlanUnsound: break;
    }
    return planRefusal(refusal, names);
}

QString planFaultText(const release::PlanFault& fault, const release::Template& plan)
{
    using Kind = release::PlanFault::Kind;
    QStringList names;
    for (const QString& id : fault.ids)
        names += nameOf(id, plan);
    const QString first = names.value(0), second = names.value(1);
    switch (fault.kind) {
    case Kind::Cycle:
        return RefusalWords::tr("They would wait for each other for ever: %1.")
            .arg((names + QStringList(first)).join(QStringLiteral(" ← ")));
    case Kind::SectionTwice: return RefusalWords::tr("The section %1 is there twice.").arg(first);
    case Kind::ItemTwice: return RefusalWords::tr("The item %1 is there twice.").arg(first);
    case Kind::UnknownSection:
        return RefusalWords::tr("%1 stands in a section that is not there: %2.").arg(first, second);
    case Kind::UnknownParent:
        return RefusalWords::tr("%1 is part of something that is not there: %2.")
            .arg(first, second);
    case Kind::ParentElsewhere:
        return RefusalWords::tr("%1 is part of %2, which stands in another section.")
            .arg(first, second);
    case Kind::UnknownDependency:
        return RefusalWords::tr("%1 waits for something that is not there: %2.").arg(first, second);
    }
    return {};
}

} // namespace panels
