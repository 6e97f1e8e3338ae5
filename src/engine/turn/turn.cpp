// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turn/turn.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int kMaxHops = 64;
constexpr int kCalmest = 0, kAngriest = 3;
const QString kLanguageSlot = QStringLiteral("language");

constexpr qsizetype kMostLater = 3;

} // namespace

Turn::Turn(const Flow& flow, const State& state, const Input& input, const Facts& facts)
    : m_flow(flow), m_input(input), m_facts(facts), m_state(state),
      m_language(languageOf(state.language)), m_stageBefore(state.stage)
{
}

const Stage& Turn::stage() const
{
    const int index = m_flow.stageIndex(m_state.stage);
    return m_flow.stage(index < 0 ? m_flow.beginStage() : index);
}

QString Turn::slotValue(const QString& name) const
{
    const auto it = m_state.slots.constFind(name);
    return it == m_state.slots.constEnd() || it->source == Slot::Source::Guessed ? QString()
                                                                                 : it->value;
}

bool Turn::fact(Fact fact) const
{
    switch (fact) {
    case Fact::PersonOnDuty: return m_facts.personsOnDuty > 0;
    case Fact::SmartMode: return m_facts.smartMode;
    case Fact::Open: return m_facts.isOpen;
    case Fact::BasicLeft: return hasStepLeft(StepSet::Basic);
    case Fact::AdvancedLeft: return hasStepLeft(StepSet::Advanced);
    case Fact::AssistedLeft: return hasStepBeyond(Reach::WithHelp);
    case Fact::TechnicianLeft: return hasStepBeyond(Reach::Technician);
    case Fact::StepAssisted: {
        const auto* item = currentItem();
        return item && reachOf(*item, customerSkill()) != Reach::Own;
    }
    case Fact::GuideKnown: return stepList(StepSet::Guide) != nullptr;
    case Fact::WaitKnown: return m_facts.expectedWaitMinutes > 0;
    case Fact::EmailKnown: return !m_facts.shop.email.isEmpty();
    case Fact::WhatsappKnown: return !m_facts.shop.whatsapp.isEmpty();
    case Fact::ShopKnown: {
        const auto& shop = m_facts.shop;
        return !shop.hours.isEmpty() || !shop.address.isEmpty() || !shop.email.isEmpty() ||
               !shop.whatsapp.isEmpty();
    }
    case Fact::QueuedText: return !m_state.queuedText.isEmpty();
    case Fact::Waiting: return m_state.mode == Mode::Waiting;
    case Fact::Unserved:
        if (!slotValue(slotOfTerm(TermKind::Topic)).isEmpty())
            return stepList(StepSet::Guide) == nullptr;
        return !slotValue(slotOfTerm(TermKind::Problem)).isEmpty() &&
               !slotValue(slotOfTerm(TermKind::Device)).isEmpty() &&
               stepList(StepSet::Basic) == nullptr && stepList(StepSet::Advanced) == nullptr;
    case Fact::Closed: return m_state.mode == Mode::Closed;
    case Fact::Resolved: return m_state.outcome == u"resolved";
    case Fact::ArticleFound: return foundArticle() != nullptr || !m_quoted.isEmpty();
    case Fact::MoreProblems: return !m_state.laterProblems.isEmpty();
    }
    return false;
}

void Turn::add(EventKind kind, Actor actor, bool customerSees, const base::JsonWriter& payload,
               const QString& text)
{
    m_events.push_back({.kind = kind,
                        .actor = actor,
                        .customerSees = customerSees,
                        .payload = QByteArray::fromStdString(payload.text()),
                        .text = text});
}

void Turn::setSlot(const QString& name, const QString& value, Slot::Source source,
                   double confidence)
{
    const QString device = slotOfTerm(TermKind::Device);
    // "Another device" was none of those shown for the problem before; of this one it says nothing.
    if (name == slotOfTerm(TermKind::Problem) && m_state.slots.value(name).value != value &&
        m_state.slots.value(device).value == u"other")
        clearSlots({device});
    if (m_state.slots.value(name).value != value)
        clearImplied(name);
    m_state.slots.insert(name, {value, source, confidence});
    m_record.slotsChanged.insert(name, value);
    if (name == kLanguageSlot) {
        m_language = languageOf(value);
        m_state.language = languageCode(m_language);
    }
}

