// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/templates/fault_words.h"

#include "panels/releases/words/refusal_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace panels {

namespace {

struct FaultWords {
    Q_DECLARE_TR_FUNCTIONS(TemplateFaults)
};

/// What has this id in the part that the fault is in.
QString titleAt(const release::TemplateFault& fault, const release::Template& plan)
{
    using Part = release::TemplateFault::Part;
    QString title;
    const auto look = [&](const auto& all) {
        for (const auto& each : all) {
            if (each.id == fault.id)
                title = each.title;
        }
    };
    switch (fault.part) {
    case Part::Head: title = plan.title; break;
    case Part::Items:
        for (const release::ItemPlan& each : plan.items) {
            if (each.id.value == fault.id)
                title = each.title;
        }
        break;
    case Part::Sections: look(plan.sections); break;
    case Part::SignOffs: look(plan.signOffs); break;
    case Part::Canary: look(plan.canary.watches); break;
    case Part::Rollback: look(plan.rollback.triggers); break;
    }
    return title.isEmpty() ? QString() : QStringLiteral("«%1»: ").arg(title);
}

} // namespace

QString templateFaultText(const release::TemplateFault& fault, const release::Template& plan)
{
    using Kind = release::TemplateFault::Kind;
    const QString at = titleAt(fault, plan);
    switch (fault.kind) {
    case Kind::NoTitle: return FaultWords::tr("A template needs a title.");
    case Kind::NoItems:
        return FaultWords::tr("A template needs an item at least: nothing to do is never a go.");
    case Kind::TooManyItems: return FaultWords::tr("These are too many items for one template.");
    case Kind::Untitled: return FaultWords::tr("Something here has no title yet.");
    case Kind::Unsound: return planFaultText(fault.plan, plan);
    case Kind::NobodySigns: return at + FaultWords::tr("no role may sign it.");
    case Kind::CoversUnknown: return at + FaultWords::tr("it covers something that is not there.");
    case Kind::StagesFall:
        return FaultWords::tr("Each stage takes a bigger share than the one before: no two the "
                              "same.");
    case Kind::NotForAll: return FaultWords::tr("The last stage takes 100 %.");
    case Kind::NoFigure: return at + FaultWords::tr("it watches no figure.");
    case Kind::NoSuchTime:
        return at + FaultWords::tr("a time is below nothing or above ten years.");
    }
    return {};
}

} // namespace panels
