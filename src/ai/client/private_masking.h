// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/masking.h"

namespace ai {

/// Masks by privacy/: "[EMAIL-1]" on the wire, the address again in the answer.
class PrivateMasking final : public Masking
{
public:
    [[nodiscard]] std::unique_ptr<MaskedCall>
    begin(const std::vector<std::string>& names) const override;
    [[nodiscard]] bool hides() const noexcept override { return true; }
};

} // namespace ai
