// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace {

QDialog* dialogNamed(GuiFixture& f, const char* name)
{
    QDialog* dialog = nullptr;
    std::ignore = f.until([&] {
        dialog = f.window->findChild<QDialog*>(QLatin1String(name));
        return dialog && dialog->isVisible();
    });
    return dialog;
}

void endDialogs()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QList<QAction*> namedActions(GuiFixture& f)
{
    QList<QAction*> named;
    for (QAction* action : f.window->actions()) {
        if (!action->objectName().isEmpty())
            named += action;
    }
    return named;
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionIsFoundByItsTextInEitherLanguage()
    {
        QMap<QString, QStringList> texts; // name -> its text in both languages
        for (const char* language : {"en", "es"}) {
            GuiFixture f(GuiFixture::Start::Named, QLatin1String(language));
            for (const QAction* action : namedActions(f))
                texts[action->objectName()] += action->text();
        }
        QVERIFY(texts.size() > 40);
        GuiFixture f;
        const auto g = f.waiting();
        f.view(1);
        QVERIFY(f.openRow(g.answer.conversation));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QDialog* palette = dialogNamed(f, "commandPalette");
        QVERIFY(palette);
        auto* edit = palette->findChild<QLineEdit*>(QStringLiteral("paletteEdit"));
        const auto* list = palette->findChild<QListWidget*>(QStringLiteral("paletteList"));
        for (const QAction* action : namedActions(f)) {
            if (action->objectName() == QLatin1String("takeOver"))
                continue; // not possible any more: not offered
            QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
            for (const QString& text : texts[action->objectName()]) {
                edit->setText(text);
                QVERIFY2(!list->findItems(action->text(), Qt::MatchExactly).isEmpty(),
                         qPrintable(text));
            }
        }
        edit->setText(QStringLiteral("Take over this conversation"));
        QVERIFY(list->findItems(edit->text(), Qt::MatchExactly).isEmpty());
    }

    void whatWasTypedAsItStandsComesFirst()
    {
        GuiFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QDialog* palette = dialogNamed(f, "commandPalette");
        QVERIFY(palette);
        auto* edit = palette->findChild<QLineEdit*>(QStringLiteral("paletteEdit"));
        const auto* list = palette->findChild<QListWidget*>(QStringLiteral("paletteList"));
        edit->setText(QStringLiteral("settings: ai"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Settings: AI"));
        edit->setText(QStringLiteral("ai"));
        QVERIFY(list->currentItem()->text().contains(QStringLiteral("AI")));
        edit->setText(QStringLiteral("stngsai"));
        QVERIFY(!list->findItems(QStringLiteral("Settings: AI"), Qt::MatchExactly).isEmpty());
    }

    void enterRunsWhatIsChosen()
    {
        GuiFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QDialog* palette = dialogNamed(f, "commandPalette");
        QVERIFY(palette);
        auto* edit = palette->findChild<QLineEdit*>(QStringLiteral("paletteEdit"));
        QTest::keyClicks(edit, QStringLiteral("settings shop"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(f.until([&] { return f.shows("shopPage"); }));
        endDialogs();
    }

    void arrowsMoveAndEscapeLeaves()
    {
        GuiFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_K, Qt::ControlModifier);
        QDialog* palette = dialogNamed(f, "commandPalette");
        QVERIFY(palette);
        auto* edit = palette->findChild<QLineEdit*>(QStringLiteral("paletteEdit"));
        const auto* list = palette->findChild<QListWidget*>(QStringLiteral("paletteList"));
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(list->currentRow(), 0);
        QTest::keyClick(edit, Qt::Key_Escape);
        endDialogs();
        QVERIFY(!f.window->findChild<QDialog*>(QStringLiteral("commandPalette")));
    }

    void questionMarkListsShortcutsAndRemapsThem()
    {
        GuiFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_Question);
        QDialog* dialog = dialogNamed(f, "shortcutList");
        QVERIFY(dialog);
        auto* edit = dialog->findChild<QKeySequenceEdit*>(QStringLiteral("keys_settings"));
        QVERIFY(edit);
        QCOMPARE(edit->keySequence(), QKeySequence(QStringLiteral("Ctrl+,")));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        auto* action = f.window->findChild<QAction*>(QStringLiteral("settings"));
        QVERIFY(f.until(
            [&] { return action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Alt+J")); }));

        // Keys that do something else already are refused, in words, and nothing changes.
        auto* other = dialog->findChild<QKeySequenceEdit*>(QStringLiteral("keys_chats"));
        other->setFocus();
        QTest::keyClick(other, Qt::Key_K, Qt::ControlModifier);
        const auto* hint = dialog->findChild<QLabel*>(QStringLiteral("shortcutHint"));
        QVERIFY(f.until([&] { return hint->text().contains(QStringLiteral("Ctrl+K")); }));
        QCOMPARE(f.window->findChild<QAction*>(QStringLiteral("chats"))->shortcut(),
                 QKeySequence(QStringLiteral("Ctrl+1")));
        dialog->close();
        endDialogs();

        f.restartAll(); // it is remembered
        action = f.window->findChild<QAction*>(QStringLiteral("settings"));
        QCOMPARE(action->shortcut(), QKeySequence(QStringLiteral("Ctrl+Alt+J")));
        QTest::keyClick(f.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(f.until([&] { return f.shows("SettingsPanel"); }));

        QTest::keyClick(f.window.get(), Qt::Key_Question);
        dialog = dialogNamed(f, "shortcutList");
        QVERIFY(dialog);
        auto* buttons = dialog->findChild<QDialogButtonBox*>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
        QCOMPARE(action->shortcut(), QKeySequence(QStringLiteral("Ctrl+,")));
        endDialogs();
    }

    void keysLeadOutOfAShortcutsField()
    {
        GuiFixture f;
        f.window->findChild<QAction*>(QStringLiteral("shortcuts"))->trigger();
        QDialog* dialog = dialogNamed(f, "shortcutList");
        QVERIFY(dialog);
        auto* edit = dialog->findChild<QKeySequenceEdit*>(QStringLiteral("keys_chats"));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(f.until([&] { return !edit->hasFocus(); }));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(edit->keySequence(), QKeySequence(QStringLiteral("Ctrl+1")));
        endDialogs();
    }

    void aQuestionMarkCanStillBeWritten()
    {
        GuiFixture f;
        const auto g = f.waiting();
        f.view(1);
        QVERIFY(f.openRow(g.answer.conversation));
        f.type("messageEdit", QStringLiteral("¿Y?"));
        QCOMPARE(f.text("messageEdit"), QStringLiteral("¿Y?"));
        QVERIFY(!f.window->findChild<QDialog*>(QStringLiteral("shortcutList")));
    }
};

RELEVO_TEST(PaletteTest)
#include "palette_test.moc"
