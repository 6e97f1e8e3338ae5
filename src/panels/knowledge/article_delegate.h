// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/look/two_line_delegate.h"

namespace panels {

class ArticleListModel;

/// A row of the articles: title and whether it is published, figures and languages.
class ArticleDelegate final : public TwoLineDelegate
{
    Q_OBJECT
public:
    explicit ArticleDelegate(const ArticleListModel& model, QObject* parent = nullptr);

private:
    [[nodiscard]] Lines lines(const QModelIndex& index) const override;

    const ArticleListModel& m_model;
};

} // namespace panels
