// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/import/import_wizard.h"

#include "panels/error_texts.h"
#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/import/choice_delegate.h"
#include "panels/releases/import/draft_model.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "ui_import_wizard.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>

#include <algorithm>
#include <map>

namespace panels {

ImportWizard::ImportWizard(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                           const base::Clock& clock, const desk::Badge& badge, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportWizard>()), m_desk(desk), m_caller(home),
      m_badge(badge), m_reader(home, clock), m_model(new DraftModel(this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->importTable->setModel(m_model);
    m_ui->importTable->setItemDelegate(new ChoiceDelegate(*m_model, this));
    m_ui->importTable->setEditTriggers(QAbstractItemView::DoubleClicked |
                                       QAbstractItemView::EditKeyPressed |
                                       QAbstractItemView::SelectedClicked);
    m_ui->importTable->verticalHeader()->hide();
    m_ui->importRepaired->setAutoFillBackground(true);
    m_ui->importRepaired->setBackgroundRole(QPalette::AlternateBase);
    m_ui->importCreate->setProperty("primary", true);
    connectParts();
    fit();
    readTemplates();
    showAll();
    m_ui->importChoose->setFocus();
}

ImportWizard::~ImportWizard() = default;

void ImportWizard::connectParts()
{
    connect(m_ui->importChoose, &QPushButton::clicked, this, &ImportWizard::chooseFile);
    connect(m_ui->importTaking, &QComboBox::activated, this, &ImportWizard::takeOtherwise);
    connect(m_ui->importBack, &QPushButton::clicked, this, [this] {
        m_read.reset();
        showAll();
    });
    connect(m_ui->importCancel, &QPushButton::clicked, this, &ImportWizard::reject);
    connect(m_ui->importCreate, &QPushButton::clicked, this, &ImportWizard::create);
    connect(m_ui->importTitle, &QLineEdit::textChanged, this, &ImportWizard::showSummary);
    connect(m_model, &DraftModel::dataChanged, this, &ImportWizard::showSummary);
}

// ---- The file ----

void ImportWizard::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a Markdown file"), {},
        tr("Markdown (*.md *.markdown *.txt)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        readFile(path);
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_created.isEmpty() && !droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportWizard::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    if (!path.isEmpty())
        readFile(path);
}

void ImportWizard::readFile(const QString& path)
{
    setBusy(true);
    m_reader.readFile(path, [this](const base::Result<DraftReader::Read>& read) { took(read); });
}

void ImportWizard::takeOtherwise(int index)
{
    if (!m_read)
        return;
    setBusy(true);
    m_reader.readAgain(m_read->source,
                       index == 0 ? release::Taking::Everything : release::Taking::TasksOnly,
                       [this](const base::Result<DraftReader::Read>& read) { took(read); });
}

QString ImportWizard::faultText(ReadFault fault)
{
    switch (fault) {
    case ReadFault::NotThere: return tr("That file is not there.");
    case ReadFault::NoFile: return tr("That is a folder, not a file.");
    case ReadFault::NotAllowed: return tr("You have no permission to read that file.");
    case ReadFault::Empty: return tr("That file is empty.");
    case ReadFault::TooLarge:
        return tr("That file is larger than %1.")
            .arg(QLocale().formattedDataSize(desk::kLongestReleaseSource, 0,
                                             QLocale::DataSizeTraditionalFormat));
    case ReadFault::NotText: return tr("That file holds no text.");
    case ReadFault::NotUtf8:
        return tr("That file's text is not UTF-8. Save it as UTF-8 and choose it again.");
    case ReadFault::TooDeep:
        return tr("That file cannot be understood: it has too many items or levels.");
    }
    return {};
}

// A file that cannot be used leaves what was understood and corrected before as it is.
void ImportWizard::took(const base::Result<DraftReader::Read>& read)
{
    setBusy(false);
    m_fault.clear();
    if (!read) {
        m_fault = errorText(read.error());
    } else if (!*read) {
        m_fault = faultText(read->error());
    } else if ((**read)->draft.items.empty()) {
        m_fault = tr("No task and nothing that looks like one stands in that file.");
    } else {
        const bool isAnother = !m_read || m_read->source.bytes != (**read)->source.bytes;
        m_read = **read;
        m_model->setDraft(m_read->draft);
        if (isAnother) {
            m_ui->importTitle->setText(m_read->draft.title);
            m_ui->importTaking->setCurrentIndex(0);
        }
    }
    showAll();
    if (m_read)
        m_ui->importTable->setFocus();
}

void ImportWizard::readTemplates()
{
    using List = std::vector<desk::ShelvedTemplate>;
    m_desk.releaseTemplates(m_caller, currentLanguage(), [this](const base::Result<List>& list) {
        if (!list)
            return;
        m_policies.clear();
        for (const desk::ShelvedTemplate& each : *list) {
            const bool isKnown = std::ranges::find(m_policies, each.plan.id,
                                                   &release::Template::id) != m_policies.end();
            if (!isKnown && !each.plan.signOffs.empty())
                m_policies.push_back(each.plan);
        }
        showPolicies();
    });
}

// ---- What is shown ----

void ImportWizard::showAll()
{
    m_ui->importStack->setCurrentWidget(m_read ? m_ui->importGuessPage : m_ui->importFilePage);
    QPalette alarmed = palette();
    alarmed.setColor(QPalette::WindowText, colours().bad);
    m_ui->importFault->setPalette(alarmed);
    m_ui->importResult->setPalette(alarmed);
    m_ui->importFault->setText(m_fault);
    m_ui->importFault->setVisible(!m_fault.isEmpty() && !m_read);
    m_ui->importBack->setVisible(m_read != nullptr);
    m_ui->importCreate->setVisible(m_read != nullptr);
    m_ui->importProgress->hide();
    m_ui->importResult->setText(m_read ? m_fault : QString());
    m_ui->importResult->setVisible(!m_ui->importResult->text().isEmpty());
    if (!m_read)
        return;
    m_ui->importRepaired->setVisible(m_read->repaired != release::TextDamage::None);
    m_ui->importRepaired->setText(m_read->repaired == release::TextDamage::ReadAsMacRoman
                                      ? tr("The file's text had been read as Mac Roman: accents "
                                           "and signs were repaired. The file stays as it is.")
                                      : tr("The file's text had been read as Latin-1: accents and "
                                           "signs were repaired. The file stays as it is."));
    showTaking();
    showPolicies();
    showSummary();
    showUnplaced();
    fitColumns();
}

void ImportWizard::showTaking()
{
    const int index = std::max(0, m_ui->importTaking->currentIndex());
    const QSignalBlocker quiet(m_ui->importTaking);
    m_ui->importTaking->clear();
    m_ui->importTaking->addItem(tr("All that looks like an item (%1)").arg(m_read->items));
    if (m_read->tasks > 0)
        m_ui->importTaking->addItem(
            tr("Only the tasks with a box to tick (%1)").arg(m_read->tasks));
    m_ui->importTaking->setCurrentIndex(std::min(index, m_ui->importTaking->count() - 1));
}

void ImportWizard::showPolicies()
{
    const int before = m_ui->importPolicy->currentIndex();
    const bool wasFilled = m_ui->importPolicy->count() > 1;
    m_ui->importPolicy->clear();
    m_ui->importPolicy->addItem(tr("none"));
    for (const release::Template& each : m_policies)
        m_ui->importPolicy->addItem(tr("as in “%1”").arg(each.title));
    m_ui->importPolicy->setCurrentIndex(wasFilled ? before
                                                  : std::min(1, m_ui->importPolicy->count() - 1));
}

void ImportWizard::showSummary()
{
    if (!m_read)
        return;
    const release::Draft& draft = m_model->draft();
    int taken = 0, blockers = 0, begun = 0;
    std::map<release::Role, int> roles;
    for (const release::DraftItem& item : draft.items) {
        if (!item.isTaken)
            continue;
        ++taken;
        blockers += item.itemClass == release::ItemClass::Blocker ? 1 : 0;
        begun += item.state == release::State::Todo ? 0 : 1;
        if (item.role)
            ++roles[*item.role];
    }
    QStringList parts{tr("%n item(s)", nullptr, taken), tr("%n blocker(s)", nullptr, blockers),
                      tr("%n already begun or done", nullptr, begun)};
    for (const auto& [role, count] : roles)
        parts += QStringLiteral("%1 %2").arg(releaseRoleText(role)).arg(count);
    QString summary = parts.join(QStringLiteral(" · "));
    if (!draft.options.empty()) {
        QStringList titles;
        for (const release::GuessedOption& option : draft.options)
            titles += QStringLiteral("“%1”").arg(option.title);
        summary +=
            u'\n' +
            tr("The description keeps the options: %1.").arg(titles.join(QStringLiteral(", ")));
    }
    m_ui->importSummary->setText(summary);
    m_ui->importCreate->setEnabled(taken > 0 && !m_ui->importTitle->text().trimmed().isEmpty());
}

void ImportWizard::showUnplaced()
{
    const auto& unplaced = m_read->draft.unplaced;
    m_ui->importUnplaced->clear();
    m_ui->importUnplaced->setHeaderLabels({tr("Line"), tr("Text")});
    QList<QTreeWidgetItem*> rows;
    for (const release::UnplacedLine& each : unplaced)
        rows +=
            new QTreeWidgetItem(QStringList{QString::number(each.line), each.text.simplified()});
    m_ui->importUnplaced->addTopLevelItems(rows);
    m_ui->importUnplaced->resizeColumnToContents(0);
    m_ui->importUnplacedLabel->setText(
        unplaced.empty() ? tr("Everything in the file found its place.")
                         : tr("%n line(s) found no place and are left out:", nullptr,
                              static_cast<int>(unplaced.size())));
    m_ui->importUnplaced->setVisible(!unplaced.empty());
    m_ui->importRest->setMaximumHeight(
        unplaced.empty() ? m_ui->importUnplacedLabel->sizeHint().height() : QWIDGETSIZE_MAX);
}

void ImportWizard::setBusy(bool isBusy)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->importChoose, m_ui->importTaking, m_ui->importBack, m_ui->importCreate,
             m_ui->importTable, m_ui->importTitle, m_ui->importPolicy})
        widget->setEnabled(!isBusy);
}

