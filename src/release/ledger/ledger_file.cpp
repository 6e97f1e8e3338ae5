// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/ledger_file.h"

#include "base/json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace release {

namespace {

QByteArray bytesOf(const QJsonValue& hex)
{
    return QByteArray::fromHex(hex.toString().toLatin1());
}

LedgerEntry entryOf(const QJsonObject& line)
{
    LedgerEntry entry;
    entry.number = line.value(u"number").toInteger();
    entry.at = base::fromMs(line.value(u"at").toInteger());
    entry.by.value = line.value(u"by").toInteger();
    entry.role = ofName<Role>(line.value(u"role").toString());
    entry.kind = line.value(u"kind").toString();
    entry.subject = line.value(u"subject").toString();
    const QJsonObject fields = line.value(u"fields").toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        entry.fields[it.key()] = it.value().toString();
    entry.textHash = bytesOf(line.value(u"text"));
    entry.fileHash = bytesOf(line.value(u"file"));
    entry.link = bytesOf(line.value(u"link"));
    return entry;
}

} // namespace

QByteArray writtenEntry(const LedgerEntry& entry)
{
    base::JsonWriter line;
    line.beginObject().member("number", entry.number).member("at", base::toMs(entry.at));
    line.member("by", entry.by.value).member("role", entry.role ? nameOf(*entry.role) : "");
    line.member("kind", entry.kind).member("subject", entry.subject);
    line.key("fields").beginObject();
    for (const auto& [name, value] : entry.fields)
        line.member(name.toStdString(), value);
    line.endObject();
    line.member("text", entry.textHash.toHex().constData());
    line.member("file", entry.fileHash.toHex().constData());
    line.member("link", entry.link.toHex().constData()).endObject();
    return QByteArray::fromStdString(line.take()) + '\n';
}

base::Result<LedgerEntry> readEntry(const QByteArray& line)
{
    LedgerEntry entry = entryOf(QJsonDocument::fromJson(line).object());
    if (writtenEntry(entry) != line)
        return base::fail(base::Code::Corrupt, QStringLiteral("no entry of a ledger"));
    return entry;
}

QByteArray writtenHead(const LedgerHead& head)
{
    base::JsonWriter line;
    line.beginObject().member("count", head.count);
    line.member("head", head.link.toHex().constData()).endObject();
    return QByteArray::fromStdString(line.take()) + '\n';
}

QByteArray writtenLedger(const std::vector<LedgerEntry>& entries, const LedgerHead& head)
{
    QByteArray text;
    for (const LedgerEntry& entry : entries)
        text += writtenEntry(entry);
    return text + writtenHead(head);
}

base::Result<LedgerHead> readHead(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const LedgerHead head{object.value(u"count").toInteger(), bytesOf(object.value(u"head"))};
    if (writtenHead(head) != line)
        return base::fail(base::Code::Corrupt, QStringLiteral("no head of a ledger"));
    return head;
}

base::Result<ReadLedger> readLedger(const QByteArray& text)
{
    ReadLedger ledger;
    for (qsizetype from = 0, number = 1; from < text.size(); ++number) {
        const qsizetype end = text.indexOf('\n', from) + 1;
        const QByteArray line = end > 0 ? text.mid(from, end - from) : text.mid(from);
        if (end == text.size()) {
            auto head = readHead(line);
            if (!head)
                return base::fail(head.error());
            ledger.head = *std::move(head);
            return ledger;
        }
        auto entry = readEntry(line);
        if (end <= 0 || !entry)
            return base::fail(
                base::Code::Corrupt,
                QStringLiteral("line %1 of the ledger was not written so").arg(number));
        ledger.entries.push_back(*std::move(entry));
        from = end;
    }
    return base::fail(base::Code::Corrupt, QStringLiteral("the ledger has no head"));
}

} // namespace release
