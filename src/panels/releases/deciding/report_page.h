// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/deciding/report_writer.h"
#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"
#include "release/report/report.h"

#include <memory>
#include <optional>

namespace Ui {
class ReportPage;
}

namespace panels {

/// The release as a report with its signatures and the ledger's head; saving it; verifying the ledger.
class ReportPage final : public ReleasePage
{
    Q_OBJECT
public:
    ReportPage(OpenRelease& open, const base::Clock& clock, QWidget* parent = nullptr);
    ~ReportPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;
    void saveAs(const QString& path, ReportWriter::Format format);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectButtons();
    void showReport();
    void readDecisions();
    void askWhere(ReportWriter::Format format);
    void showSource();
    void saveSource();
    void eraseSource();
    void wasSaved(const QString& path, const base::Result<void>& saved);
    void verify();
    void showVerdict(const base::Result<desk::LedgerReport>& report);
    void hideVerdict();

    std::unique_ptr<Ui::ReportPage> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    ReportWriter m_writer;
    QString m_markdown;
    QString m_verified;                          ///< the release and head that the verdict is about
    std::optional<desk::ReleaseSource> m_source; ///< of the release that is open
    QString m_sourceOf;
    std::vector<release::CanaryDecision> m_decisions;
    QString m_decisionsOf; ///< the release and head whose ledger they were read from
};

} // namespace panels
