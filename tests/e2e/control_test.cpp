// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3, "Shown by": relevoctl while the window is open. Real programs; the control socket between.
#include "browser.h"
#include "processes.h"
#include "program.h"
#include "support/runner.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using e2e::Ended;
using e2e::s;

namespace {

constexpr int kImported = 300;

/// Conversations as `import` reads them, with letters that must survive.
QByteArray manyConversations(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        QJsonArray turns;
        for (int turn = 0; turn < 20; ++turn)
            turns.append(QJsonObject{
                {s("role"), turn % 2 == 0 ? s("customer") : s("agent")},
                {s("text"), s("Ñandú 😀 «%1/%2» ").arg(i).arg(turn) + s("relleno ").repeated(20)},
                {s("time"), s("2026-01-02T03:04:%1Z").arg(10 + turn)}});
        lines += QJsonDocument(QJsonObject{{s("id"), s("old-%1").arg(i)}, {s("turns"), turns}})
                     .toJson(QJsonDocument::Compact) +
                 '\n';
    }
    return lines;
}

/// What was said in each conversation, without ids; sorted, for an export has its own order.
QStringList saidIn(const QByteArray& lines)
{
    QStringList all;
    for (const QByteArray& line : lines.split('\n')) {
        QString said;
        for (const auto& turn : QJsonDocument::fromJson(line).object().value(u"turns").toArray())
            said += turn[u"role"].toString() + u':' + turn[u"text"].toString() + u'|';
        if (!said.isEmpty())
            all += said;
    }
    all.sort();
    return all;
}

} // namespace

class ControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void statusTellsOfTheOpenWindow();
    void backupIsMadeAndVerifiedByTheOpenWindow();
    void exportHoldsWhatWasImported();
    void outputFileIsWholeOrNotThere();
    void interruptEndsAReaderThatWaits();
    void interruptEndsAWriterThatNobodyReads();
    void commandsEndWhenTheProgramDoes();
    void programThatHoldsTheDataIsNotDisturbed();
    void wrongUseIsTwoAndSaysWhy();
    void secondStartRaisesTheFirstWindow();
    void customerLosesNothingWhenTheProgramIsKilled();
    void customerIsToldWhenTheHeartbeatStops();

