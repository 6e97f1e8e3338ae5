// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/plan/fill.h"

#include <QJsonArray>

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
};

} // namespace

Filled fillIn(const QJsonObject& parameters, const QHash<QString, QString>& values)
{
    Filler filler(values);
    Filled filled{filler.object(parameters), {}};
    filled.missing = filler.missing();
    return filled;
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
