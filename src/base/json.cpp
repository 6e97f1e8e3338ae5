// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace base {

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
    m_needsComma = true;
}

JsonWriter& JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_out += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endArray()
{
    m_out += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    escape(name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::value(QStringView text)
{
    // Most texts need neither escapes nor more than one byte a character.
    const auto isPlain = [](char16_t c) {
        return c >= 0x20 && c < 0x80 && c != u'"' && c != u'\\';
    };
    separate();
    if (std::all_of(text.utf16(), text.utf16() + text.size(), isPlain)) {
        m_out += '"';
        const std::size_t begin = m_out.size();
        m_out.resize(begin + static_cast<std::size_t>(text.size()));
        std::transform(text.utf16(), text.utf16() + text.size(),
                       m_out.begin() + static_cast<std::ptrdiff_t>(begin),
                       [](char16_t c) { return static_cast<char>(c); });
        m_out += '"';
        return *this;
    }
    const QByteArray utf8 = text.toUtf8();
    escape({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view utf8)
{
    const auto size = static_cast<qsizetype>(utf8.size());
    if (!QUtf8StringView(utf8.data(), size).isValidUtf8())
        return value(QString::fromUtf8(utf8.data(), size));
    separate();
    escape(utf8);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth)
{
    separate();
    m_out += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(qint64 number)
{
    separate();
    m_out += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_out.append(digits.data(), end);
    return *this;
}

JsonWriter& JsonWriter::value(const QJsonValue& json)
{
    switch (json.type()) {
    case QJsonValue::Bool: return value(json.toBool());
    case QJsonValue::Double: {
        const double d = json.toDouble();
        const qint64 i = json.toInteger();
        return static_cast<double>(i) == d ? value(i) : value(d);
    }
    case QJsonValue::String: return value(json.toString());
    case QJsonValue::Array: {
        beginArray();
        const auto array = json.toArray();
        for (const auto& item : array)
            value(QJsonValue(item));
        return endArray();
    }
    case QJsonValue::Object: {
        beginObject();
        const auto object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QByteArray name = it.key().toUtf8();
            key({name.constData(), static_cast<std::size_t>(name.size())});
            value(QJsonValue(it.value()));
        }
        return endObject();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    return null();
}

JsonWriter& JsonWriter::null()
{
    separate();
    m_out += "null";
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    m_out += json;
    return *this;
}

// RFC 8259, section 7; U+2028 and U+2029 need no escape in JSON.
void JsonWriter::escape(std::string_view utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    m_out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(utf8, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': m_out += "\\\""; break;
        case '\\': m_out += "\\\\"; break;
        case '\n': m_out += "\\n"; break;
        case '\r': m_out += "\\r"; break;
        case '\t': m_out += "\\t"; break;
        default:
            m_out += "\\u00";
            m_out += kHex[c >> 4];
            m_out += kHex[c & 15];
        }
    }
    m_out.append(utf8, plain, utf8.size() - plain);
    m_out += '"';
}

} // namespace base
