// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSet>
#include <QTreeWidget>
#include <QXmlStreamReader>

namespace {

/// Texts of a catalogue, source -> translation, without those with plural forms.
QMap<QString, QString> catalogue(const QString& language)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/translations/relevo_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    QMap<QString, QString> texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            texts[source] = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

/// What only the other language says: a text that is one's own translation is no sign.
QSet<QString> signsOf(const QString& shown, const QString& other)
{
    const auto own = catalogue(shown);
    const auto foreign = catalogue(other);
    const auto ownTexts = own.values();
    const QSet<QString> said(ownTexts.begin(), ownTexts.end());
    QSet<QString> signs;
    for (const QString& text : foreign) {
        if (!said.contains(text) && text.size() > 1)
            signs.insert(text);
    }
    return signs;
}

QStringList textsOf(const QWidget* widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                      widget->windowTitle(), widget->statusTip()};
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        texts += label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        texts += button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        texts += edit->placeholderText();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
        texts += edit->placeholderText();
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts += box->itemText(i);
    }
    if (const auto* tree = qobject_cast<const QTreeWidget*>(widget))
        texts += tree->headerItem()->text(0) + u'\n' + tree->headerItem()->text(1);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
        for (int i = 0; i < view->model()->rowCount(); ++i)
            texts += view->model()->index(i, 0).data(Qt::DisplayRole).toString();
    }
    for (const QAction* action : widget->actions())
        texts += action->text();
    return texts;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noTextOfTheOtherLanguageRemains_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("es to en") << "es"
                                  << "en";
        QTest::newRow("en to es") << "en"
                                  << "es";
    }

    // Without a restart: the window is full of texts when the language changes.
    void noTextOfTheOtherLanguageRemains()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        GuiFixture f(GuiFixture::Start::Named, from);
        const auto g = f.waiting();
        f.view(1);
        QVERIFY(f.openRow(g.answer.conversation));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        f.type("messageEdit", QStringLiteral("x"));
        f.window
            ->findChild<QAction*>(to == QLatin1String("en") ? QStringLiteral("english")
                                                            : QStringLiteral("spanish"))
            ->trigger();
        QCoreApplication::processEvents();
        f.settle();
        QCoreApplication::processEvents();

        const auto foreign = signsOf(to, from);
        QVERIFY(foreign.size() > 150);
        QStringList found;
        for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
            for (const QString& text : textsOf(widget)) {
                for (const QString& line : text.split(u'\n') + QStringList{text}) {
                    if (foreign.contains(line))
                        found += widget->objectName() + QStringLiteral(": ") + line;
                }
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        // Composed ones: lines of the conversation, the state, the counts.
        const QString mark = to == QLatin1String("en") ? QStringLiteral("Lucía took over")
                                                       : QStringLiteral("Lucía tomó");
        QCOMPARE(f.rowsWith(mark), 1);
        QVERIFY(f.text("stateLabel")
                    .contains(to == QLatin1String("en") ? QStringLiteral("yours")
                                                        : QStringLiteral("tuya")));
        QCOMPARE(f.text("messageEdit"), QStringLiteral("x")); // and nothing is lost
    }

    void theWelcomePageChangesToo()
    {
        GuiFixture f(GuiFixture::Start::First, QStringLiteral("en"));
        f.window->findChild<QAction*>(QStringLiteral("spanish"))->trigger();
        QVERIFY(f.until([&] {
            return f.text("titleLabel") ==
                   catalogue(QStringLiteral("es")).value(QStringLiteral("Welcome to Relevo"));
        }));
    }

    void theChoiceIsKept()
    {
        GuiFixture f(GuiFixture::Start::Named, QStringLiteral("en"));
        f.click("settingsButton");
        auto* box = f.find<QComboBox>("languageBox");
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QVERIFY(f.until([&] { return f.text("settingsButton") == QStringLiteral("Ajustes"); }));
        QCOMPARE(f.find<QComboBox>("languageBox")->currentText(), QStringLiteral("Español"));
        f.restartAll();
        QCOMPARE(f.text("settingsButton"), QStringLiteral("Ajustes"));
    }
};

RELEVO_TEST(LanguageTest)
#include "language_test.moc"
