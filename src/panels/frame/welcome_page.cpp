// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/welcome_page.h"

#include "panels/error_texts.h"
#include "panels/look/theme.h"
#include "ui_welcome_page.h"

namespace panels {

WelcomePage::WelcomePage(desk::Desk& desk, std::shared_ptr<base::Home> home, const Hooks& hooks,
                         QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::WelcomePage>()), m_desk(desk),
      m_caller(std::move(home))
{
    m_ui->setupUi(this);
    fitTexts();
    setFocusProxy(m_ui->nameEdit);
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, colours().bad);
    m_ui->errorLabel->setPalette(bad);
    m_ui->errorLabel->hide();
    m_ui->tryChatButton->setVisible(hooks.chatUrl && !hooks.chatUrl().isEmpty());
    m_ui->aiWelcomeButton->setVisible(!hooks.aiOverview || hooks.aiOverview().servers.empty());
    for (auto* button : findChildren<QPushButton*>())
        button->setAutoDefault(true); // Enter presses what has the focus
    connect(m_ui->nameEdit, &QLineEdit::textEdited, m_ui->errorLabel, &QWidget::hide);
    connect(m_ui->saveNameButton, &QPushButton::clicked, this, &WelcomePage::saveName);
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, &WelcomePage::saveName);
    connect(m_ui->tryChatButton, &QPushButton::clicked, this, &WelcomePage::chatWanted);
    connect(m_ui->snippetButton, &QPushButton::clicked, this, &WelcomePage::snippetWanted);
    connect(m_ui->aiWelcomeButton, &QPushButton::clicked, this, &WelcomePage::aiWanted);
    connect(m_ui->demoButton, &QPushButton::clicked, this, &WelcomePage::loadDemo);
    connect(m_ui->goButton, &QPushButton::clicked, this, &WelcomePage::finished);
    showSteps(false);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::fitTexts()
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.8);
    title.setWeight(QFont::DemiBold);
    m_ui->titleLabel->setFont(title);
    for (auto* label : {m_ui->introLabel, m_ui->nameLabel})
        label->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

// First the name, then the first step is the one that stands out.
void WelcomePage::showSteps(bool isNamed)
{
    m_ui->saveNameButton->setProperty("primary", !isNamed);
    m_ui->goButton->setProperty("primary", isNamed);
    for (QWidget* step :
         std::initializer_list<QWidget*>{m_ui->tryChatButton, m_ui->aiWelcomeButton,
                                         m_ui->snippetButton, m_ui->demoButton, m_ui->goButton})
        step->setEnabled(isNamed);
}

void WelcomePage::saveName()
{
    m_desk.savePerson(
        m_caller, {}, m_ui->nameEdit->text(), [this](base::Result<desk::Person> person) {
            m_ui->errorLabel->setVisible(!person);
            if (!person) {
                m_ui->errorLabel->setText(person.error().code == base::Code::Invalid
                                              ? tr("Please write a name of up to 80 characters.")
                                              : errorText(person.error()));
                return;
            }
            m_ui->nameEdit->setEnabled(false);
            m_ui->saveNameButton->setEnabled(false);
            Q_EMIT named(person->id.value, person->name);
        });
}

void WelcomePage::letIn()
{
    showSteps(true);
    m_ui->goButton->setFocus();
}

void WelcomePage::loadDemo()
{
    m_ui->demoButton->setEnabled(false);
    m_desk.loadDemo(m_caller, [this](base::Result<int> count) {
        if (count) {
            m_ui->demoButton->setText(
                tr("%n demonstration conversation(s) added", nullptr, *count));
            return;
        }
        m_ui->demoButton->setEnabled(true);
        m_ui->errorLabel->setText(errorText(count.error()));
        m_ui->errorLabel->show();
    });
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    else if (event->type() == QEvent::FontChange)
        fitTexts();
}

} // namespace panels
