// SPDX-License-Identifier: GPL-3.0-or-later
// Much of everything: long conversations, long lists, gaps. Times are told, not judged.
#include "crowd.h"
#include "gui_fixture.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/conversation_view.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QFile>
#include <QListView>
#include <QScrollBar>
#include <QToolButton>

#include <sqlite3.h>

namespace {

qint64 residentKb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4;
}

QListView* messages(GuiFixture& f)
{
    return f.find<QListView>("messagesView");
}

bool isAtEnd(GuiFixture& f)
{
    const QScrollBar* bar = messages(f)->verticalScrollBar();
    return bar->value() == bar->maximum();
}

QString lastText(GuiFixture& f)
{
    const auto* model = messages(f)->model();
    return model->index(model->rowCount() - 1, 0).data().toString();
}

} // namespace

class BigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLongConversationOpensAtItsEnd()
    {
        GuiFixture f;
        const auto id = importLong(f, 5000);
        QVERIFY(id.isValid());
        const qint64 before = residentKb();
        QElapsedTimer timer;
        timer.start();
        f.window->chats().open(id);
        QVERIFY(f.until([&] { return messages(f)->model()->rowCount() > 50 && isAtEnd(f); }));
        messages(f)->viewport()->repaint();
        qInfo("5,000 messages: open at the end in %lld ms, %lld kB more", timer.elapsed(),
              residentKb() - before);
        QVERIFY(messages(f)->model()->rowCount() <= 300); // not all of them
    }

    void readingUpwardsKeepsTheRowInPlaceAndAFlatModel()
    {
        GuiFixture f;
        const auto id = importLong(f, 5000);
        f.window->chats().open(id);
        QVERIFY(f.until([&] { return messages(f)->model()->rowCount() > 50 && isAtEnd(f); }));
        auto* view = messages(f);
        auto* bar = view->verticalScrollBar();
        const qint64 before = residentKb();
        qint64 slowest = 0;
        for (int page = 0; page < 60; ++page) {
            const int rows = view->model()->rowCount();
            bar->setValue(5);
            const QModelIndex top = view->model()->index(1, 0); // row 0 is the day
            const QString text = top.data().toString();
            const int y = view->visualRect(top).top();
            const QPersistentModelIndex kept = top;
            QElapsedTimer timer;
            timer.start();
            if (!f.until([&] { return bar->value() > view->viewport()->height(); }, 3000))
                break; // the beginning
            slowest = std::max(slowest, timer.elapsed());
            if (page < 3) {
                QVERIFY(view->model()->rowCount() > rows);
                QCOMPARE(kept.data().toString(), text);
                QVERIFY2(std::abs(view->visualRect(kept).top() - y) <= 2,
                         qPrintable(
                             QStringLiteral("%1 -> %2").arg(y).arg(view->visualRect(kept).top())));
            }
            QVERIFY(view->model()->rowCount() <= 1600);
        }
        QVERIFY2(f.rowsWith(QStringLiteral("van 0 veces")) == 1,
                 qPrintable(f.spoken("messagesView").value(0)));
        qInfo("5,000 messages read upwards: slowest page %lld ms, %lld kB more", slowest,
              residentKb() - before);
        // And back by one click.
        QVERIFY(f.shows("newestButton"));
        f.click("newestButton");
        QVERIFY(
            f.until([&] { return isAtEnd(f) && lastText(f).contains(QStringLiteral("4999")); }));
        QVERIFY(!f.shows("newestButton"));
    }

    void aSearchHitInTheMiddleStaysInView()
    {
        GuiFixture f;
        const auto id = importLong(f, 5000);
        f.window->chats().conversation().open(id, base::Seq{400});
        auto* view = messages(f);
        QVERIFY(f.until([&] { return view->currentIndex().isValid(); }));
        const QString hit = view->currentIndex().data().toString();
        f.settle();
        QTest::qWait(300);
        QCOMPARE(view->currentIndex().data().toString(), hit);
        QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
        QVERIFY(view->model()->rowCount() < 500);
        // Scrolling down reads on to the very end.
        QVERIFY(f.until(
            [&] {
                view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
                return lastText(f).contains(QStringLiteral("4999"));
            },
            20'000));
    }

    void newMessagesAreFollowedAtTheEndAndDoNotPullAReaderDown()
    {
        GuiFixture f;
        const auto g = f.waiting();
        for (int i = 0; i < 40; ++i)
            std::ignore = f.say(g.session, QStringLiteral("mensaje %1").arg(i));
        f.window->chats().open(g.answer.conversation);
        QVERIFY(
            f.until([&] { return f.rowsWith(QStringLiteral("mensaje 39")) == 1 && isAtEnd(f); }));
        std::ignore = f.say(g.session, QStringLiteral("uno más"));
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("uno más")) == 1 && isAtEnd(f); }));
        auto* bar = messages(f)->verticalScrollBar();
        bar->setValue(0);
        std::ignore = f.say(g.session, QStringLiteral("otro"));
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("otro")) == 1; }));
        QTest::qWait(100);
        QVERIFY(bar->value() < bar->maximum() / 2);
        QVERIFY(f.shows("newestButton"));
    }

    void theEndStaysInViewWhenTheWindowShrinks()
    {
        GuiFixture f;
        const auto g = f.waiting();
        for (int i = 0; i < 30; ++i)
            std::ignore =
                f.say(g.session,
                      QStringLiteral("un mensaje bastante largo número %1 ").arg(i).repeated(4));
        f.window->chats().open(g.answer.conversation);
        QVERIFY(f.until([&] { return messages(f)->model()->rowCount() > 30 && isAtEnd(f); }));
        f.window->resize(820, 520);
        QVERIFY(f.until([&] { return isAtEnd(f); }));
        QTest::qWait(250);
        QVERIFY(isAtEnd(f));
    }

    // What was not heard is found by its number: the window asks for all that it lacks.
    void aGapInWhatWasHeardIsRepaired()
    {
        GuiFixture f;
        const auto g = f.waiting();
        f.window->chats().open(g.answer.conversation);
        QVERIFY(f.until([&] { return messages(f)->model()->rowCount() > 3; }));
        f.running.stop(); // the desk tells at most ten times a second of its clock: now nothing
        for (int i = 0; i < 5; ++i)
            std::ignore = f.say(g.session, QStringLiteral("perdido %1").arg(i));
        f.running.go();
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("perdido")) == 5; }));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.rowsWith(QStringLiteral("perdido %1").arg(i)), 1);
    }

    // A row that is gone from the file shows as a line where it stood.
    void numbersThatAreMissingInTheFileAreShown()
    {
        GuiFixture f;
        const auto g = f.waiting();
        f.window->chats().open(g.answer.conversation);
        QVERIFY(f.until([&] { return messages(f)->model()->rowCount() > 3; }));
        f.running.stop();
        for (int i = 0; i < 3; ++i)
            std::ignore = f.say(g.session, QStringLiteral("fila %1").arg(i));
        qint64 victim = 0;
        for (const auto& event : f.events(g.answer.conversation)) {
            if (event.text == QStringLiteral("fila 1"))
                victim = event.seq.value;
        }
        QVERIFY(victim > 0);
        sqlite3* file = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(f.folder.filePath(QStringLiteral("relevo.db"))), &file),
                 SQLITE_OK);
        const QByteArray sql = QByteArray("DELETE FROM event WHERE conversation=") +
                               QByteArray::number(g.answer.conversation.value) +
                               " AND seq=" + QByteArray::number(victim);
        QVERIFY2(sqlite3_exec(file, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK,
                 sqlite3_errmsg(file));
        QCOMPARE(sqlite3_changes(file), 1);
        sqlite3_close(file);
        f.running.go();
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("fila 2")) == 1; }));
        QCOMPARE(f.rowsWith(QStringLiteral("cannot be read here")), 1);
        QCOMPARE(f.rowsWith(QStringLiteral("fila 1")), 0);
    }

    void tenThousandConversationsScrollByPages()
    {
        GuiFixture f;
        importMany(f, 10'000);
        QElapsedTimer timer;
        timer.start();
        f.view(6);
        auto* list = f.find<QListView>("conversationsView");
        QVERIFY(f.until([&] { return list->model()->rowCount() >= 128; }));
        list->viewport()->repaint();
        qInfo("10,000 conversations: first rows in %lld ms", timer.elapsed());
        QVERIFY(list->model()->rowCount() < 1000);
        QVERIFY(f.until(
            [&] { return f.spoken("viewsList").last().contains(QStringLiteral("10,000")); }));
        qint64 slowest = 0;
        QVERIFY(f.until(
            [&] {
                QElapsedTimer step;
                step.start();
                list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
                list->viewport()->repaint();
                slowest = std::max(slowest, step.elapsed());
                return list->model()->rowCount() >= 10'000;
            },
            60'000));
        qInfo("10,000 conversations: slowest scroll step %lld ms", slowest);
        // Something changes while all are loaded: the list keeps its length and place.
        const int at = list->verticalScrollBar()->value();
        const auto g = f.greet();
        std::ignore = f.say(g.session, QStringLiteral("sí"));
        QVERIFY(f.until([&] { return list->model()->rowCount() > 10'000; }));
        QVERIFY(std::abs(list->verticalScrollBar()->value() - at) < list->viewport()->height());
    }
};

RELEVO_TEST(BigTest)
#include "big_test.moc"
