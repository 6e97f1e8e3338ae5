// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class UnderstandingPage;
}

namespace panels {

/// The settings' page Understanding: the model in use with its figures, the phrases that agents
/// corrected, learning anew and one step back.
class UnderstandingPage final : public QWidget
{
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text, bool isGood)>;
    UnderstandingPage(desk::Desk& desk, std::shared_ptr<base::Home> home, Say say,
                      QWidget* parent = nullptr);
    ~UnderstandingPage() override;

    /// Asks the desk again.
    void read();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(const desk::Training& training);
    void showModel();
    void showPhrases();
    void showButtons();
    void retrain();
    void goBack();
    void removeSelected();

    std::unique_ptr<Ui::UnderstandingPage> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const Say m_say;
    desk::Training m_training;
};

} // namespace panels
