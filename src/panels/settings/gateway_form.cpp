// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/gateway_form.h"

#include "panels/error_texts.h"
#include "panels/settings/faults.h"
#include "ui_settings_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QPointer>

#include <tuple>

namespace panels {

namespace {
const QString kPort = QStringLiteral("gateway.port");
const QString kOrigins = QStringLiteral("gateway.allowedOrigins");
} // namespace

GatewayForm::GatewayForm(Ui::SettingsPanel& ui, desk::Desk& desk, std::shared_ptr<base::Home> home,
                         const Hooks& hooks, Say say, QObject* parent)
    : QObject(parent), m_ui(ui), m_desk(desk), m_caller(std::move(home)), m_hooks(hooks),
      m_say(std::move(say)), m_fields{{ui.hostEdit, "gateway.host", "127.0.0.1", hostFault},
                                      {ui.publicEdit, "gateway.publicUrl", "", linkFault},
                                      {ui.greetingLimit, "limit.greetingIp", "10/min", rateFault},
                                      {ui.chatLimit, "limit.chatIp", "60/min", rateFault},
                                      {ui.conversationLimit, "limit.chatConversation", "20/min",
                                       rateFault},
                                      {ui.connectionLimit, "limit.connections", "1000", countFault},
                                      {ui.addressLimit, "limit.connectionsIp", "50", countFault}}
{
    connect(ui.applyGateway, &QPushButton::clicked, this, &GatewayForm::apply);
    connect(ui.publicTest, &QPushButton::clicked, this, &GatewayForm::testPublicAddress);
    connect(ui.publicEdit, &QLineEdit::textChanged, this,
            [this] { m_ui.snippetEdit->setText(snippet()); });
    connect(ui.snippetCopy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(snippet());
        m_say(tr("Copied."), true);
    });
}

void GatewayForm::show(const QMap<QString, QString>& settings)
{
    for (const Field& field : m_fields) {
        const QString key = QLatin1String(field.key);
        m_saved[key] = settings.value(key, QLatin1String(field.ordinary));
        field.edit->setText(m_saved[key]);
        field.edit->setPlaceholderText(*field.ordinary ? QLatin1String(field.ordinary)
                                                       : field.edit->placeholderText());
    }
    m_saved[kPort] = settings.value(kPort, QStringLiteral("8787"));
    m_ui.portBox->setValue(m_saved[kPort].toInt());
    m_saved[kOrigins] = settings.value(kOrigins);
    m_ui.originsEdit->setPlainText(QString(m_saved[kOrigins]).replace(u',', u'\n'));
    m_ui.snippetEdit->setText(snippet());
}

QString GatewayForm::snippet() const
{
    QString base = m_ui.publicEdit->text().trimmed();
    if (base.isEmpty() && m_hooks.chatUrl)
        base = m_hooks.chatUrl();
    while (base.endsWith(u'/'))
        base.chop(1);
    return QStringLiteral("<script src=\"%1/widget.js\" data-base=\"%1\"></script>").arg(base);
}

QMap<QString, QString> GatewayForm::read()
{
    QMap<QString, QString> values;
    for (const Field& field : m_fields) {
        QString text = field.edit->text().trimmed();
        if (text.isEmpty())
            text = QLatin1String(field.ordinary);
        if (const QString wrong = field.fault(text); !wrong.isEmpty()) {
            m_say(wrong, false);
            field.edit->setFocus();
            return {};
        }
        values[QLatin1String(field.key)] = text;
    }
    QStringList origins;
    for (const QString& line : m_ui.originsEdit->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const QString origin = line.trimmed();
        if (const QString wrong = originFault(origin); !wrong.isEmpty()) {
            m_say(wrong, false);
            m_ui.originsEdit->setFocus();
            return {};
        }
        if (!origin.isEmpty())
            origins += origin;
    }
    values[kOrigins] = origins.join(u',');
    values[kPort] = QString::number(m_ui.portBox->value());
    return values;
}

void GatewayForm::apply()
{
    const QMap<QString, QString> values = read();
    if (values.isEmpty())
        return;
    write(values, [this, values](const base::Result<void>& saved) {
        if (!saved) {
            m_say(errorText(saved.error()), false);
            return;
        }
        listen(std::exchange(m_saved, values));
    });
}

void GatewayForm::listen(const QMap<QString, QString>& before)
{
    const auto listening = m_hooks.applyGateway ? m_hooks.applyGateway() : base::Result<void>();
    m_ui.snippetEdit->setText(snippet());
    if (listening)
        m_say(tr("Saved. The chat is reached with these settings now."), true);
    else
        goBackTo(before, listening.error());
}

void GatewayForm::goBackTo(const QMap<QString, QString>& before, const base::Error& error)
{
    const QString port = m_saved.value(kPort);
    const QString host = m_saved.value(QStringLiteral("gateway.host"));
    m_saved = before;
    write(before, [this, error, port, host](const base::Result<void>& saved) {
        if (saved && m_hooks.applyGateway)
            std::ignore = m_hooks.applyGateway();
        const QString why =
            error.code == base::Code::Refused
                ? tr("Port %1 cannot be used: another program has it, or it needs more rights.")
                      .arg(port)
            : error.code == base::Code::Invalid ? tr("This machine has no address %1.").arg(host)
                                                : errorText(error);
        m_say(why + u' ' + tr("It goes on as before."), false);
        m_ui.snippetEdit->setText(snippet());
    });
}

void GatewayForm::write(const QMap<QString, QString>& values,
                        std::function<void(base::Result<void>)> done)
{
    // The desk keeps their order, so the last answer means that all are saved.
    auto failed = std::make_shared<base::Result<void>>();
    qsizetype rest = values.size();
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool isLast = --rest == 0;
        m_desk.saveSetting(m_caller, it.key(), it.value(),
                           [failed, isLast, done](const base::Result<void>& saved) {
                               if (!saved)
                                   *failed = saved;
                               if (isLast)
                                   done(*failed);
                           });
    }
}

void GatewayForm::testPublicAddress()
{
    const QString url = m_ui.publicEdit->text().trimmed();
    if (url.isEmpty() || !linkFault(url).isEmpty()) {
        m_say(url.isEmpty() ? tr("Write the public address first.") : linkFault(url), false);
        m_ui.publicEdit->setFocus();
        return;
    }
    m_say(tr("Asking %1 …").arg(url), true);
    if (m_hooks.testPublicUrl)
        m_hooks.testPublicUrl(url, [form = QPointer(this)](bool isOk, const QString& detail) {
            if (form)
                form->m_say(isOk ? tr("It answers: customers can reach the chat there.")
                                 : tr("It does not answer: %1").arg(detail),
                            isOk);
        });
}

} // namespace panels
