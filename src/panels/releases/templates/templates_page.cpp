// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/templates/templates_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/templates/fault_words.h"
#include "panels/releases/templates/template_editor.h"
#include "panels/releases/words/form_parts.h"
#include "release/import/unique_ids.h"
#include "ui_templates_page.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

constexpr int kKeyRole = Qt::UserRole;

QString keyOfVersion(const release::Template& plan)
{
    return QStringLiteral("%1/%2").arg(plan.id).arg(plan.version);
}

/// What Tab comes to last.
QWidget* lastIn(QWidget& part)
{
    QWidget* last = &part;
    for (QWidget* next = part.nextInFocusChain(); part.isAncestorOf(next);
         next = next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus)
            last = next;
    }
    return last;
}

} // namespace

TemplatesPage::TemplatesPage(OpenRelease& open, QWidget* parent)
    : TitledPage(parent), m_ui(std::make_unique<Ui::TemplatesPage>()), m_open(open),
      m_caller(open.home())
{
    m_ui->setupUi(this);
    m_editor = new TemplateEditor(open, this);
    m_ui->templatesStack->addWidget(m_editor);
    m_ui->templatesSplitter->setSizes({300, 800});
    m_ui->templateMessage->hide();
    setTabOrder(lastIn(*m_editor), m_ui->templateCopy);
    setTabOrder(m_ui->templateCopy, m_ui->templateSave);
    connectParts();
    showTree();
    showState();
}

TemplatesPage::~TemplatesPage() = default;

QString TemplatesPage::title() const
{
    return tr("Templates");
}

QString TemplatesPage::unsaved() const
{
    const TemplateWork& work = std::as_const(*m_editor).work();
    return work.isEdited()
               ? tr("“%1” was changed, and that is not saved yet.").arg(work.before().title)
               : QString();
}

void TemplatesPage::connectParts()
{
    connect(m_ui->templatesTree, &QTreeWidget::itemSelectionChanged, this, &TemplatesPage::choose);
    connect(m_ui->templatesNew, &QPushButton::clicked, this,
            [this] { leaveThen([this] { openNew(); }); });
    connect(m_ui->templateSave, &QPushButton::clicked, this, [this] { save(As::Version); });
    connect(m_ui->templateCopy, &QPushButton::clicked, this, [this] { save(As::Copy); });
    const auto showChange = [this] {
        if (!m_isReadFault)
            say({});
        showState();
    };
    connect(&m_editor->work(), &TemplateWork::changed, this, showChange);
    connect(&m_editor->work(), &TemplateWork::written, this, showChange);
    connect(&m_open, &OpenRelease::anotherSits, this, [this] {
        if (!m_editor->work().isEdited())
            return;
        m_editor->work().open(m_editor->work().before());
        say(tr("What was changed here and not saved is gone: somebody else sits here now."));
    });
    m_open.desk().hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.releases && isVisible())
            read();
    });
}

// ---- Which ----

// What is changed now is saved in its own language: so its list stays until then.
void TemplatesPage::read()
{
    using List = std::vector<desk::ShelvedTemplate>;
    const QString language = m_editor->work().isEdited() ? m_language : currentLanguage();
    m_open.desk().releaseTemplates(m_caller, language,
                                   [this, language](base::Result<List> templates) {
                                       if (!templates) {
                                           say(OpenRelease::errorWords(templates.error()));
                                           m_isReadFault = true;
                                           return;
                                       }
                                       if (m_isReadFault)
                                           say({});
                                       if (m_editor->work().isEdited() && language != m_language)
                                           return;
                                       m_language = language;
                                       take(*std::move(templates));
                                   });
}

void TemplatesPage::take(std::vector<desk::ShelvedTemplate> templates)
{
    if (templates == m_templates)
        return;
    m_templates = std::move(templates);
    showTree();
    showOrigin();
    showOlder();
    const desk::ShelvedTemplate* shown = withKey(m_key);
    const TemplateWork& work = std::as_const(*m_editor).work();
    if (!work.isEdited() && !m_key.isEmpty() && !(shown && shown->plan == work.before()))
        openMarked();
}

void TemplatesPage::showTree()
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
        row->setData(0, kKeyRole, keyOfVersion(each.plan));
        if (i > 0 && m_templates[i - 1].plan.id == each.plan.id) // the newest stands first
            row->setForeground(0, colours().quiet);
    }
    fitTree(*m_ui->templatesTree);
    mark();
}

void TemplatesPage::mark()
{
    const QSignalBlocker quiet(m_ui->templatesTree);
    m_ui->templatesTree->setCurrentItem(nullptr);
    m_ui->templatesTree->clearSelection();
    for (int i = 0; i < m_ui->templatesTree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = m_ui->templatesTree->topLevelItem(i);
        if (!m_key.isEmpty() && row->data(0, kKeyRole).toString() == m_key)
            m_ui->templatesTree->setCurrentItem(row);
    }
}

const desk::ShelvedTemplate* TemplatesPage::withKey(const QString& key) const
{
    const auto found = std::ranges::find_if(m_templates, [&key](const desk::ShelvedTemplate& each) {
        return keyOfVersion(each.plan) == key;
    });
    return found == m_templates.end() ? nullptr : &*found;
}

void TemplatesPage::choose()
{
    const QTreeWidgetItem* row = m_ui->templatesTree->currentItem();
    const QString key = row ? row->data(0, kKeyRole).toString() : QString();
    if (key.isEmpty() || (key == m_key && m_hasOne))
        return;
    leaveThen([this, key] { openKey(key); });
}

