// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/leaving.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

namespace panels {

namespace {

constexpr int kAskMs = 1500; // a desk that does not answer must not keep anybody here
constexpr std::size_t kMostNames = 6;
const QString kTold = QStringLiteral("toldAboutClosing");

QString nameOf(const desk::ConversationHead& head)
{
    return head.name.isEmpty() ? base::conversationCode(head.id) : head.name;
}

} // namespace

Leaving::Leaving(QWidget& window, desk::Desk& desk, std::shared_ptr<base::Home> home,
                 QSettings& settings)
    : QObject(&window), m_window(window), m_desk(desk), m_caller(std::move(home)),
      m_settings(settings)
{
}

void Leaving::close()
{
    if (m_settings.value(kTold, false).toBool()) {
        Q_EMIT hideWanted();
        return;
    }
    m_settings.setValue(kTold, true);
    auto* box = new QMessageBox(
        QMessageBox::Information, tr("Relevo goes on"),
        tr("Closing the window does not end the service: customers can still write. "
           "To end it, choose Quit (Ctrl+Q)."),
        QMessageBox::Ok, &m_window);
    box->setObjectName(QStringLiteral("closingDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, &Leaving::hideWanted);
    box->open();
}

void Leaving::quit(const QStringList& unsaved)
{
    if (std::exchange(m_isAsking, true))
        return;
    const auto answered = std::make_shared<bool>(false);
    const auto take = [this, answered,
                       unsaved](const std::vector<desk::ConversationHead>& customers) {
        if (std::exchange(*answered, true))
            return;
        m_isAsking = false;
        if (customers.empty() && unsaved.isEmpty())
            Q_EMIT endWanted();
        else
            confirm(customers, unsaved);
    };
    m_desk.connectedCustomers(
        m_caller, [take](const base::Result<std::vector<desk::ConversationHead>>& customers) {
            take(customers.value_or(std::vector<desk::ConversationHead>{}));
        });
    QTimer::singleShot(kAskMs, this, [take] { take({}); });
}

void Leaving::confirm(const std::vector<desk::ConversationHead>& customers,
                      const QStringList& unsaved)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(customers.size(), kMostNames); ++i)
        names += nameOf(customers[i]);
    if (customers.size() > kMostNames)
        names += tr("%n more", nullptr, static_cast<int>(customers.size() - kMostNames));
    QStringList parts = unsaved;
    if (!customers.empty())
        parts += {tr("%n customer(s) are connected. They are told that the chat closes.", nullptr,
                     static_cast<int>(customers.size())),
                  names.join(QStringLiteral(", "))};
    auto* box = new QMessageBox(QMessageBox::Question, tr("Quit Relevo?"),
                                parts.join(QStringLiteral("\n\n")), QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("quitDialog"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto* end = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    connect(end, &QPushButton::clicked, this, &Leaving::endWanted);
    box->open();
}

} // namespace panels
