// SPDX-License-Identifier: GPL-3.0-or-later
// The words in which a release is told: resources/releases/words/words.json, one language.
#pragma once

#include "base/result.h"
#include "release/names.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <initializer_list>
#include <utility>

namespace release {

class ReportWords
{
public:
    /// Invalid: no words of this schema, or one that a report needs is missing (it is named).
    /// `language` is "es" or "en".
    [[nodiscard]] static base::Result<ReportWords> load(const QByteArray& json,
                                                        const QString& language);

    using Blanks = std::initializer_list<std::pair<const char*, QString>>;
    /// "state.done" -> "hecho", with its blanks filled in. What is filled in is not looked at for
    /// blanks again. A blank that is not given is empty.
    [[nodiscard]] QString text(const QString& key, Blanks blanks = {}) const;
    [[nodiscard]] QString label(const char* name, Blanks blanks = {}) const
    {
        return text(QStringLiteral("label.") + QString::fromLatin1(name), blanks);
    }
    /// word("state", State::Done)
    template <class E>
    [[nodiscard]] QString word(const char* group, E value) const
    {
        return text(QString::fromLatin1(group) + u'.' + nameText(value));
    }

private:
    QHash<QString, QString> m_texts;
};

} // namespace release
