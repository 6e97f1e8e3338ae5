// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/json_schema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

namespace ai {

namespace {

using Wrong = std::optional<QString>;

constexpr int kDeepest = 32;
constexpr std::array<QStringView, 7> kTypes{u"object",  u"array",   u"string", u"number",
                                            u"integer", u"boolean", u"null"};

/// Which kind of value a word wants.
enum class Shape {
    Anything,
    Types,
    Schemas,
    Schema,
    Names,
    SchemaOrBool,
    List,
    SchemaList,
    Count,
    Number
};

struct Word {
    QStringView name;
    Shape shape;
};
constexpr std::array kWords{
    Word{u"type", Shape::Types},       Word{u"properties", Shape::Schemas},
    Word{u"required", Shape::Names},   Word{u"additionalProperties", Shape::SchemaOrBool},
    Word{u"items", Shape::Schema},     Word{u"enum", Shape::List},
    Word{u"const", Shape::Anything},   Word{u"anyOf", Shape::SchemaList},
    Word{u"minimum", Shape::Number},   Word{u"maximum", Shape::Number},
    Word{u"minLength", Shape::Count},  Word{u"maxLength", Shape::Count},
    Word{u"minItems", Shape::Count},   Word{u"maxItems", Shape::Count},
    Word{u"title", Shape::Anything},   Word{u"description", Shape::Anything},
    Word{u"$schema", Shape::Anything}, Word{u"default", Shape::Anything}};

bool isTypeName(const QJsonValue& value)
{
    return value.isString() && std::ranges::find(kTypes, value.toString()) != kTypes.end();
}

bool allOf(const QJsonValue& list, bool (*is)(const QJsonValue&))
{
    const QJsonArray array = list.toArray();
    return list.isArray() && !array.isEmpty() && std::all_of(array.begin(), array.end(), is);
}

Wrong flawOf(const QJsonValue& schema, int depth);

Wrong flawOfEach(const QJsonValue& value, int depth)
{
    if (value.isArray()) {
        for (const auto each : value.toArray())
            if (Wrong flaw = flawOf(each, depth + 1))
                return flaw;
        return value.toArray().isEmpty() ? Wrong(QStringLiteral("an empty list")) : Wrong();
    }
    if (!value.isObject())
        return QStringLiteral("no schemas");
    for (const auto each : value.toObject())
        if (Wrong flaw = flawOf(each, depth + 1))
            return flaw;
    return std::nullopt;
}

bool isCount(const QJsonValue& value)
{
    return value.isDouble() && value.toDouble() >= 0 &&
           std::floor(value.toDouble()) == value.toDouble();
}

Wrong flawOfWord(const Word& word, const QJsonValue& value, int depth)
{
    const auto needs = [&](bool holds) {
        return holds ? Wrong() : Wrong(QStringLiteral("%1 has no such value").arg(word.name));
    };
    switch (word.shape) {
    case Shape::Anything: return std::nullopt;
    case Shape::Types: return needs(isTypeName(value) || allOf(value, isTypeName));
    case Shape::Names:
        return needs(value.isArray() &&
                     (value.toArray().isEmpty() ||
                      allOf(value, [](const auto& each) { return each.isString(); })));
    case Shape::List: return needs(value.isArray() && !value.toArray().isEmpty());
    case Shape::Number: return needs(value.isDouble());
    case Shape::Count: return needs(isCount(value));
    case Shape::Schema: return flawOf(value, depth + 1);
    case Shape::SchemaOrBool: return value.isBool() ? Wrong() : flawOf(value, depth + 1);
    case Shape::Schemas: return value.isObject() ? flawOfEach(value, depth) : needs(false);
    case Shape::SchemaList: return value.isArray() ? flawOfEach(value, depth) : needs(false);
    }
    return std::nullopt;
}

Wrong flawOf(const QJsonValue& schema, int depth)
{
    if (!schema.isObject())
        return QStringLiteral("a schema is no object");
    if (depth > kDeepest)
        return QStringLiteral("nested too deep");
    const QJsonObject object = schema.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto* const word = std::ranges::find(kWords, it.key(), &Word::name);
        if (word == kWords.end())
            return QStringLiteral("the word %1 is not supported").arg(it.key());
        if (Wrong flaw = flawOfWord(*word, it.value(), depth))
            return flaw;
    }
    return std::nullopt;
}

bool isOfType(const QJsonValue& value, const QString& type)
{
    switch (value.type()) {
    case QJsonValue::Object: return type == u"object";
    case QJsonValue::Array: return type == u"array";
    case QJsonValue::String: return type == u"string";
    case QJsonValue::Bool: return type == u"boolean";
    case QJsonValue::Null: return type == u"null";
    case QJsonValue::Double:
        return type == u"number" ||
               (type == u"integer" && std::floor(value.toDouble()) == value.toDouble());
    case QJsonValue::Undefined: break;
    }
    return false;
}

Wrong wrongType(const QJsonValue& value, const QJsonValue& types)
{
    const QJsonArray wanted = types.isArray() ? types.toArray() : QJsonArray{types};
    QStringList names;
    for (const auto each : wanted) {
        if (isOfType(value, each.toString()))
            return std::nullopt;
        names << each.toString();
    }
    return QStringLiteral("is no %1").arg(names.join(QStringLiteral(" or ")));
}

qsizetype codePointsOf(const QString& text)
{
    return text.toUcs4().size();
}

/// A bound of a schema, where there is one.
bool isBelow(double size, const QJsonValue& least)
{
    return least.isDouble() && size < least.toDouble();
}
bool isAbove(double size, const QJsonValue& most)
{
    return most.isDouble() && size > most.toDouble();
}

Wrong mismatchOf(const QJsonValue& value, const QJsonObject& schema, const QString& path);

Wrong objectMismatch(const QJsonObject& object, const QJsonObject& schema, const QString& path)
{
    for (const auto name : schema[u"required"].toArray())
        if (!object.contains(name.toString()))
            return QStringLiteral("%1: %2 is missing").arg(path, name.toString());
    const QJsonObject known = schema[u"properties"].toObject();
    const QJsonValue others = schema[u"additionalProperties"];
    for (auto it = object.begin(); it != object.end(); ++it) {
        // Names that the model made up are not repeated: they are foreign text.
        if (known.contains(it.key())) {
            if (Wrong wrong =
                    mismatchOf(it.value(), known[it.key()].toObject(), path + u'/' + it.key()))
                return wrong;
        } else if (others.isBool() && !others.toBool()) {
            return path + QStringLiteral(": has a property that is not allowed");
        } else if (others.isObject()) {
            if (Wrong wrong =
                    mismatchOf(it.value(), others.toObject(), path + QStringLiteral("/*")))
                return wrong;
        }
    }
    return std::nullopt;
}

Wrong arrayMismatch(const QJsonArray& array, const QJsonObject& schema, const QString& path)
{
    if (isBelow(double(array.size()), schema[u"minItems"]) ||
        isAbove(double(array.size()), schema[u"maxItems"]))
        return path + QStringLiteral(": has the wrong number of items");
    if (!schema.contains(u"items"))
        return std::nullopt;
    const QJsonObject items = schema[u"items"].toObject();
    for (qsizetype i = 0; i < array.size(); ++i)
        if (Wrong wrong = mismatchOf(array[i], items, path + u'/' + QString::number(i)))
            return wrong;
    return std::nullopt;
}

Wrong scalarMismatch(const QJsonValue& value, const QJsonObject& schema, const QString& path)
{
    if (value.isDouble() && (isBelow(value.toDouble(), schema[u"minimum"]) ||
                             isAbove(value.toDouble(), schema[u"maximum"])))
        return path + QStringLiteral(": is out of range");
    if (!value.isString())
        return std::nullopt;
    const auto length = double(codePointsOf(value.toString()));
    if (isBelow(length, schema[u"minLength"]) || isAbove(length, schema[u"maxLength"]))
        return path + QStringLiteral(": has the wrong length");
    return std::nullopt;
}

Wrong mismatchOf(const QJsonValue& value, const QJsonObject& schema, const QString& path)
{
    if (schema.contains(u"type"))
        if (const Wrong wrong = wrongType(value, schema[u"type"]))
            return QStringLiteral("%1: %2").arg(path, *wrong);
    if (schema.contains(u"enum") && !schema[u"enum"].toArray().contains(value))
        return path + QStringLiteral(": is none of the allowed values");
    if (schema.contains(u"const") && schema[u"const"] != value)
        return path + QStringLiteral(": is not the required value");
    if (schema.contains(u"anyOf")) {
        const QJsonArray any = schema[u"anyOf"].toArray();
        if (std::none_of(any.begin(), any.end(), [&](const auto& each) {
                return !mismatchOf(value, each.toObject(), path);
            }))
            return path + QStringLiteral(": matches none of the alternatives");
    }
    if (value.isObject())
        return objectMismatch(value.toObject(), schema, path);
    if (value.isArray())
        return arrayMismatch(value.toArray(), schema, path);
    return scalarMismatch(value, schema, path);
}

/// QJsonDocument reads objects and arrays only; in brackets it reads any value.
std::optional<QJsonValue> parsed(std::string_view json)
{
    QByteArray bracketed = "[";
    bracketed.append(json.data(), static_cast<qsizetype>(json.size()));
    bracketed += ']';
    const auto document = QJsonDocument::fromJson(bracketed);
    if (!document.isArray() || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

} // namespace

base::Result<JsonSchema> JsonSchema::parse(std::string_view json)
{
    const auto value = parsed(json);
    if (!value)
        return base::fail(base::Code::Invalid, QStringLiteral("the schema is no JSON"));
    if (const Wrong flaw = flawOf(*value, 0))
        return base::fail(base::Code::Invalid, *flaw);
    return JsonSchema(value->toObject());
}

std::optional<std::string> JsonSchema::mismatch(std::string_view json) const
{
    const auto value = parsed(json);
    if (!value)
        return "it is no JSON";
    const Wrong wrong = mismatchOf(*value, m_root, QString());
    if (!wrong)
        return std::nullopt;
    return (wrong->startsWith(u':') ? u'/' + *wrong : *wrong).toStdString();
}

} // namespace ai
