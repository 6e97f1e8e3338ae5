// SPDX-License-Identifier: GPL-3.0-or-later
// The board with 5,000 items. What it takes is printed, and held by nobody: machines differ.
#include "panels/releases/board/board_model.h"
#include "panels/releases/releases_panel.h"
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

namespace releases_big {

constexpr int kItems = 5000, kSections = 20;

release::Template bigPlan()
{
    release::Template made = ReleasesWindow::plan();
    made.items.clear();
    made.sections.clear();
    for (int s = 0; s < kSections; ++s)
        made.sections.push_back(
            {.id = QStringLiteral("s%1").arg(s), .title = QStringLiteral("Section %1").arg(s)});
    for (int i = 0; i < kItems; ++i) {
        release::ItemPlan item;
        item.id = {QStringLiteral("item-%1").arg(i)};
        item.section = QStringLiteral("s%1").arg(i * kSections / kItems);
        item.title = QStringLiteral("Thing number %1 to be looked at").arg(i);
        item.role = static_cast<release::Role>(i % 8);
        item.itemClass = static_cast<release::ItemClass>(i % 3);
        made.items.push_back(item);
    }
    return made;
}

} // namespace releases_big

using namespace releases_big;

class ReleasesBigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiveThousandItemsStayFluent()
    {
        ReleasesWindow f;
        f.make(bigPlan(), QStringLiteral("Big"));
        f.click("releasesButton");
        QElapsedTimer timer;
        timer.start();
        f.openRelease(QStringLiteral("Big"));
        const auto opened = timer.restart();
        QCOMPARE(f.rows().size(), kItems);
        auto* model = qobject_cast<panels::BoardModel*>(f.board()->model());
        QVERIFY(model);

        QScrollBar* bar = f.board()->verticalScrollBar();
        timer.restart();
        constexpr int kSteps = 50;
        for (int i = 0; i < kSteps; ++i) {
            bar->setValue(bar->maximum() * i / kSteps);
            f.board()->viewport()->repaint();
        }
        const double scrolled = static_cast<double>(timer.restart()) / kSteps;
        model->setFilter(
            {.text = QStringLiteral("number 49"), .state = {}, .role = {}, .itemClass = {}});
        f.board()->viewport()->repaint();
        const auto filtered = timer.restart();
        int wanted = 0;
        for (int i = 0; i < kItems; ++i)
            wanted += QString::number(i).contains(QStringLiteral("49")) ? 1 : 0;
        QCOMPARE(model->shownItems(), wanted);
        model->setFilter({.text = {}, .state = {}, .role = {}, .itemClass = {}});
        f.board()->viewport()->repaint();
        const auto unfiltered = timer.restart();
        f.select("item-2500");
        timer.restart();
        model->refresh(); // what the window does with every change
        f.window->releases().release().take(f.window->releases().release().view());
        f.board()->viewport()->repaint();
        const auto shown = timer.restart();
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.waitForState("item-2500", release::State::Done));
        qInfo(
            "5,000 items: open %lld ms, scroll %.1f ms, filter %lld ms, all again %lld ms, show a "
            "change %lld ms, tick with desk and store %lld ms",
            opened, scrolled, filtered, unfiltered, shown, timer.elapsed());
        QCOMPARE(f.text("itemTitle"), QStringLiteral("Thing number 2500 to be looked at"));
    }

    // What a person has in sight stays as it is but for what they did.
    void aTickAmongFiveThousandTellsOnlyOfTheRowsThatItTouched()
    {
        ReleasesWindow f;
        f.make(bigPlan(), QStringLiteral("Big"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Big"));
        f.select("item-2500");
        const QModelIndex row = f.board()->currentIndex();
        const QPersistentModelIndex kept(row);
        const int scrolled = f.board()->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        const auto* model = f.board()->model();
        const QSignalSpy resets(model, &QAbstractItemModel::modelAboutToBeReset);
        QList<QModelIndex> told;
        connect(model, &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex& first, const QModelIndex& last) {
                    for (int each = first.row(); each <= last.row(); ++each)
                        told += model->index(each, 0, first.parent());
                });
        const QString verdict = f.text("releaseVerdictLabel");
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.waitForState("item-2500", release::State::Done));
        QVERIFY(f.until([&] { return f.text("releaseVerdictLabel") != verdict; }));
        f.settle();
        QTest::qWait(100); // everything that follows of it has been told
        QVERIFY(resets.isEmpty());
        QCOMPARE(told, (QList<QModelIndex>{row.parent(), row})); // its section's count, and itself
        QVERIFY(kept.isValid() && f.board()->currentIndex() == kept);
        QCOMPARE(f.board()->verticalScrollBar()->value(), scrolled);
        model->disconnect(this);
    }

    void theModelKeepsItsWord()
    {
        ReleasesWindow f;
        f.openOne();
        auto* model = qobject_cast<panels::BoardModel*>(f.board()->model());
        const QAbstractItemModelTester tester(
            model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setGrouping(panels::BoardModel::Grouping::Role);
        model->setFilter(
            {.text = QStringLiteral("runbook"), .state = {}, .role = {}, .itemClass = {}});
        QCOMPARE(model->shownItems(), 1);
        model->setFilter({});
        model->setGrouping(panels::BoardModel::Grouping::Section);
        QCOMPARE(model->shownItems(), 3);
        QCOMPARE(model->item(model->indexOf({QStringLiteral("smoke")})).value,
                 QStringLiteral("smoke"));
    }
};

RELEVO_TEST(ReleasesBigTest)
#include "board_model_test.moc"
