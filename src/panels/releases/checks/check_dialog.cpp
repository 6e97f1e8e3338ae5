// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/check_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/checks/check_fields.h"
#include "panels/releases/checks/check_runner.h"
#include "panels/releases/checks/check_words.h"
#include "panels/releases/words/form_parts.h"
#include "ui_check_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace panels {

using release::CheckKind;
using Kind = CheckField::Kind;

namespace {

constexpr int kLinesShown = 3;
constexpr int kMostOfTheScreen = 60; ///< per cent of its height, for what scrolls

QString nameOf(const CheckField& field)
{
    return QString::fromLatin1(field.name);
}

} // namespace

CheckDialog::CheckDialog(OpenRelease& open, release::CheckPlan check, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CheckDialog>()), m_open(open),
      m_before(std::move(check)), m_kind(m_before.kind)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_before.id.isEmpty() ? tr("Add a check") : tr("Change the check"));
    m_ui->checkError->hide();
    QPalette palette = m_ui->checkError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->checkError->setPalette(palette);
    m_ui->checkTitleEdit->setText(m_before.title);
    m_ui->checkOtherEdit->setFixedHeight(fontMetrics().lineSpacing() * kLinesShown + 12);
    m_ui->checkOtherEdit->setPlainText(otherText(m_before.kind, m_before.parameters));
    for (const CheckField& field : checkFieldsOf(m_before.kind))
        m_texts[nameOf(field)] = fieldText(field, m_before.parameters);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    fillKinds();
    showFields();
    connect(m_ui->checkKindBox, &QComboBox::currentIndexChanged, this, [this] {
        keepTexts();
        m_kind = kind();
        showFields();
    });
    connect(m_ui->checkCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->checkTakeButton, &QPushButton::clicked, this, &CheckDialog::take);
    m_ui->checkTitleEdit->setFocus();
}

CheckDialog::~CheckDialog() = default;

// Those that can be run here, and the one that it is.
void CheckDialog::fillKinds()
{
    for (std::size_t i = 0; i < release::Names<CheckKind>::kAll.size(); ++i) {
        const auto each = static_cast<CheckKind>(i);
        if (isOffered(each) || (!m_before.id.isEmpty() && each == m_before.kind))
            m_ui->checkKindBox->addItem(checkKindText(each), static_cast<int>(i));
    }
    m_ui->checkKindBox->setCurrentIndex(
        std::max(0, m_ui->checkKindBox->findData(static_cast<int>(m_before.kind))));
}

bool CheckDialog::isOffered(CheckKind kind) const
{
    return !m_open.checks() ||
           m_open.checks()->isOffered({.id = {}, .title = {}, .kind = kind, .parameters = {}});
}

CheckKind CheckDialog::kind() const
{
    return static_cast<CheckKind>(m_ui->checkKindBox->currentData().toInt());
}

// ---- Its fields ----

void CheckDialog::showFields()
{
    while (m_ui->checkFields->rowCount() > 0)
        m_ui->checkFields->removeRow(0);
    m_edits.clear();
    const auto& fields = checkFieldsOf(m_kind);
    QWidget* before = m_ui->checkKindBox;
    for (const CheckField& field : fields) {
        addField(field);
        QWidget* edit = m_edits.at(nameOf(field));
        setTabOrder(before, edit);
        before = edit;
    }
    setTabOrder(before, m_ui->checkOtherEdit);
    m_ui->checkNothing->setVisible(fields.empty());
    fitScroll();
}

// All of it where the screen has the room; the rest is scrolled to.
void CheckDialog::fitScroll()
{
    m_ui->checkInsideLayout->activate();
    const int wanted = m_ui->checkInside->sizeHint().height();
    const int most = screen()->availableGeometry().height() * kMostOfTheScreen / 100;
    m_ui->checkScroll->setMinimumHeight(std::min(wanted, most));
    fitHeight(*this);
}

