// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/facts_part.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"
#include "ui_facts_part.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

/// A list of items as links.
QString linksTo(const QString& before, const std::vector<std::pair<QString, QString>>& items)
{
    QStringList links;
    for (const auto& [id, text] : items)
        links += QStringLiteral("<a href=\"%1\" style=\"color:%3\">%2</a>")
                     .arg(id.toHtmlEscaped(), text.toHtmlEscaped(), colours().accent.name());
    return before.toHtmlEscaped() + QStringLiteral("<br>") + links.join(QStringLiteral("<br>"));
}

} // namespace

FactsPart::FactsPart(OpenRelease& open, QWidget* parent)
    : ItemPart(parent), m_ui(std::make_unique<Ui::FactsPart>()), m_open(open)
{
    m_ui->setupUi(this);
    connect(m_ui->factsLinks, &QLabel::linkActivated, this, &FactsPart::itemWanted);
    connect(m_ui->factsEditButton, &QPushButton::clicked, this, &FactsPart::editWanted);
    connect(m_ui->factsOwnerBox, &QComboBox::activated, this, [this](int index) {
        m_open.act(release::Assign{
            .item = m_item,
            .owner = base::PersonId{m_ui->factsOwnerBox->itemData(index).toLongLong()},
            .due = {}});
    });
    connect(m_ui->factsDueButton, &QPushButton::clicked, this, [this] {
        m_open.act(release::Assign{
            .item = m_item,
            .owner = {},
            .due = base::fromMs(m_ui->factsDueEdit->dateTime().toMSecsSinceEpoch())});
    });
}

FactsPart::~FactsPart() = default;

QString FactsPart::title(const release::Item& /*item*/) const
{
    return tr("Item");
}

std::optional<release::minutes> FactsPart::actual() const
{
    const int minutes = m_ui->factsActual->value();
    return minutes > 0 ? std::optional(release::minutes(minutes)) : std::nullopt;
}

void FactsPart::show(const release::Item& item)
{
    const bool isAnother = std::exchange(m_item, item.plan.id) != item.plan.id;
    m_ui->factsAcceptance->setText(item.plan.acceptance);
    m_ui->factsAcceptance->setVisible(!item.plan.acceptance.isEmpty());
    showSummary(item);
    fillOwners(item);
    showLinks(item);
    m_ui->factsDueEdit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    if (isAnother || !m_ui->factsDueEdit->hasFocus())
        m_ui->factsDueEdit->setDateTime(QDateTime::fromMSecsSinceEpoch(
            base::toMs(item.due.value_or(m_open.release().plannedFor.value_or(m_open.now())))));
    m_ui->factsDueButton->setText(item.due ? tr("Move") : tr("Set"));
    if (isAnother)
        m_ui->factsActual->setValue(item.actual ? static_cast<int>(item.actual->count()) : 0);
    const bool mayAct = m_open.view().me.person.isValid();
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->factsOwnerBox, m_ui->factsDueEdit, m_ui->factsDueButton, m_ui->factsEditButton})
        widget->setEnabled(mayAct);
}

void FactsPart::showSummary(const release::Item& item)
{
    const auto& plan = item.plan;
    QStringList lines{classText(plan.itemClass) + QStringLiteral(" · ") +
                      tr("priority %1").arg(priorityText(plan.priority).toLower())};
    if (plan.role)
        lines += tr("For: %1").arg(releaseRoleText(*plan.role));
    const auto& sections = m_open.release().sections;
    const auto section = std::ranges::find(sections, plan.section, &release::Section::id);
    if (section != sections.end())
        lines += tr("Section: %1").arg(section->title);
    QStringList times;
    if (plan.estimate)
        times += tr("Estimate: %1").arg(durationText(plan.estimate));
    if (item.actual)
        times += tr("took %1").arg(durationText(item.actual));
    if (!times.isEmpty())
        lines += times.join(QStringLiteral(", "));
    if (plan.evidence)
        lines += plan.evidenceValidity.count() > 0
                     ? tr("Must show: %1, valid for %2")
                           .arg(evidenceKindText(*plan.evidence).toLower(),
                                durationText(plan.evidenceValidity))
                     : tr("Must show: %1").arg(evidenceKindText(*plan.evidence).toLower());
    if (plan.isAfterGo)
        lines += tr("Done once the release is out.");
    if (!plan.tags.isEmpty())
        lines += plan.tags.join(QStringLiteral(", "));
    m_ui->factsSummary->setText(lines.join(u'\n'));
}

void FactsPart::fillOwners(const release::Item& item)
{
    QComboBox* box = m_ui->factsOwnerBox;
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(tr("Nobody yet"), qint64{0});
    for (const desk::Person& person : m_open.people()) {
        if (person.isActive || person.id == item.owner)
            box->addItem(person.id == m_open.me() ? tr("%1 (you)").arg(person.name) : person.name,
                         person.id.value);
    }
    box->setCurrentIndex(std::max(0, box->findData(item.owner.value)));
}

// Those before it with their states, its parts, and those that wait for it.
void FactsPart::showLinks(const release::Item& item)
{
    QStringList blocks;
    if (m_open.outline()) {
        const auto& outline = *m_open.outline();
        const auto& items = m_open.release().items;
        const int index = outline.indexOf(item.plan.id);
        const auto named = [&](const std::vector<int>& places) {
            std::vector<std::pair<QString, QString>> list;
            for (const int place : places) {
                const auto at = static_cast<std::size_t>(place);
                list.emplace_back(items[at].plan.id.value,
                                  stateSign(m_open.states()[at]) + u' ' + items[at].plan.title);
            }
            return list;
        };
        std::vector<int> later;
        for (int i = 0; i < static_cast<int>(outline.size()); ++i) {
            if (std::ranges::find(outline.after(i), index) != outline.after(i).end())
                later.push_back(i);
        }
        if (!outline.after(index).empty())
            blocks += linksTo(tr("Waits for:"), named(outline.after(index)));
        if (!outline.children(index).empty())
            blocks += linksTo(tr("Made of:"), named(outline.children(index)));
        if (!later.empty())
            blocks += linksTo(tr("These wait for it:"), named(later));
    }
    m_ui->factsLinks->setText(blocks.join(QStringLiteral("<br><br>")));
    m_ui->factsLinks->setVisible(!blocks.isEmpty());
}

void FactsPart::changeEvent(QEvent* event)
{
    ItemPart::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
