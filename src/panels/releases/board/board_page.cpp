// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/board/board_page.h"

#include "panels/releases/item/item_pane.h"
#include "panels/releases/making/item_dialog.h"
#include "panels/releases/making/sign_dialog.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "ui_board_page.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace panels {

namespace {

/// A column besides the title, and how much of the title must still be read for it to be shown; both
/// in characters. As many as there is room for, in this order.
struct BoardColumn {
    BoardModel::Column column;
    int characters;
    int title;
};
constexpr std::array kBoardColumns{
    BoardColumn{BoardModel::StateColumn, 16, 0}, BoardColumn{BoardModel::DueColumn, 18, 46},
    BoardColumn{BoardModel::ClassColumn, 13, 68}, BoardColumn{BoardModel::RoleColumn, 20, 68},
    BoardColumn{BoardModel::OwnerColumn, 16, 68}};

/// All values of an enumeration with their words; the first entry is none of them.
template <class E, class Text>
void fillBox(QComboBox* box, const QString& all, Text text)
{
    const int index = std::max(0, box->currentIndex());
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(all);
    for (std::size_t i = 0; i < release::Names<E>::kAll.size(); ++i)
        box->addItem(text(static_cast<E>(i)));
    box->setCurrentIndex(index);
}

template <class E>
std::optional<E> chosenIn(const QComboBox* box)
{
    return box->currentIndex() > 0 ? std::optional(static_cast<E>(box->currentIndex() - 1))
                                   : std::nullopt;
}

} // namespace

BoardPage::BoardPage(OpenRelease& open, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::BoardPage>()), m_open(open),
      m_model(new BoardModel(open, this)), m_item(nullptr), m_signing(new QMenu(this))
{
    m_ui->setupUi(this);
    delete m_ui->itemPlace;
    m_item = new ItemPane(open, this);
    m_ui->boardSplitter->addWidget(m_item);
    m_ui->boardSplitter->setStretchFactor(0, 1);
    m_ui->boardSplitter->setStretchFactor(1, 0);
    m_ui->boardSplitter->setSizes({680, 400});
    m_ui->boardColumn->setBackgroundRole(QPalette::Base);
    m_ui->boardColumn->setAutoFillBackground(true);
    setFocusProxy(m_ui->boardView);
    m_ui->boardView->setModel(m_model);
    giveRoom(*m_ui->boardView);
    m_ui->boardView->viewport()->installEventFilter(this);
    m_signing->setObjectName(QStringLiteral("signMenu"));
    m_ui->boardSignButton->setMenu(m_signing);
    m_ui->boardFilterEdit->installEventFilter(this);
    fillBoxes();
    fitFonts();
    connectFilters();
    connectView();
}

BoardPage::~BoardPage() = default;

QString BoardPage::title() const
{
    return tr("Board");
}

void BoardPage::connectFilters()
{
    connect(m_ui->boardFilterEdit, &QLineEdit::textChanged, this, &BoardPage::applyFilter);
    for (QComboBox* box : {m_ui->boardWhoseBox, m_ui->boardStateBox, m_ui->boardRoleBox,
                           m_ui->boardClassBox, m_ui->boardGroupBox})
        connect(box, &QComboBox::currentIndexChanged, this, &BoardPage::applyFilter);
    connect(m_ui->boardAddButton, &QPushButton::clicked, this, &BoardPage::addItem);
    connect(m_signing, &QMenu::aboutToShow, this, &BoardPage::fillSigning);
}

void BoardPage::connectView()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_isResetting = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, &BoardPage::afterReset);
    connect(m_model, &BoardModel::ticked, this, &BoardPage::tick);
    connect(m_ui->boardView, &QTreeView::collapsed, this, [this](const QModelIndex& group) {
        if (!m_isResetting)
            m_shut.insert(group.data().toString());
    });
    connect(m_ui->boardView, &QTreeView::expanded, this,
            [this](const QModelIndex& group) { m_shut.remove(group.data().toString()); });
    connect(m_ui->boardView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (m_isResetting || !m_model->item(now).isValid())
                    return;
                m_row = now.row();
                m_item->showItem(m_model->item(now));
            });
    connect(m_ui->boardView, &QTreeView::activated, this, [this](const QModelIndex& row) {
        if (m_model->item(row).isValid())
            m_item->setFocus();
    });
    connect(m_item, &ItemPane::itemWanted, this, [this](const QString& item) { showItem({item}); });
    connect(&m_open, &OpenRelease::closed, this, [this] {
        m_model->clear();
        m_item->showItem({});
    });
}

