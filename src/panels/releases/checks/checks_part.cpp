// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/checks_part.h"

#include "desk/people/allowed.h"
#include "panels/look/language.h"
#include "panels/releases/checks/check_words.h"
#include "panels/releases/words/release_words.h"
#include "ui_checks_part.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace panels {

using release::CheckPlan;

namespace {

const QString kSecretName = QStringLiteral("log_token");

/// The names in braces that somebody has to fill in: those that no check keeps for those after it.
QStringList namesIn(const std::vector<CheckPlan>& checks)
{
    static const QRegularExpression kName(QStringLiteral("\\{([a-z_]+)\\}"));
    QStringList names, kept;
    for (const CheckPlan& check : checks) {
        kept += check.parameters.value(u"keep").toObject().keys();
        const QString text =
            QString::fromUtf8(QJsonDocument(check.parameters).toJson(QJsonDocument::Compact));
        auto found = kName.globalMatch(text);
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            if (!names.contains(name))
                names += name;
        }
    }
    for (const QString& name : kept)
        names.removeAll(name);
    return names;
}

} // namespace

ChecksPart::ChecksPart(OpenRelease& open, QWidget* parent)
    : ItemPart(parent), m_ui(std::make_unique<Ui::ChecksPart>()), m_open(open)
{
    m_ui->setupUi(this);
    m_ui->checksConfirm->hide();
    connectButtons();
    fitFonts();
    showButtons();
}

ChecksPart::~ChecksPart()
{
    if (m_run != 0 && m_open.checks())
        m_open.checks()->cancel(m_run);
}

void ChecksPart::connectButtons()
{
    connect(m_ui->checksRunButton, &QPushButton::clicked, this, &ChecksPart::runAll);
    connect(m_ui->checksOneButton, &QPushButton::clicked, this, &ChecksPart::runOne);
    connect(m_ui->checksSectionButton, &QPushButton::clicked, this, &ChecksPart::runSection);
    connect(m_ui->checksStopButton, &QPushButton::clicked, this, &ChecksPart::stop);
    connect(m_ui->checksConfirmButton, &QPushButton::clicked, this, [this] {
        for (const Job& job : m_jobs) {
            for (const CheckPlan& check : job.checks)
                m_open.confirm(m_open.checks()->commandKey(check));
        }
        m_ui->checksConfirm->hide();
        runNext();
    });
    connect(m_ui->checksDeclineButton, &QPushButton::clicked, this, [this] {
        m_ui->checksConfirm->hide();
        m_jobs.clear();
        showButtons();
    });
    connect(m_ui->checksList, &QListWidget::currentRowChanged, this, &ChecksPart::showButtons);
    connect(&m_open, &OpenRelease::closed, this, &ChecksPart::stop);
}

QString ChecksPart::title(const release::Item& item) const
{
    return tr("Checks (%1)").arg(offered(item).size());
}

bool ChecksPart::hasAny(const release::Item& item) const
{
    return m_open.checks() && !item.plan.checks.empty();
}

std::vector<CheckPlan> ChecksPart::offered(const release::Item& item) const
{
    std::vector<CheckPlan> checks;
    for (const CheckPlan& check : item.plan.checks) {
        if (m_open.checks() && m_open.checks()->isOffered(check))
            checks.push_back(check);
    }
    return checks;
}

void ChecksPart::show(const release::Item& item)
{
    const bool isAnother = std::exchange(m_item, item.plan.id) != item.plan.id;
    fillList(item);
    if (isAnother) {
        fillForm(item);
        if (m_run == 0) {
            m_ui->checksOutput->clear();
            m_ui->checksConfirm->hide();
            m_jobs.clear();
        }
    }
    showButtons();
}

