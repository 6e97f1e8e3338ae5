// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/help/help_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype kLongestLine = 500;
constexpr int kMostLinks = 20;

/// Marks that change how the text around them is read (Unicode UAX #9), and those without width.
bool isHiddenMark(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2060 && u <= 0x2069) || u == 0xFEFF;
}

HelpLine summaryLine(const QJsonValue& value, const QSet<qint64>& seqs, int& dropped)
{
    const QJsonObject json = value.toObject();
    HelpLine line{.text =
                      plainText(json.value(u"text").toString()).simplified().left(kLongestLine)};
    const QJsonArray links = json.value(u"messages").toArray();
    for (const auto& link : links) {
        const qint64 seq = link.toInteger(-1);
        const bool isNew = !line.messages.contains(base::Seq{seq});
        if (!seqs.contains(seq) || line.messages.size() >= kMostLinks)
            ++dropped;
        else if (isNew)
            line.messages.append(base::Seq{seq});
    }
    std::sort(line.messages.begin(), line.messages.end());
    return line;
}

QList<HelpLine> summaryLines(const QJsonValue& value, const QSet<qint64>& seqs, int& dropped)
{
    QList<HelpLine> lines;
    const QJsonArray array = value.toArray();
    for (const auto& each : array) {
        HelpLine line = summaryLine(each, seqs, dropped);
        if (!line.text.isEmpty() && lines.size() < kMostLines)
            lines.append(std::move(line));
    }
    return lines;
}

QString summaryText(const HelpSummary& summary)
{
    QStringList texts;
    const auto add = [&texts](const HelpLine& line) {
        if (!line.text.isEmpty())
            texts += line.text;
    };
    add(summary.intent);
    std::ranges::for_each(summary.facts, add);
    std::ranges::for_each(summary.openQuestions, add);
    add(summary.nextStep);
    add(summary.mood);
    return texts.join(u'\n');
}

HelpEnd endOf(const ai::Unavailable& unavailable)
{
    switch (unavailable.cause) {
    case ai::Cause::NoEndpoint: return HelpEnd::NoAi;
    case ai::Cause::NoKey: return HelpEnd::NoKey;
    case ai::Cause::Incapable: return HelpEnd::Incapable;
    case ai::Cause::Quota:
    case ai::Cause::NotFound: return HelpEnd::Rejected;
    case ai::Cause::ShuttingDown: return HelpEnd::Cancelled;
    default: return HelpEnd::Unavailable;
    }
}

/// The end, the text that came, and until when.
struct OutcomeReader {
    HelpAnswer& answer;

    HelpEnd operator()(const ai::Completed& done) const
    {
        answer.text = QString::fromStdString(done.text);
        return done.finish == "length" ? HelpEnd::Partial : HelpEnd::Done;
    }
    HelpEnd operator()(const ai::Truncated& cut) const
    {
        return part(cut.partial, HelpEnd::BadAnswer);
    }
    HelpEnd operator()(const ai::TimedOut& late) const
    {
        return part(late.partial, HelpEnd::TimedOut);
    }
    HelpEnd operator()(const ai::RateLimited& limited) const
    {
        answer.until = limited.until;
        return HelpEnd::RateLimited;
    }
    HelpEnd operator()(const ai::Unavailable& unavailable) const
    {
        const HelpEnd end = endOf(unavailable);
        if (end == HelpEnd::Unavailable)
            answer.until = unavailable.until;
        return end;
    }
    HelpEnd operator()(const ai::Refused&) const { return HelpEnd::Refused; }
    HelpEnd operator()(const ai::Unauthorized&) const { return HelpEnd::Unauthorized; }
    HelpEnd operator()(const ai::BadRequest&) const { return HelpEnd::Rejected; }
    HelpEnd operator()(const ai::TooLong&) const { return HelpEnd::TooLong; }
    HelpEnd operator()(const ai::ProtocolError&) const { return HelpEnd::BadAnswer; }
    HelpEnd operator()(const ai::Cancelled&) const { return HelpEnd::Cancelled; }
    HelpEnd operator()(const ai::OverBudget&) const { return HelpEnd::OverBudget; }

private:
    HelpEnd part(const std::string& partial, HelpEnd without) const
    {
        answer.text = QString::fromStdString(partial);
        return partial.empty() ? without : HelpEnd::Partial;
    }
};

} // namespace

QString plainText(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const bool isControl = c.category() == QChar::Other_Control;
        if (c == u'\n' || c == u'\t' || (!isControl && !isHiddenMark(c)))
            plain += c;
    }
    return plain.trimmed();
}

QStringList strangeAddresses(const QString& text, const QStringList& known)
{
    // An address as people's programs would make one of it: with a scheme, www., an @, or a word with
    // a dot and a domain's ending behind it.
    static const QRegularExpression pattern(
        QStringLiteral(
            R"((?:[a-z][a-z0-9+.-]*://|www\.|mailto:)[^\s<>"']+)"
            R"(|[^\s<>"'@,;:()]+@[^\s<>"'@,;:()]+\.[a-z]{2,})"
            R"(|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|io|ly|me|app|xyz|top|ru|ar|es|uy|cl|mx)\b(?:/[^\s<>"']*)?)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList strange;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        QString address = it.next().captured();
        while (!address.isEmpty() && QStringLiteral(".,;:!?)]}").contains(address.back()))
            address.chop(1);
        const bool isKnown = std::ranges::any_of(known, [&address](const QString& words) {
            return words.contains(address, Qt::CaseInsensitive);
        });
        if (!isKnown && !strange.contains(address))
            strange += address;
    }
    return strange;
}

std::optional<HelpSummary> summaryOf(std::string_view json, const QSet<qint64>& seqs)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size())));
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject root = document.object();
    HelpSummary summary;
    int& dropped = summary.droppedLinks;
    summary.intent = summaryLine(root.value(u"intent"), seqs, dropped);
    summary.facts = summaryLines(root.value(u"facts"), seqs, dropped);
    summary.openQuestions = summaryLines(root.value(u"open_questions"), seqs, dropped);
    summary.nextStep = summaryLine(root.value(u"next_step"), seqs, dropped);
    summary.mood = summaryLine(root.value(u"mood"), seqs, dropped);
    if (summaryText(summary).isEmpty())
        return std::nullopt;
    return summary;
}

void takeOutcome(const ai::CallReport& report, const HelpGround& ground, HelpAnswer& answer)
{
    answer.end = std::visit(OutcomeReader{answer}, report.outcome);
    if (!report.attempts.empty())
        answer.model = QString::fromStdString(report.attempts.back().model);
    if (answer.task == HelpTask::Summary && !answer.text.isEmpty()) {
        answer.summary = summaryOf(answer.text.toStdString(), ground.seqs);
        answer.text = answer.summary ? summaryText(*answer.summary) : QString();
    }
    answer.text = plainText(answer.text);
    if (answer.text.size() > kLongestAnswer) {
        answer.text.truncate(kLongestAnswer);
        answer.isCut = true;
    }
    const bool hasWords = !answer.text.isEmpty();
    if ((answer.end == HelpEnd::Done || answer.end == HelpEnd::Partial) && !hasWords)
        answer.end = HelpEnd::BadAnswer;
    QStringList known{ground.original};
    for (const auto& event : ground.events)
        known += event.text;
    answer.strangeAddresses = strangeAddresses(answer.text, known);
}

} // namespace desk
