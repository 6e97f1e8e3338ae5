// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writes.h"

#include "store/reads.h"

#include <QCryptographicHash>

namespace store {

base::Result<void> writeSession(Connection& connection, const SessionRow& s)
{
    return connection.use(Sql::SaveSession)
        .bindAll(s.idHash, s.csrfHash, s.customer.value, s.conversation.value, s.locale,
                 base::toMs(s.expires))
        .run();
}

base::Result<void> writeCustomer(Connection& connection, const CustomerRow& c)
{
    return connection.use(Sql::SaveCustomer).bindAll(c.id.value, c.name, c.language).run();
}

base::Result<void> writeDraft(Connection& connection, const Draft& d)
{
    if (d.text.isEmpty())
        return connection.use(Sql::RemoveDraft).bindAll(d.person.value, d.conversation.value).run();
    auto done =
        connection.use(Sql::SaveDraft)
            .bindAll(d.person.value, d.conversation.value, d.text, d.isNote, base::toMs(d.time))
            .run();
    if (!done && done.error().code == base::Code::Conflict)
        return base::fail(base::Code::NotFound, "a draft for no conversation");
    return done;
}

base::Result<void> writeSetting(Connection& connection, const QString& key, const QString& value)
{
    return connection.use(Sql::SaveSetting).bindAll(key, value).run();
}

base::Result<void> removeSetting(Connection& connection, const QString& key)
{
    return connection.use(Sql::RemoveSetting).bindAll(key).run();
}

base::Result<FlowVersion> writeFlowVersion(Connection& connection, FlowVersion flow)
{
    flow.sha256 = QCryptographicHash::hash(flow.json, QCryptographicHash::Sha256);
    const auto kept = [&]() -> base::Result<std::optional<FlowVersion>> {
        auto row = connection.use(Sql::FlowVersionOfHash);
        const auto found = row.bind(flow.sha256).step();
        if (!found)
            return base::fail(found.error());
        return *found ? std::optional(flowVersionRow(row)) : std::nullopt;
    }();
    if (!kept)
        return base::fail(kept.error());
    if (*kept) {
        connection.releasePages(); // a flow is a megabyte, and read once
        return **kept;
    }
    if (flow.version > 0) {
        if (auto done = connection.use(Sql::InsertFlowVersionAs)
                            .bindAll(flow.version, flow.json, flow.sha256, base::toMs(flow.created))
                            .run();
            !done)
            return base::fail(done.error());
        return flow;
    }
    if (auto done = connection.use(Sql::InsertFlowVersion)
                        .bindAll(flow.json, flow.sha256, base::toMs(flow.created))
                        .run();
        !done)
        return base::fail(done.error());
    flow.version = static_cast<int>(connection.lastInsertId());
    return flow;
}

} // namespace store
