// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/public_url_test.h"
#include "app/start_at_login.h"

#include <QDir>

namespace app {

namespace {

panels::Hooks hooksOf(Service& service, panels::CheckRunner& checks, panels::FigureReader& figures)
{
    return {
        .chatUrl = [&service] { return service.gateway() ? service.gateway()->url() : QString(); },
        .gatewayError =
            [&service] { return service.gateway() ? QString() : service.gatewayError().detail; },
        .gatewayAge =
            [&service] {
                return service.gateway() ? service.gateway()->sinceBeat() : base::milliseconds(0);
            },
        .applyGateway = [&service] { return service.restartGateway(); },
        .testPublicUrl = testPublicUrl,
        .setStartAtLogin = setStartAtLogin,
        .startsAtLogin = startsAtLogin,
        .aiOverview =
            [&service] {
                return service.aiWiring() ? service.aiWiring()->overview() : desk::AiOverview();
            },
        .saveAiKey =
            [&service](const QString& name, const QString& value,
                       std::function<void(desk::AiKeySaved)> done) {
                if (service.aiWiring())
                    service.aiWiring()->saveKey(name, value, std::move(done));
            },
        .checks = &checks,
        .figures = &figures,
        .dataFolder = service.folder(),
        .version = QStringLiteral(RELEVO_VERSION)};
}

DesktopChecks::Own ownOf(Service& service, SelfChecks& self)
{
    return {.subjects = self.subjects(),
            .secrets = service.config().secretVariables(),
            .urls = [&service] { return service.ownUrls(); },
            .logToken = service.config().text(QStringLiteral("log.token"))};
}

} // namespace

Desktop::Desktop(std::unique_ptr<Service> service)
    : m_service(std::move(service)), m_control(*m_service, m_service->folder()),
      m_home(m_service->clock()), m_self(*m_service),
      m_checks(m_home.home(), m_service->clock(), ownOf(*m_service, m_self)),
      m_figures(m_home.home(), m_service->clock(), [this] { return m_service->figures(); }),
      m_window(m_service->desk(), m_home.home(), m_service->clock(),
               hooksOf(*m_service, m_checks, m_figures),
               QDir(m_service->folder()).filePath(QStringLiteral("window.ini")))
{
    m_control.onRaise = [this] { m_window.raiseWindow(); };
    if (m_service->isReadOnly())
        return; // nothing is made in that folder
    if (const auto listening = m_control.listen(); !listening)
        m_service->log().warning("app", "no_control_socket",
                                 {{"detail", listening.error().detail}});
}

Desktop::~Desktop() = default;

} // namespace app
