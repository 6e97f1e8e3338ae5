// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/new_release.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "ui_new_release.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace panels {

namespace {

constexpr int kSoonDays = 7;

} // namespace

NewRelease::NewRelease(OpenRelease& open, std::shared_ptr<base::Home> home, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::NewRelease>()), m_open(open),
      m_caller(std::move(home))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->releaseMakeError->hide();
    m_ui->releaseLanguageBox->addItem(QStringLiteral("Español"), QStringLiteral("es"));
    m_ui->releaseLanguageBox->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_ui->releaseLanguageBox->setCurrentIndex(
        std::max(0, m_ui->releaseLanguageBox->findData(currentLanguage())));
    m_ui->releaseDateEdit->setDateTime(
        QDateTime::fromMSecsSinceEpoch(base::toMs(open.now())).addDays(kSoonDays));
    m_ui->releaseDateEdit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_ui->releaseDateEdit->setEnabled(false);
    connect(m_ui->releasePlannedBox, &QCheckBox::toggled, m_ui->releaseDateEdit,
            &QWidget::setEnabled);
    connect(m_ui->releaseLanguageBox, &QComboBox::currentIndexChanged, this,
            &NewRelease::readTemplates);
    connect(m_ui->releaseTemplateBox, &QComboBox::currentIndexChanged, this,
            &NewRelease::showChosen);
    connect(m_ui->releaseCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->releaseMakeButton, &QPushButton::clicked, this, &NewRelease::make);
    m_ui->releaseTemplateAbout->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    m_ui->releaseMakeButton->setEnabled(false); // until there is a template
    readTemplates();
    m_ui->releaseNameEdit->setFocus();
}

NewRelease::~NewRelease() = default;

void NewRelease::readTemplates()
{
    using List = std::vector<desk::ShelvedTemplate>;
    const QString language = m_ui->releaseLanguageBox->currentData().toString();
    m_open.desk().releaseTemplates(
        m_caller, language, [this, language](base::Result<List> templates) {
            if (language != m_ui->releaseLanguageBox->currentData().toString())
                return;
            if (templates)
                show(*std::move(templates));
            else
                showError(OpenRelease::errorWords(templates.error()));
        });
}

// They come by id, the newest version first.
void NewRelease::show(std::vector<desk::ShelvedTemplate> templates)
{
    const desk::ShelvedTemplate* before = chosen();
    const QString id = before ? before->plan.id : QString();
    m_templates = std::move(templates);
    const auto isOlder = [](const desk::ShelvedTemplate& kept, const desk::ShelvedTemplate& each) {
        return kept.plan.id == each.plan.id;
    };
    m_templates.erase(std::unique(m_templates.begin(), m_templates.end(), isOlder),
                      m_templates.end());
    const QSignalBlocker quiet(m_ui->releaseTemplateBox);
    m_ui->releaseTemplateBox->clear();
    for (const desk::ShelvedTemplate& each : m_templates)
        m_ui->releaseTemplateBox->addItem(
            tr("%1 (version %2)").arg(each.plan.title, QLocale().toString(each.plan.version)),
            each.plan.id);
    m_ui->releaseTemplateBox->setCurrentIndex(std::max(0, m_ui->releaseTemplateBox->findData(id)));
    showChosen();
}

const desk::ShelvedTemplate* NewRelease::chosen() const
{
    const int index = m_ui->releaseTemplateBox->currentIndex();
    return index < 0 || index >= static_cast<int>(m_templates.size())
               ? nullptr
               : &m_templates[static_cast<std::size_t>(index)];
}

void NewRelease::showChosen()
{
    const desk::ShelvedTemplate* plan = chosen();
    m_ui->releaseMakeButton->setEnabled(plan != nullptr);
    if (!plan)
        return;
    const auto blockers = std::ranges::count_if(plan->plan.items, [](const auto& item) {
        return item.itemClass == release::ItemClass::Blocker;
    });
    const QString counts = tr("%n item(s)", nullptr, static_cast<int>(plan->plan.items.size())) +
                           QStringLiteral(" · ") +
                           tr("%n blocker(s)", nullptr, static_cast<int>(blockers));
    QStringList about{counts};
    if (!plan->plan.description.isEmpty())
        about.prepend(plan->plan.description);
    QStringList leftOut;
    for (const release::LeftOut& each : plan->leftOut)
        leftOut += each.checks;
    leftOut.removeDuplicates();
    if (!leftOut.isEmpty())
        about += tr("Without what this program cannot check yet: %1.")
                     .arg(leftOut.join(QStringLiteral(", ")));
    m_ui->releaseTemplateAbout->setText(about.join(u'\n'));
    fitHeight(*this);
}

void NewRelease::make()
{
    const desk::ShelvedTemplate* plan = chosen();
    if (!plan)
        return;
    if (m_ui->releaseNameEdit->text().trimmed().isEmpty()) {
        showError(tr("Say what it is called."));
        m_ui->releaseNameEdit->setFocus();
        return;
    }
    desk::NewRelease wanted{.plan = plan->plan,
                            .title = m_ui->releaseNameEdit->text(),
                            .plannedFor = std::nullopt,
                            .source = std::nullopt};
    if (m_ui->releasePlannedBox->isChecked())
        wanted.plannedFor = base::fromMs(m_ui->releaseDateEdit->dateTime().toMSecsSinceEpoch());
    m_ui->releaseMakeButton->setEnabled(false);
    m_open.desk().createRelease(
        m_caller, m_open.badge(), wanted, [this](const base::Result<desk::ReleaseView>& view) {
            m_ui->releaseMakeButton->setEnabled(true);
            if (!view) {
                showError(OpenRelease::errorWords(view.error()));
                return;
            }
            Q_EMIT made(*view);
            m_open.keepParameter(QStringLiteral("host"), m_ui->releaseHostEdit->text().trimmed());
            accept();
        });
}

void NewRelease::showError(const QString& text)
{
    QPalette palette = m_ui->releaseMakeError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->releaseMakeError->setPalette(palette);
    m_ui->releaseMakeError->setText(text);
    m_ui->releaseMakeError->show();
}

} // namespace panels
