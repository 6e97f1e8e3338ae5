// SPDX-License-Identifier: GPL-3.0-or-later
// What is shipped in resources/nlu/intents.
#include "nlu/evaluation.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

class IntentsTest : public QObject
{
    Q_OBJECT

private:
    static QDir folder()
    {
        return QDir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/nlu/intents"));
    }
    static QByteArray bytesOf(const QString& name)
    {
        QFile file(folder().filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList names()
    {
        return folder().entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void everyFileLoadsAndIsNamedAfterItsIntent()
    {
        for (const QString& name : names()) {
            const auto read = nlu::readIntentFile(bytesOf(name));
            QVERIFY2(read.has_value(), qPrintable(name));
            QVERIFY2(!read->empty(), qPrintable(name));
            QCOMPARE(read->front().intent, QFileInfo(name).completeBaseName());
            QSet<QString> languages;
            for (const auto& example : *read)
                languages.insert(example.language);
            QCOMPARE(languages.size(), 3);
        }
    }
    void theyTrainAModel()
    {
        std::vector<QByteArray> files;
        for (const QString& name : names())
            files.push_back(bytesOf(name));
        QVERIFY(!files.empty());
        const auto examples = nlu::readIntentFiles(files);
        QVERIFY(examples.has_value());
        const auto figures = nlu::crossValidate(*examples, 5, {});
        QVERIFY(figures.has_value());
        QVERIFY2(figures->accuracy > 0.7, qPrintable(QString::number(figures->accuracy)));
    }
};

RELEVO_TEST(IntentsTest)
#include "intents_test.moc"
