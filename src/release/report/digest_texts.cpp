// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/digest_texts.h"

#include "release/report/report.h"
#include "release/report/report_texts.h"

#include <algorithm>

namespace release {

namespace {

QString checkTitle(const Release& release, const RoundFault& fault)
{
    for (const Item& item : release.items) {
        if (item.plan.id != fault.item)
            continue;
        const auto check =
            std::find_if(item.plan.checks.begin(), item.plan.checks.end(),
                         [&fault](const CheckPlan& each) { return each.id == fault.check; });
        if (check != item.plan.checks.end() && !check->title.isEmpty())
            return check->title;
    }
    return fault.check;
}

} // namespace

std::vector<DayText> digestTexts(const Release& release, const std::vector<DayDigest>& days,
                                 const ReportWords& words)
{
    const ItemTitles titles(release);
    std::vector<DayText> texts;
    for (const DayDigest& day : days) {
        const QString number = QString::number(texts.size() + 1);
        DayText text;
        text.summary = day.wasLookedAt()
                           ? words.label("digest_day", {{"day", number},
                                                        {"passed", QString::number(day.passed)},
                                                        {"failed", QString::number(day.failed)}})
                           : words.label("digest_nobody", {{"day", number}});
        for (const RoundFault& fault : day.faults)
            text.details += words.label("digest_fault", {{"when", timeText(fault.at)},
                                                         {"check", checkTitle(release, fault)},
                                                         {"item", titles.of(fault.item)}});
        for (const WorstReading& worst : day.worst)
            text.details += words.label("digest_worst",
                                        {{"figure", worst.title},
                                         {"value", QString::number(worst.reading.value, 'g', 6)},
                                         {"when", timeText(worst.reading.at)}});
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace release
