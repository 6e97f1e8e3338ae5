// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QSettings;

namespace Ui {
class KnowledgePanel;
}

namespace panels {

class ArticleEditor;
class ArticleListModel;

/// The knowledge base: the articles on the left, one of them on the right.
class KnowledgePanel final : public QWidget
{
    Q_OBJECT
public:
    KnowledgePanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home, QSettings& local,
                   QWidget* parent = nullptr);
    ~KnowledgePanel() override;

    void setMe(base::PersonId me);
    void focusSearch();
    void newArticle();
    void saveArticle();
    void openArticle(const QString& slug);

    void save(QSettings& settings) const;
    void restore(QSettings& settings);
    /// Keeps what is being written.
    void flush();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectList();
    void fitFonts();
    void hear(const desk::Changes& changes);
    void readTags();
    void fillTags();
    void showArticles();
    void showLoaded(bool isAnew);
    void selectOpen();
    void showEditor();
    void showUnsaved();
    [[nodiscard]] QString emptyText() const;

    std::unique_ptr<Ui::KnowledgePanel> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    ArticleListModel* m_model;
    ArticleEditor* m_editor;
    QMap<QString, int> m_tags;
    QTimer m_searchPause;
    bool m_wasShown = false; ///< nothing is read before somebody looks
};

} // namespace panels
