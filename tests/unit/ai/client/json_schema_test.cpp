// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/json_schema.h"
#include "support/runner.h"

#include <string>

using ai::JsonSchema;

namespace {

bool keeps(const char* schema, const char* json)
{
    const auto parsed = JsonSchema::parse(schema);
    return parsed && !parsed->mismatch(json);
}

std::string flaw(const char* schema, const char* json)
{
    return JsonSchema::parse(schema)->mismatch(json).value_or("");
}

} // namespace

class JsonSchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesAreChecked()
    {
        QVERIFY(keeps(R"({"type":"string"})", R"("a")"));
        QVERIFY(keeps(R"({"type":"integer"})", "3"));
        QVERIFY(keeps(R"({"type":"integer"})", "3.0"));
        QVERIFY(!keeps(R"({"type":"integer"})", "3.5"));
        QVERIFY(keeps(R"({"type":["string","null"]})", "null"));
        QVERIFY(!keeps(R"({"type":["string","null"]})", "true"));
        QVERIFY(keeps("{}", "[1,{}]"));
    }

    void whatIsNoJsonOrMoreThanOneIsRefused()
    {
        for (const char* json : {"", " ", "{", "{}{}", "1,2", "]1[", "{\"a\":1,}", "nulo", "{} x"})
            QVERIFY2(!keeps("{}", json), json);
        QVERIFY(keeps("{}", " {} \n"));
    }

    void objectsAreChecked()
    {
        constexpr const char* kSchema =
            R"({"type":"object","properties":{"a":{"type":"number","minimum":1,"maximum":2}},
                "required":["a"],"additionalProperties":false})";
        QVERIFY(keeps(kSchema, R"({"a":1.5})"));
        QCOMPARE(flaw(kSchema, "{}"), "/: a is missing");
        QCOMPARE(flaw(kSchema, R"({"a":3})"), "/a: is out of range");
        QCOMPARE(flaw(kSchema, R"({"a":1,"secreto":1})"), "/: has a property that is not allowed");
        QVERIFY(!keeps(R"({"additionalProperties":{"type":"string"}})", R"({"x":1})"));
    }

    void listsChoicesAndLengthsAreChecked()
    {
        QVERIFY(keeps(R"({"items":{"enum":["a","b"]},"maxItems":2})", R"(["a","b"])"));
        QCOMPARE(flaw(R"({"items":{"enum":["a","b"]}})", R"(["a","c"])"),
                 "/1: is none of the allowed values");
        QVERIFY(!keeps(R"({"minItems":1})", "[]"));
        QVERIFY(keeps(R"({"anyOf":[{"type":"null"},{"const":7}]})", "7"));
        QVERIFY(!keeps(R"({"anyOf":[{"type":"null"},{"const":7}]})", "8"));
        QVERIFY(keeps(R"({"maxLength":2})", R"("ñ💻")")); // code points
        QVERIFY(!keeps(R"({"minLength":3})", R"("ñ💻")"));
    }

    void schemasWithWhatIsNotKnownAreRefused()
    {
        for (const char* schema :
             {"", "[]", "7", R"({"$ref":"#/x"})", R"({"type":"text"})", R"({"type":[]})",
              R"({"properties":[]})", R"({"required":[1]})", R"({"items":[{}]})", R"({"anyOf":[]})",
              R"({"anyOf":{}})", R"({"minLength":-1})", R"({"minimum":"1"})", R"({"enum":[]})",
              R"({"properties":{"a":{"oneOf":[]}}})"})
            QVERIFY2(!JsonSchema::parse(schema), schema);
        std::string deep = "{}";
        for (int i = 0; i < 100; ++i)
            deep = R"({"items":)" + deep + "}";
        QVERIFY(!JsonSchema::parse(deep));
    }
};

RELEVO_TEST(JsonSchemaTest)
#include "json_schema_test.moc"
