// SPDX-License-Identifier: GPL-3.0-or-later
// Check digits by their published rules. Every function takes the number without separators, in
// upper case, and answers false for a wrong length or character. Pure; any thread.
#pragma once

#include <string_view>

namespace privacy::checks {

/// Cards: ISO/IEC 7812-1 annex B (Luhn, US patent 2950048).
[[nodiscard]] bool luhn(std::string_view digits);
/// Ranges of issuers (ISO/IEC 7812 IIN): Visa, Mastercard with its 2-series, American Express,
/// Diners, Discover, JCB, UnionPay, Maestro, Cabal, Naranja, Hipercard, Elo, Mir; with their lengths.
[[nodiscard]] bool isCardRange(std::string_view digits);
/// ISO 13616: rearranged, letters as numbers, remainder 1 modulo 97 (ISO/IEC 7064).
[[nodiscard]] bool iban(std::string_view text);
/// Length of a country's IBAN by the SWIFT registry; 0: the country has none.
[[nodiscard]] std::size_t ibanLength(std::string_view country);
/// BCRA, Comunicación A 2622 (CBU) and A 6510 (CVU): blocks of 8 and 14 digits, weights 7-1-3-9 and
/// 3-9-7-1, each with its own check digit. A CVU begins with 000.
[[nodiscard]] bool cbu(std::string_view digits);
/// AFIP, Resolución General 10: weights 5,4,3,2,7,6,5,4,3,2 modulo 11.
[[nodiscard]] bool cuit(std::string_view digits);
[[nodiscard]] bool isCuitPrefix(std::string_view digits);
/// Receita Federal, Instrução Normativa 1548: two digits, weights 10…2 and 11…2 modulo 11.
[[nodiscard]] bool cpf(std::string_view digits);
/// Receita Federal, Instrução Normativa 2229 of 2024: 12 digits or letters (ASCII − 48) and two
/// digits, weights 2…9 from the right modulo 11.
[[nodiscard]] bool cnpj(std::string_view text);
/// RENAPO, Instructivo Normativo para la asignación de la CURP: sum of value × (18 − place) modulo 10.
[[nodiscard]] bool curp(std::string_view text);
/// SAT, anexo of the RFC's homoclave: sum of value × (13 − place) modulo 11, digit or A.
[[nodiscard]] bool rfc(std::string_view text);
/// Real Decreto 1553/2005 (DNI) and Orden INT/2058/2008 (NIE): number modulo 23 gives the letter.
[[nodiscard]] bool nif(std::string_view text);
[[nodiscard]] bool nie(std::string_view text);
/// Orden EHA/451/2008: doubled odd places and even places, modulo 10; a digit or a letter of J,A…I.
[[nodiscard]] bool cif(std::string_view text);
/// Chile, Registro Civil: weights 2…7 from the right modulo 11; K stands for 10.
[[nodiscard]] bool rutChile(std::string_view text);
/// Uruguay, DGI: 12 digits, weights 4,3,2,9,8,7,6,5,4,3,2 modulo 11; begins 01…22, places 9 and 10 are 00.
[[nodiscard]] bool rutUruguay(std::string_view digits);
/// Peru, SUNAT: weights 5,4,3,2,7,6,5,4,3,2 modulo 11; begins with 10, 15, 16, 17 or 20.
[[nodiscard]] bool ruc(std::string_view digits);
/// Colombia, DIAN, Orden Administrativa 4 of 1989: primes 3,7,13 … from the right modulo 11.
[[nodiscard]] bool nit(std::string_view digits);
/// Uruguay, DNIC: weights 2,9,8,7,6,3,4 modulo 10.
[[nodiscard]] bool ciUruguay(std::string_view digits);
/// Ecuador, Registro Civil: province 01…24 or 30, third digit below 6, weights 2,1 … modulo 10.
[[nodiscard]] bool ciEcuador(std::string_view digits);
/// A day that can be: yymmdd, as CURP and RFC hold it.
[[nodiscard]] bool isDayOfBirth(std::string_view yymmdd);

} // namespace privacy::checks
