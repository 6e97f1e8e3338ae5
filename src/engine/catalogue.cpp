// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace engine {

namespace {

constexpr qsizetype kMaxFileBytes = 4 << 20;

QString keyOfList(StepSet set, const QString& first)
{
    static const std::array<QString, 3> names{QStringLiteral("basic/"), QStringLiteral("advanced/"),
                                              QStringLiteral("guide/")};
    return names[static_cast<std::size_t>(set)] + first;
}

/// The enumerator whose name it is, of names in their order.
template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<QStringView, N>& names, QStringView name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::optional<Enum>() : static_cast<Enum>(at - names.begin());
}

std::optional<Risk> riskOf(QStringView name)
{
    constexpr std::array<QStringView, 4> kNames{u"none", u"low", u"medium", u"high"};
    return named<Risk>(kNames, name);
}

QStringList stringsOf(const QJsonValue& value)
{
    QStringList list;
    const auto array = value.toArray();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

base::Result<Term> termOf(const QJsonObject& object, const QString& code, const QJsonValue& label)
{
    Term term{.code = code};
    auto text = Text::load(label);
    if (code.isEmpty() || !text)
        return base::fail(base::Code::Invalid,
                          QStringLiteral("catalogue: a term without code or label: ") + code);
    term.label = std::move(*text);
    term.isFrequent = object.value(u"frequent").toBool();
    term.kindOf = object.value(u"kind_of").toString();
    term.device = object.value(u"device").toString();
    const auto phrases = object.value(u"phrases").toObject();
    for (std::size_t i = 0; i < kLanguages; ++i)
        term.phrases[i] = stringsOf(phrases.value(languageCode(static_cast<Language>(i))));
    return term;
}

/// A brand has one name and one list of phrases, whatever the language.
base::Result<Term> brandOf(const QJsonObject& object)
{
    const QString label = object.value(u"label").toString();
    QJsonObject inAll;
    for (std::size_t i = 0; i < kLanguages; ++i)
        inAll.insert(languageCode(static_cast<Language>(i)), label);
    auto term = termOf({}, object.value(u"code").toString(), inAll);
    if (!term)
        return term;
    term->phrases.fill(stringsOf(object.value(u"phrases")));
    const auto systems = object.value(u"systems").toObject();
    for (auto it = systems.begin(); it != systems.end(); ++it)
        term->systems.insert(it.key(), it.value().toString());
    return term;
}

} // namespace

std::optional<Skill> skillOf(QStringView name) noexcept
{
    constexpr std::array<QStringView, 3> kNames{u"basic", u"medium", u"advanced"};
    return named<Skill>(kNames, name);
}

Reach reachOf(const StepItem& step, Skill customer) noexcept
{
    if (step.skill <= customer)
        return Reach::Own;
    const bool isOneAbove = static_cast<int>(step.skill) == static_cast<int>(customer) + 1;
    return isOneAbove && step.risk <= Risk::Low ? Reach::WithHelp : Reach::Technician;
}

const QString& slotOfTerm(TermKind kind) noexcept
{
    static const std::array<QString, kTermKinds> names{
        QStringLiteral("problem"), QStringLiteral("device"), QStringLiteral("system"),
        QStringLiteral("topic"), QStringLiteral("brand")};
    return names[static_cast<std::size_t>(kind)];
}

base::Result<Catalogue> Catalogue::load(const QList<QByteArray>& files)
{
    QList<QJsonObject> objects;
    for (const auto& bytes : files) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(bytes, &error);
        if (bytes.size() > kMaxFileBytes || error.error != QJsonParseError::NoError ||
            !document.isObject())
            return base::fail(base::Code::Invalid,
                              QStringLiteral("catalogue: not JSON: ") + error.errorString());
        objects.append(document.object());
    }
    return load(objects);
}

