// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/manifest.h"

#include "store/sql/migrations.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace store {

namespace {

constexpr int kManifestFormat = 1;
constexpr const char* kTables[] = {"conversation", "event",  "event_text",   "turn",
                                   "customer",     "person", "flow_version", "erasure"};

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

qint64 wholeNumber(const QJsonValue& value)
{
    return value.toInteger(-1);
}

base::Result<QByteArray> fileHash(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return base::fail(base::Code::Offline, "cannot read the copy");
    return hash.result();
}

base::Result<void> readRows(Connection& connection, Manifest& manifest)
{
    auto row = connection.use(Sql::CountRows);
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    int column = 0;
    for (const char* table : kTables)
        manifest.rows[QString::fromLatin1(table)] = row.number(column++);
    return {};
}

base::Result<void> readContent(Connection& connection, Manifest& manifest)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto row = connection.use(Sql::ContentRows);
    auto more = row.step();
    for (; more && *more; more = row.step()) {
        hash.addData(
            (row.text(0) + u' ' + row.text(1) + u' ' + row.text(2) + u' ' + row.text(3) + u'\n')
                .toUtf8());
        hash.addData(row.blob(4));
    }
    if (!more)
        return base::fail(more.error());
    manifest.content = hash.result();
    return {};
}

base::Result<void> readErased(Connection& connection, Manifest& manifest)
{
    auto row = connection.use(Sql::ErasedUlids);
    auto more = row.step();
    for (; more && *more; more = row.step())
        manifest.erased.insert(row.text(0));
    if (!more)
        return base::fail(more.error());
    return {};
}

} // namespace

QByteArray manifestToJson(const Manifest& m)
{
    QJsonObject rows;
    for (auto it = m.rows.begin(); it != m.rows.end(); ++it)
        rows.insert(it.key(), it.value());
    QStringList erased(m.erased.begin(), m.erased.end());
    erased.sort();
    QStringList evidence;
    for (const QByteArray& hash : m.evidence)
        evidence += hex(hash);
    evidence.sort();
    return QJsonDocument(QJsonObject{{"format", kManifestFormat},
                                     {"reason", m.reason},
                                     {"time", base::toMs(m.time)},
                                     {"schema", m.schema},
                                     {"bytes", m.bytes},
                                     {"groups", m.groups},
                                     {"sha256", hex(m.sha256)},
                                     {"content", hex(m.content)},
                                     {"rows", rows},
                                     {"erased", QJsonArray::fromStringList(erased)},
                                     {"evidence", QJsonArray::fromStringList(evidence)}})
        .toJson(QJsonDocument::Indented);
}

base::Result<Manifest> manifestFromJson(const QByteArray& json)
{
    constexpr int kHashBytes = 32;
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    Manifest m;
    m.reason = o.value("reason").toString();
    m.time = base::fromMs(wholeNumber(o.value("time")));
    m.schema = o.value("schema").toInt();
    m.bytes = wholeNumber(o.value("bytes"));
    m.groups = wholeNumber(o.value("groups"));
    m.sha256 = QByteArray::fromHex(o.value("sha256").toString().toLatin1());
    m.content = QByteArray::fromHex(o.value("content").toString().toLatin1());
    const QJsonObject rows = o.value("rows").toObject();
    for (auto it = rows.begin(); it != rows.end(); ++it)
        m.rows[it.key()] = wholeNumber(it.value());
    const QJsonArray erased = o.value("erased").toArray();
    for (const auto& ulid : erased)
        m.erased.insert(ulid.toString());
    const QJsonArray evidence = o.value("evidence").toArray();
    for (const auto& hash : evidence)
        m.evidence.insert(QByteArray::fromHex(hash.toString().toLatin1()));
    const bool fits = o.value("format").toInt() == kManifestFormat && !m.reason.isEmpty() &&
                      wholeNumber(o.value("time")) >= 0 && m.schema > 0 && m.bytes > 0 &&
                      m.groups >= 0 && m.sha256.size() == kHashBytes &&
                      m.content.size() == kHashBytes;
    if (!fits)
        return base::fail(base::Code::Invalid, "no manifest of a backup");
    return m;
}

base::Result<Manifest> readManifest(const QString& backupFile)
{
    QFile file(backupFile + ".json");
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::Code::NotFound, "the backup has no manifest");
    return manifestFromJson(file.readAll());
}

base::Result<Manifest> examineCopy(const QString& path)
{
    Manifest manifest;
    manifest.bytes = QFileInfo(path).size();
    auto connection = Connection::open(path, Connection::Role::Snapshot);
    if (!connection)
        return base::fail(connection.error());
    const auto verdict = (*connection)->text("PRAGMA integrity_check(1)");
    if (!verdict || *verdict != "ok")
        return base::fail(base::Code::Corrupt, "the copy does not pass the integrity check");
    const auto application = (*connection)->number("PRAGMA application_id");
    const auto version = schemaVersion(**connection);
    if (!application || *application != kApplicationId || !version)
        return base::fail(base::Code::Corrupt, "the copy is no database of ours");
    manifest.schema = *version;
    const auto groups = (*connection)->number("SELECT value FROM counter WHERE name = 'groups'");
    if (!groups)
        return base::fail(base::Code::Corrupt, groups.error().detail);
    manifest.groups = *groups;
    for (const auto read : {readRows, readContent, readErased}) {
        if (auto done = read(**connection, manifest); !done)
            return base::fail(base::Code::Corrupt, done.error().detail);
    }
    auto hash = fileHash(path);
    if (!hash)
        return base::fail(hash.error());
    manifest.sha256 = *hash;
    return manifest;
}

base::Result<void> compareCopy(const Manifest& written, const Manifest& found)
{
    const bool same = written.schema == found.schema && written.bytes == found.bytes &&
                      written.groups == found.groups && written.sha256 == found.sha256 &&
                      written.content == found.content && written.rows == found.rows;
    if (!same)
        return base::fail(base::Code::Corrupt, "the backup is not what its manifest says");
    return {};
}

} // namespace store
