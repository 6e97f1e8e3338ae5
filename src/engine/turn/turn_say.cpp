// SPDX-License-Identifier: GPL-3.0-or-later
// What the bot says: one message a turn.
#include "engine/turn/turn.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int kMostTimes = 2; ///< the same unanswered prompt never comes a third time in a row
constexpr qsizetype kMaxQuoted = 120;
constexpr qsizetype kManyTerms = 6; ///< so many buttons are still read

QString numbered(const QList<Option>& options)
{
    QString out;
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (i > 0)
            out += u'\n';
        out += QString::number(i + 1) + QStringLiteral(". ") + options[i].text;
    }
    return out;
}

QString whatsappLink(const QString& number)
{
    QString digits;
    for (const QChar c : number) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits.isEmpty() ? QString() : QStringLiteral("https://wa.me/") + digits;
}

} // namespace

void Turn::notice(int text)
{
    const QString said = rendered(text);
    if (!said.isEmpty())
        m_parts.append(said);
}

void Turn::ask()
{
    const auto& here = stage();
    const auto prompt = std::find_if(here.prompts.begin(), here.prompts.end(),
                                     [this](const Prompt& p) { return holds(p.when, *this); });
    if (prompt == here.prompts.end())
        return;
    QString key = prompt->key;
    if (here.kind == StageKind::Steps)
        key += u':' + m_state.currentStep;
    if (!m_told.isEmpty())
        key += u':' + m_told;
    sayWith(prompt->text, key, stageOptions());
}

void Turn::say(int text, const QString& key, Offer offer)
{
    auto options = stageOptions();
    if (offer != Offer::Stage)
        withPerson(options, offer == Offer::PersonFirst);
    sayWith(text, key, std::move(options));
}

void Turn::sayWith(int text, const QString& key, QList<Option> options)
{
    m_key = key;
    m_options = std::move(options);
    const QString said = rendered(text);
    if (!said.isEmpty())
        m_parts.append(said);
}

Option Turn::optionOf(const Choice& choice) const
{
    const bool isOfStep = stage().kind == StageKind::Steps && choice.command < 0;
    return {isOfStep ? choice.value + u':' + m_state.currentStep : choice.value,
            choice.label.plain(m_language)};
}

Option Turn::optionOf(TermKind kind, const Term& term) const
{
    return {slotOfTerm(kind) + u':' + term.code, term.label.plain(m_language)};
}

QStringList Turn::shownTerms(const Stage& here) const
{
    QStringList codes;
    if (!here.term || here.termsShown == TermsShown::None)
        return codes;
    const auto& catalogue = m_flow.catalogue();
    QStringList served;
    if (*here.term == TermKind::Device) {
        const QString problem = slotValue(slotOfTerm(TermKind::Problem));
        served = catalogue.servedBy(StepSet::Basic, problem) +
                 catalogue.servedBy(StepSet::Advanced, problem);
        for (const auto& other : catalogue.terms(TermKind::Problem)) {
            if (served.isEmpty())
                served = catalogue.servedBy(StepSet::Basic, other.code);
        }
    } else if (*here.term == TermKind::System) {
        served = catalogue.servedBy(StepSet::Guide, slotValue(slotOfTerm(TermKind::Topic)));
    }
    QStringList frequent;
    for (const auto& term : catalogue.terms(*here.term)) {
        if (here.termsShown != TermsShown::All && !served.contains(term.code))
            continue;
        codes.append(term.code);
        if (term.isFrequent)
            frequent.append(term.code);
    }
    return codes.size() > kManyTerms && !frequent.isEmpty() ? frequent : codes;
}

QList<Option> Turn::stageOptions() const
{
    const auto& here = stage();
    QList<Option> options;
    const auto codes = shownTerms(here);
    for (const auto& code : codes)
        options.append(optionOf(*here.term, *m_flow.catalogue().term(*here.term, code)));
    for (const auto& choice : here.options) {
        if (!choice.isHidden && holds(choice.when, *this))
            options.append(optionOf(choice));
    }
    return options;
}

void Turn::withPerson(QList<Option>& options, bool first) const
{
    const auto& person = m_flow.command(m_flow.personCommand());
    const auto isPerson = [&](const Option& option) { return option.value == person.value; };
    const auto at = std::find_if(options.begin(), options.end(), isPerson);
    if (at != options.end() && !first)
        return;
    if (at != options.end())
        options.erase(at);
    const Option offer{person.value, person.label.plain(m_language)};
    if (first)
        options.prepend(offer);
    else
        options.append(offer);
}

QString Turn::question(bool inShort) const
{
    const auto& here = stage();
    if (inShort && here.again >= 0)
        return rendered(here.again);
    for (const auto& prompt : here.prompts) {
        if (holds(prompt.when, *this))
            return rendered(prompt.text);
    }
    return {};
}

QString Turn::rendered(int text) const
{
    if (text < 0)
        return {};
    return m_flow.text(text).in(m_language).render([this](Blank b) { return blank(b); });
}

