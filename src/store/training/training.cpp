// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/training/training.h"

#include <cmath>

namespace store {

namespace {

constexpr double kMillion = 1e6;

qint64 millionths(double share)
{
    return static_cast<qint64>(std::llround(share * kMillion));
}

/// Columns as in Sql::Models.
ModelRow modelRow(const Statement& row)
{
    const auto share = [&](int column) {
        return static_cast<double>(row.number(column)) / kMillion;
    };
    return {.id = row.number(0),
            .version = row.text(1),
            .shipped = row.text(2),
            .trained = base::fromMs(row.number(3)),
            .phrases = row.small(4),
            .corrected = row.small(5),
            .heldBack = row.small(6),
            .accuracy = share(7),
            .inScopeAccuracy = share(8),
            .outOfScopeRecall = share(9),
            .isActive = row.truth(10)};
}

} // namespace

base::Result<void> writePhrase(Connection& connection, const PhraseRow& p)
{
    auto done = connection.use(Sql::SavePhrase)
                    .bindAll(p.conversation.value, p.seq.value, p.text, p.intent, p.language,
                             p.person.value, base::toMs(p.time))
                    .run();
    if (!done && done.error().code == base::Code::Conflict)
        return base::fail(base::Code::NotFound, "a phrase of no conversation");
    return done;
}

base::Result<void> removePhrase(Connection& connection, qint64 id)
{
    if (auto done = connection.use(Sql::RemovePhrase).bind(id).run(); !done)
        return done;
    if (connection.changes() == 0)
        return base::fail(base::Code::NotFound, QStringLiteral("no phrase %1").arg(id));
    return {};
}

base::Result<std::vector<PhraseRow>> readPhrases(Connection& connection)
{
    std::vector<PhraseRow> phrases;
    auto row = connection.use(Sql::Phrases);
    auto more = row.step();
    for (; more && *more; more = row.step())
        phrases.push_back({.id = row.number(0),
                           .conversation = {row.number(1)},
                           .seq = {row.number(2)},
                           .text = row.text(3),
                           .intent = row.text(4),
                           .language = row.text(5),
                           .person = {row.number(6)},
                           .time = base::fromMs(row.number(7))});
    if (!more)
        return base::fail(more.error());
    return phrases;
}

base::Result<void> writeHelpRating(Connection& connection, const HelpRatingRow& r)
{
    auto done = connection.use(Sql::SaveHelpRating)
                    .bindAll(r.conversation.value, r.answer, r.task, r.prompt, r.model, r.isGood,
                             r.comment, r.person.value, base::toMs(r.time))
                    .run();
    if (!done && done.error().code == base::Code::Conflict)
        return base::fail(base::Code::NotFound, "a rating of no conversation");
    return done;
}

base::Result<std::vector<HelpRatingRow>> readHelpRatings(Connection& connection)
{
    std::vector<HelpRatingRow> ratings;
    auto row = connection.use(Sql::HelpRatings);
    auto more = row.step();
    for (; more && *more; more = row.step())
        ratings.push_back({.id = row.number(0),
                           .conversation = {row.number(1)},
                           .answer = row.text(2),
                           .task = row.text(3),
                           .prompt = row.text(4),
                           .model = row.text(5),
                           .isGood = row.truth(6),
                           .comment = row.text(7),
                           .person = {row.number(8)},
                           .time = base::fromMs(row.number(9))});
    if (!more)
        return base::fail(more.error());
    return ratings;
}

base::Result<ModelRow> writeModel(Connection& connection, ModelRow m)
{
    if (auto done = connection.use(Sql::DeactivateModels).run(); !done)
        return base::fail(done.error());
    if (auto done =
            connection.use(Sql::InsertModel)
                .bindAll(m.version, m.shipped, base::toMs(m.trained), m.phrases, m.corrected,
                         m.heldBack, millionths(m.accuracy), millionths(m.inScopeAccuracy),
                         millionths(m.outOfScopeRecall), true, m.bytes, m.judge)
                .run();
        !done)
        return base::fail(done.error());
    m.id = connection.lastInsertId();
    m.isActive = true;
    if (auto done = connection.use(Sql::RemoveOldModels).bind(kKeptModels).run(); !done)
        return base::fail(done.error());
    return m;
}

base::Result<void> activateModel(Connection& connection, qint64 id)
{
    if (auto done = connection.use(Sql::DeactivateModels).run(); !done || id == 0)
        return done;
    if (auto done = connection.use(Sql::ActivateModel).bind(id).run(); !done)
        return done;
    if (connection.changes() == 0)
        return base::fail(base::Code::NotFound, QStringLiteral("no model %1").arg(id));
    return {};
}

base::Result<std::vector<ModelRow>> readModels(Connection& connection)
{
    std::vector<ModelRow> models;
    auto row = connection.use(Sql::Models);
    auto more = row.step();
    for (; more && *more; more = row.step())
        models.push_back(modelRow(row));
    if (!more)
        return base::fail(more.error());
    return models;
}

base::Result<ModelRow> readActiveModel(Connection& connection)
{
    auto row = connection.use(Sql::ActiveModel);
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::NotFound, "no model is active");
    ModelRow model = modelRow(row);
    model.bytes = row.blob(11);
    model.judge = row.blob(12);
    return model;
}

} // namespace store
