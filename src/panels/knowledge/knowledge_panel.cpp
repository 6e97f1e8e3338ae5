// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/knowledge_panel.h"

#include "panels/error_texts.h"
#include "panels/knowledge/article_delegate.h"
#include "panels/knowledge/article_editor.h"
#include "panels/knowledge/article_list_model.h"
#include "panels/look/theme.h"
#include "ui_knowledge_panel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QSettings>

namespace panels {

namespace {
constexpr int kTypingPauseMs = 150;
} // namespace

KnowledgePanel::KnowledgePanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                               QSettings& local, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::KnowledgePanel>()), m_desk(desk), m_caller(home),
      m_model(new ArticleListModel(desk, home, this)),
      m_editor(new ArticleEditor(desk, home, local, this))
{
    m_ui->setupUi(this);
    m_ui->articleStack->removeWidget(m_ui->articlePlace);
    m_ui->articlePlace->deleteLater();
    m_ui->articleStack->addWidget(m_editor);
    m_ui->knowledgeSplitter->setStretchFactor(0, 0);
    m_ui->knowledgeSplitter->setStretchFactor(1, 1);
    m_ui->knowledgeSplitter->setSizes({320, 760});
    m_ui->articlesColumn->setBackgroundRole(QPalette::Base);
    m_ui->articlesColumn->setAutoFillBackground(true);
    m_ui->articlesView->setModel(m_model);
    m_ui->articlesView->setItemDelegate(new ArticleDelegate(*m_model, this));
    m_ui->articleSearchEdit->installEventFilter(this);
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(kTypingPauseMs);
    connectList();
    fitFonts();
    fillTags();
    showUnsaved();
    m_desk.hear(m_caller, [this](const desk::Changes& changes) { hear(changes); });
}

KnowledgePanel::~KnowledgePanel() = default;

void KnowledgePanel::connectList()
{
    connect(m_ui->articleSearchEdit, &QLineEdit::textChanged, &m_searchPause,
            qOverload<>(&QTimer::start));
    connect(&m_searchPause, &QTimer::timeout, this, &KnowledgePanel::showArticles);
    connect(m_ui->articleTagBox, &QComboBox::activated, this, &KnowledgePanel::showArticles);
    connect(m_ui->newArticleButton, &QPushButton::clicked, this, &KnowledgePanel::newArticle);
    connect(m_model, &ArticleListModel::loaded, this, &KnowledgePanel::showLoaded);
    connect(m_model, &ArticleListModel::failed, this, [this](const base::Error& error) {
        m_ui->articlesEmptyLabel->setText(errorText(error));
        m_ui->articlesStack->setCurrentWidget(m_ui->articlesEmptyLabel);
    });
    connect(m_ui->articlesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid() && m_model->article(now.row()).slug != m_editor->slug())
                    openArticle(m_model->article(now.row()).slug);
            });
    connect(m_editor, &ArticleEditor::saved, this, [this] {
        m_model->refresh();
        readTags();
    });
    connect(m_editor, &ArticleEditor::draftsChanged, this, &KnowledgePanel::showUnsaved);
}

// Tags and the button beside them have room.
void KnowledgePanel::fitFonts()
{
    m_ui->articlesColumn->setMinimumWidth(std::max(240, fontMetrics().averageCharWidth() * 32));
}

void KnowledgePanel::setMe(base::PersonId me)
{
    m_editor->setMe(me);
}

void KnowledgePanel::hear(const desk::Changes& changes)
{
    if (!changes.knowledge || !m_wasShown)
        return;
    m_model->refresh();
    readTags();
    m_editor->changed();
}

// ---- The list ----

void KnowledgePanel::readTags()
{
    m_desk.articleTags(m_caller, [this](base::Result<QMap<QString, int>> tags) {
        if (!tags || *tags == m_tags)
            return;
        m_tags = *std::move(tags);
        fillTags();
    });
}

