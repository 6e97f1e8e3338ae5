// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/release/release_fixture.h"

#include <algorithm>

namespace release_test {

using namespace release;

ItemId id(const char* name)
{
    return {QString::fromLatin1(name)};
}

ItemPlan plan(const char* name, ItemClass itemClass, std::vector<ItemId> after, const char* section)
{
    ItemPlan plan;
    plan.id = id(name);
    plan.title = plan.id.value;
    plan.section = QString::fromLatin1(section);
    plan.itemClass = itemClass;
    plan.after = std::move(after);
    return plan;
}

Release releaseWith(std::vector<ItemPlan> plans, std::vector<Section> sections)
{
    Template source;
    source.id = QStringLiteral("test");
    source.language = QStringLiteral("en");
    source.sections = std::move(sections);
    if (source.sections.empty())
        source.sections.push_back({QStringLiteral("s"), QStringLiteral("Section"), false});
    source.items = std::move(plans);
    return releaseOf(source, QStringLiteral("01KC00000000000000000000R1"), QStringLiteral("1.0"),
                     kNow);
}

Outline outlineOf(const Release& release)
{
    auto outline = Outline::of(release);
    if (!outline)
        qFatal("%s", qPrintable(outline.error().ids.join(u' ')));
    return *std::move(outline);
}

Item& item(Release& release, const char* name)
{
    return *std::find_if(release.items.begin(), release.items.end(), [name](const Item& each) {
        return each.plan.id.value == QLatin1StringView(name);
    });
}

quint64 printedSeed()
{
    const quint64 seed = qEnvironmentVariableIsSet("RELEVO_SEED")
                             ? qEnvironmentVariable("RELEVO_SEED").toULongLong()
                             : base::SystemRandom().below(1'000'000'000);
    qInfo("seed %llu (RELEVO_SEED repeats it)", seed);
    return seed;
}

int chosen(base::Random& random, int bound)
{
    return static_cast<int>(random.below(static_cast<quint64>(bound)));
}

} // namespace release_test
