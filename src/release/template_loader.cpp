// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/template_loader.h"

#include "release/outline.h"
#include "release/planning.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace release {

namespace {

constexpr int kDeepest = 100; ///< children in children
const QString kSchema = QStringLiteral("relevo.release/1");

/// Reads one template or strategy; keeps the first thing that is wrong, with its place.
class TemplateReader
{
public:
    explicit TemplateReader(QString language) : m_language(std::move(language)) {}

    [[nodiscard]] base::Result<Template> read(const QJsonObject& root, const QJsonObject& strategy);

private:
    void fail(const QString& place, const QString& what)
    {
        if (m_error.isEmpty())
            m_error = place + QStringLiteral(": ") + what;
    }
    [[nodiscard]] QString text(const QJsonValue& value) const;
    [[nodiscard]] QString title(const QJsonObject& json, const QString& place);
    template <class E>
    std::optional<E> name(const QJsonValue& value, const QString& place);
    [[nodiscard]] std::optional<minutes> hours(const QJsonValue& value, const QString& place);
    [[nodiscard]] minutes minutesIn(const QJsonValue& value, const QString& place);

    void readSections(const QJsonArray& sections);
    void readItems(const QJsonArray& items, const QString& section, const ItemId& parent,
                   int depth);
    [[nodiscard]] ItemPlan readItem(const QJsonObject& json, const QString& place);
    void readChecks(const QJsonArray& checks, ItemPlan& plan, const QString& place);
    void readSignOffs(const QJsonArray& rules);
    void readCanary(const QJsonObject& canary);
    void readRollback(const QJsonObject& rollback);
    [[nodiscard]] Watch readWatch(const QJsonObject& json, const QString& place);
    void checkPlan();

