// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain for real: sessions of their own with a bus and gnome-keyring, open, locked, stopped and
// absent.
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace {

/// A home in which sessions come and go; its keyring outlives them.
class Home
{
public:
    /// Runs this script in a session of its own; `probe` stands for the program. Its lines.
    QStringList session(const QString& script) const { return run(script, true); }
    QStringList withoutBus(const QString& script) const { return run(script, false); }

private:
    QStringList run(QString script, bool hasBus) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"),
                           m_folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"),
                           m_folder.filePath(QStringLiteral("run")));
        QDir(m_folder.path()).mkpath(QStringLiteral("run"));
        QProcess process;
        process.setProcessEnvironment(environment);
        script.prepend(QStringLiteral("probe() { " RELEVO_PROBE " \"$@\"; }\n"));
        const QStringList shell{QStringLiteral("sh"), QStringLiteral("-c"), script};
        if (hasBus)
            process.start(QStringLiteral("dbus-run-session"),
                          QStringList{QStringLiteral("--")} + shell);
        else
            process.start(shell.first(), shell.mid(1));
        if (!process.waitForFinished(60'000))
            qFatal("the session does not end");
        QStringList lines;
        for (const auto& line : process.readAllStandardOutput().split('\n')) {
            if (!line.trimmed().isEmpty())
                lines.append(QString::fromUtf8(line).trimmed());
        }
        return lines;
    }

    QTemporaryDir m_folder;
};

const QString& openKeyring()
{
    static const QString script = QStringLiteral(
        "printf 'passphrase\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize"
        " >/dev/null 2>&1\n");
    return script;
}

const QString& lockedKeyring()
{
    static const QString script =
        QStringLiteral("gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1\n");
    return script;
}

} // namespace

class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOpenKeychainKeepsWhatIsWritten()
    {
        const Home home;
        const auto lines =
            home.session(openKeyring() + QStringLiteral("probe read key\n"
                                                        "probe write key 'clave ñ 1'\n"
                                                        "probe read key\n"
                                                        "probe find key other\n"
                                                        "probe write key second\n"
                                                        "probe read key\n"
                                                        "probe remove key\n"
                                                        "probe read key\n"
                                                        "probe remove key\n"));
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("not_found"), QStringLiteral("done"),
                              QStringLiteral("done clave ñ 1"),
                              QStringLiteral("keychain clave ñ 1 done"), QStringLiteral("done"),
                              QStringLiteral("done second"), QStringLiteral("done"),
                              QStringLiteral("not_found"), QStringLiteral("done")}));
    }

    void aLockedKeychainIsNeitherReadNorOverwritten()
    {
        const Home home;
        QCOMPARE(home.session(openKeyring() + QStringLiteral("probe write key first\n")),
                 QStringList{QStringLiteral("done")});
        QCOMPARE(home.session(lockedKeyring() + QStringLiteral("probe read key\n"
                                                               "probe write key second\n"
                                                               "probe remove key\n"
                                                               "probe find key ''\n"
                                                               "probe find key other\n")),
                 (QStringList{QStringLiteral("locked"), QStringLiteral("locked"),
                              QStringLiteral("locked"), QStringLiteral("nowhere  locked"),
                              QStringLiteral("environment other locked")}));
        QCOMPARE(home.session(openKeyring() + QStringLiteral("probe read key\n")),
                 QStringList{QStringLiteral("done first")});
    }

    void withoutAKeychainTheEnvironmentIsAsked()
    {
        const Home home;
        QCOMPARE(home.withoutBus(QStringLiteral("probe read key\n"
                                                "probe write key value\n"
                                                "probe find key other\n"
                                                "probe find key ''\n")),
                 (QStringList{QStringLiteral("absent"), QStringLiteral("absent"),
                              QStringLiteral("environment other absent"),
                              QStringLiteral("nowhere  absent")}));
    }

    void aKeychainThatHangsIsWaitedForAWhileOnly()
    {
        const Home home;
        const auto lines = home.session(
            openKeyring() + QStringLiteral("probe write key value\n"
                                           "daemon=$(dbus-send --session --print-reply=literal"
                                           " --dest=org.freedesktop.DBus /org/freedesktop/DBus"
                                           " org.freedesktop.DBus.GetConnectionUnixProcessID"
                                           " string:org.freedesktop.secrets | awk '{print $2}')\n"
                                           "kill -STOP $daemon\n"
                                           "probe find key other\n"
                                           "kill -CONT $daemon\n"
                                           "probe read key\n"));
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("done"), QStringLiteral("environment other late"),
                              QStringLiteral("done value")}));
    }
};

RELEVO_TEST(KeychainTest)
#include "keychain_test.moc"

RELEVO_TEST_MAIN(QCoreApplication)
