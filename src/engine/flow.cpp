// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow.h"

#include "base/json.h"
#include "engine/flow_loader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

namespace {

constexpr qsizetype kMaxFlowBytes = 4 << 20;
constexpr std::array kFactNames{
    "person_on_duty", "smart_mode",      "open",          "basic_left",    "advanced_left",
    "assisted_left",  "technician_left", "step_assisted", "guide_known",   "wait_known",
    "email_known",    "whatsapp_known",  "shop_known",    "queued_text",   "waiting",
    "unserved",       "closed",          "resolved",      "article_found", "more_problems"};
static_assert(kFactNames.size() == kFacts);

constexpr qsizetype kMaxStepText = 90;

} // namespace

const char* factName(Fact fact) noexcept
{
    return kFactNames[static_cast<std::size_t>(fact)];
}

base::Result<Flow> Flow::load(const QByteArray& flowJson, const QList<QByteArray>& catalogueJson)
{
    if (flowJson.size() > kMaxFlowBytes)
        return base::fail(base::Code::Invalid, QStringLiteral("flow: larger than 4 MB"));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(flowJson, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return base::fail(base::Code::Invalid,
                          QStringLiteral("flow: not JSON: ") + error.errorString());
    auto catalogue = Catalogue::load(catalogueJson);
    if (!catalogue)
        return base::fail(catalogue.error());
    return FlowLoader(std::move(*catalogue)).read(document.object());
}

QByteArray bundleFlow(const QByteArray& flowJson, const std::vector<QByteArray>& catalogueJson)
{
    base::JsonWriter json;
    json.beginObject().member("schema", "relevo.bundle/1").key("flow");
    json.raw(std::string_view(flowJson.constData(), static_cast<std::size_t>(flowJson.size())));
    json.key("catalogue").beginArray();
    for (const auto& file : catalogueJson)
        json.raw(std::string_view(file.constData(), static_cast<std::size_t>(file.size())));
    json.endArray().endObject();
    return QByteArray::fromStdString(json.text());
}

base::Result<Flow> Flow::loadBundle(const QByteArray& bundle)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bundle, &error);
    const auto root = document.object();
    if (error.error != QJsonParseError::NoError ||
        root.value(u"schema").toString() != u"relevo.bundle/1")
        return base::fail(base::Code::Invalid,
                          QStringLiteral("flow: not of schema relevo.bundle/1"));
    QList<QJsonObject> files;
    const auto list = root.value(u"catalogue").toArray();
    for (const auto& file : list)
        files.append(file.toObject());
    auto catalogue = Catalogue::load(files);
    if (!catalogue)
        return base::fail(catalogue.error());
    return FlowLoader(std::move(*catalogue)).read(root.value(u"flow").toObject());
}

QList<Option> Flow::giveBackStages(QStringView language) const
{
    QList<Option> list;
    for (const auto& stage : m_stages) {
        if (!stage.label.isEmpty())
            list.append({stage.id, stage.label.plain(languageOf(language))});
    }
    return list;
}

QString Flow::stageText(const QString& id, QStringView language) const
{
    const int index = stageIndex(id);
    return index < 0 || stage(index).label.isEmpty()
               ? id
               : stage(index).label.plain(languageOf(language));
}

const Choice* Flow::choiceThatSets(const QString& slot, const QString& value) const
{
    const auto sets = [&](const Choice& choice) {
        return std::find(choice.sets.begin(), choice.sets.end(), std::pair(slot, value)) !=
               choice.sets.end();
    };
    for (const auto& stage : m_stages) {
        const auto choice = std::find_if(stage.options.begin(), stage.options.end(), sets);
        if (choice != stage.options.end())
            return &*choice;
    }
    const auto command = std::find_if(m_commands.begin(), m_commands.end(), sets);
    return command == m_commands.end() ? nullptr : &*command;
}

QString Flow::slotText(const QString& slot, const QString& value, QStringView language) const
{
    const auto wanted = languageOf(language);
    for (std::size_t i = 0; i < kTermKinds; ++i) {
        const auto kind = static_cast<TermKind>(i);
        const auto* term = slot == slotOfTerm(kind) ? m_catalogue.term(kind, value) : nullptr;
        if (term)
            return term->label.plain(wanted);
    }
    const auto* choice = choiceThatSets(slot, value);
    return choice ? choice->label.plain(wanted) : value;
}

QString Flow::stepText(const QString& step, QStringView language) const
{
    const auto* item = m_catalogue.step(step);
    if (!item)
        return step;
    const QString& text = item->text.plain(languageOf(language));
    const qsizetype stop = text.indexOf(u'.');
    const qsizetype end =
        stop > 0 && stop < kMaxStepText ? stop : std::min(kMaxStepText, text.size());
    return end < text.size() && end != stop ? text.left(end).trimmed() + u'…' : text.left(end);
}

} // namespace engine
