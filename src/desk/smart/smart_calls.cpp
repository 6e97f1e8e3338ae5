// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/impl.h"

namespace desk {

void Desk::smartState(base::Caller& caller, Done<SmartState> done)
{
    m_impl->ask<SmartState>(
        caller, std::move(done),
        [](Impl& d, const SharedReply<SmartState>& reply) { reply->answer(d.smartNow()); });
}

void Desk::setSmartFor(base::Caller& caller, base::ConversationId id, bool isOn, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done), [id, isOn](Impl& d, const SharedReply<void>& reply) {
        d.turns.look(id, [&d, isOn, reply](const base::Result<const store::ConversationRow*>& row,
                                           const engine::State&) {
            if (row)
                d.saveSetting(kSmartOneSetting + (*row)->ulid,
                              isOn ? QString() : QStringLiteral("off"), reply);
            else
                reply->answer(base::fail(row.error()));
        });
    });
}

SmartState Desk::Impl::smartNow() const
{
    SmartState state = smart.state();
    state.hasAi = ai->isConfigured();
    const QStringList off = smart.stagesOff();
    for (const engine::Stage& stage : context.flows.current().stages()) {
        if (stage.kind == engine::StageKind::Human || stage.kind == engine::StageKind::End)
            continue;
        state.stages += stage.id;
        if (off.contains(stage.id))
            state.stagesOff += stage.id;
    }
    return state;
}

SharedReply<void> Desk::Impl::thenSmart(const SharedReply<SmartState>& reply)
{
    return std::make_shared<base::Reply<void>>(
        caller.expect<void>([this, reply](const base::Result<void>& saved) {
            reply->answer(saved ? base::Result<SmartState>(smartNow()) : base::fail(saved.error()));
        }));
}

void Desk::configureAi(AiConfig config)
{
    m_impl->tell([config = std::move(config)](Impl& d) mutable {
        d.context.options.ai = config;
        d.ai->configure(std::move(config));
    });
}

void Desk::aiHealth(base::Caller& caller, Done<AiHealth> done)
{
    base::Reply<AiHealth> reply = caller.expect<AiHealth>(std::move(done));
    reply.setWhenDropped(base::Code::Busy);
    m_impl->ai->health(std::move(reply));
}

void Desk::steerAi(const QString& endpoint, AiSteer what)
{
    m_impl->ai->steer(endpoint.toStdString(), what);
}

void Desk::tryAi(base::Caller& caller, const AiServer& server, const QString& key,
                 Done<AiTrial> done)
{
    base::Reply<AiTrial> reply = caller.expect<AiTrial>(std::move(done), "tryAi");
    ai::Endpoint endpoint = aiEndpointOf(server);
    if (key.isEmpty() && !server.keyHost.isEmpty() && server.keyHost != aiHostOf(server))
        endpoint.keyName.clear(); // what is stored was given for another host
    if (!key.isEmpty() && endpoint.keyName.empty())
        endpoint.keyName = kOpenAiKey.toStdString();
    m_impl->ai->tryServer(std::move(endpoint),
                          key.isEmpty() ? std::nullopt : std::optional(key.toStdString()),
                          std::move(reply));
}

void Desk::setSmartShare(base::Caller& caller, int share, Done<SmartState> done)
{
    m_impl->ask<SmartState>(
        caller, std::move(done), [share](Impl& d, const SharedReply<SmartState>& reply) {
            if (share < 0 || share > 100) {
                reply->answer(base::fail(base::Code::Invalid,
                                         QStringLiteral("a share is a number from 0 to 100")));
                return;
            }
            d.saveSetting(kSmartModeSetting, smartShareText(share), d.thenSmart(reply));
        });
}

void Desk::setSmartStagesOff(base::Caller& caller, const QStringList& stages, Done<SmartState> done)
{
    m_impl->ask<SmartState>(
        caller, std::move(done), [stages](Impl& d, const SharedReply<SmartState>& reply) {
            const QStringList known = d.smartNow().stages;
            for (const QString& stage : stages) {
                if (!known.contains(stage)) {
                    reply->answer(base::fail(base::Code::Invalid, stage));
                    return;
                }
            }
            d.saveSetting(kSmartStagesSetting, stages.join(u','), d.thenSmart(reply));
        });
}

} // namespace desk
