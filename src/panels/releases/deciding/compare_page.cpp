// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/compare_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/field_words.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "ui_compare_page.h"

#include <QHeaderView>
#include <QSet>

#include <algorithm>

namespace panels {

namespace {

constexpr qsizetype kNamedItems = 12; ///< titles in a cell

QString titlesOf(const std::vector<release::ItemId>& ids, const release::Release& release)
{
    QStringList titles;
    for (const release::ItemId& id : ids) {
        const auto found = std::ranges::find_if(
            release.items, [&](const release::Item& item) { return item.plan.id == id; });
        titles += found == release.items.end() ? id.value : found->plan.title;
        if (titles.size() == kNamedItems && ids.size() > std::size_t{kNamedItems}) {
            titles += QStringLiteral("…");
            break;
        }
    }
    return titles.join(u'\n');
}

bool sharesItems(const release::Release& release, const release::Template& plan)
{
    QSet<release::ItemId> ids;
    for (const release::ItemPlan& item : plan.items)
        ids.insert(item.id);
    return std::ranges::any_of(
        release.items, [&](const release::Item& item) { return ids.contains(item.plan.id); });
}

} // namespace

ComparePage::ComparePage(OpenRelease& open, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::ComparePage>()), m_open(open),
      m_caller(open.home())
{
    m_ui->setupUi(this);
    m_ui->compareOutlook->setWordWrap(true);
    m_ui->compareMessage->hide();
    for (QComboBox* box : {m_ui->compareWith, m_ui->compareAnd}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(32);
        connect(box, &QComboBox::activated, this, &ComparePage::compare);
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
    }
}

ComparePage::~ComparePage() = default;

QString ComparePage::title() const
{
    return tr("Compare");
}

void ComparePage::show(const desk::ReleaseView& /*view*/)
{
    if (isVisible())
        readChoices();
}

void ComparePage::readChoices()
{
    using Templates = std::vector<desk::ShelvedTemplate>;
    using Releases = std::vector<desk::ReleaseSummary>;
    m_open.desk().releaseTemplates(
        m_caller, m_open.release().language, [this](base::Result<Templates> templates) {
            m_templates = std::move(templates).value_or(Templates());
            m_open.desk().releases(m_caller, [this](base::Result<Releases> releases) {
                m_releases = std::move(releases).value_or(Releases());
                fillChoices();
                compare();
            });
        });
}

void ComparePage::fillChoices()
{
    if (!m_open.isOpen())
        return;
    const release::Release& release = m_open.release();
    std::vector<Choice> choices{{tr("this release as it is"), std::nullopt, {}}};
    for (const desk::ShelvedTemplate& each : m_templates) {
        if (sharesItems(release, each.plan))
            choices.push_back({tr("this release as in “%1”, version %2")
                                   .arg(each.plan.title)
                                   .arg(each.plan.version),
                               each.plan,
                               {}});
    }
    for (const desk::ReleaseSummary& each : m_releases) {
        if (each.id != release.id)
            choices.push_back({tr("release “%1”").arg(each.title), std::nullopt, each.id});
    }
    if (choices == m_choices)
        return;
    m_choices = std::move(choices);
    const auto isStrategy = [&](const Choice& choice) {
        return choice.plan && choice.plan->id != release.templateId;
    };
    for (QComboBox* box : {m_ui->compareWith, m_ui->compareAnd}) {
        box->clear();
        for (const Choice& choice : m_choices)
            box->addItem(choice.text);
    }
    const auto strategy = std::ranges::find_if(m_choices, isStrategy);
    m_ui->compareAnd->setCurrentIndex(strategy != m_choices.end()
                                          ? static_cast<int>(strategy - m_choices.begin())
                                          : m_ui->compareAnd->count() - 1);
}

void ComparePage::resolve(const Choice& choice, Got got)
{
    if (choice.release.isEmpty()) {
        got(choice.plan ? std::make_shared<const release::Release>(
                              release::underPlan(m_open.release(), *choice.plan))
                        : m_open.view().release);
        return;
    }
    m_open.desk().release(
        m_caller, m_open.badge(), choice.release,
        [this, got = std::move(got)](const base::Result<desk::ReleaseView>& view) {
            if (view)
                got(view->release);
            else
                Q_EMIT m_open.said(OpenRelease::errorWords(view.error()), false);
        });
}

void ComparePage::compare()
{
    const auto first = static_cast<std::size_t>(std::max(0, m_ui->compareWith->currentIndex()));
    const auto second = static_cast<std::size_t>(std::max(0, m_ui->compareAnd->currentIndex()));
    if (!m_open.isOpen() || first >= m_choices.size() || second >= m_choices.size())
        return;
    resolve(m_choices[first],
            [this, other = m_choices[second]](const std::shared_ptr<const release::Release>& one) {
                resolve(other, [this, one](const std::shared_ptr<const release::Release>& two) {
                    if (m_open.isOpen())
                        compareBoth(*one, *two);
                });
            });
}

void ComparePage::compareBoth(const release::Release& first, const release::Release& second)
{
    const auto& view = m_open.view();
    const auto comparison = release::compared(
        first, second, {.now = m_open.now(), .freezes = view.freezes, .ledger = view.ledgerWord});
    m_ui->compareMessage->setVisible(!comparison);
    m_ui->compareOutlook->setVisible(comparison.has_value());
    if (!comparison) {
        m_ui->compareMessage->setText(tr("One of the two plans does not fit together: %1.")
                                          .arg(comparison.error().ids.join(QStringLiteral(", "))));
        showDifferences(release::differences(first, second));
        return;
    }
    showOutlooks(*comparison, first, second);
    showDifferences(comparison->differences);
}

void ComparePage::showOutlooks(const release::Comparison& comparison, const release::Release& first,
                               const release::Release& second)
{
    QTreeWidget& tree = *m_ui->compareOutlook;
    tree.setHeaderLabels(
        {QString(), m_ui->compareWith->currentText(), m_ui->compareAnd->currentText()});
    tree.clear();
    const auto add = [&tree](const QString& what, const QString& one, const QString& two) {
        auto* row = new QTreeWidgetItem(&tree, {what, one, two});
        for (const int column : {0, 1, 2})
            row->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
        if (one != two)
            for (const int column : {1, 2})
                row->setForeground(column, colours().accent);
    };
    const release::Outlook &a = comparison.first, &b = comparison.second;
    const auto reasons = [](const release::Outlook& each) {
        return each.reasons.empty()
                   ? tr("go")
                   : tr("no-go: %n reason(s)", nullptr, static_cast<int>(each.reasons.size()));
    };
    const auto left = [](const release::Outlook& each) {
        return each.remaining.count() > 0 ? durationText(each.remaining) : tr("nothing");
    };
    add(tr("Decision now"), reasons(a), reasons(b));
    add(tr("Earliest go"), whenText(a.earliest), whenText(b.earliest));
    add(tr("Work left"), left(a), left(b));
    add(tr("Open blockers"), titlesOf(a.blockers, first), titlesOf(b.blockers, second));
    add(tr("Critical path"), titlesOf(a.criticalPath, first), titlesOf(b.criticalPath, second));
    add(tr("Without an estimate"), titlesOf(a.unestimated, first), titlesOf(b.unestimated, second));
    for (const int column : {1, 2})
        tree.headerItem()->setToolTip(column, tree.headerItem()->text(column));
    fitTree(tree, 2);
    tree.header()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void ComparePage::showDifferences(const std::vector<release::ItemDifference>& differences)
{
    using Kind = release::ItemDifference::Kind;
    QTreeWidget& tree = *m_ui->compareDifferences;
    tree.setHeaderLabels({tr("Item"), tr("What"), tr("Change")});
    tree.clear();
    QList<QTreeWidgetItem*> rows;
    for (const release::ItemDifference& each : differences) {
        QStringList changes;
        for (const release::FieldChange& change : each.changes)
            changes += changeText(change);
        const QString what = each.kind == Kind::Added     ? tr("added")
                             : each.kind == Kind::Removed ? tr("left out")
                                                          : tr("changed");
        auto* row =
            new QTreeWidgetItem(QStringList{each.title, what, changes.join(QStringLiteral("; "))});
        row->setToolTip(2, changes.join(u'\n'));
        row->setToolTip(0, each.title);
        rows += row;
    }
    if (rows.isEmpty())
        rows += new QTreeWidgetItem(QStringList{tr("Nothing is different.")});
    tree.addTopLevelItems(rows);
    fitTree(tree, 2);
    tree.header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ComparePage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    if (m_open.isOpen())
        readChoices();
}

void ComparePage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_choices.clear();
    if (isVisible() && m_open.isOpen())
        readChoices();
}

} // namespace panels
