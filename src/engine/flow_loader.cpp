// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/flow_loader.h"

#include "engine/words/normalise.h"

#include <algorithm>

namespace engine {

namespace {

constexpr qsizetype kMaxStages = 200;
constexpr qsizetype kMaxOptions = 30;
constexpr std::array kStageKinds{"choice",  "ask",   "steps", "handoff",
                                 "waiting", "human", "end",   "next_problem"};
constexpr std::array kAskedNames{"", "name", "contact", "comment"};
constexpr std::array kShownNames{"none", "all", "served"};
constexpr std::array kSetNames{"basic", "advanced", "guide"};
constexpr std::array kTermNames{"problem", "device", "system", "topic", "brand"};
constexpr std::array kEffects{"",
                              "close",
                              "erase",
                              "back",
                              "rate_good",
                              "rate_bad",
                              "rate_reason",
                              "article_helped",
                              "article_did_not_help"};

template <std::size_t N>
int indexIn(const std::array<const char*, N>& names, const QString& name)
{
    const auto it = std::find_if(names.begin(), names.end(),
                                 [&](const char* n) { return name == QLatin1StringView(n); });
    return it == names.end() ? -1 : static_cast<int>(it - names.begin());
}

} // namespace

QStringList stringList(const QJsonValue& json)
{
    QStringList list;
    const auto array = json.toArray();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

std::array<QStringList, kLanguages> phrasesOf(const QJsonValue& json)
{
    std::array<QStringList, kLanguages> phrases;
    const auto object = json.toObject();
    for (std::size_t i = 0; i < kLanguages; ++i)
        phrases[i] = stringList(object.value(languageCode(static_cast<Language>(i))));
    return phrases;
}

void FlowLoader::fail(const QString& place, const QString& what)
{
    if (m_error.isEmpty())
        m_error = place + QStringLiteral(": ") + what;
}

base::Result<Flow> FlowLoader::read(const QJsonObject& root)
{
    if (root.value(u"schema").toString() != u"relevo.flow/1")
        return base::fail(base::Code::Invalid, QStringLiteral("flow: not of schema relevo.flow/1"));
    m_flow.m_version = root.value(u"version").toInt();
    m_flow.m_name = root.value(u"name").toString();
    if (m_flow.m_version < 1)
        fail(QStringLiteral("version"), QStringLiteral("must be a number from 1 on"));
    const auto stages = root.value(u"stages").toArray();
    if (stages.isEmpty() || stages.size() > kMaxStages)
        fail(QStringLiteral("stages"), QStringLiteral("1 to 200 are needed"));
    readTexts(root.value(u"texts").toObject());
    readStageIds(stages);
    readCommands(root.value(u"commands").toArray());
    for (qsizetype i = 0; m_error.isEmpty() && i < stages.size(); ++i)
        readStage(stages[i].toObject(), m_flow.m_stages[static_cast<std::size_t>(i)]);
    readCommon(root.value(u"common").toObject());
    readTermAliases(root.value(u"termAliases").toObject());
    readLanguage(root.value(u"words").toObject());
    readMeanings(root.value(u"meanings").toObject());
    checkValues();
    if (!m_error.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("flow: ") + m_error);
    finishBooks();
    return std::move(m_flow);
}

void FlowLoader::readTexts(const QJsonObject& texts)
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        auto text = Text::load(it.value());
        if (!text) {
            fail(QStringLiteral("texts.") + it.key(), text.error().detail);
            return;
        }
        m_textIndex.insert(it.key(), static_cast<int>(m_flow.m_texts.size()));
        m_flow.m_textKeys.append(it.key());
        m_flow.m_texts.push_back(std::move(*text));
    }
}

int FlowLoader::textOf(const QString& key, const QString& place)
{
    const int index = m_textIndex.value(key, -1);
    if (index < 0)
        fail(place, QStringLiteral("no text named '%1'").arg(key));
    else
        m_flow.m_usedTexts.insert(index);
    return index;
}

