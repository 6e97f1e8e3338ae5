// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_commands/plan_options.h"

#include "app/release_commands/deed_command.h"
#include "release/planning.h"
#include "release/template_loader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app {

namespace {

using release::ItemId;
using release::ItemPlan;

constexpr int kMostSigners = 99;
constexpr QStringView kInput = u"/dev/stdin"; ///< "-" takes away, as in every option here

/// Reads options one by one, and keeps the first thing that is wrong.
class Options
{
public:
    explicit Options(const CommandContext& context) : m_context(context) {}

    [[nodiscard]] const base::Result<void>& verdict() const { return m_verdict; }
    void refuse(const base::Error& error)
    {
        if (m_verdict)
            m_verdict = base::fail(error);
    }

    /// Of an option that is given and takes nothing away; \return whether it was given.
    template <class Take>
    bool read(const char* name, Take take) const
    {
        if (!m_context.given.has(QString::fromLatin1(name)))
            return false;
        const QString text = optionText(m_context, name);
        take(text == u"-" ? QString() : text);
        return true;
    }
    void text(const char* name, QString& into) const
    {
        read(name, [&](const QString& said) { into = said.trimmed(); });
    }
    void list(const char* name, QStringList& into) const
    {
        read(name, [&](const QString& said) { into = listOf(said); });
    }
    template <class E>
    void name(const char* option, std::optional<E>& into)
    {
        read(option, [&](const QString& said) {
            into.reset();
            if (!said.isEmpty())
                into = nameIn<E>(said);
        });
    }
    template <class E>
    void name(const char* option, E& into)
    {
        read(option, [&](const QString& said) { into = nameIn<E>(said).value_or(into); });
    }
    void time(const char* option, std::optional<release::minutes>& into)
    {
        read(option, [&](const QString& said) {
            into.reset();
            if (said.isEmpty())
                return;
            if (const auto time = durationGiven(said))
                into = *time;
            else
                refuse(unknownWord(m_context, said,
                                   {QStringLiteral("90m"), QStringLiteral("2h"),
                                    QStringLiteral("3d"), QStringLiteral("-")}));
        });
    }
    void truth(const char* option, bool& into)
    {
        read(option, [&](const QString& said) {
            if (said != u"yes" && said != u"no")
                refuse(unknownWord(m_context, said, {QStringLiteral("yes"), QStringLiteral("no")}));
            into = said == u"yes";
        });
    }
    template <class E>
    std::optional<E> nameIn(const QString& said)
    {
        const auto found = nameGiven<E>(m_context, said);
        if (!found)
            refuse(found.error());
        return found ? std::optional(*found) : std::nullopt;
    }
    static QStringList listOf(const QString& said)
    {
        QStringList list;
        for (const QString& each : said.split(u',', Qt::SkipEmptyParts)) {
            if (!each.trimmed().isEmpty())
                list += each.trimmed();
        }
        return list;
    }

    /// By its id or its title.
    [[nodiscard]] QString section(const release::Release& release, const QString& said)
    {
        QStringList known;
        for (const release::Section& each : release.sections) {
            if (each.id == said || each.title == said)
                return each.id;
            known += each.id;
        }
        refuse(unknownWord(m_context, said, known));
        return {};
    }
    void knowsItems(const release::Release& release, const QStringList& ids)
    {
        for (const QString& id : ids) {
            const bool isKnown = std::ranges::any_of(
                release.items, [&id](const auto& each) { return each.plan.id.value == id; });
            if (!isKnown)
                refuse({base::Code::NotFound, QStringLiteral("no item ") + id});
        }
    }

private:
    const CommandContext& m_context;
    base::Result<void> m_verdict;
};

/// A list as a template has it: [{"id","title","kind","parameters"}]. Read by who reads templates.
base::Result<std::vector<release::CheckPlan>> checksIn(const QByteArray& json,
                                                       const QString& language)
{
    const auto list = QJsonDocument::fromJson(json);
    if (!list.isArray())
        return base::fail(base::Code::Invalid, QStringLiteral("not a list of checks in JSON"));
    const QString any = QStringLiteral("checks");
    const QJsonObject item{{QStringLiteral("id"), any},
                           {QStringLiteral("title"), any},
                           {QStringLiteral("checks"), list.array()}};
    const QJsonObject section{{QStringLiteral("id"), any},
                              {QStringLiteral("title"), any},
                              {QStringLiteral("items"), QJsonArray{item}}};
    const QJsonObject root{{QStringLiteral("schema"), QStringLiteral("relevo.release/1")},
                           {QStringLiteral("id"), any},
                           {QStringLiteral("version"), 1},
                           {QStringLiteral("title"), any},
                           {QStringLiteral("sections"), QJsonArray{section}}};
    const auto read = release::loadTemplates(QJsonDocument(root).toJson(), language);
    if (!read)
        return base::fail(read.error());
    return read->front().items.front().checks;
}

/// The standard input begins after the line that a passphrase may stand in.
void readChecks(CommandContext& context, Acting& acting, Options& options, ItemPlan& plan)
{
    const QString file = optionText(context, "checks");
    if (file == u"-")
        plan.checks.clear();
    if (file.isEmpty() || file == u"-")
        return;
    const auto bytes = file == kInput ? acting.restOfInput() : wholeDocument(context, file);
    auto checks = bytes ? checksIn(*bytes, context.given.language)
                        : base::Result<std::vector<release::CheckPlan>>(base::fail(bytes.error()));
    if (checks)
        plan.checks = *std::move(checks);
    else
        options.refuse(checks.error());
}

void readPlace(Options& options, const release::Release& release, ItemPlan& plan)
{
    const QString before = plan.section;
    options.read("section",
                 [&](const QString& said) { plan.section = options.section(release, said); });
    if (plan.section != before)
        plan.parent = {};
    options.text("parent", plan.parent.value);
    if (plan.parent.isValid())
        options.knowsItems(release, {plan.parent.value});
}

} // namespace

