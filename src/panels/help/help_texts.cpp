// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/help/help_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace panels {

namespace {

QString helpWords(const char* text)
{
    return QCoreApplication::translate("Help", text);
}

/// A time of today without its date.
QString clockText(base::WallTime time)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(base::toMs(time));
    const QLocale locale;
    return at.date() == QDate::currentDate() ? locale.toString(at.time(), QLocale::ShortFormat)
                                             : locale.toString(at, QLocale::ShortFormat);
}

QString limitedText(const desk::HelpAnswer& answer)
{
    return answer.until
               ? helpWords(QT_TRANSLATE_NOOP(
                               "Help", "The AI server takes no more questions for now. Try again "
                                       "after %1."))
                     .arg(clockText(*answer.until))
               : helpWords(QT_TRANSLATE_NOOP(
                     "Help",
                     "The AI server takes no more questions for now. Try again in a minute."));
}

QString unavailableText(const desk::HelpAnswer& answer)
{
    return answer.until
               ? helpWords(
                     QT_TRANSLATE_NOOP("Help", "AI cannot be reached now. Try again after %1."))
                     .arg(clockText(*answer.until))
               : helpWords(QT_TRANSLATE_NOOP("Help", "AI cannot be reached now. Try again later."));
}

} // namespace

QString helpTaskTitle(desk::HelpTask task)
{
    switch (task) {
    case desk::HelpTask::Reply: break;
    case desk::HelpTask::Shorter: return helpWords(QT_TRANSLATE_NOOP("Help", "Make it shorter"));
    case desk::HelpTask::Clearer: return helpWords(QT_TRANSLATE_NOOP("Help", "Make it clearer"));
    case desk::HelpTask::Friendlier:
        return helpWords(QT_TRANSLATE_NOOP("Help", "Make it friendlier"));
    case desk::HelpTask::Formal: return helpWords(QT_TRANSLATE_NOOP("Help", "Make it more formal"));
    case desk::HelpTask::ForCustomer:
        return helpWords(QT_TRANSLATE_NOOP("Help", "Translate what I wrote for the customer"));
    case desk::HelpTask::ForMe:
        return helpWords(QT_TRANSLATE_NOOP("Help", "Translate the customer's words for me"));
    case desk::HelpTask::Summary:
        return helpWords(QT_TRANSLATE_NOOP("Help", "Sum up the conversation"));
    }
    return helpWords(QT_TRANSLATE_NOOP("Help", "Suggest a reply"));
}

QString helpEndText(const desk::HelpAnswer& answer)
{
    const auto say = helpWords;
    switch (answer.end) {
    case desk::HelpEnd::Done:
        return answer.isCut ? say(QT_TRANSLATE_NOOP("Help", "The answer was too long and is cut."))
                            : say(QT_TRANSLATE_NOOP("Help", "Read it before you use it."));
    case desk::HelpEnd::Partial:
        return say(QT_TRANSLATE_NOOP("Help", "AI broke off: this is only a part."));
    case desk::HelpEnd::NoAi:
        return say(QT_TRANSLATE_NOOP("Help", "No AI is connected. Connect one in Settings → AI."));
    case desk::HelpEnd::SwitchedOff:
        return say(
            QT_TRANSLATE_NOOP("Help", "Smart mode is off for all. Switch it on in Settings → AI."));
    case desk::HelpEnd::NothingToDo:
        return isOfDraft(answer.task)
                   ? say(QT_TRANSLATE_NOOP("Help", "Write something to the customer first."))
                   : say(QT_TRANSLATE_NOOP("Help", "There are no words here yet."));
    case desk::HelpEnd::Gone:
        return say(QT_TRANSLATE_NOOP("Help", "The texts of this conversation were erased."));
    case desk::HelpEnd::RateLimited: return limitedText(answer);
    case desk::HelpEnd::Unavailable: return unavailableText(answer);
    case desk::HelpEnd::Incapable:
        return say(QT_TRANSLATE_NOOP(
            "Help", "None of the AI servers can do this. Settings → AI shows what each can do."));
    case desk::HelpEnd::NoKey:
        return say(QT_TRANSLATE_NOOP(
            "Help", "The AI server's key is missing or locked away. Give it in Settings → AI."));
    case desk::HelpEnd::Unauthorized:
        return say(QT_TRANSLATE_NOOP(
            "Help", "The AI server does not take the key. Mend it in Settings → AI."));
    case desk::HelpEnd::TimedOut:
        return say(QT_TRANSLATE_NOOP("Help", "AI took too long. Try again."));
    case desk::HelpEnd::TooLong:
        return say(QT_TRANSLATE_NOOP(
            "Help", "That is more text than the AI model takes. Try a shorter text or another "
                    "model."));
    case desk::HelpEnd::Refused:
        return say(QT_TRANSLATE_NOOP("Help", "The AI server refused to answer this."));
    case desk::HelpEnd::Rejected:
        return say(QT_TRANSLATE_NOOP(
            "Help", "The AI server does not take our question: the model or the account may be the "
                    "reason. Test it in Settings → AI."));
    case desk::HelpEnd::BadAnswer:
        return say(QT_TRANSLATE_NOOP("Help", "AI's answer cannot be used. Try again."));
    case desk::HelpEnd::OverBudget:
        return say(QT_TRANSLATE_NOOP(
            "Help", "Today's budget for AI is spent. Settings → AI has the daily cap."));
    case desk::HelpEnd::Cancelled: break;
    }
    return say(QT_TRANSLATE_NOOP("Help", "Stopped."));
}

QString helpLineText(const QString& field, const desk::HelpLine& line)
{
    QStringList numbers;
    for (const base::Seq seq : line.messages)
        numbers += QString::number(seq.value);
    const QString from = numbers.isEmpty() ? helpWords(QT_TRANSLATE_NOOP("Help", "from no message"))
                                           : helpWords(QT_TRANSLATE_NOOP("Help", "message %1"))
                                                 .arg(numbers.join(QStringLiteral(", ")));
    return QStringLiteral("%1: %2 (%3)").arg(field, line.text, from);
}

QList<std::pair<QString, desk::HelpLine>> helpSummaryLines(const desk::HelpSummary& summary)
{
    QList<std::pair<QString, desk::HelpLine>> lines;
    const auto add = [&lines](const QString& field, const desk::HelpLine& line) {
        if (!line.text.isEmpty())
            lines.append({field, line});
    };
    add(helpWords(QT_TRANSLATE_NOOP("Help", "Wants")), summary.intent);
    for (const auto& fact : summary.facts)
        add(helpWords(QT_TRANSLATE_NOOP("Help", "Fact")), fact);
    for (const auto& question : summary.openQuestions)
        add(helpWords(QT_TRANSLATE_NOOP("Help", "Open question")), question);
    add(helpWords(QT_TRANSLATE_NOOP("Help", "Next step")), summary.nextStep);
    add(helpWords(QT_TRANSLATE_NOOP("Help", "Mood")), summary.mood);
    return lines;
}

QString helpSummaryText(const desk::HelpSummary& summary)
{
    QStringList lines;
    for (const auto& [field, line] : helpSummaryLines(summary))
        lines += helpLineText(field, line);
    return lines.join(u'\n');
}

} // namespace panels