// ---- The release ----

void BoardPage::show(const desk::ReleaseView& view)
{
    if (std::exchange(m_release, view.release->id) != view.release->id) {
        m_shut.clear();
        m_item->showItem({});
    }
    m_model->refresh();
    m_item->refresh();
    showCount();
    if (!m_item->item().isValid() && m_model->rowCount() > 0)
        m_ui->boardView->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
}

// Rows are others: what was open, selected and scrolled to stays as far as it is there.
void BoardPage::afterReset()
{
    QTreeView* view = m_ui->boardView;
    const int scrolled = view->verticalScrollBar()->value();
    for (int g = 0; g < m_model->rowCount(); ++g) {
        const QModelIndex group = m_model->index(g, 0);
        view->setExpanded(group, !m_shut.contains(group.data().toString()));
    }
    m_isResetting = false;
    showCount();
    QModelIndex row = m_model->indexOf(m_item->item());
    if (!row.isValid() && m_item->item().isValid() && m_model->rowCount() > 0) {
        const QModelIndex group = m_model->index(0, 0); // it went out of sight: the next one
        row = m_model->index(std::clamp(m_row, 0, m_model->rowCount(group) - 1), 0, group);
    }
    if (row.isValid())
        view->setCurrentIndex(row);
    view->verticalScrollBar()->setValue(scrolled);
    if (row.isValid())
        view->scrollTo(row);
}

void BoardPage::showCount()
{
    const bool isEmpty = m_model->shownItems() == 0;
    m_ui->boardStack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_ui->boardEmptyLabel)
                                               : m_ui->boardView);
    const bool isFiltered = m_model->filter() != BoardFilter();
    m_ui->boardEmptyLabel->setText(
        isFiltered ? tr("No item is like that. Esc in the filter shows all again.")
                   : tr("This release has no items yet. Add the first one."));
    const int all = m_open.isOpen() ? static_cast<int>(m_open.release().items.size()) : 0;
    m_ui->boardCountLabel->setText(
        isFiltered
            ? tr("%1 of %n item(s)", nullptr, all).arg(QLocale().toString(m_model->shownItems()))
            : tr("%n item(s)", nullptr, all));
}

void BoardPage::showItem(const release::ItemId& item)
{
    if (!m_model->indexOf(item).isValid())
        clearFilters();
    select(item);
}

void BoardPage::select(const release::ItemId& item)
{
    const QModelIndex row = m_model->indexOf(item);
    if (!row.isValid())
        return;
    m_ui->boardView->setExpanded(row.parent(), true);
    m_ui->boardView->setCurrentIndex(row);
    m_ui->boardView->scrollTo(row);
    m_ui->boardView->setFocus();
}

// ---- Filters ----

void BoardPage::fillBoxes()
{
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const int index = std::max(0, box->currentIndex());
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(index);
    };
    fill(m_ui->boardWhoseBox, {tr("All items"), tr("Mine"), tr("What blocks"), tr("Late")});
    fill(m_ui->boardGroupBox, {tr("By section"), tr("By role")});
    fillBox<release::State>(m_ui->boardStateBox, tr("Any state"), stateText);
    fillBox<release::Role>(m_ui->boardRoleBox, tr("Any role"), releaseRoleText);
    fillBox<release::ItemClass>(m_ui->boardClassBox, tr("Any class"), classText);
}

void BoardPage::applyFilter()
{
    m_model->setGrouping(static_cast<BoardModel::Grouping>(m_ui->boardGroupBox->currentIndex()));
    m_model->setFilter(
        {.text = m_ui->boardFilterEdit->text().trimmed(),
         .whose = static_cast<BoardFilter::Whose>(m_ui->boardWhoseBox->currentIndex()),
         .state = chosenIn<release::State>(m_ui->boardStateBox),
         .role = chosenIn<release::Role>(m_ui->boardRoleBox),
         .itemClass = chosenIn<release::ItemClass>(m_ui->boardClassBox)});
    showCount();
}

