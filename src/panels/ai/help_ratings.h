// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class HelpRatings;
}

namespace panels {

/// What agents thought of AI's help, newest first: how many answers of each prompt and model helped,
/// and each rating with its comment. Read again whenever it comes into view.
class HelpRatings final : public QWidget
{
    Q_OBJECT
public:
    HelpRatings(desk::Desk& desk, std::shared_ptr<base::Home> home, QWidget* parent = nullptr);
    ~HelpRatings() override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void showCounts();
    void fitHeight();

    std::unique_ptr<Ui::HelpRatings> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    std::vector<desk::HelpRated> m_ratings;
};

} // namespace panels
