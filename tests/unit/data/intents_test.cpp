// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases from which the intent classifier learns: each one said once, with one meaning.
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

struct IntentFile {
    QString name; ///< of the file, without its ending
    QJsonObject content;
};

const QList<IntentFile>& intentFiles()
{
    static const QList<IntentFile> files = [] {
        const QDir folder(nluFolder() + QStringLiteral("/intents"));
        QList<IntentFile> found;
        for (const auto& entry : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files))
            found.append({entry.completeBaseName(), objectOf(entry.filePath())});
        return found;
    }();
    return files;
}

struct Phrase {
    QString intent, language, text;
};

QString placeOf(const Phrase& phrase)
{
    return phrase.intent + u'/' + phrase.language + QStringLiteral(": ") + phrase.text;
}

QList<Phrase> allPhrases()
{
    QList<Phrase> phrases;
    for (const auto& file : intentFiles()) {
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

    void noPhraseStandsTwiceInALanguage()
    {
        QSet<QString> seen;
        for (const auto& phrase : allPhrases()) {
            const auto key = phrase.language + u'/' + folded(phrase.text);
            QVERIFY2(!seen.contains(key), qPrintable(placeOf(phrase)));
            seen.insert(key);
        }
    }

    // Nor in another language: whoever writes one often mixes in the words of the other.
    void noPhraseMeansTwoThings()
    {
        QHash<QString, QString> intents;
        for (const auto& phrase : allPhrases()) {
            const auto key = folded(phrase.text);
            const auto known = intents.value(key, phrase.intent);
            QVERIFY2(known == phrase.intent,
                     qPrintable(placeOf(phrase) + QStringLiteral(" is also ") + known));
            intents.insert(key, phrase.intent);
        }
    }
};

RELEVO_TEST(IntentsTest)
#include "intents_test.moc"
