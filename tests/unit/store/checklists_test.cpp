// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/runner.h"

using namespace store_test;
using base::Code;
using store::ChecklistChange;
using store::ChecklistEntryRow;
using store::ChecklistRow;
using store::LedgerMark;

class ChecklistsTest : public QObject
{
    Q_OBJECT

private:
    static LedgerMark mark(qint64 entries)
    {
        return {.entries = entries, .head = QByteArray(32, static_cast<char>('a' + entries))};
    }
    static ChecklistEntryRow entry(qint64 number)
    {
        return {.number = number,
                .line = "{\"number\":" + QByteArray::number(number) + "}\n",
                .salt = QByteArray(16, '\x00'),
                .text = QStringLiteral("seen by Ñata")};
    }
    static ChecklistChange begun(const QString& ulid)
    {
        return {
            .ulid = ulid,
            .after = mark(1),
            .frame = "{\"title\":\"one\"}",
            .items = {{QStringLiteral("b"), 1, "{\"b\":1}"}, {QStringLiteral("a"), 0, "{\"a\":1}"}},
            .entries = {entry(1)},
            .source = store::ChecklistSource{QStringLiteral("estado.md"),
                                             QByteArray("\xef\xbb\xbf# \x00x", 7)}};
    }
    static base::Result<void> save(StoreFixture& f, const ChecklistChange& change)
    {
        return f.ask<void>([&](store::Store& s, auto r) { s.saveChecklist(change, std::move(r)); });
    }
    static base::Result<ChecklistRow> read(StoreFixture& f, const QString& ulid)
    {
        return f.ask<ChecklistRow>(
            [&](store::Store& s, auto r) { s.checklist(ulid, std::move(r)); });
    }
    static std::vector<QByteArray> records(const ChecklistRow& row)
    {
        std::vector<QByteArray> all;
        for (const auto& item : row.items)
            all.push_back(item.record);
        return all;
    }
    static std::vector<ChecklistEntryRow> entries(StoreFixture& f, const QString& ulid)
    {
        return f
            .ask<std::vector<ChecklistEntryRow>>(
                [&](store::Store& s, auto r) { s.checklistEntries(ulid, std::move(r)); })
            .value_or(std::vector<ChecklistEntryRow>());
    }

private Q_SLOTS:
    void aReleaseIsKeptWholeAndInOrder()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, begun(QStringLiteral("R1"))));
        QVERIFY(save(f, begun(QStringLiteral("R2"))));
        QVERIFY(f.reopen());
        const auto ids =
            f.ask<QStringList>([](store::Store& s, auto r) { s.checklistIds(std::move(r)); });
        QCOMPARE(*ids, (QStringList{QStringLiteral("R2"), QStringLiteral("R1")}));
        const auto row = read(f, QStringLiteral("R1"));
        QVERIFY(row);
        QCOMPARE(row->frame, QByteArray("{\"title\":\"one\"}"));
        QCOMPARE(records(*row), (std::vector<QByteArray>{"{\"a\":1}", "{\"b\":1}"}));
        QCOMPARE(row->ledger, mark(1));
        QCOMPARE(row->items.front().item, QStringLiteral("a"));
        QCOMPARE(row->entries.size(), std::size_t(1));
        QCOMPARE(row->entries.front().line, entry(1).line);
        const auto said = entries(f, QStringLiteral("R1"));
        QCOMPARE(said.size(), std::size_t(1));
        QCOMPARE(said[0].line, entry(1).line);
        QCOMPARE(said[0].salt, entry(1).salt);
        QCOMPARE(said[0].text, entry(1).text);
        const auto source = f.ask<store::ChecklistSource>(
            [](store::Store& s, auto r) { s.checklistSource(QStringLiteral("R1"), std::move(r)); });
        QCOMPARE(source->bytes, begun({}).source->bytes);
    }

    void aTickWritesOneItemAndItsEntry()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, begun(QStringLiteral("R1"))));
        QVERIFY(save(f, {.ulid = QStringLiteral("R1"),
                         .before = mark(1),
                         .after = mark(2),
                         .frame = "{\"title\":\"two\"}",
                         .items = {{QStringLiteral("b"), 1, "{\"b\":2}"}},
                         .entries = {entry(2)}}));
        auto row = read(f, QStringLiteral("R1"));
        QCOMPARE(records(*row), (std::vector<QByteArray>{"{\"a\":1}", "{\"b\":2}"}));
        QCOMPARE(row->ledger, mark(2));
        QVERIFY(save(f, {.ulid = QStringLiteral("R1"),
                         .before = mark(2),
                         .after = mark(3),
                         .frame = row->frame,
                         .items = {{QStringLiteral("b"), 0, "{\"b\":2}"}},
                         .removedItems = {QStringLiteral("a")},
                         .entries = {entry(3)}}));
        row = read(f, QStringLiteral("R1"));
        QCOMPARE(records(*row), (std::vector<QByteArray>{"{\"b\":2}"}));
        QCOMPARE(entries(f, QStringLiteral("R1")).size(), std::size_t(3));
    }

    // Two decide on the same state: the second is told, and nothing of it stands.
    void whoComesSecondIsRefusedWhole()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, begun(QStringLiteral("R1"))));
        QCOMPARE(save(f, begun(QStringLiteral("R1"))).error().code, Code::Conflict);
        ChecklistChange change{.ulid = QStringLiteral("R1"),
                               .before = mark(1),
                               .after = mark(2),
                               .frame = "{\"title\":\"first\"}",
                               .items = {{QStringLiteral("a"), 0, "{\"a\":2}"}},
                               .entries = {entry(2)}};
        QVERIFY(save(f, change));
        change.frame = QByteArray("{\"title\":\"second\"}"); // another one: the first is shared
        QCOMPARE(save(f, change).error().code, Code::Conflict);
        // The right number, but another chain.
        change.before = LedgerMark{.entries = 2, .head = QByteArray(32, 'z')};
        change.after = mark(3);
        change.entries = {entry(3)};
        QCOMPARE(save(f, change).error().code, Code::Conflict);
        QCOMPARE(read(f, QStringLiteral("R1"))->frame, QByteArray("{\"title\":\"first\"}"));
        QCOMPARE(entries(f, QStringLiteral("R1")).size(), std::size_t(2));
    }

    // The ledger's number is taken already: the item does not change without its entry.
    void anItemDoesNotChangeWithoutItsEntry()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, begun(QStringLiteral("R1"))));
        QVERIFY(!save(f, {.ulid = QStringLiteral("R1"),
                          .before = mark(1),
                          .after = mark(2),
                          .frame = "{}",
                          .items = {{QStringLiteral("a"), 0, "{\"a\":9}"}},
                          .entries = {entry(1)}}));
        const auto row = read(f, QStringLiteral("R1"));
        QCOMPARE(row->items.front().record, QByteArray("{\"a\":1}"));
        QCOMPARE(row->ledger, mark(1));
    }

    void whatIsNotThereIsSaidSo()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const QString none = QStringLiteral("none");
        QCOMPARE(read(f, none).error().code, Code::NotFound);
        QCOMPARE(save(f, {.ulid = none, .before = mark(1), .after = mark(2), .frame = "{}"})
                     .error()
                     .code,
                 Code::NotFound);
        QVERIFY(entries(f, none).empty());
        auto change = begun(QStringLiteral("R1"));
        change.source.reset();
        QVERIFY(save(f, change));
        const auto source = f.ask<store::ChecklistSource>(
            [](store::Store& s, auto r) { s.checklistSource(QStringLiteral("R1"), std::move(r)); });
        QCOMPARE(source.error().code, Code::NotFound);
    }

    // They are kept in the same way, and are no release.
    void freezesAreListedWithNoRelease()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, begun(QStringLiteral("R1"))));
        QVERIFY(save(f, begun(QString::fromLatin1(store::kFreezesUlid))));
        const auto ids =
            f.ask<QStringList>([](store::Store& s, auto r) { s.checklistIds(std::move(r)); });
        QCOMPARE(*ids, QStringList{QStringLiteral("R1")});
    }
};

RELEVO_TEST(ChecklistsTest)
#include "checklists_test.moc"
