// SPDX-License-Identifier: GPL-3.0-or-later
// What people write and show in a release: nothing that gives a secret away, nothing that cannot be read
// back.
#include "release_desk.h"
#include "support/runner.h"

#include <QDir>

#include <cmath>

using base::Code;
using people_desk::codeOf;
using release_desk::item;
using release_desk::pasted;
using ReleaseDesk = release_desk::Desk;

namespace {

QString words(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

const QString kToken = words("ghp_16C7e42F292c6912E7710c838347Ae178B4a");

QByteArray utf16(const QString& text)
{
    return "\xff\xfe" + QByteArray(reinterpret_cast<const char*>(text.utf16()), 2 * text.size());
}

} // namespace

class DeskReleaseTextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsAreNoEvidence_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("key") << words("sk-proj-4fK2n9Qw7Lx1Zt8Vb3Rm6Yc5Hd0Pj2Ga");
        QTest::newRow("password") << words("password: hunter2-Xy9!");
        QTest::newRow("address") << words("redis://relevo:s3cr3tW0rd@cache.example:6379/0");
        QTest::newRow("pem") << words(
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n"
            "-----END PRIVATE KEY-----");
    }
    void secretsAreNoEvidence()
    {
        QFETCH(QString, said);
        ReleaseDesk f;
        f.hire();
        f.begin();
        QCOMPARE(codeOf(f.act(f.beto, pasted("backup", said))), Code::Refused);
        release::Show file{.item = item("backup"),
                           .evidence = {.kind = release::EvidenceKind::File, .title = words("x")}};
        QCOMPARE(codeOf(f.act(f.beto, file, said.toUtf8())), Code::Refused);
        // What a check printed cannot be taken back by its author: it is kept without the secret.
        file.evidence = {.kind = release::EvidenceKind::Check,
                         .outcome = release::Outcome::Passed,
                         .text = said};
        QVERIFY(f.does(f.beto, file));
        const auto view = f.view();
        QVERIFY(view->release->items.front().evidence.front().text != said);
        QVERIFY(!QDir(f.folder.filePath(words("evidence"))).exists());
    }

    void evidenceIsKeptAsItMayBe()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.beto, pasted("backup", words("asked ana@example.com, dni 30.123.456"))));
        const QString long1 = QString(1'200'000, u'x') + words("\nthe end\n");
        QVERIFY(f.does(f.beto, pasted("backup", long1)));
        const auto view = f.view();
        const auto& evidence = view->release->items.front().evidence;
        QVERIFY(!evidence[0].text.contains(u'@') && !evidence[0].text.contains(words("30.123")));
        QCOMPARE(evidence[0].validFor, release::minutes(24 * 60)); // as the item asks for
        QVERIFY(evidence[1].text.toUtf8().size() <= desk::kLongestEvidence);
        QVERIFY(evidence[1].text.endsWith(words("the end\n")));
        for (const auto& [kind, title] :
             {std::pair(release::EvidenceKind::Link, words("javascript:alert(1)")),
              std::pair(release::EvidenceKind::Link, words("not an address")),
              std::pair(release::EvidenceKind::File, words("without its bytes")),
              std::pair(release::EvidenceKind::Pasted, words("nothing"))})
            QCOMPARE(codeOf(f.act(f.beto,
                                  release::Show{item("backup"), {.kind = kind, .title = title}})),
                     Code::Invalid);
        QCOMPARE(codeOf(f.act(f.beto, release::Say{item("backup"), QString(10'001, u'x')})),
                 Code::Invalid);
    }

    void filesThatHoldASecretAreNoEvidence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isKept");
        const QByteArray told = ("token: " + kToken).toUtf8();
        QTest::newRow("text") << told << false;
        QTest::newRow("UTF-16") << utf16(words("token: ") + kToken) << false;
        QTest::newRow("after a zero byte") << QByteArray(1, '\0') + told << false;
        QTest::newRow("far behind") << QByteArray(3'000'000, 'x') + '\n' + told << false;
        QTest::newRow("in a picture") << "\x89PNG\r\n\x1a\n" + QByteArray(9, '\0') + told << false;
        QTest::newRow("UTF-16 without") << utf16(words("todo en orden, sin errores")) << true;
        QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n" + QByteArray(900, '\x90') << true;
    }
    void filesThatHoldASecretAreNoEvidence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isKept);
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Show file{
            .item = item("backup"),
            .evidence = {.kind = release::EvidenceKind::File, .title = words("x")}};
        const auto answer = f.act(f.beto, file, bytes);
        QCOMPARE(answer.has_value(), isKept);
        if (!isKept)
            QCOMPARE(codeOf(answer), Code::Refused);
    }

    void whatAllReadHoldsNoSecret()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        const QString told = words("use token: ") + kToken;
        QCOMPARE(codeOf(f.act(f.beto, release::Say{item("backup"), told})), Code::Refused);
        QCOMPARE(codeOf(f.act(f.beto, release::Change{.step = release::Step::Block,
                                                      .item = item("backup"),
                                                      .reason = told})),
                 Code::Refused);
        QCOMPARE(codeOf(f.act(f.ana, release::Reschedule{.title = told})), Code::Refused);
        QVERIFY(f.does(f.beto, release::Say{item("backup"), words("the token is in the safe")}));
    }

    void figuresAreNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("not a number") << std::nan("");
        QTest::newRow("without end") << HUGE_VAL;
    }
    void figuresAreNumbers()
    {
        QFETCH(double, value);
        ReleaseDesk f;
        f.hire();
        f.begin();
        const release::Show figure{.item = item("backup"),
                                   .evidence = {.kind = release::EvidenceKind::Metric,
                                                .outcome = release::Outcome::Passed,
                                                .title = words("errors"),
                                                .value = value}};
        QCOMPARE(codeOf(f.act(f.beto, figure)), Code::Invalid);
        f.restart();
        QVERIFY2(f.view(), "what is stored can be read");
    }

    void aTitleIsOneLine()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.ana, release::Reschedule{.title = words(" two\nlines\x1b[31m \t red ")}));
        QCOMPARE(f.view()->release->title, words("two lines [31m red"));
    }
};

RELEVO_TEST(DeskReleaseTextsTest)
#include "release_texts_test.moc"
