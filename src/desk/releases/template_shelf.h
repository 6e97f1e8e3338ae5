// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hub.h"
#include "desk/people/people.h"
#include "desk/releases/releases_values.h"

namespace desk {

/// The words of reports, refusals and verdicts in both languages: resources/releases/words.
[[nodiscard]] QByteArray releaseWords();

/// The templates that came with the program, and the versions that people saved. Lives on the desk
/// thread.
class TemplateShelf
{
public:
    TemplateShelf(Context& context, Hub& hub, People& people);

    void list(const QString& language, const SharedReply<std::vector<ShelvedTemplate>>& reply);
    void save(const Badge& badge, std::vector<release::Template> plans,
              const SharedReply<std::vector<ShelvedTemplate>>& reply);

private:
    using Shelved = std::vector<ShelvedTemplate>;

    [[nodiscard]] std::vector<release::LeftOut>
    leftOutOf(std::vector<release::ItemPlan> items) const;
    [[nodiscard]] bool isBroken(const ShelvedTemplate& each) const;
    void all(const QString& language, std::function<void(base::Result<Shelved>)> done);
    void keep(base::PersonId by, std::vector<release::Template> plans,
              const SharedReply<Shelved>& reply);

    Context& m_context;
    Hub& m_hub;
    People& m_people;
};

} // namespace desk
