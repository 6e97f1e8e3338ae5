// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/releases_panel.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/board/board_page.h"
#include "panels/releases/making/new_release.h"
#include "panels/releases/making/reschedule_dialog.h"
#include "panels/releases/release_list_model.h"
#include "panels/releases/release_page.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "release/duties.h"
#include "ui_releases_panel.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace panels {

namespace {

constexpr std::chrono::seconds kLookAgainEvery{30}; ///< evidence, waivers and overrides lapse

QColor verdictColour(release::Verdict verdict)
{
    switch (verdict) {
    case release::Verdict::Go: return colours().good;
    case release::Verdict::GoByOverride: return colours().warning;
    case release::Verdict::NoGo: break;
    }
    return colours().bad;
}

void colour(QLabel* label, const QColor& text)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, text);
    label->setPalette(palette);
}

} // namespace

ReleasesPanel::ReleasesPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                             const base::Clock& clock, QSettings& local, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ReleasesPanel>()), m_desk(desk), m_caller(home),
      m_open(new OpenRelease(desk, home, clock, local, this)), m_model(new ReleaseListModel(this)),
      m_board(nullptr)
{
    m_ui->setupUi(this);
    m_ui->releasesView->setModel(m_model);
    m_ui->releasesView->setItemDelegate(new ReleaseDelegate(*m_model, this));
    m_ui->releasesView->installEventFilter(this);
    m_ui->importReleaseButton->hide();
    setAcceptDrops(true);
    m_ui->releasesMessage->hide();
    m_ui->releaseMessageBar->hide();
    m_ui->releasesHomeTabs->addTab(tr("All releases"));
    m_ui->releasesHomeTabs->hide(); // alone it says nothing
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->releasesTitle->setFont(bold);
    m_ui->releaseTitleLabel->setFont(bold);
    makePages();
    connectList();
    connectRelease();
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (!changes.releases || !m_wasShown)
            return;
        if (m_open->isOpen())
            m_isListStale = true; // it is read when somebody goes back to it
        else
            readList();
    });
}

ReleasesPanel::~ReleasesPanel() = default;

// Everything about one release, in the order of the tabs.
void ReleasesPanel::makePages()
{
    m_board = new BoardPage(*m_open, this);
    addPage(m_board);
}

void ReleasesPanel::addHomePage(TitledPage* page)
{
    m_homePages.push_back(page);
    m_ui->releasesHomeStack->addWidget(page);
    m_ui->releasesHomeTabs->addTab(page->title());
    m_ui->releasesHomeTabs->show();
}

void ReleasesPanel::addPage(ReleasePage* page)
{
    m_pages.push_back(page);
    m_isStale.push_back(true);
    m_ui->releasePages->addWidget(page);
    m_ui->releaseTabs->addTab(page->title());
    m_ui->releaseTabs->setVisible(m_pages.size() > 1);
}

void ReleasesPanel::setImport(std::function<void(const QString& file)> import)
{
    m_import = std::move(import);
    m_ui->importReleaseButton->setVisible(m_import != nullptr);
}

void ReleasesPanel::connectList()
{
    connect(m_ui->releasesHomeTabs, &QTabBar::currentChanged, m_ui->releasesHomeStack,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->newReleaseButton, &QPushButton::clicked, this, &ReleasesPanel::newRelease);
    connect(m_ui->importReleaseButton, &QPushButton::clicked, this, [this] {
        if (m_import)
            m_import({});
    });
    connect(m_ui->releasesView, &QListView::clicked, this,
            [this](const QModelIndex& row) { openRelease(m_model->at(row.row()).id); });
}