void FlowLoader::readCommon(const QJsonObject& common)
{
    auto& texts = m_flow.m_common;
    const std::pair<QStringView, int*> fields[] = {
        {u"missFirst", &texts.missFirst},
        {u"hello", &texts.hello},
        {u"thanks", &texts.thanks},
        {u"missSecond", &texts.missSecond},
        {u"missThird", &texts.missThird},
        {u"stale", &texts.stale},
        {u"candidates", &texts.candidates},
        {u"frustrated", &texts.frustrated},
        {u"noted", &texts.noted},
        {u"problemChanged", &texts.problemChanged},
        {u"idle", &texts.idle},
        {u"erased", &texts.erased},
        {u"returned", &texts.returned},
        {u"transferred", &texts.transferred},
        {u"reasonAsked", &texts.reasonAsked},
        {u"reasonNotSolved", &texts.reasonNotSolved},
        {u"reasonNotUnderstood", &texts.reasonNotUnderstood},
        {u"reasonFrustrated", &texts.reasonFrustrated}};
    for (const auto& [name, field] : fields)
        *field = textOf(common.value(name).toString(), QStringLiteral("common.") + name.toString());
    const std::pair<QStringView, int*> newer[] = {{u"outOfScope", &texts.outOfScope},
                                                  {u"sure", &texts.sure},
                                                  {u"languageSwitched", &texts.languageSwitched},
                                                  {u"later", &texts.later},
                                                  {u"nextProblem", &texts.nextProblem},
                                                  {u"nextWhileWaiting", &texts.nextWhileWaiting},
                                                  {u"openNow", &texts.openNow},
                                                  {u"closedNow", &texts.closedNow}};
    for (const auto& [name, field] : newer) {
        if (common.contains(name))
            *field =
                textOf(common.value(name).toString(), QStringLiteral("common.") + name.toString());
    }
}

void FlowLoader::readStageIds(const QJsonArray& stages)
{
    for (const auto& item : stages) {
        const QString id = item.toObject().value(u"id").toString();
        if (id.isEmpty() || m_flow.m_stageIndex.contains(id))
            fail(QStringLiteral("stages"), QStringLiteral("empty or repeated id '%1'").arg(id));
        m_flow.m_stageIndex.insert(id, static_cast<int>(m_flow.m_stages.size()));
        m_flow.m_stages.emplace_back().id = id;
    }
    m_flow.m_begin = roleOf(QStringLiteral("consent"), "the first stage");
    m_flow.m_waiting = roleOf(QStringLiteral("waiting"), "waiting for a person");
    m_flow.m_human = roleOf(QStringLiteral("human"), "a person owns it");
    m_flow.m_rating = roleOf(QStringLiteral("rating"), "rating");
    m_flow.m_closed = roleOf(QStringLiteral("closed"), "closed");
    m_flow.m_refused = roleOf(QStringLiteral("refused"), "consent refused");
    m_flow.m_article = m_flow.stageIndex(QStringLiteral("article"));
    m_flow.m_erase = roleOf(QStringLiteral("erase"), "the question before erasing");
}

int FlowLoader::roleOf(const QString& id, const char* role)
{
    const int index = m_flow.stageIndex(id);
    if (index < 0)
        fail(QStringLiteral("stages"),
             QStringLiteral("no stage '%1' (%2)").arg(id, QLatin1StringView(role)));
    return index;
}

void FlowLoader::readStage(const QJsonObject& json, Stage& stage)
{
    const QString place = QStringLiteral("stage ") + stage.id;
    readStageKind(json, stage);
    if (json.contains(u"label")) {
        auto label = Text::load(json.value(u"label"));
        if (!label)
            fail(place, label.error().detail);
        else
            stage.label = std::move(*label);
    }
    stage.skips = routesOf(json.value(u"skip"), place);
    stage.next = routesOf(json.value(u"next"), place);
    const auto prompts = json.value(u"prompts").toArray();
    for (const auto& item : prompts) {
        const auto prompt = item.toObject();
        const QString key = prompt.value(u"text").toString();
        stage.prompts.push_back({guardsOf(prompt.value(u"when"), place), textOf(key, place), key});
    }
    if (json.contains(u"again"))
        stage.again = textOf(json.value(u"again").toString(), place);
    if (json.contains(u"back"))
        stage.back = targetOf(json.value(u"back").toString(), place);
    stage.giveUpAfter = json.value(u"giveUpAfter").toInt();
    stage.listens = json.value(u"listens").toBool();
    stage.searches = json.value(u"searches").toBool();
    stage.isSmart = json.value(u"smart").toBool();
    stage.explains = json.value(u"explains").toBool();
    stage.assumes = json.value(u"assumes").toString();
    stage.takesRating = json.value(u"takesRating").toBool();
    readStageOptions(json, stage);
    const bool isPassing = stage.kind == StageKind::Handoff || stage.kind == StageKind::NextProblem;
    const bool mustSpeak = !isPassing && stage.kind != StageKind::Human;
    if (mustSpeak && (stage.prompts.empty() || !stage.prompts.back().when.empty()))
        fail(place, QStringLiteral("its last prompt must have no guard"));
    const bool mustGoOn = isPassing || stage.kind == StageKind::Steps ||
                          stage.asked != Asked::Nothing || stage.term || stage.giveUpAfter > 0 ||
                          !stage.assumes.isEmpty();
    if (mustGoOn && (stage.next.empty() || !stage.next.back().when.empty()))
        fail(place, QStringLiteral("its last 'next' must have no guard"));
}

