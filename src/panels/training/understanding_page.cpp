// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/training/understanding_page.h"

#include "panels/error_texts.h"
#include "panels/look/language.h"
#include "panels/training/intent_texts.h"
#include "ui_understanding_page.h"

#include <QEvent>
#include <QLocale>
#include <QShortcut>

#include <algorithm>

namespace panels {

namespace {

QString percentText(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %");
}

} // namespace

UnderstandingPage::UnderstandingPage(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say,
                                     QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::UnderstandingPage>()), m_desk(desk),
      m_caller(std::move(home)), m_say(std::move(say))
{
    m_ui->setupUi(this);
    connect(m_ui->retrainButton, &QPushButton::clicked, this, &UnderstandingPage::retrain);
    connect(m_ui->previousModelButton, &QPushButton::clicked, this, &UnderstandingPage::goBack);
    connect(m_ui->removePhraseButton, &QPushButton::clicked, this,
            &UnderstandingPage::removeSelected);
    connect(m_ui->phrasesTree, &QTreeWidget::itemSelectionChanged, this,
            &UnderstandingPage::showButtons);
    auto* remove = new QShortcut(QKeySequence::Delete, m_ui->phrasesTree, nullptr, nullptr,
                                 Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &UnderstandingPage::removeSelected);
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.settings)
            read();
    });
    show({});
    read();
}

UnderstandingPage::~UnderstandingPage() = default;

void UnderstandingPage::read()
{
    m_desk.training(m_caller, [this](const base::Result<desk::Training>& training) {
        if (training)
            show(*training);
        else
            m_say(errorText(training.error()), false);
    });
}

void UnderstandingPage::show(const desk::Training& training)
{
    m_training = training;
    showModel();
    showPhrases();
    showButtons();
}

void UnderstandingPage::showModel()
{
    const auto& model = m_training.model;
    m_ui->modelState->setText(m_training.isLearning ? tr("Learning now. Chats go on meanwhile.")
                              : !model              ? tr("Not ready yet.")
                              : model->trained
                                  ? tr("Learnt here on %1").arg(whenText(*model->trained))
                                  : tr("As it came with Relevo"));
    m_ui->modelPhrases->setText(
        !model ? QString()
        : model->corrected > 0
            ? tr("%1, with %n correction(s) by your team", nullptr, model->corrected)
                  .arg(QLocale().toString(model->phrases))
            : QLocale().toString(model->phrases));
    const auto figure = [&](double share) {
        return model && model->heldBack > 0 ? percentText(share) : QString();
    };
    m_ui->modelAccuracy->setText(figure(model ? model->accuracy : 0));
    m_ui->modelInScope->setText(figure(model ? model->inScopeAccuracy : 0));
    m_ui->modelOutOfScope->setText(figure(model ? model->outOfScopeRecall : 0));
    m_ui->modelVersion->setText(model ? model->version : QString());
}

void UnderstandingPage::showPhrases()
{
    m_ui->phrasesTree->setHeaderLabels({tr("Phrase"), tr("Means"), tr("By"), tr("When")});
    m_ui->phrasesTree->clear();
    for (auto it = m_training.phrases.rbegin(); it != m_training.phrases.rend(); ++it) {
        auto* item = new QTreeWidgetItem(
            {it->text.simplified(), intentText(it->intent), it->personName, whenText(it->time)});
        item->setData(0, Qt::UserRole, it->id);
        item->setToolTip(0, it->text);
        m_ui->phrasesTree->addTopLevelItem(item);
    }
    m_ui->phrasesStack->setCurrentWidget(m_training.phrases.empty() ? m_ui->noPhrasesPage
                                                                    : m_ui->phrasesPage);
    for (int column = 1; column < m_ui->phrasesTree->columnCount(); ++column)
        m_ui->phrasesTree->resizeColumnToContents(column);
}

void UnderstandingPage::showButtons()
{
    const bool isFree = !m_training.isLearning && m_training.model;
    m_ui->retrainButton->setEnabled(isFree);
    m_ui->previousModelButton->setEnabled(isFree && m_training.hasPrevious);
    m_ui->removePhraseButton->setEnabled(!m_ui->phrasesTree->selectedItems().isEmpty());
}

void UnderstandingPage::retrain()
{
    m_training.isLearning = true;
    showModel();
    showButtons();
    m_desk.retrain(m_caller, [this](const base::Result<desk::Retrained>& retrained) {
        if (!retrained)
            m_say(errorText(retrained.error()), false);
        else if (retrained->isReplaced)
            m_say(tr("The new model is in use: %1 right, before %2.")
                      .arg(percentText(retrained->after), percentText(retrained->before)),
                  true);
        else
            m_say(tr("The new model would be worse (%1 right, now %2). Nothing was changed.")
                      .arg(percentText(retrained->after), percentText(retrained->before)),
                  false);
        read();
    });
}

void UnderstandingPage::goBack()
{
    m_desk.previousModel(m_caller, [this](const base::Result<void>& done) {
        done ? m_say(tr("The model before is in use again."), true)
             : m_say(errorText(done.error()), false);
        read();
    });
}

void UnderstandingPage::removeSelected()
{
    for (const QTreeWidgetItem* item : m_ui->phrasesTree->selectedItems())
        m_desk.removePhrase(m_caller, item->data(0, Qt::UserRole).toLongLong(),
                            [this](const base::Result<void>& done) {
                                done ? m_say(tr("Removed. It will be unlearnt in a moment."), true)
                                     : m_say(errorText(done.error()), false);
                            });
}

void UnderstandingPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        show(desk::Training(m_training));
    }
    QWidget::changeEvent(event);
}

} // namespace panels
