// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/history_words.h"

#include "panels/look/language.h"
#include "panels/releases/words/release_words.h"
#include "panels/releases/words/report_words_now.h"
#include "release/report/history_texts.h"

#include <QLocale>

#include <map>

namespace panels {

namespace {

using Fields = std::map<QString, QString>;

QString fieldOf(const Fields& fields, const char* name)
{
    const auto found = fields.find(QString::fromLatin1(name));
    return found == fields.end() ? QString() : found->second;
}

} // namespace

bool isAbout(const desk::LedgerLine& line, const release::ItemId& item)
{
    const release::LedgerEntry& entry = line.entry;
    if (entry.kind == QLatin1String("item") || entry.kind == QLatin1String("comment"))
        return entry.subject == item.value;
    if (entry.kind == QLatin1String("evidence"))
        return fieldOf(entry.fields, "item") == item.value;
    return entry.kind == QLatin1String("plan") &&
           entry.fields.contains(QStringLiteral("item:") + item.value);
}

bool canBeErased(const desk::LedgerLine& line)
{
    const bool isFigure =
        line.entry.kind == QLatin1String("evidence") &&
        fieldOf(line.entry.fields, "kind") == release::nameText(release::EvidenceKind::Metric);
    return !isFigure && (!line.text.isEmpty() || !line.entry.fileHash.isEmpty());
}

QString erasedMark()
{
    return u'(' + reportWordsNow().label("text_erased") + u')';
}

QString historyText(const desk::LedgerLine& line)
{
    const release::LedgerEntry& entry = line.entry;
    const release::ReportWords& words = reportWordsNow();
    QString who = line.byName.isEmpty() ? QStringLiteral("Relevo") : line.byName;
    if (entry.role)
        who += QStringLiteral(" (") + releaseRoleText(*entry.role) + u')';
    QString text = QStringLiteral("%1 · %2 · %3")
                       .arg(QLocale().toString(entry.number), whenText(entry.at), who) +
                   u'\n' + release::saidText(entry, words, whenText);
    if (!line.text.isEmpty())
        text += QStringLiteral(": ") + line.text.trimmed().left(1000);
    else if (!entry.textHash.isEmpty())
        text += u' ' + erasedMark();
    return text;
}

} // namespace panels
