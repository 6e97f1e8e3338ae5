// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/release_list_model.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace panels {

namespace {

struct ReleaseRow {
    Q_DECLARE_TR_FUNCTIONS(ReleaseRow)
};

QString progressText(const desk::ReleaseSummary& release)
{
    if (!release.fault.isEmpty())
        return ReleaseRow::tr("cannot be read: %1").arg(release.fault);
    QStringList parts{
        ReleaseRow::tr("%1 of %2 settled")
            .arg(QLocale().toString(release.settled), QLocale().toString(release.items))};
    if (release.openBlockers > 0)
        parts += ReleaseRow::tr("%n blocker(s) open", nullptr, release.openBlockers);
    if (release.late > 0)
        parts += ReleaseRow::tr("%n late", nullptr, release.late);
    return parts.join(QStringLiteral(" · "));
}

QString dateText(const desk::ReleaseSummary& release)
{
    if (!release.fault.isEmpty())
        return {};
    if (release.releasedAt)
        return ReleaseRow::tr("out since %1").arg(whenText(*release.releasedAt));
    return release.plannedFor ? ReleaseRow::tr("for %1").arg(whenText(*release.plannedFor))
                              : ReleaseRow::tr("made %1").arg(whenText(release.createdAt));
}

QString standingText(const desk::ReleaseSummary& release)
{
    return release.canary == release::CanaryStatus::NotStarted ? verdictText(release.verdict)
                                                               : canaryText(release.canary);
}

QColor standingColour(const desk::ReleaseSummary& release)
{
    using release::CanaryStatus;
    const Colours& c = colours();
    switch (release.canary) {
    case CanaryStatus::Running:
    case CanaryStatus::Finished: return c.good;
    case CanaryStatus::Held: return c.warning;
    case CanaryStatus::Aborted:
    case CanaryStatus::RolledBack: return c.bad;
    case CanaryStatus::NotStarted: break;
    }
    switch (release.verdict) {
    case release::Verdict::Go: return c.good;
    case release::Verdict::GoByOverride: return c.warning;
    case release::Verdict::NoGo: break;
    }
    return c.bad;
}

} // namespace

void ReleaseListModel::show(std::vector<desk::ReleaseSummary> releases)
{
    std::ranges::stable_sort(releases, std::ranges::greater(), &desk::ReleaseSummary::createdAt);
    if (std::ranges::equal(releases, m_rows, {}, &desk::ReleaseSummary::id,
                           &desk::ReleaseSummary::id)) {
        m_rows = std::move(releases);
        retranslate();
        return;
    }
    beginResetModel();
    m_rows = std::move(releases);
    endResetModel();
}

void ReleaseListModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ReleaseListModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_rows, id, &desk::ReleaseSummary::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReleaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReleaseListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::ReleaseSummary& release = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return release.title;
    case Qt::AccessibleTextRole:
        return QStringList{release.title, standingText(release), progressText(release),
                           dateText(release)}
            .join(QStringLiteral(", "));
    case IdRole: return release.id;
    default: return {};
    }
}

ReleaseDelegate::ReleaseDelegate(const ReleaseListModel& model, QObject* parent)
    : TwoLineDelegate(parent), m_model(model)
{
}

TwoLineDelegate::Lines ReleaseDelegate::lines(const QModelIndex& index) const
{
    const desk::ReleaseSummary& release = m_model.at(index.row());
    const Colours& c = colours();
    return {.upper = {.text = release.title,
                      .weight = QFont::DemiBold,
                      .end = standingText(release),
                      .endColour = standingColour(release)},
            .lower = {.text = progressText(release),
                      .colour = release.late > 0 ? c.warning : c.quiet,
                      .end = dateText(release)}};
}

} // namespace panels
