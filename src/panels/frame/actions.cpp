// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/actions.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTranslator>
#include <QWidget>

#include <algorithm>
#include <tuple>

namespace panels {

namespace {

constexpr const char* kText = "text";
constexpr const char* kDefault = "default";

QString inSpanish(const char* text)
{
    static const QTranslator* const spanish = [] {
        auto* translator = new QTranslator(QCoreApplication::instance());
        std::ignore = translator->load(QStringLiteral(":/i18n/relevo_es.qm"));
        return translator;
    }();
    return spanish->translate("Actions", text);
}

QString settingOf(const QAction* action)
{
    return QStringLiteral("shortcuts/") + action->objectName();
}

} // namespace

Actions::Actions(QWidget* window, QSettings& settings)
    : QObject(window), m_window(window), m_settings(settings)
{
}

QAction* Actions::add(const char* name, const char* text, const QKeySequence& shortcut,
                      std::function<void()> work)
{
    auto* action = new QAction(QCoreApplication::translate("Actions", text), m_window);
    action->setObjectName(QLatin1String(name));
    action->setProperty(kText, QByteArray(text));
    action->setProperty(kDefault, QVariant::fromValue(shortcut));
    const QVariant own = m_settings.value(settingOf(action));
    action->setShortcut(own.isValid() ? QKeySequence(own.toString(), QKeySequence::PortableText)
                                      : shortcut);
    connect(action, &QAction::triggered, this, std::move(work));
    m_window->addAction(action);
    m_actions.append(action);
    return action;
}

QString Actions::searchText(const QAction* action)
{
    const QByteArray text = action->property(kText).toByteArray();
    return QString::fromUtf8(text) + u' ' + inSpanish(text.constData());
}

QKeySequence Actions::defaultShortcut(const QAction* action)
{
    return action->property(kDefault).value<QKeySequence>();
}

bool Actions::remap(QAction* action, const QKeySequence& shortcut)
{
    const bool isTaken =
        !shortcut.isEmpty() && std::ranges::any_of(m_actions, [&](const QAction* other) {
            return other != action && other->shortcut() == shortcut;
        });
    if (isTaken)
        return false;
    action->setShortcut(shortcut);
    if (shortcut == defaultShortcut(action))
        m_settings.remove(settingOf(action));
    else
        m_settings.setValue(settingOf(action), shortcut.toString(QKeySequence::PortableText));
    return true;
}

void Actions::retranslate()
{
    for (QAction* action : std::as_const(m_actions))
        action->setText(QCoreApplication::translate(
            "Actions", action->property(kText).toByteArray().constData()));
}

} // namespace panels
