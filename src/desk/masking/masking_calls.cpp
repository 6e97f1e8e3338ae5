// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/impl.h"

namespace desk {

void Desk::transcript(base::Caller& caller, const TranscriptQuery& query, Done<Transcript> done)
{
    m_impl->ask<Transcript>(caller, std::move(done),
                            [query](Impl& d, const SharedReply<Transcript>& reply) {
                                d.masking.transcript(query, reply);
                            });
}

void Desk::explainMasking(base::Caller& caller, const QString& text, const QStringList& names,
                          Done<MaskingExplained> done)
{
    m_impl->ask<MaskingExplained>(
        caller, std::move(done),
        [text, names](Impl& d, const SharedReply<MaskingExplained>& reply) {
            d.masking.explain(text, names, reply);
        },
        "explainMasking");
}

} // namespace desk
