// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QWidget>

#include <functional>
#include <memory>

class QMenu;

namespace Ui {
class PeoplePage;
}

namespace panels {

/// The settings' page People: who works here, their roles, who is locked out, passphrases, and after
/// how many minutes of silence the window locks. The desk says who may change what.
class PeoplePage final : public QWidget
{
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text, bool isGood)>;
    PeoplePage(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say,
               QWidget* parent = nullptr);
    ~PeoplePage() override;

    void setMe(base::PersonId me, const desk::Badge& badge);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectButtons();
    void fillRoles();
    void read();
    void show(std::vector<desk::Person> people);
    void showSelected();
    [[nodiscard]] const desk::Person* selected() const;
    void add();
    void toggleRole(people::Role role, bool isOn);
    void setPassphrase(const QString& fresh);
    void change(const desk::PersonChange& change);
    void was(const base::Result<desk::Person>& person);
    void readMinutes();

    std::unique_ptr<Ui::PeoplePage> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const Say m_say;
    QMenu* m_roles;
    base::PersonId m_me;
    desk::Badge m_badge;
    std::vector<desk::Person> m_people;
};

} // namespace panels
