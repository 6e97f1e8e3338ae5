// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of Releases without a mouse, in both languages, with big letters.
#include "controls.h"
#include "releases/release_look.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QTreeView>
#include <QTreeWidget>

namespace releases_keyboard {

release::Template shipped(ReleaseWindow& f, const QString& language)
{
    const auto all = f.ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
        f.desk->releaseTemplates(c, language, std::move(done));
    });
    return all->front().plan;
}

/// All that Tab comes to before it comes again to where it began. In a time it goes from part to part.
QList<QWidget*> walked(QWidget* from)
{
    QList<QWidget*> reached;
    from->setFocus(Qt::TabFocusReason);
    QWidget* focus = QApplication::focusWidget();
    for (int i = 0; i < 400 && focus; ++i) {
        const bool isSame = !reached.isEmpty() && reached.last() == focus;
        if (!isSame && reached.contains(focus))
            break;
        if (!isSame)
            reached += focus;
        QTest::keyClick(focus, Qt::Key_Tab);
        focus = QApplication::focusWidget();
    }
    return reached;
}

/// The controls of a page that Tab does not come to.
QStringList missedIn(const QWidget* page, const QList<QWidget*>& reached)
{
    QStringList missed;
    for (const QWidget* widget : page->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !isInteractive(widget) ||
            !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const bool isReached = std::ranges::any_of(reached, [&](const QWidget* focus) {
            return focus == widget || widget->isAncestorOf(focus);
        });
        if (!isReached)
            missed += widget->objectName();
    }
    return missed;
}

/// Where Tab goes up in a column, or back in a row.
QStringList backwardIn(const QWidget* page, const QList<QWidget*>& reached)
{
    QStringList backward;
    const QWidget* before = nullptr;
    for (const QWidget* focus : reached) {
        if (!page->isAncestorOf(focus))
            continue;
        if (before) {
            const QRect a(before->mapTo(page, QPoint()), before->size());
            const QRect b(focus->mapTo(page, QPoint()), focus->size());
            const bool isOneRow = a.top() <= b.bottom() && b.top() <= a.bottom();
            const bool isOneColumn = a.left() <= b.right() && b.left() <= a.right();
            if ((isOneColumn && b.bottom() < a.top()) || (isOneRow && b.right() < a.left()))
                backward += before->objectName() + QStringLiteral(" → ") + focus->objectName();
        }
        before = focus;
    }
    return backward;
}

/// Keys that two visible texts claim with Alt.
QStringList sharedMnemonics(const QWidget* root)
{
    QHash<QString, QString> claimed;
    QStringList shared;
    const auto claim = [&](const QString& text, const QString& by) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        if (claimed.contains(key))
            shared += key + QStringLiteral(": ") + claimed[key] + u' ' + by;
        claimed.insert(key, by);
    };
    for (const QAbstractButton* button : root->findChildren<QAbstractButton*>()) {
        if (button->isVisible())
            claim(button->text(), button->objectName());
    }
    for (const QLabel* label : root->findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy())
            claim(label->text(), label->objectName());
    }
    for (const QTabBar* tabs : root->findChildren<QTabBar*>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            claim(tabs->tabText(i), tabs->objectName());
    }
    return shared;
}

QString said(const QString& page, const QStringList& found)
{
    return page + QStringLiteral(": ") + found.join(QStringLiteral(", "));
}

template <class Check>
QStringList onEveryPage(ReleaseWindow& f, const char* tabs, const char* stack, Check check)
{
    QStringList all;
    auto* bar = f.find<QTabBar>(tabs);
    for (int i = 0; i < bar->count(); ++i) {
        bar->setCurrentIndex(i);
        QTest::qWait(150); // what is on its way is shown
        QWidget* page = f.find<QStackedWidget>(stack)->currentWidget();
        if (const QStringList found = check(bar, page); !found.isEmpty())
            all += said(bar->tabText(i), found);
    }
    return all;
}

} // namespace releases_keyboard

using namespace releases_keyboard;

class ReleasesKeyboardTest : public QObject
{
    Q_OBJECT

    template <class Check>
    static QStringList onAll(ReleaseWindow& f, Check check)
    {
        QStringList all = onEveryPage(f, "releaseTabs", "releasePages", check);
        f.click("releaseBackButton");
        return all + onEveryPage(f, "releasesHomeTabs", "releasesHomeStack", check);
    }
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("es") << "es";
        QTest::newRow("en") << "en";
    }