// ---- Creating ----

void ImportWizard::create()
{
    setBusy(true);
    m_ui->importResult->hide();
    release::Draft draft = m_model->draft();
    const QString title = m_ui->importTitle->text().trimmed();
    draft.title = title;
    release::Imported imported = release::importedFrom(draft, currentLanguage());
    if (const int policy = m_ui->importPolicy->currentIndex() - 1; policy >= 0)
        imported.plan = release::withPolicyOf(std::move(imported.plan),
                                              m_policies[static_cast<std::size_t>(policy)]);
    m_deeds = std::move(imported.deeds);
    m_desk.createRelease(
        m_caller, m_badge,
        {.plan = std::move(imported.plan),
         .title = title,
         .plannedFor = std::nullopt,
         .source = m_read->source},
        [this](const base::Result<desk::ReleaseView>& view) {
            if (view) {
                m_created = view->release->id;
                m_ui->importProgress->setRange(0, static_cast<int>(m_deeds.size()));
                m_ui->importProgress->show();
                doNext();
                return;
            }
            setBusy(false);
            m_ui->importResult->setText(view.error().code == base::Code::Refused
                                            ? tr("Your roles do not allow creating a release.")
                                            : errorText(view.error()));
            m_ui->importResult->show();
        });
}

// One after the other: each rests on the one before.
void ImportWizard::doNext()
{
    m_ui->importProgress->setValue(static_cast<int>(m_nextDeed));
    if (m_nextDeed == m_deeds.size()) {
        finish();
        return;
    }
    m_desk.actOnRelease(
        m_caller, m_badge,
        {.release = m_created, .deed = m_deeds[m_nextDeed], .passphrase = {}, .file = {}},
        [this](const base::Result<desk::DeedAnswer>& answer) {
            m_refused += answer && *answer ? 0 : 1;
            ++m_nextDeed;
            doNext();
        });
}

void ImportWizard::finish()
{
    Q_EMIT created(m_created, m_refused == 0
                                  ? QString()
                                  : tr("%n state(s) or comment(s) of the file could not be taken "
                                       "over with your roles.",
                                       nullptr, m_refused));
    accept();
}

void ImportWizard::reject()
{
    if (m_created.isEmpty())
        QDialog::reject();
}

// ---- Looks ----

void ImportWizard::fit()
{
    const QFontMetrics metrics(font());
    QSize wanted(metrics.averageCharWidth() * 150, metrics.height() * 38);
    if (parentWidget())
        wanted = wanted.boundedTo(parentWidget()->window()->size());
    resize(wanted);
    m_ui->importParts->setSizes({metrics.height() * 20, metrics.height() * 7});
    m_ui->importTable->verticalHeader()->setDefaultSectionSize(metrics.height() * 3 / 2);
}

void ImportWizard::fitColumns()
{
    QHeaderView* header = m_ui->importTable->horizontalHeader();
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(200);
    for (int column = 0; column < DraftModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, column == DraftModel::TitleColumn
                                                 ? QHeaderView::Stretch
                                                 : QHeaderView::ResizeToContents);
}

void ImportWizard::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        readTemplates();
        showAll();
    }
}

} // namespace panels
