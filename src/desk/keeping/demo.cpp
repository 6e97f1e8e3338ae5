// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeping/demo.h"

#include "desk/people/allowed.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Resources of a static library are registered from outside any namespace.
static void initDeskResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace desk {

namespace {

/// One play of all scripts; keeps itself alive through the callbacks.
struct Play {
    Context& context;
    Turns& turns;
    QJsonArray scripts;
    std::function<void(base::Result<int>)> done;
    int played = 0;
};

/// The first who is there; none where nobody is.
base::PersonId demonstrator(const PeopleById& people)
{
    const auto it = std::ranges::find_if(people, [](const auto& p) { return p.second.isActive; });
    return it == people.end() ? base::PersonId{} : it->first;
}

std::optional<engine::Input> inputOfStep(const QJsonObject& step, base::PersonId agent)
{
    using Kind = engine::Input::Kind;
    if (step.contains(u"say"))
        return engine::Input{.kind = Kind::Message, .text = step.value(u"say").toString()};
    if (step.contains(u"tap"))
        return engine::Input{.kind = Kind::Option,
                             .value = step.value(u"tap").toString(),
                             .label = step.value(u"label").toString()};
    if (!agent.isValid())
        return std::nullopt;
    if (step.contains(u"take"))
        return engine::Input{.kind = Kind::TakeOver, .person = agent};
    if (step.contains(u"answer"))
        return engine::Input{
            .kind = Kind::AgentMessage, .text = step.value(u"answer").toString(), .person = agent};
    if (step.contains(u"note"))
        return engine::Input{
            .kind = Kind::Note, .text = step.value(u"note").toString(), .person = agent};
    return std::nullopt;
}

void playScript(const std::shared_ptr<Play>& play, qsizetype script);

void playStep(const std::shared_ptr<Play>& play, base::ConversationId id, qsizetype script,
              qsizetype step)
{
    const QJsonArray steps = play->scripts[script].toObject().value(u"steps").toArray();
    const base::PersonId agent = demonstrator(play->context.people);
    const auto input =
        step < steps.size() ? inputOfStep(steps[step].toObject(), agent) : std::nullopt;
    if (!input) {
        ++play->played;
        playScript(play, script + 1);
        return;
    }
    play->turns.submit(
        id, {.input = *input, .done = [play, id, script, step](const base::Result<TurnDone>& turn) {
                 if (turn) {
                     playStep(play, id, script, step + 1);
                     return;
                 }
                 ++play->played;
                 playScript(play, script + 1);
             }});
}

void playScript(const std::shared_ptr<Play>& play, qsizetype script)
{
    if (script >= play->scripts.size()) {
        play->done(play->played);
        return;
    }
    const QJsonObject object = play->scripts[script].toObject();
    play->turns.begin({.locale = object.value(u"locale").toString(), .isDemo = true},
                      [play, script](base::Result<TurnDone> turn) {
                          if (turn)
                              playStep(play, turn->row.id, script, 0);
                          else
                              play->done(base::fail(turn.error()));
                      });
}

} // namespace

void playDemo(Context& context, Turns& turns, std::function<void(base::Result<int>)> done)
{
    initDeskResources();
    QFile file(QStringLiteral(":/demo/conversations.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        done(base::fail(base::Code::Internal, QStringLiteral("the demonstration data is missing")));
        return;
    }
    const auto scripts =
        QJsonDocument::fromJson(file.readAll()).object().value(u"conversations").toArray();
    playScript(std::make_shared<Play>(Play{context, turns, scripts, std::move(done)}), 0);
}

} // namespace desk