base::Result<Catalogue> Catalogue::load(const QList<QJsonObject>& files)
{
    Catalogue made;
    for (const auto& file : files) {
        base::Result<void> result;
        if (file.contains(u"problem") && file.contains(u"entries"))
            result = made.addSteps(file);
        else if (file.contains(u"topic") && file.contains(u"systems"))
            result = made.addGuide(file);
        else if (file.contains(u"problems"))
            result = made.addLists(file);
        if (!result)
            return base::fail(result.error());
    }
    if (auto checked = made.checkKinds(); !checked)
        return base::fail(checked.error());
    if (auto checked = made.checkImplied(); !checked)
        return base::fail(checked.error());
    return made;
}

base::Result<void> Catalogue::addLists(const QJsonObject& file)
{
    constexpr std::pair<TermKind, QStringView> kLists[] = {{TermKind::Problem, u"problems"},
                                                           {TermKind::Device, u"devices"},
                                                           {TermKind::System, u"systems"},
                                                           {TermKind::Brand, u"brands"}};
    for (const auto& [kind, name] : kLists) {
        if (auto added = addTerms(kind, file.value(name)); !added)
            return added;
    }
    return {};
}

base::Result<void> Catalogue::checkKinds() const
{
    for (const auto& device : terms(TermKind::Device)) {
        const auto* general = term(TermKind::Device, device.kindOf);
        if (!device.kindOf.isEmpty() && (!general || !general->kindOf.isEmpty()))
            return base::fail(base::Code::Invalid,
                              QStringLiteral("catalogue: %1 is of no general kind: %2")
                                  .arg(device.code, device.kindOf));
    }
    return {};
}

base::Result<void> Catalogue::checkImplied() const
{
    const auto check = [this](const QString& who, TermKind kind,
                              const QString& code) -> base::Result<void> {
        if (indexOf(kind, code) >= 0)
            return {};
        return base::fail(base::Code::Invalid,
                          QStringLiteral("catalogue: %1 names what is no term: %2").arg(who, code));
    };
    for (const auto& problem : terms(TermKind::Problem)) {
        if (problem.device.isEmpty())
            continue;
        if (auto checked = check(problem.code, TermKind::Device, problem.device); !checked)
            return checked;
    }
    for (const auto& brand : terms(TermKind::Brand)) {
        for (auto it = brand.systems.begin(); it != brand.systems.end(); ++it) {
            if (auto checked = check(brand.code, TermKind::Device, it.key()); !checked)
                return checked;
            if (auto checked = check(brand.code, TermKind::System, it.value()); !checked)
                return checked;
        }
    }
    return {};
}

base::Result<void> Catalogue::addTerms(TermKind kind, const QJsonValue& list)
{
    const auto array = list.toArray();
    for (const auto& item : array) {
        const auto object = item.toObject();
        auto term = kind == TermKind::Brand
                        ? brandOf(object)
                        : termOf(object, object.value(u"code").toString(), object.value(u"label"));
        if (!term)
            return base::fail(term.error());
        const auto at = static_cast<std::size_t>(kind);
        if (m_index[at].contains(term->code))
            return base::fail(base::Code::Invalid,
                              QStringLiteral("catalogue: twice: ") + term->code);
        m_index[at].insert(term->code, static_cast<int>(m_terms[at].size()));
        m_terms[at].push_back(std::move(*term));
    }
    return {};
}

base::Result<void> Catalogue::addSteps(const QJsonObject& file)
{
    const QString problem = file.value(u"problem").toString();
    const auto entries = file.value(u"entries").toArray();
    for (const auto& item : entries) {
        const auto entry = item.toObject();
        const QString device = entry.value(u"device").toString();
        auto added = addList(StepSet::Basic, problem, device, entry.value(u"basic")).and_then([&] {
            return addList(StepSet::Advanced, problem, device, entry.value(u"advanced"));
        });
        if (!added)
            return added;
    }
    return {};
}

base::Result<void> Catalogue::addGuide(const QJsonObject& file)
{
    const QString topic = file.value(u"topic").toString();
    auto term = termOf(file, topic, file.value(u"title"));
    if (!term)
        return base::fail(term.error());
    const auto at = static_cast<std::size_t>(TermKind::Topic);
    if (m_index[at].contains(topic))
        return base::fail(base::Code::Invalid, QStringLiteral("catalogue: twice: ") + topic);
    m_index[at].insert(topic, static_cast<int>(m_terms[at].size()));
    m_terms[at].push_back(std::move(*term));
    const auto systems = file.value(u"systems").toArray();
    for (const auto& item : systems) {
        const auto system = item.toObject();
        auto added =
            addList(StepSet::Guide, topic, system.value(u"os").toString(), system.value(u"steps"));
        if (!added)
            return added;
    }
    return {};
}

