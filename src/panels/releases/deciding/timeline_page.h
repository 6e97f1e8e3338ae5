// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/release_page.h"

#include <memory>

namespace Ui {
class TimelinePage;
}

namespace panels {

class OpenRelease;
class TimelineModel;

/// What still takes time: the critical path, what is late or will be, and the earliest go.
class TimelinePage final : public ReleasePage
{
    Q_OBJECT
public:
    explicit TimelinePage(OpenRelease& open, QWidget* parent = nullptr);
    ~TimelinePage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fillFilter();
    void fit();
    void showNow();

    std::unique_ptr<Ui::TimelinePage> m_ui;
    OpenRelease& m_open;
    TimelineModel* m_model;
};

} // namespace panels
