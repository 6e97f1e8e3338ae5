// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/planned.h"

#include <utility>

namespace panels {

Planned plannedIn(OpenRelease& open)
{
    Planned planned;
    planned.plan = [&open] {
        release::Template plan;
        plan.sections = open.release().sections;
        for (const release::Item& item : open.release().items)
            plan.items.push_back(item.plan);
        plan.signOffs = open.release().signOffs;
        return plan;
    };
    planned.act = [&open](release::Deed deed, OpenRelease::Done done) {
        open.act(std::move(deed), std::move(done));
    };
    for (const release::Signature& each : open.release().signatures)
        planned.signedRules += each.rule;
    return planned;
}

} // namespace panels