    QString m_language, m_error;
    QJsonObject m_changes; ///< of the strategy, by item
    Template m_template;
};

QString TemplateReader::text(const QJsonValue& value) const
{
    if (value.isString())
        return value.toString();
    const QJsonObject both = value.toObject();
    QString own = both.value(m_language).toString();
    if (!own.isEmpty() || both.isEmpty())
        return own;
    return both.begin().value().toString();
}

QString TemplateReader::title(const QJsonObject& json, const QString& place)
{
    QString title = text(json.value(u"title")).trimmed();
    if (title.isEmpty())
        fail(place, QStringLiteral("has no title"));
    return title;
}

template <class E>
std::optional<E> TemplateReader::name(const QJsonValue& value, const QString& place)
{
    if (value.isUndefined())
        return std::nullopt;
    const auto found = ofName<E>(value.toString());
    if (!found)
        fail(place, QStringLiteral("knows no '%1'").arg(value.toString().left(40)));
    return found;
}

/// Nothing where there is none.
std::optional<minutes> TemplateReader::hours(const QJsonValue& value, const QString& place)
{
    if (value.isUndefined())
        return std::nullopt;
    return minutesIn(value.isDouble() ? QJsonValue(value.toDouble() * 60) : value, place);
}

minutes TemplateReader::minutesIn(const QJsonValue& value, const QString& place)
{
    const double number = value.toDouble(0);
    const bool isNone = value.isUndefined() || value.isDouble();
    if (!isNone || !(number >= 0 && number <= static_cast<double>(kLongestTime.count()))) {
        fail(place, QStringLiteral("has a time below nothing or above ten years"));
        return minutes(0);
    }
    return minutes(static_cast<qint64>(number));
}

void TemplateReader::readSections(const QJsonArray& sections)
{
    for (const auto& value : sections) {
        const QJsonObject json = value.toObject();
        Section section;
        section.id = json.value(u"id").toString();
        const QString place = QStringLiteral("section ") + section.id;
        section.title = title(json, place);
        section.waitsForPrevious = json.value(u"waitsForPrevious").toBool();
        m_template.sections.push_back(section);
        readItems(json.value(u"items").toArray(), section.id, {}, 0);
    }
}

void TemplateReader::readItems(const QJsonArray& items, const QString& section,
                               const ItemId& parent, int depth)
{
    if (depth > kDeepest)
        return fail(QStringLiteral("item ") + parent.value, QStringLiteral("is too deep"));
    for (const auto& value : items) {
        if (!m_error.isEmpty())
            return;
        QJsonObject json = value.toObject();
        const QString id = json.value(u"id").toString();
        const QJsonObject changes = m_changes.take(id).toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            json.insert(it.key(), it.value());
        ItemPlan plan = readItem(json, QStringLiteral("item ") + id);
        plan.section = section;
        plan.parent = parent.isValid() ? parent : ItemId{json.value(u"parent").toString()};
        if (m_template.items.size() >= kMostItems)
            return fail(QStringLiteral("items"), QStringLiteral("are too many"));
        m_template.items.push_back(plan);
        readItems(json.value(u"children").toArray(), section, plan.id, depth + 1);
    }
}

ItemPlan TemplateReader::readItem(const QJsonObject& json, const QString& place)
{
    ItemPlan plan;
    plan.id.value = json.value(u"id").toString();
    if (!plan.id.isValid())
        fail(QStringLiteral("an item"), QStringLiteral("has no id"));
    plan.title = title(json, place);
    plan.acceptance = text(json.value(u"acceptance"));
    plan.itemClass = name<ItemClass>(json.value(u"class"), place).value_or(ItemClass::Required);
    plan.priority = name<Priority>(json.value(u"priority"), place).value_or(Priority::Medium);
    plan.role = name<Role>(json.value(u"role"), place);
    plan.estimate = hours(json.value(u"estimateHours"), place);
    plan.dueWithin = hours(json.value(u"dueHours"), place);
    plan.evidence = name<EvidenceKind>(json.value(u"evidence"), place);
    plan.evidenceValidity = hours(json.value(u"evidenceHours"), place).value_or(minutes(0));
    plan.isAfterGo = json.value(u"afterGo").toBool();
    const QJsonArray after = json.value(u"after").toArray();
    for (const auto& other : after)
        plan.after.push_back({other.toString()});
    const QJsonArray tags = json.value(u"tags").toArray();
    for (const auto& tag : tags)
        plan.tags.append(tag.toString());
    readChecks(json.value(u"checks").toArray(), plan, place);
    return plan;
}

void TemplateReader::readChecks(const QJsonArray& checks, ItemPlan& plan, const QString& place)
{
    QStringList ids;
    for (const auto& value : checks) {
        const QJsonObject json = value.toObject();
        CheckPlan check;
        check.id = json.value(u"id").toString();
        check.title = text(json.value(u"title"));
        const auto kind = name<CheckKind>(json.value(u"kind"), place);
        if (!kind || check.id.isEmpty() || ids.contains(check.id))
            fail(place, QStringLiteral("has a check without a kind, or without an id of its own"));
        check.kind = kind.value_or(CheckKind::Http);
        check.parameters = json.value(u"parameters").toObject();
        ids.append(check.id);
        plan.checks.push_back(std::move(check));
    }
}

void TemplateReader::readSignOffs(const QJsonArray& rules)
{
    for (const auto& value : rules) {
        const QJsonObject json = value.toObject();
        SignOffRule rule;
        rule.id = json.value(u"id").toString();
        const QString place = QStringLiteral("sign-off ") + rule.id;
        rule.title = title(json, place);
        rule.needed = json.value(u"needed").toInt(1);
        rule.areRolesDistinct = json.value(u"distinctRoles").toBool();
        rule.applies = json.value(u"applies").toBool(true);
        rule.condition = text(json.value(u"condition"));
        const QJsonArray roles = json.value(u"roles").toArray();
        for (const auto& role : roles) {
            if (const auto known = name<Role>(role, place))
                rule.roles.push_back(*known);
        }
        const QJsonArray sections = json.value(u"sections").toArray();
        for (const auto& section : sections)
            rule.sections.append(section.toString());
        const QJsonArray items = json.value(u"items").toArray();
        for (const auto& item : items)
            rule.items.append(item.toString());
        if (!canBeMet(rule))
            fail(place, QStringLiteral("nobody signs"));
        m_template.signOffs.push_back(std::move(rule));
    }
}

Watch TemplateReader::readWatch(const QJsonObject& json, const QString& place)
{
    Watch watch;
    watch.id = json.value(u"id").toString();
    watch.title = title(json, place);
    watch.figure = json.value(u"figure").toString();
    watch.side = name<Side>(json.value(u"badWhen"), place).value_or(Side::Above);
    watch.limit = json.value(u"limit").toDouble();
    watch.isOfBaseline = json.value(u"ofBaseline").toBool();
    watch.andGrowing = json.value(u"andGrowing").toBool();
    watch.sustained = minutesIn(json.value(u"sustainedMinutes"), place);
    if (watch.figure.isEmpty() || !json.value(u"limit").isDouble())
        fail(place, QStringLiteral("needs a figure and a limit"));
    return watch;
}

void TemplateReader::readCanary(const QJsonObject& canary)
{
    const QJsonArray stages = canary.value(u"stages").toArray();
    int before = 0;
    for (const auto& value : stages) {
        const QJsonObject json = value.toObject();
        const CanaryStage stage{json.value(u"percent").toInt(),
                                minutesIn(json.value(u"minutes"), QStringLiteral("canary"))};
        if (stage.percent <= before || stage.percent > 100)
            fail(QStringLiteral("canary"), QStringLiteral("each stage takes more, up to 100 %"));
        before = stage.percent;
        m_template.canary.stages.push_back(stage);
    }
    if (!stages.isEmpty() && before != 100)
        fail(QStringLiteral("canary"), QStringLiteral("the last stage takes 100 %"));
    const QJsonArray watches = canary.value(u"watches").toArray();
    for (const auto& value : watches)
        m_template.canary.watches.push_back(
            readWatch(value.toObject(), QStringLiteral("canary's watch")));
}

void TemplateReader::readRollback(const QJsonObject& rollback)
{
    const QJsonArray triggers = rollback.value(u"triggers").toArray();
    for (const auto& value : triggers) {
        const QJsonObject json = value.toObject();
        RollbackTrigger trigger;
        trigger.id = json.value(u"id").toString();
        const QString place = QStringLiteral("trigger ") + trigger.id;
        trigger.title = title(json, place);
        trigger.firstStep = text(json.value(u"firstStep"));
        if (json.contains(u"watch")) {
            QJsonObject watch = json.value(u"watch").toObject();
            watch.insert(QStringLiteral("id"), trigger.id);
            watch.insert(QStringLiteral("title"), trigger.title);
            trigger.watch = readWatch(watch, place);
        }
        m_template.rollback.triggers.push_back(std::move(trigger));
    }
    const QJsonArray steps = rollback.value(u"steps").toArray();
    for (const auto& value : steps) {
        const QJsonObject json = value.toObject();
        const QString place = QStringLiteral("rollback's step");
        m_template.rollback.steps.push_back(
            {title(json, place), minutesIn(json.value(u"minutes"), place), std::nullopt});
    }
}

void TemplateReader::checkPlan()
{
    if (!m_changes.isEmpty())
        fail(QStringLiteral("strategy ") + m_template.id,
             QStringLiteral("changes an unknown item: ") + m_changes.keys().front());
    if (!m_error.isEmpty())
        return;
    if (const auto outline = Outline::of(m_template); !outline)
        fail(nameText(outline.error().kind), outline.error().ids.join(QStringLiteral(", ")));
    for (const SignOffRule& rule : m_template.signOffs) {
        for (const QString& covered : rule.sections) {
            const bool isKnown =
                std::any_of(m_template.sections.begin(), m_template.sections.end(),
                            [&covered](const Section& each) { return each.id == covered; });
            if (!isKnown)
                fail(QStringLiteral("sign-off ") + rule.id,
                     QStringLiteral("no section ") + covered);
        }
        for (const QString& covered : rule.items) {
            if (std::ranges::none_of(m_template.items, [&covered](const ItemPlan& each) {
                    return each.id.value == covered;
                }))
                fail(QStringLiteral("sign-off ") + rule.id, QStringLiteral("no item ") + covered);
        }
    }
}

base::Result<Template> TemplateReader::read(const QJsonObject& root, const QJsonObject& strategy)
{
    const QJsonObject& head = strategy.isEmpty() ? root : strategy;
    m_changes = strategy.value(u"items").toObject();
    m_template.id = head.value(u"id").toString();
    m_template.version = root.value(u"version").toInt();
    m_template.language = m_language;
    m_template.title = title(head, QStringLiteral("template ") + m_template.id);
    m_template.description = text(head.value(u"description"));
    if (m_template.id.isEmpty() || m_template.version < 1)
        fail(QStringLiteral("template"), QStringLiteral("needs an id and a version from 1 on"));
    readSections(root.value(u"sections").toArray());
    readSignOffs(root.value(u"signOffs").toArray());
    readCanary(root.value(u"canary").toObject());
    readRollback(root.value(u"rollback").toObject());
    checkPlan();
    if (!m_error.isEmpty())
        return base::fail(base::Code::Invalid, m_error);
    return std::move(m_template);
}

} // namespace

base::Result<std::vector<Template>> loadTemplates(const QByteArray& json, const QString& language)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(u"schema").toString() != kSchema)
        return base::fail(base::Code::Invalid, QStringLiteral("not of schema ") + kSchema);
    std::vector<Template> templates;
    QJsonArray heads{QJsonObject()};
    const QJsonArray strategies = root.value(u"strategies").toArray();
    for (const auto& strategy : strategies)
        heads.append(strategy);
    for (const auto& head : heads) {
        auto read = TemplateReader(language).read(root, head.toObject());
        if (!read)
            return base::fail(read.error());
        templates.push_back(*std::move(read));
    }
    return templates;
}

} // namespace release