void ChecksPart::fillList(const release::Item& item)
{
    m_hasOffered = !offered(item).empty();
    const int row = m_ui->checksList->currentRow();
    const QSignalBlocker quiet(m_ui->checksList);
    m_ui->checksList->clear();
    for (const CheckPlan& check : offered(item)) {
        QString text = check.title.isEmpty() ? check.id : check.title;
        const auto last =
            std::find_if(item.evidence.rbegin(), item.evidence.rend(),
                         [&check](const auto& each) { return each.run.checkId == check.id; });
        text += u'\n';
        text += last == item.evidence.rend()
                    ? tr("never run")
                    : outcomeText(last->outcome) + QStringLiteral(" · ") + whenText(last->at);
        auto* shown = new QListWidgetItem(text, m_ui->checksList);
        shown->setData(Qt::UserRole, check.id);
    }
    // What it asks for besides, and why it cannot be run.
    for (const CheckPlan& check : item.plan.checks) {
        if (!m_open.checks() || m_open.checks()->isOffered(check))
            continue;
        auto* shown = new QListWidgetItem((check.title.isEmpty() ? check.id : check.title) + u'\n' +
                                              tr("not offered: this program has no such part yet"),
                                          m_ui->checksList);
        shown->setFlags(Qt::NoItemFlags);
    }
    m_ui->checksList->setCurrentRow(std::clamp(row, 0, std::max(0, m_ui->checksList->count() - 1)));
}

// One row for each name that its checks leave open; a secret is asked for each time.
void ChecksPart::fillForm(const release::Item& item)
{
    while (m_ui->checksForm->rowCount() > 0)
        m_ui->checksForm->removeRow(0);
    m_edits.clear();
    m_names = namesIn(offered(item));
    for (const QString& name : m_names) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("check_") + name);
        edit->setAccessibleName(parameterText(name));
        if (name == kSecretName)
            edit->setEchoMode(QLineEdit::Password);
        else
            edit->setText(m_open.parameter(name));
        connect(edit, &QLineEdit::editingFinished, this, [this, name, edit] {
            if (name != kSecretName && m_open.isOpen())
                m_open.keepParameter(m_open.release().id, name, edit->text().trimmed());
        });
        m_ui->checksForm->addRow(parameterText(name), edit);
        m_edits.push_back(edit);
    }
}

QHash<QString, QString> ChecksPart::parameters() const
{
    QHash<QString, QString> values;
    for (const char* name : {"host", "redis", "prometheus"}) {
        const QString value = m_open.parameter(QString::fromLatin1(name));
        if (!value.isEmpty())
            values.insert(QString::fromLatin1(name), value);
    }
    for (std::size_t i = 0; i < m_edits.size(); ++i) {
        const QString value = m_edits[i]->text().trimmed();
        if (!value.isEmpty())
            values.insert(m_names[static_cast<qsizetype>(i)], value);
    }
    return values;
}

void ChecksPart::showButtons()
{
    const bool isFree = m_run == 0 && m_ui->checksConfirm->isHidden();
    const bool mayAct = m_open.isOpen() && m_open.view().me.person.isValid();
    const QListWidgetItem* row = m_ui->checksList->currentItem();
    m_ui->checksRunButton->setEnabled(isFree && mayAct && m_hasOffered);
    m_ui->checksOneButton->setEnabled(isFree && mayAct && row &&
                                      row->flags().testFlag(Qt::ItemIsEnabled));
    m_ui->checksSectionButton->setEnabled(isFree && mayAct);
    m_ui->checksStopButton->setVisible(m_run != 0);
}

// ---- Running ----

void ChecksPart::runAll()
{
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    if (item)
        begin({{m_item, offered(*item)}});
}

void ChecksPart::runOne()
{
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    const QListWidgetItem* row = m_ui->checksList->currentItem();
    if (!item || !row)
        return;
    std::vector<CheckPlan> checks = offered(*item);
    std::erase_if(checks, [id = row->data(Qt::UserRole).toString()](const CheckPlan& check) {
        return check.id != id;
    });
    begin({{m_item, std::move(checks)}});
}

