// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 8 of the store, in the window: the data can be read and not written.
#include "gui_fixture.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

#include <QLabel>

#include <optional>

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class ReadOnlyWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensSaysSoAndLosesNothing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("banner");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("English") << "en"
                                 << "✗ Read only: the data folder cannot be written"
                                 << "cannot be written now";
        QTest::newRow("Spanish") << "es"
                                 << "✗ Solo lectura: no se puede escribir en la carpeta"
                                 << "no se puede escribir";
    }
    void opensSaysSoAndLosesNothing()
    {
        QFETCH(QString, language);
        QFETCH(QString, banner);
        QFETCH(QString, refusal);
        GuiFixture f(GuiFixture::Start::Named, language);
        const auto mine = f.waiting();
        QVERIFY(f.takeOver(mine.answer.conversation, f.me));
        const auto other = f.waiting();
        f.window.reset();
        f.desk.reset();
        f.store.reset();
        const support::ReadOnlyFolder readOnly(f.folder.path());
        f.restart();
        f.open();
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(banner); }));
        f.view(0);
        QVERIFY(f.openRow(mine.answer.conversation));
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));

        f.send(q("no se pierde"));
        const auto isRefused = [&] {
            return f.shows("noticeLabel") &&
                   f.text("noticeLabel").contains(refusal, Qt::CaseInsensitive);
        };
        QVERIFY2(f.until(isRefused), qPrintable(f.text("noticeLabel")));
        QCOMPARE(f.rowsWith(q("no se pierde")), 1); // to be tried again from there
        f.click("noticeButton");
        f.view(1);
        QVERIFY(f.openRow(other.answer.conversation));
        f.click("takeOverButton");
        QVERIFY2(f.until(isRefused), qPrintable(f.text("noticeLabel")));
        QVERIFY(f.shows("takeOverButton"));
        f.view(0);
        QVERIFY(f.openRow(mine.answer.conversation));
        QVERIFY(f.until([&] { return f.text("messageEdit") == q("no se pierde"); }));
        QVERIFY(f.text("gatewayLabel").startsWith(banner));
    }

    // No name could be saved: there is no page that asks for one and lets nobody by.
    void whoWasNeverHereLooksOn()
    {
        GuiFixture f(GuiFixture::Start::First);
        const auto waiting = f.waiting();
        f.window.reset();
        f.desk.reset();
        f.store.reset();
        const support::ReadOnlyFolder readOnly(f.folder.path());
        f.restart();
        f.window = std::make_unique<panels::MainWindow>(*f.desk, f.home.home(), f.clock, f.hooks,
                                                        f.settingsFile());
        f.window->show();
        QVERIFY(f.until([&] { return f.shows("ChatsPanel") && f.find("rail")->isEnabled(); }));
        QVERIFY(!f.window->findChild<QWidget*>(QStringLiteral("WelcomePage")));
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(q("✗ Read only")); }));
        f.view(1);
        QVERIFY(f.openRow(waiting.answer.conversation));
        QVERIFY(!f.shows("takeOverButton"));
    }
};

RELEVO_TEST(ReadOnlyWindowTest)
#include "read_only_test.moc"
