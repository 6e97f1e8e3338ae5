// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/settings_panel.h"

#include "panels/ai/ai_page.h"
#include "panels/error_texts.h"
#include "panels/look/entry_delegate.h"
#include "panels/people/people_page.h"
#include "panels/settings/faults.h"
#include "panels/settings/gateway_form.h"
#include "panels/settings/hours_text.h"
#include "panels/training/understanding_page.h"
#include "ui_settings_panel.h"

#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QTimeZone>
#include <QUrl>

#include <array>

namespace panels {

namespace {

const std::array<std::pair<const char*, const char*>, 18> kParts{
    {{"Qt 6", "LGPL-3.0 / GPL-3.0"},
     {"SQLite", "Public domain"},
     {"Boost", "BSL-1.0"},
     {"simdjson", "Apache-2.0"},
     {"LIBLINEAR", "BSD-3-Clause"},
     {"tl::expected", "CC0-1.0"},
     {"prometheus-cpp", "MIT"},
     {"OpenSSL", "Apache-2.0"},
     {"cmark-gfm", "BSD-2-Clause"},
     {"RE2", "BSD-3-Clause"},
     {"libphonenumber", "Apache-2.0"},
     {"libsodium", "ISC"},
     {"Protocol Buffers", "BSD-3-Clause"},
     {"Abseil", "Apache-2.0"},
     {"Noto Sans", "OFL-1.1"},
     {"Noto Color Emoji", "OFL-1.1"},
     {"ICU", "Unicode-3.0"},
     {"zlib", "Zlib"}}};

} // namespace

SettingsPanel::SettingsPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                             QSettings& local, Hooks hooks, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SettingsPanel>()), m_desk(desk), m_caller(home),
      m_local(local), m_hooks(std::move(hooks)), m_gateway(nullptr)
{
    m_ui->setupUi(this);
    m_gateway = new GatewayForm(
        *m_ui, desk, home, m_hooks, [this](const QString& text, bool isGood) { say(text, isGood); },
        this);
    constexpr int kAiPage = 4, kUnderstandingPage = 5, kPeoplePage = 6;
    m_ai = new AiPage(
        desk, home, m_hooks, [this](const QString& text, bool isGood) { say(text, isGood); },
        m_ui->stack);
    m_ui->stack->insertWidget(kAiPage, m_ai);
    m_ui->stack->insertWidget(kUnderstandingPage,
                              new UnderstandingPage(
                                  desk, home,
                                  [this](const QString& text, bool isGood) { say(text, isGood); },
                                  m_ui->stack));
    m_people = new PeoplePage(
        desk, home, [this](const QString& text, bool isGood) { say(text, isGood); }, m_ui->stack);
    m_ui->stack->insertWidget(kPeoplePage, m_people);
    m_ui->settingsPages->setItemDelegate(new EntryDelegate(this));
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        m_ui->zoneBox->addItem(QString::fromUtf8(zone));
    fillChoices();
    connect(m_ui->settingsPages, &QListWidget::currentRowChanged, m_ui->stack,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->settingsPages, &QListWidget::currentRowChanged, this, [this] {
        say({});
        showPage();
    });
    m_ui->settingsPages->setCurrentRow(0);
    connectGeneral();
    connectShop();
    connectHours();
    fillAbout();
    fitTexts();
    showPage();
    read();
}

SettingsPanel::~SettingsPanel() = default;

void SettingsPanel::openPage(int page)
{
    m_ui->settingsPages->setCurrentRow(page);
}

// A field that is being written in is saved by leaving it.
void SettingsPanel::flush()
{
    if (QWidget* writing = focusWidget(); writing && writing->hasFocus())
        writing->clearFocus();
}

void SettingsPanel::showPage()
{
    const QListWidgetItem* item = m_ui->settingsPages->currentItem();
    m_ui->pageTitle->setText(item ? item->text() : QString());
    for (int i = 0; i < m_ui->stack->count(); ++i) // the scroll area measures the shown page only
        m_ui->stack->widget(i)->setSizePolicy(
            QSizePolicy::Preferred,
            i == m_ui->stack->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
}

// What depends on the font's size.
void SettingsPanel::fitTexts()
{
    const QFontMetrics metrics(font());
    m_ui->stack->setMaximumWidth(metrics.averageCharWidth() * 110);
    m_ui->settingsPages->setFixedWidth(
        std::max(metrics.averageCharWidth() * 20, m_ui->settingsPages->sizeHintForColumn(0) + 8));
    m_ui->originsEdit->setFixedHeight(metrics.lineSpacing() * 4 + 12);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.4);
    title.setWeight(QFont::DemiBold);
    m_ui->pageTitle->setFont(title);
    m_ui->partsTree->resizeColumnToContents(0);
}

