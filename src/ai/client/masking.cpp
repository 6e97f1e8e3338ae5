// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/masking.h"

#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>
#include <optional>

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
    std::string mask(std::string_view text, std::string_view /*before*/) override
    {
        return std::string(text);
    }
    std::unique_ptr<Restorer> restorer(Form /*answer*/) const override
    {
        return std::make_unique<PlainRestorer>();
    }
};

/// Behind the string that begins at `at`, which is a quotation mark; the end where it has none.
std::size_t behindString(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

/// What a JSON string says; nothing where it is none.
std::optional<QString> saidIn(std::string_view quoted)
{
    const QByteArray list = '[' + QByteArray(quoted.data(), std::ssize(quoted)) + ']';
    const auto array = QJsonDocument::fromJson(list).array();
    return array.isEmpty() ? std::nullopt : std::optional(array.first().toString());
}

bool isKey(std::string_view json, std::size_t behind)
{
    const auto next = json.find_first_not_of(" \t\r\n", behind);
    return next != std::string_view::npos && json[next] == ':';
}

} // namespace

std::string maskedText(MaskedCall& call, const Message& message)
{
    if (message.form == Form::Text)
        return call.mask(message.text, message.before);
    const std::string_view json = message.text;
    std::map<QString, std::string> last; // under each key
    QString key;
    std::string out;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] != '"') {
            out += json[at++];
            continue;
        }
        const std::size_t behind = behindString(json, at);
        const auto quoted = json.substr(at, behind - at);
        const auto said = saidIn(quoted);
        at = behind;
        if (!said) {
            out += call.mask(quoted);
        } else if (isKey(json, behind)) {
            key = *said;
            out += quoted;
        } else {
            std::string text = said->toStdString();
            std::string& before = last.try_emplace(key, message.before).first->second;
            base::JsonWriter written;
            written.value(call.mask(text, before));
            out += written.text();
            before = std::move(text);
        }
    }
    return out;
}

std::unique_ptr<MaskedCall> NoMasking::begin(const std::vector<std::string>& /*names*/) const
{
    return std::make_unique<PlainCall>();
}

} // namespace ai
