// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/find.h"

#include "privacy/kinds/candidate.h"

#include <algorithm>

namespace privacy {

namespace {

/// 20 µs each: 5 ms at most for a hostile text of 10 kB, and more than people write.
constexpr int kFewestQuestions = 96;
constexpr int kCharactersAQuestion = 64;

struct Weighed {
    Candidate candidate;
    Verdict verdict;
    std::optional<Kind> overlappedBy;
};

/// Longest first; then the surer, then the nearer to its context word, then the more specific.
bool isBefore(const Weighed& a, const Weighed& b)
{
    const auto key = [](const Weighed& w) {
        const auto size = w.candidate.end - w.candidate.begin;
        const auto& context = w.candidate.evidence.context;
        return std::tuple(-static_cast<qint64>(size), w.verdict.outcome != Outcome::MaskedSure,
                          context ? context->distance : 100, w.candidate.kind, w.candidate.begin);
    };
    return key(a) < key(b);
}

/// Takes the best of what overlaps: each in its turn, unless one taken before stands there.
void resolve(std::vector<Weighed>& all, std::size_t size)
{
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order,
                      [&](std::size_t a, std::size_t b) { return isBefore(all[a], all[b]); });
    // Who holds a byte. What is taken is apart, and the rest looks at its own two ends and stops at
    // the first holder, so this is linear in what is taken.
    constexpr int kFree = -1;
    std::vector<int> holders(size, kFree);
    for (const std::size_t i : order) {
        Weighed& weighed = all[i];
        if (weighed.verdict.outcome == Outcome::Left)
            continue;
        const auto begin = holders.begin() + static_cast<std::ptrdiff_t>(weighed.candidate.begin);
        const auto end = holders.begin() + static_cast<std::ptrdiff_t>(weighed.candidate.end);
        const auto holder = std::find_if(begin, end, [](int each) { return each != kFree; });
        if (holder == end)
            std::fill(begin, end, static_cast<int>(i));
        else
            weighed.overlappedBy = all[static_cast<std::size_t>(*holder)].candidate.kind;
    }
}

std::vector<Weighed> search(const Normalised& text, const Context& context, PhoneBook& phones,
                            bool keepsAll)
{
    Scene scene{.bytes = text.bytes(),
                .context = context,
                .phones = phones,
                .outline = outlineOf(text.bytes()),
                .addresses = {},
                .found = {},
                .keepsAll = keepsAll,
                .madeWords = {}};
    spotAddressesOfWeb(scene);
    spotKeys(scene);
    spotPasswords(scene);
    spotMails(scene);
    spotLetteredNumbers(scene);
    spotNumbers(scene);
    spotNetwork(scene);
    spotStreets(scene);
    spotNames(scene);
    std::vector<Weighed> all;
    all.reserve(scene.found.size());
    for (const Candidate& candidate : scene.found) {
        // What holds a pseudonym was looked at before it became one.
        const auto inside = scene.bytes.substr(candidate.begin, candidate.end - candidate.begin);
        if (!inside.empty() && inside.find(kToken) == std::string_view::npos)
            all.push_back({candidate, judge(candidate.evidence), std::nullopt});
    }
    resolve(all, text.size());
    return all;
}

Entity entityOf(const Weighed& weighed, const Normalised& text, QStringView original)
{
    const auto& [kind, begin, end, evidence] = weighed.candidate;
    Entity entity{.kind = kind, .start = text.begin(begin), .end = text.end(end - 1)};
    entity.text = original.mid(entity.start, entity.end - entity.start).toString();
    entity.score = weighed.verdict.score;
    entity.checksum = evidence.checksum;
    entity.certainty =
        weighed.verdict.outcome == Outcome::MaskedSure ? Certainty::Sure : Certainty::Unsure;
    return entity;
}

void addConsidered(const std::vector<Weighed>& all, const Normalised& text, QStringView original,
                   std::vector<Considered>& to)
{
    for (const Weighed& weighed : all) {
        const Entity entity = entityOf(weighed, text, original);
        Considered considered{
            .kind = entity.kind, .start = entity.start, .end = entity.end, .text = entity.text};
        considered.steps = stepsOf(weighed.candidate, text.bytes(), weighed.verdict);
        considered.outcome = weighed.verdict.outcome;
        if (weighed.overlappedBy) {
            considered.steps.push_back(
                {Reason::Overlap, QString::fromLatin1(kindName(*weighed.overlappedBy)), 0});
            considered.outcome = Outcome::Left;
        }
        to.push_back(std::move(considered));
    }
}

/// Once more over what the masked text would be, until nothing is found: a long thing that became
/// one word brings others nearer to their context. Two rounds are the rule; the bound is only there
/// so that no text can make it long.
std::vector<Entity> findAll(QStringView original, const Context& context,
                            std::vector<Considered>* considered)
{
    constexpr int kMostRounds = 8;
    PhoneBook phones(kFewestQuestions + static_cast<int>(original.size()) / kCharactersAQuestion);
    Normalised text(original);
    std::vector<Entity> found;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto all = search(text, context, phones, considered != nullptr);
        if (considered && (round == 0 || !all.empty()))
            addConsidered(all, text, original, *considered);
        std::vector<Entity> fresh;
        for (const Weighed& weighed : all) {
            if (weighed.verdict.outcome != Outcome::Left && !weighed.overlappedBy)
                fresh.push_back(entityOf(weighed, text, original));
        }
        if (fresh.empty())
            break;
        std::ranges::sort(fresh, {}, &Entity::start);
        text = text.without(fresh);
        found.insert(found.end(), fresh.begin(), fresh.end());
    }
    std::ranges::sort(found, {}, &Entity::start);
    return found;
}

