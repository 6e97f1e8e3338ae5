// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class DoorPage;
}

namespace panels {

/// Who are you, and the passphrase where one is set: before the window opens, and while it is locked.
class DoorPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DoorPage(QWidget* parent = nullptr);
    ~DoorPage() override;

    enum class Why { Choose, Locked };
    /// \param chosen who is marked; locked, the only one
    void show(Why why, std::vector<desk::Person> people, base::PersonId chosen);
    /// Why it did not open; it can be tried again.
    void say(const QString& text);

Q_SIGNALS:
    void entering(qint64 person, const QString& passphrase);
    void newHere();
    void otherWanted(); ///< locked, and whoever comes is another person

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] const desk::Person* chosen() const;
    void fitTexts();
    void showTexts();
    void showPassphrase();
    void enter();

    std::unique_ptr<Ui::DoorPage> m_ui;
    std::vector<desk::Person> m_people;
    Why m_why = Why::Choose;
};

} // namespace panels
