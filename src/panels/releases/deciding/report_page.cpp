// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/report_page.h"

#include "panels/look/theme.h"
#include "panels/releases/deciding/erase_source_dialog.h"
#include "panels/releases/words/report_words_now.h"
#include "release/report/answers.h"
#include "ui_report_page.h"

#include <QFileDialog>
#include <QScrollBar>

#include <utility>

namespace panels {

namespace {

/// "12 9f2c…": nothing where it is none.
std::optional<release::LedgerHead> headIn(const QString& text)
{
    const QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    bool isNumber = false;
    const qint64 count = parts.value(0).toLongLong(&isNumber);
    const QByteArray link = QByteArray::fromHex(parts.value(1).toLatin1());
    if (parts.size() != 2 || !isNumber || link.size() != 32)
        return std::nullopt;
    return release::LedgerHead{.count = count, .link = link};
}

QString suffixOf(ReportWriter::Format format)
{
    switch (format) {
    case ReportWriter::Format::Markdown: return QStringLiteral(".md");
    case ReportWriter::Format::Html: return QStringLiteral(".html");
    case ReportWriter::Format::Pdf: break;
    }
    return QStringLiteral(".pdf");
}

/// Without what stands in no file's name.
QString fileNameOf(const QString& title)
{
    QString name = title.simplified().left(60);
    for (QChar& c : name) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    return name;
}

} // namespace

ReportPage::ReportPage(OpenRelease& open, const base::Clock& clock, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::ReportPage>()), m_open(open),
      m_caller(open.home()), m_writer(open.home(), clock)
{
    m_ui->setupUi(this);
    hideVerdict();
    showSource();
    connectButtons();
}

ReportPage::~ReportPage() = default;

QString ReportPage::title() const
{
    return tr("Report");
}

void ReportPage::connectButtons()
{
    using Format = ReportWriter::Format;
    connect(m_ui->reportMarkdown, &QPushButton::clicked, this,
            [this] { askWhere(Format::Markdown); });
    connect(m_ui->reportHtml, &QPushButton::clicked, this, [this] { askWhere(Format::Html); });
    connect(m_ui->reportPdf, &QPushButton::clicked, this, [this] { askWhere(Format::Pdf); });
    connect(m_ui->reportSource, &QPushButton::clicked, this, &ReportPage::saveSource);
    connect(m_ui->reportEraseSource, &QPushButton::clicked, this, &ReportPage::eraseSource);
    connect(m_ui->reportVerify, &QPushButton::clicked, this, &ReportPage::verify);
    connect(m_ui->reportKnown, &QLineEdit::returnPressed, this, &ReportPage::verify);
}

void ReportPage::show(const desk::ReleaseView& view)
{
    if (view.release->isSourceErased)
        m_source.reset();
    if (std::exchange(m_sourceOf, view.release->id) != view.release->id) {
        m_source.reset();
        m_decisions.clear();
        m_open.desk().releaseSource(
            m_caller, view.release->id,
            [this, id = view.release->id](base::Result<desk::ReleaseSource> source) {
                if (!source || id != m_sourceOf)
                    return;
                m_source = *std::move(source);
                showSource();
            });
    }
    showSource();
    if (isVisible())
        showReport();
}

void ReportPage::showReport()
{
    if (!m_open.isOpen())
        return;
    const auto& view = m_open.view();
    release::ReportFacts facts{.now = m_open.now(),
                               .names = {},
                               .freezes = view.freezes,
                               .ledger = view.ledger,
                               .ledgerWord = view.ledgerWord,
                               .canary = m_decisions};
    for (const desk::Person& person : m_open.people())
        facts.names.insert(person.id, person.name);
    m_markdown = release::reportOf(*view.release, facts, reportWordsNow());
    const int scrolled = m_ui->reportView->verticalScrollBar()->value();
    m_ui->reportView->document()->setMarkdown(m_markdown, QTextDocument::MarkdownDialectGitHub);
    m_ui->reportView->verticalScrollBar()->setValue(scrolled);
    readDecisions();
    const QString about = view.release->id + QString::number(view.ledger.count);
    if (about != m_verified)
        hideVerdict(); // what was verified has changed since
}

// Why the canary was steered stands in the ledger alone.
void ReportPage::readDecisions()
{
    const auto& view = m_open.view();
    const QString id = view.release->id;
    const QString about = id + QString::fromLatin1(view.ledger.link.toHex());
    if (std::exchange(m_decisionsOf, about) == about)
        return;
    using Lines = std::vector<desk::LedgerLine>;
    m_open.desk().releaseHistory(m_caller, id, [this, about](const base::Result<Lines>& lines) {
        if (about != m_decisionsOf || !m_open.isOpen())
            return;
        m_decisions.clear();
        for (const desk::LedgerLine& line : lines.value_or(Lines())) {
            if (auto decision = release::canaryDecisionIn(line.entry, line.text))
                m_decisions.push_back(*std::move(decision));
        }
        showReport();
    });
}

void ReportPage::askWhere(ReportWriter::Format format)
{
    const QString suffix = suffixOf(format);
    QString path = QFileDialog::getSaveFileName(this, tr("Save the report"),
                                                fileNameOf(m_open.release().title) + suffix,
                                                QStringLiteral("*") + suffix);
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix, Qt::CaseInsensitive))
        path += suffix;
    saveAs(path, format);
}

