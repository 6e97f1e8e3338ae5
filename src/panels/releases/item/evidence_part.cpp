// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/evidence_part.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/item/figure_dialog.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/history_words.h"
#include "panels/releases/words/release_words.h"
#include "ui_evidence_part.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace panels {

using release::Evidence;
using release::EvidenceKind;

namespace {

bool isWebLink(const QString& text)
{
    return !text.contains(u'\n') && (text.startsWith(QLatin1String("http://")) ||
                                     text.startsWith(QLatin1String("https://")));
}

bool isPicture(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("png") || suffix == QLatin1String("jpg") ||
           suffix == QLatin1String("jpeg") || suffix == QLatin1String("webp");
}

Evidence ofText(const QString& text)
{
    Evidence evidence;
    if (isWebLink(text)) {
        evidence.kind = EvidenceKind::Link;
        evidence.title = text;
    } else {
        evidence.kind = EvidenceKind::Pasted;
        evidence.text = text;
    }
    return evidence;
}

/// A picture or files of this machine; a text is pasted where it is written.
bool isMoreThanText(const QMimeData& pasted)
{
    if (pasted.hasUrls())
        return pasted.urls().first().isLocalFile();
    return pasted.hasImage() && !pasted.hasText();
}

} // namespace

EvidencePart::EvidencePart(OpenRelease& open, QWidget* parent)
    : ItemPart(parent), m_ui(std::make_unique<Ui::EvidencePart>()), m_open(open),
      m_caller(open.home())
{
    m_ui->setupUi(this);
    m_ui->evidenceEdit->installEventFilter(this);
    m_ui->evidenceEdit->setAcceptDrops(false); // the whole pane takes them
    giveRoom(*m_ui->evidenceList);
    m_ui->evidenceError->hide();
    m_ui->evidenceText->hide();
    m_ui->evidenceSaveButton->hide();
    connectButtons();
    connect(&open, &OpenRelease::anotherSits, m_ui->evidenceEdit, &QPlainTextEdit::clear);
    fitFonts();
}

EvidencePart::~EvidencePart() = default;

void EvidencePart::connectButtons()
{
    connect(m_ui->evidenceAddButton, &QPushButton::clicked, this, &EvidencePart::addWritten);
    connect(m_ui->evidenceFileButton, &QPushButton::clicked, this, &EvidencePart::askFile);
    connect(m_ui->evidenceShotButton, &QPushButton::clicked, this, &EvidencePart::takeScreenshot);
    connect(m_ui->evidenceFigureButton, &QPushButton::clicked, this, &EvidencePart::askFigure);
    connect(m_ui->evidenceSaveButton, &QPushButton::clicked, this, &EvidencePart::saveCopy);
    connect(m_ui->evidenceList, &QListWidget::currentRowChanged, this, [this](int row) {
        m_shown =
            row < 0 ? QString() : m_ui->evidenceList->item(row)->data(Qt::UserRole).toString();
        showSelected();
    });
}

QString EvidencePart::title(const release::Item& item) const
{
    const auto count = item.evidence.size();
    return count > 0 ? tr("Evidence (%1)").arg(count) : tr("Evidence");
}

void EvidencePart::show(const release::Item& item)
{
    if (std::exchange(m_item, item.plan.id) != item.plan.id) {
        m_ui->evidenceEdit->clear();
        showError({});
        m_shown.clear();
    }
    m_ui->evidenceAsked->setText(askedText(item));
    m_ui->evidenceAsked->setVisible(!m_ui->evidenceAsked->text().isEmpty());
    fillList(item);
    showSelected();
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->evidenceEdit, m_ui->evidenceAddButton, m_ui->evidenceFileButton,
             m_ui->evidenceShotButton, m_ui->evidenceFigureButton})
        widget->setEnabled(m_open.view().me.person.isValid());
}