void SettingsPanel::fillChoices()
{
    const auto fill = [](QComboBox* box, const QStringList& texts, int index) {
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(index);
    };
    const int page = std::max(0, m_ui->settingsPages->currentRow());
    const QSignalBlocker quiet(m_ui->settingsPages);
    m_ui->settingsPages->clear();
    m_ui->settingsPages->addItems({tr("General"), tr("Shop"), tr("Business hours"), tr("Gateway"),
                                   tr("AI"), tr("Understanding"), tr("People"), tr("Personal data"),
                                   tr("About")});
    m_ui->settingsPages->setCurrentRow(page);
    const QString language = m_local.value(QStringLiteral("language")).toString();
    fill(m_ui->languageBox,
         {tr("As the system"), QStringLiteral("Español"), QStringLiteral("English")},
         language == QLatin1String("es")   ? 1
         : language == QLatin1String("en") ? 2
                                           : 0);
    fill(m_ui->themeBox, {tr("As the system"), tr("Light"), tr("Dark")},
         static_cast<int>(themeOfName(m_local.value(QStringLiteral("theme")).toString())));
    const QString scope =
        m_local.value(QStringLiteral("alerts/scope"), QStringLiteral("unassigned")).toString();
    fill(m_ui->scopeBox, {tr("Mine"), tr("Mine and unassigned"), tr("Everybody's")},
         scope == QLatin1String("mine")  ? 0
         : scope == QLatin1String("all") ? 2
                                         : 1);
    m_ui->partsTree->setHeaderLabels({tr("Part"), tr("Licence")});
}

void SettingsPanel::connectGeneral()
{
    connect(m_ui->myNameEdit, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_ui->myNameEdit->text().simplified();
        if (!m_me.isValid() || name == m_saved.value(QStringLiteral("me")))
            return;
        const desk::PersonChange change{.person = m_me, .name = name};
        m_desk.changePerson(m_caller, m_badge, change, [this](base::Result<desk::Person> person) {
            if (!person) {
                say(person.error().code == base::Code::Invalid
                        ? tr("A name has 1 to 80 characters.")
                        : errorText(person.error()),
                    false);
                return;
            }
            m_saved[QStringLiteral("me")] = person->name;
            say(tr("Saved."));
            Q_EMIT nameChanged(person->name);
        });
    });
    connect(m_ui->languageBox, &QComboBox::activated, this, [this](int i) {
        Q_EMIT languageChosen(i == 1   ? QStringLiteral("es")
                              : i == 2 ? QStringLiteral("en")
                                       : QString());
    });
    connect(m_ui->themeBox, &QComboBox::activated, this,
            [this](int i) { Q_EMIT themeChosen(static_cast<Theme>(i)); });
    connect(m_ui->scopeBox, &QComboBox::activated, this, [this](int i) {
        static const QStringList kScopes{QStringLiteral("mine"), QStringLiteral("unassigned"),
                                         QStringLiteral("all")};
        m_local.setValue(QStringLiteral("alerts/scope"), kScopes.value(i));
    });
    m_ui->soundCheck->setChecked(m_local.value(QStringLiteral("alerts/sound"), true).toBool());
    connect(m_ui->soundCheck, &QCheckBox::toggled, this,
            [this](bool on) { m_local.setValue(QStringLiteral("alerts/sound"), on); });
    connect(m_ui->soundTest, &QPushButton::clicked, this, &SettingsPanel::soundTestWanted);
    m_ui->autostartCheck->setVisible(static_cast<bool>(m_hooks.setStartAtLogin));
    m_ui->autostartCheck->setChecked(m_hooks.startsAtLogin && m_hooks.startsAtLogin());
    connect(m_ui->autostartCheck, &QCheckBox::toggled, this,
            [this](bool on) { m_hooks.setStartAtLogin(on); });
    connect(m_ui->shortcutsButton, &QPushButton::clicked, this, &SettingsPanel::shortcutsWanted);
    connect(m_ui->openTester, &QPushButton::clicked, this, &SettingsPanel::testerWanted);
    connectQuietHours();
    connectDemonstration();
}

