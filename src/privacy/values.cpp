// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/values.h"

#include <QLatin1StringView>

namespace privacy {

namespace {

struct Names {
    const char* name;
    const char* token;
};

/// In the order of Kind.
constexpr std::array<Names, kKinds> kNames{{{"pem", "PEM"},
                                            {"jwt", "JWT"},
                                            {"key", "KEY"},
                                            {"url_credentials", "URL_CREDENTIALS"},
                                            {"url_token", "URL_TOKEN"},
                                            {"password", "PASSWORD"},
                                            {"email", "EMAIL"},
                                            {"iban", "IBAN"},
                                            {"cbu", "CBU"},
                                            {"cvu", "CVU"},
                                            {"cbu_alias", "ALIAS"},
                                            {"card", "CARD"},
                                            {"cuit", "CUIT"},
                                            {"cpf", "CPF"},
                                            {"cnpj", "CNPJ"},
                                            {"curp", "CURP"},
                                            {"rfc", "RFC"},
                                            {"nie", "NIE"},
                                            {"nif", "NIF"},
                                            {"cif", "CIF"},
                                            {"rut", "RUT"},
                                            {"ruc", "RUC"},
                                            {"nit", "NIT"},
                                            {"ci", "CI"},
                                            {"passport", "PASSPORT"},
                                            {"phone", "PHONE"},
                                            {"ipv4", "IPV4"},
                                            {"ipv6", "IPV6"},
                                            {"mac", "MAC"},
                                            {"dni", "DNI"},
                                            {"address", "ADDRESS"},
                                            {"name", "NAME"}}};

} // namespace

const char* kindName(Kind kind) noexcept
{
    return kNames[static_cast<std::size_t>(kind)].name;
}

const char* tokenName(Kind kind) noexcept
{
    return kNames[static_cast<std::size_t>(kind)].token;
}

std::optional<Kind> kindOfToken(QStringView name) noexcept
{
    for (std::size_t i = 0; i < kKinds; ++i) {
        if (name == QLatin1StringView(kNames[i].token))
            return static_cast<Kind>(i);
    }
    return std::nullopt;
}

} // namespace privacy
