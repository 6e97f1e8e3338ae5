// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_editor.h"

#include "panels/error_texts.h"
#include "panels/knowledge/article_texts.h"
#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "ui_article_editor.h"

#include <QMenu>
#include <QScrollBar>
#include <QTextDocument>

namespace panels {

namespace {

constexpr int kDraftPauseMs = 400;
constexpr int kPreviewPauseMs = 120;

QStringList wordsIn(const QString& line)
{
    QStringList words;
    for (const QString& part : line.split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.simplified().toLower();
        if (!word.isEmpty() && !words.contains(word))
            words += word;
    }
    return words;
}

/// The article page's look, in the window's colours.
QString pageStyle(const QPalette& palette)
{
    const QString shade = palette.color(QPalette::AlternateBase).name();
    return QStringLiteral("a { color: %1 }"
                          "code, pre { background-color: %2 }"
                          "td, th { border: 1px solid %3; padding: 4px 8px }"
                          "table { border-collapse: collapse }"
                          "blockquote { color: %4 }")
        .arg(colours().accent.name(), shade, colours().line.name(), colours().quiet.name());
}

} // namespace

ArticleEditor::ArticleEditor(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                             QSettings& local, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ArticleEditor>()), m_desk(desk), m_caller(home),
      m_drafts(local)
{
    m_ui->setupUi(this);
    m_ui->articleLanguages->setDrawBase(false);
    m_ui->articleLanguages->setExpanding(false);
    m_ui->articleLanguages->setUsesScrollButtons(false);
    m_ui->articleLanguages->setElideMode(Qt::ElideNone);
    for (qsizetype i = 0; i < editorLanguages().size(); ++i)
        m_ui->articleLanguages->addTab(QString());
    m_ui->articleSave->setProperty("primary", true);
    m_ui->articleVersions->setMenu(new QMenu(m_ui->articleVersions));
    m_ui->articleSplitter->setSizes({500, 500});
    for (QWidget* line : {m_ui->articleHeadLine, m_ui->articleFormLine})
        makeLine(line, Qt::Horizontal);
    m_ui->articleNotice->setAutoFillBackground(true);
    m_ui->articleNotice->setBackgroundRole(QPalette::AlternateBase);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kDraftPauseMs);
    m_previewPause.setSingleShot(true);
    m_previewPause.setInterval(kPreviewPauseMs);
    notify({});
    connectParts();
    askTerms();
    showLanguages();
    fitFonts();
}

ArticleEditor::~ArticleEditor() = default;

void ArticleEditor::connectParts()
{
    const auto written = [this] { edited(); };
    for (QLineEdit* edit : {m_ui->articleTitle, m_ui->articleTags})
        connect(edit, &QLineEdit::textChanged, this, written);
    for (TermChooser* chooser : {m_ui->articleProblems, m_ui->articleDevices})
        connect(chooser, &TermChooser::codesChanged, this, written);
    connect(m_ui->articleSource, &QPlainTextEdit::textChanged, this, written);
    connect(m_ui->articleLanguages, &QTabBar::currentChanged, this, [this](int index) {
        keepLanguage();
        m_language = index;
        fillLanguage();
    });
    connect(&m_pause, &QTimer::timeout, this, &ArticleEditor::flush);
    connect(&m_previewPause, &QTimer::timeout, this, &ArticleEditor::showPreview);
    connect(m_ui->articleSave, &QPushButton::clicked, this, &ArticleEditor::save);
    connect(m_ui->articlePublished, &QCheckBox::clicked, this, &ArticleEditor::publish);
    connect(m_ui->articleVersions->menu(), &QMenu::aboutToShow, this, &ArticleEditor::fillVersions);
    connect(m_ui->articleNoticeFirst, &QPushButton::clicked, this, [this] {
        if (const auto work = m_first)
            work();
    });
    connect(m_ui->articleNoticeSecond, &QPushButton::clicked, this, [this] {
        if (const auto work = m_second)
            work();
    });
}

// ---- Opening ----

void ArticleEditor::open(const QString& slug)
{
    flush();
    m_slug = slug;
    m_isOpen = true;
    m_held.reset();
    m_saved = {};
    m_baseVersion = 0;
    notify({});
    fill({});
    showState();
    if (!slug.isEmpty()) {
        m_desk.article(m_caller, slug, [this, slug](base::Result<desk::Article> article) {
            if (slug == m_slug)
                took(std::move(article));
        });
        return;
    }
    if (const auto draft = m_drafts.find(slug))
        fill(draft->content);
    showState();
}

