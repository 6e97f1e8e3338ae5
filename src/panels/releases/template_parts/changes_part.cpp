// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/changes_part.h"

#include "panels/releases/words/field_words.h"
#include "panels/releases/words/form_parts.h"
#include "release/compare/difference.h"
#include "ui_changes_part.h"

#include <algorithm>
#include <utility>

namespace panels {

namespace {

constexpr int kAsKept = -1; ///< instead of a place among the older versions

/// Tells of each that is there in one of both only, or is another one; they are the same by their id.
template <class T, class Tell>
void tellDifferences(const std::vector<T>& before, const std::vector<T>& after, Tell tell)
{
    const auto withId = [](const std::vector<T>& all, const QString& id) {
        const auto found = std::ranges::find(all, id, &T::id);
        return found == all.end() ? nullptr : &*found;
    };
    for (const T& each : before) {
        if (!withId(after, each.id))
            tell(&each, static_cast<const T*>(nullptr));
    }
    for (const T& each : after) {
        const T* was = withId(before, each.id);
        if (!was || !(*was == each))
            tell(was, &each);
    }
}

} // namespace

ChangesPart::ChangesPart(TemplateWork& work, QWidget* parent)
    : TemplatePart(work, parent), m_ui(std::make_unique<Ui::ChangesPart>())
{
    m_ui->setupUi(this);
    connect(m_ui->templateSince, &QComboBox::currentIndexChanged, this, &ChangesPart::showChanges);
    showPlan();
}

ChangesPart::~ChangesPart() = default;

QString ChangesPart::title() const
{
    return tr("Changed since");
}

void ChangesPart::mark(const QString& /*id*/)
{
}

void ChangesPart::setOlder(std::vector<release::Template> older)
{
    m_older = std::move(older);
    showPlan();
}

void ChangesPart::showPlan()
{
    fillBox();
    showChanges();
}

void ChangesPart::fillBox()
{
    const QSignalBlocker quiet(m_ui->templateSince);
    const QVariant chosen = m_ui->templateSince->currentData();
    m_ui->templateSince->clear();
    const bool isEdited = work().isEdited() && !work().before().id.isEmpty();
    if (isEdited)
        m_ui->templateSince->addItem(tr("Version %1, as it was saved").arg(work().before().version),
                                     kAsKept);
    for (std::size_t i = 0; i < m_older.size(); ++i)
        m_ui->templateSince->addItem(tr("Version %1").arg(m_older[i].version), static_cast<int>(i));
    const bool isFirst = isEdited && !std::exchange(m_wasEdited, isEdited);
    m_wasEdited = isEdited;
    const int again = isFirst ? 0 : m_ui->templateSince->findData(chosen);
    m_ui->templateSince->setCurrentIndex(
        std::max(again, std::min(0, m_ui->templateSince->count() - 1)));
    const bool hasAny = m_ui->templateSince->count() > 0;
    m_ui->templateSince->setVisible(hasAny);
    m_ui->templateSinceLabel->setVisible(hasAny);
}

void ChangesPart::showChanges()
{
    m_ui->templateChanges->clear();
    m_ui->templateChanges->setHeaderLabels({tr("What"), tr("Change")});
    const bool hasAny = m_ui->templateSince->count() > 0;
    if (hasAny) {
        const int place = m_ui->templateSince->currentData().toInt();
        const release::Template& before =
            place == kAsKept ? work().before() : m_older[static_cast<std::size_t>(place)];
        addItemChanges(before);
        addOtherChanges(before);
        fitTree(*m_ui->templateChanges, 1);
    }
    const bool isSame = m_ui->templateChanges->topLevelItemCount() == 0;
    m_ui->templateChanges->setVisible(!isSame);
    m_ui->templateChangesNone->setVisible(isSame);
    m_ui->templateChangesNone->setText(
        hasAny ? tr("Nothing is different.")
               : tr("It is the first version. What changes from one to the next is told here."));
}

void ChangesPart::addRow(const QString& what, const QString& change)
{
    auto* row = new QTreeWidgetItem(m_ui->templateChanges, {what, change});
    row->setToolTip(0, what);
    row->setToolTip(1, change);
}

void ChangesPart::addItemChanges(const release::Template& before)
{
    using Kind = release::ItemDifference::Kind;
    for (const auto& each : release::differences(before, work().plan())) {
        QStringList changes;
        for (const release::FieldChange& change : each.changes)
            changes += changeText(change);
        addRow(each.title, each.kind == Kind::Added     ? tr("added")
                           : each.kind == Kind::Removed ? tr("left out")
                                                        : changes.join(QStringLiteral("; ")));
    }
}

void ChangesPart::addOtherChanges(const release::Template& before)
{
    const release::Template& now = work().plan();
    if (before.title != now.title)
        addRow(tr("Title"), before.title + QStringLiteral(" → ") + now.title);
    if (before.description != now.description)
        addRow(tr("Description"), tr("changed"));
    const auto tellOf = [this](const QString& what) {
        return [this, what](const auto* was, const auto* is) {
            addRow(what.arg((is ? is : was)->title),
                   !was                      ? tr("added")
                   : !is                     ? tr("left out")
                   : was->title != is->title ? was->title + QStringLiteral(" → ") + is->title
                                             : tr("changed"));
        };
    };
    tellDifferences(before.sections, now.sections, tellOf(tr("Section: %1")));
    tellDifferences(before.signOffs, now.signOffs, tellOf(tr("Sign-off: %1")));
    if (before.canary.stages != now.canary.stages)
        addRow(tr("Canary: stages"), tr("changed"));
    tellDifferences(before.canary.watches, now.canary.watches, tellOf(tr("Canary: %1")));
    tellDifferences(before.rollback.triggers, now.rollback.triggers, tellOf(tr("Rollback: %1")));
    if (before.rollback.steps != now.rollback.steps)
        addRow(tr("Rollback: steps"), tr("changed"));
}

void ChangesPart::changeEvent(QEvent* event)
{
    TemplatePart::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
