// SPDX-License-Identifier: GPL-3.0-or-later
// What the facade gives and takes of releases.
#pragma once

#include "release/deeds/deeds.h"
#include "release/gate.h"
#include "release/ledger/attested.h"
#include "release/ledger/erasing.h"
#include "release/ledger/ledger_check.h"
#include "release/planning.h"
#include "release/values.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace desk {

/// A release as a list shows it; computed, not stored.
struct ReleaseSummary {
    QString id, title, templateId;
    int items = 0;   ///< leaves that the gate asks for
    int settled = 0; ///< of those
    int openBlockers = 0, late = 0;
    release::Verdict verdict = release::Verdict::NoGo;
    release::CanaryStatus canary = release::CanaryStatus::NotStarted;
    base::WallTime createdAt;
    std::optional<base::WallTime> plannedFor, releasedAt;
    QString fault; ///< what of it cannot be read: nothing but the id is known; empty: all can
};

/// A release as it is now. Shared: the desk makes another one for the next change.
struct ReleaseView {
    std::shared_ptr<const release::Release> release;
    release::SharedOutline outline; ///< of it; never null where it is not
    std::vector<release::FreezeWindow> freezes;
    release::LedgerHead ledger;
    release::LedgerWord ledgerWord = release::LedgerWord::NotAsked; ///< of the last verification
    /// Computed at the time of asking.
    release::Gate gate;
    /// Who asked, with the roles of a release that they have; nobody: they may only look.
    release::Actor me;
    bool mayRunCommands = false; ///< who asked may run checks that are commands, on their machine
    bool mayErase = false;       ///< who asked may erase what was said
};

/// Releases as they are, without what is computed of them.
using OutReleases = std::vector<std::shared_ptr<const release::Release>>;

/// A file that a release was made from, byte for byte.
struct ReleaseSource {
    QString name;
    QByteArray bytes;
};

/// A new release: of a template, or of what was read and corrected.
struct NewRelease {
    release::Template plan;
    QString title;
    std::optional<base::WallTime> plannedFor;
    std::optional<ReleaseSource> source;
};

/// What somebody does to a release.
struct ReleaseDeed {
    QString release;
    release::Deed deed;
    QString passphrase; ///< for a signature and an override's approval, where the person has one
    QByteArray file;    ///< the bytes of a file or screenshot that is shown; kept under their hash
};

/// What somebody takes back of what was said.
struct ReleaseErasure {
    QString release;
    release::Erasure what;
};
struct ErasedTexts {
    int entries = 0; ///< whose texts are gone
    int files = 0;  ///< of evidence that nothing else shows; the one that the release was made from
    int copies = 0; ///< of such evidence, beside backups: gone too
    /// Older backups whose databases still hold what is erased, until they are rotated away.
    int backups = 0;
};
using EraseAnswer = tl::expected<ErasedTexts, release::Refusal>;

/// The release afterwards, or why it was refused.
using DeedAnswer = tl::expected<ReleaseView, release::Refusal>;

/// A line of a release's history.
struct LedgerLine {
    release::LedgerEntry entry;
    QString byName; ///< as they are called now; empty: the program
    QString text;   ///< empty: none, or erased
};

/// A version of a template. Saving one adds a version; none is ever changed or lost, for releases were
/// made of it.
struct ShelvedTemplate {
    release::Template plan;
    bool isShipped = false;                ///< came with the program
    base::WallTime savedAt;                ///< of one that did not, with:
    QString byName;                        ///< as they are called now
    std::vector<release::LeftOut> leftOut; ///< what a release that is made of it now does not get
    QString fault; ///< why it cannot be read; such a one is told in the log and not listed
    bool operator==(const ShelvedTemplate&) const = default;
};

struct LedgerReport {
    release::LedgerVerdict verdict;
    std::vector<release::Unattested> unattested; ///< shown, and not written down
    bool isKeyed = false; ///< false: whoever can write the file can write the chain anew
    [[nodiscard]] bool isSound() const noexcept { return verdict.isSound() && unattested.empty(); }
};

inline constexpr qsizetype kLongestEvidence = 1'048'576; ///< bytes of UTF-8; the tail is kept
inline constexpr qsizetype kLongestReleaseText = 10'000; ///< characters of a title, reason, comment
inline constexpr qsizetype kLongestReleaseSource = 52'428'800; ///< bytes: 50 MiB
inline constexpr qsizetype kLongestEvidenceFile = 20'971'520;  ///< bytes: 20 MiB

} // namespace desk
