// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace e2e {

/// What the customer sees of one message.
struct Bubble {
    QString from, status, text;
    int seq = 0;
};

/// A real Chromium at the other end of driver.mjs, which names the commands. Calls run the Qt event
/// loop while they wait, so the window goes on living. Those that return bool are false where the
/// browser could not do it; lastError() says why.
class Browser
{
public:
    Browser();
    /// Ends the browser it started.
    ~Browser();

    [[nodiscard]] bool start();
    /// One command; the driver's answer, where "ok" is false if it failed.
    QJsonObject run(const QString& name, QJsonObject command, int timeoutMs = 40'000);
    [[nodiscard]] const QString& lastError() const noexcept { return m_lastError; }

    /// Opens a tab. `more`: context, width, height, locale, dark, phone, calm.
    bool open(const QString& page, const QString& url, QJsonObject more = {});
    /// Opens the widget's panel.
    bool launch(const QString& page);
    bool say(const QString& page, const QString& text);
    /// Taps the option whose value begins so.
    bool tap(const QString& page, const QString& value);
    bool click(const QString& page, const QString& selector);
    bool press(const QString& page, const QString& key);
    bool type(const QString& page, const QString& text);
    bool reload(const QString& page);
    bool setOffline(bool on, const QString& context = QStringLiteral("default"));
    /// A context is open.
    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    /// Forgets a context with its pages.
    bool forget(const QString& context = QStringLiteral("default"));

    /// Waits until the JavaScript expression is truthy.
    bool until(const QString& page, const QString& js, int timeoutMs = 15'000);
    /// Waits until the newest bubble of this author holds the text.
    bool untilSays(const QString& page, const QString& from, const QString& text,
                   int timeoutMs = 15'000);
    [[nodiscard]] QJsonValue probe(const QString& page, const QString& js);
    [[nodiscard]] QString text(const QString& page, const QString& js)
    {
        return probe(page, js).toString();
    }
    [[nodiscard]] QList<Bubble> log(const QString& page);
    /// What the event streams of this page brought, byte by byte.
    [[nodiscard]] QString rawStream(const QString& page);
    [[nodiscard]] QStringList requests(const QString& context = QStringLiteral("default"));
    [[nodiscard]] QJsonArray cookies(const QString& context = QStringLiteral("default"));
    /// Errors on the page's console, thrown exceptions, dialogs that opened.
    [[nodiscard]] QStringList complaints(const QString& page);
    /// Breaches of WCAG AA on screen; one line saying so where nothing could be checked.
    [[nodiscard]] QStringList breaches(const QString& page);
    [[nodiscard]] QString ariaTree(const QString& page);
    bool shot(const QString& page, const QString& path);

private:
    bool ok(const QJsonObject& answer);

    QProcess m_driver;
    QByteArray m_rest;
    QString m_lastError;
    bool m_isOpen = false;
};

/// A literal, which is UTF-8.
[[nodiscard]] inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}
/// A string as a JavaScript literal.
[[nodiscard]] QString js(const QString& text);
[[nodiscard]] QStringList textsOf(const QList<Bubble>& bubbles);
/// Every bubble has a number, each above the one before.
[[nodiscard]] bool isInOrder(const QList<Bubble>& bubbles);

} // namespace e2e
