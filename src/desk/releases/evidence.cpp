// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/evidence.h"

#include "desk/releases/releases_values.h"
#include "privacy/find.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace desk {

namespace {

using release::EvidenceKind;

constexpr std::array kSecrets{privacy::Kind::Pem,      privacy::Kind::Jwt,
                              privacy::Kind::Key,      privacy::Kind::UrlCredentials,
                              privacy::Kind::UrlToken, privacy::Kind::Password};

bool isWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && (scheme == u"https" || scheme == u"http");
}

/// The last of it, from the beginning of a line where there is one.
QString tailOf(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= kLongestEvidence)
        return text;
    utf8 = utf8.last(kLongestEvidence);
    const qsizetype line = utf8.indexOf('\n');
    return QString::fromUtf8(line >= 0 && line + 1 < utf8.size() ? utf8.mid(line + 1) : utf8);
}

constexpr int kShortestRun = 8; ///< characters; no secret is shorter

/// The runs of printable characters in bytes that may be anything, a line each.
QByteArray readableIn(const QByteArray& bytes)
{
    QByteArray lines;
    qsizetype begin = 0;
    const auto endRun = [&](qsizetype end) {
        if (end - begin >= kShortestRun)
            lines += QByteArrayView(bytes).sliced(begin, end - begin).toByteArray() + '\n';
        begin = end + 1;
    };
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if ((c < ' ' && c != '\t') || c == '\x7f')
            endRun(i);
    }
    endRun(bytes.size());
    return lines;
}

/// What can be read in a file: UTF-16 where every other byte is empty, else UTF-8.
QString textOf(const QByteArray& file)
{
    const auto empty = file.count('\0');
    if (empty == 0)
        return QString::fromUtf8(file);
    if (empty > file.size() / 4) {
        QByteArray narrow = file;
        narrow.removeIf([](char c) { return c == '\0'; });
        return QString::fromUtf8(readableIn(narrow));
    }
    return QString::fromUtf8(readableIn(file));
}

/// Why a person may not show it.
base::Result<void> isWhole(const release::Evidence& evidence, const QByteArray& file)
{
    const bool isFile =
        evidence.kind == EvidenceKind::File || evidence.kind == EvidenceKind::Screenshot;
    if (isFile != !file.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("a file is shown with its bytes"));
    if (file.size() > kLongestEvidenceFile)
        return base::fail(base::Code::Invalid, QStringLiteral("a file of over 20 MB"));
    if (evidence.kind == EvidenceKind::Link && !isWebAddress(evidence.title))
        return base::fail(base::Code::Invalid, QStringLiteral("not a web address"));
    if (evidence.kind == EvidenceKind::Pasted && evidence.text.trimmed().isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("nothing was pasted"));
    if (!std::isfinite(evidence.value))
        return base::fail(base::Code::Invalid, QStringLiteral("a figure is a number"));
    return {};
}

/// As lines of "name: text", so that what a text is called tells of it; the words of a command on one line.
void addLines(const QJsonValue& json, const QString& name, QString& lines)
{
    if (json.isString()) {
        // What is filled in when it runs is not there yet.
        static const QRegularExpression kName(QStringLiteral("\\{[a-z0-9_]+\\}"));
        const QString text = json.toString();
        lines += name + QStringLiteral(": ") + QString(text).remove(kName) + u'\n';
        return;
    }
    const QJsonObject members = json.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        addLines(it.value(), it.key(), lines);
    QStringList words;
    const auto rows = json.toArray();
    for (const auto& row : rows) {
        if (row.isString())
            words << row.toString();
        else
            addLines(row, name, lines);
    }
    if (!words.isEmpty())
        addLines(words.join(u' '), name, lines);
}

} // namespace

bool holdsSecret(const QString& text)
{
    return std::ranges::any_of(privacy::find(text), [](const privacy::Entity& found) {
        return std::ranges::find(kSecrets, found.kind) != kSecrets.end();
    });
}

bool holdsSecret(const release::ItemPlan& plan)
{
    QString all = plan.title + u'\n' + plan.acceptance + u'\n';
    for (const release::CheckPlan& check : plan.checks) {
        all += check.title + u'\n';
        addLines(check.parameters, {}, all);
    }
    return holdsSecret(all);
}

QStringList textsOf(const release::SignOffRule& rule)
{
    return {rule.title, rule.condition};
}

QStringList textsOf(const release::CanaryPlan& canary, const release::RollbackPlan& rollback)
{
    QStringList texts;
    for (const release::Watch& watch : canary.watches)
        texts << watch.title << watch.figure;
    for (const release::RollbackTrigger& trigger : rollback.triggers)
        texts << trigger.title << trigger.firstStep
              << (trigger.watch ? trigger.watch->figure : QString());
    for (const release::RollbackStep& step : rollback.steps)
        texts << step.title;
    return texts;
}

QStringList textsOf(const release::Template& plan)
{
    QStringList texts{plan.title, plan.description};
    for (const release::Section& section : plan.sections)
        texts << section.title;
    for (const release::SignOffRule& rule : plan.signOffs)
        texts << textsOf(rule);
    return texts << textsOf(plan.canary, plan.rollback);
}

base::Result<release::Evidence> keepable(release::Evidence evidence, const QByteArray& file)
{
    if (auto whole = isWhole(evidence, file); !whole)
        return base::fail(whole.error());
    const bool isRun = evidence.kind == EvidenceKind::Check;
    if (!isRun)
        evidence.run = {};
    if (!isRun && evidence.kind != EvidenceKind::Metric)
        evidence.outcome = release::Outcome::Told;
    evidence.fileHash.clear(); // the desk's to say
    evidence.title = evidence.title.simplified().left(kLongestReleaseText);
    evidence.text = tailOf(evidence.text);
    if (!isRun &&
        (holdsSecret(evidence.title) || holdsSecret(evidence.text) || holdsSecret(textOf(file))))
        return base::fail(base::Code::Refused, QStringLiteral("a secret is no evidence"));
    evidence.text = privacy::mask(evidence.text);
    evidence.run.host = privacy::mask(evidence.run.host);
    return evidence;
}

} // namespace desk