void CheckDialog::addField(const CheckField& field)
{
    const QString label = fieldLabel(field);
    QWidget* edit = editOf(field, m_texts[nameOf(field)]);
    edit->setObjectName(QStringLiteral("checkField_") + nameOf(field));
    edit->setAccessibleName(label);
    m_edits[nameOf(field)] = edit;
    if (field.kind == Kind::Flag)
        m_ui->checkFields->addRow(QString(), edit);
    else
        m_ui->checkFields->addRow(label, edit);
}

QWidget* CheckDialog::editOf(const CheckField& field, const QString& text)
{
    if (field.kind == Kind::Flag) {
        auto* box = new QCheckBox(fieldLabel(field));
        box->setChecked(!text.isEmpty());
        return box;
    }
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox;
        for (const char* choice : field.choices)
            box->addItem(QCoreApplication::translate("Checks", choice),
                         QString::fromLatin1(choice));
        if (!text.isEmpty() && box->findData(text) < 0)
            box->addItem(text, text); // written by hand; it stays as it is until another is chosen
        box->setCurrentIndex(std::max(0, box->findData(text)));
        return box;
    }
    if (field.kind == Kind::Lines) {
        auto* edit = new QPlainTextEdit(text);
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(QString::fromLatin1(field.example));
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kLinesShown + 12);
        return edit;
    }
    auto* edit = new QLineEdit(text);
    edit->setPlaceholderText(QString::fromLatin1(field.example));
    edit->setCursorPosition(0);
    return edit;
}

QString CheckDialog::textIn(const CheckField& field) const
{
    QWidget* edit = m_edits.at(nameOf(field));
    if (const auto* box = qobject_cast<QCheckBox*>(edit))
        return box->isChecked() ? QStringLiteral("true") : QString();
    if (const auto* box = qobject_cast<QComboBox*>(edit)) {
        const bool isUsual = box->currentIndex() == 0 && !field.isNeeded;
        const bool wasSaid = m_before.parameters.contains(QLatin1String(field.name));
        return isUsual && !wasSaid ? QString() : box->currentData().toString();
    }
    if (const auto* lines = qobject_cast<QPlainTextEdit*>(edit))
        return lines->toPlainText();
    return static_cast<QLineEdit*>(edit)->text();
}

void CheckDialog::keepTexts()
{
    for (const CheckField& field : checkFieldsOf(m_kind))
        m_texts[nameOf(field)] = textIn(field);
}

// ---- Taking it ----

// What was not touched stays as it was written, to the byte.
std::optional<QJsonObject> CheckDialog::parameters()
{
    const auto other = otherParameters(m_ui->checkOtherEdit->toPlainText());
    if (!other) {
        refuse(other.error(), m_ui->checkOtherEdit);
        return std::nullopt;
    }
    QJsonObject all = *other;
    for (const CheckField& field : checkFieldsOf(m_kind)) {
        const QString text = textIn(field), name = nameOf(field);
        if (m_before.parameters.contains(name) && text == fieldText(field, m_before.parameters)) {
            all.insert(name, m_before.parameters.value(name));
            continue;
        }
        const auto value = fieldValue(field, text);
        if (!value) {
            refuse(value.error(), m_edits.at(name));
            return std::nullopt;
        }
        if (!value->isUndefined())
            all.insert(name, *value);
    }
    if (const auto fault = checkFault(m_kind, all)) {
        refuse(fault->why, m_edits.at(fault->field));
        return std::nullopt;
    }
    return all;
}

void CheckDialog::refuse(const QString& why, QWidget* at)
{
    m_ui->checkError->setText(why);
    m_ui->checkError->show();
    at->setFocus();
    m_ui->checkScroll->ensureWidgetVisible(at);
}

void CheckDialog::take()
{
    release::CheckPlan check = m_before;
    check.title = m_ui->checkTitleEdit->text().trimmed();
    check.kind = m_kind;
    if (check.title.isEmpty())
        check.title = checkKindText(m_kind);
    const auto written = parameters();
    if (!written)
        return;
    check.parameters = *written;
    Q_EMIT this->written(check);
    accept();
}

} // namespace panels
