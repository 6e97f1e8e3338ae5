// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdown.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QTest>

using namespace markdown;

class MarkdownTest : public QObject
{
    Q_OBJECT
    static QString u(const char* text) { return QString::fromUtf8(text); }

private Q_SLOTS:
    void becomesHtml()
    {
        const QString html = toHtml(u("## Antes de empezar\n\n1. **Apagá** el equipo\n2. ~~No~~\n\n"
                                      "| a | b |\n|---|---|\n| 1 | 2 |\n"));
        QVERIFY(html.contains(u("<h2>Antes de empezar</h2>")));
        QVERIFY(html.contains(u("<strong>Apagá</strong>")));
        QVERIFY(html.contains(u("<del>No</del>")));
        QVERIFY(html.contains(u("<table>")));
    }

    void htmlOfTheSourceIsLeftOut()
    {
        for (const char* hostile :
             {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b",
              "<iframe src='https://x'></iframe>", "<svg/onload=alert(1)>", "<a href='x'>y</a>",
              "&lt;b&gt;<b onclick=x>z</b>", "<!-- x --><style>*{}</style>"}) {
            const QString html = toHtml(u(hostile));
            for (const char* tag : {"<script", "<img", "<iframe", "<svg", "<a ", "<b", "<style"})
                QVERIFY2(!html.contains(u(tag)), qPrintable(html));
        }
    }

    void dangerousLinksLeadNowhere()
    {
        for (const char* link : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x",
                                 "file:///etc/passwd", "data:text/html;base64,PHNjcmlwdD4="}) {
            for (const char* form : {"[a](%1)", "![a](%1)", "<%1>", "[a][r]\n\n[r]: %1"}) {
                const QString html = toHtml(u(form).arg(u(link)));
                QVERIFY2(!html.contains(u("href=\"%1").arg(u(link)), Qt::CaseInsensitive),
                         qPrintable(html));
                QVERIFY2(!html.contains(u("src=\"%1").arg(u(link)), Qt::CaseInsensitive),
                         qPrintable(html));
            }
        }
        QVERIFY(!toHtml(u("[a](https://x/\"onclick=y)")).contains(u("\"onclick")));
    }

    // A megabyte of what makes careless parsers slow: quadratic time would outlast the test's limit.
    void hugeTextsEnd()
    {
        constexpr int kBytes = 1'000'000;
        for (const char* part : {"<script>", "[a](", "*a_ ", "> ", "`", "![[", "| a ", "- "}) {
            const QString text = u(part).repeated(kBytes / int(strlen(part)));
            QVERIFY(!toHtml(text).contains(u("<script")));
            std::ignore = excerpt(text);
        }
    }

    void plainTextHasTheWords()
    {
        const QString plain = toPlainText(u(
            "## Título\n\nTexto con **negrita**, `código` y [un vínculo](https://x).\n\n- uno\n"));
        for (const char* word : {"Título", "negrita", "código", "un vínculo", "uno"})
            QVERIFY2(plain.contains(u(word)), qPrintable(plain));
        QVERIFY(!plain.contains(u("**")));
    }

    void excerptIsTheFirstParagraphInOneLine()
    {
        QCOMPARE(excerpt(u("## Título\n\nUna **línea**\ny otra.\n\nMás.")), u("Una línea y otra."));
        QCOMPARE(excerpt(u("## Sólo título")), QString());
        QCOMPARE(excerpt(QString()), QString());
        const QString cut = excerpt(u("palabra ").repeated(100), 40);
        QVERIFY(cut.size() <= 40);
        QVERIFY(cut.endsWith(u("palabra…")));
    }
};

RELEVO_TEST(MarkdownTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "markdown_test.moc"
