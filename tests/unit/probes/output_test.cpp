// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/output.h"
#include "support/runner.h"

using probes::Output;
using probes::Redactor;

class OutputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
    const Redactor m_nothing;
};

RELEVO_TEST(OutputTest)
#include "output_test.moc"
