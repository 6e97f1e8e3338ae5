// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <vector>

namespace probes {

/// A plan's parameters with every {name} in their texts replaced; keys stay as they are.
struct Filled {
    QJsonObject parameters;
    QString missing;    ///< the first name without a value; empty: none
    QSet<QString> used; ///< all names
};
/// A name is lower-case letters, digits and "_" in braces; other braces stand for themselves. A value
/// that is empty counts as missing; what is filled in is not looked at again. A host that ends in "/"
/// loses it.
[[nodiscard]] Filled fillIn(const QJsonObject& parameters, const QHash<QString, QString>& values);

/// Takes the values of secrets out of a text, also as addresses and JSON write them: {name} stands in
/// their place.
class Redactor
{
public:
    Redactor() = default;
    Redactor(const QHash<QString, QString>& values, const QSet<QString>& secret);
    [[nodiscard]] QString operator()(QString text) const;
    /// One more text that is shown nowhere, for instance an address' password.
    void hide(const QString& text, const QString& as);

private:
    void add(const QString& text, const QString& as);
    struct Pair {
        QString text, as;
    };
    std::vector<Pair> m_pairs; ///< the longest first
};

} // namespace probes
