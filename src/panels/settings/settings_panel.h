// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/look/theme.h"
#include "panels/panels.h"
#include "panels/settings/hours_text.h"

#include <QMap>
#include <QWidget>

#include <memory>

class QLineEdit;
class QSettings;

namespace Ui {
class SettingsPanel;
}

namespace panels {

class AiPage;
class GatewayForm;
class PeoplePage;
class UnderstandingPage;

/// General, Shop, Business hours, Gateway, AI, Understanding, People, Personal data, About. What belongs
/// to the shop is saved through the desk as soon as a field is left; what belongs to this window stands in its
/// own settings file.
class SettingsPanel final : public QWidget
{
    Q_OBJECT
public:
    SettingsPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home, QSettings& local,
                  Hooks hooks, QWidget* parent = nullptr);
    ~SettingsPanel() override;

    /// \param badge proof of who sits here
    void setMe(base::PersonId me, const QString& name, const desk::Badge& badge);
    /// The one line that a site needs.
    [[nodiscard]] QString snippet() const;
    /// In the order of the list; see fillChoices().
    void openPage(int page);
    void loadDemo();
    void clearDemo();
    /// Saves what is being written.
    void flush();

Q_SIGNALS:
    void themeChosen(panels::Theme theme);
    void languageChosen(const QString& language);
    void soundTestWanted();
    void shortcutsWanted();
    void testerWanted();
    void nameChanged(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillChoices();
    void connectGeneral();
    void connectQuietHours();
    void connectDemonstration();
    void connectShop();
    void connectHours();
    void fillAbout();
    void showAbout();
    void showPage();
    void fitTexts();
    [[nodiscard]] QString hoursFaultText(const HoursFault& fault) const;
    void read();
    void show(const QMap<QString, QString>& settings);
    void showHours(const QByteArray& json);
    void saveHours();
    void save(const QString& key, const QString& value);
    void saveField(QLineEdit* field, const QString& key, QString (*fault)(const QString&));
    void say(const QString& text, bool isGood = true);
    [[nodiscard]] QList<QLineEdit*> dayFields() const;

    std::unique_ptr<Ui::SettingsPanel> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    QSettings& m_local;
    const Hooks m_hooks;
    base::PersonId m_me;
    QMap<QString, QString> m_saved;
    GatewayForm* m_gateway;
    AiPage* m_ai = nullptr;
    PeoplePage* m_people = nullptr;
    desk::Badge m_badge;
    QString m_said;
    bool m_isGood = true;
};

} // namespace panels
