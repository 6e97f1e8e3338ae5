// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

class JsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nestsWithCommasInTheRightPlaces()
    {
        base::JsonWriter json;
        json.beginObject().member("ok", true).key("list").beginArray().value(1).value(u"dos");
        json.beginObject().endObject().null().endArray().member("n", 2.5).endObject();
        QCOMPARE(QByteArray::fromStdString(json.text()),
                 QByteArray(R"({"ok":true,"list":[1,"dos",{},null],"n":2.5})"));
    }

    void whatQtReadsIsWhatWasWritten()
    {
        const QString nasty = QStringLiteral("\"\\\n\r\t\b\f") + QChar(0) + QChar(0x1f) +
                              QStringLiteral("ñ 👩‍🔧 </script> \u2028");
        base::JsonWriter json;
        json.beginObject().member("text", nasty).endObject();
        const auto read = QJsonDocument::fromJson(QByteArray::fromStdString(json.text()));
        QCOMPARE(read.object().value(u"text").toString(), nasty);
    }

    void invalidUtf8BecomesReplacementCharacters()
    {
        base::JsonWriter json;
        json.value(std::string_view("a\xff\xfe"
                                    "b"));
        const auto text =
            QString::fromUtf8(json.text().data(), static_cast<qsizetype>(json.text().size()));
        QVERIFY(text.contains(QChar::ReplacementCharacter));
    }

    void qtValuesGoThrough()
    {
        const QJsonObject object{{QStringLiteral("a"), QJsonArray{1, 2.5, QJsonValue::Null, true}},
                                 {QStringLiteral("b"), QStringLiteral("x")}};
        base::JsonWriter json;
        json.value(QJsonValue(object));
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(json.text())).object(), object);
    }
};

RELEVO_TEST(JsonTest)
#include "json_test.moc"
