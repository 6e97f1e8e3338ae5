// SPDX-License-Identifier: GPL-3.0-or-later
// What lower layers say in English of an error reaches people in their language.
#include "app/commands/command_lists.h"
#include "app/commands/local_io.h"
#include "support/runner.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace details {

/// The words of errors in these folders: "a text is too long", "no section x" for `"no section " + id`.
QStringList saidIn(const QString& folder)
{
    static const QRegularExpression kSentence(QStringLiteral(R"re("(%?[a-z][^"\\]* [^"\\]*)")re"));
    QStringList said;
    QDirIterator each(QStringLiteral(RELEVO_SOURCE_DIR "/src/") + folder, {QStringLiteral("*.cpp")},
                      QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        for (const QString& statement : QString::fromUtf8(file.readAll()).split(u';')) {
            if (!statement.contains(QLatin1String("base::Code::")))
                continue;
            for (auto it = kSentence.globalMatch(statement); it.hasNext();) {
                QString text = it.next().captured(1);
                text.replace(QRegularExpression(QStringLiteral("%[12]")), QStringLiteral("7"));
                said += text.endsWith(u' ') ? text + u'x' : text;
            }
        }
    }
    return said;
}

} // namespace details

class DetailsTest : public QObject
{
    Q_OBJECT

    app::LocalIo m_io;
    const app::CommandContext m_es{{.language = QStringLiteral("es")}, m_io, nullptr};
    const app::CommandContext m_en{{.language = QStringLiteral("en")}, m_io, nullptr};

    QString es(const char* detail) const
    {
        return app::detailSentence(m_es, QString::fromUtf8(detail));
    }

private Q_SLOTS:
    void whatLowerLayersSayIsTranslated()
    {
        int count = 0;
        for (const char* folder : {"release", "desk/releases", "desk/people", "people",
                                   "store/releases", "app/release_commands"}) {
            for (const QString& text : details::saidIn(QString::fromLatin1(folder))) {
                ++count;
                if (app::detailSentence(m_es, text) == text)
                    QFAIL(qPrintable(QStringLiteral("%1: \"%2\" stays English")
                                         .arg(QString::fromLatin1(folder), text)));
                QCOMPARE(app::detailSentence(m_en, text), text);
            }
        }
        QVERIFY2(count > 40, qPrintable(QString::number(count)));
    }

    void blanksAndPlacesAreKept()
    {
        QCOMPARE(es("wait 12 s for the next passphrase"),
                 QStringLiteral("esperá 12 s para la próxima frase de contraseña"));
        QCOMPARE(es("9 levels inside each other in line 3"),
                 QStringLiteral("9 niveles uno dentro de otro en la línea 3"));
        QCOMPARE(es("/tmp/a b.json: item x: knows no 'king'"),
                 QStringLiteral("/tmp/a b.json: punto x: no conoce 'king'"));
        QCOMPARE(es("unknown_dependency: a, b"), QStringLiteral("lo que espera no está: a, b"));
        QCOMPARE(es("list.md: over 64 MB"), QStringLiteral("list.md: más de 64 MB"));
    }

    // A release may be called like a place in a template.
    void whatPeopleWroteStays()
    {
        for (const char* text : {"canary", "items", "item 4", "2.4", "", "cycle", "%1", "a: b"})
            QCOMPARE(es(text), QString::fromUtf8(text));
    }
};

RELEVO_TEST(DetailsTest)
#include "details_test.moc"