void ArticleEditor::took(base::Result<desk::Article> article)
{
    if (!article) {
        showState(errorText(article.error()), false);
        return;
    }
    setSaved(*std::move(article));
    m_baseVersion = m_saved.version;
    const auto draft = m_drafts.find(m_slug);
    fill(draft ? draft->content : m_saved.content);
    if (draft) {
        m_baseVersion = draft->version;
        notify(tr("These changes are not saved yet."), {tr("Discard them"), [this] { discard(); }});
        if (m_baseVersion != m_saved.version)
            showConflict();
    }
    showState();
}

void ArticleEditor::setSaved(desk::Article article)
{
    m_saved = std::move(article);
    m_saved.content = inOrder(m_saved.content);
    m_ui->articlePublished->setChecked(m_saved.isPublished);
}

void ArticleEditor::changed()
{
    if (!m_isOpen || m_slug.isEmpty())
        return;
    m_desk.article(m_caller, m_slug, [this, slug = m_slug](base::Result<desk::Article> article) {
        if (slug == m_slug && article)
            tookNewer(*std::move(article));
    });
}

void ArticleEditor::tookNewer(desk::Article article)
{
    const bool isNewer = article.version > m_saved.version;
    const bool mayReplace = !m_held && !isChanged();
    setSaved(std::move(article));
    if (isNewer && mayReplace) {
        m_baseVersion = m_saved.version;
        fill(m_saved.content);
    } else if (isNewer && !m_held && m_baseVersion != m_saved.version) {
        showConflict();
    }
    showState();
}

void ArticleEditor::fill(const desk::ArticleContent& content)
{
    m_isFilling = true;
    m_texts.clear();
    for (const auto& text : content.texts)
        m_texts[text.language] = text;
    m_ui->articleTags->setText(content.tags.join(QStringLiteral(", ")));
    m_ui->articleProblems->setCodes(content.problems);
    m_ui->articleDevices->setCodes(content.devices);
    m_isFilling = false;
    fillLanguage();
    showLanguages();
}

void ArticleEditor::fillLanguage()
{
    m_isFilling = true;
    const QString language = editorLanguages().value(m_language);
    const auto text = m_texts.find(language);
    m_ui->articleTitle->setText(text == m_texts.end() ? QString() : text->second.title);
    m_ui->articleTitle->setCursorPosition(0); // its beginning is seen
    m_ui->articleSource->setPlainText(text == m_texts.end() ? QString() : text->second.markdown);
    m_ui->articleSource->setPlaceholderText(
        language == QLatin1String("es")
            ? tr("Leave this empty where the text for Argentina is right too: customers then read "
                 "that one.")
            : tr("Write here. **Bold**, ## a heading, 1. steps, - points."));
    m_isFilling = false;
    m_ui->articlePreview->verticalScrollBar()->setValue(0);
    showPreview();
}

void ArticleEditor::keepLanguage()
{
    const QString language = editorLanguages().value(m_language);
    const desk::ArticleText text{language, m_ui->articleTitle->text(),
                                 m_ui->articleSource->toPlainText()};
    if (text.title.trimmed().isEmpty() && text.markdown.trimmed().isEmpty())
        m_texts.erase(language);
    else
        m_texts[language] = text;
}

desk::ArticleContent ArticleEditor::written()
{
    if (m_held)
        return *m_held;
    keepLanguage();
    desk::ArticleContent content{.tags = wordsIn(m_ui->articleTags->text()),
                                 .problems = m_ui->articleProblems->codes(),
                                 .devices = m_ui->articleDevices->codes()};
    for (const auto& [language, text] : m_texts)
        content.texts.append(text);
    return inOrder(content);
}

bool ArticleEditor::isChanged()
{
    return written() != m_saved.content;
}

void ArticleEditor::edited()
{
    if (m_isFilling || m_held)
        return;
    m_hasNews = true;
    m_pause.start();
    m_previewPause.start();
    showState();
}

void ArticleEditor::askTerms()
{
    // The window speaks to agents in Argentina's Spanish.
    const QString language =
        currentLanguage() == QLatin1String("es") ? QStringLiteral("es-AR") : currentLanguage();
    m_desk.catalogueTerms(m_caller, language,
                          [this](const base::Result<desk::CatalogueTerms>& terms) {
                              if (!terms)
                                  return;
                              m_ui->articleProblems->setTerms(terms->problems);
                              m_ui->articleDevices->setTerms(terms->devices);
                          });
}

