// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ai/ai_page.h"

#include "panels/ai/ai_texts.h"
#include "panels/ai/help_ratings.h"
#include "panels/chats/event_texts.h"
#include "panels/error_texts.h"
#include "panels/look/theme.h"
#include "ui_ai_page.h"

#include <QEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace panels {

namespace {

QString uniqueName(const std::vector<desk::AiServer>& servers, const QString& wanted)
{
    QString name = wanted;
    const auto isTaken = [&] {
        return std::ranges::any_of(servers, [&](const desk::AiServer& server) {
            return server.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    for (int i = 2; isTaken(); ++i)
        name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

} // namespace

AiPage::AiPage(desk::Desk& desk, const std::shared_ptr<base::Home>& home, const Hooks& hooks,
               Say say, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::AiPage>()), m_desk(desk), m_caller(home),
      m_hooks(hooks), m_say(std::move(say))
{
    m_ui->setupUi(this);
    m_ui->aiLayout->insertWidget(m_ui->aiLayout->count() - 1, new HelpRatings(desk, home, this));
    fillChoices();
    fitTexts();
    connectServers();
    connectFields();
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.ai)
            showOverview();
        if (changes.settings)
            read();
    });
    showServers();
    showOverview();
    read();
}

AiPage::~AiPage() = default;

void AiPage::focusFirst()
{
    m_drafts.empty() ? m_ui->addServer->setFocus() : m_ui->serverAddress->setFocus();
}

void AiPage::connectServers()
{
    connect(m_ui->serversList, &QListWidget::currentRowChanged, this, &AiPage::showServer);
    connect(m_ui->serverUp, &QPushButton::clicked, this, [this] { moveServer(-1); });
    connect(m_ui->serverDown, &QPushButton::clicked, this, [this] { moveServer(1); });
    connect(m_ui->removeServer, &QPushButton::clicked, this, &AiPage::removeServer);
    connect(m_ui->tryServer, &QPushButton::clicked, this, &AiPage::tryServer);
    connect(m_ui->removeKey, &QPushButton::clicked, this, &AiPage::forgetKey);
    connect(m_ui->saveAi, &QPushButton::clicked, this, &AiPage::save);
    connect(m_ui->aiSwitch, &QPushButton::clicked, this,
            [this] { setShare(m_smart.share == 0 ? 100 : 0); });
    auto* menu = new QMenu(m_ui->addServer);
    for (const desk::AiKind& kind : desk::aiKinds())
        menu->addAction(kind.title, this, [this, kind] { addServer(kind); });
    m_ui->addServer->setMenu(menu);
    m_ui->stagesButton->setMenu(new QMenu(m_ui->stagesButton));
}

void AiPage::connectFields()
{
    for (QLineEdit* field : {m_ui->serverName, m_ui->serverAddress, m_ui->serverModel,
                             m_ui->serverKey, m_ui->inputPrice, m_ui->outputPrice, m_ui->capEdit})
        connect(field, &QLineEdit::textEdited, this, &AiPage::edited);
    for (QComboBox* box : {m_ui->kindBox, m_ui->maskingBox, m_ui->toneBox})
        connect(box, &QComboBox::activated, this, &AiPage::edited);
    for (QCheckBox* check : {m_ui->schemaCheck, m_ui->imagesCheck, m_ui->trustedCheck})
        connect(check, &QCheckBox::clicked, this, &AiPage::edited);
    for (QSpinBox* box : {m_ui->contextBox, m_ui->firstBox, m_ui->totalBox, m_ui->shareBox})
        connect(box, &QSpinBox::valueChanged, this, &AiPage::edited);
    connect(m_ui->kindBox, &QComboBox::activated, this, &AiPage::kindChosen);
    connect(m_ui->shareBox, &QSpinBox::valueChanged, this,
            [this] { m_isShareEdited |= !m_isShowing; });
}

void AiPage::fillChoices()
{
    const QSignalBlocker quietKinds(m_ui->kindBox), quietMasking(m_ui->maskingBox),
        quietTones(m_ui->toneBox);
    const int kind = m_ui->kindBox->currentIndex(), masking = m_ui->maskingBox->currentIndex(),
              tone = m_ui->toneBox->currentIndex();
    m_ui->kindBox->clear();
    for (const desk::AiKind& each : desk::aiKinds())
        m_ui->kindBox->addItem(each.title, each.profile);
    m_ui->kindBox->setCurrentIndex(std::max(0, kind));
    m_ui->maskingBox->clear();
    m_ui->maskingBox->addItem(tr("Hidden from every server"), QStringLiteral("all"));
    m_ui->maskingBox->addItem(tr("Shown where all servers are ours or on this machine"),
                              QStringLiteral("trusted"));
    m_ui->maskingBox->setCurrentIndex(std::max(0, masking));
    m_ui->toneBox->clear();
    m_ui->toneBox->addItem(tr("As the flow says it"), QString());
    m_ui->toneBox->addItem(tr("AI makes it warm"), QStringLiteral("warm"));
    m_ui->toneBox->addItem(tr("AI makes it brief"), QStringLiteral("brief"));
    m_ui->toneBox->addItem(tr("AI makes it formal"), QStringLiteral("formal"));
    m_ui->toneBox->setCurrentIndex(std::max(0, tone));
}

void AiPage::fitTexts()
{
    const QFontMetrics metrics(font());
    m_ui->serversList->setFixedHeight(metrics.lineSpacing() * 6 + 12);
    m_ui->capEdit->setMaximumWidth(metrics.averageCharWidth() * 20);
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, colours().bad);
    m_ui->aiProblemsLabel->setPalette(bad);
}

