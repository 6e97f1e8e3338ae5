// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/relay.h"
#include "support/runner.h"

#include <QSignalSpy>
#include <QTest>

using probes::Relay;

namespace {

constexpr qint64 kMost = 1'000;

/// A host that one relay is connected to.
struct RelayedHost {
    RelayedHost()
    {
        QVERIFY(server.listen(QHostAddress::LocalHost));
        relay.connectTo(server.serverAddress(), server.serverPort(),
                        [this](const QString& whyNot) { isConnected = whyNot.isEmpty(); });
        QTRY_VERIFY(isConnected);
        QTRY_VERIFY(server.hasPendingConnections());
        host = server.nextPendingConnection();
    }
    QTcpServer server;
    QTcpSocket* host = nullptr; ///< of server
    Relay relay{kMost};
    bool isConnected = false;
};

} // namespace

class RelayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneConnectionIsPassedOnAndOthersAreCut()
    {
        RelayedHost f;
        QTcpSocket first, second;
        first.connectToHost(QHostAddress::LocalHost, f.relay.port());
        first.write("ask");
        QTRY_COMPARE(f.host->bytesAvailable(), 3);
        second.connectToHost(QHostAddress::LocalHost, f.relay.port());
        second.write("other");
        QSignalSpy cut(&second, &QTcpSocket::disconnected);
        QTRY_COMPARE(cut.count(), 1);
        f.host->write("answer");
        QTRY_COMPARE(first.bytesAvailable(), 6);
        QCOMPARE(f.host->readAll(), QByteArray("ask"));
        QVERIFY(!f.server.hasPendingConnections());
    }

    // Whoever refers to it would talk to somebody else.
    void nobodyElseTakesThePortMeanwhile()
    {
        RelayedHost f;
        const quint16 port = f.relay.port();
        QTcpServer other;
        {
            QTcpSocket asker;
            asker.connectToHost(QHostAddress::LocalHost, port);
            asker.write("ask");
            QTRY_COMPARE(f.host->bytesAvailable(), 3);
            QVERIFY(!other.listen(QHostAddress::LocalHost, port));
        }
        QTRY_COMPARE(f.host->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(f.relay.port(), port);
        QVERIFY(!other.listen(QHostAddress::LocalHost, port));
        f.relay.close();
        QVERIFY(other.listen(QHostAddress::LocalHost, port));
    }

    // No socket connects to a broadcast address, which the system says at once.
    void aFailureIsToldFromTheEventLoop()
    {
        Relay relay(kMost);
        QStringList told;
        relay.connectTo(QHostAddress(QHostAddress::Broadcast), 9,
                        [&told](const QString& whyNot) { told += whyNot; });
        QVERIFY(told.isEmpty());
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(!told.front().isEmpty());
    }

    void oneThatIsClosedTellsNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Relay relay(kMost);
        bool isTold = false;
        relay.connectTo(server.serverAddress(), server.serverPort(),
                        [&isTold](const QString&) { isTold = true; });
        relay.close();
        QTest::qWait(50);
        QVERIFY(!isTold);
        QVERIFY2(!server.hasPendingConnections(), "it does not even connect");
    }
};

RELEVO_TEST(RelayTest)
#include "relay_test.moc"
