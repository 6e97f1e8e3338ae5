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

/// The beginning of a file that is text; empty: it is not.
QString textOf(const QByteArray& file)
{
    const QByteArray head = file.first(std::min(file.size(), kLongestEvidence));
    return head.contains('\0') ? QString() : QString::fromUtf8(head);
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
    evidence.title = evidence.title.trimmed().left(kLongestReleaseText);
    evidence.text = tailOf(evidence.text);
    if (!isRun &&
        (holdsSecret(evidence.title) || holdsSecret(evidence.text) || holdsSecret(textOf(file))))
        return base::fail(base::Code::Refused, QStringLiteral("a secret is no evidence"));
    evidence.text = privacy::mask(evidence.text);
    evidence.run.host = privacy::mask(evidence.run.host);
    return evidence;
}

} // namespace desk
