// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped JSON file against the schema beside it, read by a JSON Schema validator; the loaders
// check meaning, and would let an unknown or misspelt member pass.
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {

using JsonAdapter = valijson::adapters::QtJsonAdapter;

QString resource(const QString& path)
{
    return QStringLiteral(RELEVO_SOURCE_DIR "/resources/") + path;
}

QJsonValue jsonOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QJsonValue::Undefined;
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// What the validator has against the document; empty where it is as the schema says.
QStringList faultsOf(const QString& schemaFile, const QJsonValue& document)
{
    const QJsonValue definition = jsonOf(resource(schemaFile));
    if (definition.toObject().isEmpty())
        return {QStringLiteral("no schema in ") + schemaFile};
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(JsonAdapter(definition), schema);

    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(schema, JsonAdapter(document), &results))
        return {};
    QStringList faults;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        QString place;
        for (const auto& part : error.context)
            place += QString::fromStdString(part);
        faults.append(place + QStringLiteral(": ") + QString::fromStdString(error.description));
    }
    return faults;
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreAsTheirSchemaSays_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("file");
        const auto add = [](const QString& schema, const QString& folder, const QString& names) {
            for (const auto& name : QDir(resource(folder)).entryList({names}, QDir::Files)) {
                if (!name.endsWith(QStringLiteral(".schema.json")))
                    QTest::newRow(qPrintable(name)) << schema << folder + u'/' + name;
            }
        };
        add(QStringLiteral("flows/flow.schema.json"), QStringLiteral("flows"),
            QStringLiteral("*.json"));
        add(QStringLiteral("knowledge/catalogue.schema.json"), QStringLiteral("knowledge"),
            QStringLiteral("catalogue.json"));
        add(QStringLiteral("knowledge/guide.schema.json"), QStringLiteral("knowledge/guides"),
            QStringLiteral("*.json"));
        add(QStringLiteral("knowledge/steps.schema.json"), QStringLiteral("knowledge/steps"),
            QStringLiteral("*.json"));
        add(QStringLiteral("nlu/intent.schema.json"), QStringLiteral("nlu/intents"),
            QStringLiteral("*.json"));
        add(QStringLiteral("nlu/problem.schema.json"), QStringLiteral("nlu/problems"),
            QStringLiteral("*.json"));
        add(QStringLiteral("prompts/prompt.schema.json"), QStringLiteral("prompts"),
            QStringLiteral("*.json"));
        add(QStringLiteral("releases/template.schema.json"), QStringLiteral("releases"),
            QStringLiteral("*.json"));
        add(QStringLiteral("releases/words/words.schema.json"), QStringLiteral("releases/words"),
            QStringLiteral("*.json"));
    }
    void filesAreAsTheirSchemaSays()
    {
        QFETCH(QString, schema);
        QFETCH(QString, file);
        const auto faults = faultsOf(schema, jsonOf(resource(file)));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void aMisspeltMemberIsAFault_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("file");
        QTest::newRow("flow") << QStringLiteral("flows/flow.schema.json")
                              << QStringLiteral("flows/default.json");
        QTest::newRow("catalogue") << QStringLiteral("knowledge/catalogue.schema.json")
                                   << QStringLiteral("knowledge/catalogue.json");
        QTest::newRow("guide") << QStringLiteral("knowledge/guide.schema.json")
                               << QStringLiteral("knowledge/guides/connect_wifi.json");
        QTest::newRow("steps") << QStringLiteral("knowledge/steps.schema.json")
                               << QStringLiteral("knowledge/steps/slow.json");
        QTest::newRow("intent") << QStringLiteral("nlu/intent.schema.json")
                                << QStringLiteral("nlu/intents/yes.json");
        QTest::newRow("problem") << QStringLiteral("nlu/problem.schema.json")
                                 << QStringLiteral("nlu/problems/slow.json");
        QTest::newRow("prompt") << QStringLiteral("prompts/prompt.schema.json")
                                << QStringLiteral("prompts/explain.json");
        QTest::newRow("template") << QStringLiteral("releases/template.schema.json")
                                  << QStringLiteral("releases/desktop.json");
        QTest::newRow("words") << QStringLiteral("releases/words/words.schema.json")
                               << QStringLiteral("releases/words/words.json");
    }
    void aMisspeltMemberIsAFault()
    {
        QFETCH(QString, schema);
        QFETCH(QString, file);
        auto document = jsonOf(resource(file)).toObject();
        document.insert(QStringLiteral("phrasess"), QJsonArray());
        QVERIFY(!faultsOf(schema, document).isEmpty());
        document.remove(QStringLiteral("phrasess"));
        document.remove(QStringLiteral("schema"));
        QVERIFY(!faultsOf(schema, document).isEmpty());
    }
};

RELEVO_TEST(SchemaTest)
#include "schema_test.moc"
