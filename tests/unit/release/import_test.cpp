// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/deeds/deeds.h"
#include "release/import/draft.h"
#include "release/import/exported.h"
#include "release/import/unique_ids.h"
#include "release/markdown/encoding.h"
#include "release/outline.h"
#include "release/template_loader.h"
#include "support/runner.h"
#include "unit/release/markdown_files.h"

#include <algorithm>
#include <map>

using namespace release;

namespace {

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

Draft drafted(const QByteArray& text, Taking taking = Taking::Everything)
{
    return draftOf(text, {.taking = taking, .fallbackTitle = words("archivo")}).value();
}

std::vector<ItemPlan> tasksIn(const Draft& draft, const Template& plan)
{
    std::vector<ItemPlan> tasks;
    std::ranges::copy_if(plan.items, std::back_inserter(tasks), [&](const ItemPlan& each) {
        return std::ranges::any_of(
            draft.items, [&](const DraftItem& item) { return item.id == each.id && item.isTask; });
    });
    return tasks;
}

template <class D>
std::vector<D> deedsOf(const Imported& imported)
{
    std::vector<D> found;
    for (const Deed& deed : imported.deeds) {
        if (const auto* each = std::get_if<D>(&deed))
            found.push_back(*each);
    }
    return found;
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

    const QByteArray m_source = markdown_files::corpus(words("status/estado-actual-despliegue.md"));
    const Draft m_draft = drafted(m_source);
    const Imported m_imported = importedFrom(m_draft, words("es"));

private Q_SLOTS:
    void theOwnersTasksHaveTheirRolesAndAreOpen()
    {
        const auto tasks = tasksIn(m_draft, m_imported.plan);
        QCOMPARE(tasks.size(), std::size_t{13});
        std::map<Role, int> counts;
        for (const ItemPlan& each : tasks)
            ++counts[each.role.value()];
        QCOMPARE(counts, (std::map<Role, int>{{Role::DevLead, 3},
                                              {Role::Qa, 2},
                                              {Role::Sre, 3},
                                              {Role::Security, 3},
                                              {Role::Product, 2}}));
        for (const DraftItem& item : m_draft.items)
            QVERIFY(!item.isTask || item.state == State::Todo);
    }

    void theGuessStandsBesideTheTasks()
    {
        QCOMPARE(m_imported.plan.items.size(), std::size_t{36});
        QVERIFY(Outline::of(m_imported.plan).has_value());
        QCOMPARE(
            std::ranges::count(m_imported.plan.items, ItemClass::Blocker, &ItemPlan::itemClass), 5);
        QCOMPARE(m_imported.plan.title, words("ESTADO ACTUAL - Preparación para Despliegue"));
        QVERIFY(m_imported.plan.description.contains(words("Opción A")));
    }

    void whatIsReadyBeginsAsDone()
    {
        const auto changes = deedsOf<Change>(m_imported);
        QCOMPARE(changes.size(), std::size_t{3});
        for (const Change& change : changes)
            QVERIFY(change.step == Step::Finish);
        QCOMPARE(changes[0].item.value, words("correcciones-criticas-de-auditoria"));
    }

    void whatWasSaidOfAnItemBeginsItsDiscussion()
    {
        const auto said = deedsOf<Say>(m_imported);
        const auto breaker = std::ranges::find_if(
            said, [](const Say& each) { return each.item.value.startsWith(u"circuit-breaker"); });
        QVERIFY(breaker != said.end());
        QCOMPARE(breaker->text, words("Pendiente implementación\nCrítico para resiliencia"));
        const auto plan = std::ranges::find(m_imported.plan.items, breaker->item, &ItemPlan::id);
        QCOMPARE(plan->estimate->count(), 2 * 24 * 60);
    }

    void theTasksAloneCanBeRead()
    {
        const auto draft = drafted(m_source, Taking::TasksOnly);
        const auto plan = importedFrom(draft, words("es")).plan;
        QCOMPARE(plan.items.size(), std::size_t{13});
        QCOMPARE(plan.sections.size(), std::size_t{5});
        QCOMPARE(draft.sections.size(), std::size_t{5});
        QCOMPARE(plan.sections[0].title, words("Dev Lead"));
        QCOMPARE(plan.items[0].dueWithin->count(), 24 * 60);
    }

    void idsAreTheSameHoweverItIsRead()
    {
        const auto ids = idsOf(readTasks(m_source).value());
        for (const Taking taking : {Taking::Everything, Taking::TasksOnly}) {
            std::vector<ItemId> given;
            for (const DraftItem& each : drafted(m_source, taking).items) {
                if (each.isTask)
                    given.push_back(each.id);
            }
            QVERIFY(given == ids);
        }
    }

    void theDamagedCopyGivesTheSame()
    {
        const auto text = readableText(
            markdown_files::corpus(words("status/estado-actual-despliegue.mac-roman.md")));
        QCOMPARE(text->repaired, TextDamage::ReadAsMacRoman);
        QVERIFY(importedFrom(drafted(text->utf8), words("es")).plan == m_imported.plan);
    }

    void aNestedTaskStandsBelowTheOneThatEnclosesIt()
    {
        const auto draft = drafted("# R\n## S\n- [x] a\n  - [x] b\n    - [ ] c\n- [ ] d\n");
        const auto imported = importedFrom(draft, words("en"));
        QCOMPARE(imported.plan.items[1].parent.value, words("a"));
        QCOMPARE(imported.plan.items[2].parent.value, words("b"));
        QCOMPARE(imported.plan.items[3].parent.value, QString());
        QCOMPARE(imported.deeds.size(), std::size_t{0}); // a's and b's state is c's
    }

    void whatIsLeftOutHandsItsChildrenOn()
    {
        auto draft = drafted("# R\n## S\n- [ ] a\n  - [ ] b\n    - [x] c\n");
        draft.items[1].isTaken = false;
        const auto imported = importedFrom(draft, words("en"));
        QCOMPARE(imported.plan.items.size(), std::size_t{2});
        QCOMPARE(imported.plan.items[1].parent.value, words("a"));
        QCOMPARE(deedsOf<Change>(imported).size(), std::size_t{1});
    }

    void correctedSectionsKeepTheirOrder()
    {
        auto draft = drafted("# R\n## One\n- [ ] a\n  - [ ] b\n## Two\n- [ ] c\n");
        draft.items[1].section = 1;
        const auto plan = importedFrom(draft, words("en")).plan;
        QCOMPARE(plan.items[1].id.value, words("b"));
        QCOMPARE(plan.items[1].parent.value, QString());
        QCOMPARE(plan.items[1].section, words("two"));
        QVERIFY(Outline::of(plan).has_value());
    }

    void tasksInsideAnOptionAreItemsToo()
    {
        const auto draft = drafted(
            "# R\n## Recomendación\n### Opción A\n- [x] probar\n- pensar\n## QA\n- [ ] z\n");
        QCOMPARE(draft.items.size(), std::size_t{2});
        QCOMPARE(draft.items[0].title, words("probar"));
        QCOMPARE(draft.items[0].state, State::Done);
        QCOMPARE(draft.sections[draft.items[0].section].title, words("Opción A"));
        QCOMPARE(draft.items[1].title, words("z"));
    }

    void aDocumentWithoutTitlesTakesTheFilesName()
    {
        const auto plan = importedFrom(drafted("- [ ] uno\n"), words("es")).plan;
        QCOMPARE(plan.title, words("archivo"));
        QCOMPARE(plan.sections[0].title, words("archivo"));
    }

    void idsInTheFileAreKept()
    {
        const auto ids = idsOf(readTasks("- [ ] otra cosa\n- [ ] b <!-- relevo:otra-cosa -->\n"
                                         "- [ ] otra cosa\n- [ ] ✅\n")
                                   .value());
        QCOMPARE(ids[0].value, words("otra-cosa-2"));
        QCOMPARE(ids[1].value, words("otra-cosa"));
        QCOMPARE(ids[2].value, words("otra-cosa-3"));
        QCOMPARE(ids[3].value, words("item"));
    }

    void policiesComeFromATemplate()
    {
        Template source;
        source.signOffs.push_back(
            {.id = words("qa"), .roles = {Role::Qa}, .sections = {words("blockers")}});
        source.signOffs.push_back( // of an item that is only there
            {.id = words("change"), .roles = {Role::Sre}, .items = {words("change-approved")}});
        source.canary.stages.push_back({5, minutes(30)});
        const Template plan = withPolicyOf(m_imported.plan, source);
        QCOMPARE(plan.signOffs.size(), std::size_t{1});
        QVERIFY(plan.signOffs[0].sections.isEmpty());
        QCOMPARE(plan.canary.stages.size(), std::size_t{1});
        QCOMPARE(plan.items.size(), m_imported.plan.items.size());
    }

    void tooManyItemsAreRefused()
    {
        const QByteArray text = QByteArray("- [ ] a\n").repeated(static_cast<int>(kMostItems) + 1);
        QCOMPARE(draftOf(text, {}).error().code, base::Code::Invalid);
    }

    void whatDidNotChangeIsExportedByteForByte_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("owners") << m_source;
        QTest::newRow("damaged") << markdown_files::corpus(
            words("status/estado-actual-despliegue.mac-roman.md"));
        QTest::newRow("parents") << QByteArray("- [x] a\r\n  - [ ] b\r\n- [X] c\r\n\t- [x] d");
        QTest::newRow("nothing") << QByteArray("# only a title");
    }
    void whatDidNotChangeIsExportedByteForByte()
    {
        QFETCH(QByteArray, source);
        const Draft draft = drafted(readableText(source)->utf8);
        QCOMPARE(exportedTo(begun(importedFrom(draft, words("es"))), source).value(), source);
    }
    void tickingOneItemChangesOneByte()
    {
        Release release = begun(m_imported);
        const auto task = std::ranges::find_if(m_draft.items, &DraftItem::isTask);
        const auto item = std::ranges::find(release.items, task->id,
                                            [](const Item& each) { return each.plan.id; });
        item->state = State::Verified;
        const QByteArray exported = exportedTo(release, m_source).value();
        QCOMPARE(exported.size(), m_source.size());
        int differing = 0;
        for (qsizetype i = 0; i < exported.size(); ++i)
            differing += exported[i] != m_source[i] ? 1 : 0;
        QCOMPARE(differing, 1);
        QCOMPARE(readTasks(exported)->front().isTicked, true);
    }
    void aParentIsTickedWithTheLastOfItsChildren()
    {
        const QByteArray source("- [ ] a\n  - [x] b\n  - [ ] c\n- [ ] d\n");
        Release release = begun(importedFrom(drafted(source), words("en")));
        QCOMPARE(release.items.size(), std::size_t{4});
        release.items[2].state = State::Done;
        QCOMPARE(exportedTo(release, source).value(),
                 QByteArray("- [x] a\n  - [x] b\n  - [x] c\n- [ ] d\n"));
        release.items[1].state = State::Failed;
        QCOMPARE(exportedTo(release, source).value(),
                 QByteArray("- [ ] a\n  - [ ] b\n  - [x] c\n- [ ] d\n"));
    }
    void whatWasNoFileIsAListOfItsOwn()
    {
        const base::WallTime now = base::fromMs(1'765'108'800'000);
        Release release;
        release.title = words("2.4 *final*");
        release.sections = {{words("s"), words("Antes"), false}};
        for (const char* name : {"a", "b"}) {
            Item item;
            item.plan.id = {words(name)};
            item.plan.section = words("s");
            item.plan.title = words(name);
            release.items.push_back(item);
        }
        release.items[1].plan.parent = release.items[0].plan.id;
        release.items[1].state = State::Verified;
        const QByteArray list = exportedList(release, now);
        QVERIFY2(list.endsWith("\n## Antes\n\n- [x] a\n  - [x] b\n"), list.constData());
        QCOMPARE(readTasks(list)->size(), std::size_t{2});
        // A waiver beside it is as good, as long as it lasts.
        Item waived = release.items[1];
        waived.plan.id = {words("c")};
        waived.state = State::Waived;
        waived.waiver = Waiver{{}, {3}, Role::Supervisor, now, now + minutes(60)};
        release.items.push_back(waived);
        QVERIFY(exportedList(release, now).contains("- [x] a\n"));
        QVERIFY(!exportedList(release, now).contains("<!--"));
        release.isSourceErased = true;
        QVERIFY(exportedList(release, now).contains("was erased"));
        QVERIFY(exportedList(release, now).contains("- [x] a\n"));
        QVERIFY(exportedList(release, now + minutes(60)).contains("- [ ] a\n"));
    }

private:
    /// As it stands once it is imported.
    static Release begun(const Imported& imported)
    {
        const base::WallTime now = base::fromMs(1'765'108'800'000);
        Release release = releaseOf(imported.plan, words("R"), words("1.0"), now);
        const Circumstances around{
            .actor = {{1},
                      {Role::DevLead, Role::BackendLead, Role::Qa, Role::Sre, Role::Security,
                       Role::Product, Role::Legal, Role::Supervisor}},
            .now = now,
            .salt = [] { return QByteArray(16, 's'); },
            .id = [] { return words("id"); }};
        for (const Deed& deed : imported.deeds) {
            auto deeds = done(Outline::of(release), release, deed, around);
            if (deeds)
                release = std::move(deeds->after);
        }
        return release;
    }
};

RELEVO_TEST(ImportTest)
#include "import_test.moc"
