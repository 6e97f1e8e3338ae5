// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/clauses.h"
#include "support/runner.h"

class ClausesTest : public QObject
{
    Q_OBJECT

private:
    static QStringList clauses(QStringView text)
    {
        const auto message = engine::normalise(text);
        QStringList out;
        for (const auto& clause : nlu::clausesOf(message)) {
            QStringList words;
            for (std::size_t i = clause.first; i < clause.first + clause.count; ++i)
                words += message.text.mid(message.words[i].begin, message.words[i].size);
            out += words.join(u' ');
        }
        return out;
    }

private Q_SLOTS:
    void aMessageIsSplitAtMarksAndConnectors()
    {
        QCOMPARE(clauses(u"Hola! No anda el wifi y además la impresora no imprime"),
                 (QStringList{"hola", "no anda el wifi", "la impresora no imprime"}));
        QCOMPARE(clauses(u"the wifi is slow and also my mouse broke, but I am calm"),
                 (QStringList{"the wifi is slow", "my mouse broke", "i am calm"}));
    }
    void oneClauseIsNone()
    {
        QVERIFY(clauses(u"no prende la notebook").isEmpty());
        QVERIFY(clauses(u"¿no prende?").isEmpty());
        QVERIFY(clauses(u"").isEmpty());
        QVERIFY(clauses(u"y, y y").isEmpty());
    }
    void noMoreThanEight() { QCOMPARE(clauses(u"a, b, c, d, f, g, h, i, j, k, l, m").size(), 8); }
};

RELEVO_TEST(ClausesTest)
#include "clauses_test.moc"
