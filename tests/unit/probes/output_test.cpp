// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/output.h"
#include "support/runner.h"

using probes::Output;
using probes::Redactor;

class OutputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsShownNowhereHoweverItIsCut()
    {
        const Redactor nothing;
        const QByteArray begin = "-----BEGIN EC PRIVATE KEY-----\n";
        const QByteArray end = "-----END EC PRIVATE KEY-----\n";
        // In pieces, as it is printed.
        Output live({.mask = {}, .redact = nothing});
        live.append("a\n" + begin + "MHcC\n");
        QString shown = live.takeLive();
        live.append("AQEE\n");
        shown += live.takeLive();
        live.append("IBkg\n" + end + "b\n");
        shown += live.takeLive() + live.takeRest();
        QCOMPARE(shown, QStringLiteral("a\n[PRIVATE KEY]\nb\n"));
        QCOMPARE(live.text(), QStringLiteral("a\n[PRIVATE KEY]\nb\n"));
        // Its beginning gone, with the beginning of all.
        Output cut({.most = 64, .livePiece = 64, .mask = {}, .redact = nothing});
        cut.append(QByteArray(100, 'x') + '\n' + begin + "MHcCAQEE\nIBkg\n" + end + "b\n");
        QCOMPARE(cut.text(), QStringLiteral("[PRIVATE KEY]\nb\n"));
        const QString piece = cut.takeLive();
        QVERIFY2(!piece.contains(QLatin1String("IBkg")), qPrintable(piece));
        // Its end never came.
        Output ended({.mask = {}, .redact = nothing});
        ended.append(begin + "MHcC\n");
        QCOMPARE(ended.text(), QStringLiteral("[PRIVATE KEY]"));
    }

    void aSecretIsHiddenHoweverItIsWritten()
    {
        const QString secret = QStringLiteral("a/b \"ñ\"+c");
        const Redactor redactor({{QStringLiteral("session"), secret}}, {QStringLiteral("session")});
        for (const char* written :
             {"a/b \"ñ\"+c", "a%2Fb%20%22%C3%B1%22%2Bc", "a%2fb%20%22%c3%b1%22%2bc",
              "a/b%20%22%C3%B1%22+c", "a/b \\\"ñ\\\"+c", "a\\/b \\\"ñ\\\"+c",
              "a/b \\\"\\u00f1\\\"+c"})
            QCOMPARE(redactor(QStringLiteral("<%1>").arg(QString::fromUtf8(written))),
                     QStringLiteral("<{session}>"));
    }

    void keepsEverythingThatFits()
    {
        Output output({.most = 100, .redact = m_nothing});
        output.append("one\n");
        output.append("two");
        QCOMPARE(output.text(), QStringLiteral("one\ntwo"));
        QVERIFY(!output.isCut());
    }

    void keepsTheTailFromAWholeLineOn()
    {
        Output output({.most = 20, .redact = m_nothing});
        for (int i = 0; i < 1'000; ++i)
            output.append("line " + QByteArray::number(i) + '\n');
        QCOMPARE(output.text(), QStringLiteral("line 998\nline 999\n"));
        QVERIFY(output.isCut());
    }

    void keepsWholeCharacters()
    {
        Output output({.most = 10, .redact = m_nothing});
        output.append(QByteArray("ñ").repeated(30) + "x");
        const QString text = output.text();
        QCOMPARE(text, QString(QStringLiteral("ñ")).repeated(4) + u'x');
    }

    void showsWholeLinesWhileItRuns()
    {
        Output output({.livePiece = 100, .redact = m_nothing});
        output.append("one\ntw");
        QCOMPARE(output.takeLive(), QStringLiteral("one\n"));
        QCOMPARE(output.takeLive(), QString());
        output.append("o\nthree");
        QCOMPARE(output.takeLive(), QStringLiteral("two\n"));
        QCOMPARE(output.takeRest(), QStringLiteral("three"));
    }

    void showsNoHalfLineOfWhatCameTooFast()
    {
        Output output({.livePiece = 10, .redact = m_nothing});
        output.append("a line that is longer than two pieces\n");
        QCOMPARE(output.takeLive(), QString());
        output.append("an endless one without an end, and so");
        output.append(" on\nshort\n");
        QCOMPARE(output.takeLive(), QStringLiteral("short\n"));
    }

    void hidesSecretsTheLongestFirst()
    {
        const Redactor redactor({{QStringLiteral("log_token"), QStringLiteral("abcdef")},
                                 {QStringLiteral("session"), QStringLiteral("abcdefgh")},
                                 {QStringLiteral("host"), QStringLiteral("shown")}},
                                {QStringLiteral("log_token"), QStringLiteral("session")});
        QCOMPARE(redactor(QStringLiteral("shown abcdefgh abcdef abc")),
                 QStringLiteral("shown {session} {log_token} abc"));
    }

    void aMaskThatMakesItLongerStaysInside()
    {
        Output output({.most = 30,
                       .mask =
                           [](const QString& text) {
                               return QString(text).replace(u'@', QLatin1String("[SOMEBODY]"));
                           },
                       .redact = m_nothing});
        output.append("@@@@@\n@\n");
        QCOMPARE(output.text(), QStringLiteral("[SOMEBODY]\n"));
    }

private:
    const Redactor m_nothing{};
};

RELEVO_TEST(OutputTest)
#include "output_test.moc"
