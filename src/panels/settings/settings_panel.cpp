// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/settings_panel.h"

#include "panels/error_texts.h"
#include "panels/settings/hours_text.h"
#include "ui_settings_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QTimeZone>
#include <QUrl>

#include <array>

namespace panels {

namespace {

QString noFault(const QString&)
{
    return {};
}

QString emailFault(const QString& text)
{
    static const QRegularExpression kEmail(QStringLiteral("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$"));
    return text.isEmpty() || kEmail.match(text).hasMatch()
               ? QString()
               : SettingsPanel::tr("That is no e-mail address.");
}

QString phoneFault(const QString& text)
{
    static const QRegularExpression kPhone(QStringLiteral("^\\d{8,15}$"));
    return text.isEmpty() || kPhone.match(text).hasMatch()
               ? QString()
               : SettingsPanel::tr(
                     "WhatsApp needs 8 to 15 digits with the country code, without + or spaces.");
}

QString linkFault(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isLink =
        url.isValid() && !url.host().isEmpty() &&
        (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
    return text.isEmpty() || isLink ? QString() : SettingsPanel::tr("A link begins with https://");
}

const std::array<std::pair<const char*, const char*>, 11> kParts{{{"Qt 6", "LGPL-3.0 / GPL-3.0"},
                                                                  {"SQLite", "Public domain"},
                                                                  {"Boost", "BSL-1.0"},
                                                                  {"simdjson", "Apache-2.0"},
                                                                  {"tl::expected", "CC0-1.0"},
                                                                  {"prometheus-cpp", "MIT"},
                                                                  {"OpenSSL", "Apache-2.0"},
                                                                  {"Noto Sans", "OFL-1.1"},
                                                                  {"Noto Color Emoji", "OFL-1.1"},
                                                                  {"ICU", "Unicode-3.0"},
                                                                  {"zlib", "Zlib"}}};

} // namespace

SettingsPanel::SettingsPanel(desk::Desk& desk, std::shared_ptr<base::Home> home, QSettings& local,
                             Hooks hooks, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SettingsPanel>()), m_desk(desk),
      m_caller(std::move(home)), m_local(local), m_hooks(std::move(hooks))
{
    m_ui->setupUi(this);
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        m_ui->zoneBox->addItem(QString::fromUtf8(zone));
    fillChoices();
    connect(m_ui->settingsPages, &QListWidget::currentRowChanged, m_ui->stack,
            &QStackedWidget::setCurrentIndex);
    connect(m_ui->settingsPages, &QListWidget::currentRowChanged, this, [this] { say({}); });
    m_ui->settingsPages->setCurrentRow(0);
    connectGeneral();
    connectShop();
    connectHours();
    connectGateway();
    fillAbout();
    read();
}

SettingsPanel::~SettingsPanel() = default;

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
    m_ui->settingsPages->addItems(
        {tr("General"), tr("Shop"), tr("Business hours"), tr("Gateway"), tr("About")});
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
    connect(m_ui->nameEdit, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_ui->nameEdit->text().simplified();
        if (!m_me.isValid() || name == m_saved.value(QStringLiteral("me")))
            return;
        m_desk.savePerson(m_caller, m_me, name, [this](base::Result<desk::Person> person) {
            if (!person) {
                say(errorText(person.error()), false);
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
    connect(m_ui->demoLoad, &QPushButton::clicked, this, [this] {
        m_desk.loadDemo(m_caller, [this](base::Result<int> count) {
            count ? say(tr("%n demonstration conversation(s) added.", nullptr, *count))
                  : say(errorText(count.error()), false);
        });
    });
    connect(m_ui->demoClear, &QPushButton::clicked, this, [this] {
        m_desk.clearDemo(m_caller, [this](base::Result<int> count) {
            count ? say(tr("%n demonstration conversation(s) removed.", nullptr, *count))
                  : say(errorText(count.error()), false);
        });
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

void SettingsPanel::connectGateway()
{
    connect(m_ui->applyGateway, &QPushButton::clicked, this, &SettingsPanel::applyGateway);
    connect(m_ui->publicEdit, &QLineEdit::textChanged, this,
            [this] { m_ui->snippetEdit->setText(snippet()); });
    connect(m_ui->snippetCopy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(snippet());
        say(tr("Copied."));
    });
    connect(m_ui->publicTest, &QPushButton::clicked, this, [this] {
        const QString url = m_ui->publicEdit->text().trimmed();
        if (url.isEmpty() || !linkFault(url).isEmpty()) {
            say(tr("A link begins with https://"), false);
            return;
        }
        say(tr("Asking %1 …").arg(url));
        if (m_hooks.testPublicUrl)
            m_hooks.testPublicUrl(url, [this](bool isOk, const QString& detail) {
                say(isOk ? tr("It answers: customers can reach the chat there.")
                         : tr("It does not answer: %1").arg(detail),
                    isOk);
            });
    });
}

void SettingsPanel::fillAbout()
{
    m_ui->aboutLabel->setText(tr("Relevo %1\nData: %2\nFree software under the GNU General Public "
                                 "License, version 3 or later.")
                                  .arg(m_hooks.version, m_hooks.dataFolder));
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

void SettingsPanel::setMe(base::PersonId me, const QString& name)
{
    m_me = me;
    m_saved[QStringLiteral("me")] = name;
    m_ui->nameEdit->setText(name);
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
    m_ui->shopName->setText(value("shop.name"));
    m_ui->shopAddress->setText(value("shop.address"));
    m_ui->shopEmail->setText(value("shop.email"));
    m_ui->shopWhatsapp->setText(value("shop.whatsapp"));
    m_ui->shopPrivacy->setText(value("shop.privacyUrl"));
    m_ui->hostEdit->setText(
        settings.value(QStringLiteral("gateway.host"), QStringLiteral("127.0.0.1")));
    m_ui->portBox->setValue(
        settings.value(QStringLiteral("gateway.port"), QStringLiteral("8787")).toInt());
    m_ui->originsEdit->setPlainText(value("gateway.allowedOrigins").replace(u',', u'\n'));
    m_ui->publicEdit->setText(value("gateway.publicUrl"));
    m_ui->snippetEdit->setText(snippet());
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

void SettingsPanel::saveHours()
{
    HoursText hours{.zone = m_ui->zoneBox->currentText()};
    for (const QLineEdit* day : dayFields())
        hours.days += day->text();
    const auto json = hoursJson(hours);
    if (!json) {
        say(tr("Write hours as 09:00-13:00, 16:00-20:00: %1").arg(json.error()), false);
        return;
    }
    save(QStringLiteral("hours.weekly"), QString::fromUtf8(*json));
}

void SettingsPanel::applyGateway()
{
    const QString link = m_ui->publicEdit->text().trimmed();
    if (!linkFault(link).isEmpty()) {
        say(linkFault(link), false);
        return;
    }
    QStringList origins;
    for (const QString& line : m_ui->originsEdit->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!linkFault(line.trimmed()).isEmpty()) {
            say(tr("An origin looks like https://www.example.com: %1").arg(line), false);
            return;
        }
        origins += line.trimmed();
    }
    save(QStringLiteral("gateway.allowedOrigins"), origins.join(u','));
    save(QStringLiteral("gateway.publicUrl"), link);
    save(QStringLiteral("gateway.host"), m_ui->hostEdit->text().trimmed());
    // The desk keeps their order, so the last answer means that all are saved.
    m_desk.saveSetting(
        m_caller, QStringLiteral("gateway.port"), QString::number(m_ui->portBox->value()),
        [this](const base::Result<void>& saved) {
            const base::Result<void> applied = !saved                 ? saved
                                               : m_hooks.applyGateway ? m_hooks.applyGateway()
                                                                      : base::Result<void>();
            if (applied)
                say(tr("Listening with these settings."));
            else
                say(tr("It cannot listen there: %1").arg(applied.error().detail), false);
            m_ui->snippetEdit->setText(snippet());
        });
}

QString SettingsPanel::snippet() const
{
    QString base = m_ui->publicEdit->text().trimmed();
    if (base.isEmpty() && m_hooks.chatUrl)
        base = m_hooks.chatUrl();
    while (base.endsWith(u'/'))
        base.chop(1);
    return QStringLiteral(
               "<script src=\"%1/widget.js\" data-base=\"%1\" data-lang=\"es\"></script>")
        .arg(base);
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
    QPalette p = palette();
    p.setColor(QPalette::WindowText, isGood ? colours().good : colours().bad);
    m_ui->resultLabel->setPalette(p);
    m_ui->resultLabel->setText(text);
}

void SettingsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillChoices();
        m_ui->aboutLabel->setText(tr("Relevo %1\nData: %2\nFree software under the GNU General "
                                     "Public License, version 3 or later.")
                                      .arg(m_hooks.version, m_hooks.dataFolder));
    }
}

} // namespace panels
