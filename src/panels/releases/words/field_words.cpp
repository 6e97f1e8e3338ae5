// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/field_words.h"

#include "panels/releases/words/release_words.h"

#include <QCoreApplication>

namespace panels {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString plannedField(release::Field field)
{
    using release::Field;
    switch (field) {
    case Field::Section: return FieldWords::tr("Section");
    case Field::Parent: return FieldWords::tr("Part of");
    case Field::Title: return FieldWords::tr("Title");
    case Field::Acceptance: return FieldWords::tr("Acceptance");
    case Field::Class: return FieldWords::tr("Class");
    case Field::Priority: return FieldWords::tr("Priority");
    case Field::Role: return FieldWords::tr("Role");
    case Field::Estimate: return FieldWords::tr("Estimate, minutes");
    case Field::DueWithin: return FieldWords::tr("Due within, minutes");
    case Field::After: return FieldWords::tr("Waits for");
    case Field::Tags: return FieldWords::tr("Tags");
    case Field::EvidenceKind: return FieldWords::tr("Evidence asked for");
    case Field::EvidenceValidity: return FieldWords::tr("Evidence holds, minutes");
    case Field::Checks: return FieldWords::tr("Checks");
    default: return FieldWords::tr("After the go");
    }
}

/// A name on disk in words, where it is one.
template <class E>
QString worded(const QString& name, QString (*text)(E))
{
    const auto value = release::ofName<E>(name);
    return value ? text(*value) : name;
}

QString valueText(release::Field field, const QString& value)
{
    using release::Field;
    switch (field) {
    case Field::Class: return worded<release::ItemClass>(value, classText);
    case Field::Priority: return worded<release::Priority>(value, priorityText);
    case Field::Role: return worded<release::Role>(value, releaseRoleText);
    case Field::State: return worded<release::State>(value, stateText);
    case Field::EvidenceKind: return worded<release::EvidenceKind>(value, evidenceKindText);
    case Field::AfterGo:
        return value == QLatin1String("yes")  ? FieldWords::tr("Yes")
               : value == QLatin1String("no") ? FieldWords::tr("No")
                                              : value;
    default: return value;
    }
}

} // namespace

QString fieldText(release::Field field)
{
    using release::Field;
    switch (field) {
    case Field::State: return FieldWords::tr("State");
    case Field::Owner: return FieldWords::tr("Owner");
    case Field::Due: return FieldWords::tr("Due");
    case Field::Actual: return FieldWords::tr("Took, minutes");
    case Field::Doers: return FieldWords::tr("Done by");
    case Field::Verifier: return FieldWords::tr("Verified by");
    case Field::Reason: return FieldWords::tr("Reason");
    case Field::Waiver: return FieldWords::tr("Waiver");
    case Field::Evidence: return FieldWords::tr("Evidence");
    default: return plannedField(field);
    }
}

QString changeText(const release::FieldChange& change)
{
    const auto shown = [&](const QString& value) {
        return value.isEmpty() ? QStringLiteral("–") : valueText(change.field, value);
    };
    return QStringLiteral("%1: %2 → %3")
        .arg(fieldText(change.field), shown(change.before), shown(change.after));
}

} // namespace panels
