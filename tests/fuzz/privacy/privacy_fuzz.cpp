// SPDX-License-Identifier: GPL-3.0-or-later
// Any text of a customer. Whatever it is: entities are ordered and apart and say what stands there;
// masking twice is masking once; what was masked can be restored, also in pieces; the cheap look
// beforehand never says no where something is found.
#include "privacy/privacy.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void requireOrder(const QString& text, const std::vector<privacy::Entity>& entities)
{
    qsizetype end = 0;
    for (const auto& entity : entities) {
        require(entity.start >= end && entity.end > entity.start && entity.end <= text.size());
        require(entity.text == text.mid(entity.start, entity.end - entity.start));
        require(entity.score > 0 && entity.score <= 1);
        end = entity.end;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto entities = privacy::find(text);
    requireOrder(text, entities);
    require(entities.empty() || privacy::mayHold(text));
    privacy::Pseudonyms pseudonyms;
    const QString masked = privacy::mask(text, entities, pseudonyms);
    require(privacy::mask(masked) == masked);
    privacy::Restorer restorer(pseudonyms);
    QString pieces;
    for (const QChar c : masked)
        pieces += restorer.feed(QStringView(&c, 1));
    pieces += restorer.finish();
    require(pieces == pseudonyms.restore(masked));
    std::size_t masks = 0;
    for (const auto& each : privacy::explain(text))
        masks += each.outcome == privacy::Outcome::Left ? 0 : 1;
    require(masks == entities.size());
    return 0;
}
