// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/sign_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"
#include "release/signing.h"
#include "ui_sign_dialog.h"

#include <QPointer>

#include <algorithm>

namespace panels {

SignDialog::SignDialog(OpenRelease& open, const release::SignOffRule& rule, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::SignDialog>()), m_open(open), m_rule(rule)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->signError->hide();
    QPalette palette = m_ui->signError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->signError->setPalette(palette);
    m_ui->signTitle->setText(rule.title.isEmpty() ? rule.id : rule.title);
    const auto& mine = open.view().me.roles;
    for (const release::Role role : rule.roles) {
        if (std::ranges::find(mine, role) != mine.end())
            m_ui->signRoleBox->addItem(releaseRoleText(role), static_cast<int>(role));
    }
    m_ui->signPassphraseLabel->setVisible(open.hasPassphrase());
    m_ui->signPassphraseEdit->setVisible(open.hasPassphrase());
    m_ui->signButton->setEnabled(m_ui->signRoleBox->count() > 0);
    showStanding();
    connect(m_ui->signCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->signButton, &QPushButton::clicked, this, &SignDialog::sign);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    (open.hasPassphrase() ? m_ui->signPassphraseEdit : m_ui->signCommentEdit)->setFocus();
}

SignDialog::~SignDialog() = default;

void SignDialog::showStanding()
{
    QStringList lines{tr("For: %1").arg(releaseRolesText(m_rule.roles))};
    if (m_open.outline()) {
        const auto standing = release::standingOf(*m_open.outline(), m_open.release(), m_rule);
        lines += tr("%1 of %2 signed").arg(standing.counted).arg(m_rule.needed);
        if (standing.outdated > 0)
            lines += tr("%n signature(s) no longer count: something changed after them", nullptr,
                        standing.outdated);
        const bool isBarred =
            std::ranges::find(standing.barred, m_open.me()) != standing.barred.end();
        if (isBarred && !m_open.view().me.isAlone)
            lines += tr("You worked on what it covers, so somebody else signs.");
    }
    if (m_ui->signRoleBox->count() == 0)
        lines += tr("You have none of these roles.");
    m_ui->signStanding->setText(lines.join(u'\n'));
}

void SignDialog::sign()
{
    m_ui->signButton->setEnabled(false);
    const auto role = static_cast<release::Role>(m_ui->signRoleBox->currentData().toInt());
    m_open.act(desk::ReleaseDeed{.release = {},
                                 .deed = release::Sign{.rule = m_rule.id,
                                                       .role = role,
                                                       .comment = m_ui->signCommentEdit->text()},
                                 .passphrase = m_ui->signPassphraseEdit->text(),
                                 .file = {}},
               [dialog = QPointer(this)](const QString& whyNot) {
                   if (!dialog)
                       return;
                   if (whyNot.isEmpty()) {
                       dialog->accept();
                       return;
                   }
                   dialog->m_ui->signButton->setEnabled(true);
                   dialog->m_ui->signError->setText(whyNot);
                   dialog->m_ui->signError->show();
                   dialog->m_ui->signPassphraseEdit->selectAll();
               });
}

} // namespace panels
