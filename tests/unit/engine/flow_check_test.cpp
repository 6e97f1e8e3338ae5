// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "engine/study/flow_check.h"
#include "engine/study/flow_liveness.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <deque>
#include <unordered_set>

using engine::FlowState;
using engine_test::Talk;

namespace {

QJsonObject defaultJson()
{
    return QJsonDocument::fromJson(
               engine_test::bytesOf(QStringLiteral("resources/flows/default.json")))
        .object();
}

/// The default flow with one stage changed.
template <class Change>
base::Result<engine::Flow> changed(const QString& stage, const Change& change)
{
    auto root = defaultJson();
    auto stages = root.value(u"stages").toArray();
    for (auto item : stages) {
        auto object = item.toObject();
        if (object.value(u"id").toString() == stage) {
            change(object);
            item = object;
        }
    }
    root.insert(u"stages", stages);
    return engine::Flow::load(QJsonDocument(root).toJson(), engine_test::knowledge());
}

quint64 seedOfWalk()
{
    const quint64 seed = qEnvironmentVariableIsSet("RELEVO_SEED")
                             ? qEnvironmentVariable("RELEVO_SEED").toULongLong()
                             : 20261126;
    qInfo("seed %llu", seed);
    return seed;
}

using KnownStates = std::unordered_set<FlowState, engine::FlowStateHash>;

KnownStates statesOf(engine::FlowStates& states, const engine::FlowLiveness& liveness)
{
    KnownStates known;
    std::deque<FlowState> open;
    const auto add = [&](const std::vector<FlowState>& all) {
        for (const auto& state : all) {
            if (const auto reduced = liveness.reduced(state); known.insert(reduced).second)
                open.push_back(reduced);
        }
    };
    add(states.begin());
    while (!open.empty()) {
        const auto state = open.front();
        open.pop_front();
        for (const auto& move : states.moves(state))
            add(states.after(state, move));
    }
    return known;
}

/// Taps what is offered, says a command, a problem, a device, a name, a contact or nonsense.
QString anyInput(Talk& talk, base::Random& random)
{
    static const QStringList said{"la notebook no prende",
                                  "la impresora tampoco imprime",
                                  "no tengo internet",
                                  "cómo instalo la impresora",
                                  "windows 11",
                                  "Ana",
                                  "11 4444 5555",
                                  "notebook",
                                  "sigue igual",
                                  "explicame",
                                  "a qué hora cierran?",
                                  "asdf qwer",
                                  "quiero hablar con alguien",
                                  "cambiar de problema",
                                  "cambiar de idioma",
                                  "tengo otro problema, no hay imagen",
                                  "volver",
                                  "borrar mis datos",
                                  "se arregló pero no tengo internet",
                                  "english",
                                  "no",
                                  "sí",
                                  "empezar de nuevo",
                                  "soy técnico"};
    const auto offered = talk.offered();
    const bool taps = !offered.isEmpty() && random.below(2) == 0;
    const auto& list = taps ? offered : said;
    const QString input =
        list[static_cast<qsizetype>(random.below(static_cast<quint64>(list.size())))];
    taps ? talk.taps(input) : talk.says(input);
    return input;
}

QString problemsOf(const engine::FlowReport& report)
{
    QStringList lines;
    for (const auto& problem : report.problems)
        lines.append(problem.place + QStringLiteral(": ") + problem.what);
    return lines.join(u'\n');
}

} // namespace

class FlowCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Rule 1, on the graph.
    void theDefaultFlowIsProven()
    {
        const auto report = engine::checkFlow(engine_test::shippedFlow());
        qInfo("%lld states, %lld transitions", report.states, report.transitions);
        QVERIFY2(report.isProven(), qPrintable(problemsOf(report)));
        QVERIFY(report.states > 500);
    }

    // What the proof leaves out makes no difference: each state and the one that stands for it have
    // the same questions and, move by move, the same results.
    void theStateThatStandsForAnotherDoesTheSame()
    {
        engine::FlowStates states(engine_test::shippedFlow());
        const engine::FlowLiveness liveness(engine_test::shippedFlow());
        const auto reducedOf = [&](const std::vector<FlowState>& all) {
            std::unordered_set<FlowState, engine::FlowStateHash> set;
            for (const auto& state : all)
                set.insert(liveness.reduced(state));
            return set;
        };
        base::SeededRandom random(seedOfWalk());
        FlowState state;
        int changed = 0;
        for (int i = 0; i < 8'000; ++i) {
            const auto begin = states.begin();
            if (i % 50 == 0)
                state = begin[random.below(begin.size())];
            const auto reduced = liveness.reduced(state);
            changed += reduced == state ? 0 : 1;
            QCOMPARE(states.hasPrompt(state), states.hasPrompt(reduced));
            std::vector<FlowState> next;
            for (const auto& move : states.moves(state)) {
                const auto after = states.after(state, move);
                QVERIFY(reducedOf(after) == reducedOf(states.after(reduced, move)));
                next.insert(next.end(), after.begin(), after.end());
            }
            state = next[random.below(next.size())];
        }
        QVERIFY(changed > 1'000);
    }

    // The proof speaks of the real conversations only if it knows the states that they come to.
    void whatCustomersDoIsProven()
    {
        const auto& flow = engine_test::shippedFlow();
        engine::FlowStates states(flow);
        const engine::FlowLiveness liveness(flow);
        const auto known = statesOf(states, liveness);
        base::SeededRandom random(seedOfWalk());
        for (int i = 0; i < 400; ++i) {
            Talk talk(flow);
            talk.facts.personsOnDuty = static_cast<int>(random.below(2));
            talk.begin(QStringLiteral("es-AR"));
            for (int turn = 0; turn < 40 && talk.state.mode != engine::Mode::Closed; ++turn) {
                const QString before = QString::fromUtf8(engine::stateToJson(talk.state));
                const QString said = anyInput(talk, random);
                QVERIFY2(known.contains(liveness.reduced(states.of(talk.state))),
                         qPrintable(QStringLiteral("conversation %1: %2\n%3\n%4")
                                        .arg(i)
                                        .arg(said, before,
                                             QString::fromUtf8(engine::stateToJson(talk.state)))));
            }
        }
    }

    void aTargetThatDoesNotExistIsNamed()
    {
        const auto flow = changed(QStringLiteral("more_nothing"), [](QJsonObject&) {});
        QVERIFY(flow);
        const auto broken = changed(QStringLiteral("device"), [](QJsonObject& stage) {
            stage.insert(u"next", QStringLiteral("nowhere"));
        });
        QVERIFY(!broken);
        QVERIFY(broken.error().detail.contains(QStringLiteral("nowhere")));
    }

    void anOptionWithoutATransitionIsNamed()
    {
        const auto broken = changed(QStringLiteral("guide_done"), [](QJsonObject& stage) {
            auto options = stage.value(u"options").toArray();
            auto first = options[0].toObject();
            first.remove(u"next");
            options[0] = first;
            stage.insert(u"options", options);
        });
        QVERIFY(!broken);
        QVERIFY(broken.error().detail.contains(QStringLiteral("gdone:yes")));
    }

    void aMissingLanguageIsNamed()
    {
        auto root = defaultJson();
        auto texts = root.value(u"texts").toObject();
        auto text = texts.value(u"name.ask").toObject();
        text.remove(u"en");
        texts.insert(u"name.ask", text);
        root.insert(u"texts", texts);
        const auto broken = engine::Flow::load(QJsonDocument(root).toJson(), {});
        QVERIFY(!broken);
        QVERIFY(broken.error().detail.contains(QStringLiteral("name.ask")));
    }

    void anUnreachableStageIsFound()
    {
        const auto flow = changed(QStringLiteral("guide_done"), [](QJsonObject& stage) {
            stage.insert(u"id", QStringLiteral("guide_done"));
        });
        QVERIFY(flow);
        auto lonely = changed(QStringLiteral("guide"), [](QJsonObject& stage) {
            stage.insert(u"next", QStringLiteral("escalation"));
        });
        QVERIFY(lonely);
        QVERIFY(problemsOf(engine::checkFlow(*lonely))
                    .contains(QStringLiteral("guide_done: cannot be reached")));
    }

    void skipsThatNeverEndAreFound()
    {
        auto endless = changed(QStringLiteral("rating"), [](QJsonObject& stage) {
            stage.insert(u"skip", QJsonArray{QJsonObject{
                                      {QStringLiteral("next"), QStringLiteral("rating")}}});
        });
        QVERIFY(endless);
        QVERIFY(problemsOf(engine::checkFlow(*endless)).contains(QStringLiteral("never end")));
    }

    void aStageWithoutExitIsFound()
    {
        auto trap = changed(QStringLiteral("refused"),
                            [](QJsonObject& stage) { stage.insert(u"options", QJsonArray{}); });
        QVERIFY(trap);
        QVERIFY(problemsOf(engine::checkFlow(*trap))
                    .contains(QStringLiteral("refused: none of its options")));
    }

    void aPersonOutOfReachIsFound()
    {
        auto trap = changed(QStringLiteral("handoff"), [](QJsonObject& stage) {
            stage.insert(u"kind", QStringLiteral("choice"));
            stage.insert(u"prompts", QJsonArray{QJsonObject{
                                         {QStringLiteral("text"), QStringLiteral("contact.ask")}}});
        });
        QVERIFY(trap);
        QVERIFY(problemsOf(engine::checkFlow(*trap))
                    .contains(QStringLiteral("a person is not one input away")));
    }

    void thePhraseOfTwoOptionsIsFound()
    {
        auto flow = changed(QStringLiteral("more"), [](QJsonObject&) {});
        QVERIFY(flow);
        auto clash = changed(QStringLiteral("erase"), [](QJsonObject& stage) {
            auto options = stage.value(u"options").toArray();
            auto second = options[1].toObject();
            second.insert(u"phrases",
                          QJsonObject{{QStringLiteral("es"), QJsonArray{QStringLiteral("dale")}}});
            options[1] = second;
            stage.insert(u"options", options);
        });
        QVERIFY(clash);
        QVERIFY(problemsOf(engine::checkFlow(*clash))
                    .contains(QStringLiteral("one phrase for two options")));
    }

    void theGraphNamesEveryStage()
    {
        const QString dot = engine::flowGraph(engine_test::defaultFlow(), u"es-AR");
        QVERIFY(dot.startsWith(QStringLiteral("digraph")));
        for (const auto& stage : engine_test::defaultFlow().stages())
            QVERIFY(dot.contains(u'"' + stage.id + u'"'));
    }
};

RELEVO_TEST(FlowCheckTest)
#include "flow_check_test.moc"