void KnowledgePanel::fillTags()
{
    const QString chosen = m_ui->articleTagBox->currentData().toString();
    const QSignalBlocker quiet(m_ui->articleTagBox);
    m_ui->articleTagBox->clear();
    m_ui->articleTagBox->addItem(tr("All tags"), QString());
    for (auto tag = m_tags.begin(); tag != m_tags.end(); ++tag)
        m_ui->articleTagBox->addItem(
            QStringLiteral("%1 (%2)").arg(tag.key(), QLocale().toString(tag.value())), tag.key());
    m_ui->articleTagBox->setCurrentIndex(std::max(0, m_ui->articleTagBox->findData(chosen)));
}

void KnowledgePanel::showArticles()
{
    m_model->show(m_ui->articleSearchEdit->text(), m_ui->articleTagBox->currentData().toString());
}

void KnowledgePanel::showLoaded(bool isAnew)
{
    m_ui->articlesEmptyLabel->setText(emptyText());
    m_ui->articlesStack->setCurrentWidget(m_model->rowCount() > 0
                                              ? static_cast<QWidget*>(m_ui->articlesView)
                                              : m_ui->articlesEmptyLabel);
    if (isAnew || !m_ui->articlesView->currentIndex().isValid())
        selectOpen();
}

void KnowledgePanel::selectOpen()
{
    const int row = m_editor->isOpen() ? m_model->rowOf(m_editor->slug()) : -1;
    if (row >= 0)
        m_ui->articlesView->setCurrentIndex(m_model->index(row));
}

QString KnowledgePanel::emptyText() const
{
    return m_model->isSearch() ? tr("No article has these words. Try others, or write one: Ctrl+N.")
                               : tr("There are no articles yet.\nWrite the first: Ctrl+N.");
}

void KnowledgePanel::showUnsaved()
{
    m_model->setUnsaved(m_editor->drafts().slugs());
}

// ---- The article ----

void KnowledgePanel::openArticle(const QString& slug)
{
    m_editor->open(slug);
    showEditor();
}

void KnowledgePanel::newArticle()
{
    m_ui->articlesView->clearSelection();
    m_ui->articlesView->setCurrentIndex({});
    openArticle({});
    m_editor->focusTitle();
}

void KnowledgePanel::showEditor()
{
    m_ui->articleStack->setCurrentWidget(m_editor->isOpen() ? static_cast<QWidget*>(m_editor)
                                                            : m_ui->articleNoneLabel);
}

void KnowledgePanel::saveArticle()
{
    m_editor->save();
}

void KnowledgePanel::focusSearch()
{
    m_ui->articleSearchEdit->setFocus();
    m_ui->articleSearchEdit->selectAll();
}

void KnowledgePanel::flush()
{
    m_editor->flush();
}

void KnowledgePanel::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("knowledge/splitter"), m_ui->knowledgeSplitter->saveState());
    settings.setValue(QStringLiteral("knowledge/article"),
                      m_editor->isOpen() ? m_editor->slug() : QString());
}

void KnowledgePanel::restore(QSettings& settings)
{
    m_ui->knowledgeSplitter->restoreState(
        settings.value(QStringLiteral("knowledge/splitter")).toByteArray());
    const QString slug = settings.value(QStringLiteral("knowledge/article")).toString();
    if (!slug.isEmpty())
        openArticle(slug);
}

void KnowledgePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_wasShown, true))
        return;
    showArticles();
    readTags();
    m_ui->articlesView->setFocus();
}

// From the search into what it found by Down; Escape ends it.
bool KnowledgePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->articleSearchEdit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape)
        m_ui->articleSearchEdit->clear();
    if (key != Qt::Key_Escape && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    m_ui->articlesView->setFocus();
    if (key == Qt::Key_Down && !m_ui->articlesView->currentIndex().isValid())
        m_ui->articlesView->setCurrentIndex(m_model->index(0));
    return true;
}

void KnowledgePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fillTags();
    m_model->retranslate();
    m_ui->articlesEmptyLabel->setText(emptyText());
}

} // namespace panels
