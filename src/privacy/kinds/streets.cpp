// SPDX-License-Identifier: GPL-3.0-or-later
// Street addresses: a word for a street, or one that says where somebody lives, then a name and a
// number. There is no proof, so they are always unsure.
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

namespace privacy {

namespace {

// What may follow the number: floor and flat, in both languages.
constexpr const char* kFlat =
    "(?:,? ?(?:\\d{1,2} ?(?:\\x81|mo|do|er|to|o|a)? ?(?:piso)?|piso|pb|dto|depto|dpto|departamento|"
    "torre|unidad|oficina|of|local|apt|apartment|flat|unit|suite|puerta|izquierda|derecha|izq|dcha)"
    "\\.? ?(?:\\d{1,4}|[a-h]\\b)?\\b){0,3}";

// %F is kFlat.
constexpr const char* kSpanish =
    "((?:\\b(?:av|avda|avenida|calle|pasaje|pje|bv|boulevard|bulevar|diagonal|diag|paseo|plaza|"
    "camino|carretera|ruta|autopista)\\b\\.?|\\bc/) ?(?:[a-z\\x80'.]{1,20} |\\d{1,3} ){1,5}"
    "(?:n[o\\x81]?\\.? ?|nro\\.? ?|numero |al |km )?\\d{1,5}\\b%F)";

constexpr const char* kSpanishLived =
    "\\b(?:vivo en|vive en|vivimos en|domicilio|direccion(?: de [a-z]{1,12})?|mi casa "
    "(?:queda|esta) en|"
    "retir[a-z]{1,4} en|envi[a-z]{1,6} a|mand[a-z]{1,5} a|entreg[a-z]{1,5} en)(?: es| ?:)? ?"
    "((?:(?:la )?calle )?(?:\\d{1,2} de |[a-z\\x80'.]{2,20} ){1,5}(?:n[o\\x81]?\\.? ?|nro\\.? ?|al "
    "|km )?"
    "\\d{1,5}\\b%F)";

constexpr const char* kEnglish =
    "(\\b\\d{1,5} (?:[A-Z0-9][A-Za-z0-9'.]{0,20} "
    "){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|"
    "Blvd|Boulevard|Court|Ct|Way|Place|Square|Terrace|Close|Crescent)\\b(?i:%F))";

constexpr const char* kEnglishLived =
    "\\b(?:i live at|lives at|my address is|home address|my address|address is|ship(?: it)? to|"
    "send(?: it)? to|deliver(?: it)? to)(?: is| ?:)? ?(\\d{1,5} (?:[a-z0-9'.]{1,20} ){0,3}"
    "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|court|ct|way|place|square|"
    "terrace|close)\\b%F)";

Pattern patternOf(const char* text, Pattern::Case letters)
{
    std::string pattern(text);
    pattern.replace(pattern.find("%F"), 2, kFlat);
    return {pattern.c_str(), letters};
}

/// "vivo en cordoba hace 3": what stands before the number is no name then.
bool isTime(std::string_view text)
{
    static const Pattern pattern("\\b(?:hace|desde|son|tengo|for|since|a las|pero|que|con)\\b",
                                 Pattern::Case::Ignored);
    return pattern.isIn(text);
}

void spotStreet(const Pattern& pattern, Scene& scene)
{
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span group) {
        const auto text = scene.bytes.substr(group.begin, group.end - group.begin);
        const bool isAlone = !isTokenCharacter(before(scene.bytes, group.begin)) &&
                             !isTokenCharacter(at(scene.bytes, group.end));
        if (isAlone && !isTime(text))
            scene.add({Kind::Address,
                       group.begin,
                       group.end,
                       {.policy = Policy::NeedsEvidence, .isLikely = true}});
        return whole.end;
    });
}

} // namespace

void spotStreets(Scene& scene)
{
    // One of these stands in every address; most texts have none, and the patterns are costly.
    static const Pattern any(
        "\\b(?:av|avda|avenida|calle|c/|pasaje|pje|bv|boulevard|bulevar|diag|diagonal|"
        "paseo|plaza|camino|carretera|ruta|autopista|viv[eoi][a-z]*|domicilio|direccion|"
        "casa|retir[a-z]+|envi[a-z]+|mand[a-z]+|entreg[a-z]+|street|st|ave|avenue|road|"
        "rd|lane|ln|drive|dr|blvd|court|ct|way|place|square|terrace|close|crescent)",
        Pattern::Case::Ignored);
    if (scene.outline.digits == 0 || !any.isIn(scene.bytes))
        return;
    static const Pattern spanish = patternOf(kSpanish, Pattern::Case::Ignored);
    static const Pattern spanishLived = patternOf(kSpanishLived, Pattern::Case::Ignored);
    static const Pattern english = patternOf(kEnglish, Pattern::Case::Exact);
    static const Pattern englishLived = patternOf(kEnglishLived, Pattern::Case::Ignored);
    for (const Pattern* pattern : {&spanish, &spanishLived, &english, &englishLived})
        spotStreet(*pattern, scene);
}

} // namespace privacy