QString Turn::termLabel(TermKind kind) const
{
    const QString code = slotValue(slotOfTerm(kind));
    const auto* term = m_flow.catalogue().term(kind, code);
    return term ? term->label.plain(m_language) : QString();
}

QString Turn::blank(Blank which) const
{
    switch (which) {
    case Blank::Name: return slotValue(QStringLiteral("name"));
    case Blank::Shop: return m_facts.shop.name;
    case Blank::Email: return m_facts.shop.email;
    case Blank::Whatsapp: return whatsappLink(m_facts.shop.whatsapp);
    case Blank::Address: return m_facts.shop.address;
    case Blank::Hours: return m_facts.shop.hours;
    case Blank::Privacy: return m_facts.shop.privacyUrl;
    case Blank::Retention: return m_facts.retentionText;
    case Blank::Wait: return toldNumber(m_facts.expectedWaitMinutes);
    case Blank::Problem: return termLabel(TermKind::Problem);
    case Blank::Device: return termLabel(TermKind::Device);
    case Blank::System: return termLabel(TermKind::System);
    case Blank::Topic: return termLabel(TermKind::Topic);
    case Blank::Contact: return slotValue(QStringLiteral("contact"));
    case Blank::Queued:
        return m_state.queuedText.size() <= kMaxQuoted ? m_state.queuedText
                                                       : m_state.queuedText.left(kMaxQuoted) + u'…';
    case Blank::Article:
    case Blank::Excerpt:
    case Blank::Link: return articleBlank(which);
    case Blank::Later: return laterText();
    case Blank::NowOpen:
        return m_facts.shop.hours.isEmpty()
                   ? QString()
                   : rendered(m_facts.isOpen ? m_flow.common().openNow : m_flow.common().closedNow);
    case Blank::Candidate: return m_options.isEmpty() ? QString() : m_options.front().text;
    case Blank::AllSteps: return toldNumber(stepsAhead().steps);
    case Blank::AllMinutes: return toldNumber(stepsAhead().minutes);
    case Blank::Prompt: return question(true);
    case Blank::Choices: return numbered(m_options);
    case Blank::Step:
    case Blank::Help:
    case Blank::Details:
    case Blank::Minutes:
    case Blank::Number:
    case Blank::Total: return stepBlank(which);
    }
    return {};
}

QString Turn::articleBlank(Blank which) const
{
    if (m_quoted.isEmpty() || !m_facts.articles)
        return {};
    for (const auto& article : *m_facts.articles) {
        if (article.slug == m_quoted)
            return which == Blank::Article   ? article.title
                   : which == Blank::Excerpt ? article.excerpt
                                             : article.link;
    }
    return {};
}

QString Turn::laterText() const
{
    QStringList texts;
    for (const auto& entry : m_state.laterProblems) {
        const auto parts = entry.split(u'/');
        const auto* problem = m_flow.catalogue().term(TermKind::Problem, parts.first());
        const auto* device = m_flow.catalogue().term(TermKind::Device, parts.last());
        if (problem)
            texts.append(problem->label.plain(m_language) +
                         (device ? QStringLiteral(" (%1)").arg(device->label.plain(m_language))
                                 : QString()));
    }
    return texts.join(QStringLiteral(", "));
}

void Turn::speak()
{
    if (m_isSilent || m_parts.isEmpty())
        return;
    const bool isThird = m_key == m_state.lastPrompt && m_state.lastPromptTimes >= kMostTimes;
    // Where a person comes anyway, or none can come any more, there is nothing to offer.
    if (isThird && m_state.mode != Mode::Bot)
        return;
    if (isThird) {
        m_parts.clear();
        say(m_flow.common().missThird, m_state.stage + QStringLiteral("/person"),
            Offer::PersonFirst);
    } else if (m_state.mode == Mode::Bot && m_state.frustration >= 2) {
        if (m_offersPerson && m_key != m_state.stage + QStringLiteral("/person"))
            m_parts.prepend(rendered(m_flow.common().frustrated));
        withPerson(m_options, false);
    }
    m_state.lastPromptTimes = m_key == m_state.lastPrompt ? m_state.lastPromptTimes + 1 : 1;
    m_state.lastPrompt = m_key;
    m_state.offered = m_options;
    base::JsonWriter payload;
    payload.beginObject().member("prompt", m_key).key("buttons").beginArray();
    for (const auto& option : std::as_const(m_options))
        payload.beginObject().member("text", option.text).member("value", option.value).endObject();
    payload.endArray().member("lang", languageCode(m_language));
    if (!m_quoted.isEmpty())
        payload.member("article", m_quoted);
    payload.endObject();
    add(EventKind::BotMessage, m_speaker, true, payload,
        isWordedByAi() ? m_facts.ai->text : m_parts.join(QStringLiteral("\n\n")));
    m_events.back().options = m_options;
}

} // namespace engine
