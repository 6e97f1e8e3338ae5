// SPDX-License-Identifier: GPL-3.0-or-later
// Correcting what was understood, and the settings' page Understanding.
#include "gui_fixture.h"
#include "support/runner.h"

#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>

namespace gui_training {

constexpr auto kWords = "se me murió la máquina";

/// A window with a model, and an open conversation whose customer wrote kWords.
struct Lesson {
    Lesson()
    {
        f.waitForModel();
        greeting = f.waiting();
        std::ignore = f.say(greeting.session, QString::fromUtf8(kWords));
        f.view(1);
        isOpen = f.until([&] { return f.openRow(greeting.answer.conversation); }) &&
                 f.until([&] { return f.rowsWith(QString::fromUtf8(kWords)) > 0; });
    }
    /// Opens the menu of the newest row with these words.
    QMenu* menuOf(const QString& words)
    {
        auto* view = f.find<QListView>("messagesView");
        for (int row = view->model()->rowCount() - 1; row >= 0; --row) {
            const auto index = view->model()->index(row, 0);
            if (!index.data(Qt::AccessibleTextRole).toString().contains(words))
                continue;
            view->scrollTo(index);
            Q_EMIT view->customContextMenuRequested(view->visualRect(index).center());
            return f.find<QMenu>("messageMenu");
        }
        return nullptr;
    }
    QAction* choice(const QString& text)
    {
        for (QAction* action : f.find<QMenu>("correctionMenu")->actions()) {
            if (action->text() == text && action->isCheckable())
                return action;
        }
        return nullptr;
    }
    bool correct(const QString& text)
    {
        QMenu* menu = menuOf(QString::fromUtf8(kWords));
        if (!menu || !f.until([&] { return choice(text) != nullptr; }))
            return false;
        choice(text)->trigger();
        menu->close();
        return f.until([&] { return f.text("noticeLabel").contains(text); });
    }
    void openPage()
    {
        f.click("settingsButton");
        f.find<QListWidget>("settingsPages")->setCurrentRow(5);
    }

    GuiFixture f{GuiFixture::Start::Named, QStringLiteral("en"), DeskFixture::someIntents()};
    desk::Greeting greeting;
    bool isOpen = false;
};

} // namespace gui_training

using gui_training::Lesson;

class TrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCustomersMessageIsCorrectedFromItsMenu()
    {
        Lesson l;
        QVERIFY(l.isOpen);
        QVERIFY(l.menuOf(QString::fromUtf8(gui_training::kWords)));
        QVERIFY(l.f.until([&] { return l.choice("Technical problem") != nullptr; }));
        auto* menu = l.f.find<QMenu>("correctionMenu");
        QVERIFY(menu->menuAction()->isVisible());
        QVERIFY(menu->actions().first()->text().startsWith("Understood: "));
        QVERIFY(!l.choice("Technical problem")->isChecked());
        l.f.find<QMenu>("messageMenu")->close();
        QVERIFY(l.correct("Technical problem"));
        // It is remembered, and marked when the menu opens again.
        QVERIFY(l.menuOf(QString::fromUtf8(gui_training::kWords)));
        QVERIFY(l.f.until([&] {
            return l.choice("Technical problem") && l.choice("Technical problem")->isChecked();
        }));
        l.f.find<QMenu>("messageMenu")->close();
    }

    void whatTheBotSaidIsNotCorrected()
    {
        Lesson l;
        QVERIFY(l.isOpen);
        const auto events = l.f.events(l.greeting.answer.conversation);
        const auto bot = std::find_if(events.rbegin(), events.rend(), [](const auto& event) {
            return event.kind == engine::EventKind::BotMessage;
        });
        QVERIFY(bot != events.rend());
        QVERIFY(l.menuOf(bot->text.left(20)));
        QVERIFY(!l.f.find<QMenu>("correctionMenu")->menuAction()->isVisible());
        l.f.find<QMenu>("messageMenu")->close();
    }

    void thePageShowsTheModelAndItsPhrases()
    {
        Lesson l;
        QVERIFY(l.isOpen);
        l.openPage();
        QVERIFY(l.f.until([&] { return l.f.text("modelState") == "As it came with Relevo"; }));
        QVERIFY(l.f.shows("noPhrasesLabel"));
        QVERIFY(!l.f.find<QPushButton>("previousModelButton")->isEnabled());
        l.f.click("chatsButton");
        QVERIFY(l.correct("Technical problem"));
        l.openPage();
        auto* tree = l.f.find<QTreeWidget>("phrasesTree");
        QVERIFY(l.f.until([&] { return tree->isVisible() && tree->topLevelItemCount() == 1; }));
        QCOMPARE(tree->topLevelItem(0)->text(0), QString::fromUtf8(gui_training::kWords));
        QCOMPARE(tree->topLevelItem(0)->text(1), QStringLiteral("Technical problem"));
        QCOMPARE(tree->topLevelItem(0)->text(2), QStringLiteral("Lucía"));
        // Removing it.
        tree->setCurrentItem(tree->topLevelItem(0));
        l.f.click("removePhraseButton");
        QVERIFY(l.f.until([&] { return l.f.shows("noPhrasesLabel"); }));
    }

    void aModelIsLearntAndTakenBack()
    {
        Lesson l;
        QVERIFY(l.isOpen);
        QVERIFY(l.correct("Technical problem"));
        l.openPage();
        QVERIFY(l.f.until([&] { return l.f.find<QPushButton>("retrainButton")->isEnabled(); }));
        const QString version = l.f.text("modelVersion");
        l.f.click("retrainButton");
        QVERIFY(l.f.until([&] { return l.f.text("modelState").startsWith("Learnt here"); }));
        QVERIFY(l.f.text("modelVersion") != version);
        QVERIFY(l.f.text("modelPhrases").contains("1 correction"));
        QVERIFY(
            l.f.until([&] { return l.f.find<QPushButton>("previousModelButton")->isEnabled(); }));
        l.f.click("previousModelButton");
        QVERIFY(l.f.until([&] { return l.f.text("modelVersion") == version; }));
    }
};

RELEVO_TEST(TrainingTest)
#include "training_test.moc"
