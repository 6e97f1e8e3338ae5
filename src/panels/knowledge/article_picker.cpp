// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_picker.h"

#include "panels/error_texts.h"
#include "panels/knowledge/suggestion_delegate.h"
#include "panels/look/theme.h"
#include "ui_article_picker.h"

#include <QKeyEvent>
#include <QScreen>
#include <QTextDocument>

namespace panels {

namespace {

constexpr int kPickerPauseMs = 150;
constexpr qsizetype kLongestInsert = 3000; // a message has 4,000

// As a message can say it.
QString messageOf(const desk::PublishedArticle& article, const QString& link)
{
    QTextDocument document;
    document.setHtml(article.html);
    QString text = document.toPlainText().trimmed();
    if (text.size() > kLongestInsert) {
        text.truncate(kLongestInsert);
        text.truncate(std::max<qsizetype>(text.lastIndexOf(u'\n'), kLongestInsert / 2));
        text = text.trimmed() + QStringLiteral("\n…");
        if (!link.isEmpty())
            text += u'\n' + link;
    }
    return article.title + QStringLiteral("\n\n") + text;
}

} // namespace

ArticlePicker::ArticlePicker(desk::Desk& desk, const std::shared_ptr<base::Home>& home, About about,
                             QWidget* parent)
    : QFrame(parent, Qt::Popup), m_ui(std::make_unique<Ui::ArticlePicker>()), m_desk(desk),
      m_caller(home), m_about(std::move(about))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->pickerList->setItemDelegate(new SuggestionDelegate(this));
    m_ui->pickerSearch->installEventFilter(this);
    m_ui->pickerList->installEventFilter(this);
    m_ui->pickerLink->setProperty("primary", true);
    const QStringList parts{m_about.problem, m_about.said.simplified()};
    QString told = parts.join(QStringLiteral(" · "));
    if (m_about.problem.isEmpty())
        told = parts[1];
    m_ui->pickerAbout->setText(told.isEmpty() ? QString() : tr("About: %1").arg(told));
    m_ui->pickerAbout->setVisible(!told.isEmpty());
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(kPickerPauseMs);
    connect(m_ui->pickerSearch, &QLineEdit::textChanged, &m_typingPause,
            qOverload<>(&QTimer::start));
    connect(&m_typingPause, &QTimer::timeout, this, &ArticlePicker::search);
    connect(m_ui->pickerList, &QListWidget::currentRowChanged, this, &ArticlePicker::showButtons);
    connect(m_ui->pickerList, &QListWidget::itemDoubleClicked, this,
            [this] { current()->link.isEmpty() ? insertText() : insertLink(); });
    connect(m_ui->pickerLink, &QPushButton::clicked, this, &ArticlePicker::insertLink);
    connect(m_ui->pickerText, &QPushButton::clicked, this, &ArticlePicker::insertText);
    showButtons();
    search();
}

ArticlePicker::~ArticlePicker() = default;

void ArticlePicker::openOver(const QWidget& widget)
{
    const int line = fontMetrics().height();
    resize(fontMetrics().averageCharWidth() * 72, line * 20);
    QPoint at = widget.mapToGlobal(QPoint(widget.width() - width(), -height() - 4));
    const QRect room = widget.screen()->availableGeometry();
    at.setX(std::max(at.x(), room.left()));
    at.setY(std::max(at.y(), room.top()));
    move(at);
    QFrame::show();
    m_ui->pickerSearch->setFocus();
}

void ArticlePicker::search()
{
    const QString typed = m_ui->pickerSearch->text().trimmed();
    const QString words = typed.isEmpty() ? m_about.problem + u' ' + m_about.said : typed;
    m_desk.suggestArticles(m_caller, {.words = words, .language = m_about.language},
                           [this](const base::Result<QList<engine::FoundArticle>>& found) {
                               show(found ? *found : QList<engine::FoundArticle>());
                               if (!found)
                                   m_ui->pickerNone->setText(errorText(found.error()));
                           });
}

void ArticlePicker::show(const QList<engine::FoundArticle>& found)
{
    m_found = found;
    m_ui->pickerList->clear();
    for (const auto& article : m_found) {
        auto* item = new QListWidgetItem(article.title, m_ui->pickerList);
        item->setData(SuggestionDelegate::ExcerptRole, article.excerpt);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1. %2").arg(article.title, article.excerpt));
    }
    m_ui->pickerList->setCurrentRow(0);
    m_ui->pickerNone->setText(m_ui->pickerSearch->text().trimmed().isEmpty()
                                  ? tr("No article is about this. Try other words.")
                                  : tr("No published article has these words."));
    m_ui->pickerStack->setCurrentWidget(m_found.isEmpty() ? static_cast<QWidget*>(m_ui->pickerNone)
                                                          : m_ui->pickerList);
    showButtons();
}

const engine::FoundArticle* ArticlePicker::current() const
{
    const int row = m_ui->pickerList->currentRow();
    return row >= 0 && row < m_found.size() ? &m_found[row] : nullptr;
}

void ArticlePicker::showButtons()
{
    const auto* article = current();
    m_ui->pickerText->setEnabled(article);
    m_ui->pickerLink->setEnabled(article && !article->link.isEmpty());
    m_ui->pickerLink->setToolTip(article && article->link.isEmpty()
                                     ? tr("Customers cannot reach articles: the gateway does not "
                                          "listen.")
                                     : QString());
}

void ArticlePicker::insertLink()
{
    const auto* article = current();
    if (!article || article->link.isEmpty())
        return;
    Q_EMIT chosen(article->title + QStringLiteral(": ") + article->link);
    close();
}

void ArticlePicker::insertText()
{
    const auto* article = current();
    if (!article)
        return;
    QStringList languages{m_about.language};
    if (languages[0].isEmpty())
        languages = {QStringLiteral("es-AR"), QStringLiteral("en")};
    m_desk.publishedArticle(
        m_caller, article->slug, languages,
        [this, link = article->link](const base::Result<desk::PublishedArticle>& whole) {
            if (!whole) {
                m_ui->pickerNone->setText(errorText(whole.error()));
                m_ui->pickerStack->setCurrentWidget(m_ui->pickerNone);
                return;
            }
            Q_EMIT chosen(messageOf(*whole, link));
            close();
        });
}

// Arrows move in the list while words are typed; Enter inserts, with Ctrl the text.
bool ArticlePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        const auto* article = current();
        const bool wantsText = key->modifiers().testFlag(Qt::ControlModifier);
        if (article)
            wantsText || article->link.isEmpty() ? insertText() : insertLink();
        return true;
    }
    const bool isArrow = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
    if (watched == m_ui->pickerSearch && isArrow) {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        const int row = m_ui->pickerList->currentRow() + step;
        if (row >= 0 && row < m_ui->pickerList->count())
            m_ui->pickerList->setCurrentRow(row);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace panels
