// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/template_shelf.h"

#include "desk/releases/evidence.h"
#include "release/outline.h"
#include "release/template_loader.h"

#include <QFile>

#include <algorithm>
#include <map>

// Resources of a static library are registered from outside any namespace.
static void initReleaseTemplates()
{
    Q_INIT_RESOURCE(releases);
}

namespace desk {

namespace {

bool isBefore(const ShelvedTemplate& a, const ShelvedTemplate& b)
{
    return a.plan.id != b.plan.id ? a.plan.id < b.plan.id : a.plan.version > b.plan.version;
}

/// What came with the program; a test holds that it can be read.
base::Result<std::vector<ShelvedTemplate>> shipped(const QString& language)
{
    std::vector<ShelvedTemplate> shelved;
    for (const char* name : {":/releases/deployment.json", ":/releases/desktop.json"}) {
        QFile file(QString::fromLatin1(name));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::Code::NotFound, file.fileName());
        auto templates = release::loadTemplates(file.readAll(), language);
        if (!templates)
            return base::fail(templates.error());
        for (release::Template& plan : *templates)
            shelved.push_back({.plan = std::move(plan), .isShipped = true});
    }
    return shelved;
}

base::Result<release::Template> templateOf(const store::ReleaseTemplateRow& row)
{
    auto templates = release::loadTemplates(row.record, row.language);
    if (!templates)
        return base::fail(templates.error());
    release::Template plan = std::move(templates->front());
    plan.version = row.version;
    return plan;
}

/// Only what can be read again is kept, and no secrets: everybody reads it.
base::Result<void> fitsTheShelf(const release::Template& plan, const QString& language)
{
    const bool isSecret = holdsSecret(textsOf(plan).join(u'\n')) ||
                          std::ranges::any_of(plan.items, [](const release::ItemPlan& item) {
                              return holdsSecret(item);
                          });
    if (isSecret)
        return base::fail(base::Code::Refused, QStringLiteral("a secret is no part of a plan"));
    const auto again = release::loadTemplates(release::writtenTemplate(plan), plan.language);
    if (!again)
        return base::fail(base::Code::Invalid, again.error().detail);
    const bool isKnown = plan.language == u"es" || plan.language == u"en";
    if (plan.title.isEmpty() || !isKnown || plan.language != language ||
        !release::Outline::of(plan))
        return base::fail(base::Code::Invalid,
                          QStringLiteral("a title, and items that fit together"));
    return {};
}

} // namespace

QByteArray releaseWords()
{
    initReleaseTemplates();
    QFile file(QStringLiteral(":/releases/words/words.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TemplateShelf::TemplateShelf(Context& context, Hub& hub, People& people)
    : m_context(context), m_hub(hub), m_people(people)
{
    initReleaseTemplates();
}

void TemplateShelf::all(const QString& language, std::function<void(base::Result<Shelved>)> done)
{
    using Rows = std::vector<store::ReleaseTemplateRow>;
    m_context.store.releaseTemplates(
        language, m_context.caller.expect<Rows>([this, language, done = std::move(done)](
                                                    const base::Result<Rows>& rows) {
            auto shelved =
                rows ? shipped(language) : base::Result<Shelved>(base::fail(rows.error()));
            if (!shelved) {
                done(base::fail(shelved.error()));
                return;
            }
            for (const auto& row : *rows) {
                auto plan = templateOf(row);
                const QString fault = plan ? QString() : plan.error().detail;
                shelved->push_back(
                    {.plan = plan ? *std::move(plan)
                                  : release::Template{.id = row.id, .version = row.version},
                     .savedAt = row.savedAt,
                     .byName = m_context.nameOf(row.savedBy),
                     .fault = fault});
            }
            for (ShelvedTemplate& each : *shelved)
                each.leftOut = leftOutOf(each.plan.items);
            std::ranges::stable_sort(*shelved, isBefore);
            done(*std::move(shelved));
        }));
}

std::vector<release::LeftOut> TemplateShelf::leftOutOf(std::vector<release::ItemPlan> items) const
{
    const auto& isOffered = m_context.options.offersCheck;
    return isOffered ? release::leaveOut(items, isOffered) : std::vector<release::LeftOut>();
}

// It hides no other, and its number stays taken.
bool TemplateShelf::isBroken(const ShelvedTemplate& each) const
{
    if (!each.fault.isEmpty())
        m_context.log.error("desk", "template_unreadable",
                            {{"template", each.plan.id},
                             {"version", QString::number(each.plan.version)},
                             {"detail", each.fault}});
    return !each.fault.isEmpty();
}

void TemplateShelf::list(const QString& language,
                         const SharedReply<std::vector<ShelvedTemplate>>& reply)
{
    all(language, [this, reply](base::Result<Shelved> shelved) {
        if (shelved)
            std::erase_if(*shelved, [this](const ShelvedTemplate& each) { return isBroken(each); });
        reply->answer(std::move(shelved));
    });
}

void TemplateShelf::save(const Badge& badge, std::vector<release::Template> plans,
                         const SharedReply<std::vector<ShelvedTemplate>>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EditTemplates);
    if (!by || plans.empty()) {
        reply->answer(by ? base::Result<Shelved>(Shelved())
                         : base::Result<Shelved>(base::fail(by.error())));
        return;
    }
    const QString language = plans.front().language;
    for (release::Template& plan : plans) {
        plan.title = plan.title.trimmed();
        if (const auto fits = fitsTheShelf(plan, language); !fits) {
            reply->answer(base::fail(fits.error()));
            return;
        }
    }
    all(language, [this, by = *by, plans = std::move(plans),
                   reply](const base::Result<Shelved>& shelved) mutable {
        if (!shelved) {
            reply->answer(base::fail(shelved.error()));
            return;
        }
        std::map<QString, int> newest;
        for (const ShelvedTemplate& each : *shelved)
            newest[each.plan.id] = std::max(newest[each.plan.id], each.plan.version);
        for (release::Template& plan : plans)
            plan.version = ++newest[plan.id];
        keep(by, std::move(plans), reply);
    });
}

// Two at the same moment get the same number: the store takes one, the other is told Conflict.
void TemplateShelf::keep(base::PersonId by, std::vector<release::Template> plans,
                         const SharedReply<Shelved>& reply)
{
    const base::WallTime now = m_context.clock.wall();
    std::vector<store::ReleaseTemplateRow> rows;
    Shelved shelved;
    for (release::Template& plan : plans) {
        rows.push_back({.id = plan.id,
                        .language = plan.language,
                        .version = plan.version,
                        .record = release::writtenTemplate(plan),
                        .savedAt = now,
                        .savedBy = by});
        shelved.push_back(
            {.plan = std::move(plan), .savedAt = now, .byName = m_context.nameOf(by)});
        shelved.back().leftOut = leftOutOf(shelved.back().plan.items);
    }
    m_context.store.saveReleaseTemplates(
        std::move(rows),
        m_context.caller.expect<void>(
            [this, shelved = std::move(shelved), reply](const base::Result<void>& saved) mutable {
                if (!saved) {
                    reply->answer(base::fail(saved.error()));
                    return;
                }
                m_hub.changed({.releases = true});
                reply->answer(std::move(shelved));
            }));
}

} // namespace desk
