// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>
#include <vector>

namespace panels {

/// The articles, read in pages as they are scrolled to; with words, the best of what was found.
class ArticleListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { SlugRole = Qt::UserRole + 1 };

    ArticleListModel(desk::Desk& desk, std::shared_ptr<base::Home> home, QObject* parent = nullptr);

    void show(const QString& text, const QString& tag);
    /// Something may have changed: reads again what is loaded.
    void refresh();
    /// Articles with changes that are not saved.
    void setUnsaved(QSet<QString> slugs);
    /// Says titles and figures in the language that is spoken now.
    void retranslate();

    [[nodiscard]] const desk::Article& article(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const QString& slug) const;
    [[nodiscard]] bool isUnsaved(int row) const { return m_unsaved.contains(article(row).slug); }
    [[nodiscard]] bool isSearch() const { return !m_text.isEmpty() || !m_tag.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// The rows were read; `isAnew` where they may be others than before.
    void loaded(bool isAnew);
    void failed(base::Error error);

private:
    void read(const QByteArray& after, std::vector<desk::Article> before, std::size_t wanted);
    void take(std::vector<desk::Article> rows);

    desk::Desk& m_desk;
    base::Caller m_caller;
    QString m_text, m_tag;
    std::vector<desk::Article> m_rows;
    QSet<QString> m_unsaved;
    QByteArray m_next;
    int m_generation = 0;
};

} // namespace panels
