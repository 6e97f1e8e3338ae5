// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/machine.h"
#include "metrics/registry.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace {

/// The files of a system, as far as control groups go.
class SomeSystem
{
public:
    void write(const QString& file, const QByteArray& text) const
    {
        const QString path = m_dir.filePath(file);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    [[nodiscard]] qint64 limit() const { return metrics::memoryLimit(m_dir.path().toStdString()); }

private:
    QTemporaryDir m_dir;
};

constexpr qint64 kMega = 1'048'576;

} // namespace

class MachineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutALimitThereIsTheMachines()
    {
        SomeSystem system;
        const qint64 all = system.limit();
        QVERIFY(all > 64 * kMega);
        system.write(QStringLiteral("proc/self/cgroup"), "0::/app\n");
        system.write(QStringLiteral("sys/fs/cgroup/app/memory.max"), "max\n");
        QCOMPARE(system.limit(), all);
    }

    void theSmallestOfAGroupAndThoseAboveItHolds()
    {
        SomeSystem system;
        system.write(QStringLiteral("proc/self/cgroup"), "0::/shop/app\n");
        system.write(QStringLiteral("sys/fs/cgroup/shop/app/memory.max"), "50331648\n");
        QCOMPARE(system.limit(), 48 * kMega);
        system.write(QStringLiteral("sys/fs/cgroup/shop/memory.max"), "33554432\n");
        QCOMPARE(system.limit(), 32 * kMega);
        system.write(QStringLiteral("sys/fs/cgroup/other/memory.max"), "1048576\n");
        QCOMPARE(system.limit(), 32 * kMega);
    }

    void theOlderHierarchyIsReadToo()
    {
        SomeSystem system;
        system.write(QStringLiteral("proc/self/cgroup"), "4:memory:/app\n3:cpu:/other\n");
        system.write(QStringLiteral("sys/fs/cgroup/memory/app/memory.limit_in_bytes"),
                     "41943040\n");
        QCOMPARE(system.limit(), 40 * kMega);
        // Its "none" is a number that no machine has.
        system.write(QStringLiteral("sys/fs/cgroup/memory/app/memory.limit_in_bytes"),
                     "9223372036854771712\n");
        QVERIFY(system.limit() > 40 * kMega);
    }

    void aVolumeHasAShareAndNoFolderHasNone()
    {
        const QTemporaryDir dir;
        const auto share = metrics::freeShareOf(dir.path().toStdString());
        QVERIFY(share && *share >= 0 && *share <= 1);
        QVERIFY(!metrics::freeShareOf(dir.filePath(QStringLiteral("none")).toStdString()));
    }

    void aRegistryTellsThemOfItsFolder()
    {
        const QTemporaryDir dir;
        const metrics::Registry registry(dir.path().toStdString());
        const std::string text = registry.exposition();
        for (const char* sample :
             {"\nrelevo_process_resident_bytes ", "\nrelevo_memory_limit_bytes ",
              "\nrelevo_disk_free_ratio 0.", "\nrelevo_build_info{qt=\"",
              "version=\"" RELEVO_VERSION "\"} 1\n"})
            QVERIFY2(text.find(sample) != std::string::npos, sample);
        const std::string without = metrics::Registry().exposition();
        QVERIFY(without.find("\nrelevo_build_info{") != std::string::npos);
        QVERIFY(without.find("\nrelevo_disk_free_ratio ") == std::string::npos);
    }
};

RELEVO_TEST(MachineTest)
#include "machine_test.moc"