QString EvidencePart::askedText(const release::Item& item) const
{
    using Worth = release::EvidenceVerdict::Worth;
    const auto verdict = release::evidenceAt(item, m_open.now());
    switch (verdict.worth) {
    case Worth::NotAsked: return {};
    case Worth::Holds:
        return verdict.until ? tr("✓ It holds until %1.").arg(whenText(*verdict.until))
                             : tr("✓ It holds.");
    case Worth::Missing:
        return item.plan.evidence
                   ? tr("⚠ Still missing: %1.").arg(evidenceKindText(*item.plan.evidence).toLower())
                   : tr("⚠ Evidence is missing.");
    case Worth::Expired: return tr("⚠ It has expired: show it anew.");
    case Worth::Failed: return tr("✗ The newest says that it failed.");
    }
    return {};
}

// The newest first.
void EvidencePart::fillList(const release::Item& item)
{
    const QSignalBlocker quiet(m_ui->evidenceList);
    m_ui->evidenceList->clear();
    for (auto it = item.evidence.rbegin(); it != item.evidence.rend(); ++it) {
        const Evidence& each = *it;
        QString text = evidenceKindText(each.kind);
        if (!each.title.isEmpty())
            text += QStringLiteral(": ") + each.title;
        else if (!each.text.isEmpty())
            text += QStringLiteral(": ") + each.text.trimmed().section(u'\n', 0, 0).left(80);
        else if (each.isErased)
            text += u' ' + erasedMark();
        if (each.kind == EvidenceKind::Metric)
            text += QStringLiteral(" = ") + QLocale().toString(each.value, 'g', 6);
        QStringList about{each.by.isValid() ? m_open.nameOf(each.by) : tr("Relevo"),
                          whenText(each.at)};
        if (each.outcome != release::Outcome::Told)
            about.prepend(outcomeText(each.outcome));
        if (release::isExpired(each, m_open.now()))
            about += tr("⚠ expired");
        auto* row = new QListWidgetItem(text + u'\n' + about.join(QStringLiteral(" · ")),
                                        m_ui->evidenceList);
        row->setData(Qt::UserRole, each.id);
        if (each.id == m_shown)
            m_ui->evidenceList->setCurrentItem(row);
    }
    m_ui->evidenceList->setVisible(!item.evidence.empty());
    m_ui->evidenceNone->setVisible(item.evidence.empty());
}

const Evidence* EvidencePart::selected() const
{
    const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr;
    if (!item || m_shown.isEmpty())
        return nullptr;
    const auto found = std::ranges::find(item->evidence, m_shown, &Evidence::id);
    return found == item->evidence.end() ? nullptr : &*found;
}

void EvidencePart::showSelected()
{
    const Evidence* shown = selected();
    const QString text = !shown                              ? QString()
                         : shown->kind == EvidenceKind::Link ? shown->title
                                                             : shown->text;
    m_ui->evidenceText->setPlainText(text);
    m_ui->evidenceText->setVisible(!text.isEmpty());
    m_ui->evidenceSaveButton->setVisible(shown && !shown->fileHash.isEmpty());
}

// ---- Adding ----

void EvidencePart::write()
{
    m_ui->evidenceEdit->setFocus();
}

void EvidencePart::addWritten()
{
    const QString text = m_ui->evidenceEdit->toPlainText().trimmed();
    if (text.isEmpty()) {
        m_ui->evidenceEdit->setFocus();
        return;
    }
    add(ofText(text), {}, true);
}

void EvidencePart::addText(const QString& text)
{
    if (!text.isEmpty())
        add(ofText(text), {}, false);
}

void EvidencePart::askFile()
{
    auto* dialog = new QFileDialog(this, tr("A file that shows it"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EvidencePart::takeFile);
    dialog->open();
}

void EvidencePart::askFigure()
{
    if (const release::Item* item = m_open.isOpen() ? m_open.itemOf(m_item) : nullptr)
        (new FigureDialog(m_open, *item, this))->open();
}

void EvidencePart::takeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > desk::kLongestEvidenceFile) {
        showError(file.isOpen() ? tr("A file of evidence has 20 MB at most.")
                                : tr("That file cannot be read: %1").arg(file.errorString()));
        return;
    }
    QByteArray bytes = file.readAll();
    if (bytes.isEmpty()) {
        showError(tr("That file is empty."));
        return;
    }
    Evidence evidence;
    evidence.kind = isPicture(path) ? EvidenceKind::Screenshot : EvidenceKind::File;
    evidence.title = QFileInfo(path).fileName();
    add(std::move(evidence), std::move(bytes), false);
}

