// SPDX-License-Identifier: GPL-3.0-or-later
// What people tell after "contraseña", "clave", "password", "pin"; and a CBU's alias, which is told
// the same way. A small grammar: the word, what it is for, "es" or ':', and then the secret.
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace privacy {

namespace {

constexpr std::size_t kLongestSecret = 128;
constexpr int kMostLinkWords = 6; ///< words between "clave" and "es": "del wifi de mi casa"

bool isOneOf(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto space = list.find(' ');
        if (list.substr(0, space) == word)
            return true;
        list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
    }
    return false;
}

constexpr std::string_view kVerbs = "es era is was sera";

/// What a secret is for.
constexpr std::string_view kPurposes =
    "de del la el mi su tu of for the my your to wifi celu celular cel telefono notebook note pc "
    "compu "
    "computadora windows gmail mail correo cuenta usuario desbloqueo tarjeta sim banco red router "
    "modem "
    "laptop phone computer account unlock nueva nuevo new actual current code casa por defecto";

/// Behind these something else is said: "la contraseña no anda, el error es …".
constexpr std::string_view kTurns =
    "no not error errores y and pero but cuando when si if anda funciona works porque because";

/// After "la contraseña es …" these say something about it; they are not it.
constexpr std::string_view kNoSecrets =
    "la el lo los las un una mi tu su the a an my your not no que de del para por con sin en y o u "
    "e "
    "muy mas menos tan esta este esto esa ese eso igual misma mismo incorrecta incorrecto correcta "
    "correcto invalida invalido valida valido mala malo buena bueno larga largo corta corto facil "
    "dificil vieja viejo nueva nuevo otra otro rara raro segura seguro debil fuerte necesaria "
    "obligatoria secreta privada personal distinta distinto diferente cual donde como cuando "
    "porque "
    "si ya solo siempre nunca wrong incorrect correct invalid valid bad good long short easy hard "
    "old new other another same different strong weak required needed necessary secret private "
    "what where how when why if so too very only always never still just also it this that there "
    "to for in on of from with without being asked ok okay fine right please porfa por favor "
    "gracias "
    "thanks nada none null blank empty unknown desconocida olvide perdi mal case and or but pero";

bool isAboutIt(std::string_view word)
{
    constexpr std::array<std::string_view, 12> kEndings{
        "ada", "ido", "ida", "ado", "able", "ible", "ing", "ed", "cion", "mente", "endo", "ando"};
    return isOneOf(kNoSecrets, word) ||
           (word.size() > 4 && std::ranges::any_of(kEndings, [word](std::string_view ending) {
                return word.ends_with(ending);
            }));
}

bool areLetters(std::string_view text)
{
    return std::ranges::all_of(text, isLetter);
}

/// Reads on from behind the word.
class Reader
{
public:
    Reader(std::string_view bytes, std::size_t from) : m_bytes(bytes), m_at(from) {}

    enum class Link {
        None,
        Verb, ///< "es", "is"
        Mark, ///< ':', '='
    };

    /// Over what may stand between the word and the secret; where the secret would begin.
    Link link()
    {
        const std::size_t first = m_at;
        m_isDirect = true;
        for (int words = 0; words <= kMostLinkWords; ++words) {
            skipSpaces();
            if (const Link mark = takeMark(); mark != Link::None)
                return mark;
            const std::size_t end = endOfWord();
            const std::string word = lowered(m_bytes.substr(m_at, end - m_at));
            if (word.empty() || !(areLetters(word) || word[0] == kToken) || isPunctuated(end) ||
                isOneOf(kTurns, word))
                break;
            m_at = end;
            if (isOneOf(kVerbs, word)) {
                skipSpaces();
                const Link mark = takeMark();
                return mark == Link::None ? Link::Verb : mark;
            }
            m_isDirect = m_isDirect && isOneOf(kPurposes, word);
        }
        m_at = first;
        skipSpaces();
        return Link::None;
    }
    /// Nothing but what it is for stands between: "la contraseña del wifi es". Then a plain word is one.
    [[nodiscard]] bool isDirect() const { return m_isDirect; }
    /// "pin de desbloqueo 1234": without a link, over words that say only what it is for.
    void skipPurpose()
    {
        for (int words = 0; words < kMostLinkWords; ++words) {
            const std::size_t end = endOfWord();
            if (end == m_at || isPunctuated(end) ||
                !isOneOf(kPurposes, lowered(m_bytes.substr(m_at, end - m_at))))
                break;
            m_at = end;
            skipSpaces();
        }
    }

    /// The secret: within quotes, else up to a space, without the punctuation behind it.
    Pattern::Span secret() const
    {
        std::size_t begin = m_at;
        while (at(m_bytes, begin) == '*') // bold
            ++begin;
        const char quote = at(m_bytes, begin);
        if (quote == '"' || quote == '\'' || quote == '`') {
            const auto close = m_bytes.substr(begin + 1, kLongestSecret).find(quote);
            if (close != std::string_view::npos && close > 0 &&
                m_bytes.substr(begin + 1, close).find('\n') == std::string_view::npos)
                return {begin + 1, begin + 1 + close};
            ++begin;
        }
        std::size_t end = begin;
        while (end < m_bytes.size() && end - begin < kLongestSecret && !isSpace(m_bytes[end]) &&
               m_bytes[end] != kToken)
            ++end;
        while (end > begin &&
               std::string_view(".,;:?)\"'*").find(m_bytes[end - 1]) != std::string_view::npos)
            --end;
        return {begin, end};
    }

private:
    void skipSpaces()
    {
        while (isSpace(at(m_bytes, m_at)))
            ++m_at;
    }
    Link takeMark()
    {
        const std::size_t first = m_at;
        if (at(m_bytes, m_at) == '"') // JSON: "password": "…"
            ++m_at;
        const std::size_t mark = m_at;
        while (at(m_bytes, m_at) == ':' || at(m_bytes, m_at) == '=' || at(m_bytes, m_at) == '>' ||
               (at(m_bytes, m_at) == '-' && at(m_bytes, m_at + 1) == '>'))
            ++m_at;
        if (m_at == mark) {
            m_at = first;
            return Link::None;
        }
        skipSpaces();
        return Link::Mark;
    }
    [[nodiscard]] std::size_t endOfWord() const
    {
        if (at(m_bytes, m_at) == kToken)
            return m_at + 1;
        std::size_t end = m_at;
        while (isTokenCharacter(at(m_bytes, end)))
            ++end;
        return end;
    }
    /// A word with a full stop or comma behind it ends what was being said.
    [[nodiscard]] bool isPunctuated(std::size_t end) const
    {
        const char c = at(m_bytes, end);
        return c == '.' || c == ',' || c == ';' || c == '?' || c == '!' || c == '\n' || c == '@';
    }

    std::string_view m_bytes;
    std::size_t m_at;
    bool m_isDirect = true;
};

/// Nothing but "gracias", "y …" or the end follows.
bool endsClause(std::string_view bytes, std::size_t end)
{
    constexpr std::string_view kGoOn =
        "gracias thanks y and pero but porfa please por ok con para for";
    if (end >= bytes.size() || bytes[end] != ' ')
        return true;
    std::size_t begin = end;
    while (at(bytes, begin) == ' ')
        ++begin;
    std::size_t stop = begin;
    while (isLetter(at(bytes, stop)))
        ++stop;
    return stop == begin || isOneOf(kGoOn, lowered(bytes.substr(begin, stop - begin)));
}

enum class SecretWord { Password, Clave, Pin };

SecretWord wordOf(std::string_view text)
{
    if (text.starts_with("pin") || text == "puk" || text.starts_with("cv"))
        return SecretWord::Pin;
    return text == "clave" || text == "claves" || text == "pass" ? SecretWord::Clave
                                                                 : SecretWord::Password;
}

bool isSecret(std::string_view text, SecretWord word, Reader::Link link, bool mayBePlain)
{
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(text, isDigit));
    if (word == SecretWord::Pin)
        return digits == text.size() && digits >= 3 && digits <= 12;
    if (text.size() < 3)
        return false;
    if (digits == text.size())
        return digits >= 4 && (link != Reader::Link::None || word == SecretWord::Clave);
    if (areLetters(text)) {
        if (link == Reader::Link::None || isAboutIt(lowered(text)))
            return false;
        return mayBePlain && (link == Reader::Link::Mark || word == SecretWord::Password);
    }
    const bool hasSign = std::ranges::any_of(
        text, [](char c) { return !isTokenCharacter(c) && c != kSymbol && c != '/'; });
    return digits > 0 || (hasSign && link != Reader::Link::None);
}