void ReleasesPanel::connectRelease()
{
    connect(m_ui->releaseBackButton, &QPushButton::clicked, this, &ReleasesPanel::showList);
    connect(m_ui->rescheduleButton, &QPushButton::clicked, this, [this] {
        if (m_open->isOpen())
            (new RescheduleDialog(*m_open, this))->open();
    });
    connect(m_ui->releaseTabs, &QTabBar::currentChanged, this, &ReleasesPanel::showPage);
    connect(m_ui->releaseMessageClose, &QToolButton::clicked, m_ui->releaseMessageBar,
            &QWidget::hide);
    auto* lookAgain = new QTimer(this);
    lookAgain->setObjectName(QStringLiteral("lookAgain"));
    connect(lookAgain, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_open->lookAgain();
    });
    lookAgain->start(kLookAgainEvery);
    connect(m_open, &OpenRelease::changed, this, &ReleasesPanel::showChanged);
    connect(m_open, &OpenRelease::said, this, &ReleasesPanel::say);
    connect(m_open, &OpenRelease::itemWanted, this, [this](const QString& item) {
        m_ui->releaseTabs->setCurrentIndex(0);
        m_board->showItem({item});
    });
}

void ReleasesPanel::setMe(base::PersonId me, const desk::Badge& badge)
{
    m_open->setMe(me, badge);
}

// ---- All of them ----

void ReleasesPanel::readList()
{
    using List = std::vector<desk::ReleaseSummary>;
    m_desk.releases(m_caller, [this](base::Result<List> releases) {
        m_ui->releasesMessage->setVisible(!releases);
        if (!releases) {
            m_ui->releasesMessage->setText(OpenRelease::errorWords(releases.error()));
            return;
        }
        m_model->show(*std::move(releases));
        m_ui->releasesListStack->setCurrentWidget(m_model->rowCount() > 0
                                                      ? static_cast<QWidget*>(m_ui->releasesView)
                                                      : m_ui->releasesEmptyLabel);
        if (!m_ui->releasesView->currentIndex().isValid())
            m_ui->releasesView->setCurrentIndex(
                m_model->index(std::max(0, m_model->rowOf(m_lastOpen))));
    });
}

void ReleasesPanel::showList()
{
    m_open->close();
    m_shown.clear();
    if (std::exchange(m_isListStale, false))
        readList();
    m_ui->releasesStack->setCurrentWidget(m_ui->releasesHome);
    m_ui->releasesView->setFocus();
}

void ReleasesPanel::newRelease()
{
    auto* dialog = new NewRelease(*m_open, m_caller.home(), this);
    connect(dialog, &NewRelease::made, this, [this](const desk::ReleaseView& view) {
        m_lastOpen = view.release->id;
        m_open->take(view);
        m_ui->releasesStack->setCurrentWidget(m_ui->releaseOpenPage);
    });
    connect(dialog, &QDialog::accepted, this, [this] { m_board->setFocus(); });
    dialog->open();
}

// ---- One of them ----

void ReleasesPanel::openRelease(const QString& id)
{
    m_lastOpen = id;
    m_open->open(id);
}

void ReleasesPanel::showChanged()
{
    if (!m_open->isOpen())
        return;
    showHead();
    const bool isAnother = std::exchange(m_shown, m_open->release().id) != m_open->release().id;
    if (isAnother)
        m_ui->releaseTabs->setCurrentIndex(0);
    showPages();
    if (!isAnother)
        return;
    m_ui->releaseMessageBar->hide();
    m_ui->releasesStack->setCurrentWidget(m_ui->releaseOpenPage);
    m_board->setFocus();
}

void ReleasesPanel::showHead()
{
    const release::Gate& gate = m_open->view().gate;
    m_ui->releaseTitleLabel->setText(m_open->release().title);
    m_ui->releaseTitleLabel->setToolTip(m_open->release().title);
    const auto& planned = m_open->release().plannedFor;
    m_ui->releasePlannedLabel->setText(planned ? tr("for %1").arg(whenText(*planned)) : QString());
    m_ui->releasePlannedLabel->setVisible(planned.has_value());
    m_ui->rescheduleButton->setVisible(
        release::holdsOneOf(m_open->view().me, rolesOf(release::Duty::Plan)));
    const auto open = std::ranges::count(gate.reasons, false, &release::Reason::isCovered);
    m_ui->releaseVerdictLabel->setText(open > 0
                                           ? verdictText(gate.verdict) + QStringLiteral(" · ") +
                                                 tr("%n reason(s)", nullptr, static_cast<int>(open))
                                           : verdictText(gate.verdict));
    colour(m_ui->releaseVerdictLabel, verdictColour(gate.verdict));
}

