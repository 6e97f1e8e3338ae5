// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/impl.h"

namespace desk {

void Desk::help(base::Caller& caller, const HelpRequest& request,
                std::function<void(QString)> delta, Done<HelpAnswer> done)
{
    m_impl->ask<HelpAnswer>(caller, std::move(done),
                            [request, ear = caller.ear<QString>(std::move(delta))](
                                Impl& d, const SharedReply<HelpAnswer>& reply) {
                                d.agentHelp.ask(request, ear, reply);
                            });
}

void Desk::previewHelp(base::Caller& caller, const HelpRequest& request, Done<HelpAnswer> done)
{
    m_impl->ask<HelpAnswer>(caller, std::move(done),
                            [request](Impl& d, const SharedReply<HelpAnswer>& reply) {
                                d.agentHelp.preview(request, reply);
                            });
}

void Desk::cancelHelp(const QString& ticket)
{
    m_impl->tell([ticket](Impl& d) { d.agentHelp.cancel(ticket); });
}

void Desk::rateHelp(base::Caller& caller, const HelpRating& rating, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done), [rating](Impl& d, const SharedReply<void>& reply) {
        d.agentHelp.rate(rating, reply);
    });
}

void Desk::helpRatings(base::Caller& caller, Done<std::vector<HelpRated>> done)
{
    m_impl->ask<std::vector<HelpRated>>(
        caller, std::move(done), [](Impl& d, const SharedReply<std::vector<HelpRated>>& reply) {
            d.agentHelp.ratings(reply);
        });
}

} // namespace desk