const std::vector<const char*>& itemOptions()
{
    static const std::vector<const char*> kAll{"title",      "section",  "parent",   "role",
                                               "class",      "priority", "estimate", "due-within",
                                               "acceptance", "tags",     "needs",    "evidence",
                                               "validity",   "checks",   "after-go"};
    return kAll;
}

base::Result<ItemPlan> itemGiven(CommandContext& context, Acting& acting,
                                 const release::Release& release, ItemPlan plan)
{
    Options options(context);
    readPlace(options, release, plan);
    options.text("title", plan.title);
    options.text("acceptance", plan.acceptance);
    options.name("class", plan.itemClass);
    options.name("priority", plan.priority);
    options.name("role", plan.role);
    options.name("evidence", plan.evidence);
    options.time("estimate", plan.estimate);
    options.time("due-within", plan.dueWithin);
    std::optional<release::minutes> validity = plan.evidenceValidity;
    options.time("validity", validity);
    plan.evidenceValidity = validity.value_or(release::minutes(0));
    options.truth("after-go", plan.isAfterGo);
    options.list("tags", plan.tags);
    options.read("needs", [&](const QString& said) {
        const QStringList ids = Options::listOf(said);
        options.knowsItems(release, ids);
        plan.after.clear();
        for (const QString& id : ids)
            plan.after.push_back({id});
    });
    readChecks(context, acting, options, plan);
    if (!options.verdict())
        return base::fail(options.verdict().error());
    if (plan.title.trimmed().isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("has no title"));
    return plan;
}

const std::vector<const char*>& ruleOptions()
{
    static const std::vector<const char*> kAll{"title", "role",      "needed",  "sections",
                                               "items", "condition", "applies", "distinct-roles"};
    return kAll;
}

base::Result<release::SignOffRule>
ruleGiven(const CommandContext& context, const release::Release& release, release::SignOffRule rule)
{
    Options options(context);
    options.text("title", rule.title);
    options.text("condition", rule.condition);
    options.truth("applies", rule.applies);
    options.truth("distinct-roles", rule.areRolesDistinct);
    options.read("role", [&](const QString& said) {
        rule.roles.clear();
        for (const QString& each : Options::listOf(said)) {
            if (const auto role = options.nameIn<release::Role>(each))
                rule.roles.push_back(*role);
        }
    });
    options.read("needed", [&](const QString& said) {
        rule.needed = said.toInt();
        if (rule.needed < 1 || rule.needed > kMostSigners)
            options.refuse({base::Code::Invalid, QStringLiteral("--needed ") + said});
    });
    options.read("sections", [&](const QString& said) {
        rule.sections.clear();
        for (const QString& each : Options::listOf(said))
            rule.sections += options.section(release, each);
    });
    options.read("items", [&](const QString& said) {
        rule.items = Options::listOf(said);
        options.knowsItems(release, rule.items);
    });
    if (!options.verdict())
        return base::fail(options.verdict().error());
    if (rule.title.isEmpty())
        rule.title = rule.id;
    if (!release::canBeMet(rule))
        return base::fail(base::Code::Invalid, QStringLiteral("nobody signs"));
    return rule;
}

} // namespace app