void SettingsPanel::connectQuietHours()
{
    const auto time = [this](const char* key, const char* other) {
        return QTime::fromString(m_local.value(QLatin1String(key), QLatin1String(other)).toString(),
                                 QStringLiteral("HH:mm"));
    };
    m_ui->quietCheck->setChecked(m_local.value(QStringLiteral("alerts/quietOn"), false).toBool());
    m_ui->quietFrom->setTime(time("alerts/quietFrom", "22:00"));
    m_ui->quietTo->setTime(time("alerts/quietTo", "07:00"));
    const auto saveQuiet = [this] {
        m_local.setValue(QStringLiteral("alerts/quietOn"), m_ui->quietCheck->isChecked());
        m_local.setValue(QStringLiteral("alerts/quietFrom"),
                         m_ui->quietFrom->time().toString(QStringLiteral("HH:mm")));
        m_local.setValue(QStringLiteral("alerts/quietTo"),
                         m_ui->quietTo->time().toString(QStringLiteral("HH:mm")));
    };
    connect(m_ui->quietCheck, &QCheckBox::toggled, this, saveQuiet);
    connect(m_ui->quietFrom, &QTimeEdit::timeChanged, this, saveQuiet);
    connect(m_ui->quietTo, &QTimeEdit::timeChanged, this, saveQuiet);
}

void SettingsPanel::connectDemonstration()
{
    connect(m_ui->demoLoad, &QPushButton::clicked, this, &SettingsPanel::loadDemo);
    connect(m_ui->demoClear, &QPushButton::clicked, this, &SettingsPanel::clearDemo);
}

void SettingsPanel::loadDemo()
{
    m_desk.loadDemo(m_caller, [this](base::Result<int> count) {
        count ? say(tr("%n demonstration conversation(s) added.", nullptr, *count))
              : say(errorText(count.error()), false);
    });
}

void SettingsPanel::clearDemo()
{
    m_desk.clearDemo(m_caller, [this](base::Result<int> count) {
        count ? say(tr("%n demonstration conversation(s) removed.", nullptr, *count))
              : say(errorText(count.error()), false);
    });
}

void SettingsPanel::connectShop()
{
    const auto bind = [this](QLineEdit* field, const char* key, QString (*fault)(const QString&)) {
        connect(field, &QLineEdit::editingFinished, this,
                [this, field, key, fault] { saveField(field, QLatin1String(key), fault); });
    };
    bind(m_ui->shopName, "shop.name", noFault);
    bind(m_ui->shopAddress, "shop.address", noFault);
    bind(m_ui->shopEmail, "shop.email", emailFault);
    bind(m_ui->shopWhatsapp, "shop.whatsapp", phoneFault);
    bind(m_ui->shopPrivacy, "shop.privacyUrl", linkFault);
}

QList<QLineEdit*> SettingsPanel::dayFields() const
{
    return {m_ui->mon, m_ui->tue, m_ui->wed, m_ui->thu, m_ui->fri, m_ui->sat, m_ui->sun};
}

void SettingsPanel::connectHours()
{
    for (QLineEdit* day : dayFields())
        connect(day, &QLineEdit::editingFinished, this, &SettingsPanel::saveHours);
    connect(m_ui->zoneBox, &QComboBox::textActivated, this, &SettingsPanel::saveHours);
    connect(m_ui->copyMonday, &QPushButton::clicked, this, [this] {
        for (QLineEdit* day : dayFields().mid(1, 4))
            day->setText(m_ui->mon->text());
        saveHours();
    });
}

void SettingsPanel::showAbout()
{
    m_ui->aboutLabel->setText(tr("Relevo %1\nData: %2\nFree software under the GNU General Public "
                                 "License, version 3 or later.")
                                  .arg(m_hooks.version, m_hooks.dataFolder));
}

void SettingsPanel::fillAbout()
{
    showAbout();
    m_ui->partsTree->clear();
    for (const auto& [part, licence] : kParts)
        m_ui->partsTree->addTopLevelItem(
            new QTreeWidgetItem({QLatin1String(part), QLatin1String(licence)}));
    m_ui->partsTree->resizeColumnToContents(0);
    connect(m_ui->openData, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_hooks.dataFolder)); });
    connect(m_ui->openLogs, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QDir(m_hooks.dataFolder).filePath(QStringLiteral("logs"))));
    });
}

