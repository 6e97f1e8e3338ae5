// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/evidence.h"

#include "desk/releases/releases_values.h"
#include "privacy/find.h"

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

} // namespace

bool holdsSecret(const QString& text)
{
    return std::ranges::any_of(privacy::find(text), [](const privacy::Entity& found) {
        return std::ranges::find(kSecrets, found.kind) != kSecrets.end();
    });
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
