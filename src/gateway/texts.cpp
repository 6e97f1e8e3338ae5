// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/texts.h"

#include <algorithm>
#include <array>

namespace gateway {

namespace {

struct Row {
    std::string_view code;
    int status;
    std::string_view es, en;
    int retryAfter = 0;
};

constexpr std::array kRows{
    Row{"bad_request", 400, "No pudimos leer el pedido.", "The request could not be read."},
    Row{"bad_json", 400, "El pedido no es un JSON válido.", "The request is not valid JSON."},
    Row{"bad_field", 400, "Un dato del pedido no se puede usar.",
        "A field of the request cannot be used."},
    Row{"bad_text", 400, "El mensaje tiene caracteres que no se pueden usar.",
        "The message has characters that cannot be used."},
    Row{"empty_message", 400, "El mensaje está vacío.", "The message is empty."},
    Row{"images_not_accepted", 422,
        "Por ahora no recibimos imágenes. Contanos con palabras qué se ve.",
        "Pictures are not accepted yet. Please describe what you see."},
    Row{"session_missing", 401, "Falta la sesión. Empezá la conversación de nuevo.",
        "The session is missing. Please start again."},
    Row{"session_expired", 410, "La conversación venció. Empezá de nuevo.",
        "The conversation has expired. Please start again."},
    Row{"csrf", 403, "El pedido no viene de una página permitida.",
        "The request does not come from an allowed page."},
    Row{"origin", 403, "Esta página no tiene permiso para usar el chat.",
        "This page is not allowed to use the chat."},
    Row{"unauthorized", 401, "Hace falta un permiso para ver esto.",
        "You need permission to see this."},
    Row{"not_found", 404, "Eso no existe.", "There is no such thing."},
    Row{"method", 405, "Ese método no se puede usar acá.", "That method cannot be used here."},
    Row{"timeout", 408, "El pedido tardó demasiado en llegar.",
        "The request took too long to arrive."},
    Row{"conflict", 409, "Alguien lo cambió antes. Probá de nuevo.",
        "Somebody changed it first. Please try again."},
    Row{"too_long", 413, "El mensaje es demasiado largo: hasta 4.000 caracteres.",
        "The message is too long: up to 4,000 characters."},
    Row{"too_large", 413, "El pedido es demasiado grande.", "The request is too large."},
    Row{"media_type", 415, "El pedido tiene que ser JSON.", "The request must be JSON."},
    Row{"wrong_host", 421, "Esta dirección no es la de este chat.",
        "This address is not this chat's."},
    Row{"expectation", 417, "El pedido espera algo que no podemos dar.",
        "The request expects something that cannot be given."},
    Row{"too_many_connections", 429,
        "Hay demasiadas conexiones abiertas desde tu red. Esperá un ratito y probá de nuevo.",
        "There are too many open connections from your network. Please wait a little and try "
        "again.",
        10},
    Row{"rate_limited", 429, "Son muchos mensajes seguidos. Esperá un ratito y probá de nuevo.",
        "That was too many messages in a row. Please wait a little and try again."},
    Row{"header_too_large", 431, "El pedido tiene demasiados datos en la cabecera.",
        "The request's header is too large."},
    Row{"internal", 500, "Algo falló de nuestro lado. Probá de nuevo en un ratito.",
        "Something went wrong on our side. Please try again in a moment."},
    Row{"not_implemented", 501, "Eso no se puede hacer acá.", "That cannot be done here."},
    Row{"busy", 503, "Estamos con mucho trabajo. Probá de nuevo en unos segundos.",
        "We are very busy. Please try again in a few seconds.", 2},
    Row{"offline", 503, "Ahora no podemos guardar mensajes. Probá de nuevo en un ratito.",
        "We cannot store messages right now. Please try again in a moment.", 5},
    Row{"version", 505, "Esa versión de HTTP no se puede usar.",
        "That version of HTTP cannot be used."},
};

Refusal made(const Row& row, Language language)
{
    return {row.status, std::string(row.code),
            std::string(language == Language::Es ? row.es : row.en), row.retryAfter};
}

} // namespace

Language languageOf(std::string_view locale) noexcept
{
    // Browsers list what they accept from the best on.
    while (!locale.empty()) {
        const auto comma = locale.find(',');
        std::string_view one = locale.substr(0, comma);
        locale = comma == std::string_view::npos ? std::string_view() : locale.substr(comma + 1);
        one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
        const auto tag = one.substr(0, one.find_first_of("-_; \t"));
        const auto is = [tag](char a, char b) {
            return tag.size() == 2 && (tag[0] | 0x20) == a && (tag[1] | 0x20) == b;
        };
        if (is('e', 'n'))
            return Language::En;
        if (is('e', 's'))
            return Language::Es;
    }
    return Language::Es;
}

Refusal refusalFor(std::string_view code, Language language)
{
    const auto row = std::ranges::find(kRows, code, &Row::code);
    return row != kRows.end() ? made(*row, language) : refusalFor("internal", language);
}

Refusal refusalFor(const base::Error& error, Language language)
{
    using base::Code;
    switch (error.code) {
    case Code::NotFound: return refusalFor("session_expired", language);
    case Code::Conflict:
    case Code::Refused: return refusalFor("conflict", language);
    case Code::Busy:
    case Code::Timeout:
    case Code::Cancelled: return refusalFor("busy", language);
    case Code::Offline: return refusalFor("offline", language);
    case Code::RateLimited: return refusalFor("rate_limited", language);
    case Code::Invalid: return refusalFor("bad_field", language);
    case Code::Corrupt:
    case Code::NoSecret:
    case Code::Internal: break;
    }
    return refusalFor("internal", language);
}

Refusal refusalForStatus(int status, Language language)
{
    switch (status) {
    case 408: return refusalFor("timeout", language);
    case 413: return refusalFor("too_large", language);
    case 417: return refusalFor("expectation", language);
    case 429: return refusalFor("too_many_connections", language);
    case 431: return refusalFor("header_too_large", language);
    case 501: return refusalFor("not_implemented", language);
    case 503: return refusalFor("busy", language);
    case 505: return refusalFor("version", language);
    default: return refusalFor("bad_request", language);
    }
}

} // namespace gateway
