// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/names.h"

#include <QChar>
#include <QList>

namespace people {

namespace {

/// Joiners are part of some scripts' and emoji's words; they are seen in what they join.
constexpr bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

bool cannotStand(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    case QChar::Other_Format: return !isJoiner(c);
    default: return false;
    }
}

} // namespace

base::Result<QString> cleanName(const QString& name)
{
    const QString inside = name.trimmed();
    qsizetype length = 0;
    bool isSeen = false;
    for (const auto c : inside.toUcs4()) {
        if (cannotStand(c))
            return base::fail(base::Code::Invalid,
                              QStringLiteral("a name holds no invisible characters"));
        isSeen = isSeen || (!isJoiner(c) && !QChar::isSpace(c));
        ++length;
    }
    // toUcs4() replaces half a pair; the original tells.
    if (!inside.isValidUtf16() || !isSeen || length > kLongestName)
        return base::fail(base::Code::Invalid, QStringLiteral("a name has 1 to 80 characters"));
    return inside.simplified().normalized(QString::NormalizationForm_C);
}

QString nameKey(const QString& name)
{
    // Qt folds a character to a character; by way of the capitals, ß becomes ss too.
    return name.simplified()
        .normalized(QString::NormalizationForm_KC)
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC);
}

} // namespace people
