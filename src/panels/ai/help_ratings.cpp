// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ai/help_ratings.h"

#include "panels/error_texts.h"
#include "panels/help/help_texts.h"
#include "panels/look/language.h"
#include "ui_help_ratings.h"

#include <QEvent>

#include <algorithm>
#include <map>

namespace panels {

namespace {

/// A task that a later version named stands as it was recorded.
QString taskTitle(const QString& name)
{
    const auto task = desk::helpTaskOf(name);
    return task ? helpTaskTitle(*task) : name;
}

} // namespace

HelpRatings::HelpRatings(desk::Desk& desk, std::shared_ptr<base::Home> home, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::HelpRatings>()), m_desk(desk),
      m_caller(std::move(home))
{
    m_ui->setupUi(this);
    fitHeight();
    fill();
}

HelpRatings::~HelpRatings() = default;

void HelpRatings::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_desk.helpRatings(m_caller, [this](base::Result<std::vector<desk::HelpRated>> ratings) {
        if (ratings) {
            m_ratings = *std::move(ratings);
            std::ranges::sort(m_ratings, std::ranges::greater(), &desk::HelpRated::time);
            fill();
        } else {
            m_ui->ratingsCount->setText(errorText(ratings.error()));
        }
    });
}

void HelpRatings::showCounts()
{
    if (m_ratings.empty()) {
        m_ui->ratingsCount->setText(
            tr("Agents rate a suggestion with 👍 or 👎 beside it. Their ratings appear here."));
        return;
    }
    std::map<QString, std::pair<int, int>> counts; // of a prompt and model: that helped, all
    for (const auto& rating : m_ratings) {
        auto& [good, all] = counts[QStringLiteral("%1 · %2").arg(rating.prompt, rating.model)];
        good += rating.isGood ? 1 : 0;
        ++all;
    }
    QStringList lines;
    for (const auto& [what, count] : counts)
        lines += tr("%1: %2 of %3 helped")
                     .arg(what, QString::number(count.first), QString::number(count.second));
    m_ui->ratingsCount->setText(lines.join(u'\n'));
}

void HelpRatings::fill()
{
    showCounts();
    QTreeWidget* tree = m_ui->ratingsTree;
    tree->setVisible(!m_ratings.empty());
    tree->setHeaderLabels(
        {tr("Rating"), tr("Asked for"), tr("By"), tr("When"), tr("Prompt, model"), tr("Comment")});
    tree->clear();
    for (const auto& rating : m_ratings) {
        auto* item =
            new QTreeWidgetItem({rating.isGood ? tr("👍 helped") : tr("👎 did not help"),
                                 taskTitle(rating.task), rating.personName, whenText(rating.time),
                                 QStringLiteral("%1 · %2").arg(rating.prompt, rating.model),
                                 rating.comment.simplified()});
        constexpr int kCommentColumn = 5;
        item->setToolTip(kCommentColumn, rating.comment);
        tree->addTopLevelItem(item);
    }
    for (int column = 0; column < tree->columnCount(); ++column)
        tree->resizeColumnToContents(column);
}

void HelpRatings::fitHeight()
{
    constexpr int kRows = 8;
    m_ui->ratingsTree->setFixedHeight(QFontMetrics(font()).lineSpacing() * (kRows + 3));
}

void HelpRatings::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fill();
    }
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

} // namespace panels