AiPage::Draft* AiPage::current()
{
    const int row = m_ui->serversList->currentRow();
    return row >= 0 && row < static_cast<int>(m_drafts.size())
               ? &m_drafts[static_cast<std::size_t>(row)]
               : nullptr;
}

std::vector<desk::AiServer> AiPage::drafted() const
{
    std::vector<desk::AiServer> servers;
    for (const Draft& draft : m_drafts) {
        servers.push_back(draft.server);
        if (!draft.key.isEmpty())
            servers.back().keyHost = desk::aiHostOf(draft.server);
    }
    return servers;
}

void AiPage::read()
{
    m_desk.settings(m_caller, [this](const base::Result<QMap<QString, QString>>& settings) {
        if (!settings)
            return;
        m_saved = *settings;
        if (!m_isEdited) // what is being written is not taken away
            show(m_saved);
    });
    m_desk.smartState(m_caller, [this](const base::Result<desk::SmartState>& state) {
        if (state)
            showSmart(*state);
    });
}

void AiPage::show(const QMap<QString, QString>& settings)
{
    const QScopedValueRollback showing(m_isShowing, true);
    std::vector<Draft> drafts;
    for (auto& server : desk::aiServersOf(settings.value(desk::kAiEndpointsSetting))
                            .value_or(std::vector<desk::AiServer>())) {
        const QString input = amountText(server.inputMicros),
                      output = amountText(server.outputMicros);
        drafts.push_back({std::move(server), {}, input, output});
    }
    m_drafts = std::move(drafts);
    const QString cap = settings.value(desk::kAiCapSetting);
    m_ui->capEdit->setText(cap.isEmpty() ? QString() : amountText(cap.toLongLong()));
    m_ui->firstBox->setValue(
        settings.value(desk::kAiFirstContentSetting, QStringLiteral("1800")).toInt());
    m_ui->totalBox->setValue(settings.value(desk::kAiTotalSetting, QStringLiteral("8000")).toInt());
    m_ui->maskingBox->setCurrentIndex(settings.value(desk::kAiMaskingSetting) == u"trusted" ? 1
                                                                                            : 0);
    const int tone = m_ui->toneBox->findData(settings.value(desk::kSmartToneSetting));
    m_ui->toneBox->setCurrentIndex(std::max(0, tone));
    showServers();
}

void AiPage::showOverview()
{
    const desk::AiOverview overview =
        m_hooks.aiOverview ? m_hooks.aiOverview() : desk::AiOverview();
    m_ui->aiStateLabel->setText(aiStateText(overview));
    QStringList problems;
    for (const desk::AiProblem& problem : overview.problems)
        problems += QStringLiteral("⚠ ") + aiFaultText(problem);
    m_ui->aiProblemsLabel->setText(problems.join(u'\n'));
    m_ui->aiProblemsLabel->setVisible(!problems.isEmpty());
    showKey();
}

void AiPage::showSmart(const desk::SmartState& state)
{
    m_smart = state;
    const QScopedValueRollback showing(m_isShowing, true);
    if (!m_isShareEdited)
        m_ui->shareBox->setValue(state.share);
    m_ui->aiSwitch->setText(state.share == 0 ? tr("Switch AI on for all")
                                             : tr("Switch AI off for all"));
    const QString why = aiOffText(state.offBy);
    m_ui->shareWhy->setText(why);
    m_ui->shareWhy->setVisible(!why.isEmpty());
    showStages();
}

