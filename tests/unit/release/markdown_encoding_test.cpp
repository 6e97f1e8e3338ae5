// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/encoding.h"
#include "support/runner.h"
#include "unit/release/markdown_files.h"

using namespace release;

namespace {

/// Reads the bytes as Latin-1 and writes them as UTF-8, as a careless program does.
QByteArray damagedByLatin1(const QByteArray& utf8)
{
    return QString::fromLatin1(utf8).toUtf8();
}

} // namespace

class MarkdownEncodingTest : public QObject
{
    Q_OBJECT
    const QByteArray m_whole =
        markdown_files::corpus(QStringLiteral("status/estado-actual-despliegue.md"));

private Q_SLOTS:
    void utf8StaysAsItIs()
    {
        for (const QByteArray& text :
             {m_whole, QByteArray("plain"), QByteArray(), QByteArray("Ángel, ¿qué tal? ñandú €"),
              QByteArray("\xEF\xBB\xBFmarca"), QByteArray("100 √ñ y Ω")}) {
            const auto read = readableText(text);
            QVERIFY(read);
            QCOMPARE(read->utf8, text);
            QVERIFY(read->repaired == TextDamage::None);
        }
    }

    void aFileReadAsMacRomanIsRepaired()
    {
        const auto read = readableText(
            markdown_files::corpus(QStringLiteral("status/estado-actual-despliegue.mac-roman.md")));
        QVERIFY(read);
        QCOMPARE(read->utf8, m_whole);
        QVERIFY(read->repaired == TextDamage::ReadAsMacRoman);
    }

    void aFileReadAsLatin1IsRepaired()
    {
        const auto read = readableText(damagedByLatin1(m_whole));
        QVERIFY(read);
        QCOMPARE(read->utf8, m_whole);
        QVERIFY(read->repaired == TextDamage::ReadAsLatin1);
    }

    void aFileReadAsWindows1252IsRepaired()
    {
        const auto read = readableText("Revisi\u00c3\u00b3n \u00e2\u0153\u2026 \u00e2\u20ac\u201d");
        QVERIFY(read);
        QCOMPARE(read->utf8, QByteArray("Revisión ✅ —"));
        QVERIFY(read->repaired == TextDamage::ReadAsLatin1);
    }

    void whatIsNoUtf8IsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("detail");
        QTest::newRow("Latin-1 itself")
            << QByteArray("uno\ndos\ntr\xE9s\n") << QStringLiteral("line 3 is not UTF-8");
        QTest::newRow("cut") << QByteArray("a\r\n\xF0\x9F\x98")
                             << QStringLiteral("line 2 is not UTF-8");
        QTest::newRow("surrogate")
            << QByteArray("\xED\xA0\x80") << QStringLiteral("line 1 is not UTF-8");
        QTest::newRow("too long") << QByteArray("\xC0\x80")
                                  << QStringLiteral("line 1 is not UTF-8");
        QTest::newRow("too large")
            << QByteArray("\xF4\x90\x80\x80") << QStringLiteral("line 1 is not UTF-8");
        QTest::newRow("UTF-16 LE")
            << QByteArray("\xFF\xFE#\0", 4) << QStringLiteral("UTF-16, not UTF-8");
        QTest::newRow("UTF-16 BE")
            << QByteArray("\xFE\xFF\0#", 4) << QStringLiteral("UTF-16, not UTF-8");
        QTest::newRow("UTF-32 LE")
            << QByteArray("\xFF\xFE\0\0#\0\0\0", 8) << QStringLiteral("UTF-32, not UTF-8");
    }
    void whatIsNoUtf8IsSaidSo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, detail);
        const auto read = readableText(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, base::Code::Invalid);
        QCOMPARE(read.error().detail, detail);
    }
};

RELEVO_TEST(MarkdownEncodingTest)
#include "markdown_encoding_test.moc"