void SettingsPanel::setMe(base::PersonId me, const QString& name, const desk::Badge& badge)
{
    m_me = me;
    m_badge = badge;
    m_people->setMe(me, badge);
    m_saved[QStringLiteral("me")] = name;
    m_ui->myNameEdit->setText(name);
}

void SettingsPanel::read()
{
    m_desk.settings(m_caller, [this](base::Result<QMap<QString, QString>> settings) {
        if (settings)
            show(*settings);
        else
            say(errorText(settings.error()), false);
    });
}

void SettingsPanel::show(const QMap<QString, QString>& settings)
{
    m_saved.insert(settings);
    const auto value = [&](const char* key) { return settings.value(QLatin1String(key)); };
    m_gateway->show(settings);
    m_ui->shopName->setText(value("shop.name"));
    m_ui->shopAddress->setText(value("shop.address"));
    m_ui->shopEmail->setText(value("shop.email"));
    m_ui->shopWhatsapp->setText(value("shop.whatsapp"));
    m_ui->shopPrivacy->setText(value("shop.privacyUrl"));
    showHours(value("hours.weekly").toUtf8());
}

void SettingsPanel::showHours(const QByteArray& json)
{
    const HoursText hours = hoursText(json);
    const auto fields = dayFields();
    for (qsizetype day = 0; day < fields.size(); ++day)
        fields[day]->setText(hours.days.value(day));
    m_ui->zoneBox->setCurrentText(hours.zone);
}

QString SettingsPanel::hoursFaultText(const HoursFault& fault) const
{
    const QString day = QLocale().dayName(fault.day + 1);
    switch (fault.kind) {
    case HoursFault::Kind::NoSpan:
        return tr("%1: write hours as 09:00-13:00, 16:00-20:00, not %2.").arg(day, fault.part);
    case HoursFault::Kind::Backwards:
        return tr("%1: %2 closes before it opens.").arg(day, fault.part);
    case HoursFault::Kind::Overlap: return tr("%1: these hours overlap: %2").arg(day, fault.part);
    case HoursFault::Kind::NoZone: break;
    }
    return tr("There is no time zone %1.").arg(fault.part);
}

void SettingsPanel::saveHours()
{
    HoursText hours{.zone = m_ui->zoneBox->currentText()};
    for (const QLineEdit* day : dayFields())
        hours.days += day->text();
    const auto json = hoursJson(hours);
    if (!json) {
        say(hoursFaultText(json.error()), false);
        return;
    }
    if (QString::fromUtf8(*json) == m_saved.value(QStringLiteral("hours.weekly")))
        return;
    save(QStringLiteral("hours.weekly"), QString::fromUtf8(*json));
}

QString SettingsPanel::snippet() const
{
    return m_gateway->snippet();
}

void SettingsPanel::saveField(QLineEdit* field, const QString& key,
                              QString (*fault)(const QString&))
{
    const QString text = field->text().trimmed();
    if (const QString wrong = fault(text); !wrong.isEmpty()) {
        say(wrong, false);
        return;
    }
    if (text != m_saved.value(key))
        save(key, text);
}

void SettingsPanel::save(const QString& key, const QString& value)
{
    m_desk.saveSetting(m_caller, key, value, [this, key, value](const base::Result<void>& saved) {
        if (saved)
            m_saved[key] = value;
        saved ? say(tr("Saved.")) : say(errorText(saved.error()), false);
    });
}

void SettingsPanel::say(const QString& text, bool isGood)
{
    m_said = text;
    m_isGood = isGood;
    QPalette p = palette();
    p.setColor(QPalette::WindowText, isGood ? colours().good : colours().bad);
    m_ui->resultLabel->setPalette(p);
    m_ui->resultLabel->setText(text.isEmpty() ? text
                               : isGood       ? QStringLiteral("✓ ") + text
                                              : QStringLiteral("⚠ ") + text);
}

void SettingsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillChoices();
        say({});
        showAbout();
        showPage();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fitTexts();
    if (event->type() == QEvent::PaletteChange)
        say(m_said, m_isGood);
}

} // namespace panels
