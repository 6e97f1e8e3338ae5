// SPDX-License-Identifier: GPL-3.0-or-later
// What the spotters of this folder hand over: places with the evidence for and against them. They
// never decide; judge() does, by one rule for all, so that the tester can show every step.
#pragma once

#include "privacy/kinds/phone_book.h"
#include "privacy/text/words.h"

#include <optional>
#include <string>
#include <vector>

namespace privacy {

/// What its kind needs to be masked.
enum class Policy : quint8 {
    Shape,        ///< the shape is proof
    CheckAlone,   ///< right check digits are proof: chance passes at most one number in a hundred
    CheckAndMore, ///< one check digit over a bare number: also range, punctuation or a context word
    ContextOnly,  ///< no check digit: punctuation or a context word
    NeedsEvidence, ///< the spotter weighs by itself: isProved and isLikely say it
};

struct Evidence {
    Policy policy = Policy::Shape;
    std::optional<bool> checksum;
    bool isIssuer = false;     ///< in a range that somebody issues
    bool isPunctuated = false; ///< written as only this kind is
    bool isProved = false;     ///< sure by what the spotter knows
    bool isLikely = false;     ///< masked, unsure, without anything else
    bool isInAddress = false;  ///< within a web address: only a word right before it counts
    std::optional<Words::Near> context;
    std::optional<Word> product;
    char productSign = 0;            ///< '$', '#' … right before it
    std::optional<bool> isInLibrary; ///< what libphonenumber says
    const char* region = "";
};

struct Candidate {
    Kind kind = Kind::Email;
    std::size_t begin = 0; ///< bytes of the normalised text
    std::size_t end = 0;
    Evidence evidence;
};

struct Verdict {
    Outcome outcome = Outcome::Left;
    double score = 0;
};
[[nodiscard]] Verdict judge(const Evidence& evidence);
/// The evidence told in the order in which judge() weighs it.
[[nodiscard]] std::vector<Step> stepsOf(const Candidate& candidate, std::string_view bytes,
                                        const Verdict& verdict);

/// What stands near a place, whatever the kind.
struct Surroundings {
    Marks marks = 0; ///< of all words within reach: what is not in it has no context word
    std::optional<Word> product;
    char productSign = 0;
    bool isInAddress = false;
};

/// What a text has at all: where it has too little of it, patterns need not be tried.
struct Outline {
    std::size_t digits = 0;
    std::size_t longestRun = 0; ///< bytes without a space
    /// Where digits stand so near each other that a number with letters may be there.
    std::vector<std::pair<std::size_t, std::size_t>> dense;
};
[[nodiscard]] Outline outlineOf(std::string_view bytes);

/// One text while it is searched.
struct Scene {
    std::string_view bytes;
    const Context& context;
    PhoneBook& phones;
    Outline outline;
    std::vector<std::pair<std::size_t, std::size_t>> addresses; ///< web addresses, ordered, apart
    std::vector<Candidate> found;
    bool keepsAll = false; ///< also what nothing speaks for: the tester says why it was left

    /// The web address that holds the byte; none: null.
    [[nodiscard]] const std::pair<std::size_t, std::size_t>* addressAt(std::size_t byte) const;
    /// Keeps it unless nothing speaks for it.
    void add(const Candidate& candidate);
    /// Made when somebody first asks: most lines have nothing to ask about.
    [[nodiscard]] const Words& words() const;
    [[nodiscard]] Surroundings around(std::size_t begin, std::size_t end) const;
    /// Into the evidence: context word, product word or sign, web address.
    void lookAround(Candidate& candidate, const Surroundings& around) const;
    void lookAround(Candidate& candidate) const
    {
        lookAround(candidate, around(candidate.begin, candidate.end));
    }

    mutable std::optional<Words> madeWords; ///< behind words()
};

/// One spotter a family of kinds; each is linear in the text and adds to Scene::found.
void spotAddressesOfWeb(Scene& scene); ///< fills Scene::addresses, finds their secrets
void spotKeys(Scene& scene);
void spotPasswords(Scene& scene);
void spotMails(Scene& scene);
void spotLetteredNumbers(Scene& scene); ///< IBAN, NIF, CURP …: letters and digits
void spotNumbers(Scene& scene);         ///< CBU, card, CUIT …: digits; phones among them
void spotNetwork(Scene& scene);
void spotStreets(Scene& scene);
void spotNames(Scene& scene);

} // namespace privacy
