// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ai/ai_trace.h"

#include "panels/ai/ai_texts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace panels {

namespace {

struct AiTrace {
    Q_DECLARE_TR_FUNCTIONS(AiTrace)
};

QString purposeText(const QString& purpose)
{
    if (purpose == u"understand")
        return AiTrace::tr("understanding the message");
    if (purpose == u"explain")
        return AiTrace::tr("explaining a step");
    if (purpose == u"propose")
        return AiTrace::tr("choosing steps");
    if (purpose == u"word")
        return AiTrace::tr("wording the answer");
    if (purpose.startsWith(QLatin1String("help_")))
        return AiTrace::tr("help for the agent");
    return purpose;
}

QString usedText(const QString& used)
{
    if (used == u"words" || used == u"wording")
        return AiTrace::tr("its words went to the customer");
    if (used == u"shown")
        return AiTrace::tr("it was shown to the agent");
    if (used == u"steps")
        return AiTrace::tr("the steps that it chose");
    if (used == u"understanding")
        return AiTrace::tr("it showed what was meant");
    return AiTrace::tr("nothing, the answer came without AI");
}

QString msText(qint64 ms)
{
    return QLocale().toString(ms) + QStringLiteral(" ms");
}

} // namespace

QString aiLineText(const QByteArray& payload)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    return QStringList{AiTrace::tr("AI"), purposeText(json.value(u"purpose").toString()),
                       aiOutcomeText(json.value(u"outcome").toString()),
                       msText(json.value(u"totalMs").toInteger())}
        .join(QStringLiteral(" · "));
}

QString aiDetailText(const QByteArray& payload, const QString& recorded)
{
    const QJsonObject json = QJsonDocument::fromJson(payload).object();
    const QLocale locale;
    const auto count = [&](const char* key) {
        return locale.toString(json.value(QLatin1String(key)).toInteger());
    };
    const qint64 first = json.value(u"firstMs").toInteger(-1);
    QStringList lines;
    lines += AiTrace::tr("Prompt: %1 · Model: %2")
                 .arg(json.value(u"prompt").toString(), json.value(u"model").toString());
    lines += AiTrace::tr("Tokens: %1 in, %2 out · Cost: %3")
                 .arg(count("inputTokens"), count("outputTokens"),
                      amountText(json.value(u"costMicros").toInteger()));
    lines += AiTrace::tr("First words: %1 · In all: %2")
                 .arg(first < 0 ? AiTrace::tr("none came") : msText(first),
                      msText(json.value(u"totalMs").toInteger()));
    lines += AiTrace::tr("Used for the answer: %1").arg(usedText(json.value(u"used").toString()));
    if (recorded.isEmpty()) {
        lines += AiTrace::tr("What was sent was erased.");
        return lines.join(u'\n');
    }
    const QJsonObject texts = QJsonDocument::fromJson(recorded.toUtf8()).object();
    lines += AiTrace::tr("Sent, personal data masked: %1").arg(texts.value(u"request").toString());
    if (const QString answer = texts.value(u"text").toString(); !answer.isEmpty())
        lines += AiTrace::tr("Its words: %1").arg(answer);
    return lines.join(u'\n');
}

} // namespace panels
