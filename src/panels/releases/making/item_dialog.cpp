// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/item_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"
#include "ui_item_dialog.h"

#include <QPointer>

#include <algorithm>

namespace panels {

namespace {

constexpr qsizetype kLongestId = 40;

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
    return value ? static_cast<int>(*value) : -1;
}

release::ItemPlan emptyPlan(const OpenRelease& open, const QString& section)
{
    release::ItemPlan plan;
    plan.section = section;
    if (section.isEmpty() && !open.release().sections.empty())
        plan.section = open.release().sections.front().id;
    return plan;
}

} // namespace

ItemDialog::ItemDialog(OpenRelease& open, const QString& section, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ItemDialog>()), m_open(open), m_isNew(true),
      m_before(emptyPlan(open, section))
{
    make();
}

ItemDialog::ItemDialog(OpenRelease& open, const release::Item& item, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ItemDialog>()), m_open(open), m_isNew(false),
      m_before(item.plan)
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
    fillBoxes();
    fillAfter();
    m_ui->planTitleEdit->setText(m_before.title);
    m_ui->planTitleEdit->setCursorPosition(0);
    m_ui->planAcceptanceEdit->setPlainText(m_before.acceptance);
    m_ui->planEstimate->setValue(m_before.estimate ? static_cast<int>(m_before.estimate->count())
                                                   : 0);
    m_ui->planAcceptanceEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_ui->planAfterList->setFixedHeight(fontMetrics().lineSpacing() * 7);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    connect(m_ui->planCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->planSaveButton, &QPushButton::clicked, this, &ItemDialog::save);
    connect(m_ui->planRemoveButton, &QPushButton::clicked, this, &ItemDialog::remove);
    m_ui->planTitleEdit->setFocus();
}

void ItemDialog::fillBoxes()
{
    for (const release::Section& section : m_open.release().sections)
        m_ui->planSectionBox->addItem(section.title, section.id);
    m_ui->planSectionBox->setCurrentIndex(
        std::max(0, m_ui->planSectionBox->findData(m_before.section)));
    fillWith<release::ItemClass>(m_ui->planClassBox, classText);
    m_ui->planClassBox->setCurrentIndex(static_cast<int>(m_before.itemClass));
    fillWith<release::Priority>(m_ui->planPriorityBox, priorityText);
    m_ui->planPriorityBox->setCurrentIndex(static_cast<int>(m_before.priority));
    m_ui->planRoleBox->addItem(tr("Anybody"), -1);
    fillWith<release::Role>(m_ui->planRoleBox, releaseRoleText);
    m_ui->planRoleBox->setCurrentIndex(m_ui->planRoleBox->findData(dataOf(m_before.role)));
    m_ui->planEvidenceBox->addItem(tr("Nothing in particular"), -1);
    fillWith<release::EvidenceKind>(m_ui->planEvidenceBox, evidenceKindText);
    m_ui->planEvidenceBox->setCurrentIndex(
        m_ui->planEvidenceBox->findData(dataOf(m_before.evidence)));
}

void ItemDialog::fillAfter()
{
    for (const release::Item& item : m_open.release().items) {
        if (item.plan.id == m_before.id)
            continue;
        auto* row = new QListWidgetItem(item.plan.title, m_ui->planAfterList);
        row->setData(Qt::UserRole, item.plan.id.value);
        const bool isOn = std::ranges::find(m_before.after, item.plan.id) != m_before.after.end();
        row->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        if (isOn)
            m_ui->planAfterList->scrollToItem(row);
    }
}

release::ItemPlan ItemDialog::plan() const
{
    release::ItemPlan plan = m_before;
    plan.title = m_ui->planTitleEdit->text().trimmed();
    plan.acceptance = m_ui->planAcceptanceEdit->toPlainText().trimmed();
    plan.section = m_ui->planSectionBox->currentData().toString();
    if (plan.section != m_before.section)
        plan.parent = {};
    plan.itemClass = static_cast<release::ItemClass>(m_ui->planClassBox->currentIndex());
    plan.priority = static_cast<release::Priority>(m_ui->planPriorityBox->currentIndex());
    plan.role = chosenOf<release::Role>(m_ui->planRoleBox);
    plan.evidence = chosenOf<release::EvidenceKind>(m_ui->planEvidenceBox);
    const int minutes = m_ui->planEstimate->value();
    plan.estimate = minutes > 0 ? std::optional(release::minutes(minutes)) : std::nullopt;
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

// "Log token kept safe" -> "log-token-kept-safe", with a number where that is taken.
release::ItemId ItemDialog::freshId(const QString& title) const
{
    QString base;
    for (const QChar c : title.normalized(QString::NormalizationForm_D).toLower()) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            base += c;
        else if (c.isSpace() && !base.isEmpty() && !base.endsWith(u'-'))
            base += u'-';
    }
    base = base.left(kLongestId);
    while (base.endsWith(u'-'))
        base.chop(1);
    if (base.isEmpty())
        base = QStringLiteral("item");
    QString id = base;
    for (int number = 2; m_open.itemOf({id}); ++number)
        id = base + u'-' + QString::number(number);
    return {id};
}

void ItemDialog::save()
{
    const release::ItemPlan wanted = plan();
    if (wanted.title.isEmpty()) {
        m_ui->planError->setText(tr("Say what is to be done."));
        m_ui->planError->show();
        m_ui->planTitleEdit->setFocus();
        return;
    }
    tell(release::PlanItem{.plan = wanted}, wanted.id.value);
}

void ItemDialog::remove()
{
    tell(release::RemoveItem{.item = m_before.id}, {});
}

void ItemDialog::tell(release::Deed deed, const QString& item)
{
    m_open.act(std::move(deed), [dialog = QPointer(this), item](const QString& whyNot) {
        if (!dialog)
            return;
        if (!whyNot.isEmpty()) {
            dialog->m_ui->planError->setText(whyNot);
            dialog->m_ui->planError->show();
            return;
        }
        if (!item.isEmpty())
            Q_EMIT dialog->saved(item);
        dialog->accept();
    });
}

} // namespace panels
