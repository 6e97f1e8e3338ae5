// SPDX-License-Identifier: GPL-3.0-or-later
// The seam to the masking of personal data. Nothing leaves before it went through mask(); what comes
// back is restored on its way to the caller. Used at the ai home.
#pragma once

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
    [[nodiscard]] virtual std::string mask(std::string_view text) = 0;
    /// Of one attempt's answer.
    [[nodiscard]] virtual std::unique_ptr<Restorer> restorer() const = 0;
};

class Masking
{
public:
    virtual ~Masking() = default;
    /// \param names people whose names are masked wherever they stand
    [[nodiscard]] virtual std::unique_ptr<MaskedCall>
    begin(const std::vector<std::string>& names) const = 0;
};

/// Lets everything pass as it is: for servers that the policy trusts, and for tests.
class NoMasking final : public Masking
{
public:
    [[nodiscard]] std::unique_ptr<MaskedCall>
    begin(const std::vector<std::string>& names) const override;
};

} // namespace ai
