// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/record/record.h"

#include "release/record/fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <type_traits>

namespace release {

namespace {

template <class T>
concept Described = requires
{
    FieldsOf<T>::kAll;
};
template <class T>
concept Named = std::is_enum_v<T>;

// ---- Writing ----

QJsonValue jsonOf(const QString& text)
{
    return text;
}
QJsonValue jsonOf(bool truth)
{
    return truth;
}
QJsonValue jsonOf(int number)
{
    return number;
}
QJsonValue jsonOf(double number)
{
    return number;
}
QJsonValue jsonOf(minutes time)
{
    return qint64{time.count()};
}
QJsonValue jsonOf(base::milliseconds time)
{
    return qint64{time.count()};
}
QJsonValue jsonOf(WallTime time)
{
    return qint64{base::toMs(time)};
}
QJsonValue jsonOf(PersonId person)
{
    return person.value;
}
QJsonValue jsonOf(const ItemId& id)
{
    return id.value;
}
QJsonValue jsonOf(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}
QJsonValue jsonOf(const QJsonObject& object)
{
    return object;
}
template <Named T>
QJsonValue jsonOf(T value)
{
    return nameText(value);
}
template <Described T>
QJsonValue jsonOf(const T& value);
QJsonValue jsonOf(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}
QJsonValue jsonOf(const QMap<QString, QString>& texts)
{
    QJsonObject object;
    for (auto each = texts.begin(); each != texts.end(); ++each)
        object.insert(each.key(), each.value());
    return object;
}
template <class T>
QJsonValue jsonOf(const std::vector<T>& values)
{
    QJsonArray array;
    for (const T& value : values)
        array.append(jsonOf(value));
    return array;
}

template <class T>
QJsonValue jsonOf(const std::optional<T>& value)
{
    return value ? jsonOf(*value) : QJsonValue();
}

template <Described T>
QJsonValue jsonOf(const T& value)
{
    QJsonObject object;
    const T blank{};
    // What is as in a blank value is left out, but for names: another program may begin with others.
    const auto put = [&](const auto& field) {
        const auto& kept = value.*field.member;
        if (Named<std::remove_cvref_t<decltype(kept)>> || kept != blank.*field.member)
            object.insert(QLatin1StringView(field.name), jsonOf(kept));
    };
    std::apply([&](const auto&... field) { (put(field), ...); }, FieldsOf<T>::kAll);
    return object;
}

template <class T>
QByteArray written(const T& value)
{
    return QJsonDocument(jsonOf(value).toObject()).toJson(QJsonDocument::Compact);
}

// ---- Reading: false where the value is not what it should be ----

bool read(const QJsonValue& json, QString& to)
{
    to = json.toString();
    return json.isString();
}
bool read(const QJsonValue& json, bool& to)
{
    to = json.toBool();
    return json.isBool();
}
bool read(const QJsonValue& json, double& to)
{
    to = json.toDouble();
    return json.isDouble();
}
/// JSON knows one kind of number: half a person is damage.
bool read(const QJsonValue& json, qint64& to)
{
    to = json.toInteger();
    return json.isDouble() && json.toDouble() == static_cast<double>(to);
}
bool read(const QJsonValue& json, int& to)
{
    qint64 number = 0;
    const bool isRead = read(json, number);
    to = static_cast<int>(number);
    return isRead && to == number;
}
/// What cannot be added up without running over is damage too.
bool read(const QJsonValue& json, minutes& to)
{
    qint64 count = 0;
    const bool isRead = read(json, count);
    to = minutes(count);
    return isRead && isTime(to);
}
bool read(const QJsonValue& json, base::milliseconds& to)
{
    qint64 count = 0;
    const bool isRead = read(json, count);
    to = base::milliseconds(count);
    return isRead;
}
bool read(const QJsonValue& json, WallTime& to)
{
    constexpr qint64 kYear10000 = 253'402'300'800'000; // what ISO 8601 writes with four digits
    qint64 ms = 0;
    const bool isRead = read(json, ms);
    to = base::fromMs(ms);
    return isRead && ms > -kYear10000 && ms < kYear10000;
}
bool read(const QJsonValue& json, PersonId& to)
{
    return read(json, to.value);
}
bool read(const QJsonValue& json, ItemId& to)
{
    return read(json, to.value);
}
bool read(const QJsonValue& json, QByteArray& to)
{
    const QByteArray hex = json.toString().toLatin1();
    to = QByteArray::fromHex(hex);
    return json.isString() && to.toHex() == hex;
}
bool read(const QJsonValue& json, QJsonObject& to)
{
    to = json.toObject();
    return json.isObject();
}
template <Named T>
bool read(const QJsonValue& json, T& to)
{
    const auto value = ofName<T>(json.toString());
    to = value.value_or(T());
    return value.has_value();
}
template <Described T>
bool read(const QJsonValue& json, T& to);
template <class T>
bool read(const QJsonValue& json, std::optional<T>& to)
{
    return read(json, to.emplace());
}
template <class List>
bool readList(const QJsonValue& json, List& to)
{
    const QJsonArray array = json.toArray();
    for (const auto& value : array) {
        typename List::value_type each{};
        if (!read(value, each))
            return false;
        to.push_back(std::move(each));
    }
    return json.isArray();
}
bool read(const QJsonValue& json, QMap<QString, QString>& to)
{
    const QJsonObject object = json.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (!read(each.value(), to[each.key()]))
            return false;
    }
    return json.isObject();
}
bool read(const QJsonValue& json, QStringList& to)
{
    return readList(json, to);
}
template <class T>
bool read(const QJsonValue& json, std::vector<T>& to)
{
    return readList(json, to);
}

/// The field that cannot be read; null: none.
template <Described T>
const char* fault(const QJsonObject& object, T& to)
{
    const char* at = nullptr;
    const auto readField = [&](const auto& field) {
        const QJsonValue value = object.value(QLatin1StringView(field.name));
        if (!at && !value.isUndefined() && !read(value, to.*field.member))
            at = field.name;
    };
    std::apply([&](const auto&... field) { (readField(field), ...); }, FieldsOf<T>::kAll);
    return at;
}

template <Described T>
bool read(const QJsonValue& json, T& to)
{
    return json.isObject() && !fault(json.toObject(), to);
}

template <class T>
base::Result<T> readRecord(const QByteArray& record)
{
    const QJsonDocument document = QJsonDocument::fromJson(record);
    if (!document.isObject())
        return base::fail(base::Code::Corrupt, QStringLiteral("no record of a release"));
    T value;
    if (const char* at = fault(document.object(), value))
        return base::fail(base::Code::Corrupt,
                          QStringLiteral("a record's field %1").arg(QLatin1StringView(at)));
    return value;
}

} // namespace

QByteArray recordOf(const Item& item)
{
    return written(item);
}

base::Result<Item> itemOf(const QByteArray& record)
{
    return readRecord<Item>(record);
}

QByteArray recordOf(const ItemPlan& plan)
{
    return written(plan);
}

QByteArray recordOf(const Release& release)
{
    return written(release);
}

base::Result<Release> releaseOf(const QByteArray& record)
{
    return readRecord<Release>(record);
}

QByteArray recordOf(const FreezeWindow& window)
{
    return written(window);
}

base::Result<FreezeWindow> freezeOf(const QByteArray& record)
{
    return readRecord<FreezeWindow>(record);
}

} // namespace release