void spotTold(Scene& scene)
{
    static const Pattern pattern(
        "(?:contrase(?:n|ni)as?|claves?|pass(?:words?|wd|phrase|code)?|pwd|psw|"
        "passwort|pins?|puk|cvv2?|cvc)",
        Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        const bool isWhole = !isLetter(before(scene.bytes, whole.begin)) &&
                             !isTokenCharacter(at(scene.bytes, whole.end));
        if (!isWhole)
            return whole.end;
        const SecretWord word =
            wordOf(lowered(scene.bytes.substr(whole.begin, whole.end - whole.begin)));
        Reader reader(scene.bytes, whole.end);
        const Reader::Link link = reader.link();
        if (link == Reader::Link::None)
            reader.skipPurpose();
        const Pattern::Span secret = reader.secret();
        const auto text = scene.bytes.substr(secret.begin, secret.end - secret.begin);
        if (text.empty() || text.starts_with("://") ||
            !isSecret(text, word, link,
                      (reader.isDirect() || link == Reader::Link::Verb) &&
                          endsClause(scene.bytes, secret.end)))
            return whole.end;
        Candidate candidate{
            Kind::Password, secret.begin, secret.end, {.policy = Policy::NeedsEvidence}};
        candidate.evidence.isProved = link != Reader::Link::None && !areLetters(text);
        candidate.evidence.isLikely = true;
        scene.add(candidate);
        return whole.end;
    });
}