/// A text behind the end of what was said before it.
struct Joined {
    static constexpr qsizetype kMostBefore = 256; ///< characters: more than the words that count

    Joined(const QString& before, QStringView after)
        : text(before.right(kMostBefore) + u'\n'), from(text.size())
    {
        text += after;
    }
    /// Leaves what stands in the text, counted from its begin.
    template <class Found>
    void cut(std::vector<Found>& all) const
    {
        std::erase_if(all, [this](const Found& each) { return each.end <= from; });
        for (Found& each : all) {
            each.start = std::max(each.start, from);
            each.text = text.sliced(each.start, each.end - each.start);
            each.start -= from;
            each.end -= from;
        }
    }

    QString text;
    const qsizetype from;
};

} // namespace

std::vector<Entity> find(QStringView text, const Context& context)
{
    const bool mayHoldName = !context.names.isEmpty();
    if (context.before.isEmpty())
        return mayHoldName || mayHold(text) ? findAll(text, context, nullptr)
                                            : std::vector<Entity>();
    const Joined joined(context.before, text);
    if (!mayHoldName && !mayHold(joined.text))
        return {};
    auto found = findAll(joined.text, context, nullptr);
    joined.cut(found);
    return found;
}

std::vector<Considered> explain(QStringView text, const Context& context)
{
    std::vector<Considered> considered;
    if (context.before.isEmpty()) {
        std::ignore = findAll(text, context, &considered);
    } else {
        const Joined joined(context.before, text);
        std::ignore = findAll(joined.text, context, &considered);
        joined.cut(considered);
    }
    // A later round looks again at what an earlier one left: what was masked counts.
    const auto place = [](const Considered& c) { return std::tuple(c.start, c.end, c.kind); };
    std::ranges::stable_sort(considered, [&](const Considered& x, const Considered& y) {
        return std::tuple(place(x), x.outcome) < std::tuple(place(y), y.outcome);
    });
    const auto again =
        std::unique(considered.begin(), considered.end(),
                    [&](const Considered& x, const Considered& y) { return place(x) == place(y); });
    considered.erase(again, considered.end());
    return considered;
}

QString mask(QStringView text, const std::vector<Entity>& entities, Pseudonyms& pseudonyms)
{
    pseudonyms.reserve(text);
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    for (const Entity& entity : entities) {
        out += text.mid(from, entity.start - from);
        out += pseudonyms.tokenOf(entity.kind, entity.text);
        from = entity.end;
    }
    out += text.mid(from);
    return out;
}

QString mask(QStringView text, const Context& context, Pseudonyms& pseudonyms)
{
    return mask(text, find(text, context), pseudonyms);
}

QString mask(QStringView text, const Context& context)
{
    if (context.names.isEmpty() && context.before.isEmpty() && !mayHold(text))
        return text.toString();
    Pseudonyms pseudonyms;
    return mask(text, context, pseudonyms);
}

std::vector<std::pair<qsizetype, qsizetype>> codePointSpans(QStringView text,
                                                            const std::vector<Entity>& entities)
{
    std::vector<std::pair<qsizetype, qsizetype>> spans;
    spans.reserve(entities.size());
    qsizetype unit = 0, points = 0;
    const auto pointsUpTo = [&](qsizetype offset) {
        for (; unit < offset; ++unit) {
            const bool isSecondHalf =
                text[unit].isLowSurrogate() && unit > 0 && text[unit - 1].isHighSurrogate();
            points += isSecondHalf ? 0 : 1;
        }
        return points;
    };
    for (const Entity& entity : entities) {
        const qsizetype start = pointsUpTo(entity.start);
        spans.emplace_back(start, pointsUpTo(entity.end));
    }
    return spans;
}

} // namespace privacy
