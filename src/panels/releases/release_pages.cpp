// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/release_pages.h"

#include "panels/releases/deciding/compare_page.h"
#include "panels/releases/deciding/freeze_page.h"
#include "panels/releases/deciding/gate_page.h"
#include "panels/releases/deciding/report_page.h"
#include "panels/releases/deciding/timeline_page.h"
#include "panels/releases/import/import_wizard.h"
#include "panels/releases/releases_panel.h"
#include "panels/releases/rollout/after_page.h"
#include "panels/releases/rollout/canary_page.h"
#include "panels/releases/rollout/rollback_page.h"
#include "panels/releases/rollout/shop_figures.h"
#include "panels/releases/templates/templates_page.h"

namespace panels {

void addReleasePages(ReleasesPanel& panel, desk::Desk& desk,
                     const std::shared_ptr<base::Home>& home, const base::Clock& clock,
                     FigureReader* reader)
{
    OpenRelease& open = panel.release();
    auto* figures = new ShopFigures(open, reader, &panel);
    panel.addPage(new GatePage(open, &panel));
    panel.addPage(new TimelinePage(open, &panel));
    panel.addPage(new CanaryPage(open, *figures, &panel));
    panel.addPage(new RollbackPage(open, *figures, &panel));
    panel.addPage(new AfterPage(open, *figures, &panel));
    panel.addPage(new ReportPage(open, clock, &panel));
    panel.addPage(new ComparePage(open, &panel));
    panel.addHomePage(new TemplatesPage(open, &panel));
    panel.addHomePage(new FreezePage(open, &panel));
    panel.setImport([&panel, &desk, &open, home, &clock](const QString& file) {
        auto* wizard = new ImportWizard(desk, home, clock, open.badge(), &panel);
        QObject::connect(wizard, &ImportWizard::created, &panel,
                         [&panel, &open](const QString& release, const QString& note) {
                             panel.openRelease(release);
                             if (!note.isEmpty())
                                 Q_EMIT open.said(note, false);
                         });
        wizard->open();
        if (!file.isEmpty())
            wizard->readFile(file);
    });
}

} // namespace panels
