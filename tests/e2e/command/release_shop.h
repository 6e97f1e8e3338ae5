// SPDX-License-Identifier: GPL-3.0-or-later
// A data folder that a service works on, and people who give it commands.
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace release_play {

struct PlayEnded {
    int exit = -1;
    QByteArray out, err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QString id() const { return QString::fromUtf8(out.trimmed()); }
};

/// A data folder of its own that a service works on, with Ana (leads) and Beto (does).
class Shop
{
public:
    Shop()
    {
        m_service.setProcessEnvironment(environment("en_GB.UTF-8"));
        m_service.start(QStringLiteral(RELEVOCTL), {"serve", "--data", folder.path()});
        // Asked before the service holds the folder, relevoctl would hold it itself.
        const bool isUp =
            m_service.waitForStarted() &&
            QTest::qWaitFor([this] { return QFile::exists(path("control.sock")); }, 30'000) &&
            run({"status", "--json"}).json().value(QStringLiteral("running")).toBool();
        if (!isUp)
            qFatal("serve");
        run({"people", "add", "Ana"});
        run({"people", "role", "Ana", "lead,dev-lead,supervisor,product"});
        run({"people", "add", "Beto", "--role", "sre,qa,security", "--as", "Ana"});
    }
    ~Shop() { stop(); }
    /// Ends the service: from now on each command holds the data itself.
    void stop() const
    {
        m_service.terminate();
        m_service.waitForFinished();
    }
    /// Begins what run() waits for.
    void start(QProcess& process, const QStringList& arguments, const QString& at = {},
               const char* language = "en_GB.UTF-8") const
    {
        QProcessEnvironment all = environment(language);
        if (!at.isEmpty())
            all.insert(QStringLiteral("HOME"), at);
        process.setProcessEnvironment(all);
        process.setWorkingDirectory(at);
        process.start(QStringLiteral(RELEVOCTL),
                      arguments + QStringList{QStringLiteral("--data"), folder.path()});
    }
    /// \param at the folder it is run in, and its home; empty: as this test
    PlayEnded run(const QStringList& arguments, const QByteArray& input = {},
                  const char* language = "en_GB.UTF-8", const QString& at = {}) const
    {
        QProcess process;
        start(process, arguments, at, language);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    /// "release …" as somebody; answers its exit code, and warns where it is not 0.
    int does(const char* who, QStringList arguments, const QByteArray& input = {}) const
    {
        arguments.prepend(QStringLiteral("release"));
        arguments << QStringLiteral("--as") << QString::fromLatin1(who);
        const PlayEnded ended = run(arguments, input);
        if (ended.exit != 0)
            qWarning("%s: %s", qPrintable(arguments.join(u' ')), ended.err.constData());
        return ended.exit;
    }
    [[nodiscard]] QString path(const char* name) const
    {
        return folder.filePath(QString::fromLatin1(name));
    }

    QTemporaryDir folder;

private:
    static QProcessEnvironment environment(const char* language)
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(QStringLiteral("LC_ALL"), QString());
        all.insert(QStringLiteral("LANGUAGE"), QString());
        all.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
        all.insert(QStringLiteral("RELEVO_PORT"), QStringLiteral("0"));
        all.insert(QStringLiteral("RELEVO_LEDGER_KEY"), QString(40, u'k'));
        return all;
    }
    mutable QProcess m_service;
};

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString ownersFile()
{
    return QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/status/estado-actual-despliegue.md");
}

} // namespace release_play