void FlowLoader::readStageKind(const QJsonObject& json, Stage& stage)
{
    const QString place = QStringLiteral("stage ") + stage.id;
    const int kind = indexIn(kStageKinds, json.value(u"kind").toString());
    const int asked = indexIn(kAskedNames, json.value(u"asks").toString());
    const int shown = indexIn(kShownNames, json.value(u"shows").toString(QStringLiteral("none")));
    const int set = indexIn(kSetNames, json.value(u"steps").toString(QStringLiteral("basic")));
    if (kind < 0 || asked < 0 || shown < 0 || set < 0) {
        fail(place, QStringLiteral("unknown kind, asks, shows or steps"));
        return;
    }
    stage.kind = static_cast<StageKind>(kind);
    stage.asked = static_cast<Asked>(asked);
    stage.termsShown = static_cast<TermsShown>(shown);
    stage.steps = static_cast<StepSet>(set);
    if ((stage.kind == StageKind::Ask) != (stage.asked != Asked::Nothing))
        fail(place, QStringLiteral("'asks' belongs to kind ask"));
    if (!json.contains(u"term"))
        return;
    const int term = indexIn(kTermNames, json.value(u"term").toString());
    if (term < 0)
        fail(place, QStringLiteral("unknown term"));
    else
        stage.term = static_cast<TermKind>(term);
}

void FlowLoader::readStageOptions(const QJsonObject& json, Stage& stage)
{
    const QString place = QStringLiteral("stage ") + stage.id;
    const auto options = json.value(u"options").toArray();
    if (options.size() > kMaxOptions)
        fail(place, QStringLiteral("more than 30 options"));
    for (const auto& item : options) {
        const auto object = item.toObject();
        if (!object.contains(u"command")) {
            stage.options.push_back(choiceOf(object, place));
            continue;
        }
        const int command = m_flow.commandIndex(object.value(u"command").toString());
        if (command < 0) {
            fail(place, QStringLiteral("unknown command ") + object.value(u"command").toString());
            return;
        }
        Choice choice = m_flow.command(command);
        choice.command = command;
        choice.isHidden = false;
        choice.when = guardsOf(object.value(u"when"), place);
        stage.options.push_back(std::move(choice));
    }
    const auto implied = json.value(u"implied").toObject();
    for (auto it = implied.begin(); it != implied.end(); ++it) {
        const int term = indexIn(kTermNames, it.key());
        const auto option =
            std::find_if(stage.options.begin(), stage.options.end(),
                         [&](const Choice& c) { return c.value == it->toString(); });
        if (term < 0 || option == stage.options.end())
            fail(place, QStringLiteral("implied: unknown term or option ") + it.key());
        else
            stage.implied[static_cast<std::size_t>(term)] =
                static_cast<int>(option - stage.options.begin());
    }
}

Choice FlowLoader::choiceOf(const QJsonObject& json, const QString& stagePlace)
{
    Choice choice;
    choice.value = json.value(u"value").toString();
    const QString place = stagePlace + QStringLiteral(", option ") + choice.value;
    auto label = Text::load(json.value(u"label"));
    if (choice.value.isEmpty() || !label) {
        fail(place, label ? QStringLiteral("no value") : label.error().detail);
        return choice;
    }
    choice.label = std::move(*label);
    choice.when = guardsOf(json.value(u"when"), place);
    choice.next = routesOf(json.value(u"next"), place);
    const auto sets = json.value(u"set").toObject();
    for (auto it = sets.begin(); it != sets.end(); ++it)
        choice.sets.emplace_back(it.key(), it->toString());
    choice.clears = stringList(json.value(u"clear"));
    choice.aliases = stringList(json.value(u"aliases"));
    choice.intents = stringList(json.value(u"intents"));
    choice.phrases = phrasesOf(json.value(u"phrases"));
    const int effect = indexIn(kEffects, json.value(u"effect").toString());
    if (effect < 0)
        fail(place, QStringLiteral("unknown effect"));
    choice.effect = static_cast<Effect>(std::max(0, effect));
    choice.outcome = json.value(u"outcome").toString();
    choice.stepOutcome = json.value(u"step").toString();
    choice.isHidden = json.value(u"hidden").toBool();
    choice.isDetour = json.value(u"detour").toBool();
    choice.withdraws = json.value(u"withdraws").toBool();
    if (json.contains(u"notice"))
        choice.notice = textOf(json.value(u"notice").toString(), place);
    const bool goesItself = choice.effect == Effect::Close || choice.effect == Effect::Erase ||
                            choice.effect == Effect::Back;
    if (!goesItself && (choice.next.empty() || !choice.next.back().when.empty()))
        fail(place, QStringLiteral("no transition, or the last 'next' has a guard"));
    return choice;
}