void Turn::clearImplied(const QString& by)
{
    const bool isProblem = by == slotOfTerm(TermKind::Problem);
    const bool isMachine = by == slotOfTerm(TermKind::Device) || by == slotOfTerm(TermKind::Brand);
    if (!isProblem && !isMachine)
        return;
    const QString& implied = slotOfTerm(isProblem ? TermKind::Device : TermKind::System);
    const auto it = m_state.slots.constFind(implied);
    if (it != m_state.slots.constEnd() && it->source == Slot::Source::Known)
        clearSlots({implied});
}

void Turn::clearSlots(const QStringList& names)
{
    for (const auto& name : names) {
        if (name == u"steps") {
            m_state.stepsDone.clear();
            m_state.stepOutcomes.clear();
            m_state.currentStep.clear();
        } else if (name == u"step") {
            m_state.currentStep.clear();
        } else if (name == u"outcome") {
            m_state.outcome.clear();
        } else if (name == u"later") {
            m_state.laterProblems.clear();
        } else if (name == u"queued") {
            m_state.queuedText.clear();
        } else if (m_state.slots.remove(name) > 0) {
            m_record.slotsChanged.insert(name, QString());
        }
    }
}

void Turn::choose(const Choice& choice, Slot::Source source)
{
    if (choice.withdraws && m_state.mode == Mode::Waiting)
        m_state.mode = Mode::Bot;
    clearSlots(choice.clears);
    // What begins anew does not come back to where a detour began.
    if (!choice.isDetour && choice.clears.size() > 1)
        m_state.resumeStage.clear();
    const QString languageBefore = m_state.language;
    for (const auto& [name, value] : choice.sets)
        setSlot(name, value, source);
    // Who asked for another language has heard nothing twice yet.
    if (m_state.language != languageBefore)
        m_state.lastPromptTimes = 0;
    if (!choice.outcome.isEmpty())
        m_state.outcome = choice.outcome;
    if (!choice.stepOutcome.isEmpty() && !m_state.currentStep.isEmpty()) {
        noteStepOutcome(choice);
        m_state.currentStep.clear();
    }
    if (choice.notice >= 0) {
        notice(choice.notice);
        if (choice.isDetour)
            m_told = choice.value;
    }
    switch (choice.effect) {
    case Effect::Close: close("customer", m_state.outcome); return;
    case Effect::Erase: erase("customer"); return;
    case Effect::Back: back(); return;
    case Effect::RateGood:
    case Effect::RateBad:
    case Effect::RateReason: tellRating(); break;
    case Effect::ArticleHelped:
    case Effect::ArticleDidNotHelp: tellArticle(choice.effect); break;
    case Effect::None: break;
    }
    if (choice.isDetour)
        detourTo(routed(choice.next));
    else
        go(choice.next);
}

int Turn::routed(const Routes& routes) const
{
    for (const auto& route : routes) {
        if (route.target == kResume && m_state.resumeStage.isEmpty())
            continue;
        if (holds(route.when, *this))
            return route.target;
    }
    return kStay;
}

void Turn::go(const Routes& routes)
{
    fillImplied();
    const int target = routed(routes);
    // Who goes elsewhere from a detour does not come back to where it began.
    if (target >= 0 && m_flow.stage(target).id != m_state.stage)
        m_state.resumeStage.clear();
    enter(target);
}

void Turn::detourTo(int target)
{
    const bool isThere = target >= 0 && m_flow.stage(target).id == m_state.stage;
    if (!isThere && m_state.resumeStage.isEmpty())
        m_state.resumeStage = m_state.stage;
    enter(target, Entry::Forced);
}

void Turn::back()
{
    if (!m_state.resumeStage.isEmpty()) {
        enter(kResume);
        return;
    }
    const auto& here = stage();
    const bool isInList = here.kind == StageKind::Steps && stepList(here.steps);
    if (isInList)
        unpickStep(here.steps);
    enter(isInList ? kStay : here.back, Entry::Forced);
}

void Turn::fillImplied()
{
    const auto& catalogue = m_flow.catalogue();
    const auto fill = [this](TermKind kind, const QString& code) {
        if (!code.isEmpty() && slotValue(slotOfTerm(kind)).isEmpty())
            setSlot(slotOfTerm(kind), code, Slot::Source::Known);
    };
    if (const auto* problem =
            catalogue.term(TermKind::Problem, slotValue(slotOfTerm(TermKind::Problem))))
        fill(TermKind::Device, problem->device);
    if (const auto* brand = catalogue.term(TermKind::Brand, slotValue(slotOfTerm(TermKind::Brand))))
        fill(TermKind::System, brand->systems.value(slotValue(slotOfTerm(TermKind::Device))));
}

