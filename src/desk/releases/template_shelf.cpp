// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/template_shelf.h"

#include "release/outline.h"
#include "release/template_loader.h"

#include <QFile>

#include <algorithm>

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
                shelved->push_back(
                    {.plan = plan ? *std::move(plan)
                                  : release::Template{.id = row.id, .version = row.version},
                     .savedAt = row.savedAt,
                     .byName = m_context.nameOf(row.savedBy),
                     .fault = plan ? QString() : plan.error().detail});
            }
            std::ranges::stable_sort(*shelved, isBefore);
            done(*std::move(shelved));
        }));
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

void TemplateShelf::save(const Badge& badge, release::Template plan,
                         const SharedReply<ShelvedTemplate>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EditTemplates);
    if (!by) {
        reply->answer(base::fail(by.error()));
        return;
    }
    plan.title = plan.title.trimmed();
    // Only what can be read again is kept.
    const auto again = release::loadTemplates(release::writtenTemplate(plan), plan.language);
    const bool isKnown = plan.language == u"es" || plan.language == u"en";
    if (plan.title.isEmpty() || !isKnown || !again || !release::Outline::of(plan)) {
        reply->answer(base::fail(base::Code::Invalid,
                                 again ? QStringLiteral("a title, and items that fit together")
                                       : again.error().detail));
        return;
    }
    const QString language = plan.language;
    all(language, [this, by = *by, plan = std::move(plan),
                   reply](const base::Result<Shelved>& shelved) mutable {
        if (!shelved) {
            reply->answer(base::fail(shelved.error()));
            return;
        }
        plan.version = 1;
        for (const ShelvedTemplate& each : *shelved) {
            if (each.plan.id == plan.id)
                plan.version = std::max(plan.version, each.plan.version + 1);
        }
        keep(by, std::move(plan), reply);
    });
}

// Two at the same moment get the same number: the store takes one, the other is told Conflict.
void TemplateShelf::keep(base::PersonId by, release::Template plan,
                         const SharedReply<ShelvedTemplate>& reply)
{
    const base::WallTime now = m_context.clock.wall();
    ShelvedTemplate shelved{
        .plan = std::move(plan), .savedAt = now, .byName = m_context.nameOf(by)};
    const auto& kept = shelved.plan;
    m_context.store.saveReleaseTemplate(
        {.id = kept.id,
         .language = kept.language,
         .version = kept.version,
         .record = release::writtenTemplate(kept),
         .savedAt = now,
         .savedBy = by},
        m_context.caller.expect<void>(
            [this, shelved, reply](const base::Result<void>& saved) mutable {
                if (!saved) {
                    reply->answer(base::fail(saved.error()));
                    return;
                }
                m_hub.changed({.releases = true});
                reply->answer(std::move(shelved));
            }));
}

} // namespace desk