void ReportPage::saveAs(const QString& path, ReportWriter::Format format)
{
    showReport();
    m_writer.write(path, format, m_open.release().title, m_markdown,
                   [this, path](const base::Result<void>& saved) { wasSaved(path, saved); });
}

void ReportPage::showSource()
{
    m_ui->reportSource->setVisible(m_source.has_value());
    m_ui->reportEraseSource->setVisible(m_source && m_open.isOpen() && m_open.view().mayErase);
}

void ReportPage::eraseSource()
{
    if (m_source && m_open.isOpen())
        (new EraseSourceDialog(m_open, m_source->name, this))->open();
}

void ReportPage::saveSource()
{
    if (!m_source)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the imported file"), m_source->name);
    if (!path.isEmpty())
        m_writer.write(path, m_source->bytes,
                       [this, path](const base::Result<void>& saved) { wasSaved(path, saved); });
}

void ReportPage::wasSaved(const QString& path, const base::Result<void>& saved)
{
    if (saved)
        Q_EMIT m_open.said(tr("Saved: %1").arg(path), true);
    else
        Q_EMIT m_open.said(tr("It cannot be written there: %1").arg(path), false);
}

// ---- The ledger ----

void ReportPage::verify()
{
    const QString typed = m_ui->reportKnown->text().trimmed();
    const auto known = headIn(typed);
    if (!typed.isEmpty() && !known) {
        Q_EMIT m_open.said(tr("A head is a number and 64 hexadecimal digits, as reports show it."),
                           false);
        return;
    }
    m_ui->reportVerify->setEnabled(false);
    m_open.desk().verifyRelease(
        m_caller, m_open.release().id, known,
        [this, about = m_open.release().id + QString::number(m_open.view().ledger.count)](
            const base::Result<desk::LedgerReport>& report) {
            m_ui->reportVerify->setEnabled(true);
            m_verified = about;
            showVerdict(report);
        });
}

void ReportPage::showVerdict(const base::Result<desk::LedgerReport>& report)
{
    if (!report) {
        Q_EMIT m_open.said(OpenRelease::errorWords(report.error()), false);
        return;
    }
    QStringList lines = release::verdictLines(report->verdict, report->unattested, report->isKeyed,
                                              reportWordsNow(), m_open.view().release.get());
    QStringList asides; // how far a good word reaches
    if (report->isSound())
        asides = lines.mid(report->verdict.isCompletenessKnown ? 2 : 1);
    m_ui->reportVerdict->setText(lines.mid(0, lines.size() - asides.size()).join(u'\n'));
    m_ui->reportAside->setText(asides.join(u'\n'));
    m_ui->reportAside->setVisible(!asides.isEmpty());
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, report->isSound() ? colours().good : colours().bad);
    m_ui->reportVerdict->setPalette(tinted);
    tinted.setColor(QPalette::WindowText, colours().quiet);
    m_ui->reportAside->setPalette(tinted);
    m_ui->reportVerdict->show();
}

void ReportPage::hideVerdict()
{
    m_ui->reportVerdict->hide();
    m_ui->reportAside->hide();
}

void ReportPage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    showReport();
}

void ReportPage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    hideVerdict();
    if (isVisible())
        showReport();
}

} // namespace panels