base::Result<void> Catalogue::addList(StepSet set, const QString& first, const QString& second,
                                      const QJsonValue& list)
{
    StepList steps;
    QSet<QString> ids;
    const auto array = list.toArray();
    for (const auto& item : array) {
        const auto object = item.toObject();
        const auto skill = skillOf(object.value(u"skill").toString(QStringLiteral("basic")));
        const auto risk = riskOf(object.value(u"risk").toString(QStringLiteral("none")));
        StepItem step{.id = object.value(u"id").toString(),
                      .minutes = object.value(u"minutes").toInt(),
                      .skill = skill.value_or(Skill::Advanced),
                      .risk = risk.value_or(Risk::High)};
        auto text = Text::load(object.value(u"text"));
        const bool hasHelp = !object.value(u"help").toObject().isEmpty();
        auto help = hasHelp ? Text::load(object.value(u"help")) : base::Result<Text>(Text());
        if (step.id.isEmpty() || ids.contains(step.id) || !text || !help || !skill || !risk)
            return base::fail(
                base::Code::Invalid,
                QStringLiteral("catalogue: wrong step '%1' of %2 %3").arg(step.id, first, second));
        ids.insert(step.id);
        step.text = std::move(*text);
        step.help = std::move(*help);
        steps.push_back(std::move(step));
    }
    if (steps.empty())
        return {};
    const QString key = keyOfList(set, first);
    m_served[key].append(second);
    m_steps[key + u'/' + second] = std::move(steps);
    return {};
}

int Catalogue::indexOf(TermKind kind, const QString& code) const
{
    return m_index[static_cast<std::size_t>(kind)].value(code, -1);
}

const Term* Catalogue::term(TermKind kind, const QString& code) const
{
    const int at = indexOf(kind, code);
    return at < 0 ? nullptr : &terms(kind)[static_cast<std::size_t>(at)];
}

const StepList* Catalogue::steps(StepSet set, const QString& first, const QString& second) const
{
    const QString key = keyOfList(set, first) + u'/';
    auto it = m_steps.constFind(key + second);
    if (it == m_steps.constEnd() && set != StepSet::Guide) {
        if (const auto* device = term(TermKind::Device, second); device)
            it = m_steps.constFind(key + device->kindOf);
    }
    return it == m_steps.constEnd() ? nullptr : &*it;
}

const StepItem* Catalogue::step(const QString& id) const
{
    for (const auto& list : m_steps) {
        for (const auto& item : list) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

const StepItem* Catalogue::step(StepSet set, const QString& id) const
{
    const QString start = keyOfList(set, {});
    for (auto list = m_steps.begin(); list != m_steps.end(); ++list) {
        if (!list.key().startsWith(start))
            continue;
        const auto at = std::ranges::find(*list, id, &StepItem::id);
        if (at != list->end())
            return &*at;
    }
    return nullptr;
}

std::vector<const StepItem*> Catalogue::stepsNear(const QString& problem,
                                                  const QString& device) const
{
    std::vector<const StepItem*> near;
    const auto add = [&near](const StepList* list) {
        if (!list)
            return;
        for (const auto& item : *list)
            near.push_back(&item);
    };
    for (const auto& other : servedBy(StepSet::Basic, problem))
        add(steps(StepSet::Basic, problem, other));
    for (const auto& other : terms(TermKind::Problem)) {
        if (other.code != problem)
            add(steps(StepSet::Basic, other.code, device));
    }
    return near;
}

const QStringList& Catalogue::servedBy(StepSet set, const QString& first) const
{
    static const QStringList none;
    const auto it = m_served.constFind(keyOfList(set, first));
    return it == m_served.constEnd() ? none : *it;
}

} // namespace engine
