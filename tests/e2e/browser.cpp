// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/browser.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

namespace e2e {

Browser::Browser()
{
    m_driver.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_driver.setWorkingDirectory(QStringLiteral(RELEVO_SOURCE_DIR "/tests/e2e"));
}

Browser::~Browser()
{
    m_driver.closeWriteChannel();
    if (!m_driver.waitForFinished(10'000))
        m_driver.kill();
    m_driver.waitForFinished(5'000);
}

bool Browser::start()
{
    m_driver.start(QStringLiteral("node"), {QStringLiteral("driver.mjs")});
    if (m_driver.waitForStarted(10'000))
        return true;
    m_lastError = m_driver.errorString();
    return false;
}

QJsonObject Browser::run(QJsonObject command, int timeoutMs)
{
    m_driver.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    QElapsedTimer timer;
    timer.start();
    while (!m_rest.contains('\n') && timer.elapsed() < timeoutMs &&
           m_driver.state() == QProcess::Running) {
        QTest::qWait(5);
        m_rest += m_driver.readAllStandardOutput();
    }
    const auto end = m_rest.indexOf('\n');
    if (end < 0)
        return {{QStringLiteral("ok"), false},
                {QStringLiteral("error"), QStringLiteral("the browser did not answer")}};
    const QJsonObject answer = QJsonDocument::fromJson(m_rest.left(end)).object();
    m_rest.remove(0, end + 1);
    return answer;
}

bool Browser::ok(const QJsonObject& answer)
{
    m_lastError = answer.value(u"error").toString();
    return answer.value(u"ok").toBool();
}

bool Browser::open(const QString& page, const QString& url, QJsonObject more)
{
    more.insert(QStringLiteral("do"), QStringLiteral("open"));
    more.insert(QStringLiteral("page"), page);
    more.insert(QStringLiteral("url"), url);
    return ok(run(more));
}

bool Browser::launch(const QString& page)
{
    return ok(
        run({{QStringLiteral("do"), QStringLiteral("launch")}, {QStringLiteral("page"), page}}));
}

bool Browser::say(const QString& page, const QString& text)
{
    return ok(run({{QStringLiteral("do"), QStringLiteral("say")},
                   {QStringLiteral("page"), page},
                   {QStringLiteral("text"), text}}));
}

bool Browser::tap(const QString& page, const QString& value)
{
    return ok(run({{QStringLiteral("do"), QStringLiteral("tap")},
                   {QStringLiteral("page"), page},
                   {QStringLiteral("value"), value}}));
}

bool Browser::waitText(const QString& page, const QString& text)
{
    return ok(run({{QStringLiteral("do"), QStringLiteral("waitText")},
                   {QStringLiteral("page"), page},
                   {QStringLiteral("text"), text}}));
}

QJsonArray Browser::log(const QString& page)
{
    const auto answer =
        run({{QStringLiteral("do"), QStringLiteral("log")}, {QStringLiteral("page"), page}});
    return ok(answer) ? answer.value(u"bubbles").toArray() : QJsonArray();
}

} // namespace e2e
