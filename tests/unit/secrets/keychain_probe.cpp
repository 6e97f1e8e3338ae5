// SPDX-License-Identifier: GPL-3.0-or-later
// keychain_probe read|write|remove|find NAME [VALUE]: does one thing with the keychain of the session
// that it is started in, and prints what came of it on one line. A process of its own, since a program
// connects to one session bus in its life.
#include "base/threads/qt_home.h"
#include "secrets/secrets.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void say(const char* answer, const QString& value = {})
{
    std::printf("%s %s\n", answer, qPrintable(value));
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const QString what = arguments[1], name = arguments[2], value = arguments.value(3);
    const base::SystemClock clock;
    base::QtHome home(clock);
    secrets::Keychain keychain(QStringLiteral("relevo-test"), home, std::chrono::seconds(2));
    const auto told = [](secrets::Answer answer) { say(secrets::answerName(answer)); };
    if (what == QLatin1String("read"))
        keychain.read(name, [](const secrets::Reading& reading) {
            say(secrets::answerName(reading.answer), reading.value);
        });
    else if (what == QLatin1String("write"))
        keychain.write(name, value, told);
    else if (what == QLatin1String("remove"))
        keychain.remove(name, told);
    else
        secrets::find(keychain, name, value, [](const secrets::Secret& secret) {
            say(secrets::placeName(secret.place),
                secret.value + u' ' + QLatin1String(secrets::answerName(secret.keychain)));
        });
    return QCoreApplication::exec();
}