// ---- What is shown ----

void ArticleEditor::notify(const QString& text, const Choice& first, const Choice& second)
{
    m_ui->articleNoticeLabel->setText(text);
    m_ui->articleNotice->setVisible(!text.isEmpty());
    m_ui->articleNoticeFirst->setText(first.text.isEmpty() ? tr("Back") : first.text);
    m_ui->articleNoticeFirst->setVisible(!first.text.isEmpty());
    m_ui->articleNoticeSecond->setText(second.text.isEmpty() ? tr("Back") : second.text);
    m_ui->articleNoticeSecond->setVisible(!second.text.isEmpty());
    m_first = first.work;
    m_second = second.work;
}

void ArticleEditor::showState(const QString& said, bool isGood)
{
    const bool isLooking = m_held.has_value();
    const bool isDirty = !isLooking && isChanged();
    for (QLineEdit* edit : {m_ui->articleTitle, m_ui->articleTags})
        edit->setReadOnly(isLooking);
    for (TermChooser* chooser : {m_ui->articleProblems, m_ui->articleDevices})
        chooser->setEnabled(!isLooking);
    m_ui->articleSource->setReadOnly(isLooking);
    m_ui->articleSave->setEnabled(isDirty);
    m_ui->articlePublished->setEnabled(m_saved.version > 0 && !isLooking);
    m_ui->articleVersions->setEnabled(m_saved.version > 1 && !isLooking);
    if (m_slug.isEmpty())
        m_ui->articlePublished->setChecked(false);
    QStringList parts;
    if (!said.isEmpty())
        parts += (isGood ? QStringLiteral("✓ ") : QStringLiteral("⚠ ")) + said;
    else if (isDirty)
        parts += tr("● Not saved: Ctrl+S saves.");
    if (m_saved.version > 0) {
        parts += tr("Version %1, %2, %3")
                     .arg(QString::number(m_saved.version), whenText(m_saved.saved),
                          whoText(m_saved.savedBy));
        parts += usageText(m_saved);
    } else if (m_slug.isEmpty() && said.isEmpty() && !isDirty) {
        parts += tr("A new article.");
    }
    QPalette p = palette();
    p.setColor(QPalette::WindowText, !said.isEmpty() ? (isGood ? colours().good : colours().bad)
                                     : isDirty       ? colours().warning
                                                     : colours().quiet);
    m_ui->articleState->setPalette(p);
    m_ui->articleState->setText(parts.join(QStringLiteral(" · ")));
}

void ArticleEditor::showLanguages()
{
    for (int i = 0; i < static_cast<int>(editorLanguages().size()); ++i) {
        const QString& language = editorLanguages()[i];
        const bool isThere = m_texts.contains(language) ||
                             (i == m_language && !m_ui->articleSource->toPlainText().isEmpty());
        const QString title = languageTitle(language);
        m_ui->articleLanguages->setTabText(i, isThere ? title : QStringLiteral("+ ") + title);
        m_ui->articleLanguages->setTabToolTip(i, isThere ? QString() : tr("There is no text yet."));
    }
}

void ArticleEditor::showPreview()
{
    QScrollBar* bar = m_ui->articlePreview->verticalScrollBar();
    const int at = bar->value();
    QString html = desk::articleHtml(m_ui->articleSource->toPlainText());
    const QString title = m_ui->articleTitle->text().simplified();
    if (!title.isEmpty())
        html.prepend(QStringLiteral("<h1>%1</h1>\n").arg(title.toHtmlEscaped()));
    m_ui->articlePreview->document()->setDefaultStyleSheet(pageStyle(palette()));
    m_ui->articlePreview->setHtml(html);
    bar->setValue(at);
}

void ArticleEditor::focusTitle()
{
    m_ui->articleTitle->setFocus();
}

void ArticleEditor::fitFonts()
{
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.2);
    title.setWeight(QFont::DemiBold);
    m_ui->articleTitle->setFont(title);
    m_ui->articlePreview->document()->setDocumentMargin(fontMetrics().height());
}

void ArticleEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        askTerms();
        if (m_held)
            backToWritten();
        keepLanguage();
        fillLanguage();
        showLanguages();
        notify({});
        showState();
    } else if (event->type() == QEvent::FontChange) {
        fitFonts();
    } else if (event->type() == QEvent::PaletteChange && m_isOpen) {
        showState();
        showPreview();
    }
}

} // namespace panels
