// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/training/training.h"
#include "store_fixture.h"
#include "support/runner.h"

using namespace store_test;
using store::ModelRow;
using store::PhraseRow;

class TrainingTest : public QObject
{
    Q_OBJECT

private:
    static PhraseRow phrase(base::ConversationId id, qint64 seq, const QString& intent)
    {
        return {.conversation = id,
                .seq = {seq},
                .text = QStringLiteral("se me murió la compu"),
                .intent = intent,
                .language = QStringLiteral("es-AR"),
                .person = {3},
                .time = base::fromMs(1'764'000'000'000)};
    }
    static base::Result<void> save(StoreFixture& f, const PhraseRow& row)
    {
        return f.ask<void>(
            [&](store::Store& s, auto reply) { s.savePhrase(row, std::move(reply)); });
    }
    static std::vector<PhraseRow> phrases(StoreFixture& f)
    {
        return f
            .ask<std::vector<PhraseRow>>(
                [](store::Store& s, auto reply) { s.phrases(std::move(reply)); })
            .value_or(std::vector<PhraseRow>());
    }
    static ModelRow saveModel(StoreFixture& f, int n)
    {
        ModelRow row{.version = QStringLiteral("v%1").arg(n),
                     .shipped = QStringLiteral("s"),
                     .trained = base::fromMs(n),
                     .phrases = 100 + n,
                     .corrected = n,
                     .heldBack = 20,
                     .accuracy = 0.9125,
                     .inScopeAccuracy = 0.9,
                     .outOfScopeRecall = 0.5,
                     .bytes = QByteArray(10, 'm'),
                     .judge = QByteArray(10, 'j')};
        return f
            .ask<ModelRow>([&](store::Store& s, auto reply) { s.saveModel(row, std::move(reply)); })
            .value_or(ModelRow());
    }
    static std::vector<ModelRow> models(StoreFixture& f)
    {
        return f
            .ask<std::vector<ModelRow>>(
                [](store::Store& s, auto reply) { s.models(std::move(reply)); })
            .value_or(std::vector<ModelRow>());
    }
    static base::Result<void> activate(StoreFixture& f, qint64 id)
    {
        return f.ask<void>(
            [&](store::Store& s, auto reply) { s.activateModel(id, std::move(reply)); });
    }
    static base::Result<ModelRow> active(StoreFixture& f)
    {
        return f.ask<ModelRow>(
            [](store::Store& s, auto reply) { s.activeModel(std::move(reply)); });
    }

private Q_SLOTS:
    void aLaterCorrectionReplacesTheEarlier()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto turn = f.commit(newTurn(ulid(1)));
        QVERIFY(turn);
        QVERIFY(save(f, phrase(turn->conversation, 1, "close")));
        QVERIFY(save(f, phrase(turn->conversation, 1, "technical_problem")));
        const auto rows = phrases(f);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().intent, QStringLiteral("technical_problem"));
        QCOMPARE(rows.front().text, QStringLiteral("se me murió la compu"));
        QCOMPARE(rows.front().person, base::PersonId{3});
        QCOMPARE(save(f, phrase({99}, 1, "close")).error().code, base::Code::NotFound);
    }

    void aPhraseIsRemovedOnce()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto turn = f.commit(newTurn(ulid(1)));
        QVERIFY(save(f, phrase(turn->conversation, 1, "close")));
        const qint64 id = phrases(f).front().id;
        const auto remove = [&] {
            return f.ask<void>(
                [&](store::Store& s, auto reply) { s.removePhrase(id, std::move(reply)); });
        };
        QVERIFY(remove());
        QVERIFY(phrases(f).empty());
        QCOMPARE(remove().error().code, base::Code::NotFound);
    }

    void phrasesGoWithTheirConversation()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto kept = f.commit(newTurn(ulid(1)));
        const auto erased = f.commit(newTurn(ulid(2)));
        QVERIFY(save(f, phrase(kept->conversation, 1, "close")));
        QVERIFY(save(f, phrase(erased->conversation, 1, "close")));
        auto turn = nextTurn(*erased);
        turn.erases = true;
        QVERIFY(f.commit(turn));
        const auto rows = phrases(f);
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows.front().conversation, kept->conversation);
    }

    void theNewestModelIsTheActiveOne()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QCOMPARE(active(f).error().code, base::Code::NotFound);
        saveModel(f, 1);
        const auto second = saveModel(f, 2);
        QVERIFY(f.reopen());
        const auto found = active(f);
        QVERIFY(found);
        QCOMPARE(found->id, second.id);
        QCOMPARE(found->version, QStringLiteral("v2"));
        QCOMPARE(found->accuracy, 0.9125);
        QCOMPARE(found->bytes, QByteArray(10, 'm'));
        QCOMPARE(found->judge, QByteArray(10, 'j'));
        QVERIFY(models(f).front().bytes.isEmpty());
    }

    void anotherModelMayBeMadeTheActiveOne()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = saveModel(f, 1);
        saveModel(f, 2);
        QVERIFY(activate(f, first.id));
        QCOMPARE(active(f)->version, QStringLiteral("v1"));
        QCOMPARE(activate(f, 77).error().code, base::Code::NotFound);
        QCOMPARE(active(f)->version, QStringLiteral("v1"));
        QVERIFY(activate(f, 0));
        QCOMPARE(active(f).error().code, base::Code::NotFound);
    }

    void theLastModelsAreKept()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int n = 1; n <= store::kKeptModels + 3; ++n)
            saveModel(f, n);
        const auto rows = models(f);
        QCOMPARE(rows.size(), static_cast<std::size_t>(store::kKeptModels));
        QCOMPARE(rows.front().version, QStringLiteral("v%1").arg(store::kKeptModels + 3));
    }
};

RELEVO_TEST(TrainingTest)
#include "training_test.moc"
