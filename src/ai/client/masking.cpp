// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/masking.h"

namespace ai {

namespace {

class PlainRestorer final : public Restorer
{
public:
    void restore(std::string_view delta, std::string& out) override { out += delta; }
    void finish(std::string& /*out*/) override {}
};

class PlainCall final : public MaskedCall
{
public:
    std::string mask(std::string_view text) override { return std::string(text); }
    std::unique_ptr<Restorer> restorer() const override
    {
        return std::make_unique<PlainRestorer>();
    }
};

} // namespace

std::unique_ptr<MaskedCall> NoMasking::begin(const std::vector<std::string>& /*names*/) const
{
    return std::make_unique<PlainCall>();
}

} // namespace ai
