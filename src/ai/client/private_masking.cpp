// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/private_masking.h"

#include "privacy/find.h"
#include "privacy/pseudonyms.h"

#include <QStringDecoder>

namespace ai {

namespace {

using SharedPseudonyms = std::shared_ptr<privacy::Pseudonyms>;

class PrivateRestorer final : public Restorer
{
public:
    PrivateRestorer(SharedPseudonyms pseudonyms, privacy::Into into)
        : m_pseudonyms(std::move(pseudonyms)), m_restorer(*m_pseudonyms, into)
    {
    }

    void restore(std::string_view delta, std::string& out) override
    {
        const QString piece =
            m_decoder.decode(QByteArrayView(delta.data(), static_cast<qsizetype>(delta.size())));
        out += m_restorer.feed(piece).toStdString();
    }
    void finish(std::string& out) override { out += m_restorer.finish().toStdString(); }

private:
    const SharedPseudonyms m_pseudonyms; ///< the restorer reads it
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    privacy::Restorer m_restorer;
};

class PrivateCall final : public MaskedCall
{
public:
    explicit PrivateCall(const std::vector<std::string>& names)
    {
        for (const auto& name : names)
            m_context.names.append(QString::fromStdString(name));
    }

    std::string mask(std::string_view text, std::string_view before) override
    {
        const auto whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        m_context.before = QString::fromUtf8(before.data(), static_cast<qsizetype>(before.size()));
        return privacy::mask(whole, m_context, *m_pseudonyms).toStdString();
    }
    std::unique_ptr<Restorer> restorer(Form answer) const override
    {
        return std::make_unique<PrivateRestorer>(
            m_pseudonyms, answer == Form::Json ? privacy::Into::JsonString : privacy::Into::Text);
    }

private:
    privacy::Context m_context;
    const SharedPseudonyms m_pseudonyms = std::make_shared<privacy::Pseudonyms>();
};

} // namespace

std::unique_ptr<MaskedCall> PrivateMasking::begin(const std::vector<std::string>& names) const
{
    return std::make_unique<PrivateCall>(names);
}

} // namespace ai
