// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/item_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/checks/check_list.h"
#include "panels/releases/words/refusal_words.h"
#include "panels/releases/words/release_words.h"
#include "release/editing/template_edit.h"
#include "release/import/unique_ids.h"
#include "ui_item_dialog.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

constexpr int kHour = 60, kDay = 24 * 60; ///< minutes
constexpr int kNothing = -1;              ///< chosen where no value is
constexpr int kWorkPage = 0, kWaitPage = 2;

template <class E, class Text>
void fillWith(QComboBox* box, Text text)
{
    for (std::size_t i = 0; i < release::Names<E>::kAll.size(); ++i)
        box->addItem(text(static_cast<E>(i)), static_cast<int>(i));
}

template <class E>
std::optional<E> chosenOf(const QComboBox* box)
{
    const int value = box->currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(static_cast<E>(value));
}

template <class E>
int dataOf(const std::optional<E>& value)
{
    return value ? static_cast<int>(*value) : kNothing;
}

release::ItemPlan emptyPlan(const Planned& planned, const QString& section)
{
    release::ItemPlan plan;
    plan.section = section;
    const auto& sections = planned.plan().sections;
    if (section.isEmpty() && !sections.empty())
        plan.section = sections.front().id;
    return plan;
}

/// It, and all that is part of it.
QSet<release::ItemId> withParts(const release::Template& plan, const release::ItemId& id)
{
    QSet<release::ItemId> parts{id};
    for (qsizetype before = 0; before != parts.size();) {
        before = parts.size();
        for (const release::ItemPlan& each : plan.items) {
            if (parts.contains(each.parent))
                parts.insert(each.id);
        }
    }
    return parts;
}

QStringList tagsIn(const QString& text)
{
    QStringList tags;
    for (const QString& each : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString tag = each.trimmed(); !tag.isEmpty() && !tags.contains(tag))
            tags += tag;
    }
    return tags;
}

} // namespace

ItemDialog::ItemDialog(OpenRelease& open, Planned planned, const QString& section, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ItemDialog>()), m_open(open),
      m_planned(std::move(planned)), m_isNew(true), m_before(emptyPlan(m_planned, section))
{
    make();
}

ItemDialog::ItemDialog(OpenRelease& open, Planned planned, const release::ItemPlan& item,
                       QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ItemDialog>()), m_open(open),
      m_planned(std::move(planned)), m_isNew(false), m_before(item)
{
    make();
}

ItemDialog::~ItemDialog() = default;

void ItemDialog::make()
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("Add an item") : tr("Change what it asks for"));
    m_ui->planError->hide();
    m_ui->planRemoveButton->setVisible(!m_isNew);
    QPalette palette = m_ui->planError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->planError->setPalette(palette);
    m_ui->planTabs->addTab(tr("The work"));
    m_ui->planTabs->addTab(tr("What shows it"));
    m_ui->planTabs->addTab(tr("What it waits for"));
    connect(m_ui->planTabs, &QTabBar::currentChanged, m_ui->planPages,
            &QStackedWidget::setCurrentIndex);
    m_ui->planAbout->setVisible(!m_planned.isTemplate);
    fillBoxes();
    fillTimes();
    fillAfter();
    fillShown();
    m_ui->planTitleEdit->setText(m_before.title);
    m_ui->planTitleEdit->setCursorPosition(0);
    m_ui->planAcceptanceEdit->setPlainText(m_before.acceptance);
    m_ui->planTagsEdit->setText(m_before.tags.join(QStringLiteral(", ")));
    m_ui->planAcceptanceEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_ui->planAfterList->setMinimumHeight(fontMetrics().lineSpacing() * 10);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    connect(m_ui->planCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->planSaveButton, &QPushButton::clicked, this, &ItemDialog::save);
    connect(m_ui->planRemoveButton, &QPushButton::clicked, this, &ItemDialog::remove);
    m_ui->planTitleEdit->setFocus();
}

