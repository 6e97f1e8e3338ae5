// SPDX-License-Identifier: GPL-3.0-or-later
// The personal-data tester: a text, the same masked, and why.
#include "gui_fixture.h"
#include "panels/privacy/masking_tester.h"
#include "support/runner.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTreeWidget>

namespace {

enum TesterColumn { Outcome, Kind, Text, Score, Check };
constexpr int kPrivacyPage = 7;

QString u8(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class MaskingTesterTest : public QObject
{
    Q_OBJECT
private:
    QList<panels::MaskingTester*> testers()
    {
        return m_f->window->findChildren<panels::MaskingTester*>();
    }
    QPlainTextEdit* text() { return m_f->find<QPlainTextEdit>("testerText"); }
    QString masked() { return m_f->find<QPlainTextEdit>("testerMasked")->toPlainText(); }
    QTreeWidget* findings() { return m_f->find<QTreeWidget>("testerFindings"); }
    void open() { m_f->window->findChild<QAction*>(QStringLiteral("maskingTester"))->trigger(); }
    bool untilMasked(const QString& expected)
    {
        return m_f->until([&] { return masked() == expected; });
    }
    QTreeWidgetItem* rowOf(const QString& found)
    {
        for (int i = 0; i < findings()->topLevelItemCount(); ++i) {
            if (findings()->topLevelItem(i)->text(Text) == found)
                return findings()->topLevelItem(i);
        }
        return nullptr;
    }
    static QStringList stepsOf(const QTreeWidgetItem* row)
    {
        QStringList steps;
        for (int i = 0; row && i < row->childCount(); ++i)
            steps += row->child(i)->text(0);
        return steps;
    }

private Q_SLOTS:
    void init() { m_f = std::make_unique<GuiFixture>(); }
    void cleanup() { m_f.reset(); }

    void itIsReachedFromSettingsAndByItsAction()
    {
        m_f->click("settingsButton");
        m_f->find<QListWidget>("settingsPages")->setCurrentRow(kPrivacyPage);
        m_f->click("openTester");
        QCOMPARE(testers().size(), 1);
        QVERIFY(testers().first()->isVisible());
        open();
        QCOMPARE(testers().size(), 1);
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(m_f->until([this] { return testers().isEmpty(); }));
    }

    void emptyItSaysWhatWillAppear()
    {
        open();
        QVERIFY(m_f->text("testerEmpty").contains(u8("30.123.456")));
        QVERIFY(!m_f->find("testerCopy")->isEnabled());
        text()->setPlainText(u8("hola, qué tal"));
        QVERIFY(untilMasked(u8("hola, qué tal")));
        QVERIFY(m_f->text("testerEmpty").startsWith(QLatin1String("Nothing there")));
        QVERIFY(m_f->find("testerEmpty")->isVisible());
    }

    void eachFindingTellsItsSteps()
    {
        open();
        QTest::keyClicks(text(), QStringLiteral("mi dni es 30.123.456, cuit 20-12345678-5"));
        QVERIFY(untilMasked(QStringLiteral("mi dni es [DNI-1], cuit [CUIT-1]")));
        QTreeWidgetItem* dni = rowOf(QStringLiteral("30.123.456"));
        QVERIFY(dni);
        QCOMPARE(dni->text(Kind), QStringLiteral("DNI"));
        QVERIFY(dni->text(Outcome).startsWith(QLatin1String("masked")));
        QVERIFY(dni->text(Score).startsWith(QLatin1String("0.")));
        QCOMPARE(dni->text(Check), QString());
        QVERIFY(stepsOf(dni).contains(u8("“dni” speaks for it, words away: 2")));
        QTreeWidgetItem* cuit = rowOf(QStringLiteral("20-12345678-5"));
        QVERIFY(cuit);
        QCOMPARE(cuit->text(Check), QStringLiteral("wrong"));
        QVERIFY(stepsOf(cuit).contains(QStringLiteral("the check digits are wrong")));
        QVERIFY(cuit->isExpanded());
    }

    void whatWasLeftSaysWhy()
    {
        open();
        text()->setPlainText(QStringLiteral("el pedido 30.123.456"));
        QVERIFY(m_f->until([this] { return rowOf(QStringLiteral("30.123.456")) != nullptr; }));
        QTreeWidgetItem* row = rowOf(QStringLiteral("30.123.456"));
        QCOMPARE(row->text(Outcome), QStringLiteral("left as it is"));
        QCOMPARE(row->text(Score), QString());
        QCOMPARE(stepsOf(row).last(), u8("“pedido” makes it a number of the product or a price"));
        QCOMPARE(masked(), QStringLiteral("el pedido 30.123.456"));
    }

    void namesCountWhereTheyAreKnown()
    {
        open();
        text()->setPlainText(QStringLiteral("soy Marta"));
        QVERIFY(untilMasked(QStringLiteral("soy Marta")));
        m_f->type("testerNames", QStringLiteral("Ana, Marta  Quiroga ,"));
        QVERIFY(untilMasked(QStringLiteral("soy [NAME-1]")));
    }

    void aRowMarksItsPlaceInTheText()
    {
        open();
        text()->setPlainText(u8("😀 ana@example.com y 4509 9535 6623 3704"));
        QVERIFY(m_f->until([this] { return rowOf(QStringLiteral("4509 9535 6623 3704")); }));
        findings()->setFocus();
        findings()->setCurrentItem(rowOf(QStringLiteral("4509 9535 6623 3704")));
        QCOMPARE(text()->textCursor().selectedText(), QStringLiteral("4509 9535 6623 3704"));
        QTest::keyClick(findings(), Qt::Key_Home);
        QCOMPARE(text()->textCursor().selectedText(), QStringLiteral("ana@example.com"));
    }

    void whatIsCopiedIsMasked()
    {
        open();
        text()->setPlainText(QStringLiteral("ana@example.com"));
        QVERIFY(untilMasked(QStringLiteral("[EMAIL-1]")));
        m_f->click("testerCopy");
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("[EMAIL-1]"));
    }

    void tooLongATextIsRefusedInWords()
    {
        open();
        text()->setPlainText(QString(desk::kLongestExplained + 1, u'a'));
        QVERIFY(m_f->until([this] { return m_f->text("testerEmpty").contains(u8("20,000")); }));
        QVERIFY(m_f->find("testerEmpty")->isVisible());
        QCOMPARE(masked(), QString());
        text()->setPlainText(QStringLiteral("ana@example.com"));
        QVERIFY(untilMasked(QStringLiteral("[EMAIL-1]")));
    }

    void everythingIsReachedByKeys()
    {
        open();
        text()->setPlainText(QStringLiteral("ana@example.com"));
        QVERIFY(untilMasked(QStringLiteral("[EMAIL-1]")));
        testers().first()->activateWindow();
        text()->setFocus();
        for (const char* next : {"testerNames", "testerMasked", "testerFindings", "testerCopy",
                                 "testerClose", "testerText"}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), QLatin1String(next));
        }
    }

    void itSpeaksTheLanguageThatIsChosenMeanwhile()
    {
        open();
        text()->setPlainText(QStringLiteral("mi dni es 30.123.456"));
        QVERIFY(untilMasked(QStringLiteral("mi dni es [DNI-1]")));
        auto* languages = m_f->find<QComboBox>("languageBox");
        languages->setCurrentIndex(1);
        Q_EMIT languages->activated(1);
        QVERIFY(m_f->until([this] {
            const auto* row = rowOf(QStringLiteral("30.123.456"));
            return row && row->text(Outcome).startsWith(QLatin1String("enmascarado"));
        }));
        QCOMPARE(testers().first()->windowTitle(), QStringLiteral("Probador de datos personales"));
        QCOMPARE(findings()->headerItem()->text(Kind), QStringLiteral("Tipo"));
    }

private:
    std::unique_ptr<GuiFixture> m_f;
};

RELEVO_TEST(MaskingTesterTest)
#include "masking_test.moc"
