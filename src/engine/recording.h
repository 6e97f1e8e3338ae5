// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a turn, so that replay needs nothing else; and what rows give back of their
// payload.
#pragma once

#include "engine/values.h"

namespace engine {

/// With Yes the JSON is personal: keep it where the texts are, erased with them.
enum class TextIn { No, Yes };
[[nodiscard]] QByteArray inputToJson(const Input& input, TextIn text);
/// Nothing where the bytes are no input.
[[nodiscard]] std::optional<Input> inputFromJson(const QByteArray& json);

/// Never personal: without what AI was sent and what it said, which stand in the AiCall event's text.
[[nodiscard]] QByteArray factsToJson(const Facts& facts);
/// Nothing where the bytes are no facts; unknown members are ignored, missing ones get the default.
[[nodiscard]] std::optional<Facts> factsFromJson(const QByteArray& json);

/// A text or a number of an event's payload; empty and 0 where it is absent or of another type.
[[nodiscard]] QString payloadText(const QByteArray& payload, const char* key);
[[nodiscard]] qint64 payloadNumber(const QByteArray& payload, const char* key);
/// The buttons of a bot message.
[[nodiscard]] QList<Option> payloadOptions(const QByteArray& payload);

} // namespace engine
