// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

namespace e2e {

namespace {

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    for (const auto& item : value.toArray())
        list += item.toString();
    return list;
}

} // namespace

QString js(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QStringList textsOf(const QList<Bubble>& bubbles)
{
    QStringList texts;
    for (const Bubble& bubble : bubbles)
        texts += bubble.text;
    return texts;
}

bool isInOrder(const QList<Bubble>& bubbles)
{
    int last = 0;
    for (const Bubble& bubble : bubbles) {
        if (bubble.seq <= last)
            return false;
        last = bubble.seq;
    }
    return !bubbles.isEmpty();
}

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

QJsonObject Browser::run(const QString& name, QJsonObject command, int timeoutMs)
{
    command.insert(QStringLiteral("do"), name);
    m_driver.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    QElapsedTimer timer;
    timer.start();
    while (!m_rest.contains('\n') && timer.elapsed() < timeoutMs &&
           m_driver.state() == QProcess::Running) {
        QTest::qWait(2);
        m_rest += m_driver.readAllStandardOutput();
    }
    const auto end = m_rest.indexOf('\n');
    QJsonObject answer{{QStringLiteral("ok"), false},
                       {QStringLiteral("error"), QStringLiteral("the browser did not answer")}};
    if (end >= 0) {
        answer = QJsonDocument::fromJson(m_rest.left(end)).object();
        m_rest.remove(0, end + 1);
    }
    m_lastError = answer.value(u"error").toString();
    return answer;
}

bool Browser::ok(const QJsonObject& answer)
{
    if (!answer.value(u"ok").toBool())
        qWarning("browser: %s", qPrintable(m_lastError));
    return answer.value(u"ok").toBool();
}

bool Browser::open(const QString& page, const QString& url, QJsonObject more)
{
    more.insert(QStringLiteral("page"), page);
    more.insert(QStringLiteral("url"), url);
    m_isOpen = true;
    return ok(run(QStringLiteral("open"), more));
}

bool Browser::launch(const QString& page)
{
    return ok(run(QStringLiteral("launch"), {{QStringLiteral("page"), page}}));
}

bool Browser::say(const QString& page, const QString& text)
{
    return ok(run(QStringLiteral("say"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("text"), text}}));
}

bool Browser::tap(const QString& page, const QString& value)
{
    return ok(run(QStringLiteral("tap"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("value"), value}}));
}

bool Browser::click(const QString& page, const QString& selector)
{
    return ok(run(QStringLiteral("click"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("selector"), selector}}));
}

bool Browser::press(const QString& page, const QString& key)
{
    return ok(run(QStringLiteral("press"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("key"), key}}));
}

bool Browser::type(const QString& page, const QString& text)
{
    return ok(run(QStringLiteral("type"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("text"), text}}));
}

bool Browser::reload(const QString& page)
{
    return ok(run(QStringLiteral("reload"), {{QStringLiteral("page"), page}}));
}

bool Browser::setOffline(bool on, const QString& context)
{
    return ok(run(QStringLiteral("offline"),
                  {{QStringLiteral("context"), context}, {QStringLiteral("on"), on}}));
}

bool Browser::forget(const QString& context)
{
    m_isOpen = m_isOpen && context != QLatin1String("default");
    return ok(run(QStringLiteral("forget"), {{QStringLiteral("context"), context}}));
}

bool Browser::until(const QString& page, const QString& js, int timeoutMs)
{
    return ok(run(QStringLiteral("until"),
                  {{QStringLiteral("page"), page},
                   {QStringLiteral("js"), js},
                   {QStringLiteral("timeout"), timeoutMs}},
                  timeoutMs + 10'000));
}

bool Browser::untilSays(const QString& page, const QString& from, const QString& text,
                        int timeoutMs)
{
    return until(page,
                 QStringLiteral("[...root.querySelectorAll('.bubble[data-from=%1]')].pop()"
                                "?.textContent.includes(%2)")
                     .arg(from, js(text)),
                 timeoutMs);
}

QJsonValue Browser::probe(const QString& page, const QString& js)
{
    const auto answer =
        run(QStringLiteral("probe"), {{QStringLiteral("page"), page}, {QStringLiteral("js"), js}});
    return ok(answer) ? answer.value(u"value") : QJsonValue(QJsonValue::Undefined);
}

QList<Bubble> Browser::log(const QString& page)
{
    QList<Bubble> log;
    const auto answer = run(QStringLiteral("log"), {{QStringLiteral("page"), page}});
    if (!ok(answer))
        return log;
    for (const auto& bubble : answer.value(u"bubbles").toArray())
        log.append({bubble[u"from"].toString(), bubble[u"status"].toString(),
                    bubble[u"text"].toString(), bubble[u"seq"].toInt()});
    return log;
}

QString Browser::rawStream(const QString& page)
{
    return probe(page, QStringLiteral("window.rawStream")).toString();
}

QStringList Browser::requests(const QString& context)
{
    return listOf(
        run(QStringLiteral("requests"), {{QStringLiteral("context"), context}}).value(u"value"));
}

QJsonArray Browser::cookies(const QString& context)
{
    return run(QStringLiteral("cookies"), {{QStringLiteral("context"), context}})
        .value(u"value")
        .toArray();
}

QStringList Browser::complaints(const QString& page)
{
    return listOf(
        run(QStringLiteral("complaints"), {{QStringLiteral("page"), page}}).value(u"value"));
}

QStringList Browser::breaches(const QString& page)
{
    const auto answer = run(QStringLiteral("axe"), {{QStringLiteral("page"), page}});
    if (!ok(answer) || answer.value(u"checked").toInt() == 0)
        return {QStringLiteral("nothing was checked: ") + m_lastError};
    return listOf(answer.value(u"breaches"));
}

QString Browser::ariaTree(const QString& page)
{
    return run(QStringLiteral("aria"), {{QStringLiteral("page"), page}}).value(u"value").toString();
}

bool Browser::shot(const QString& page, const QString& path)
{
    return ok(run(QStringLiteral("shot"),
                  {{QStringLiteral("page"), page}, {QStringLiteral("path"), path}}));
}

} // namespace e2e