private Q_SLOTS:
    void tabReachesAllOfEveryPageAsItIsRead_data() { addLanguages(); }
    void tabReachesAllOfEveryPageAsItIsRead()
    {
        QFETCH(QString, language);
        ReleaseWindow f(GuiFixture::Start::Named, language);
        f.window->resize(1280, 800);
        f.openNew(shipped(f, language));
        const QStringList found = onAll(f, [](QWidget* tabs, QWidget* page) {
            const auto reached = walked(tabs);
            return missedIn(page, reached) + backwardIn(page, reached);
        });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    // A template that is there, and a new one whose parts are all empty.
    void thePartsOfATemplateAreReachedNamedAndHaveRoom_data() { ReleaseLook::addRows(); }
    void thePartsOfATemplateAreReachedNamedAndHaveRoom()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleaseWindow f;
        look.open(f);
        f.click("releasesButton");
        f.find<QTabBar>("releasesHomeTabs")->setCurrentIndex(1);
        auto* tree = f.find<QTreeWidget>("templatesTree");
        QVERIFY(f.until([&] { return tree->topLevelItemCount() > 0; }));
        tree->setCurrentItem(tree->topLevelItem(0));
        QWidget* page = f.find("TemplatesPage");
        const auto check = [&](const QWidget*, const QWidget*) {
            const auto reached = walked(tree);
            return missedIn(page, reached) + backwardIn(page, reached) + unnamed(page) +
                   sharedMnemonics(f.window.get()) + clipped(page);
        };
        QStringList found = onEveryPage(f, "templateTabs", "templatePages", check);
        f.click("templatesNew");
        found += onEveryPage(f, "templateTabs", "templatePages", check);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyControlHasANameAndNoTwoTheSameKey_data() { addLanguages(); }
    void everyControlHasANameAndNoTwoTheSameKey()
    {
        QFETCH(QString, language);
        ReleaseWindow f(GuiFixture::Start::Named, language);
        f.openNew(shipped(f, language));
        const QStringList found = onAll(f, [&](const QWidget*, QWidget* page) {
            return unnamed(page) + sharedMnemonics(f.window.get());
        });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void textsOfEveryPageHaveRoom_data() { ReleaseLook::addRows(); }
    void textsOfEveryPageHaveRoom()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleaseWindow f;
        look.open(f);
        f.openNew(shipped(f, language));
        const QStringList found =
            onAll(f, [](const QWidget*, const QWidget* page) { return clipped(page); });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void aTitleOfSixtyCharactersIsReadInAnOrdinaryWindow()
    {
        ReleaseWindow f;
        f.window->resize(1280, 800);
        release::Template plan = ReleaseWindow::small();
        plan.items[0].title =
            QStringLiteral("Copias y retención definidas, y una restauración ya probada!");
        QCOMPARE(plan.items[0].title.size(), 60);
        f.openNew(plan);
        const auto* board = f.find<QTreeView>("boardView");
        QVERIFY(f.until([&] { return board->model()->rowCount() > 0; }));
        const QModelIndex row = board->model()->index(0, 0, board->model()->index(0, 0));
        const int needed = board->fontMetrics().horizontalAdvance(row.data().toString()) +
                           board->style()->pixelMetric(QStyle::PM_IndicatorWidth) + 12;
        QVERIFY2(
            board->visualRect(row).width() >= needed,
            qPrintable(QStringLiteral("%1 of %2").arg(board->visualRect(row).width()).arg(needed)));
        QVERIFY(!board->isColumnHidden(1) && !board->header()->isHidden());
    }

    void escapeLeavesADialogAndTheFocusComesBack()
    {
        ReleaseWindow f;
        f.click("releasesButton");
        for (const char* button : {"newReleaseButton", "importReleaseButton"}) {
            f.find(button)->setFocus();
            QTest::keyClick(f.find(button), Qt::Key_Space);
            QVERIFY(f.until([&] { return QApplication::activeModalWidget() != nullptr; }));
            QWidget* dialog = QApplication::activeModalWidget();
            QTest::keyClick(dialog, Qt::Key_Escape);
            QVERIFY(f.until([&] { return QApplication::activeModalWidget() == nullptr; }));
            QVERIFY2(f.until([&] { return f.find(button)->hasFocus(); }, 2000), button);
        }
    }

    void enterMakesWhatADialogIsFor()
    {
        ReleaseWindow f;
        f.click("releasesButton");
        f.click("newReleaseButton");
        QVERIFY(f.until([&] { return QApplication::activeModalWidget() != nullptr; }));
        QVERIFY(f.until([&] { return f.find("releaseMakeButton")->isEnabled(); }));
        f.type("releaseNameEdit", QStringLiteral("Chat 2.4"));
        QTest::keyClick(f.find("releaseNameEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.shows("boardView"); }));
        QCOMPARE(f.text("releaseTitleLabel"), QStringLiteral("Chat 2.4"));
        // Whoever has the keyboard once the window is in front again.
        QVERIFY(f.until([&] { return f.window->focusWidget() == f.find("boardView"); }));
    }
};

RELEVO_TEST(ReleasesKeyboardTest)
#include "keyboard_test.moc"

#include <algorithm>