void ItemDialog::fillBoxes()
{
    for (const release::Section& section : m_planned.plan().sections)
        m_ui->planSectionBox->addItem(section.title, section.id);
    m_ui->planSectionBox->setCurrentIndex(
        std::max(0, m_ui->planSectionBox->findData(m_before.section)));
    connect(m_ui->planSectionBox, &QComboBox::currentIndexChanged, this, &ItemDialog::fillParents);
    fillParents();
    fillWith<release::ItemClass>(m_ui->planClassBox, classText);
    m_ui->planClassBox->setCurrentIndex(static_cast<int>(m_before.itemClass));
    fillWith<release::Priority>(m_ui->planPriorityBox, priorityText);
    m_ui->planPriorityBox->setCurrentIndex(static_cast<int>(m_before.priority));
    m_ui->planRoleBox->addItem(tr("Anybody"), kNothing);
    fillWith<release::Role>(m_ui->planRoleBox, releaseRoleText);
    m_ui->planRoleBox->setCurrentIndex(m_ui->planRoleBox->findData(dataOf(m_before.role)));
}

// Those of its section that are not part of it themselves.
void ItemDialog::fillParents()
{
    const release::Template plan = m_planned.plan();
    const QString section = m_ui->planSectionBox->currentData().toString();
    const auto parts = m_isNew ? QSet<release::ItemId>() : withParts(plan, m_before.id);
    m_ui->planParentBox->clear();
    m_ui->planParentBox->addItem(tr("Nothing: it stands by itself"), QString());
    for (const release::ItemPlan& each : plan.items) {
        if (each.section == section && !parts.contains(each.id))
            m_ui->planParentBox->addItem(each.title, each.id.value);
    }
    m_ui->planParentBox->setCurrentIndex(
        std::max(0, m_ui->planParentBox->findData(m_before.parent.value)));
}

// When it is due is a release's own matter once there is one.
void ItemDialog::fillTimes()
{
    const auto longest = static_cast<int>(release::kLongestTime.count());
    m_ui->planEstimate->setMaximum(longest);
    m_ui->planEstimate->setValue(m_before.estimate ? static_cast<int>(m_before.estimate->count())
                                                   : 0);
    m_ui->planDue->setMaximum(longest / kHour);
    m_ui->planDue->setValue(
        m_before.dueWithin ? static_cast<double>(m_before.dueWithin->count()) / kHour : 0);
    m_ui->planForm->setRowVisible(m_ui->planDue, m_planned.isTemplate);
}

void ItemDialog::fillAfter()
{
    for (const release::ItemPlan& item : m_planned.plan().items) {
        if (item.id == m_before.id)
            continue;
        auto* row = new QListWidgetItem(item.title, m_ui->planAfterList);
        row->setData(Qt::UserRole, item.id.value);
        const bool isOn = std::ranges::find(m_before.after, item.id) != m_before.after.end();
        row->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        if (isOn)
            m_ui->planAfterList->scrollToItem(row);
    }
}

// The first check that somebody adds is one that it must show.
void ItemDialog::fillShown()
{
    m_ui->planAfterGoBox->setChecked(m_before.isAfterGo);
    m_ui->planEvidenceBox->addItem(tr("Nothing in particular"), kNothing);
    fillWith<release::EvidenceKind>(m_ui->planEvidenceBox, evidenceKindText);
    m_ui->planEvidenceBox->setCurrentIndex(
        m_ui->planEvidenceBox->findData(dataOf(m_before.evidence)));
    m_ui->planValidityUnit->addItem(tr("hours"), kHour);
    m_ui->planValidityUnit->addItem(tr("days"), kDay);
    showValidity();
    m_checks = new CheckList(m_open, m_before.checks, this);
    delete m_ui->planShownLayout->replaceWidget(m_ui->planChecksPlace, m_checks);
    delete m_ui->planChecksPlace;
    connect(m_checks, &CheckList::added, this, [this] {
        if (m_ui->planEvidenceBox->currentData().toInt() == kNothing)
            m_ui->planEvidenceBox->setCurrentIndex(
                m_ui->planEvidenceBox->findData(static_cast<int>(release::EvidenceKind::Check)));
    });
}

void ItemDialog::showValidity()
{
    const auto minutes = m_before.evidenceValidity.count();
    const int unit = minutes > 0 && minutes % kDay == 0 ? kDay : kHour;
    m_ui->planValidityUnit->setCurrentIndex(m_ui->planValidityUnit->findData(unit));
    m_ui->planValidity->setMaximum(static_cast<double>(release::kLongestTime.count()) / kHour);
    m_ui->planValidity->setValue(static_cast<double>(minutes) / unit);
}

