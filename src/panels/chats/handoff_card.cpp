// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/handoff_card.h"

#include "panels/chats/event_texts.h"

#include <QCoreApplication>
#include <QSet>

namespace panels {

namespace {

struct HandoffCard {
    Q_DECLARE_TR_FUNCTIONS(HandoffCard)
};

constexpr int kUpset = 2; // of 0 calm … 3 angry

QString line(const QString& title, const QString& text)
{
    return QStringLiteral("<b>%1</b>&ensp;%2").arg(title.toHtmlEscaped(), text.toHtmlEscaped());
}

QString knownText(const QMap<QString, QString>& known)
{
    // The list and the state line say these already, or they say nothing to an agent.
    static const QSet<QString> kHidden{QStringLiteral("consent"), QStringLiteral("language"),
                                       QStringLiteral("name")};
    QStringList parts;
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (!it.value().isEmpty() && !kHidden.contains(it.key()))
            parts += slotTitle(it.key()) + QStringLiteral(": ") + slotWords(it.key(), it.value());
    }
    return parts.join(QStringLiteral(" · "));
}

/// The desk gives "step — outcome" with the engine's word for the outcome.
QString triedText(const QString& step)
{
    static const QString kDash = QStringLiteral(" — ");
    const auto at = step.lastIndexOf(kDash);
    const QString outcome = at < 0 ? QString() : step.mid(at + kDash.size());
    const QString text = step.left(at);
    if (outcome == QLatin1String("done"))
        return HandoffCard::tr("%1 (it helped)").arg(text);
    if (outcome == QLatin1String("same"))
        return HandoffCard::tr("%1 (no change)").arg(text);
    if (outcome == QLatin1String("cannot"))
        return HandoffCard::tr("%1 (could not be done)").arg(text);
    return step;
}

} // namespace

QString handoffCard(const desk::ConversationHead& head, CardSize size)
{
    QStringList lines;
    if (!head.reason.isEmpty())
        lines += line(HandoffCard::tr("Why"), head.reason);
    if (const QString known = knownText(head.known); !known.isEmpty())
        lines += line(HandoffCard::tr("Known"), known);
    if (head.mood >= kUpset)
        lines += line(HandoffCard::tr("Mood"), HandoffCard::tr("The customer is upset."));
    for (qsizetype i = 0; i < head.tried.size(); ++i)
        lines +=
            line(i == 0 ? HandoffCard::tr("Tried") : QStringLiteral("·"), triedText(head.tried[i]));
    if (lines.isEmpty())
        return HandoffCard::tr("Nothing is known yet.").toHtmlEscaped();
    return size == CardSize::Whole ? lines.join(QStringLiteral("<br>")) : lines.front();
}

} // namespace panels
