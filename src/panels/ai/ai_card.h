// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class AiCard;
}

namespace panels {

/// What opens from the header strip: every AI server with why it is paused, its last error, counts and
/// next try; what can be done by hand; AI off for all.
class AiCard final : public QDialog
{
    Q_OBJECT
public:
    AiCard(desk::Desk& desk, const Hooks& hooks, QWidget* parent);
    ~AiCard() override;

    void setState(const desk::AiHealth& health, const desk::SmartState& smart);

Q_SIGNALS:
    void settingsWanted();
    void switchWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void steer(desk::AiSteer what);
    void fill();

    std::unique_ptr<Ui::AiCard> m_ui;
    desk::Desk& m_desk;
    const Hooks& m_hooks;
    desk::AiHealth m_health;
    desk::SmartState m_smart;
};

/// The header strip's button: whether AI helps and whether one of its servers is paused, in words and
/// a sign besides the colour.
class AiButton final : public QObject
{
    Q_OBJECT
public:
    AiButton(QPushButton& button, desk::Desk& desk, std::shared_ptr<base::Home> home,
             const Hooks& hooks, QWidget* window);

    void openCard();
    /// On for all where it is off for all, and the other way.
    void toggle();
    void show();

Q_SIGNALS:
    void settingsWanted();

private:
    void read();

    QPushButton& m_button;
    desk::Desk& m_desk;
    base::Caller m_caller;
    desk::AiHealth m_health;
    desk::SmartState m_smart;
    AiCard* m_card;
};

} // namespace panels