release::minutes ItemDialog::validity() const
{
    const int unit = m_ui->planValidityUnit->currentData().toInt();
    return release::minutes(qRound64(m_ui->planValidity->value() * unit));
}

release::ItemPlan ItemDialog::plan() const
{
    release::ItemPlan plan = m_before;
    plan.title = m_ui->planTitleEdit->text().trimmed();
    plan.acceptance = m_ui->planAcceptanceEdit->toPlainText().trimmed();
    plan.section = m_ui->planSectionBox->currentData().toString();
    plan.parent = {m_ui->planParentBox->currentData().toString()};
    plan.itemClass = static_cast<release::ItemClass>(m_ui->planClassBox->currentIndex());
    plan.priority = static_cast<release::Priority>(m_ui->planPriorityBox->currentIndex());
    plan.role = chosenOf<release::Role>(m_ui->planRoleBox);
    plan.evidence = chosenOf<release::EvidenceKind>(m_ui->planEvidenceBox);
    plan.evidenceValidity = validity();
    plan.checks = m_checks->checks();
    plan.isAfterGo = m_ui->planAfterGoBox->isChecked();
    const int minutes = m_ui->planEstimate->value();
    plan.estimate = minutes > 0 ? std::optional(release::minutes(minutes)) : std::nullopt;
    const auto due = release::minutes(qRound64(m_ui->planDue->value() * kHour));
    plan.dueWithin = due.count() > 0 ? std::optional(due) : std::nullopt;
    plan.tags = tagsIn(m_ui->planTagsEdit->text());
    plan.after.clear();
    for (int i = 0; i < m_ui->planAfterList->count(); ++i) {
        const QListWidgetItem* row = m_ui->planAfterList->item(i);
        if (row->checkState() == Qt::Checked)
            plan.after.push_back({row->data(Qt::UserRole).toString()});
    }
    if (m_isNew)
        plan.id = freshId(plan.title);
    return plan;
}

release::ItemId ItemDialog::freshId(const QString& title) const
{
    release::UniqueIds ids;
    for (const release::ItemPlan& item : m_planned.plan().items)
        ids.take(item.id.value);
    return {ids.fresh(title, QStringLiteral("item"))};
}

QString ItemDialog::faultWith(const release::ItemPlan& plan) const
{
    release::Template after = m_planned.plan();
    const auto known = std::ranges::find(after.items, plan.id, &release::ItemPlan::id);
    if (m_planned.isTemplate || known == after.items.end())
        release::putItem(after, plan); // what is part of it goes with it
    else
        *known = plan;
    const auto outline = release::Outline::of(after);
    return outline ? QString() : planFaultText(outline.error(), after);
}

void ItemDialog::refuse(const QString& why, int page, QWidget* at)
{
    m_ui->planError->setText(why);
    m_ui->planError->show();
    m_ui->planTabs->setCurrentIndex(page);
    at->setFocus();
}

void ItemDialog::save()
{
    const release::ItemPlan wanted = plan();
    if (wanted.title.isEmpty())
        refuse(tr("Say what is to be done."), kWorkPage, m_ui->planTitleEdit);
    else if (const QString fault = faultWith(wanted); !fault.isEmpty())
        refuse(fault, kWaitPage, m_ui->planAfterList);
    else
        tell(release::PlanItem{.plan = wanted}, wanted.id.value);
}

void ItemDialog::remove()
{
    tell(release::RemoveItem{.item = m_before.id}, {});
}

void ItemDialog::tell(release::Deed deed, const QString& item)
{
    m_planned.act(std::move(deed), [dialog = QPointer(this), item](const QString& whyNot) {
        if (!dialog)
            return;
        if (!whyNot.isEmpty()) {
            dialog->refuse(whyNot, kWorkPage, dialog->m_ui->planTitleEdit);
            return;
        }
        if (!item.isEmpty())
            Q_EMIT dialog->saved(item);
        dialog->accept();
    });
}

} // namespace panels
