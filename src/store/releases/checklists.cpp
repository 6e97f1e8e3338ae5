// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/releases/checklists.h"

namespace store {

namespace {

base::Error noSuchRelease(const QString& ulid)
{
    return {base::Code::NotFound, QStringLiteral("no release ") + ulid};
}

base::Result<qint64> idOf(Connection& connection, const QString& ulid)
{
    auto row = connection.use(Sql::ChecklistOfUlid);
    row.bind(ulid);
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(noSuchRelease(ulid));
    return row.number(0);
}

base::Result<std::vector<ChecklistEntryRow>> entriesOf(Connection& connection, qint64 id)
{
    std::vector<ChecklistEntryRow> entries;
    auto row = connection.use(Sql::ChecklistEntries);
    row.bind(id);
    auto more = row.step();
    for (; more && *more; more = row.step())
        entries.push_back({.number = row.number(0),
                           .line = row.text(1).toUtf8(),
                           .salt = row.blob(2),
                           .text = row.text(3)});
    if (!more)
        return base::fail(more.error());
    return entries;
}

base::Result<qint64> insertChecklist(Connection& connection, const ChecklistChange& change)
{
    if (auto done = connection.use(Sql::InsertChecklist)
                        .bindAll(change.ulid, QString::fromUtf8(change.frame), change.after.entries,
                                 change.after.head)
                        .run();
        !done)
        return base::fail(done.error());
    const qint64 id = connection.lastInsertId();
    if (change.source) {
        if (auto done = connection.use(Sql::InsertChecklistSource)
                            .bindAll(id, change.source->name, change.source->bytes)
                            .run();
            !done)
            return base::fail(done.error());
    }
    return id;
}

base::Result<qint64> updateChecklist(Connection& connection, const ChecklistChange& change)
{
    auto id = idOf(connection, change.ulid);
    if (!id)
        return id;
    if (auto done =
            connection.use(Sql::UpdateChecklist)
                .bindAll(QString::fromUtf8(change.frame), change.after.entries, change.after.head,
                         *id, change.before->entries, change.before->head)
                .run();
        !done)
        return base::fail(done.error());
    if (connection.changes() == 0)
        return base::fail(base::Code::Conflict, "somebody else changed the release first");
    return id;
}

base::Result<void> writeParts(Connection& connection, qint64 id, const ChecklistChange& change)
{
    for (const ChecklistItemRow& item : change.items) {
        if (auto done = connection.use(Sql::SaveChecklistItem)
                            .bindAll(id, item.item, item.place, QString::fromUtf8(item.record))
                            .run();
            !done)
            return done;
    }
    for (const QString& item : change.removedItems) {
        if (auto done = connection.use(Sql::RemoveChecklistItem).bindAll(id, item).run(); !done)
            return done;
    }
    for (const ChecklistEntryRow& entry : change.entries) {
        if (auto done = connection.use(Sql::InsertChecklistEntry)
                            .bindAll(id, entry.number, QString::fromUtf8(entry.line), entry.salt,
                                     entry.text)
                            .run();
            !done)
            return done;
    }
    for (const qint64 number : change.erased) {
        if (auto done = connection.use(Sql::EraseChecklistText)
                            .bindAll(QByteArray(), QString(), id, number)
                            .run();
            !done)
            return done;
    }
    return change.dropsSource ? connection.use(Sql::RemoveChecklistSource).bindAll(id).run()
                              : base::Result<void>();
}

} // namespace

base::Result<void> writeChecklist(Connection& connection, const ChecklistChange& change)
{
    const auto id =
        change.before ? updateChecklist(connection, change) : insertChecklist(connection, change);
    if (!id)
        return base::fail(id.error());
    return writeParts(connection, *id, change);
}

base::Result<QStringList> readChecklistIds(Connection& connection)
{
    QStringList ids;
    auto row = connection.use(Sql::ChecklistIds);
    row.bind(QString::fromLatin1(kFreezesUlid));
    auto more = row.step();
    for (; more && *more; more = row.step())
        ids += row.text(0);
    if (!more)
        return base::fail(more.error());
    return ids;
}

base::Result<ChecklistRow> readChecklist(Connection& connection, const QString& ulid)
{
    const Snapshot snapshot(connection);
    ChecklistRow checklist{.ulid = ulid};
    qint64 id = 0;
    {
        auto row = connection.use(Sql::ChecklistOfUlid);
        row.bind(ulid);
        const auto found = row.step();
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return base::fail(noSuchRelease(ulid));
        id = row.number(0);
        checklist.frame = row.text(1).toUtf8();
        checklist.ledger = {.entries = row.number(2), .head = row.blob(3)};
    }
    auto row = connection.use(Sql::ChecklistItems);
    row.bind(id);
    auto more = row.step();
    for (; more && *more; more = row.step())
        checklist.items.push_back({.item = row.text(0),
                                   .place = static_cast<int>(row.number(1)),
                                   .record = row.text(2).toUtf8()});
    if (!more)
        return base::fail(more.error());
    auto entries = entriesOf(connection, id);
    if (!entries)
        return base::fail(entries.error());
    checklist.entries = *std::move(entries);
    return checklist;
}

base::Result<std::vector<ChecklistEntryRow>> readChecklistEntries(Connection& connection,
                                                                  const QString& ulid)
{
    const Snapshot snapshot(connection);
    const auto id = idOf(connection, ulid);
    if (!id)
        return base::fail(id.error());
    return entriesOf(connection, *id);
}

base::Result<ChecklistSource> readChecklistSource(Connection& connection, const QString& ulid)
{
    auto row = connection.use(Sql::ChecklistSourceOf);
    row.bind(ulid);
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::NotFound, "not imported");
    return ChecklistSource{.name = row.text(0), .bytes = row.blob(1)};
}

base::Result<QList<QByteArray>> filesNotShown(Connection& connection,
                                              const QList<QByteArray>& hashes)
{
    QList<QByteArray> unseen;
    for (const QByteArray& hash : hashes) {
        auto row = connection.use(Sql::ItemsShowing);
        row.bind(u'%' + QString::fromLatin1(hash.toHex()) + u'%');
        const auto isShown = row.step();
        if (!isShown)
            return base::fail(isShown.error());
        if (!*isShown)
            unseen += hash;
    }
    return unseen;
}

base::Result<void> writeReleaseTemplate(Connection& connection, const ReleaseTemplateRow& row)
{
    return connection.use(Sql::InsertReleaseTemplate)
        .bindAll(row.id, row.language, row.version, QString::fromUtf8(row.record),
                 base::toMs(row.savedAt), row.savedBy.value)
        .run();
}

base::Result<std::vector<ReleaseTemplateRow>> readReleaseTemplates(Connection& connection,
                                                                   const QString& language)
{
    std::vector<ReleaseTemplateRow> rows;
    auto row = connection.use(Sql::ReleaseTemplates);
    row.bind(language);
    auto more = row.step();
    for (; more && *more; more = row.step())
        rows.push_back({.id = row.text(0),
                        .language = language,
                        .version = static_cast<int>(row.number(1)),
                        .record = row.text(2).toUtf8(),
                        .savedAt = base::fromMs(row.number(3)),
                        .savedBy = {row.number(4)}});
    if (!more)
        return base::fail(more.error());
    return rows;
}

} // namespace store
