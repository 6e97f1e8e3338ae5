// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/flow_check.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
