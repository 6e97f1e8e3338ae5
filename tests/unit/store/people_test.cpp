// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/migrations.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <QDir>

using namespace store_test;
using base::Code;
using store::AuditNote;
using store::AuditRow;
using store::Person;

class PeopleTest : public QObject
{
    Q_OBJECT

private:
    static base::Result<Person> save(StoreFixture& f, const Person& person, const AuditNote& note)
    {
        return f.ask<Person>(
            [&](store::Store& s, auto r) { s.savePerson(person, note, std::move(r)); });
    }
    static std::vector<Person> people(StoreFixture& f)
    {
        return f.ask<std::vector<Person>>([](store::Store& s, auto r) { s.people(std::move(r)); })
            .value_or(std::vector<Person>());
    }
    static std::vector<AuditRow> audit(StoreFixture& f, const store::AuditQuery& query = {})
    {
        return f
            .ask<std::vector<AuditRow>>(
                [&](store::Store& s, auto r) { s.audit(query, std::move(r)); })
            .value_or(std::vector<AuditRow>());
    }
    static Person ana()
    {
        return {.name = QStringLiteral("Ana"),
                .nameKey = QStringLiteral("ana"),
                .roles = QStringLiteral("agent lead"),
                .passphraseHash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA"};
    }
    static AuditNote note(const char* what)
    {
        return {.by = {7},
                .what = QString::fromLatin1(what),
                .detail = R"({"to":"Ana"})",
                .time = base::fromMs(1'764'000'000'123)};
    }

private Q_SLOTS:
    void aPersonIsKeptWhole()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto saved = save(f, ana(), note("person.added"));
        QVERIFY(saved && saved->id.isValid());
        saved->isActive = false;
        saved->roles = QStringLiteral("qa");
        saved->passphraseHash.clear();
        QVERIFY(save(f, *saved, note("person.roles")));
        QVERIFY(f.reopen());
        const auto found = people(f);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().id, saved->id);
        QCOMPARE(found.front().name, QStringLiteral("Ana"));
        QCOMPARE(found.front().nameKey, QStringLiteral("ana"));
        QCOMPARE(found.front().roles, QStringLiteral("qa"));
        QVERIFY(!found.front().isActive && found.front().passphraseHash.isEmpty());
        auto again = *saved;
        again.passphraseHash = ana().passphraseHash;
        QVERIFY(save(f, again, note("person.passphrase_set")));
        QCOMPARE(people(f).front().passphraseHash, ana().passphraseHash);
    }

    void twoHaveNeverTheSameNameKey()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(save(f, ana(), note("person.added")));
        QCOMPARE(save(f, ana(), note("person.added")).error().code, Code::Conflict);
        const auto other = save(f, {.name = "Beto", .nameKey = "beto"}, note("person.added"));
        QVERIFY(other);
        auto renamed = *other;
        renamed.nameKey = QStringLiteral("ana");
        QCOMPARE(save(f, renamed, note("person.renamed")).error().code, Code::Conflict);
        QVERIFY(save(f, {.name = "Ana"}, note("person.added"))); // as older rows are: no key
        QVERIFY(save(f, {.name = "Ana"}, note("person.added")));
        QCOMPARE(people(f).size(), 4U);
    }

    void eachChangeIsNotedWithItAndNeverWithoutIt()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto saved = save(f, ana(), note("person.added"));
        QVERIFY(!save(f, {.id = {99}}, note("person.renamed")));
        QVERIFY(!save(f, ana(), note("person.added")));
        QVERIFY(save(f, *saved, note("person.locked_out")));
        QVERIFY(f.reopen());
        const auto rows = audit(f);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows.front().note.what, QStringLiteral("person.locked_out"));
        QCOMPARE(rows.back().note.what, QStringLiteral("person.added"));
        for (const auto& row : rows) {
            QCOMPARE(row.subject, saved->id.value);
            QCOMPARE(row.note.by, base::PersonId{7});
            QCOMPARE(row.note.detail, QByteArray(R"({"to":"Ana"})"));
            QCOMPARE(base::toMs(row.note.time), 1'764'000'000'123);
        }
    }

    void theAuditIsReadInPages()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto person = save(f, ana(), note("1"));
        for (int i = 2; i <= 7; ++i)
            QVERIFY(save(f, *person, note(qPrintable(QString::number(i)))));
        QString read;
        store::AuditQuery query{.limit = 3};
        for (auto rows = audit(f, query); !rows.empty(); rows = audit(f, query)) {
            for (const auto& row : rows)
                read += row.note.what;
            query.before = rows.back().id;
        }
        QCOMPARE(read, QStringLiteral("7654321"));
    }

    // Schema 4 to 5: who was there could do everything, and still can.
    void peopleOfAnOlderDatabaseKeepWhatTheyCouldDo()
    {
        StoreFixture f;
        QVERIFY(QDir().mkpath(f.folder()));
        {
            auto connection =
                store::Connection::open(f.path("relevo.db"), store::Connection::Role::Writer);
            QVERIFY(connection);
            auto migrations = store::readMigrations(":/schema");
            QVERIFY(migrations && migrations->size() >= 5);
            migrations->resize(4);
            QVERIFY(store::migrate(**connection, *migrations, base::fromMs(1)));
            QVERIFY(
                (*connection)
                    ->execute("PRAGMA application_id=" + QString::number(store::kApplicationId)));
            QVERIFY((*connection)
                        ->execute(
                            "INSERT INTO person (name, is_active) VALUES ('Ana', 1), ('ana', 0)"));
        }
        QVERIFY(f.open());
        const auto found = people(f);
        QCOMPARE(found.size(), 2U);
        for (const auto& person : found) {
            QCOMPARE(person.roles, QStringLiteral("agent lead reviewer"));
            QVERIFY(person.nameKey.isEmpty() && person.passphraseHash.isEmpty());
        }
        QVERIFY(found.front().isActive && !found.back().isActive);
        QVERIFY(audit(f).empty());
    }
};

RELEVO_TEST(PeopleTest)
#include "people_test.moc"
