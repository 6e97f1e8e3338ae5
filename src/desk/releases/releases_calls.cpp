// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/impl.h"

namespace desk {

void Desk::releases(base::Caller& caller, Done<std::vector<ReleaseSummary>> done)
{
    using List = std::vector<ReleaseSummary>;
    m_impl->ask<List>(caller, std::move(done),
                      [](Impl& d, const SharedReply<List>& reply) { d.releases.list(reply); });
}

void Desk::releasesOut(base::Caller& caller, base::WallTime since, Done<OutReleases> done)
{
    m_impl->ask<OutReleases>(
        caller, std::move(done),
        [since](Impl& d, const SharedReply<OutReleases>& reply) { d.releases.out(since, reply); });
}

void Desk::release(base::Caller& caller, const Badge& badge, const QString& id,
                   Done<ReleaseView> done)
{
    m_impl->ask<ReleaseView>(caller, std::move(done),
                             [badge, id](Impl& d, const SharedReply<ReleaseView>& reply) {
                                 d.releases.open(badge, id, reply);
                             });
}

void Desk::createRelease(base::Caller& caller, const Badge& badge, const NewRelease& wanted,
                         Done<ReleaseView> done)
{
    m_impl->ask<ReleaseView>(caller, std::move(done),
                             [badge, wanted](Impl& d, const SharedReply<ReleaseView>& reply) {
                                 d.releases.create(badge, wanted, reply);
                             });
}

void Desk::actOnRelease(base::Caller& caller, const Badge& badge, const ReleaseDeed& deed,
                        Done<DeedAnswer> done)
{
    m_impl->ask<DeedAnswer>(caller, std::move(done),
                            [badge, deed](Impl& d, const SharedReply<DeedAnswer>& reply) {
                                d.releases.act(badge, deed, reply);
                            });
}

void Desk::eraseReleaseTexts(base::Caller& caller, const Badge& badge,
                             const ReleaseErasure& erasure, Done<EraseAnswer> done)
{
    m_impl->ask<EraseAnswer>(caller, std::move(done),
                             [badge, erasure](Impl& d, const SharedReply<EraseAnswer>& reply) {
                                 d.releases.erase(badge, erasure, reply);
                             });
}

void Desk::recordFinding(base::Caller& caller, const QString& release, const release::ItemId& item,
                         const release::Evidence& evidence, Done<DeedAnswer> done)
{
    const ReleaseDeed finding{.release = release, .deed = release::Found{item, evidence}};
    m_impl->ask<DeedAnswer>(caller, std::move(done),
                            [finding](Impl& d, const SharedReply<DeedAnswer>& reply) {
                                d.releases.record(finding, reply);
                            });
}

void Desk::releaseHistory(base::Caller& caller, const QString& id,
                          Done<std::vector<LedgerLine>> done)
{
    using Lines = std::vector<LedgerLine>;
    m_impl->ask<Lines>(caller, std::move(done), [id](Impl& d, const SharedReply<Lines>& reply) {
        d.releases.history(id, reply);
    });
}

void Desk::verifyRelease(base::Caller& caller, const QString& id,
                         const std::optional<release::LedgerHead>& known, Done<LedgerReport> done)
{
    m_impl->ask<LedgerReport>(caller, std::move(done),
                              [id, known](Impl& d, const SharedReply<LedgerReport>& reply) {
                                  d.releases.verify(id, known, reply);
                              });
}

void Desk::releaseSource(base::Caller& caller, const QString& id, Done<ReleaseSource> done)
{
    m_impl->ask<ReleaseSource>(
        caller, std::move(done),
        [id](Impl& d, const SharedReply<ReleaseSource>& reply) { d.releases.source(id, reply); });
}

void Desk::releaseEvidence(base::Caller& caller, const QByteArray& hash, Done<QByteArray> done)
{
    m_impl->ask<QByteArray>(caller, std::move(done),
                            [hash](Impl& d, const SharedReply<QByteArray>& reply) {
                                d.releases.evidence(hash, reply);
                            });
}

void Desk::releaseTemplates(base::Caller& caller, const QString& language,
                            Done<std::vector<ShelvedTemplate>> done)
{
    using List = std::vector<ShelvedTemplate>;
    m_impl->ask<List>(caller, std::move(done), [language](Impl& d, const SharedReply<List>& reply) {
        d.templates.list(language, reply);
    });
}

void Desk::saveReleaseTemplates(base::Caller& caller, const Badge& badge,
                                const std::vector<release::Template>& plans,
                                Done<std::vector<ShelvedTemplate>> done)
{
    using List = std::vector<ShelvedTemplate>;
    m_impl->ask<List>(caller, std::move(done),
                      [badge, plans](Impl& d, const SharedReply<List>& reply) {
                          d.templates.save(badge, plans, reply);
                      });
}

void Desk::freezeWindows(base::Caller& caller, Done<std::vector<release::FreezeWindow>> done)
{
    using List = std::vector<release::FreezeWindow>;
    m_impl->ask<List>(caller, std::move(done),
                      [](Impl& d, const SharedReply<List>& reply) { d.releases.freezes(reply); });
}

void Desk::freezeHistory(base::Caller& caller, Done<std::vector<LedgerLine>> done)
{
    using Lines = std::vector<LedgerLine>;
    m_impl->ask<Lines>(caller, std::move(done), [](Impl& d, const SharedReply<Lines>& reply) {
        d.releases.freezeHistory(reply);
    });
}

void Desk::setFreeze(base::Caller& caller, const Badge& badge, const release::FreezeWindow& window,
                     Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [badge, window](Impl& d, const SharedReply<void>& reply) {
                          d.releases.setFreeze(badge, window, reply);
                      });
}

void Desk::removeFreeze(base::Caller& caller, const Badge& badge, const QString& id,
                        Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [badge, id](Impl& d, const SharedReply<void>& reply) {
                          d.releases.removeFreeze(badge, id, reply);
                      });
}

} // namespace desk