void Turn::enter(int target, Entry entry)
{
    fillImplied();
    for (int hop = 0; hop < kMaxHops; ++hop) {
        if (target == kResume) {
            target = m_flow.stageIndex(m_state.resumeStage);
            m_state.resumeStage.clear();
        }
        const auto& there = target < 0 ? stage() : m_flow.stage(target);
        if (m_state.stage != there.id) {
            m_state.stage = there.id;
            m_state.misses = 0;
        }
        if (m_state.resumeStage == there.id)
            m_state.resumeStage.clear();
        const bool isForced = std::exchange(entry, Entry::Usual) == Entry::Forced;
        const auto skip =
            std::find_if(there.skips.begin(), there.skips.end(), [this](const Route& route) {
                return !(route.target == kResume && m_state.resumeStage.isEmpty()) &&
                       holds(route.when, *this);
            });
        if (!isForced && skip != there.skips.end()) {
            target = skip->target;
            continue;
        }
        if (there.kind == StageKind::Handoff) {
            requestPerson();
            target = routed(there.next);
            continue;
        }
        if (there.kind == StageKind::NextProblem) {
            takeUpNext();
            target = routed(there.next);
            continue;
        }
        if (there.kind == StageKind::Steps && !pickStep(there.steps)) {
            target = routed(there.next);
            continue;
        }
        if (there.kind == StageKind::End)
            end("customer", m_state.outcome);
        break;
    }
    if (stage().kind != StageKind::Human)
        ask();
}

void Turn::end(const char* by, const QString& outcome)
{
    m_state.owner = {};
    m_state.resumeStage.clear();
    if (m_state.mode == Mode::Closed)
        return;
    m_state.mode = Mode::Closed;
    m_state.outcome = outcome.isEmpty() ? QStringLiteral("closed") : outcome;
    base::JsonWriter payload;
    payload.beginObject().member("by", by).member("outcome", m_state.outcome).endObject();
    add(EventKind::Closed, Actor::System, true, payload);
}

void Turn::close(const char* by, const QString& outcome)
{
    end(by, outcome);
    const bool wasServed = !slotValue(QStringLiteral("need")).isEmpty();
    const bool wasRated = !slotValue(QStringLiteral("rating")).isEmpty();
    const bool isRating = stage().takesRating;
    enter(wasServed && !wasRated && !isRating ? m_flow.ratingStage() : m_flow.closedStage(),
          Entry::Forced);
}

void Turn::erase(const char* by)
{
    const int version = m_state.flowVersion;
    const bool wasClosed = m_state.mode == Mode::Closed;
    State erased;
    erased.flowVersion = version;
    erased.stage = m_flow.stage(m_flow.closedStage()).id;
    erased.mode = Mode::Closed;
    erased.language = m_state.language;
    erased.outcome = QStringLiteral("erased");
    erased.isErased = true;
    m_state = erased;
    m_record.slotsChanged.clear();
    m_record.normalised.clear();
    m_erases = true;
    base::JsonWriter nothing;
    nothing.beginObject().endObject();
    add(EventKind::Erased, Actor::System, true, nothing);
    if (!wasClosed) {
        base::JsonWriter payload;
        payload.beginObject().member("by", by).member("outcome", "erased").endObject();
        add(EventKind::Closed, Actor::System, true, payload);
    }
    m_parts.clear();
    sayWith(m_flow.common().erased, QStringLiteral("erased"), {});
}

void Turn::raiseFrustration(int by)
{
    const int before = m_state.frustration;
    m_state.frustration = std::clamp(before + by, kCalmest, kAngriest);
    if (before < 2 && m_state.frustration >= 2)
        m_offersPerson = true;
}

void Turn::requestPerson()
{
    if (m_state.mode != Mode::Bot)
        return;
    m_state.mode = Mode::Waiting;
    const auto& texts = m_flow.common();
    const bool wasLost = m_state.lastPrompt.endsWith(u"/person");
    const auto [reason, text] =
        m_state.frustration >= 2         ? std::pair("frustration", texts.reasonFrustrated)
        : wasLost                        ? std::pair("not_understood", texts.reasonNotUnderstood)
        : m_state.stepOutcomes.isEmpty() ? std::pair("asked", texts.reasonAsked)
                                         : std::pair("not_solved", texts.reasonNotSolved);
    m_state.handoffReason = rendered(text);
    base::JsonWriter payload;
    payload.beginObject().member("reason", reason).key("tried").beginArray();
    for (const auto& id : std::as_const(m_state.stepsDone)) {
        const QString outcome = m_state.stepOutcomes.value(id);
        payload.value(outcome.isEmpty() ? id : id + u':' + outcome);
    }
    payload.endArray().endObject();
    add(EventKind::HandoffRequested, Actor::System, false, payload);
}

