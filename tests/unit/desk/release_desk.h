// SPDX-License-Identifier: GPL-3.0-or-later
// A shop with two people who have roles in releases, and a small release that they work on.
#pragma once

#include "people_desk.h"
#include "release/deeds/deeds.h"

namespace release_desk {

using release::ItemId;

class Desk : public people_desk::Desk
{
public:
    /// \param key of the ledger; empty: none
    explicit Desk(const QByteArray& key = QByteArray(32, 'k'));

    /// Ana is development lead, supervisor and product; Beto SRE, QA and security.
    void hire();
    /// A change sits in the clock, and then this is done; fails the test where the shop says no.
    base::Result<desk::DeedAnswer> act(const desk::Badge& badge, const release::Deed& deed,
                                       const QByteArray& file = {}, const QString& passphrase = {});
    bool does(const desk::Badge& badge, const release::Deed& deed, const QByteArray& file = {});
    /// Why the release's rules say no; nothing: they did not.
    std::optional<release::Why> refusal(const desk::Badge& badge, const release::Deed& deed);
    base::Result<desk::ReleaseView> create(const desk::NewRelease& wanted,
                                           const desk::Badge& badge);
    base::Result<desk::ReleaseView> view(const desk::Badge& badge = {});
    base::Result<desk::LedgerReport> verify(const std::optional<release::LedgerHead>& known = {});
    std::vector<desk::LedgerLine> history();
    std::vector<desk::ReleaseSummary> list()
    {
        return ask<std::vector<desk::ReleaseSummary>>(
                   [&](base::Caller& c, auto done) { desk->releases(c, std::move(done)); })
            .value_or(std::vector<desk::ReleaseSummary>());
    }
    std::vector<desk::ShelvedTemplate> templates()
    {
        return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                   desk->releaseTemplates(c, QStringLiteral("en"), std::move(done));
               })
            .value_or(std::vector<desk::ShelvedTemplate>());
    }
    base::Result<std::vector<desk::ShelvedTemplate>>
    save(const std::vector<release::Template>& plans, const desk::Badge& badge)
    {
        return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
            desk->saveReleaseTemplates(c, badge, plans, std::move(done));
        });
    }
    base::Result<desk::ShelvedTemplate> save(const release::Template& plan,
                                             const desk::Badge& badge)
    {
        return save(std::vector{plan}, badge).map([](const auto& saved) { return saved.front(); });
    }
    base::Result<void> freeze(const release::FreezeWindow& window, const desk::Badge& badge)
    {
        return ask<void>([&](base::Caller& c, auto done) {
            desk->setFreeze(c, badge, window, std::move(done));
        });
    }
    base::Result<void> thaw(const QString& window, const desk::Badge& badge)
    {
        return ask<void>([&](base::Caller& c, auto done) {
            desk->removeFreeze(c, badge, window, std::move(done));
        });
    }
    /// Creates the small release, which the rest is about.
    void begin();
    /// Both items shown, done and verified, and signed.
    void finish();
    /// What stands in the file is changed behind the program's back.
    void tamper(const QString& sql);

    desk::Badge ana, beto;
    QString id;
};

[[nodiscard]] release::Template smallTemplate();
[[nodiscard]] inline ItemId item(const char* name)
{
    return {QString::fromLatin1(name)};
}
[[nodiscard]] inline release::Change step(release::Step what, const char* name,
                                          const QString& reason = {})
{
    return {.step = what, .item = item(name), .reason = reason};
}
[[nodiscard]] inline release::Show pasted(const char* name, const QString& text)
{
    return {.item = item(name), .evidence = {.text = text}};
}

} // namespace release_desk