void EvidencePart::takeScreenshot()
{
    const QImage image = QGuiApplication::clipboard()->image();
    if (image.isNull())
        showError(tr("There is no picture in the clipboard. Take one first."));
    else
        takeImage(image);
}

void EvidencePart::takeImage(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    Evidence evidence;
    evidence.kind = EvidenceKind::Screenshot;
    evidence.title = tr("Screenshot %1").arg(whenText(m_open.now()));
    add(std::move(evidence), std::move(bytes), false);
}

void EvidencePart::take(const QMimeData& dropped)
{
    if (dropped.hasUrls() && dropped.urls().first().isLocalFile()) {
        for (const QUrl& url : dropped.urls())
            takeFile(url.toLocalFile());
    } else if (dropped.hasImage()) {
        takeImage(qvariant_cast<QImage>(dropped.imageData()));
    } else if (dropped.hasUrls()) { // a link, whether its text came with it or not
        addText(dropped.urls().first().toString());
    } else if (dropped.hasText()) {
        addText(dropped.text().trimmed());
    }
}

void EvidencePart::add(Evidence evidence, QByteArray file, bool isWritten)
{
    showError({});
    m_open.act(
        desk::ReleaseDeed{.release = {},
                          .deed = release::Show{.item = m_item, .evidence = std::move(evidence)},
                          .passphrase = {},
                          .file = std::move(file)},
        [part = QPointer(this), item = m_item, isWritten](const QString& whyNot) {
            if (!part || part->m_item != item)
                return;
            part->showError(whyNot);
            if (whyNot.isEmpty() && isWritten)
                part->m_ui->evidenceEdit->clear();
        });
}

// ---- Files ----

void EvidencePart::saveCopy()
{
    const Evidence* shown = selected();
    if (!shown)
        return;
    auto* dialog = new QFileDialog(this, tr("Save a copy of the file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(shown->title).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, hash = shown->fileHash](const QString& path) {
                m_open.desk().releaseEvidence(
                    m_caller, hash, [this, path](const base::Result<QByteArray>& bytes) {
                        QFile file(path);
                        if (!bytes)
                            showError(bytes.error().code == base::Code::Corrupt
                                          ? tr("✗ The file was changed after it was shown.")
                                          : OpenRelease::errorWords(bytes.error()));
                        else if (!file.open(QIODevice::WriteOnly) ||
                                 file.write(*bytes) != bytes->size())
                            showError(file.errorString());
                    });
            });
    dialog->open();
}

void EvidencePart::showError(const QString& text)
{
    QPalette palette = m_ui->evidenceError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->evidenceError->setPalette(palette);
    m_ui->evidenceError->setText(text);
    m_ui->evidenceError->setVisible(!text.isEmpty());
}

// Ctrl+Enter shows it; a picture or files that are pasted become evidence at once.
bool EvidencePart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->evidenceEdit || event->type() != QEvent::KeyPress)
        return ItemPart::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return && key->modifiers() == Qt::ControlModifier) {
        addWritten();
        return true;
    }
    const QMimeData* pasted = QGuiApplication::clipboard()->mimeData();
    if (key->matches(QKeySequence::Paste) && pasted && isMoreThanText(*pasted)) {
        take(*pasted);
        return true;
    }
    return ItemPart::eventFilter(watched, event);
}

void EvidencePart::fitFonts()
{
    m_ui->evidenceEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
}

void EvidencePart::changeEvent(QEvent* event)
{
    ItemPart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
