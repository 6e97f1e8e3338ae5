// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ai_server/answer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace aiserver {

bool Asked::isStreamed() const
{
    return body.value(QLatin1String("stream")).toBool();
}

namespace {

QString lastQuestion(const QJsonObject& body)
{
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    const QJsonValue content = messages.last().toObject().value(QLatin1String("content"));
    if (!content.isArray())
        return content.toString();
    QString text;
    int images = 0;
    for (const auto& part : content.toArray()) {
        text += part.toObject().value(QLatin1String("text")).toString();
        images += part.toObject().contains(QLatin1String("image_url")) ? 1 : 0;
    }
    return images == 0 ? text : QStringLiteral("%1 [%2 img]").arg(text).arg(images);
}

} // namespace

QString answerTo(const QJsonObject& body)
{
    const QJsonObject format = body.value(QLatin1String("response_format")).toObject();
    const QJsonObject named = format.value(QLatin1String("json_schema")).toObject();
    if (const QJsonObject schema = named.value(QLatin1String("schema")).toObject();
        !schema.isEmpty()) {
        const QJsonValue value = exampleOf(schema);
        const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
    }
    return QStringLiteral("Eco: ") + lastQuestion(body);
}

QJsonValue exampleOf(const QJsonObject& schema)
{
    if (schema.contains(QLatin1String("const")))
        return schema.value(QLatin1String("const"));
    const QJsonArray choices = schema.value(QLatin1String("enum")).toArray();
    if (!choices.isEmpty())
        return choices.first();
    const QJsonValue kind = schema.value(QLatin1String("type"));
    const QString type = kind.isArray() ? kind.toArray().first().toString() : kind.toString();
    if (type == QLatin1String("object")) {
        QJsonObject object;
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it)
            object.insert(it.key(), exampleOf(it.value().toObject()));
        return object;
    }
    if (type == QLatin1String("array")) {
        QJsonArray array;
        const int fewest = std::max(1, schema.value(QLatin1String("minItems")).toInt());
        for (int i = 0; i < fewest; ++i)
            array.append(exampleOf(schema.value(QLatin1String("items")).toObject()));
        return array;
    }
    if (type == QLatin1String("string")) {
        const int shortest = schema.value(QLatin1String("minLength")).toInt();
        return QStringLiteral("texto").leftJustified(shortest, u'x');
    }
    if (type == QLatin1String("integer") || type == QLatin1String("number"))
        return schema.value(QLatin1String("minimum")).toDouble(1);
    return type == QLatin1String("boolean") ? QJsonValue(true) : QJsonValue();
}

namespace {

// RFC 1952, section 8, without its table.
quint32 crcOf(quint32 crc, const QByteArray& bytes)
{
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
    }
    return crc;
}

QByteArray littleEndian(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i));
    return out;
}

} // namespace

QByteArray StoredGzip::begin()
{
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10);
}

QByteArray StoredGzip::piece(const QByteArray& bytes)
{
    QByteArray out;
    constexpr qsizetype kLongest = 65'535;
    for (qsizetype at = 0; at < bytes.size(); at += kLongest) {
        const QByteArray part = bytes.mid(at, kLongest);
        const auto size = static_cast<quint32>(part.size());
        out += '\0' + littleEndian(size, 2) + littleEndian(~size & 0xFFFFU, 2) + part;
    }
    m_crc = crcOf(m_crc, bytes);
    m_size += static_cast<quint32>(bytes.size());
    return out;
}

QByteArray StoredGzip::end() const
{
    return QByteArray("\x01\x00\x00\xff\xff", 5) + littleEndian(~m_crc, 4) +
           littleEndian(m_size, 4);
}

} // namespace aiserver