void ChecksPart::runSection()
{
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    if (!item)
        return;
    std::deque<Job> jobs;
    for (const release::Item& each : m_open.release().items) {
        if (each.plan.section == item->plan.section && !offered(each).empty())
            jobs.push_back({each.plan.id, offered(each)});
    }
    begin(std::move(jobs));
}

void ChecksPart::begin(std::deque<Job> jobs)
{
    if (m_run != 0 || jobs.empty())
        return;
    m_jobs = std::move(jobs);
    m_given = parameters();
    m_release = m_open.release().id;
    m_ui->checksOutput->clear();
    QStringList commands;
    const QSet<QByteArray> confirmed = m_open.confirmed();
    for (const Job& job : m_jobs) {
        for (const CheckPlan& check : job.checks) {
            const QByteArray key = m_open.checks()->commandKey(check);
            if (!key.isEmpty() && !confirmed.contains(key))
                commands += m_open.checks()->commandText(check);
        }
    }
    if (commands.isEmpty()) {
        runNext();
        return;
    }
    if (mayRunCommands()) {
        confirm(commands.join(u'\n'));
        return;
    }
    m_jobs.clear();
    print(tr("Your roles do not let you run commands on this machine."));
}

bool ChecksPart::mayRunCommands() const
{
    desk::PeopleById people;
    for (const desk::Person& person : m_open.people())
        people.emplace(person.id, person);
    return desk::isOpenHouse(people) ||
           desk::mayDo(people, m_open.me(), people::Action::RunCommands).has_value();
}

void ChecksPart::confirm(const QString& commands)
{
    m_ui->checksCommands->setPlainText(commands);
    m_ui->checksConfirm->show();
    m_ui->checksConfirmButton->setFocus();
    showButtons();
}

void ChecksPart::runNext()
{
    if (m_jobs.empty()) {
        showButtons();
        return;
    }
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    print(m_open.titleOf(job.item));
    m_run = m_open.checks()->run(
        {.release = m_release,
         .checks = job.checks,
         .parameters = m_given,
         .confirmed = m_open.confirmed()},
        {.output =
             [part = QPointer(this)](const QString& /*checkId*/, const QString& text) {
                 if (part)
                     part->print(text);
             },
         .found =
             [part = QPointer(this), job](const CheckRunner::Outcome& outcome) {
                 if (part)
                     part->wasFound(job, outcome);
             },
         .done =
             [part = QPointer(this)] {
                 if (!part)
                     return;
                 part->m_run = 0;
                 part->runNext();
             }});
    showButtons();
}

void ChecksPart::wasFound(const Job& job, const CheckRunner::Outcome& outcome)
{
    const auto plan = std::ranges::find(job.checks, outcome.checkId, &CheckPlan::id);
    const QString name =
        plan == job.checks.end() || plan->title.isEmpty() ? outcome.checkId : plan->title;
    if (outcome.hasPassed)
        print(QStringLiteral("✓ ") + name);
    else
        print((outcome.evidence ? QStringLiteral("✗ ") : QStringLiteral("⚠ ")) + name +
              QStringLiteral(": ") + outcome.why);
    if (outcome.evidence && m_open.isOpen() && m_open.release().id == m_release)
        m_open.act(release::Show{.item = job.item, .evidence = *outcome.evidence});
}

void ChecksPart::print(const QString& text)
{
    m_ui->checksOutput->appendPlainText(text.endsWith(u'\n') ? text.chopped(1) : text);
}

void ChecksPart::stop()
{
    m_jobs.clear();
    m_ui->checksConfirm->hide();
    if (m_run != 0 && m_open.checks())
        m_open.checks()->cancel(m_run);
    showButtons();
}

void ChecksPart::fitFonts()
{
    m_ui->checksCommands->setFixedHeight(fontMetrics().lineSpacing() * 5);
    m_ui->checksList->setMinimumHeight(fontMetrics().lineSpacing() * 5);
}

void ChecksPart::changeEvent(QEvent* event)
{
    ItemPart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    if (const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr)
        fillForm(*item);
}

} // namespace panels
