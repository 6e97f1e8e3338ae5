// SPDX-License-Identifier: GPL-3.0-or-later
// Without a mouse, with a screen reader, with big letters.
#include "crowd.h"
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionFrame>
#include <QTextDocument>
#include <QToolButton>

namespace {

bool isInteractive(const QWidget* widget)
{
    if (widget->focusPolicy() == Qt::NoFocus)
        return false;
    const bool isPart = qobject_cast<const QLineEdit*>(widget) &&
                        (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                         qobject_cast<const QComboBox*>(widget->parentWidget()));
    const bool isOfQt = widget->objectName().startsWith(u"qt_calendar_"); // inside its calendar
    return !isPart && !isOfQt && !widget->inherits("QScrollBar") && !widget->inherits("QTabBar") &&
           !widget->inherits("QComboBoxListView") && !widget->inherits("QStackedWidget");
}

QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

QStringList unnamed(QWidget* root)
{
    QStringList found;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (isInteractive(widget) && nameOf(widget).trimmed().isEmpty())
            found += QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return found;
}

constexpr int kLineEditMargin = 2; // QLineEdit's own, inside its contents

/// What of a visible label, button or number has no room; empty where all fits.
QString clippedText(const QWidget* widget)
{
    const auto say = [widget](const QString& text) {
        return widget->objectName() +
               QStringLiteral(" (%1×%2): ").arg(widget->width()).arg(widget->height()) + text;
    };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->inherits("panels::ElidedLabel")) // ends in …, says all to a screen reader
            return label->height() < label->fontMetrics().height() ? say(label->text()) : QString();
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool fits = needed <= label->height() + 1 &&
                          (label->wordWrap() || label->sizeHint().width() <= label->width() + 1);
        return fits ? QString() : say(label->text());
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const bool fits =
            button->text().isEmpty() || (button->sizeHint().width() <= button->width() + 1 &&
                                         button->sizeHint().height() <= button->height() + 1);
        return fits ? QString() : say(button->text());
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->minimumSizeHint().height() <= box->height() + 1 ? QString()
                                                                    : say(box->currentText());
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
        QStyleOptionFrame option;
        option.initFrom(edit);
        const QRect room =
            edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
        // One that is typed into scrolls; a number or a time is to be read at a glance.
        const bool isWideEnough = !qobject_cast<const QAbstractSpinBox*>(edit->parentWidget()) ||
                                  edit->fontMetrics().horizontalAdvance(edit->text()) <=
                                      room.width() - 2 * kLineEditMargin;
        const bool fits = isWideEnough && edit->fontMetrics().height() <= edit->height();
        return fits ? QString() : say(edit->text());
    }
    return {};
}

