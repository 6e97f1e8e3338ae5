// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/people/people_page.h"

#include "panels/error_texts.h"
#include "panels/people/role_texts.h"
#include "ui_people_page.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace panels {

namespace {

constexpr int kName = 0, kRolesColumn = 1, kState = 2;

} // namespace

PeoplePage::PeoplePage(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PeoplePage>()), m_desk(desk),
      m_caller(std::move(home)), m_say(std::move(say)), m_roles(new QMenu(this))
{
    m_ui->setupUi(this);
    m_roles->setObjectName(QStringLiteral("rolesMenu"));
    m_ui->rolesButton->setMenu(m_roles);
    QHeaderView* header = m_ui->peopleTree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(kRolesColumn, QHeaderView::Stretch);
    connectButtons();
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.people)
            read();
        if (changes.settings)
            readMinutes();
    });
    fillRoles();
    show({});
    readMinutes();
}

PeoplePage::~PeoplePage() = default;

void PeoplePage::connectButtons()
{
    connect(m_ui->peopleTree, &QTreeWidget::itemSelectionChanged, this, &PeoplePage::showSelected);
    connect(m_ui->addPersonButton, &QPushButton::clicked, this, &PeoplePage::add);
    connect(m_ui->newPersonEdit, &QLineEdit::returnPressed, this, &PeoplePage::add);
    connect(m_ui->lockOutButton, &QPushButton::clicked, this, [this] {
        if (const desk::Person* person = selected())
            change({.person = person->id, .isActive = !person->isActive});
    });
    connect(m_ui->renameButton, &QPushButton::clicked, this, [this] {
        if (const desk::Person* person = selected())
            change({.person = person->id, .name = m_ui->personNameEdit->text()});
    });
    connect(m_ui->setPassphraseButton, &QPushButton::clicked, this, [this] {
        if (m_ui->freshPassphrase->text().isEmpty())
            m_ui->freshPassphrase->setFocus();
        else
            setPassphrase(m_ui->freshPassphrase->text());
    });
    connect(m_ui->clearPassphraseButton, &QPushButton::clicked, this,
            [this] { setPassphrase({}); });
    connect(m_ui->lockMinutes, &QSpinBox::editingFinished, this, [this] {
        m_desk.saveSetting(m_caller, QString::fromUtf16(desk::kLockMinutesSetting),
                           QString::number(m_ui->lockMinutes->value()),
                           [this](const base::Result<void>& saved) {
                               if (!saved)
                                   m_say(errorText(saved.error()), false);
                           });
    });
}

void PeoplePage::fillRoles()
{
    m_roles->clear();
    for (const people::Role role : people::kRoles) {
        QAction* action = m_roles->addAction(roleText(role));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, role](bool isOn) { toggleRole(role, isOn); });
    }
}

void PeoplePage::setMe(base::PersonId me, const desk::Badge& badge)
{
    m_me = me;
    m_badge = badge;
    read();
}

void PeoplePage::read()
{
    using List = std::vector<desk::Person>;
    m_desk.everybody(m_caller, [this](const base::Result<List>& people) {
        if (people)
            show(*people);
        else
            m_say(errorText(people.error()), false);
    });
}

void PeoplePage::readMinutes()
{
    m_desk.settings(m_caller, [this](const base::Result<QMap<QString, QString>>& settings) {
        if (!settings || m_ui->lockMinutes->hasFocus())
            return;
        bool isNumber = false;
        const int minutes =
            settings->value(QString::fromUtf16(desk::kLockMinutesSetting)).toInt(&isNumber);
        m_ui->lockMinutes->setValue(isNumber ? minutes : desk::kLockMinutes);
    });
}

