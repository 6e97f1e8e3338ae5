// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/privacy/masking_tester.h"

#include "desk/masking/mask_texts.h"
#include "panels/error_texts.h"
#include "panels/look/theme.h"
#include "ui_masking_tester.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace panels {

namespace {

enum FindingColumn { OutcomeColumn, KindColumn, TextColumn, ScoreColumn, CheckColumn };
constexpr int kPlaceRole = Qt::UserRole; ///< start and end in the text

QString inOurLanguage(const char* text)
{
    return QCoreApplication::translate("Masking", text);
}

QStringList namesIn(const QString& typed)
{
    QStringList names;
    for (const QString& name : typed.split(u',', Qt::SkipEmptyParts)) {
        if (const QString clean = name.simplified(); !clean.isEmpty())
            names += clean;
    }
    return names;
}

} // namespace

MaskingTester::MaskingTester(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                             QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::MaskingTester>()), m_desk(desk), m_caller(home)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->testerText, &QPlainTextEdit::textChanged, this, &MaskingTester::explain);
    connect(m_ui->testerNames, &QLineEdit::textChanged, this, &MaskingTester::explain);
    connect(m_ui->testerFindings, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem* row) { mark(row); });
    connect(m_ui->testerCopy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_explained.masked); });
    connect(m_ui->testerClose, &QPushButton::clicked, this, &MaskingTester::close);
    fit();
    showAll();
    m_ui->testerText->setFocus();
}

MaskingTester::~MaskingTester() = default;

void MaskingTester::explain()
{
    const QString text = m_ui->testerText->toPlainText();
    m_desk.explainMasking(
        m_caller, text, namesIn(m_ui->testerNames->text()),
        [this](const base::Result<desk::MaskingExplained>& explained) { took(explained); });
}

void MaskingTester::took(const base::Result<desk::MaskingExplained>& explained)
{
    m_fault.clear();
    if (explained)
        m_explained = *explained;
    else
        m_explained = {};
    if (!explained)
        m_fault = explained.error().code == base::Code::Invalid
                      ? tr("A text of at most %1 characters, please.")
                            .arg(QLocale().toString(desk::kLongestExplained))
                      : errorText(explained.error());
    showAll();
}

void MaskingTester::showAll()
{
    if (m_ui->testerMasked->toPlainText() != m_explained.masked)
        m_ui->testerMasked->setPlainText(m_explained.masked);
    m_ui->testerCopy->setEnabled(!m_explained.masked.isEmpty());
    const bool isEmpty = m_ui->testerText->toPlainText().trimmed().isEmpty();
    m_ui->testerEmpty->setText(
        !m_fault.isEmpty() ? m_fault
        : isEmpty ? tr("Here stands what was found, and each step of the decision. Try “mi DNI es "
                       "30.123.456”.")
                  : tr("Nothing there looks like personal data or a secret."));
    m_ui->testerCount->setText(
        isEmpty || !m_fault.isEmpty()
            ? QString()
            : tr("%n place(s) masked", nullptr, static_cast<int>(m_explained.entities.size())));
    showFindings();
    m_ui->testerStack->setCurrentWidget(m_explained.considered.empty()
                                            ? static_cast<QWidget*>(m_ui->testerEmpty)
                                            : m_ui->testerFindings);
}

void MaskingTester::showFindings()
{
    const QSignalBlocker quiet(m_ui->testerFindings);
    m_ui->testerFindings->setHeaderLabels(
        {tr("Outcome"), tr("Kind"), tr("Text"), tr("Score"), tr("Check digits")});
    m_ui->testerFindings->clear();
    for (const auto& considered : m_explained.considered)
        addFinding(considered);
    // Before the rows open: a step stands across all columns and says nothing of their widths.
    const int gap = fontMetrics().averageCharWidth() * 2;
    for (int column = 0; column < m_ui->testerFindings->columnCount(); ++column) {
        m_ui->testerFindings->resizeColumnToContents(column);
        m_ui->testerFindings->setColumnWidth(column,
                                             m_ui->testerFindings->columnWidth(column) + gap);
    }
    m_ui->testerFindings->expandAll();
}

void MaskingTester::addFinding(const privacy::Considered& considered)
{
    auto* row = new QTreeWidgetItem(m_ui->testerFindings);
    const QList<QVariant> place{considered.start, considered.end};
    const bool isMasked = considered.outcome != privacy::Outcome::Left;
    row->setText(OutcomeColumn, desk::maskOutcomeText(considered.outcome, inOurLanguage));
    row->setForeground(OutcomeColumn, isMasked ? colours().good : colours().quiet);
    row->setText(KindColumn, desk::maskKindText(considered.kind, inOurLanguage));
    row->setText(TextColumn, considered.text.simplified());
    row->setData(0, kPlaceRole, place);
    const auto entity = std::ranges::find_if(m_explained.entities, [&](const auto& each) {
        return each.kind == considered.kind && each.start == considered.start &&
               each.end == considered.end;
    });
    if (isMasked && entity != m_explained.entities.end())
        row->setText(ScoreColumn, QLocale().toString(entity->score, 'f', 2));
    for (const auto& step : considered.steps) {
        if (step.reason == privacy::Reason::CheckRight)
            row->setText(CheckColumn, tr("right"));
        if (step.reason == privacy::Reason::CheckWrong)
            row->setText(CheckColumn, tr("wrong"));
        auto* line = new QTreeWidgetItem(row);
        line->setText(0, desk::maskStepText(step, inOurLanguage));
        line->setData(0, kPlaceRole, place);
        line->setFirstColumnSpanned(true);
    }
}

void MaskingTester::mark(const QTreeWidgetItem* row)
{
    if (!row)
        return;
    const auto place = row->data(0, kPlaceRole).toList();
    QTextCursor cursor = m_ui->testerText->textCursor();
    cursor.setPosition(place.value(0).toInt());
    cursor.setPosition(place.value(1).toInt(), QTextCursor::KeepAnchor);
    m_ui->testerText->setTextCursor(cursor);
}

// What depends on the font's size.
void MaskingTester::fit()
{
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 135, metrics.height() * 34);
    m_ui->testerParts->setSizes({metrics.height() * 10, metrics.height() * 16});
}

void MaskingTester::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showAll();
    } else if (event->type() == QEvent::PaletteChange) {
        showFindings();
    }
}

} // namespace panels
