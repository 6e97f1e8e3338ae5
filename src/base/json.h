// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

#include <string>
#include <string_view>

namespace base {

/// Writes compact JSON by appending; commas are its own affair. Not thread-safe.
///
///   JsonWriter w;
///   w.beginObject().member("ok", true).member("text", u"¿qué tal?").endObject();
///   w.text()  ->  {"ok":true,"text":"¿qué tal?"}
class JsonWriter
{
public:
    JsonWriter() { m_out.reserve(512); }

    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(QStringView text);
    JsonWriter& value(const QString& text) { return value(QStringView(text)); }
    JsonWriter& value(const char16_t* text) { return value(QStringView(text)); }
    /// UTF-8; invalid bytes become U+FFFD.
    JsonWriter& value(std::string_view utf8);
    JsonWriter& value(const char* utf8) { return value(std::string_view(utf8)); }
    JsonWriter& value(bool truth);
    JsonWriter& value(qint64 number);
    JsonWriter& value(int number) { return value(static_cast<qint64>(number)); }
    JsonWriter& value(double number);
    JsonWriter& value(const QJsonValue& json);
    JsonWriter& null();
    /// Already JSON.
    JsonWriter& raw(std::string_view json);

    template <class T>
    JsonWriter& member(std::string_view name, const T& v)
    {
        return key(name).value(v);
    }

    [[nodiscard]] const std::string& text() const noexcept { return m_out; }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void separate();
    void escape(std::string_view utf8);

    std::string m_out;
    bool m_needsComma = false;
};

} // namespace base
