// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_server.h"
#include "app/desktop/desktop_checks.h"
#include "app/desktop/desktop_figures.h"
#include "app/self_checks.h"
#include "app/service.h"
#include "base/threads/qt_home.h"
#include "panels/main_window.h"

#include <memory>

namespace app {

/// The window on top of a running service, and the control socket, wired as `relevo` runs them. Made
/// and destroyed on the main thread; needs a QApplication. Destroying it stops window, control socket
/// and service, in this order.
class Desktop
{
public:
    explicit Desktop(std::unique_ptr<Service> service);
    ~Desktop();

    [[nodiscard]] Service& service() noexcept { return *m_service; }
    [[nodiscard]] panels::MainWindow& window() noexcept { return m_window; }

private:
    std::unique_ptr<Service> m_service;
    ControlServer m_control;
    base::QtHome m_home;
    SelfChecks m_self;
    DesktopChecks m_checks; ///< after what it asks, as is this:
    DesktopFigures m_figures;
    panels::MainWindow m_window;
};

} // namespace app