void PeoplePage::show(std::vector<desk::Person> people)
{
    const desk::Person* const before = selected();
    const base::PersonId marked = before ? before->id : m_me;
    m_people = std::move(people);
    {
        const QSignalBlocker quiet(m_ui->peopleTree);
        m_ui->peopleTree->clear();
        m_ui->peopleTree->setHeaderLabels({tr("Name"), tr("Roles"), tr("State")});
        for (const auto& person : m_people) {
            auto* row = new QTreeWidgetItem(m_ui->peopleTree);
            row->setText(kName, person.id == m_me ? tr("%1 (you)").arg(person.name) : person.name);
            row->setText(kRolesColumn, rolesText(person.roles));
            row->setToolTip(kRolesColumn, row->text(kRolesColumn));
            row->setText(kState, !person.isActive       ? tr("locked out")
                                 : person.hasPassphrase ? tr("with a passphrase")
                                                        : tr("without a passphrase"));
            if (person.id == marked)
                m_ui->peopleTree->setCurrentItem(row);
        }
    }
    showSelected();
}

const desk::Person* PeoplePage::selected() const
{
    const int row = m_ui->peopleTree->indexOfTopLevelItem(m_ui->peopleTree->currentItem());
    const auto index = static_cast<std::size_t>(row);
    return row >= 0 && index < m_people.size() ? &m_people[index] : nullptr;
}

void PeoplePage::showSelected()
{
    const desk::Person* const person = selected();
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->rolesButton, m_ui->lockOutButton, m_ui->renameButton, m_ui->personNameEdit,
             m_ui->freshPassphrase, m_ui->setPassphraseButton})
        widget->setEnabled(person != nullptr);
    const bool hasPassphrase = person && person->hasPassphrase;
    const bool isAsked = hasPassphrase && person->id == m_me;
    m_ui->currentPassphraseLabel->setVisible(isAsked);
    m_ui->currentPassphrase->setVisible(isAsked);
    m_ui->clearPassphraseButton->setEnabled(hasPassphrase);
    m_ui->lockOutButton->setText(person && !person->isActive ? tr("Let in again") : tr("Lock out"));
    m_ui->currentPassphrase->clear();
    m_ui->freshPassphrase->clear();
    if (!person)
        return;
    m_ui->personNameEdit->setText(person->name);
    const auto actions = m_roles->actions();
    for (std::size_t i = 0; i < people::kRoles.size(); ++i)
        actions.at(static_cast<qsizetype>(i))->setChecked(person->roles.has(people::kRoles[i]));
}

void PeoplePage::add()
{
    m_desk.changePerson(m_caller, m_badge, {.name = m_ui->newPersonEdit->text()},
                        [this](const base::Result<desk::Person>& person) {
                            if (person)
                                m_ui->newPersonEdit->clear();
                            was(person);
                        });
}

void PeoplePage::toggleRole(people::Role role, bool isOn)
{
    if (const desk::Person* person = selected())
        change({.person = person->id,
                .roles = isOn ? person->roles.with(role) : person->roles.without(role)});
}

void PeoplePage::setPassphrase(const QString& fresh)
{
    const desk::Person* person = selected();
    if (!person)
        return;
    m_desk.setPassphrase(m_caller, m_badge, {person->id, m_ui->currentPassphrase->text(), fresh},
                         [this](const base::Result<desk::Person>& changed) {
                             if (!changed && changed.error().code == base::Code::Invalid)
                                 m_say(tr("A passphrase has 8 characters or more."), false);
                             else
                                 was(changed);
                         });
}

void PeoplePage::change(const desk::PersonChange& change)
{
    m_desk.changePerson(m_caller, m_badge, change,
                        [this](const base::Result<desk::Person>& person) { was(person); });
}

void PeoplePage::was(const base::Result<desk::Person>& person)
{
    if (person) {
        m_say(tr("Saved."), true);
        read();
        return;
    }
    switch (person.error().code) {
    case base::Code::Refused:
        m_say(tr("That is not allowed: a lead does it, one lead always stays, and your own "
                 "passphrase is changed with the one before."),
              false);
        break;
    case base::Code::Invalid:
        m_say(tr("A name has 1 to 80 characters, and a person one role at least."), false);
        break;
    case base::Code::Conflict: m_say(tr("Somebody has that name."), false); break;
    default: m_say(errorText(person.error()), false);
    }
    showSelected(); // what was ticked is not so
}

void PeoplePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillRoles();
        show(m_people);
    }
}

} // namespace panels
