// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/checks_part.h"

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
        for (const CheckRunner::Command& command : unconfirmed())
            m_open.confirm(command.key);
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
    connect(&m_open, &OpenRelease::anotherSits, this, [this] {
        stop();          // nothing of it is kept as theirs
        m_typed.clear(); // a secret among them
        m_given.clear();
        if (const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr)
            fillForm(*item);
    });
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
    if (m_typedFor != m_open.release().id) {
        m_typedFor = m_open.release().id;
        m_typed.clear();
    }
    if (isAnother) {
        fillForm(item);
        if (m_run == 0) {
            m_ui->checksOutput->clear();
            m_ui->checksConfirm->hide();
            m_jobs.clear();
        }
    } else {
        refreshForm();
    }
    showButtons();
}

void ChecksPart::fillList(const release::Item& item)
{
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
    for (const QString& name : namesIn(offered(item))) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("check_") + name);
        edit->setAccessibleName(parameterText(name));
        if (name == kSecretName)
            edit->setEchoMode(QLineEdit::Password);
        else
            edit->setText(m_typed.value(name, m_open.parameter(name)));
        connect(edit, &QLineEdit::textEdited, this,
                [this, name](const QString& text) { m_typed.insert(name, text.trimmed()); });
        connect(edit, &QLineEdit::editingFinished, this, [this, name] {
            if (name != kSecretName)
                keepTyped(name);
        });
        m_ui->checksForm->addRow(parameterText(name), edit);
        m_edits.insert(name, edit);
    }
}

void ChecksPart::keepTyped(const QString& name)
{
    if (!m_open.isOpen() || !m_typed.contains(name))
        return;
    m_open.keepParameter(name, m_typed.value(name),
                         [part = QPointer(this), name](const QString& whyNot) {
                             if (part && whyNot.isEmpty())
                                 part->m_typed.remove(name);
                             else if (part)
                                 Q_EMIT part->m_open.said(whyNot, false);
                         });
}

// Somebody else may have said another value meanwhile.
void ChecksPart::refreshForm()
{
    for (auto it = m_edits.begin(); it != m_edits.end(); ++it) {
        if (it.key() != kSecretName && !m_typed.contains(it.key()))
            it.value()->setText(m_open.parameter(it.key()));
    }
}

// What the release says, and over it what was typed here: a secret, or a value that may not be kept.
QHash<QString, QString> ChecksPart::parameters() const
{
    QHash<QString, QString> values;
    const QMap<QString, QString>& said = m_open.release().parameters;
    for (auto it = said.begin(); it != said.end(); ++it)
        values.insert(it.key(), it.value());
    for (auto it = m_typed.begin(); it != m_typed.end(); ++it) {
        if (!it.value().isEmpty())
            values.insert(it.key(), it.value());
    }
    return values;
}

void ChecksPart::showButtons()
{
    const bool isFree = m_run == 0 && m_ui->checksConfirm->isHidden();
    const bool mayAct = isFree && m_open.isOpen() && m_open.view().me.person.isValid();
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    m_ui->checksRunButton->setEnabled(mayAct && item && mayRunAny(offered(*item)));
    m_ui->checksOneButton->setEnabled(mayAct && item && mayRunAny(selected(*item)));
    m_ui->checksSectionButton->setEnabled(mayAct && item && !sectionOf(*item).empty());
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
    if (item)
        begin({{m_item, selected(*item)}});
}

void ChecksPart::runSection()
{
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    if (item)
        begin(sectionOf(*item));
}

std::vector<CheckPlan> ChecksPart::selected(const release::Item& item) const
{
    const QListWidgetItem* row = m_ui->checksList->currentItem();
    std::vector<CheckPlan> checks = offered(item);
    std::erase_if(checks, [row](const CheckPlan& check) {
        return !row || check.id != row->data(Qt::UserRole).toString();
    });
    return checks;
}

std::deque<ChecksPart::Job> ChecksPart::sectionOf(const release::Item& item) const
{
    std::deque<Job> jobs;
    for (const release::Item& each : m_open.release().items) {
        if (each.plan.section != item.plan.section)
            continue;
        std::vector<CheckPlan> checks = offered(each);
        if (mayRunAny(checks))
            jobs.push_back({each.plan.id, std::move(checks)});
    }
    return jobs;
}

bool ChecksPart::mayRun(const CheckPlan& check) const
{
    return check.kind != release::CheckKind::Command || m_open.view().mayRunCommands;
}

bool ChecksPart::mayRunAny(const std::vector<CheckPlan>& checks) const
{
    return std::ranges::any_of(checks, [this](const CheckPlan& check) { return mayRun(check); });
}

void ChecksPart::begin(std::deque<Job> jobs)
{
    if (m_run != 0)
        return;
    m_ui->checksOutput->clear();
    std::size_t refused = 0;
    for (Job& job : jobs)
        refused +=
            std::erase_if(job.checks, [this](const CheckPlan& check) { return !mayRun(check); });
    std::erase_if(jobs, [](const Job& job) { return job.checks.empty(); });
    if (refused > 0)
        print(tr("Your roles do not let you run commands on this machine."));
    if (jobs.empty())
        return;
    m_jobs = std::move(jobs);
    m_given = parameters();
    m_release = m_open.release().id;
    QStringList commands;
    for (const CheckRunner::Command& command : unconfirmed())
        commands += command.text;
    if (commands.isEmpty())
        runNext();
    else
        confirm(commands.join(u'\n'));
}

std::vector<CheckRunner::Command> ChecksPart::unconfirmed() const
{
    std::vector<CheckRunner::Command> commands;
    const QSet<QByteArray> confirmed = m_open.confirmed();
    for (const Job& job : m_jobs) {
        for (const CheckPlan& check : job.checks) {
            auto command = m_open.checks()->command(check, m_given);
            if (command && !confirmed.contains(command->key))
                commands.push_back(*std::move(command));
        }
    }
    return commands;
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
