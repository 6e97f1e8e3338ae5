// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace panels {

/// The first start: asks the agent's name and offers the first steps.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(desk::Desk& desk, std::shared_ptr<base::Home> home, const Hooks& hooks,
                QWidget* parent = nullptr);
    ~WelcomePage() override;

    /// Who was named sits at the window now: what there is to do opens.
    void letIn();

Q_SIGNALS:
    void named(qint64 person, QString name);
    void chatWanted();
    void snippetWanted();
    void aiWanted();
    void finished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void saveName();
    void loadDemo();
    void showSteps(bool isNamed);
    void fitTexts();

    std::unique_ptr<Ui::WelcomePage> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
};

} // namespace panels