private:
    Ended ctl(QStringList arguments, const QString& language = s("en"),
              const QByteArray& input = {});
    void import(int count);
    [[nodiscard]] QString at(const char* name) const { return m_folder->filePath(s(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<e2e::Processes> m_processes;
    std::unique_ptr<QProcess> m_window;
    QString m_data;
};

void ControlTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = at("data");
    m_processes = std::make_unique<e2e::Processes>(m_folder->path());
    m_window = m_processes->startWindow(m_data);
    QVERIFY(m_window);
}

void ControlTest::cleanup()
{
    if (!m_window)
        return;
    if (m_window->state() == QProcess::Running) {
        m_window->terminate();
        const Ended end = e2e::Processes::wait(*m_window);
        QVERIFY2(end.exit == 0, end.err.constData());
    }
    m_window.reset();
}

Ended ControlTest::ctl(QStringList arguments, const QString& language, const QByteArray& input)
{
    arguments << s("--data") << m_data;
    return m_processes->run(s("relevoctl"), arguments, language, input);
}

void ControlTest::import(int count)
{
    const Ended imported = ctl({s("import"), s("conversations"), s("-"), s("--json")}, s("en"),
                               manyConversations(count));
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(imported.json(),
             (QJsonObject{{s("imported"), count}, {s("present"), 0}, {s("bad"), 0}}));
}

void ControlTest::statusTellsOfTheOpenWindow()
{
    const Ended status = ctl({s("status"), s("--json")});
    QCOMPARE(status.exit, 0);
    QCOMPARE(status.err, QByteArray());
    const QJsonObject json = status.json();
    QCOMPARE(json.keys(),
             (QStringList{s("activeConversations"), s("address"), s("ai"), s("connectedCustomers"),
                          s("data"), s("databaseDetail"), s("databaseWritable"), s("lastBackup"),
                          s("pid"), s("running"), s("sinceStart"), s("started"), s("version"),
                          s("waitingCustomers")}));
    QCOMPARE(json[u"sinceStart"].toObject().keys(),
             (QStringList{s("errors"), s("groups"), s("messages"), s("turns")}));
    QCOMPARE(json[u"running"].toBool(), true);
    QCOMPARE(json[u"databaseWritable"].toBool(), true);
    QCOMPARE(json[u"pid"].toInteger(), m_window->processId());
    QCOMPARE(json[u"data"].toString(), m_data);
    QCOMPARE(json[u"activeConversations"].toInt(-1), 0);
    QVERIFY(json[u"address"].toString().startsWith(s("http://127.0.0.1:")));
    QVERIFY(QDateTime::fromString(json[u"started"].toString(), Qt::ISODateWithMs).isValid());

    const QString address = json[u"address"].toString();
    QVERIFY(ctl({s("status")}).out.contains("Running at " + address.toUtf8()));
    QVERIFY(ctl({s("status")}, s("es")).out.contains("En marcha en " + address.toUtf8()));

    m_window->terminate();
    QCOMPARE(e2e::Processes::wait(*m_window).exit, 0);
    const QJsonObject after = ctl({s("status"), s("--json")}).json();
    QCOMPARE(after[u"running"].toBool(true), false);
    QVERIFY(ctl({s("status")}, s("es")).out.contains("No está en marcha"));
}

void ControlTest::backupIsMadeAndVerifiedByTheOpenWindow()
{
    import(5);
    const Ended backup = ctl({s("backup"), s("--json")});
    QVERIFY2(backup.exit == 0, backup.err.constData());
    const QJsonObject json = backup.json();
    QCOMPARE(json.keys(),
             (QStringList{s("bytes"), s("path"), s("reason"), s("time"), s("verified")}));
    QCOMPARE(json[u"verified"].toBool(), true);
    QCOMPARE(json[u"reason"].toString(), s("manual"));
    const QFileInfo file(json[u"path"].toString());
    QVERIFY(file.isFile());
    QCOMPARE(file.size(), json[u"bytes"].toInteger());
    QVERIFY((file.permissions() & (QFile::ReadOther | QFile::ReadGroup)) == QFile::Permissions());

    // A folder is meant as the one who asks sees it, not as the program does.
    QVERIFY(QDir(m_folder->path()).mkdir(s("desk")));
    const Ended there = m_processes->run(
        s("relevoctl"), {s("backup"), s("--to"), s("copies"), s("--json"), s("--data"), m_data},
        s("en"), {}, at("desk"));
    QVERIFY2(there.exit == 0, there.err.constData());
    QVERIFY(there.json()[u"path"].toString().startsWith(at("desk/copies/")));

    const Ended list = ctl({s("backup"), s("list"), s("--json")});
    QCOMPARE(list.exit, 0);
    QCOMPARE(list.json(), json);
    QVERIFY(!ctl({s("status"), s("--json")}).json()[u"lastBackup"].toString().isEmpty());
    const Ended human = ctl({s("backup")}, s("es"));
    QVERIFY(human.exit == 0 && human.out.contains("verificada"));

    // A file stands where the folder should be.
    QFile blocker(at("file"));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const Ended refused = ctl({s("backup"), s("--to"), at("file/x")});
    QCOMPARE(refused.exit, 2);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY(!refused.err.trimmed().isEmpty());
}

void ControlTest::exportHoldsWhatWasImported()
{
    import(kImported);
    const Ended again = ctl({s("import"), s("conversations"), s("-"), s("--json")}, s("en"),
                            manyConversations(2) + "not json\n");
    QCOMPARE(again.exit, 1);
    QCOMPARE(again.json(), (QJsonObject{{s("imported"), 0}, {s("present"), 2}, {s("bad"), 1}}));
    QVERIFY(again.err.contains("Line 3"));

    const Ended exported = ctl({s("export"), s("conversations")});
    QCOMPARE(exported.exit, 0);
    QCOMPARE(exported.err, QByteArray());
    QCOMPARE(saidIn(exported.out).size(), kImported);
    QCOMPARE(saidIn(exported.out), saidIn(manyConversations(kImported)));
}

void ControlTest::outputFileIsWholeOrNotThere()
{
    import(20);
    const QStringList command{s("export"), s("conversations"), s("--output"), s("all.jsonl")};
    const Ended exported = ctl(command);
    QVERIFY2(exported.exit == 0, exported.err.constData());
    QCOMPARE(exported.out, QByteArray());
    QFile file(at("all.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(saidIn(file.readAll()), saidIn(manyConversations(20)));

    QCOMPARE(ctl({s("export"), s("conversations"), s("--output"), s("no/such/folder/x")}).exit, 2);
}

void ControlTest::interruptEndsAReaderThatWaits()
{
    auto waiting =
        m_processes->start(s("relevoctl"), {s("import"), s("conversations"), s("-"), s("--data"),
                                            m_data, s("--output"), s("report.txt")});
    QVERIFY(waiting);
    waiting->write(manyConversations(1));
    QVERIFY(QTest::qWaitFor(
        [&] { return m_processes->status(m_data)[u"sinceStart"][u"messages"].toInt() == 20; },
        15'000));
    ::kill(static_cast<pid_t>(waiting->processId()), SIGINT);
    const Ended end = e2e::Processes::wait(*waiting, 5000);
    QCOMPARE(end.exit, 2);
    QVERIFY(!QFile::exists(at("report.txt")));
    // What was imported before stays; the program goes on.
    QCOMPARE(m_processes->status(m_data)[u"sinceStart"][u"messages"].toInt(), 20);
}

void ControlTest::interruptEndsAWriterThatNobodyReads()
{
    import(kImported);
    const QByteArray pipe = QFile::encodeName(at("pipe"));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int held = ::open(pipe.constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(held >= 0);
    auto blocked =
        m_processes->start(s("relevoctl"), {s("export"), s("conversations"), s("--data"), m_data},
                           s("en"), {}, at("pipe"));
    QVERIFY(blocked);
    const auto isFull = [held] {
        int waiting = 0;
        return ::ioctl(held, FIONREAD, &waiting) == 0 && waiting > 30'000;
    };
    QVERIFY(QTest::qWaitFor(isFull, 15'000));
    // The program itself does not wait for whoever does not read.
    QCOMPARE(m_processes->status(m_data)[u"running"].toBool(), true);
    ::kill(static_cast<pid_t>(blocked->processId()), SIGINT);
    QCOMPARE(e2e::Processes::wait(*blocked, 5000).exit, 2);
    QCOMPARE(m_processes->status(m_data)[u"running"].toBool(), true);
    ::close(held);
}

void ControlTest::commandsEndWhenTheProgramDoes()
{
    auto waiting = m_processes->start(
        s("relevoctl"), {s("import"), s("conversations"), s("-"), s("--data"), m_data});
    QVERIFY(waiting);
    waiting->write(manyConversations(1));
    QVERIFY(QTest::qWaitFor(
        [&] { return m_processes->status(m_data)[u"sinceStart"][u"messages"].toInt() == 20; },
        15'000));
    m_window->terminate();
    QCOMPARE(e2e::Processes::wait(*m_window, 10'000).exit, 0);
    QCOMPARE(e2e::Processes::wait(*waiting, 10'000).exit, 2);
}

void ControlTest::programThatHoldsTheDataIsNotDisturbed()
{
    const Ended serve = ctl({s("serve"), s("--listen"), s("127.0.0.1:0")});
    QCOMPARE(serve.exit, 2);
    QVERIFY(!serve.err.trimmed().isEmpty());
    const Ended backup = ctl({s("backup"), s("--json")});
    const Ended restore = ctl({s("restore"), backup.json()[u"path"].toString()}, s("es"));
    QCOMPARE(restore.exit, 2);
    QVERIFY(restore.err.contains("está en marcha"));
    QCOMPARE(m_processes->status(m_data)[u"pid"].toInteger(), m_window->processId());
}

void ControlTest::wrongUseIsTwoAndSaysWhy()
{
    const QList<QStringList> wrong{{s("nonsense")},
                                   {s("status"), s("--nonsense")},
                                   {s("backup"), s("--to")},
                                   {s("import"), s("conversations")},
                                   {s("import"), s("conversations"), s("/no/such/file")}};
    for (const QStringList& arguments : wrong) {
        const Ended end =
            m_processes->run(s("relevoctl"), QStringList{s("--data"), m_data} + arguments);
        QVERIFY2(end.exit == 2, qPrintable(arguments.join(u' ')));
        QVERIFY(!end.err.trimmed().isEmpty());
        QCOMPARE(end.out, QByteArray());
    }
    const Ended help = ctl({s("backup"), s("--help")}, s("es"));
    QCOMPARE(help.exit, 0);
    QVERIFY(help.out.contains("relevoctl backup"));
}

void ControlTest::secondStartRaisesTheFirstWindow()
{
    e2e::Program first;
    first.window().showMinimized();
    QVERIFY(QTest::qWaitFor([&] { return first.window().isMinimized(); }));
    const Ended second = m_processes->run(s("relevo"), {s("--data"), first.service().folder()});
    QVERIFY2(second.exit == 0, second.err.constData());
    QVERIFY(QTest::qWaitFor([&] { return !first.window().isMinimized(); }));
    QVERIFY(first.window().isVisible());
}

void ControlTest::customerLosesNothingWhenTheProgramIsKilled()
{
    const QString tab = s("a");
    e2e::Browser browser;
    QVERIFY(browser.start());
    const QString address = m_processes->status(m_data)[u"address"].toString();
    const int port = QUrl(address).port();
    QVERIFY(browser.open(tab, address));
    QVERIFY(browser.launch(tab));
    QVERIFY(browser.tap(tab, s("consent:yes")));
    for (int i = 1; i <= 4; ++i)
        QVERIFY(browser.say(tab, s("mensaje %1").arg(i)));
    m_window->kill(); // SIGKILL, in the middle of what is under way
    QVERIFY(m_window->waitForFinished(5000));
    QVERIFY(browser.until(tab, s("!$('banner').hidden")));
    for (int i = 5; i <= 6; ++i)
        QVERIFY(browser.say(tab, s("mensaje %1").arg(i)));

    m_window = m_processes->startWindow(m_data, port);
    QVERIFY(m_window);
    QVERIFY(browser.until(tab, s("$('banner').hidden"), 40'000));
    QVERIFY(browser.until(tab, s("!root.querySelector('[data-status=pending]')"), 40'000));
    QVERIFY(browser.untilSays(tab, s("customer"), s("mensaje 6")));
    QVERIFY(browser.until(tab,
                          s("[...root.querySelectorAll('.bubble')].pop().dataset.from === 'bot'")));

    const QStringList seen = e2e::textsOf(browser.log(tab));
    QVERIFY(e2e::isInOrder(browser.log(tab)));
    QStringList mine;
    for (int i = 1; i <= 6; ++i)
        mine += s("mensaje %1").arg(i);
    QCOMPARE(seen.filter(s("mensaje ")), mine);
    const auto stored = saidIn(ctl({s("export"), s("conversations")}).out);
    QCOMPARE(stored.size(), 1);
    QStringList kept;
    for (const QString& turn : stored.first().split(u'|', Qt::SkipEmptyParts))
        kept += turn.mid(turn.indexOf(u':') + 1);
    QCOMPARE(kept, seen);
}

void ControlTest::customerIsToldWhenTheHeartbeatStops()
{
    const QString tab = s("a");
    e2e::Browser browser;
    QVERIFY(browser.start());
    QVERIFY(browser.open(tab, m_processes->status(m_data)[u"address"].toString()));
    QVERIFY(browser.launch(tab));
    QVERIFY(browser.tap(tab, s("consent:yes")));
    QVERIFY(browser.untilSays(tab, s("bot"), s("idioma")));
    // Nothing is closed, nothing is refused: only silence.
    const auto process = static_cast<pid_t>(m_window->processId());
    ::kill(process, SIGSTOP);
    const bool isTold = browser.until(tab, s("!$('banner').hidden"), 20'000);
    const bool isWritten = browser.say(tab, s("¿siguen ahí?"));
    ::kill(process, SIGCONT);
    QVERIFY(isTold && isWritten);
    QVERIFY(browser.until(tab, s("$('banner').hidden"), 40'000));
    QVERIFY(browser.until(tab, s("!root.querySelector('[data-status=pending]')"), 40'000));
    QCOMPARE(e2e::textsOf(browser.log(tab)).count(s("¿siguen ahí?")), 1);
    QVERIFY(e2e::isInOrder(browser.log(tab)));
}

RELEVO_TEST(ControlTest)
#include "control_test.moc"
