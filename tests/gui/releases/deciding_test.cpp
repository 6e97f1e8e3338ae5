// SPDX-License-Identifier: GPL-3.0-or-later
// The gate, the freeze calendar, the timeline and the report, as a person sees them.
#include "panels/releases/deciding/report_page.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QComboBox>
#include <QFile>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace std::chrono_literals;

namespace deciding_window {

QStringList column(const QTreeWidget& tree, int number)
{
    QStringList texts;
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        texts += tree.topLevelItem(i)->text(number);
    return texts;
}

class DecidingWindow : public ReleaseWindow
{
public:
    DecidingWindow()
    {
        openNew(small());
        page(QStringLiteral("Gate"));
    }
    QTreeWidget& tree(const char* name) const { return *find<QTreeWidget>(name); }
    void select(const char* name, int row)
    {
        tree(name).setCurrentItem(tree(name).topLevelItem(row));
    }
};

} // namespace deciding_window

using deciding_window::column;
using deciding_window::DecidingWindow;

class DecidingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGateTellsEveryReasonAndWhatWouldTurnIt()
    {
        DecidingWindow f;
        QCOMPARE(f.text("gateVerdict"), QStringLiteral("✗ No-go"));
        const QStringList reasons = column(f.tree("gateReasons"), 0);
        QCOMPARE(reasons.size(), 3);
        QVERIFY(reasons.at(0).contains(QStringLiteral("Pruebas de humo")));
        for (const QString& remedy : column(f.tree("gateReasons"), 1))
            QVERIFY(!remedy.isEmpty());
        f.select("gateReasons", 0);
        QTest::keyClick(f.find("gateReasons"), Qt::Key_Return);
        QCOMPARE(f.find<QTabBar>("releaseTabs")->currentIndex(), 0); // the board, at the item
    }

    void aSignatureCounts()
    {
        DecidingWindow f;
        QCOMPARE(column(f.tree("signOffsTree"), 2), QStringList(QStringLiteral("0 of 1")));
        f.select("signOffsTree", 0);
        f.click("gateSignButton");
        f.type("signCommentEdit", QStringLiteral("lo vi"));
        f.click("signButton");
        QVERIFY(f.until([&] {
            return column(f.tree("signOffsTree"), 2) == QStringList(QStringLiteral("1 of 1"));
        }));
        QVERIFY(f.tree("signOffsTree")
                    .topLevelItem(0)
                    ->child(0)
                    ->text(0)
                    .contains(QStringLiteral("Lucía")));
        QCOMPARE(f.tree("gateReasons").topLevelItemCount(), 2);
        f.select("signOffsTree", 0);
        QVERIFY(!f.shows("gateSignButton")); // once is enough
    }

    void anOverrideNeedsAReason()
    {
        DecidingWindow f;
        f.click("overrideAsk");
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.view().release->overrides.empty());
        f.type("overrideReason", QStringLiteral("el negocio lo necesita"));
        f.click("overrideAsk");
        QVERIFY(f.until([&] { return f.tree("overridesTree").topLevelItemCount() == 1; }));
        QCOMPARE(column(f.tree("overridesTree"), 1).size(), 1);
        QVERIFY(column(f.tree("overridesTree"), 1).front().endsWith(QStringLiteral(", alone")));
        QVERIFY(!f.shows("overrideApprove")); // nobody else is there
        QVERIFY(f.text("gateVerdict").contains(QStringLiteral("override")));
    }

    void theTimelineShowsTheCriticalPath()
    {
        DecidingWindow f;
        f.page(QStringLiteral("Timeline"));
        const auto* table = f.find<QTableView>("timelineTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(f.text("timelineSummary").contains(QStringLiteral("2 items on the critical path")));
        auto* filter = f.find<QComboBox>("timelineFilter");
        filter->setCurrentIndex(2);
        Q_EMIT filter->activated(2);
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void aFreezeWindowStopsAReleaseUntilItIsRemoved()
    {
        DecidingWindow f;
        f.click("releaseBackButton");
        f.tab("releasesHomeTabs", QStringLiteral("Freeze calendar"));
        f.click("freezeAdd"); // without a reason
        QVERIFY(f.until([&] { return f.shows("freezeMessage"); }));
        f.type("freezeTitle", QStringLiteral("Fin de año"));
        f.click("freezeAdd");
        QVERIFY(f.until([&] { return f.tree("freezeTree").topLevelItemCount() == 1; }));
        const auto gate = f.view().gate;
        QVERIFY(std::ranges::any_of(gate.reasons, [](const release::Reason& reason) {
            return reason.kind == release::Reason::Kind::Frozen;
        }));
        f.select("freezeTree", 0);
        f.click("freezeRemove");
        QVERIFY(f.until([&] { return f.tree("freezeTree").topLevelItemCount() == 0; }));
        f.click("freezeUndo");
        QVERIFY(f.until([&] { return f.tree("freezeTree").topLevelItemCount() == 1; }));
        QCOMPARE(column(f.tree("freezeTree"), 0), QStringList(QStringLiteral("Fin de año")));
        // Who set and removed it is told, the newest first.
        QVERIFY(
            f.until([&] { return f.text("freezeHistory").count(QStringLiteral("Lucía")) == 3; }));
        QVERIFY(f.text("freezeHistory").startsWith(u'3'));
        QVERIFY(
            f.text("freezeHistory").contains(QStringLiteral("took the freeze «Fin de año» away")));
    }

    void theReportIsSavedInThreeFormats()
    {
        DecidingWindow f;
        f.page(QStringLiteral("Report"));
        QVERIFY(f.find<QTextBrowser>("reportView")
                    ->toPlainText()
                    .contains(QStringLiteral("Salida chica")));
        auto* report = f.window->findChild<panels::ReportPage*>();
        using Format = panels::ReportWriter::Format;
        QTemporaryDir folder;
        const QList<std::pair<Format, QByteArray>> formats{{Format::Markdown, "Salida chica"},
                                                           {Format::Html, "Salida chica"},
                                                           {Format::Pdf, "%PDF"}};
        for (const auto& [format, holds] : formats) {
            const QString path = folder.filePath(QString::number(static_cast<int>(format)));
            report->saveAs(path, format);
            QVERIFY(f.until([&] { return QFile::exists(path); }));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains(holds));
        }
    }

    void theLedgerIsVerifiedInWords()
    {
        DecidingWindow f;
        f.page(QStringLiteral("Report"));
        f.type("reportKnown", QStringLiteral("nothing"));
        f.click("reportVerify");
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        const auto head = f.view().ledger;
        f.type("reportKnown",
               QStringLiteral("%1 %2").arg(head.count).arg(QString::fromLatin1(head.link.toHex())));
        f.click("reportVerify");
        QVERIFY(f.until([&] { return f.shows("reportVerdict"); }));
        QVERIFY(f.text("reportVerdict").count(u'\n') >= 1); // integrity and completeness
        QVERIFY(f.act(release::Say{{QStringLiteral("smoke")}, QStringLiteral("a")}).has_value());
        QVERIFY(f.until([&] { return !f.shows("reportVerdict"); })); // of another head
    }

    void theImportedFileIsErased()
    {
        ReleaseWindow f;
        f.openNew(ReleaseWindow::small(),
                  desk::ReleaseSource{QStringLiteral("plan.md"), "# Call Dora\n"});
        f.page(QStringLiteral("Report"));
        QVERIFY(f.until([&] { return f.shows("reportSource"); }));
        f.click("reportEraseSource");
        QCOMPARE(f.text("eraseSourceName"), QStringLiteral("plan.md"));
        f.click("eraseSourceButton");
        QVERIFY(f.until([&] { return f.shows("eraseSourceError"); }));
        QCOMPARE(f.text("eraseSourceError"), QStringLiteral("It needs a reason."));
        QVERIFY(!f.view().release->isSourceErased);
        f.type("eraseSourceReasonEdit", QStringLiteral("Dora asked for it"));
        f.click("eraseSourceButton");
        QVERIFY(f.until([&] { return !f.shows("reportEraseSource"); }));
        QVERIFY(!f.shows("reportSource"));
        QVERIFY(f.text("releaseMessage").startsWith(QStringLiteral("The imported file is erased")));
        QVERIFY(f.view().release->isSourceErased);
        const auto source = f.ask<desk::ReleaseSource>(
            [&](base::Caller& c, auto done) { f.desk->releaseSource(c, f.id, std::move(done)); });
        QVERIFY(!source);
    }
};

RELEVO_TEST(DecidingTest)
#include "deciding_test.moc"
