// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"

#include <QList>
#include <QMap>
#include <QObject>

#include <functional>
#include <memory>

class QLineEdit;

namespace Ui {
class SettingsPanel;
}

namespace panels {

/// The Gateway page: where it listens, for whom, how much. Nothing is saved until all of it is
/// right and the gateway listens with it; otherwise it goes on as before and the fields keep what
/// was typed.
class GatewayForm final : public QObject
{
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text, bool isGood)>;
    GatewayForm(Ui::SettingsPanel& ui, desk::Desk& desk, std::shared_ptr<base::Home> home,
                const Hooks& hooks, Say say, QObject* parent);

    void show(const QMap<QString, QString>& settings);
    /// The one line that a site needs.
    [[nodiscard]] QString snippet() const;

private:
    struct Field {
        QLineEdit* edit;
        const char* key;
        const char* ordinary;
        QString (*fault)(const QString&);
    };
    void apply();
    void testPublicAddress();
    void listen(const QMap<QString, QString>& before);
    void goBackTo(const QMap<QString, QString>& before, const base::Error& error);
    void write(const QMap<QString, QString>& values, std::function<void(base::Result<void>)> done);
    /// Nothing where something is wrong, which is then said.
    [[nodiscard]] QMap<QString, QString> read();

    Ui::SettingsPanel& m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const Hooks& m_hooks;
    const Say m_say;
    const QList<Field> m_fields;
    QMap<QString, QString> m_saved;
};

} // namespace panels
