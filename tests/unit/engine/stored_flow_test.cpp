// SPDX-License-Identifier: GPL-3.0-or-later
// A flow version that a conversation was begun with is kept for ever: what an earlier program stored
// must load and go on. tests/corpora/flows holds such bundles as they were stored (of the first one
// three problems and one guide); they are never edited.
#include "support/runner.h"
#include "unit/engine/talk.h"

using engine_test::Talk;

class StoredFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstVersionStillLoads()
    {
        const auto flow = firstFlow();
        QVERIFY2(flow, flow ? "" : qPrintable(flow.error().detail));
        QCOMPARE(flow->version(), 1);
        QCOMPARE(flow->stages().size(), std::size_t(27));
    }

    void aConversationOfTheFirstVersionGoesOn()
    {
        const auto flow = firstFlow();
        QVERIFY(flow);
        Talk talk(*flow);
        talk.ready().says("la notebook no prende");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QVERIFY(!talk.reply().isEmpty());
        talk.says("quiero hablar con una persona");
        QVERIFY(!talk.code);
        QVERIFY(!talk.reply().isEmpty());
    }

    void anotherSchemaIsRefused()
    {
        QVERIFY(!engine::Flow::loadBundle("{}"));
        QVERIFY(
            !engine::Flow::loadBundle(R"({"schema":"relevo.bundle/2","flow":{},"catalogue":[]})"));
        auto bundle = bundleBytes();
        bundle.chop(100);
        QVERIFY(!engine::Flow::loadBundle(bundle));
    }

private:
    static QByteArray bundleBytes()
    {
        return engine_test::bytesOf(QStringLiteral("tests/corpora/flows/first.json"));
    }
    static base::Result<engine::Flow> firstFlow()
    {
        return engine::Flow::loadBundle(bundleBytes());
    }
};

RELEVO_TEST(StoredFlowTest)
#include "stored_flow_test.moc"
