// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace panels {

/// A list of things that are planned, with what is done with them. Enter and a double click change the
/// one that is chosen, Delete removes it, Ctrl with an arrow moves it. Whoever made it does it all.
class PlanList final : public QWidget
{
    Q_OBJECT
public:
    enum class Order {
        Free,  ///< rows can be moved
        Given, ///< by what they say
    };
    struct Words {
        QString name; ///< to a screen reader; shown above too where there are two lists
        QString none; ///< instead of an empty list
        QString add, change, remove;
    };
    /// \param stem the names of its parts begin so: "stageList", "stageAdd"
    PlanList(const QString& stem, Order order, QWidget* parent = nullptr);

    void setWords(const Words& words);
    void showName();
    /// \param rows one or two lines each; what is chosen stays so where it can
    void setRows(const QStringList& rows);
    [[nodiscard]] int row() const; ///< -1: none
    void choose(int row);

Q_SIGNALS:
    void addWanted();
    void changeWanted(int row);
    void removeWanted(int row);
    void moveWanted(int row, int by);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectButtons();
    void showButtons();
    void move(int by);

    const Order m_order;
    QLabel *m_heading, *m_none;
    QListWidget* m_list;
    QPushButton *m_add, *m_change, *m_remove, *m_up, *m_down;
};

} // namespace panels