void TemplatesPage::leaveThen(std::function<void()> next)
{
    if (!m_editor->work().isEdited()) {
        next();
        return;
    }
    if (std::exchange(m_isAsking, true))
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Save the changes?"), unsaved(),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("templateAskDialog"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto* keep =
        box->addButton(m_key.isEmpty() ? tr("Save as a new template") : tr("Save as a new version"),
                       QMessageBox::AcceptRole);
    const auto* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(keep, &QPushButton::clicked, this, [this, next] { save(As::Version, next); });
    connect(discard, &QPushButton::clicked, this, next);
    connect(box, &QMessageBox::finished, this, [this] {
        m_isAsking = false;
        mark();
    });
    box->open();
}

void TemplatesPage::openKey(const QString& key)
{
    m_key = key;
    openMarked();
}

// In another language the same one may have other versions.
void TemplatesPage::openMarked()
{
    const desk::ShelvedTemplate* shown = withKey(m_key);
    if (!shown) {
        const QString id = m_key.section(u'/', 0, -2);
        const auto same = std::ranges::find_if(
            m_templates, [&id](const desk::ShelvedTemplate& each) { return each.plan.id == id; });
        shown = same == m_templates.end() ? nullptr : &*same;
    }
    m_hasOne = shown != nullptr;
    m_key = shown ? keyOfVersion(shown->plan) : QString();
    if (shown)
        m_editor->work().open(shown->plan);
    showOlder();
    mark();
    showState();
    if (m_language != currentLanguage())
        read();
}

void TemplatesPage::showOlder()
{
    const release::Template& kept = std::as_const(*m_editor).work().before();
    std::vector<release::Template> older;
    for (const desk::ShelvedTemplate& each : m_templates) {
        if (each.plan.id == kept.id && each.plan.version < kept.version)
            older.push_back(each.plan);
    }
    m_editor->setOlder(std::move(older));
}

void TemplatesPage::openNew()
{
    m_key.clear();
    m_hasOne = true;
    release::Template plan;
    plan.language = currentLanguage();
    plan.title = tr("New template");
    m_editor->work().open(std::move(plan));
    showOlder();
    mark();
    showState();
}

// ---- Saving ----

release::Template TemplatesPage::planToSave(As as) const
{
    release::Template plan = m_editor->work().plan();
    plan.title = plan.title.trimmed();
    plan.description = plan.description.trimmed();
    if (as == As::Copy || plan.id.isEmpty()) {
        release::UniqueIds ids;
        for (const desk::ShelvedTemplate& each : m_templates)
            ids.take(each.plan.id);
        plan.id = ids.fresh(plan.title, QStringLiteral("template"));
    }
    return plan;
}

void TemplatesPage::save(As as, std::function<void()> next)
{
    const release::Template plan = planToSave(as);
    if (const auto fault = release::faultOf(plan)) {
        m_editor->goTo(*fault);
        say(templateFaultText(*fault, plan));
        return;
    }
    using Saved = std::vector<desk::ShelvedTemplate>;
    const release::Template asked = m_editor->work().plan();
    m_isSaving = true;
    showState();
    m_open.desk().saveReleaseTemplates(
        m_caller, m_open.badge(), {plan},
        [this, asked, next = std::move(next)](const base::Result<Saved>& saved) {
            m_isSaving = false;
            if (!saved) {
                showState();
                say(saved.error().code == base::Code::Conflict
                        ? tr("Somebody else saved a version just now. Save again.")
                    : saved.error().code == base::Code::Invalid
                        ? tr("A template needs a title, and items that fit together.")
                        : OpenRelease::errorWords(saved.error()));
                return;
            }
            say({});
            m_key = keyOfVersion(saved->front().plan);
            if (m_editor->work().plan() != asked) { // somebody went on typing
                m_editor->work().wasKept(saved->front().plan);
                read();
                return;
            }
            m_editor->work().open(saved->front().plan);
            if (next)
                next();
            read();
        });
}

// ---- Looks ----

void TemplatesPage::say(const QString& text)
{
    m_isReadFault = false;
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, colours().bad);
    m_ui->templateMessage->setPalette(tinted);
    m_ui->templateMessage->setText(text);
    m_ui->templateMessage->setVisible(!text.isEmpty());
}

void TemplatesPage::showOrigin()
{
    const desk::ShelvedTemplate* shown = withKey(m_key);
    m_editor->setOrigin(!shown ? tr("never saved yet")
                        : shown->isShipped
                            ? tr("came with the program")
                            : tr("saved on %1 by %2").arg(whenText(shown->savedAt), shown->byName));
}

void TemplatesPage::showState()
{
    m_ui->templatesEmpty->setText(
        tr("Choose a template to read and change it. What is saved is a new version: releases keep "
           "the one that they were made of."));
    m_ui->templatesStack->setCurrentWidget(m_hasOne ? static_cast<QWidget*>(m_editor)
                                                    : m_ui->templatesEmpty);
    m_ui->templateSave->setText(m_key.isEmpty() ? tr("Save as a new template")
                                                : tr("Save as a new version"));
    m_ui->templateSave->setVisible(m_hasOne);
    m_ui->templateSave->setEnabled(m_editor->work().isEdited() && !m_isSaving);
    m_ui->templateCopy->setEnabled(!m_isSaving);
    m_ui->templateCopy->setVisible(m_hasOne && !m_key.isEmpty());
    showOrigin();
}

void TemplatesPage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    read();
}

void TemplatesPage::changeEvent(QEvent* event)
{
    TitledPage::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    m_ui->templatesTree->setHeaderLabels({tr("Template"), tr("Version")});
    say({});
    if (m_hasOne && m_key.isEmpty() && !m_editor->work().isEdited())
        openNew();
    showState();
    read();
}

} // namespace panels
