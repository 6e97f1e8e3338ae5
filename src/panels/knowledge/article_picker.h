// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class ArticlePicker;
}

namespace panels {

/// A small window over the composer: articles that fit the conversation, or other words. What is
/// chosen is only put into the composer.
class ArticlePicker final : public QFrame
{
    Q_OBJECT
public:
    /// What the articles are to be about.
    struct About {
        QString problem;  ///< as people read it; may be empty
        QString said;     ///< the customer's last words
        QString language; ///< of the conversation
    };
    ArticlePicker(desk::Desk& desk, const std::shared_ptr<base::Home>& home, About about,
                  QWidget* parent);
    ~ArticlePicker() override;

    /// Above this widget, at its right end.
    void openOver(const QWidget& widget);

Q_SIGNALS:
    void chosen(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void show(const QList<engine::FoundArticle>& found);
    [[nodiscard]] const engine::FoundArticle* current() const;
    void showButtons();
    void insertLink();
    void insertText();

    std::unique_ptr<Ui::ArticlePicker> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const About m_about;
    QList<engine::FoundArticle> m_found;
    QTimer m_typingPause;
};

} // namespace panels