// The board, whose item the window's keys change, and the page in front; the others follow when they
// are looked at.
void ReleasesPanel::showPages()
{
    m_isStale.assign(m_pages.size(), true);
    m_isStale.front() = false;
    m_board->show(m_open->view());
    showPage(m_ui->releaseTabs->currentIndex());
}

void ReleasesPanel::showPage(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (m_open->isOpen() && place < m_pages.size() && m_isStale[place]) {
        m_isStale[place] = false;
        m_pages[place]->show(m_open->view());
    }
    if (m_ui->releasePages->currentIndex() != index)
        m_ui->releaseMessageBar->hide(); // it was about the page before
    m_ui->releasePages->setCurrentIndex(index);
}

void ReleasesPanel::say(const QString& text, bool isGood)
{
    m_ui->releaseMessage->setText(text);
    colour(m_ui->releaseMessage, isGood ? colours().good : colours().bad);
    m_ui->releaseMessageBar->setVisible(!text.isEmpty());
    if (!m_open->isOpen()) {
        m_ui->releasesMessage->setText(text);
        m_ui->releasesMessage->setVisible(!text.isEmpty());
    }
}

QStringList ReleasesPanel::unsaved() const
{
    QStringList sentences;
    for (const TitledPage* page : m_homePages)
        sentences += page->unsaved();
    sentences.removeAll(QString());
    return sentences;
}

void ReleasesPanel::focusSearch()
{
    if (m_ui->releasesStack->currentWidget() != m_ui->releaseOpenPage)
        return;
    m_ui->releaseTabs->setCurrentIndex(0);
    m_board->focusFilter();
}

void ReleasesPanel::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("releases/open"), m_shown);
    m_board->save(settings);
}

void ReleasesPanel::restore(QSettings& settings)
{
    m_board->restore(settings);
    m_lastOpen = settings.value(QStringLiteral("releases/open")).toString();
}

// What was open the last time is opened again with the first look.
void ReleasesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_wasShown, true))
        return;
    readList();
    if (!m_lastOpen.isEmpty() && !m_open->isOpen())
        m_open->open(m_lastOpen);
    m_ui->releasesView->setFocus();
}

bool ReleasesPanel::takesDrops() const
{
    return m_import && m_ui->releasesStack->currentWidget() == m_ui->releasesHome &&
           m_ui->releasesHomeStack->currentWidget() == m_ui->releasesListPage;
}

void ReleasesPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (takesDrops() && !droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ReleasesPanel::dropEvent(QDropEvent* event)
{
    const QString file = droppedFile(*event->mimeData());
    if (!takesDrops() || file.isEmpty())
        return;
    event->acceptProposedAction();
    m_import(file);
}

bool ReleasesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->releasesView && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QModelIndex row = m_ui->releasesView->currentIndex();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && row.isValid()) {
            openRelease(m_model->at(row.row()).id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReleasesPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_open->isOpen())
        showHead();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_model->retranslate();
    m_ui->releasesHomeTabs->setTabText(0, tr("All releases"));
    for (std::size_t i = 0; i < m_homePages.size(); ++i)
        m_ui->releasesHomeTabs->setTabText(static_cast<int>(i) + 1, m_homePages[i]->title());
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_ui->releaseTabs->setTabText(static_cast<int>(i), m_pages[i]->title());
    if (!m_open->isOpen())
        return;
    showHead();
    showPages();
}

} // namespace panels
