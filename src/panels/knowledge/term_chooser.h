// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values.h"

#include <QStringList>
#include <QToolButton>

class QListWidget;

namespace panels {

/// A field that shows what is ticked in its list of the catalogue's terms. A code that is given but
/// not in the catalogue (any more) stands in the list too, by its code, so that nothing is lost.
class TermChooser final : public QToolButton
{
    Q_OBJECT
public:
    explicit TermChooser(QWidget* parent = nullptr);

    /// Value: the code, text: what people read; in the order of the list.
    void setTerms(const QList<engine::Option>& terms);
    void setCodes(const QStringList& codes);
    /// In the order in which they were ticked.
    [[nodiscard]] const QStringList& codes() const noexcept { return m_codes; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void codesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fillList();
    void ticked();
    void showChosen();

    QList<engine::Option> m_terms;
    QStringList m_codes;
    QListWidget* m_list;
    bool m_isFilling = false;
};

} // namespace panels
