// SPDX-License-Identifier: GPL-3.0-or-later
// When AI may help: any "off" wins, from the next turn.
#include "desk/smart/smart_mode.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QFile>

using desk::SmartMode;
using desk::SmartOffBy;
using desk::SmartState;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class SmartModeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsShares()
    {
        for (const char* text : {"on", "ON", " yes ", "true", "100", "100%"})
            QCOMPARE(desk::parseSmartShare(s(text)), std::optional(100));
        for (const char* text : {"off", "Off", "no", "false", "0", "0 %"})
            QCOMPARE(desk::parseSmartShare(s(text)), std::optional(0));
        QCOMPARE(desk::parseSmartShare(u"25 %"), std::optional(25));
        for (const char* text : {"", "-1", "101", "some", "5.5", "on off"})
            QVERIFY2(!desk::parseSmartShare(s(text)), text);
    }

    void withoutAWordItIsOn()
    {
        const QMap<QString, QString> none;
        QCOMPARE(SmartMode({}, none).state(), (SmartState{100, SmartOffBy::Nobody}));
        QVERIFY(SmartMode({}, none).refusal(s("01"), s("problem")).isEmpty());
    }

    void anyOffWins()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(s("smart"));
        QMap<QString, QString> settings{{desk::kSmartModeSetting, s("on")}};
        const SmartMode byFile({.mode = s("on"), .enabled = s("true"), .file = file}, settings);
        QCOMPARE(byFile.state().share, 100);
        write(file, " OFF\n");
        QCOMPARE(byFile.state(), (SmartState{0, SmartOffBy::File}));
        QVERIFY(!byFile.refusal(s("01"), s("problem")).isEmpty());
        write(file, "on");
        QCOMPARE(byFile.state().share, 100);
        settings[desk::kSmartModeSetting] = s("off");
        QCOMPARE(byFile.state(), (SmartState{0, SmartOffBy::Setting}));
        settings.clear();
        QCOMPARE(SmartMode({.mode = s("off")}, settings).state(),
                 (SmartState{0, SmartOffBy::Start}));
        QCOMPARE(SmartMode({.mode = s("on"), .enabled = s("false")}, settings).state(),
                 (SmartState{0, SmartOffBy::Start}));
    }

    void theSmallestShareWins()
    {
        const QMap<QString, QString> settings{{desk::kSmartModeSetting, s("40")}};
        QCOMPARE(SmartMode({.mode = s("20%")}, settings).state().share, 20);
        QCOMPARE(SmartMode({.mode = s("60")}, settings).state().share, 40);
    }

    void whatCannotBeReadIsOff()
    {
        QTemporaryDir folder; // a folder is no file that says "on"
        const QMap<QString, QString> none;
        QCOMPARE(SmartMode({.file = folder.path()}, none).state().offBy, SmartOffBy::File);
        const QMap<QString, QString> odd{{desk::kSmartModeSetting, s("perhaps")}};
        QCOMPARE(SmartMode({}, odd).state(), (SmartState{0, SmartOffBy::Setting}));
    }

    void aConversationStaysOnItsSide()
    {
        QMap<QString, QString> settings{{desk::kSmartModeSetting, s("30")}};
        const SmartMode mode({}, settings);
        int in = 0;
        QStringList inAt30;
        for (int i = 0; i < 10'000; ++i) {
            const QString ulid = s("01HZY%1").arg(i, 8, 10, QLatin1Char('0'));
            if (mode.refusal(ulid, {}).isEmpty()) {
                ++in;
                inAt30.append(ulid);
            }
        }
        QVERIFY2(in > 2'850 && in < 3'150, qPrintable(QString::number(in)));
        settings[desk::kSmartModeSetting] = s("60"); // who was in stays in
        for (const auto& ulid : inAt30)
            QVERIFY(mode.refusal(ulid, {}).isEmpty());
        QCOMPARE(desk::smartSlotOf(s("01HZY00000000")), 1); // the same in every version
    }

    void aStageIsTurnedOffAlone()
    {
        const QMap<QString, QString> settings{{desk::kSmartStagesSetting, s("device, basic")}};
        const SmartMode mode({}, settings);
        QVERIFY(mode.refusal(s("01"), s("problem")).isEmpty());
        QVERIFY(!mode.refusal(s("01"), s("basic")).isEmpty());
    }

    void theSwitchIsSavedAndSurvivesARestart()
    {
        DeskFixture f;
        const auto set = [&f](int share) {
            return f.ask<SmartState>([&](base::Caller& c, auto done) {
                f.desk->setSmartShare(c, share, std::move(done));
            });
        };
        QCOMPARE(set(0)->share, 0);
        QCOMPARE(set(0)->offBy, SmartOffBy::Setting);
        QCOMPARE(set(25)->share, 25);
        QVERIFY(!set(101));
        f.restart();
        const auto state = f.ask<SmartState>(
            [&](base::Caller& c, auto done) { f.desk->smartState(c, std::move(done)); });
        QCOMPARE(state->share, 25);
        QCOMPARE(state->offBy, SmartOffBy::Nobody);
    }

    void stagesAreThoseOfTheFlow()
    {
        DeskFixture f;
        const auto set = [&f](const QStringList& stages) {
            return f.ask<SmartState>([&](base::Caller& c, auto done) {
                f.desk->setSmartStagesOff(c, stages, std::move(done));
            });
        };
        const auto off = set({s("name"), s("basic")});
        QCOMPARE(off->stagesOff, (QStringList{s("name"), s("basic")}));
        QVERIFY(off->stages.contains(s("problem")) && !off->stages.contains(s("human")));
        const auto unknown = set({s("basic"), s("nowhere")});
        QCOMPARE(unknown.error().code, base::Code::Invalid);
        QCOMPARE(unknown.error().detail, s("nowhere"));
        f.restart();
        const auto kept = f.ask<SmartState>(
            [&](base::Caller& c, auto done) { f.desk->smartState(c, std::move(done)); });
        QCOMPARE(kept->stagesOff.size(), 2);
        QVERIFY(set({})->stagesOff.isEmpty());
    }
};

RELEVO_TEST(SmartModeTest)
#include "smart_mode_test.moc"