// Each counts at once, as the switch for all does. The menu stays as it is while it is open.
void AiPage::showStages()
{
    QStringList off;
    for (const QString& stage : m_smart.stagesOff)
        off += stageTitle(stage);
    constexpr qsizetype kMostNamed = 3;
    QString text = tr("All");
    if (off.size() > kMostNamed)
        text = tr("All but %n stage(s)", nullptr, static_cast<int>(off.size()));
    else if (!off.isEmpty())
        text = tr("All but: %1").arg(off.join(QStringLiteral(", ")));
    m_ui->stagesButton->setText(text);
    m_ui->stagesButton->setAccessibleName(m_ui->stagesLabel->text() + u' ' + text);
    QMenu* menu = m_ui->stagesButton->menu();
    if (menu->isVisible())
        return;
    menu->clear();
    for (const QString& stage : m_smart.stages) {
        QAction* action = menu->addAction(stageTitle(stage));
        action->setCheckable(true);
        action->setChecked(!m_smart.stagesOff.contains(stage));
        connect(action, &QAction::toggled, this,
                [this, stage](bool isOn) { switchStage(stage, isOn); });
    }
}

void AiPage::showServers()
{
    const int row = std::clamp(m_ui->serversList->currentRow(), 0,
                               std::max(0, static_cast<int>(m_drafts.size()) - 1));
    {
        const QSignalBlocker quiet(m_ui->serversList);
        m_ui->serversList->clear();
        for (const Draft& draft : m_drafts)
            m_ui->serversList->addItem(
                QStringLiteral("%1 · %2").arg(draft.server.name, draft.server.model));
        m_ui->serversList->setCurrentRow(m_drafts.empty() ? -1 : row);
    }
    showServer();
}

void AiPage::showServer()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const Draft* draft = current();
    const int row = m_ui->serversList->currentRow();
    m_ui->serverForm->setVisible(draft != nullptr);
    m_ui->serversList->setVisible(draft != nullptr);
    m_ui->noServersLabel->setVisible(draft == nullptr);
    m_ui->removeServer->setEnabled(draft != nullptr);
    m_ui->serverUp->setEnabled(row > 0);
    m_ui->serverDown->setEnabled(draft && row + 1 < static_cast<int>(m_drafts.size()));
    m_ui->tryLabel->clear();
    if (!draft)
        return;
    const desk::AiServer& server = draft->server;
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(server.profile));
    m_ui->serverName->setText(server.name);
    m_ui->serverAddress->setText(server.address);
    m_ui->serverModel->setText(server.model);
    m_ui->serverKey->setText(draft->key);
    m_ui->inputPrice->setText(draft->input);
    m_ui->outputPrice->setText(draft->output);
    m_ui->contextBox->setValue(static_cast<int>(server.maxContext));
    m_ui->schemaCheck->setChecked(server.takesSchema);
    m_ui->imagesCheck->setChecked(server.takesImages);
    m_ui->trustedCheck->setChecked(server.isTrusted);
    showKey();
}

// Never the key itself: only whether and where there is one.
void AiPage::showKey()
{
    const Draft* draft = current();
    if (!draft)
        return;
    const desk::AiOverview overview =
        m_hooks.aiOverview ? m_hooks.aiOverview() : desk::AiOverview();
    const auto place = overview.keys.value(draft->server.keyName, desk::AiKeyPlace::Nowhere);
    m_ui->serverKey->setPlaceholderText(aiKeyText(place));
    m_ui->removeKey->setEnabled(place == desk::AiKeyPlace::Keychain);
}

// A key that the keychain still holds was given for another server.
QString AiPage::freeKeyName(const QString& server) const
{
    const auto keys =
        m_hooks.aiOverview ? m_hooks.aiOverview().keys : QMap<QString, desk::AiKeyPlace>();
    QString name = desk::aiKeyNameFor(server);
    for (int i = 2; keys.value(name) == desk::AiKeyPlace::Keychain; ++i)
        name = desk::aiKeyNameFor(QStringLiteral("%1 %2").arg(server).arg(i));
    return name;
}

void AiPage::addServer(const desk::AiKind& kind)
{
    takeFields();
    Draft draft{.server = {.name = uniqueName(drafted(), kind.title),
                           .profile = kind.profile,
                           .address = kind.address,
                           .model = kind.model}};
    if (kind.needsKey)
        draft.server.keyName = freeKeyName(draft.server.name);
    draft.input = draft.output = amountText(0);
    m_drafts.push_back(std::move(draft));
    m_isEdited = true;
    showServers();
    m_ui->serversList->setCurrentRow(static_cast<int>(m_drafts.size()) - 1);
    if (kind.address.isEmpty())
        m_ui->serverAddress->setFocus();
    else if (kind.model.isEmpty())
        m_ui->serverModel->setFocus();
    else
        kind.needsKey ? m_ui->serverKey->setFocus() : m_ui->tryServer->setFocus();
}