void BoardPage::clearFilters()
{
    {
        const QSignalBlocker edit(m_ui->boardFilterEdit); // once for all of them
        m_ui->boardFilterEdit->clear();
        for (QComboBox* box :
             {m_ui->boardWhoseBox, m_ui->boardStateBox, m_ui->boardRoleBox, m_ui->boardClassBox}) {
            const QSignalBlocker quiet(box);
            box->setCurrentIndex(0);
        }
    }
    applyFilter();
}

void BoardPage::focusFilter()
{
    m_ui->boardFilterEdit->setFocus();
    m_ui->boardFilterEdit->selectAll();
}

// From the filter into what it found by Down; Escape ends it.
bool BoardPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->boardView->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_ui->boardFilterEdit || event->type() != QEvent::KeyPress)
        return ReleasePage::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape)
        clearFilters();
    if (key != Qt::Key_Escape && key != Qt::Key_Down)
        return ReleasePage::eventFilter(watched, event);
    m_ui->boardView->setFocus();
    return true;
}

// ---- Deeds ----

// A tick says done, or verified where somebody else said done; taken away, the item is open again.
void BoardPage::tick(const QString& item, bool isOn)
{
    const release::ItemId id{item};
    const release::Item* shown = m_open.itemOf(id);
    if (!shown)
        return;
    const release::Step step = isOn ? release::Step::Finish : release::Step::Reopen;
    m_open.act(release::Change{.step = step, .item = id, .reason = {}, .until = {}});
}

void BoardPage::fillSigning()
{
    m_signing->clear();
    if (!m_open.isOpen())
        return;
    for (const release::SignOffRule& rule : m_open.release().signOffs) {
        if (!rule.applies)
            continue;
        QAction* action = m_signing->addAction(rule.title.isEmpty() ? rule.id : rule.title);
        connect(action, &QAction::triggered, this, [this, rule] { sign(rule); });
    }
    if (m_signing->isEmpty())
        m_signing->addAction(tr("This release asks for no sign-off"))->setEnabled(false);
}

void BoardPage::sign(const release::SignOffRule& rule)
{
    auto* dialog = new SignDialog(m_open, rule, this);
    dialog->open();
}

void BoardPage::addItem()
{
    const release::Item* shown = m_open.itemOf(m_item->item());
    auto* dialog =
        new ItemDialog(m_open, plannedIn(m_open), shown ? shown->plan.section : QString(), this);
    connect(dialog, &ItemDialog::saved, this, [this](const QString& item) { showItem({item}); });
    dialog->open();
}

// ---- The widget ----

void BoardPage::fitFonts()
{
    const int width = fontMetrics().averageCharWidth();
    QHeaderView* header = m_ui->boardView->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(width * 8);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(BoardModel::TitleColumn, QHeaderView::Stretch);
    for (const BoardColumn& each : kBoardColumns)
        header->resizeSection(each.column, width * each.characters);
    m_ui->boardColumn->setMinimumWidth(width * 50);
    fitColumns();
}

// The title has room first; the rest is in the pane and in the filters too.
void BoardPage::fitColumns()
{
    const int width = fontMetrics().averageCharWidth();
    int room = m_ui->boardView->viewport()->width();
    bool hasRoom = true;
    for (const BoardColumn& each : kBoardColumns) {
        room -= width * each.characters;
        hasRoom = hasRoom && (each.title == 0 || room >= width * each.title);
        m_ui->boardView->setColumnHidden(each.column, !hasRoom);
    }
}

void BoardPage::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("releases/splitter"), m_ui->boardSplitter->saveState());
    settings.setValue(QStringLiteral("releases/grouping"), m_ui->boardGroupBox->currentIndex());
}

void BoardPage::restore(QSettings& settings)
{
    m_ui->boardSplitter->restoreState(
        settings.value(QStringLiteral("releases/splitter")).toByteArray());
    m_ui->boardGroupBox->setCurrentIndex(
        settings.value(QStringLiteral("releases/grouping")).toInt());
}

void BoardPage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fillBoxes();
    m_model->retranslate();
    showCount();
}

} // namespace panels
