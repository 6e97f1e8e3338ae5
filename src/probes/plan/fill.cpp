// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/plan/fill.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace probes {

namespace {

/// Shorter ones stand in too many texts by chance.
constexpr qsizetype kShortestSecret = 4;

bool isOfName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
}

class Filler
{
public:
    explicit Filler(const QHash<QString, QString>& values) : m_values(values) {}

    QJsonValue value(const QJsonValue& plan)
    {
        if (plan.isString())
            return text(plan.toString());
        if (plan.isObject())
            return object(plan.toObject());
        if (!plan.isArray())
            return plan;
        QJsonArray filled;
        const auto rows = plan.toArray();
        for (const auto& row : rows)
            filled.append(value(row));
        return filled;
    }

    QJsonObject object(QJsonObject plan)
    {
        for (auto it = plan.begin(); it != plan.end(); ++it)
            it.value() = value(it.value());
        return plan;
    }

    [[nodiscard]] const QString& missing() const noexcept { return m_missing; }
    [[nodiscard]] const QSet<QString>& used() const noexcept { return m_used; }

private:
    QString text(const QString& plan)
    {
        QString filled;
        qsizetype at = 0;
        while (at < plan.size()) {
            const qsizetype end = plan.at(at) == u'{' ? endOfName(plan, at + 1) : -1;
            if (end < 0) {
                filled += plan.at(at++);
                continue;
            }
            filled += of(plan.mid(at + 1, end - at - 1));
            at = end + 1;
        }
        return filled;
    }

    /// Where the closing brace stands; -1: no name.
    static qsizetype endOfName(const QString& text, qsizetype from)
    {
        qsizetype at = from;
        while (at < text.size() && isOfName(text.at(at)))
            ++at;
        return at > from && at < text.size() && text.at(at) == u'}' ? at : -1;
    }

    QString of(const QString& name)
    {
        m_used.insert(name);
        QString value = m_values.value(name);
        if (name == QLatin1String("host")) {
            while (value.endsWith(u'/'))
                value.chop(1);
        }
        if (value.isEmpty() && m_missing.isEmpty())
            m_missing = name;
        return value;
    }

    const QHash<QString, QString>& m_values;
    QString m_missing;
    QSet<QString> m_used;
};

/// As it is, and as it is written in addresses (RFC 3986 2.1, of either case) and in JSON (RFC 8259 7).
QSet<QString> formsOf(const QString& text)
{
    const auto inAddress = [&text](const QByteArray& left) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, left));
    };
    const auto lower = [](QString encoded) {
        for (qsizetype at = encoded.indexOf(u'%'); at >= 0; at = encoded.indexOf(u'%', at + 1))
            encoded.replace(at, 3, encoded.mid(at, 3).toLower());
        return encoded;
    };
    const QByteArray row = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    const QString inJson = QString::fromUtf8(row.mid(2, row.size() - 4));
    QString ascii;
    for (const QChar c : inJson)
        ascii += c.unicode() < 0x80
                     ? QString(c)
                     : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    QSet<QString> forms{text, inJson, ascii, QString(inJson).replace(u'/', QLatin1String("\\/"))};
    for (const QString& each : {inAddress({}), inAddress("!$&'()*+,;=:@/?")})
        forms << each << lower(each);
    return forms;
}

} // namespace

Filled fillIn(const QJsonObject& parameters, const QHash<QString, QString>& values)
{
    Filler filler(values);
    QJsonObject filled = filler.object(parameters);
    return {std::move(filled), filler.missing(), filler.used()};
}

Redactor::Redactor(const QHash<QString, QString>& values, const QSet<QString>& secret)
{
    for (const QString& name : secret)
        hide(values.value(name), QLatin1Char('{') + name + QLatin1Char('}'));
}

void Redactor::hide(const QString& text, const QString& as)
{
    if (text.size() < kShortestSecret)
        return;
    for (const QString& form : formsOf(text))
        add(form, as);
}

void Redactor::add(const QString& text, const QString& as)
{
    const auto at = std::ranges::find_if(
        m_pairs, [&](const Pair& each) { return each.text.size() < text.size(); });
    m_pairs.insert(at, {text, as});
}

QString Redactor::operator()(QString text) const
{
    for (const Pair& each : m_pairs)
        text.replace(each.text, each.as);
    return text;
}

} // namespace probes
