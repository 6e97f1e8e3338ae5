// SPDX-License-Identifier: GPL-3.0-or-later
// What people write and show in a release: nothing that gives a secret away, nothing that cannot be read
// back.
#include "release_desk.h"
#include "support/runner.h"

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
