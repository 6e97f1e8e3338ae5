// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/templates/templates_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/import/choice_delegate.h"
#include "panels/releases/import/draft_model.h"
#include "panels/releases/templates/template_draft.h"
#include "panels/releases/words/field_words.h"
#include "panels/releases/words/form_parts.h"
#include "release/compare/difference.h"
#include "release/import/unique_ids.h"
#include "ui_templates_page.h"

#include <QHeaderView>

#include <algorithm>

namespace panels {

namespace {

constexpr int kPlaceRole = Qt::UserRole; ///< index into the list of templates
constexpr double kMostHours = 10'000;

QString keyOfVersion(const release::Template& plan)
{
    return QStringLiteral("%1/%2").arg(plan.id).arg(plan.version);
}

double hoursOf(const std::optional<release::minutes>& time)
{
    return time ? static_cast<double>(time->count()) / 60 : 0;
}

std::optional<release::minutes> minutesOf(double hours)
{
    if (hours <= 0)
        return std::nullopt;
    return release::minutes(qRound64(hours * 60));
}

} // namespace

TemplatesPage::TemplatesPage(OpenRelease& open, QWidget* parent)
    : TitledPage(parent), m_ui(std::make_unique<Ui::TemplatesPage>()), m_open(open),
      m_caller(open.home()), m_model(new DraftModel(this))
{
    m_ui->setupUi(this);
    m_ui->templateTable->setModel(m_model);
    m_ui->templateTable->setItemDelegate(new ChoiceDelegate(*m_model, this));
    m_ui->templateTable->setEditTriggers(QAbstractItemView::DoubleClicked |
                                         QAbstractItemView::EditKeyPressed);
    m_ui->templateTable->verticalHeader()->hide();
    m_ui->templateTable->hideColumn(DraftModel::StateColumn);
    m_ui->templateTable->hideColumn(DraftModel::LineColumn);
    for (QDoubleSpinBox* box : {m_ui->templateEstimate, m_ui->templateDue})
        box->setMaximum(kMostHours);
    m_ui->templatesSplitter->setSizes({300, 800});
    connectParts();
    fit();
    showSelected();
}

TemplatesPage::~TemplatesPage() = default;

QString TemplatesPage::title() const
{
    return tr("Templates");
}

void TemplatesPage::connectParts()
{
    connect(m_ui->templatesTree, &QTreeWidget::itemSelectionChanged, this,
            &TemplatesPage::showSelected);
    connect(m_ui->templateTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TemplatesPage::showItem);
    connect(m_ui->templateAcceptance, &QLineEdit::textEdited, this, &TemplatesPage::takeItem);
    for (QDoubleSpinBox* box : {m_ui->templateEstimate, m_ui->templateDue})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TemplatesPage::takeItem);
    connect(m_ui->templateAddItem, &QPushButton::clicked, this, &TemplatesPage::addOne);
    connect(m_ui->templateSave, &QPushButton::clicked, this, [this] { save(As::Version); });
    connect(m_ui->templateCopy, &QPushButton::clicked, this, [this] { save(As::Copy); });
}

// ---- Which ----

void TemplatesPage::read(const QString& marked)
{
    using List = std::vector<desk::ShelvedTemplate>;
    m_open.desk().releaseTemplates(m_caller, currentLanguage(),
                                   [this, marked](base::Result<List> templates) {
                                       if (!templates)
                                           return;
                                       m_templates = *std::move(templates);
                                       showTree(marked);
                                   });
}

void TemplatesPage::showTree(const QString& marked)
{
    {
        const QSignalBlocker quiet(m_ui->templatesTree);
        m_ui->templatesTree->setHeaderLabels({tr("Template"), tr("Version")});
        m_ui->templatesTree->clear();
        for (std::size_t i = 0; i < m_templates.size(); ++i) {
            const desk::ShelvedTemplate& each = m_templates[i];
            auto* row = new QTreeWidgetItem(m_ui->templatesTree);
            row->setText(0, each.plan.title);
            row->setToolTip(0, each.plan.title);
            row->setText(1, QString::number(each.plan.version));
            row->setData(0, kPlaceRole, static_cast<int>(i));
            if (i > 0 && m_templates[i - 1].plan.id == each.plan.id) // the newest stands first
                row->setForeground(0, colours().quiet);
            if (keyOfVersion(each.plan) == marked)
                m_ui->templatesTree->setCurrentItem(row);
        }
        fitTree(*m_ui->templatesTree);
    }
    showSelected();
}

const desk::ShelvedTemplate* TemplatesPage::selected() const
{
    const QTreeWidgetItem* row = m_ui->templatesTree->currentItem();
    return row ? &m_templates[static_cast<std::size_t>(row->data(0, kPlaceRole).toInt())] : nullptr;
}

void TemplatesPage::showSelected()
{
    const desk::ShelvedTemplate* shown = selected();
    m_ui->templatesEmpty->setText(
        tr("Choose a template to read and change it. What is saved is a new version: releases keep "
           "the one that they were made of."));
    m_ui->templatesStack->setCurrentWidget(shown ? static_cast<QWidget*>(m_ui->templatePart)
                                                 : m_ui->templatesEmpty);
    m_ui->templateMessage->hide();
    if (!shown)
        return;
    m_ui->templateTitle->setText(shown->plan.title);
    m_ui->templateDescription->setText(shown->plan.description);
    m_ui->templateDescription->setCursorPosition(0);
    m_ui->templateFacts->setText(
        tr("%n item(s)", nullptr, static_cast<int>(shown->plan.items.size())) +
        QStringLiteral(" · ") +
        (shown->isShipped ? tr("came with the program")
                          : tr("saved on %1 by %2").arg(whenText(shown->savedAt), shown->byName)));
    m_model->setDraft(draftOfTemplate(shown->plan));
    showChanges(*shown);
    showItem();
}

