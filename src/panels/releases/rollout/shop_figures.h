// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "panels/releases/rollout/figure_reader.h"

#include <QObject>

#include <map>
#include <memory>

namespace panels {

class OpenRelease;

/// The figures that canaries and rollbacks watch, as far as they were read while the window is open: of
/// the release that is open, and of each that is on its way out or went out in the last 24 hours. They
/// are read by the program, or noted by a person. UI thread.
class ShopFigures final : public QObject
{
    Q_OBJECT
public:
    /// \param reader null: only people note figures; else it outlives this
    ShopFigures(OpenRelease& open, FigureReader* reader, QObject* parent);
    ~ShopFigures() override;

    /// False: the last reading is newer, for the clock was set back; readings ascend.
    [[nodiscard]] bool note(const QString& release, const QString& figure, double value,
                            base::WallTime at);
    /// What was read and what was noted, in the order of time. A baseline that is not known is the mean
    /// of what was noted before the release went out.
    [[nodiscard]] release::Readings readingsFor(const release::Release& release) const;

    /// How reading went; null: nothing is read of this release.
    [[nodiscard]] const FigureReader::News* newsOf(const QString& release) const;

Q_SIGNALS:
    void noted();

private:
    void look();
    void follow(const release::Release& release);
    void read(const release::Release& release);
    void readOutTimes(const release::Release& release);
    void wasRead(const QString& release, const FigureReader::News& news);
    void keepBaselines(const QString& release, const QHash<QString, double>& baselines);

    OpenRelease& m_open;
    FigureReader* const m_reader;
    base::Caller m_caller;
    /// By release, and of each by figure.
    std::map<QString, QHash<QString, std::vector<release::Reading>>> m_noted;
    struct Followed {
        FigureReader::News news;
        std::optional<release::Canary> canary; ///< when `out` was read; nothing: it was not
        std::vector<release::OutTime> out;     ///< as the ledger tells
    };
    std::map<QString, Followed> m_followed;
};

} // namespace panels
