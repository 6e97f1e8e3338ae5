// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/reading.h"

#include "unit/engine/talk.h"

#include <array>

namespace understanding {

namespace {

using engine_test::Talk;

constexpr int kAngry = 2; ///< said, not only shouted

struct NamedIntent {
    QLatin1StringView name, intent;
};

/// Of a rule's first part: what the turn did settles what it was taken for.
constexpr std::array kOfRule{
    NamedIntent{QLatin1StringView("cmd:person"), QLatin1StringView("person")},
    NamedIntent{QLatin1StringView("cmd:close"), QLatin1StringView("close")},
    NamedIntent{QLatin1StringView("cmd:erase"), QLatin1StringView("erase_data")},
    NamedIntent{QLatin1StringView("consent/consent:yes"), QLatin1StringView("yes")},
    NamedIntent{QLatin1StringView("consent/consent:no"), QLatin1StringView("no")},
    NamedIntent{QLatin1StringView("need/hello"), QLatin1StringView("greeting_thanks")},
    NamedIntent{QLatin1StringView("need/thanks"), QLatin1StringView("greeting_thanks")},
    NamedIntent{QLatin1StringView("need/frustrated"), QLatin1StringView("frustration")},
    NamedIntent{QLatin1StringView("need/need:shop"), QLatin1StringView("shop_information")},
    NamedIntent{QLatin1StringView("cmd:shop"), QLatin1StringView("shop_information")},
    NamedIntent{QLatin1StringView("cmd:quote"), QLatin1StringView("shop_information")},
    NamedIntent{QLatin1StringView("need/need:question"), QLatin1StringView("general_question")},
    NamedIntent{QLatin1StringView("need/out of scope"), QLatin1StringView("out_of_scope")}};

constexpr std::array kOfProblem{
    NamedIntent{QLatin1StringView("slow"), QLatin1StringView("performance")},
    NamedIntent{QLatin1StringView("no_internet"), QLatin1StringView("connection")},
    NamedIntent{QLatin1StringView("slow_wifi"), QLatin1StringView("connection")}};

QString intentOfProblem(const QString& problem)
{
    for (const auto& row : kOfProblem) {
        if (problem == row.name)
            return row.intent;
    }
    return QStringLiteral("technical_problem");
}

/// What the turn was plainly taken for, whatever the classifier says; empty: it does not tell.
QStringList intentsOfTurn(const Talk& talk)
{
    const QString& rule = talk.decision.record.rule;
    for (const auto& row : kOfRule) {
        if (rule.startsWith(row.name))
            return {row.intent};
    }
    if (const QString problem = talk.slot("problem"); !problem.isEmpty())
        return {intentOfProblem(problem)};
    if (!talk.slot("topic").isEmpty() || talk.slot("need") == u"howto")
        return {QStringLiteral("how_to"), QStringLiteral("installation"),
                QStringLiteral("configuration")};
    if (talk.slot("need") == u"problem")
        return {QStringLiteral("technical_problem"), QStringLiteral("performance"),
                QStringLiteral("connection")};
    return {};
}

/// The classifier's word where the turn leaves room for it.
QStringList intentsOf(const Talk& talk, const QString& classified)
{
    const auto ofTurn = intentsOfTurn(talk);
    if (ofTurn.size() == 1)
        return ofTurn;
    const int needed = classified.isEmpty() ? 1 : kAngry;
    if (ofTurn.isEmpty() && talk.state.frustration >= needed)
        return {QStringLiteral("frustration")};
    if (!classified.isEmpty() && (ofTurn.isEmpty() || ofTurn.contains(classified)))
        return {classified};
    return ofTurn;
}

/// A text that was not understood is kept, too; that alone is no progress.
bool hasMovedOn(const Talk& talk, const engine::State& before, const QStringList& intents)
{
    const QString& rule = talk.decision.record.rule;
    if (rule.isEmpty() || rule.endsWith(u"/miss") || rule.endsWith(u"/candidates") ||
        rule.endsWith(u"/unsure"))
        return false;
    const auto& now = talk.state;
    return now.stage != before.stage || now.mode != before.mode || now.slots != before.slots ||
           !intents.isEmpty();
}

QString deadEndOf(const engine::Flow& flow, const Talk& after)
{
    if (after.code)
        return QStringLiteral("refused: ") + QLatin1StringView(base::codeName(*after.code));
    if (after.state.mode == engine::Mode::Closed)
        return {};
    if (after.reply().trimmed().isEmpty())
        return QStringLiteral("no answer");
    if (after.state.offered.isEmpty())
        return QStringLiteral("nothing is offered");
    const auto leadsTo = [&](const char* command) {
        Talk talk(flow);
        talk.state = after.state;
        talk.facts = after.facts;
        talk.taps(command);
        return talk;
    };
    if (leadsTo("cmd:person").state.mode != engine::Mode::Waiting)
        return QStringLiteral("no way to a person");
    if (leadsTo("cmd:restart").code)
        return QStringLiteral("no way to start over");
    if (leadsTo("cmd:close").state.mode != engine::Mode::Closed)
        return QStringLiteral("no way to close");
    return {};
}

/// The problem on the table, and those that wait for their turn.
QStringList problemsOf(const engine::State& state)
{
    QStringList problems;
    if (const QString problem = state.slots.value(QStringLiteral("problem")).value;
        !problem.isEmpty())
        problems.append(problem);
    for (const auto& later : state.laterProblems)
        problems.append(later.section(u'/', 0, 0));
    const bool isAsked =
        state.lastPrompt.endsWith(u"/candidates") || state.lastPrompt.endsWith(u"/sure");
    for (const auto& option : state.offered) {
        if (option.value.startsWith(u"problem:") && isAsked)
            problems.append(option.value.mid(qstrlen("problem:")));
    }
    return problems;
}

} // namespace

Reading read(const engine::Flow& flow, const Classifier& classifier, const Message& message)
{
    const QString& intent = message.intents.front();
    Talk talk(flow);
    talk.facts.personsOnDuty = 1;
    talk.facts.shop.hours = QStringLiteral("9-18");
    talk.begin(message.language, QStringLiteral("Ana"), message.language);
    if (intent != u"yes" && intent != u"no")
        talk.taps("consent:yes");
    const auto before = talk.state;
    classifier.understand(message.text, talk.facts);
    talk.says(message.text);

    Reading reading{.rule = talk.decision.record.rule,
                    .stage = talk.stage(),
                    .intents = intentsOf(talk, classifier.intentOf(message.text)),
                    .problems = problemsOf(talk.state)};
    for (const auto* slot : {"device", "system", "brand"})
        reading.terms.insert(QLatin1StringView(slot), talk.slot(slot));
    reading.terms.insert(QStringLiteral("code"), talk.slot("error_code"));
    reading.movesOn = hasMovedOn(talk, before, reading.intents);
    reading.deadEnd = deadEndOf(flow, talk);
    return reading;
}

} // namespace understanding
