// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps a customer is given: by what they can do alone, with help, or not at all.
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QSet>

using engine::Reach;
using engine::reachOf;
using engine::Risk;
using engine::Skill;
using engine::StepSet;
using engine_test::shippedFlow;
using engine_test::Talk;

namespace {

engine::StepItem stepOf(Skill skill, Risk risk)
{
    engine::StepItem item;
    item.skill = skill;
    item.risk = risk;
    return item;
}

bool isAtAnyStep(const Talk& talk)
{
    return talk.stage() == u"basic" || talk.stage() == u"advanced";
}

/// Nothing helps: to the end of the steps that are given.
QStringList stepsUntilNone(Talk& talk)
{
    QStringList steps;
    for (int i = 0; i < 20 && isAtAnyStep(talk); ++i) {
        steps.append(talk.state.currentStep);
        talk.taps(talk.offered().constFirst().section(u':', 0, 0) + QStringLiteral(":same:") +
                  talk.state.currentStep);
    }
    return steps;
}

const engine::StepItem& shippedStep(const QString& id)
{
    return *shippedFlow().catalogue().step(id);
}

} // namespace

class SkillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStepWithinTheSkillIsTheCustomersOwn()
    {
        QCOMPARE(reachOf(stepOf(Skill::Basic, Risk::Low), Skill::Basic), Reach::Own);
        QCOMPARE(reachOf(stepOf(Skill::Medium, Risk::Medium), Skill::Medium), Reach::Own);
        QCOMPARE(reachOf(stepOf(Skill::Advanced, Risk::High), Skill::Advanced), Reach::Own);
    }

    void oneLevelAboveIsForTwoUnlessItIsRisky()
    {
        QCOMPARE(reachOf(stepOf(Skill::Medium, Risk::Low), Skill::Basic), Reach::WithHelp);
        QCOMPARE(reachOf(stepOf(Skill::Medium, Risk::Medium), Skill::Basic), Reach::Technician);
        QCOMPARE(reachOf(stepOf(Skill::Advanced, Risk::None), Skill::Basic), Reach::Technician);
        QCOMPARE(reachOf(stepOf(Skill::Advanced, Risk::Low), Skill::Medium), Reach::WithHelp);
        QCOMPARE(reachOf(stepOf(Skill::Advanced, Risk::Medium), Skill::Medium), Reach::Technician);
    }

    // Whoever has told nothing of their skill is taken for one who knows a little.
    void nobodyIsGivenAStepAboveTheirSkill_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("skill");
        QTest::newRow("unknown") << QString() << static_cast<int>(Skill::Medium);
        QTest::newRow("basic") << QStringLiteral("no entiendo nada de esto")
                               << static_cast<int>(Skill::Basic);
        QTest::newRow("medium") << QStringLiteral("me doy maña") << static_cast<int>(Skill::Medium);
        QTest::newRow("advanced") << QStringLiteral("soy técnico")
                                  << static_cast<int>(Skill::Advanced);
    }
    void nobodyIsGivenAStepAboveTheirSkill()
    {
        QFETCH(QString, said);
        QFETCH(int, skill);
        const auto& catalogue = shippedFlow().catalogue();
        for (const auto& problem : catalogue.terms(engine::TermKind::Problem)) {
            for (const auto& device : catalogue.servedBy(StepSet::Basic, problem.code)) {
                if (!problem.device.isEmpty() && problem.device != device)
                    continue;
                Talk talk(shippedFlow());
                talk.ready();
                if (!said.isEmpty())
                    talk.says(said);
                talk.taps("need:problem").taps(QStringLiteral("problem:") + problem.code);
                if (problem.device.isEmpty())
                    talk.taps(QStringLiteral("device:") + device);
                auto shown = stepsUntilNone(talk);
                if (talk.offered().contains(QStringLiteral("more:yes")))
                    shown += stepsUntilNone(talk.taps("more:yes"));
                for (const auto& id : std::as_const(shown))
                    QVERIFY2(static_cast<int>(shippedStep(id).skill) <= skill, qPrintable(id));
                // No dead end: what is left is offered with help, or a person is.
                QVERIFY2(talk.offered().contains(QStringLiteral("cmd:person")), qPrintable(device));
            }
        }
    }

    void aBeginnerIsAskedForHelpAndThenGoesOn()
    {
        Talk talk(shippedFlow());
        talk.ready().says("no entiendo nada de esto").says("la notebook anda lenta");
        (void)stepsUntilNone(talk);
        QCOMPARE(talk.stage(), QStringLiteral("advanced_offer"));
        QVERIFY(talk.state.lastPrompt.startsWith(QStringLiteral("advanced_offer.assisted")));
        QVERIFY(!talk.offered().contains(QStringLiteral("more:yes")));
        talk.says("sí");
        QCOMPARE(talk.slot("helper"), QStringLiteral("yes"));
        QCOMPARE(talk.slot("skill"), QStringLiteral("basic"));
        QCOMPARE(talk.stage(), QStringLiteral("advanced"));
        QVERIFY2(talk.reply().contains(QStringLiteral("con quien te ayuda")),
                 qPrintable(talk.reply()));
        const auto helped = stepsUntilNone(talk);
        QVERIFY(helped.size() > 1);
        for (const auto& id : helped) {
            QVERIFY2(shippedStep(id).skill <= Skill::Medium, qPrintable(id));
            QVERIFY2(shippedStep(id).risk <= Risk::Low, qPrintable(id));
        }
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
    }

    void aBeginnerWithoutHelpIsOfferedAPerson()
    {
        Talk talk(shippedFlow());
        talk.facts.personsOnDuty = 1;
        talk.ready().says("no entiendo nada de esto").says("la notebook anda lenta");
        (void)stepsUntilNone(talk);
        talk.says("no, estoy sola");
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
        QVERIFY(talk.offered().contains(QStringLiteral("cmd:person")));
        QVERIFY(talk.offered().contains(QStringLiteral("esc:helped")));
        talk.says("sí");
        QCOMPARE(talk.state.mode, engine::Mode::Waiting);
    }

    void whatIsForATechnicianIsSaidSo()
    {
        Talk talk(shippedFlow());
        talk.facts.personsOnDuty = 1;
        talk.ready().says("la compu de escritorio no da imagen");
        (void)stepsUntilNone(talk);
        (void)stepsUntilNone(talk.taps("more:yes"));
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
        QVERIFY2(talk.reply().contains(QStringLiteral("trabajo para un técnico")),
                 qPrintable(talk.reply()));
    }

    void theNumbersOfStepsAreThoseOfTheGivenOnes()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la compu de escritorio no da imagen");
        (void)stepsUntilNone(talk);
        talk.taps("more:yes");
        const auto total = std::ranges::count_if(
            *shippedFlow().catalogue().steps(StepSet::Advanced, QStringLiteral("no_image"),
                                             QStringLiteral("desktop")),
            [](const engine::StepItem& item) { return item.skill <= Skill::Medium; });
        QVERIFY2(talk.reply().contains(QStringLiteral("1 de %1").arg(total)),
                 qPrintable(talk.reply()));
    }

    void twoStepsThatCannotBeDoneTellABeginner()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook anda lenta").says("no puedo");
        QCOMPARE(talk.slot("skill"), QString());
        talk.says("no me sale");
        QCOMPARE(talk.slot("skill"), QStringLiteral("basic"));
    }

    void aTechnicianIsHeardInBothLanguages_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("said");
        QTest::newRow("Spanish") << QStringLiteral("es-AR") << QStringLiteral("soy técnico");
        QTest::newRow("English") << QStringLiteral("en-US") << QStringLiteral("I'm a technician");
        QTest::newRow("English in full")
            << QStringLiteral("en-US") << QStringLiteral("I am a technician");
        QTest::newRow("English, beside a problem")
            << QStringLiteral("en-US")
            << QStringLiteral("I'm a technician and the laptop doesn't turn on");
    }
    void aTechnicianIsHeardInBothLanguages()
    {
        QFETCH(QString, locale);
        QFETCH(QString, said);
        Talk talk(shippedFlow());
        talk.begin(locale).taps("consent:yes");
        talk.taps(locale == u"en-US" ? "lang:en" : "lang:es-AR").says("Ana").says(said);
        QCOMPARE(talk.slot("skill"), QStringLiteral("advanced"));
        QCOMPARE(talk.state.mode, engine::Mode::Bot);
    }

    void aTechnicianThatIsWantedIsNoSkill()
    {
        for (const auto* said : {"a technician", "I want a technician", "technician please"}) {
            Talk talk(shippedFlow());
            talk.facts.personsOnDuty = 1;
            talk.begin(QStringLiteral("en-US")).taps("consent:yes").taps("lang:en").says("Ana");
            talk.says(said);
            QCOMPARE(talk.slot("skill"), QString());
            QCOMPARE(talk.state.mode, engine::Mode::Waiting);
        }
    }
};

RELEVO_TEST(SkillTest)
#include "skill_test.moc"
