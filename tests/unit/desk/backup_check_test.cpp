// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/backup_check.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace std::chrono_literals;
using probes::Verdict;

namespace {

store::BackupInfo backUp(DeskFixture& f)
{
    const auto info = f.here.wait<store::BackupInfo>(
        [&](auto reply) { f.store->backup({}, QStringLiteral("manual"), std::move(reply)); });
    return info ? *info : store::BackupInfo();
}

base::Result<probes::Judgement> check(DeskFixture& f, const QJsonObject& parameters)
{
    desk::BackupCheck check(*f.store, f.clock);
    const auto subject = check.subject();
    return f.here.wait<probes::Judgement>(
        [&](auto reply) { subject(parameters, std::move(reply)); });
}

const QJsonObject kRestore{{QStringLiteral("restore"), true}};

} // namespace

class BackupCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutABackupItFails()
    {
        DeskFixture f;
        const auto judgement = check(f, kRestore);
        QVERIFY(judgement.has_value());
        QCOMPARE(judgement->verdict, Verdict::Failed);
        QCOMPARE(judgement->text, QStringLiteral("no verified backup\n"));
    }

    void theNewestMustBeYoungEnough()
    {
        DeskFixture f;
        QVERIFY(backUp(f).isVerified);
        const QJsonObject hour{{QStringLiteral("maxAgeMinutes"), 60}};
        QCOMPARE(check(f, hour)->verdict, Verdict::Passed);
        f.clock.advance(90min);
        const auto old = check(f, hour);
        QCOMPARE(old->verdict, Verdict::Failed);
        QVERIFY2(old->text.contains(QLatin1String("90 minutes old")), qPrintable(old->text));
        f.clock.setWall(f.clock.wall() - 24h);
        QVERIFY(check(f, hour)->text.contains(QLatin1String("from the future")));
    }

    void itIsReallyRestored()
    {
        DeskFixture f;
        std::ignore = f.greet();
        f.settle();
        const auto backup = backUp(f);
        const auto judgement = check(f, kRestore);
        QVERIFY2(judgement.has_value(), judgement ? "" : qPrintable(judgement.error().detail));
        QVERIFY2(judgement->verdict == Verdict::Passed, qPrintable(judgement->text));
        QVERIFY(judgement->text.endsWith(QLatin1String("restored and opened\n")));
        const auto left = QDir(QFileInfo(backup.path).path())
                              .entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }

    void aDamagedOneIsFound()
    {
        DeskFixture f;
        std::ignore = f.greet();
        f.settle();
        const auto backup = backUp(f);
        QFile file(backup.path);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.write(QByteArray(512, 'x')) == 512);
        file.close();
        const auto judgement = check(f, kRestore);
        QVERIFY(judgement.has_value());
        QCOMPARE(judgement->verdict, Verdict::Failed);
    }
};

RELEVO_TEST(BackupCheckTest)
#include "backup_check_test.moc"