void TemplatesPage::showChanges(const desk::ShelvedTemplate& shown)
{
    using Kind = release::ItemDifference::Kind;
    const auto before = std::ranges::find_if(m_templates, [&](const desk::ShelvedTemplate& each) {
        return each.plan.id == shown.plan.id && each.plan.version < shown.plan.version;
    });
    const bool hasBefore = before != m_templates.end();
    m_ui->templateChanges->setVisible(hasBefore);
    m_ui->templateChangesLabel->setVisible(hasBefore);
    m_ui->templateChanges->clear();
    if (!hasBefore)
        return;
    m_ui->templateChangesLabel->setText(tr("Changed since version %1").arg(before->plan.version));
    m_ui->templateChanges->setHeaderLabels({tr("Item"), tr("Change")});
    for (const auto& each : release::differences(before->plan, shown.plan)) {
        QStringList changes;
        for (const release::FieldChange& change : each.changes)
            changes += changeText(change);
        auto* row = new QTreeWidgetItem(m_ui->templateChanges);
        row->setText(0, each.title);
        row->setText(1, each.kind == Kind::Added     ? tr("added")
                        : each.kind == Kind::Removed ? tr("left out")
                                                     : changes.join(QStringLiteral("; ")));
        row->setToolTip(1, row->text(1));
    }
    fitTree(*m_ui->templateChanges, 1);
}

// ---- Its items ----

void TemplatesPage::showItem()
{
    const int row = m_ui->templateTable->currentIndex().row();
    const bool isItem = row >= 0 && row < m_model->rowCount();
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->templateAcceptance, m_ui->templateEstimate, m_ui->templateDue})
        widget->setEnabled(isItem);
    m_isShowing = true;
    const release::DraftItem item =
        isItem ? m_model->draft().items[static_cast<std::size_t>(row)] : release::DraftItem();
    m_ui->templateAcceptance->setText(item.acceptance);
    m_ui->templateEstimate->setValue(hoursOf(item.estimate));
    m_ui->templateDue->setValue(hoursOf(item.dueWithin));
    m_isShowing = false;
}

void TemplatesPage::takeItem()
{
    const int row = m_ui->templateTable->currentIndex().row();
    if (m_isShowing || row < 0 || row >= m_model->rowCount())
        return;
    m_model->setDetails(row, {.acceptance = m_ui->templateAcceptance->text(),
                              .estimate = minutesOf(m_ui->templateEstimate->value()),
                              .dueWithin = minutesOf(m_ui->templateDue->value())});
}

void TemplatesPage::addOne()
{
    release::Draft draft = m_model->draft();
    if (draft.sections.empty())
        return;
    const int row = m_ui->templateTable->currentIndex().row();
    const std::size_t section =
        row >= 0 ? draft.items[static_cast<std::size_t>(row)].section : draft.sections.size() - 1;
    const int added = addItem(draft, section, tr("New item"));
    m_model->setDraft(std::move(draft));
    const QModelIndex index = m_model->index(added, DraftModel::TitleColumn);
    m_ui->templateTable->setCurrentIndex(index);
    m_ui->templateTable->edit(index);
}

// ---- Saving ----

void TemplatesPage::save(As as)
{
    const desk::ShelvedTemplate* shown = selected();
    if (!shown)
        return;
    release::Draft draft = m_model->draft();
    draft.title = m_ui->templateTitle->text().trimmed();
    release::Template plan = templateOfDraft(shown->plan, draft);
    plan.description = m_ui->templateDescription->text().trimmed();
    if (as == As::Copy) {
        release::UniqueIds ids;
        for (const desk::ShelvedTemplate& each : m_templates)
            ids.take(each.plan.id);
        plan.id = ids.fresh(plan.title, QStringLiteral("template"));
    }
    using Saved = std::vector<desk::ShelvedTemplate>;
    m_open.desk().saveReleaseTemplates(
        m_caller, m_open.badge(), {plan}, [this](const base::Result<Saved>& saved) {
            if (saved) {
                read(keyOfVersion(saved->front().plan));
                return;
            }
            m_ui->templateMessage->setText(
                saved.error().code == base::Code::Invalid
                    ? tr("A template needs a title, and items that fit together.")
                    : OpenRelease::errorWords(saved.error()));
            QPalette tinted = palette();
            tinted.setColor(QPalette::WindowText, colours().bad);
            m_ui->templateMessage->setPalette(tinted);
            m_ui->templateMessage->show();
        });
}

// ---- Looks ----

void TemplatesPage::fit()
{
    QHeaderView* header = m_ui->templateTable->horizontalHeader();
    header->setStretchLastSection(false);
    for (int column = 0; column < DraftModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, column == DraftModel::TitleColumn
                                                 ? QHeaderView::Stretch
                                                 : QHeaderView::ResizeToContents);
    m_ui->templateTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_ui->templateChanges->setMaximumHeight(fontMetrics().height() * 8);
}

void TemplatesPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    if (m_templates.empty())
        read({});
}

void TemplatesPage::changeEvent(QEvent* event)
{
    TitledPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_model->retranslate();
    const desk::ShelvedTemplate* shown = selected();
    read(shown ? keyOfVersion(shown->plan) : QString());
}

} // namespace panels
