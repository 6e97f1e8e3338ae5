// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/people/door_page.h"

#include "panels/look/theme.h"
#include "ui_door_page.h"

#include <QEvent>

#include <algorithm>

namespace panels {

DoorPage::DoorPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::DoorPage>())
{
    m_ui->setupUi(this);
    fitTexts();
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, colours().bad);
    m_ui->doorError->setPalette(bad);
    m_ui->enterButton->setProperty("primary", true);
    m_ui->enterButton->setAutoDefault(true);
    connect(m_ui->doorPeople, &QComboBox::currentIndexChanged, this, &DoorPage::showPassphrase);
    connect(m_ui->doorPassphrase, &QLineEdit::textEdited, m_ui->doorError, &QWidget::hide);
    connect(m_ui->doorPassphrase, &QLineEdit::returnPressed, this, &DoorPage::enter);
    connect(m_ui->enterButton, &QPushButton::clicked, this, &DoorPage::enter);
    connect(m_ui->newHereButton, &QPushButton::clicked, this, &DoorPage::newHere);
    connect(m_ui->otherPersonButton, &QPushButton::clicked, this, &DoorPage::otherWanted);
}

DoorPage::~DoorPage() = default;

void DoorPage::fitTexts()
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.8);
    title.setWeight(QFont::DemiBold);
    m_ui->doorTitle->setFont(title);
    m_ui->doorIntro->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
}

void DoorPage::show(Why why, std::vector<desk::Person> people, base::PersonId chosen)
{
    m_why = why;
    m_people = std::move(people);
    {
        const QSignalBlocker quiet(m_ui->doorPeople);
        m_ui->doorPeople->clear();
        for (const auto& person : m_people) {
            m_ui->doorPeople->addItem(person.name);
            if (person.id == chosen)
                m_ui->doorPeople->setCurrentIndex(m_ui->doorPeople->count() - 1);
        }
    }
    m_ui->doorPassphrase->clear();
    m_ui->doorError->hide();
    // Who has none may come by themselves, as long as nobody has a passphrase.
    m_ui->newHereButton->setVisible(why == Why::Choose &&
                                    std::ranges::none_of(m_people, &desk::Person::hasPassphrase));
    m_ui->doorPeople->setEnabled(why == Why::Choose);
    m_ui->otherPersonButton->setVisible(why == Why::Locked);
    showTexts();
    showPassphrase();
}

void DoorPage::say(const QString& text)
{
    m_ui->doorError->setText(text);
    m_ui->doorError->show();
    m_ui->doorPassphrase->selectAll();
    m_ui->doorPassphrase->setFocus();
}

void DoorPage::showTexts()
{
    const bool isLocked = m_why == Why::Locked;
    m_ui->doorTitle->setText(isLocked ? tr("Locked") : tr("Who are you?"));
    m_ui->doorIntro->setText(
        isLocked ? tr("Nobody was here for a while. Customers go on being served; your passphrase "
                      "opens the window again.")
                 : tr("Choose your name. What you do is kept under it."));
}

const desk::Person* DoorPage::chosen() const
{
    const auto index = static_cast<std::size_t>(m_ui->doorPeople->currentIndex());
    return index < m_people.size() ? &m_people[index] : nullptr;
}

void DoorPage::showPassphrase()
{
    const bool isAsked = chosen() && chosen()->hasPassphrase;
    m_ui->doorPassphraseLabel->setVisible(isAsked);
    m_ui->doorPassphrase->setVisible(isAsked);
    setFocusProxy(isAsked ? static_cast<QWidget*>(m_ui->doorPassphrase) : m_ui->enterButton);
}

void DoorPage::enter()
{
    if (const desk::Person* person = chosen())
        Q_EMIT entering(person->id.value, m_ui->doorPassphrase->text());
}

void DoorPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showTexts();
    } else if (event->type() == QEvent::FontChange) {
        fitTexts();
    }
}

} // namespace panels