/// BCRA, Comunicación A 6044: 6 to 20 letters, digits, '.' and '-'.
bool isAlias(std::string_view text, Reader::Link link, bool isLast)
{
    const auto isAllowed = [](char c) { return isDigit(c) || isLetter(c) || c == '.' || c == '-'; };
    if (text.size() < 6 || text.size() > 20 || !std::ranges::all_of(text, isAllowed) ||
        std::ranges::none_of(text, isLetter))
        return false;
    const bool isJoined = text.find_first_of(".-") != std::string_view::npos;
    return isJoined || (link != Reader::Link::None && isLast && !isAboutIt(lowered(text)));
}

void spotAliases(Scene& scene)
{
    static const Pattern pattern(
        "alias(?: (?:de|cbu|cvu|la|el|mi|cuenta|mercado|pago|bancario)\\b){0,4}",
        Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        if (isTokenCharacter(before(scene.bytes, whole.begin)) ||
            isTokenCharacter(at(scene.bytes, whole.end)))
            return whole.end;
        Reader reader(scene.bytes, whole.end);
        const Reader::Link link = reader.link();
        const Pattern::Span alias = reader.secret();
        const auto text = scene.bytes.substr(alias.begin, alias.end - alias.begin);
        if (isAlias(text, link, endsClause(scene.bytes, alias.end)))
            scene.add({Kind::CbuAlias,
                       alias.begin,
                       alias.end,
                       {.policy = Policy::NeedsEvidence, .isLikely = true}});
        return whole.end;
    });
}

} // namespace

void spotPasswords(Scene& scene)
{
    spotTold(scene);
    spotAliases(scene);
}

} // namespace privacy
