// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to the masking of personal data. Nothing leaves before it went through mask(); what comes
// back is restored on its way to the caller. Used at the ai home.
#pragma once

#include "ai/values.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// Puts the originals back into one stream of text, also where a masked word is cut by a delta.
class Restorer
{
public:
    virtual ~Restorer() = default;
    /// Appends what is sure by now; the rest is kept until the next delta or the end.
    virtual void restore(std::string_view delta, std::string& out) = 0;
    virtual void finish(std::string& out) = 0;
};

/// What one call has masked: the same original has the same name throughout the call.
class MaskedCall
{
public:
    virtual ~MaskedCall() = default;
    /// \param before what was said right before the text; its words count, it is not masked
    [[nodiscard]] virtual std::string mask(std::string_view text, std::string_view before = {}) = 0;
    /// Of one attempt's answer; in JSON what is put back is escaped as its strings want it.
    [[nodiscard]] virtual std::unique_ptr<Restorer> restorer(Form answer) const = 0;
};

/// The message's text as it may leave. In JSON each string is masked as people wrote it, not as it is
/// escaped, and the string before it with the same key is what was said before.
[[nodiscard]] std::string maskedText(MaskedCall& call, const Message& message);

class Masking
{
public:
    virtual ~Masking() = default;
    /// \param names people whose names are masked wherever they stand
    [[nodiscard]] virtual std::unique_ptr<MaskedCall>
    begin(const std::vector<std::string>& names) const = 0;
    /// Whether what was masked may pass through a server that was not chosen.
    [[nodiscard]] virtual bool hides() const noexcept = 0;
};

/// Lets everything pass as it is: for servers that the policy trusts, and for tests.
class NoMasking final : public Masking
{
public:
    [[nodiscard]] std::unique_ptr<MaskedCall>
    begin(const std::vector<std::string>& names) const override;
    [[nodiscard]] bool hides() const noexcept override { return false; }
};

} // namespace ai
