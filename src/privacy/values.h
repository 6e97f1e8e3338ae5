// SPDX-License-Identifier: GPL-3.0-or-later
// The values that go into and come out of privacy. Copied freely, compared by value, any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

namespace privacy {

/// What was found, most specific first: of two that are equally long the earlier one stands.
enum class Kind : quint8 {
    Pem,            ///< a private key with its BEGIN and END lines
    Jwt,            ///< RFC 7519
    Key,            ///< a provider's key, or what stands after "api key", "secret", "Bearer"
    UrlCredentials, ///< user:password of an address
    UrlToken,       ///< the value of ?token= and the like
    Password,       ///< what is told after "contraseña", "clave", "password", "pin"
    Email,
    Iban,
    Cbu, ///< bank account, Argentina
    Cvu, ///< the same at a wallet
    CbuAlias,
    Card,
    Cuit, ///< CUIT and CUIL, Argentina
    Cpf,  ///< person, Brazil
    Cnpj, ///< company, Brazil
    Curp, ///< person, Mexico
    Rfc,  ///< tax, Mexico
    Nie,  ///< foreigner, Spain
    Nif,  ///< DNI and NIF with their letter, Spain
    Cif,  ///< company, Spain
    Rut,  ///< Chile and Uruguay
    Ruc,  ///< Peru
    Nit,  ///< Colombia
    Ci,   ///< cédula, Uruguay and Ecuador
    Passport,
    Phone,
    IPv4,
    IPv6,
    Mac,
    Dni, ///< Argentina: no check digit
    Address,
    Name, ///< of somebody whom the conversation knows
};
inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::Name) + 1;

/// As in JSON: "cbu_alias".
[[nodiscard]] const char* kindName(Kind kind) noexcept;
/// As in a pseudonym: "ALIAS".
[[nodiscard]] const char* tokenName(Kind kind) noexcept;
[[nodiscard]] std::optional<Kind> kindOfToken(QStringView name) noexcept;

/// Sure: proved by check digits, or by a shape that nothing else has. Unsure: the right shape beside
/// a word that says so; perhaps mistyped, masked all the same.
enum class Certainty : quint8 { Sure, Unsure };

/// A place in a text. Offsets count UTF-16 units of the original, as QString does; codePointSpans()
/// counts them anew.
struct Entity {
    Kind kind = Kind::Email;
    qsizetype start = 0;
    qsizetype end = 0;            ///< behind the last character
    QString text;                 ///< as written
    double score = 0;             ///< 0 … 1; at least kSureScore where sure
    std::optional<bool> checksum; ///< right or wrong; nothing where the kind has none
    Certainty certainty = Certainty::Unsure;
    bool operator==(const Entity&) const = default;
};
inline constexpr double kSureScore = 0.9;

/// What is known besides the text.
struct Context {
    QStringList names; ///< people of the conversation: "Marta Quiroga"
    /// What was said right before: "¿me pasás tu DNI?". Its last words count for what the text begins
    /// with, and it is not searched itself.
    QString before = {};
    bool operator==(const Context&) const = default;
};

/// One thing that spoke for or against masking a candidate.
enum class Reason : quint8 {
    Shape,          ///< detail: the text without its separators
    CheckRight,     ///< the check digits are right
    CheckWrong,     ///<
    Issuer,         ///< a known range of numbers
    Punctuation,    ///< written as only this kind is
    ContextWord,    ///< detail: the word; number: how many words away
    ProductWord,    ///< detail: the word or sign that makes it a number of the product
    InsideAddress,  ///< in a web address, where numbers mean nothing without a word before them
    LibraryValid,   ///< libphonenumber takes it; detail: the region
    LibraryInvalid, ///< it does not
    Distinctive,    ///< nothing else looks so
    NoProof,        ///< nothing of what its kind needs
    Overlap,        ///< a longer or more specific one stands there; detail: its kind's name
};
struct Step {
    Reason reason = Reason::Shape;
    QString detail;
    int number = 0;
    bool operator==(const Step&) const = default;
};

enum class Outcome : quint8 { MaskedSure, MaskedUnsure, Left };

/// What was looked at, and what came of it.
struct Considered {
    Kind kind = Kind::Email;
    qsizetype start = 0;
    qsizetype end = 0;
    QString text;
    std::vector<Step> steps; ///< in the order in which they were weighed
    Outcome outcome = Outcome::Left;
    bool operator==(const Considered&) const = default;
};

} // namespace privacy