void Turn::tellRating()
{
    const bool isGood = slotValue(QStringLiteral("rating")) == u"good";
    const QString reason = slotValue(QStringLiteral("rating_reason"));
    base::JsonWriter payload;
    payload.beginObject().member("good", isGood);
    if (!reason.isEmpty())
        payload.member("reason", reason);
    payload.endObject();
    add(EventKind::Rated, Actor::Customer, false, payload,
        slotValue(QStringLiteral("rating_comment")));
    m_state.slots.remove(QStringLiteral("rating_comment"));
}

void Turn::queueProblem(const QString& problem, const QString& device)
{
    const QString entry = device.isEmpty() ? problem : problem + u'/' + device;
    if (m_state.laterProblems.contains(entry) || m_state.laterProblems.size() >= kMostLater)
        return;
    m_state.laterProblems.append(entry);
    m_record.slotsChanged.insert(QStringLiteral("later"), entry);
}

void Turn::takeUpNext()
{
    if (m_state.laterProblems.isEmpty())
        return;
    const auto parts = m_state.laterProblems.takeFirst().split(u'/');
    clearSlots({QStringLiteral("topic"), QStringLiteral("system"), QStringLiteral("description"),
                QStringLiteral("error_code"), QStringLiteral("step"), QStringLiteral("queued"),
                QStringLiteral("outcome")});
    setSlot(QStringLiteral("need"), QStringLiteral("problem"), Slot::Source::Known);
    setSlot(slotOfTerm(TermKind::Problem), parts.first(), Slot::Source::Said);
    if (parts.size() > 1)
        setSlot(slotOfTerm(TermKind::Device), parts.last(), Slot::Source::Said);
    const auto& texts = m_flow.common();
    notice(m_state.mode == Mode::Waiting ? texts.nextWhileWaiting : texts.nextProblem);
}

const FoundArticle* Turn::foundArticle() const
{
    if (!m_facts.articles)
        return nullptr;
    const auto& articles = *m_facts.articles;
    const auto at =
        std::find_if(articles.begin(), articles.end(), [this](const FoundArticle& article) {
            return article.slug != m_state.article;
        });
    return at == articles.end() ? nullptr : &*at;
}

bool Turn::quoteArticle()
{
    const auto* article = foundArticle();
    if (!article || m_flow.articleStage() < 0)
        return false;
    m_state.article = m_quoted = article->slug;
    detourTo(m_flow.articleStage());
    return true;
}

void Turn::wishSearch(const QString& words)
{
    if (m_flow.articleStage() >= 0 && !words.isEmpty())
        m_search = {.words = words, .language = m_state.language};
}

void Turn::unsay()
{
    m_parts.clear();
    m_key.clear();
    m_options.clear();
}

void Turn::tellArticle(Effect effect)
{
    if (!m_state.article.isEmpty())
        m_hasHelped = effect == Effect::ArticleHelped;
}

Decision Turn::finish()
{
    if (m_hasHelped && !m_events.empty()) {
        auto& payload = m_events.front().payload;
        payload.chop(1);
        payload += (payload.size() > 1 ? QByteArrayLiteral(",") : QByteArray()) +
                   (*m_hasHelped ? "\"articleHelped\":true}" : "\"articleHelped\":false}");
    }
    if (m_state.stage != m_stageBefore) {
        base::JsonWriter payload;
        payload.beginObject().member("from", m_stageBefore).member("to", m_state.stage);
        payload.member("rule", m_record.rule).endObject();
        add(EventKind::StageChanged, Actor::System, false, payload);
    }
    keepProposal();
    auto wish = wishForAi();
    if (m_facts.ai)
        addAiCall(*m_facts.ai);
    speak();
    if (!wish)
        wish = wishForWords();
    m_record.stageBefore = m_stageBefore;
    m_record.stageAfter = m_state.stage;
    if (m_record.noAiReason.isEmpty() && !m_facts.ai)
        m_record.noAiReason = !m_facts.smartMode ? m_facts.noAiReason
                              : wish             ? QStringLiteral("not granted")
                                                 : QStringLiteral("understood");
    Decision decision;
    decision.next = std::move(m_state);
    decision.events = std::move(m_events);
    decision.record = std::move(m_record);
    decision.erases = m_erases;
    decision.wish = wish;
    if (!m_facts.articles)
        decision.search = std::move(m_search);
    return decision;
}

} // namespace engine