// A kind that wants no key is not refused for want of one, and what is empty gets what is usual.
void AiPage::kindChosen()
{
    Draft* draft = current();
    const auto kinds = desk::aiKinds();
    const auto row = static_cast<std::size_t>(m_ui->kindBox->currentIndex());
    if (!draft || row >= kinds.size())
        return;
    const desk::AiKind& kind = kinds[row];
    desk::AiServer& server = draft->server;
    const auto keys =
        m_hooks.aiOverview ? m_hooks.aiOverview().keys : QMap<QString, desk::AiKeyPlace>();
    const bool isKept = keys.value(server.keyName) != desk::AiKeyPlace::Nowhere;
    if (kind.needsKey && server.keyName.isEmpty())
        server.keyName = freeKeyName(server.name);
    else if (!kind.needsKey && draft->key.isEmpty() && !isKept)
        server.keyName.clear();
    if (server.address.isEmpty())
        server.address = kind.address;
    if (server.model.isEmpty())
        server.model = kind.model;
    showServer();
}

void AiPage::moveServer(int by)
{
    takeFields();
    const int row = m_ui->serversList->currentRow();
    const int other = row + by;
    std::swap(m_drafts[static_cast<std::size_t>(row)], m_drafts[static_cast<std::size_t>(other)]);
    m_isEdited = true;
    {
        const QSignalBlocker quiet(m_ui->serversList);
        m_ui->serversList->setCurrentRow(other);
    }
    showServers();
}

void AiPage::removeServer()
{
    m_drafts.erase(m_drafts.begin() + m_ui->serversList->currentRow());
    m_isEdited = true;
    showServers();
    m_say(tr("It is removed when you save."), true);
}

void AiPage::edited()
{
    if (m_isShowing)
        return;
    m_isEdited = true;
    takeFields();
    if (const Draft* draft = current())
        m_ui->serversList->currentItem()->setText(
            QStringLiteral("%1 · %2").arg(draft->server.name, draft->server.model));
}

void AiPage::takeFields()
{
    Draft* draft = current();
    if (!draft)
        return;
    desk::AiServer& server = draft->server;
    server.profile = m_ui->kindBox->currentData().toString();
    server.name = m_ui->serverName->text().simplified();
    server.address = m_ui->serverAddress->text().trimmed();
    server.model = m_ui->serverModel->text().trimmed();
    server.maxContext = m_ui->contextBox->value();
    server.takesSchema = m_ui->schemaCheck->isChecked();
    server.takesImages = m_ui->imagesCheck->isChecked();
    server.isTrusted = m_ui->trustedCheck->isChecked();
    draft->key = m_ui->serverKey->text().trimmed();
    draft->input = m_ui->inputPrice->text();
    draft->output = m_ui->outputPrice->text();
}

void AiPage::tryServer()
{
    if (m_isTrying)
        return;
    takeFields();
    const Draft* draft = current();
    const auto servers = drafted();
    const auto row = static_cast<std::size_t>(m_ui->serversList->currentRow());
    if (const auto problem = desk::faultOf(servers, row)) {
        m_ui->tryLabel->setText(QStringLiteral("⚠ ") + aiFaultText(*problem));
        fieldOf(problem->fault)->setFocus();
        return;
    }
    m_isTrying = true; // the button stays as it is: who pressed it by key keeps their place
    m_ui->tryLabel->setText(tr("Asking %1 …").arg(draft->server.address));
    m_desk.tryAi(m_caller, draft->server, draft->key,
                 [this, name = draft->server.name](const base::Result<desk::AiTrial>& trial) {
                     showTrial(name, trial);
                 });
}

void AiPage::showTrial(const QString& server, const base::Result<desk::AiTrial>& trial)
{
    m_isTrying = false;
    Draft* draft = current();
    if (!draft || draft->server.name != server)
        return; // somebody went on to another one
    m_ui->tryLabel->setText(trial ? aiTrialText(*trial)
                                  : QStringLiteral("⚠ ") + errorText(trial.error()));
    if (!trial || trial->schema == desk::AiSupport::Unknown)
        return;
    const bool takesSchema = trial->schema == desk::AiSupport::Yes;
    if (m_ui->schemaCheck->isChecked() != takesSchema) {
        m_ui->schemaCheck->setChecked(takesSchema);
        edited();
    }
}

void AiPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillChoices();
        showServers();
        showOverview();
        showSmart(desk::SmartState(m_smart));
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fitTexts();
}

} // namespace panels
