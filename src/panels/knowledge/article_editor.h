// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/knowledge/article_drafts.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Ui {
class ArticleEditor;
}

namespace panels {

/// One article: Markdown and preview side by side, a tab a language. What is written stands as a
/// draft until it is saved; a save that meets another's shows both. Former versions are looked at in
/// place and brought back from there.
class ArticleEditor final : public QWidget
{
    Q_OBJECT
public:
    ArticleEditor(desk::Desk& desk, const std::shared_ptr<base::Home>& home, QSettings& local,
                  QWidget* parent = nullptr);
    ~ArticleEditor() override;

    void setMe(base::PersonId me) { m_me = me; }
    /// An empty slug: a new article.
    void open(const QString& slug);
    [[nodiscard]] const QString& slug() const noexcept { return m_slug; }
    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    void save();
    /// Keeps what is being written as a draft.
    void flush();
    /// Somebody changed an article.
    void changed();
    [[nodiscard]] const ArticleDrafts& drafts() const noexcept { return m_drafts; }
    void focusTitle();

Q_SIGNALS:
    void saved(QString slug);
    void draftsChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Choice {
        QString text;
        std::function<void()> work;
    };
    void connectParts();
    void askTerms();
    void took(base::Result<desk::Article> article);
    void tookSaved(base::Result<desk::Article> article, const desk::ArticleContent& sent);
    void tookNewer(desk::Article article);
    void setSaved(desk::Article article);
    void fill(const desk::ArticleContent& content);
    void fillLanguage();
    void keepLanguage();
    [[nodiscard]] desk::ArticleContent written();
    [[nodiscard]] QString faultOf(const desk::ArticleContent& content) const;
    [[nodiscard]] bool isChanged();
    void edited();
    void saveOver(int version);
    void discard();
    void publish(bool isPublished);
    void fillVersions();
    void lookAt(const desk::ArticleContent& content, const QString& notice, const Choice& choice);
    void backToWritten();
    void showConflict();
    void showState(const QString& said = {}, bool isGood = true);
    void showLanguages();
    void showPreview();
    void notify(const QString& text, const Choice& first = {}, const Choice& second = {});
    void fitFonts();

    std::unique_ptr<Ui::ArticleEditor> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    ArticleDrafts m_drafts;
    base::PersonId m_me;
    QString m_slug;
    bool m_isOpen = false;
    desk::Article m_saved;                        ///< as last heard of; version 0: none yet
    int m_baseVersion = 0;                        ///< that what is written rests on
    std::map<QString, desk::ArticleText> m_texts; ///< as written, by language
    int m_language = 0;
    std::optional<desk::ArticleContent> m_held; ///< what is written, while something else is shown
    std::function<void()> m_first, m_second;    ///< of the notice's buttons
    QTimer m_pause, m_previewPause;
    bool m_isFilling = false;
    bool m_hasNews = false; ///< written since the draft was kept
};

} // namespace panels
