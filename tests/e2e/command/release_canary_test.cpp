// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release canary RELEASE status: what the watched figures propose, outside the window.
#include "release_shop.h"
#include "support/runner.h"
#include "unit/probes/servers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrlQuery>

namespace release_play {

/// Answers as Prometheus does: what a figure was before, and what it has been since so many minutes.
class Prometheus
{
public:
    double before = 0.4, now = 0.5;
    int minutes = 30; ///< since when it is `now`; `before` before
    bool isDown = false;
    QStringList baselinesAt; ///< as of when they were asked for

    [[nodiscard]] QString address() const { return m_server.address(); }

private:
    void answer(QTcpSocket& socket, const HttpServer::Request& request)
    {
        const QUrl url(QString::fromLatin1(request.target));
        const QUrlQuery query(url);
        QByteArray data =
            R"({"resultType":"scalar","result":[1,")" + QByteArray::number(now) + "\"]}";
        if (query.hasQueryItem(QStringLiteral("time"))) {
            baselinesAt += query.queryItemValue(QStringLiteral("time"));
            data = R"({"resultType":"scalar","result":[1,")" + QByteArray::number(before) + "\"]}";
        } else if (url.path().endsWith(QLatin1String("/query_range"))) {
            data = range(query);
        }
        const QByteArray whole = R"({"status":"success","data":)" + data + '}';
        HttpServer::say(socket, isDown ? 503 : 200, isDown ? "down" : whole);
    }
    [[nodiscard]] QByteArray range(const QUrlQuery& query) const
    {
        const auto number = [&query](const char* name) {
            return query.queryItemValue(QString::fromLatin1(name)).toDouble();
        };
        QByteArrayList values;
        for (double at = number("start"); at <= number("end"); at += number("step")) {
            const bool isSince = at > number("end") - minutes * 60;
            values += '[' + QByteArray::number(at, 'f', 3) + ",\"" +
                      QByteArray::number(isSince ? now : before) + "\"]";
        }
        return R"({"resultType":"matrix","result":[{"metric":{},"values":[)" + values.join(',') +
               "]}]}";
    }
    HttpServer m_server{[this](QTcpSocket& socket, const HttpServer::Request& request) {
        answer(socket, request);
    }};
};

