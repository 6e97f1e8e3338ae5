// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/log.h"
#include "base/log/log_file.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

/// Holds the log's thread until released.
class GateSink final : public base::LogSink
{
public:
    explicit GateSink(std::atomic<bool>& open) : m_open(open) {}
    void write(const base::LogLine&) override
    {
        while (!m_open)
            std::this_thread::sleep_for(1ms);
    }

private:
    std::atomic<bool>& m_open;
};

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class LogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreJsonWithTheirFields()
    {
        const base::ManualClock clock;
        auto lines = std::make_shared<base::LogRing::Lines>();
        base::Log log(clock, {});
        log.addSink(std::make_unique<base::LogRing>(lines));
        log.info("store", "migrated", {{"version", 3}, {"path", "a\"b"}, {"ok", true}});
        log.debug("store", "quiet");
        log.flush();
        const auto got = lines->since(0, 10);
        QCOMPARE(got.size(), std::size_t(1));
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(got[0].json)).object();
        QCOMPARE(json[u"module"].toString(), QStringLiteral("store"));
        QCOMPARE(json[u"event"].toString(), QStringLiteral("migrated"));
        QCOMPARE(json[u"version"].toInt(), 3);
        QCOMPARE(json[u"path"].toString(), QStringLiteral("a\"b"));
    }

    void textsPassTheMask()
    {
        const base::ManualClock clock;
        auto lines = std::make_shared<base::LogRing::Lines>();
        base::Log log(clock, {});
        log.addSink(std::make_unique<base::LogRing>(lines));
        log.setMask([](const QString&) { return QStringLiteral("***"); });
        log.info("http", "request", {{"who", "ana@example.com"}, {"bytes", 12}});
        log.flush();
        const auto json = lines->since(0, 1).at(0).json;
        QVERIFY(json.find("ana@") == std::string::npos);
        QVERIFY(json.find("\"bytes\":12") != std::string::npos);
    }

    void fullQueueDropsAndCounts()
    {
        const base::ManualClock clock;
        std::atomic<bool> open{false};
        auto lines = std::make_shared<base::LogRing::Lines>();
        {
            base::Log log(clock, {.bound = 10});
            log.addSink(std::make_unique<GateSink>(open));
            log.addSink(std::make_unique<base::LogRing>(lines));
            for (int i = 0; i < 100; ++i)
                log.info("test", "line", {{"i", i}});
            QVERIFY(log.dropped() >= 80);
            open = true;
            log.flush();
            log.info("test", "after");
        }
        const auto all = lines->since(0, 1000);
        const bool told = std::any_of(all.begin(), all.end(), [](const auto& line) {
            return line.json.find("lines_dropped") != std::string::npos;
        });
        QVERIFY(told);
    }

    void ringKeepsTheNewest()
    {
        auto lines = std::make_shared<base::LogRing::Lines>();
        lines->bound = 3;
        base::LogRing ring(lines);
        for (qint64 i = 1; i <= 5; ++i)
            ring.write({i, base::Level::Info, "m", "{}"});
        QCOMPARE(lines->since(0, 10).size(), std::size_t(3));
        QCOMPARE(lines->since(4, 10).at(0).number, qint64(5));
        QCOMPARE(lines->since(0, 1).at(0).number, qint64(5));
    }

    void fileTurnsOverBySizeAndDayAndForgetsTheOld()
    {
        QTemporaryDir folder;
        base::ManualClock clock(base::SystemClock().wall());
        base::LogFile file(
            clock, {.folder = folder.path(), .maxBytes = 50, .keepDays = 7, .keepFiles = 3});
        const base::LogLine line{1, base::Level::Info, "m", std::string(40, 'x')};
        for (int i = 0; i < 20; ++i) {
            clock.advance(1s);
            file.write(line);
            file.flush();
        }
        const QDir dir(folder.path());
        const auto old = dir.entryList({QStringLiteral("relevo-*.log")});
        QCOMPARE(old.size(), 2);
        clock.advance(24h);
        file.write(line);
        file.flush();
        QCOMPARE(readAll(dir.filePath(QStringLiteral("relevo.log"))).count('\n'), 1);
        QCOMPARE(QFile::permissions(dir.filePath(QStringLiteral("relevo.log"))) &
                     (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void filesOlderThanTheDaysAreRemovedAndYoungerOnesStay()
    {
        QTemporaryDir folder;
        base::ManualClock clock(base::SystemClock().wall());
        const QDir dir(folder.path());
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(base::toMs(clock.wall()), Qt::UTC);
        const QStringList names{QStringLiteral("relevo-20200101-000000-000.log"),
                                QStringLiteral("relevo-20200102-000000-000.log"),
                                QStringLiteral("somebody-elses.log")};
        const QList<int> ages{8, 6, 400};
        for (qsizetype i = 0; i < names.size(); ++i) {
            QFile old(dir.filePath(names[i]));
            QVERIFY(old.open(QIODevice::WriteOnly));
            QVERIFY(old.setFileTime(now.addDays(-ages[i]), QFileDevice::FileModificationTime));
        }
        base::LogFile file(clock, {.folder = folder.path(), .maxBytes = 50, .keepDays = 7});
        const base::LogLine line{1, base::Level::Info, "m", std::string(60, 'x')};
        file.write(line);
        file.write(line); // turns over
        QVERIFY(!dir.exists(names[0]));
        QVERIFY(dir.exists(names[1]));
        QVERIFY(dir.exists(names[2]));
    }

    void lineOfAnotherProgramRunIsTurnedOverOnANewDay()
    {
        QTemporaryDir folder;
        base::ManualClock clock(base::SystemClock().wall());
        const base::LogLine line{1, base::Level::Info, "m", "{}"};
        {
            base::LogFile first(clock, {.folder = folder.path()});
            first.write(line);
        }
        clock.advance(25h);
        base::LogFile second(clock, {.folder = folder.path()});
        second.write(line);
        second.flush();
        const QDir dir(folder.path());
        QCOMPARE(dir.entryList({QStringLiteral("relevo-*.log")}).size(), 1);
        QCOMPARE(readAll(dir.filePath(QStringLiteral("relevo.log"))).count('\n'), 1);
    }

    void levelsBelowTheChosenOneAreNotWritten_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("lines");
        QTest::newRow("debug") << "debug" << 4;
        QTest::newRow("info") << "info" << 3;
        QTest::newRow("warning") << "Warning" << 2;
        QTest::newRow("error") << "error" << 1;
    }
    void levelsBelowTheChosenOneAreNotWritten()
    {
        QFETCH(QString, level);
        QFETCH(int, lines);
        const base::ManualClock clock;
        auto ring = std::make_shared<base::LogRing::Lines>();
        base::Log log(clock, {.level = base::levelOfName(level).value()});
        log.addSink(std::make_unique<base::LogRing>(ring));
        log.debug("m", "e");
        log.info("m", "e");
        log.warning("m", "e");
        log.error("m", "e");
        log.flush();
        QCOMPARE(static_cast<int>(ring->since(0, 10).size()), lines);
        QVERIFY(!base::levelOfName(u"loud"));
    }
};

RELEVO_TEST(LogTest)
#include "log_test.moc"
