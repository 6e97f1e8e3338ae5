// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases from which the classifiers of intents and problems learn: each one said once, with one
// meaning.
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace {

const QString& nluFolder()
{
    static const QString folder = QStringLiteral(RELEVO_SOURCE_DIR "/resources/nlu");
    return folder;
}

/// An empty object where the file cannot be read or is no JSON object.
QJsonObject objectOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

struct PhraseFile {
    QString name; ///< of the file, without its ending
    QJsonObject content;
};

QList<PhraseFile> phraseFiles(const QString& folder)
{
    QList<PhraseFile> found;
    const QDir dir(nluFolder() + u'/' + folder);
    for (const auto& entry : dir.entryInfoList({QStringLiteral("*.json")}, QDir::Files))
        found.append({entry.completeBaseName(), objectOf(entry.filePath())});
    return found;
}

QList<PhraseFile> intentFiles()
{
    return phraseFiles(QStringLiteral("intents"));
}

struct Phrase {
    QString label, language, text;
};

QString placeOf(const Phrase& phrase)
{
    return phrase.label + u'/' + phrase.language + QStringLiteral(": ") + phrase.text;
}

QList<Phrase> allPhrases(const QString& folder)
{
    QList<Phrase> phrases;
    for (const auto& file : phraseFiles(folder)) {
        const auto languages = file.content.value(u"phrases").toObject();
        for (auto it = languages.begin(); it != languages.end(); ++it) {
            for (const auto& text : it.value().toArray())
                phrases.append({file.name, it.key(), text.toString()});
        }
    }
    return phrases;
}

/// Without case and accents.
QString folded(const QString& text)
{
    QString kept;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            kept.append(c);
    }
    return kept.toCaseFolded();
}

QStringList sortedStrings(const QJsonArray& array)
{
    QStringList strings;
    for (const auto& value : array)
        strings.append(value.toString());
    strings.sort();
    return strings;
}

} // namespace

class IntentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIntentOfTheSchemaHasItsFile()
    {
        const auto schema = objectOf(nluFolder() + QStringLiteral("/intent.schema.json"));
        const auto intents = schema.value(u"properties").toObject().value(u"intent").toObject();
        QStringList names;
        for (const auto& file : intentFiles())
            names.append(file.name);
        names.sort();
        QCOMPARE(names.size(), 16);
        QCOMPARE(names, sortedStrings(intents.value(u"enum").toArray()));
    }

    void aFileIsNamedAfterItsIntent()
    {
        for (const auto& file : intentFiles())
            QCOMPARE(file.content.value(u"intent").toString(), file.name);
    }

    void noPhraseStandsTwiceInALanguage_data() { addFolders(); }
    void noPhraseStandsTwiceInALanguage()
    {
        QFETCH(QString, folder);
        QSet<QString> seen;
        for (const auto& phrase : allPhrases(folder)) {
            const auto key = phrase.language + u'/' + folded(phrase.text);
            QVERIFY2(!seen.contains(key), qPrintable(placeOf(phrase)));
            seen.insert(key);
        }
    }

    // Nor in another language: whoever writes one often mixes in the words of the other.
    void noPhraseMeansTwoThings_data() { addFolders(); }
    void noPhraseMeansTwoThings()
    {
        QFETCH(QString, folder);
        QHash<QString, QString> labels;
        for (const auto& phrase : allPhrases(folder)) {
            const auto key = folded(phrase.text);
            const auto known = labels.value(key, phrase.label);
            QVERIFY2(known == phrase.label,
                     qPrintable(placeOf(phrase) + QStringLiteral(" is also ") + known));
            labels.insert(key, phrase.label);
        }
    }

private:
    static void addFolders()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("intents") << QStringLiteral("intents");
        QTest::newRow("problems") << QStringLiteral("problems");
    }
};

RELEVO_TEST(IntentsTest)
#include "intents_test.moc"
