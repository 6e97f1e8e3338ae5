// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/event_texts.h"

#include "panels/ai/ai_trace.h"
#include "panels/chats/message_model.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace panels {

namespace {

struct EventTexts {
    Q_DECLARE_TR_FUNCTIONS(EventTexts)
};

QString inWords(const char* text)
{
    return QCoreApplication::translate("EventTexts", text);
}

QString closedText(const QString& by)
{
    if (by == QLatin1String("customer"))
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "The customer closed the conversation"));
    if (by == QLatin1String("agent"))
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "The conversation was closed"));
    if (by == QLatin1String("idle"))
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "Closed: nobody wrote any more"));
    return inWords(QT_TRANSLATE_NOOP("EventTexts", "Closed without consent"));
}

} // namespace

QString markText(const desk::MessageEvent& event)
{
    using engine::EventKind;
    const QJsonObject payload = QJsonDocument::fromJson(event.payload).object();
    const QString who = event.personName.isEmpty()
                            ? inWords(QT_TRANSLATE_NOOP("EventTexts", "Somebody"))
                            : event.personName;
    switch (event.kind) {
    case EventKind::StageChanged:
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "Stage: %1 → %2"))
            .arg(stageTitle(payload.value(u"from").toString()),
                 stageTitle(payload.value(u"to").toString()));
    case EventKind::HandoffRequested:
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "The customer waits for a person"));
    case EventKind::TakenOver:
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1 took over")).arg(who);
    case EventKind::Transferred: {
        const QString line = inWords(QT_TRANSLATE_NOOP("EventTexts", "Transferred"));
        return event.text.isEmpty() ? line : line + QStringLiteral(": ") + event.text;
    }
    case EventKind::ReturnedToQueue:
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "Back in the queue: %1 is away")).arg(who);
    case EventKind::GivenBack:
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1 gave the conversation back to the bot"))
            .arg(who);
    case EventKind::Rated:
        return payload.value(u"good").toBool()
                   ? inWords(QT_TRANSLATE_NOOP("EventTexts", "Rated: good"))
                   : inWords(QT_TRANSLATE_NOOP("EventTexts", "Rated: not good"));
    case EventKind::AiCall: return aiLineText(event.payload);
    case EventKind::Closed: return closedText(payload.value(u"by").toString());
    case EventKind::Erased:
        return inWords(
            QT_TRANSLATE_NOOP("EventTexts", "The texts of this conversation were erased"));
    default: return {};
    }
}

QString erasedText()
{
    return inWords(QT_TRANSLATE_NOOP("EventTexts", "Erased"));
}

QString gapText(qint64 missing)
{
    return EventTexts::tr("%n event(s) cannot be read here", nullptr, static_cast<int>(missing));
}

QString stageTitle(const QString& stage)
{
    static const QHash<QLatin1String, const char*> kTitles{
        {QLatin1String("consent"), QT_TRANSLATE_NOOP("StageTitles", "Consent")},
        {QLatin1String("refused"), QT_TRANSLATE_NOOP("StageTitles", "Consent refused")},
        {QLatin1String("language"), QT_TRANSLATE_NOOP("StageTitles", "Language")},
        {QLatin1String("name"), QT_TRANSLATE_NOOP("StageTitles", "Name")},
        {QLatin1String("need"), QT_TRANSLATE_NOOP("StageTitles", "What is needed")},
        {QLatin1String("problem"), QT_TRANSLATE_NOOP("StageTitles", "Which problem")},
        {QLatin1String("device"), QT_TRANSLATE_NOOP("StageTitles", "Which device")},
        {QLatin1String("basic"), QT_TRANSLATE_NOOP("StageTitles", "First steps")},
        {QLatin1String("step_help"), QT_TRANSLATE_NOOP("StageTitles", "Help with a step")},
        {QLatin1String("advanced_offer"),
         QT_TRANSLATE_NOOP("StageTitles", "Offer of further steps")},
        {QLatin1String("advanced"), QT_TRANSLATE_NOOP("StageTitles", "Further steps")},
        {QLatin1String("escalation"), QT_TRANSLATE_NOOP("StageTitles", "What next")},
        {QLatin1String("handoff"), QT_TRANSLATE_NOOP("StageTitles", "Handoff")},
        {QLatin1String("contact"), QT_TRANSLATE_NOOP("StageTitles", "Contact")},
        {QLatin1String("waiting"), QT_TRANSLATE_NOOP("StageTitles", "Waiting for a person")},
        {QLatin1String("human"), QT_TRANSLATE_NOOP("StageTitles", "With a person")},
        {QLatin1String("rating"), QT_TRANSLATE_NOOP("StageTitles", "Rating")},
        {QLatin1String("rating_reason"), QT_TRANSLATE_NOOP("StageTitles", "Reason of the rating")},
        {QLatin1String("rating_comment"), QT_TRANSLATE_NOOP("StageTitles", "Comment")},
        {QLatin1String("closed"), QT_TRANSLATE_NOOP("StageTitles", "Closed")},
        {QLatin1String("topic"), QT_TRANSLATE_NOOP("StageTitles", "Which topic")},
        {QLatin1String("system"), QT_TRANSLATE_NOOP("StageTitles", "Which system")},
        {QLatin1String("guide"), QT_TRANSLATE_NOOP("StageTitles", "Guide")},
        {QLatin1String("guide_help"), QT_TRANSLATE_NOOP("StageTitles", "Help with the guide")},
        {QLatin1String("guide_done"), QT_TRANSLATE_NOOP("StageTitles", "End of the guide")},
        {QLatin1String("shop"), QT_TRANSLATE_NOOP("StageTitles", "About the shop")},
        {QLatin1String("erase"), QT_TRANSLATE_NOOP("StageTitles", "Erasing")},
    };
    const QByteArray id = stage.toLatin1();
    const char* title = kTitles.value(QLatin1String(id), nullptr);
    return title ? QCoreApplication::translate("StageTitles", title) : stage;
}