void FlowLoader::readCommands(const QJsonArray& commands)
{
    for (const auto& item : commands) {
        auto command = choiceOf(item.toObject(), QStringLiteral("commands"));
        const int index = static_cast<int>(m_flow.m_commands.size());
        QStringList names = command.aliases;
        names.append(command.value);
        for (const auto& name : std::as_const(names)) {
            if (m_flow.m_commandIndex.contains(name.toLower()))
                fail(QStringLiteral("commands"), QStringLiteral("twice: ") + name);
            m_flow.m_commandIndex.insert(name.toLower(), index);
        }
        m_flow.m_commands.push_back(std::move(command));
    }
    for (const QStringView needed :
         {QStringView(u"cmd:person"), QStringView(u"cmd:restart"), QStringView(u"cmd:problem"),
          QStringView(u"cmd:language"), QStringView(u"cmd:close"), QStringView(u"cmd:erase")}) {
        if (m_flow.commandIndex(needed.toString()) < 0)
            fail(QStringLiteral("commands"), QStringLiteral("missing: ") + needed.toString());
    }
    m_flow.m_person = m_flow.commandIndex(QStringLiteral("cmd:person"));
}

Routes FlowLoader::routesOf(const QJsonValue& json, const QString& place)
{
    Routes routes;
    if (json.isString())
        routes.push_back({{}, targetOf(json.toString(), place)});
    const auto array = json.toArray();
    for (const auto& item : array) {
        const auto object = item.toObject();
        routes.push_back({guardsOf(object.value(u"when"), place),
                          targetOf(object.value(u"next").toString(), place)});
    }
    return routes;
}

int FlowLoader::targetOf(const QString& name, const QString& place)
{
    if (name == u"@resume")
        return kResume;
    if (name == u"@stay")
        return kStay;
    const int index = m_flow.stageIndex(name);
    if (index < 0)
        fail(place, QStringLiteral("no stage '%1'").arg(name));
    return index;
}

Guards FlowLoader::guardsOf(const QJsonValue& json, const QString& place)
{
    Guards guards;
    if (json.isObject())
        guards.push_back(guardOf(json.toObject(), place));
    const auto array = json.toArray();
    for (const auto& item : array)
        guards.push_back(guardOf(item.toObject(), place));
    return guards;
}

Guard FlowLoader::guardOf(const QJsonObject& json, const QString& place)
{
    Guard guard{.negate = json.value(u"not").toBool()};
    if (json.contains(u"fact")) {
        guard.kind = Guard::Kind::Fact;
        for (std::size_t i = 0; i < kFacts; ++i) {
            guard.fact = static_cast<Fact>(i);
            if (json.value(u"fact").toString() == QLatin1StringView(factName(guard.fact)))
                return guard;
        }
        fail(place, QStringLiteral("unknown fact ") + json.value(u"fact").toString());
    } else if (json.contains(u"misses")) {
        guard.kind = Guard::Kind::Misses;
        guard.misses = json.value(u"misses").toInt();
    } else if (json.contains(u"slot")) {
        guard.slot = json.value(u"slot").toString();
        guard.kind = json.contains(u"is") ? Guard::Kind::SlotIs : Guard::Kind::SlotSet;
        guard.value = json.value(u"is").toString();
    } else {
        fail(place, QStringLiteral("a guard asks for slot, misses or fact"));
    }
    return guard;
}

void FlowLoader::readTermAliases(const QJsonObject& aliases)
{
    for (auto it = aliases.begin(); it != aliases.end(); ++it)
        m_flow.m_termAliases.insert(it.key().toLower(), it->toString());
}

void FlowLoader::checkValues()
{
    QSet<QString> seen;
    for (const auto& stage : m_flow.m_stages) {
        for (const auto& option : stage.options) {
            if (option.command >= 0)
                continue;
            if (seen.contains(option.value) || m_flow.commandIndex(option.value) >= 0)
                fail(QStringLiteral("stage ") + stage.id,
                     QStringLiteral("value used twice: ") + option.value);
            seen.insert(option.value);
        }
    }
}

} // namespace engine
