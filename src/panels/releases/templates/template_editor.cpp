// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/templates/template_editor.h"

#include "panels/releases/template_parts/canary_part.h"
#include "panels/releases/template_parts/changes_part.h"
#include "panels/releases/template_parts/items_part.h"
#include "panels/releases/template_parts/rollback_part.h"
#include "panels/releases/template_parts/rules_part.h"
#include "panels/releases/template_parts/sections_part.h"
#include "ui_template_editor.h"

#include <QDialog>

#include <utility>

namespace panels {

namespace {

/// The tabs stand in the order of the parts, without the head.
int tabOf(release::TemplateFault::Part part)
{
    return static_cast<int>(part) - 1;
}

void writeIn(QLineEdit& edit, const QString& text)
{
    if (edit.text() == text)
        return;
    edit.setText(text);
    edit.setCursorPosition(0);
}

} // namespace

TemplateEditor::TemplateEditor(OpenRelease& open, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TemplateEditor>())
{
    m_ui->setupUi(this);
    addParts(open);
    connectParts();
    showTabs();
    showHead();
}

TemplateEditor::~TemplateEditor() = default;

void TemplateEditor::addParts(OpenRelease& open)
{
    auto* pages = m_ui->templatePages;
    for (TemplatePart* part : std::initializer_list<TemplatePart*>{
             new ItemsPart(m_work, open, pages), new SectionsPart(m_work, pages),
             new RulesPart(m_work, pages), new CanaryPart(m_work, pages),
             new RollbackPart(m_work, pages), m_changes = new ChangesPart(m_work, pages)}) {
        pages->addWidget(part);
        m_ui->templateTabs->addTab(part->title());
    }
}

void TemplateEditor::connectParts()
{
    connect(m_ui->templateTabs, &QTabBar::currentChanged, this, [this](int tab) {
        partAt(tab)->showPlan();
        m_ui->templatePages->setCurrentIndex(tab);
    });
    connect(&m_work, &TemplateWork::changed, this, [this] {
        showHead();
        partAt(m_ui->templateTabs->currentIndex())->showPlan();
    });
    connect(&m_work, &TemplateWork::written, this, [this] {
        showHead();
        m_changes->showPlan();
    });
    connect(&m_work, &TemplateWork::opened, this, [this] { // it was about the one before
        for (QDialog* dialog : findChildren<QDialog*>())
            dialog->reject();
    });
    connect(m_ui->templateTitle, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_work.write(text, m_work.plan().description); });
    connect(m_ui->templateDescription, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_work.write(m_work.plan().title, text); });
    connect(m_ui->templateUndo, &QPushButton::clicked, &m_work, &TemplateWork::undo);
}

TemplatePart* TemplateEditor::partAt(int tab) const
{
    return static_cast<TemplatePart*>(m_ui->templatePages->widget(tab));
}

void TemplateEditor::setOrigin(const QString& origin)
{
    m_origin = origin;
    showHead();
}

void TemplateEditor::setOlder(std::vector<release::Template> older)
{
    m_changes->setOlder(std::move(older));
}

void TemplateEditor::showHead()
{
    writeIn(*m_ui->templateTitle, m_work.plan().title);
    writeIn(*m_ui->templateDescription, m_work.plan().description);
    QStringList facts{tr("%n item(s)", nullptr, static_cast<int>(m_work.plan().items.size())),
                      m_origin};
    if (m_work.isEdited() && !m_work.before().id.isEmpty())
        facts += tr("changes that are not saved yet");
    m_ui->templateFacts->setText(facts.join(QStringLiteral(" · ")));
    m_ui->templateUndo->setEnabled(m_work.canUndo());
}

void TemplateEditor::showTabs()
{
    for (int i = 0; i < m_ui->templateTabs->count(); ++i)
        m_ui->templateTabs->setTabText(i, partAt(i)->title());
}

void TemplateEditor::goTo(const release::TemplateFault& fault)
{
    if (fault.part == release::TemplateFault::Part::Head) {
        m_ui->templateTitle->setFocus();
        return;
    }
    m_ui->templateTabs->setCurrentIndex(tabOf(fault.part));
    partAt(tabOf(fault.part))->mark(fault.id);
}

void TemplateEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    showTabs();
    showHead();
    for (int i = 0; i < m_ui->templateTabs->count(); ++i)
        partAt(i)->showPlan();
}

} // namespace panels