QStringList clipped(const QWidget* root)
{
    QStringList found;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const QString text = clippedText(widget); !text.isEmpty())
            found += text;
    }
    return found;
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasAName()
    {
        for (const auto start : {GuiFixture::Start::First, GuiFixture::Start::Named}) {
            GuiFixture f(start);
            const QStringList found = unnamed(f.window.get());
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
            QVERIFY(f.window->findChildren<QWidget*>().size() > 100);
        }
    }

    void everyControlOfTheDialogsHasAName()
    {
        GuiFixture f;
        for (const auto& [action, name] :
             {std::pair{"palette", "commandPalette"}, std::pair{"shortcuts", "shortcutList"}}) {
            f.window->findChild<QAction*>(QLatin1String(action))->trigger();
            auto* dialog = f.window->findChild<QDialog*>(QLatin1String(name));
            QVERIFY(dialog);
            const QStringList found = unnamed(dialog);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void rowsSayWhatTheyShow()
    {
        GuiFixture f;
        const auto g = f.waiting();
        std::ignore = f.say(g.session, QStringLiteral("hola"));
        f.view(1);
        QVERIFY(f.openRow(g.answer.conversation));
        const QStringList row = f.spoken("conversationsView");
        QVERIFY(row.first().contains(QStringLiteral("Ana")));
        QVERIFY(row.first().contains(QStringLiteral("hola")));
        QVERIFY(row.first().contains(QStringLiteral("waits")));
        QVERIFY(f.rowsWith(QStringLiteral("Customer, ")) > 0);
        QVERIFY(f.rowsWith(QStringLiteral("Bot, ")) > 0);
        for (const QString& said : f.spoken("messagesView"))
            QVERIFY(!said.isEmpty());
    }

    // From the list to a sent answer and a closed conversation.
    void aConversationIsAnsweredWithoutAMouse()
    {
        GuiFixture f;
        const auto g = f.waiting();
        auto* window = f.window.get();
        const auto key = [&](int k, Qt::KeyboardModifiers modifiers = {}) {
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : window, static_cast<Qt::Key>(k), modifiers);
        };
        key(Qt::Key_J, Qt::ControlModifier); // who rings
        QVERIFY(f.until([&] { return f.text("nameLabel") == QStringLiteral("Ana"); }));
        QVERIFY(f.until([&] { return f.shows("takeOverButton"); }));
        key(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.find("messageEdit")->hasFocus(); }));
        for (const char c : {'h', 'o', 'l', 'a'})
            key(c - 'a' + Qt::Key_A);
        key(Qt::Key_Return);
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("hola")) == 1; }));
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // a note
        QCOMPARE(f.text("sendButton"), QStringLiteral("Save private note"));
        key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode != engine::Mode::Human; }));
    }

    void tabReachesEveryControlOfThePage()
    {
        GuiFixture f;
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        f.view(0);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        f.type("messageEdit", QStringLiteral("x")); // enables the send button
        QSet<QWidget*> reached;
        QWidget* focus = QApplication::focusWidget();
        for (int i = 0; i < 200 && focus && !reached.contains(focus); ++i) {
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
            focus = QApplication::focusWidget();
        }
        QStringList missed;
        for (const char* name :
             {"chatsButton", "dutyBox", "searchEdit", "viewsList", "conversationsView",
              "transferButton", "giveBackButton", "closeButton", "moreButton", "cardButton",
              "messagesView", "messageEdit", "sendButton"}) {
            if (!reached.contains(f.find(name)))
                missed += QLatin1String(name);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u' ')));
    }

    void textsHaveRoomAtDoubleSize_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("es") << "es";
        QTest::newRow("en") << "en";
    }

    void textsHaveRoomAtDoubleSize()
    {
        QFETCH(QString, language);
        const QFont ordinary = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(ordinary); });
        QFont big = ordinary;
        big.setPointSizeF(ordinary.pointSizeF() * 2);
        QApplication::setFont(big);
        GuiFixture f(GuiFixture::Start::Named, language);
        loadDemo(f);
        f.window->resize(1600, 1000);
        f.view(1);
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 2; }));
        f.find("conversationsView")->setFocus();
        QTest::keyClick(f.find("conversationsView"), Qt::Key_Down);
        QVERIFY(f.until([&] { return f.shows("cardFrame"); }));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        QStringList found;
        const auto fits = [&] {
            found = clipped(f.window.get());
            return found.isEmpty();
        };
        QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
        f.click("settingsButton");
        auto* pages = f.find<QListWidget>("settingsPages");
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
        }
    }

    void theWelcomePageHasRoomAtDoubleSize()
    {
        const QFont ordinary = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(ordinary); });
        QFont big = ordinary;
        big.setPointSizeF(ordinary.pointSizeF() * 2);
        QApplication::setFont(big);
        GuiFixture f(GuiFixture::Start::First, QStringLiteral("es"));
        f.window->resize(1600, 1000);
        QStringList found;
        const auto fits = [&] {
            found = clipped(f.window.get());
            return found.isEmpty();
        };
        QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
    }
};

RELEVO_TEST(AccessTest)
#include "access_test.moc"