/// A release of its own template that may go out at once: p95 is watched against what it was.
struct Watched {
    explicit Watched(const Shop& shop, const char* figure = "chat_p95_seconds", double limit = 2)
    {
        const QByteArray plan = R"({"schema":"relevo.release/1","id":"small","version":1,
            "title":"Small","sections":[{"id":"s","title":"S","items":[
                {"id":"it","title":"It","class":"required"}]}],
            "canary":{"stages":[{"percent":5,"minutes":30},{"percent":100,"minutes":30}],
                "watches":[{"id":"slow","title":"Not slower","figure":")" +
                                QByteArray(figure) + R"(","badWhen":"above","limit":)" +
                                QByteArray::number(limit) +
                                R"(,"ofBaseline":true,"sustainedMinutes":5}]}})";
        const PlayEnded saved = shop.run({"release", "template", "save", "-", "--as", "Ana"}, plan);
        if (saved.exit != 0)
            qFatal("%s", saved.err.constData());
        id = shop.run({"release", "create", "5.0", "--template", "small", "--as", "Ana"}).id();
        if (shop.does("Ana", {"tick", id, "it"}) != 0)
            qFatal("tick");
    }
    /// While the server on this thread answers.
    PlayEnded status(const Shop& shop, const QStringList& more = {},
                     const char* language = "en_GB.UTF-8") const
    {
        QProcess process;
        shop.start(process, QStringList{"release", "canary", id, "status"} + more, {}, language);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    int steer(const Shop& shop, const QStringList& how) const
    {
        QProcess process;
        shop.start(process,
                   QStringList{"release", "canary", id} + how + QStringList{"--as", "Ana"});
        process.closeWriteChannel();
        return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000)
                   ? process.exitCode()
                   : -1;
    }

    QString id;
};

inline QJsonObject figureOf(const PlayEnded& ended)
{
    return ended.json().value(QLatin1String("figures")).toArray().first().toObject();
}

} // namespace release_play

using release_play::figureOf;
using release_play::PlayEnded;
using release_play::Prometheus;
using release_play::Shop;
using release_play::Watched;

class ReleaseCanaryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // "p95 > 2 x baseline for 5 min": the server is asked for what has lasted, so one look is enough.
    void aBreachOnAServerIsSeenAtOnce()
    {
        Prometheus prometheus;
        const Shop shop;
        const Watched canary(shop);
        QCOMPARE(shop.does("Ana", {"parameter", canary.id, "prometheus", prometheus.address()}), 0);
        QCOMPARE(canary.steer(shop, {"begin"}), 0);
        const PlayEnded fine = canary.status(shop);
        QVERIFY2(fine.exit == 0, (fine.out + fine.err).constData());
        QVERIFY2(fine.out.contains("running, 5 %") &&
                     fine.out.contains("Not slower: 0.5 (> 2 × 0.4 = 0.8): fine\n") &&
                     fine.out.contains("Proposed: hold. The stage needs its time.\n"),
                 fine.out.constData());

        prometheus.now = 1.2;
        prometheus.minutes = 2;
        const PlayEnded suspect = canary.status(shop, {"--json"});
        QVERIFY2(suspect.exit == 0, suspect.err.constData());
        QCOMPARE(figureOf(suspect).value(QLatin1String("state")), QLatin1String("suspect"));
        QCOMPARE(suspect.json().value(QLatin1String("proposal")), QLatin1String("hold"));

        prometheus.minutes = 7;
        const PlayEnded breach = canary.status(shop, {"--json"});
        QCOMPARE(breach.exit, 1);
        const QJsonObject figure = figureOf(breach);
        QCOMPARE(figure.value(QLatin1String("state")), QLatin1String("breached"));
        QCOMPARE(figure.value(QLatin1String("baseline")).toDouble(), 0.4);
        QCOMPARE(figure.value(QLatin1String("limit")).toDouble(), 0.8);
        QCOMPARE(figure.value(QLatin1String("value")).toDouble(), 1.2);
        const auto since = QDateTime::fromString(
            figure.value(QLatin1String("beyondSince")).toString(), Qt::ISODateWithMs);
        const qint64 ago = since.secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(ago > 5 * 60 && ago < 8 * 60, QByteArray::number(ago).constData());
        QCOMPARE(breach.json().value(QLatin1String("proposal")), QLatin1String("abort"));
        const PlayEnded words = canary.status(shop, {}, "es_AR.UTF-8");
        QCOMPARE(words.exit, 1);
        QVERIFY2(words.out.contains("Propuesta: abortar. No está bien: Not slower.\n"),
                 words.out.constData());
        QCOMPARE(canary.steer(shop, {"abort", "--reason", "slow"}), 0);
        const QByteArray history = shop.run({"release", "history", canary.id, "--json"}).out;
        QVERIFY2(history.contains("1.2 breached"), history.constData()); // written down with it

        // Who begins again compares with what was before all of it.
        const QString first = prometheus.baselinesAt.last();
        QTest::qWait(1'100);
        QCOMPARE(canary.steer(shop, {"begin"}), 0);
        QCOMPARE(canary.status(shop).exit, 1);
        QCOMPARE(prometheus.baselinesAt.last(), first);
    }

    void whatCannotBeReadIsAnErrorUnlessSomebodySaysIt()
    {
        Prometheus prometheus;
        prometheus.isDown = true;
        const Shop shop;
        const Watched canary(shop);
        QCOMPARE(canary.steer(shop, {"begin"}), 0);
        const QStringList there{"--prometheus", prometheus.address()};
        const PlayEnded down = canary.status(shop, there);
        QCOMPARE(down.exit, 2);
        QVERIFY2(down.err.contains("The figures cannot be read: ") && down.err.contains("503"),
                 down.err.constData());
        QVERIFY2(down.out.contains("no baseline to compare with"), down.out.constData());
        const QStringList said{"--readings", "chat_p95_seconds=3", "--baselines",
                               "chat_p95_seconds=1"};
        const PlayEnded typed = canary.status(shop, there + said + QStringList{"--json"});
        QCOMPARE(typed.exit, 2); // beyond it, and nobody knows for how long
        QCOMPARE(figureOf(typed).value(QLatin1String("state")), QLatin1String("suspect"));
        QCOMPARE(canary.status(shop, {"--readings", "p95"}).exit, 2);
        QCOMPARE(canary.status(shop, {"--prometheus", "nowhere:x"}).exit, 2);
        QVERIFY(canary.status(shop, {"--every", "1s"}).err.contains("from 10s to 24h"));
    }

    void itIsWatchedUntilABreach()
    {
        Prometheus prometheus;
        const Shop shop;
        const Watched canary(shop);
        QCOMPARE(canary.steer(shop, {"begin"}), 0);
        QProcess process;
        shop.start(process, {"release", "canary", canary.id, "status", "--every", "10s", "--for",
                             "1h", "--json", "--prometheus", prometheus.address()});
        process.closeWriteChannel();
        QByteArray out;
        QVERIFY(QTest::qWaitFor(
            [&] { return (out += process.readAllStandardOutput()).count('\n') == 1; }, 20'000));
        prometheus.now = 5;
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000));
        out += process.readAllStandardOutput();
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(out.count('\n'), 2);
        QCOMPARE(out.count("\"proposal\":\"abort\""), 1);
    }

    // The service has read its own figures all along: it knows what was before.
    void theProgramsOwnFiguresAreRead()
    {
        const Shop shop;
        const Watched canary(shop, "memory_ratio", 100);
        const PlayEnded before = canary.status(shop, {"--json"});
        QCOMPARE(before.exit, 0);
        QCOMPARE(before.json().value(QLatin1String("proposal")), QLatin1String("none"));
        QCOMPARE(figureOf(before).value(QLatin1String("state")), QLatin1String("no_data"));
        QCOMPARE(canary.steer(shop, {"begin"}), 0);
        const PlayEnded fine = canary.status(shop, {"--json"});
        QVERIFY2(fine.exit == 0, (fine.out + fine.err).constData());
        QCOMPARE(fine.json().value(QLatin1String("source")), QLatin1String("own"));
        QCOMPARE(figureOf(fine).value(QLatin1String("state")), QLatin1String("fine"));
        QVERIFY(figureOf(fine).value(QLatin1String("baseline")).toDouble() > 0);
        shop.stop(); // who counted is gone
        const PlayEnded alone = canary.status(shop);
        QCOMPARE(alone.exit, 2);
        QVERIFY2(alone.err.contains("no program that counts them runs with this data"),
                 alone.err.constData());
    }
};

RELEVO_TEST(ReleaseCanaryTest)
#include "release_canary_test.moc"