QString actorText(engine::Actor actor)
{
    switch (actor) {
    case engine::Actor::Customer: return inWords(QT_TRANSLATE_NOOP("EventTexts", "Customer"));
    case engine::Actor::Bot: return inWords(QT_TRANSLATE_NOOP("EventTexts", "Bot"));
    case engine::Actor::Agent: return inWords(QT_TRANSLATE_NOOP("EventTexts", "Agent"));
    case engine::Actor::System: break;
    }
    return inWords(QT_TRANSLATE_NOOP("EventTexts", "Relevo"));
}

QString deliveryText(const MessageRow& row)
{
    using State = MessageRow::State;
    switch (row.state) {
    case State::Pending: return EventTexts::tr("sending…");
    case State::Sent: return EventTexts::tr("✓ sent");
    case State::Delivered: return EventTexts::tr("✓✓ delivered");
    case State::Seen: return EventTexts::tr("✓✓ seen");
    case State::Failed: return EventTexts::tr("⚠ not sent – click or press Enter to try again");
    case State::None: break;
    }
    return {};
}

QString spokenText(const MessageRow& row)
{
    if (row.kind == MessageRow::Kind::Day || row.kind == MessageRow::Kind::Mark)
        return row.isOpen ? row.text + u'\n' + row.detail
               : !row.detail.isEmpty()
                   ? inWords(QT_TRANSLATE_NOOP("EventTexts", "%1, Enter opens it")).arg(row.text)
                   : row.text;
    const QString who = row.author.isEmpty() ? actorText(row.actor) : row.author;
    const QString time = QLocale().toString(row.time.time(), QLocale::ShortFormat);
    if (row.kind == MessageRow::Kind::Note)
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "Private note by %1, %2: %3"))
            .arg(who, time, row.text);
    return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1, %2: %3")).arg(who, time, row.text);
}

QString waitText(base::WallTime since, base::WallTime now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - since).count();
    if (minutes < 1)
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "now"));
    if (minutes < 60)
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1 min")).arg(minutes);
    if (minutes < 48L * 60)
        return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1 h")).arg(minutes / 60);
    return inWords(QT_TRANSLATE_NOOP("EventTexts", "%1 d")).arg(minutes / (24L * 60));
}

QString waitingText(const desk::ConversationHead& head, base::WallTime now)
{
    return head.waitingSince ? EventTexts::tr("waits %1").arg(waitText(*head.waitingSince, now))
                             : waitText(head.lastTime, now);
}

QString slotTitle(const QString& slot)
{
    static const QHash<QString, const char*> kTitles{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("EventTexts", "Name")},
        {QStringLiteral("need"), QT_TRANSLATE_NOOP("EventTexts", "Need")},
        {QStringLiteral("problem"), QT_TRANSLATE_NOOP("EventTexts", "Problem")},
        {QStringLiteral("device"), QT_TRANSLATE_NOOP("EventTexts", "Device")},
        {QStringLiteral("brand"), QT_TRANSLATE_NOOP("EventTexts", "Brand")},
        {QStringLiteral("system"), QT_TRANSLATE_NOOP("EventTexts", "System")},
        {QStringLiteral("description"), QT_TRANSLATE_NOOP("EventTexts", "In their words")},
        {QStringLiteral("error_code"), QT_TRANSLATE_NOOP("EventTexts", "Error code")},
        {QStringLiteral("skill"), QT_TRANSLATE_NOOP("EventTexts", "Experience")},
        {QStringLiteral("helper"), QT_TRANSLATE_NOOP("EventTexts", "Has help at hand")},
        {QStringLiteral("contact"), QT_TRANSLATE_NOOP("EventTexts", "Contact")},
        {QStringLiteral("topic"), QT_TRANSLATE_NOOP("EventTexts", "Topic")}};
    const char* const title = kTitles.value(slot);
    return title ? inWords(title) : slot;
}

QString slotWords(const QString& slot, const QString& value)
{
    static const QHash<QString, const char*> kSkills{
        {QStringLiteral("basic"), QT_TRANSLATE_NOOP("EventTexts", "little")},
        {QStringLiteral("medium"), QT_TRANSLATE_NOOP("EventTexts", "some")},
        {QStringLiteral("advanced"), QT_TRANSLATE_NOOP("EventTexts", "a lot")}};
    const char* const skill = slot == QLatin1String("skill") ? kSkills.value(value) : nullptr;
    return skill ? inWords(skill) : value;
}

} // namespace panels
