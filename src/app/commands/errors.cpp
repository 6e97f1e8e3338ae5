// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in the language of who reads it; lower layers say the details in English.
#include "app/commands/command_lists.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Each as it is said there; at most two blanks. A test finds those that are missing.
constexpr std::array kDetails{
    QT_TRANSLATE_NOOP("Details", "--every is longer than --for"),
    QT_TRANSLATE_NOOP("Details", "--failed is said of a figure: with --metric"),
    QT_TRANSLATE_NOOP("Details", "a comment in line %1 would change the text"),
    QT_TRANSLATE_NOOP("Details", "a document of over 64 MB"),
    QT_TRANSLATE_NOOP("Details", "a figure is a number"),
    QT_TRANSLATE_NOOP("Details", "a file is shown with its bytes"),
    QT_TRANSLATE_NOOP("Details", "a file of over 20 MB"),
    QT_TRANSLATE_NOOP("Details", "a ledger key has at least 32 bytes, not %1"),
    QT_TRANSLATE_NOOP("Details", "a line is longer than 64 MB"),
    QT_TRANSLATE_NOOP("Details", "a line of over 1 MB"),
    QT_TRANSLATE_NOOP("Details", "a name has 1 to 80 characters"),
    QT_TRANSLATE_NOOP("Details", "a name holds no invisible characters"),
    QT_TRANSLATE_NOOP("Details", "a person has a role at least"),
    QT_TRANSLATE_NOOP("Details", "a record's field %1"),
    QT_TRANSLATE_NOOP("Details", "a secret is no evidence"),
    QT_TRANSLATE_NOOP("Details", "a secret is no parameter"),
    QT_TRANSLATE_NOOP("Details", "a secret is no part of a plan"),
    QT_TRANSLATE_NOOP("Details", "a secret is not for all to read"),
    QT_TRANSLATE_NOOP("Details", "a text is missing"),
    QT_TRANSLATE_NOOP("Details", "a text is too long"),
    QT_TRANSLATE_NOOP("Details", "a title, and items that fit together"),
    QT_TRANSLATE_NOOP("Details", "a title, items that fit together, and not too many"),
    QT_TRANSLATE_NOOP("Details", "a window needs a title and an end after its start"),
    QT_TRANSLATE_NOOP("Details", "an id that a comment cannot hold"),
    QT_TRANSLATE_NOOP("Details", "are too many"),
    QT_TRANSLATE_NOOP("Details", "changes an unknown item"),
    QT_TRANSLATE_NOOP("Details", "each stage takes more, up to 100 %"),
    QT_TRANSLATE_NOOP("Details", "has a check without a kind, or without an id of its own"),
    QT_TRANSLATE_NOOP("Details", "has a time below nothing or above ten years"),
    QT_TRANSLATE_NOOP("Details", "has no id"),
    QT_TRANSLATE_NOOP("Details", "has no title"),
    QT_TRANSLATE_NOOP("Details", "is too deep"),
    QT_TRANSLATE_NOOP("Details", "it was changed meanwhile"),
    QT_TRANSLATE_NOOP("Details", "knows no '%1'"),
    QT_TRANSLATE_NOOP("Details", "libsodium does not start"),
    QT_TRANSLATE_NOOP("Details", "line %1 is not UTF-8"),
    QT_TRANSLATE_NOOP("Details", "line %1 of the ledger was not written so"),
    QT_TRANSLATE_NOOP("Details", "locked: the passphrase is needed again"),
    QT_TRANSLATE_NOOP("Details", "it was changed meanwhile"),
    QT_TRANSLATE_NOOP("Details", "needs a figure and a limit"),
    QT_TRANSLATE_NOOP("Details", "needs an id and a version from 1 on"),
    QT_TRANSLATE_NOOP("Details", "no entry of a ledger"),
    QT_TRANSLATE_NOOP("Details", "no head of a ledger"),
    QT_TRANSLATE_NOOP("Details", "no item %1"),
    QT_TRANSLATE_NOOP("Details", "no memory to hash a passphrase"),
    QT_TRANSLATE_NOOP("Details", "no other strategy"),
    QT_TRANSLATE_NOOP("Details", "no record of a release"),
    QT_TRANSLATE_NOOP("Details", "no release %1"),
    QT_TRANSLATE_NOOP("Details", "no role of this person allows it"),
    QT_TRANSLATE_NOOP("Details", "no section %1"),
    QT_TRANSLATE_NOOP("Details", "no such freeze window"),
    QT_TRANSLATE_NOOP("Details", "no such person"),
    QT_TRANSLATE_NOOP("Details", "no task at byte %1"),
    QT_TRANSLATE_NOOP("Details", "no word for %1"),
    QT_TRANSLATE_NOOP("Details", "nobody says what was found"),
    QT_TRANSLATE_NOOP("Details", "nobody signs"),
    QT_TRANSLATE_NOOP("Details", "not a list of checks in JSON"),
    QT_TRANSLATE_NOOP("Details", "not a web address"),
    QT_TRANSLATE_NOOP("Details", "not imported"),
    QT_TRANSLATE_NOOP("Details", "not of schema %1"),
    QT_TRANSLATE_NOOP("Details", "nothing was pasted"),
    QT_TRANSLATE_NOOP("Details", "one kind of evidence at a time"),
    QT_TRANSLATE_NOOP("Details", "over %1 items"),
    QT_TRANSLATE_NOOP("Details", "over 200,000 tasks"),
    QT_TRANSLATE_NOOP("Details", "over 64 MB"),
    QT_TRANSLATE_NOOP("Details", "passphrases are in use"),
    QT_TRANSLATE_NOOP("Details", "say first who you are"),
    QT_TRANSLATE_NOOP("Details", "somebody else changed the release first"),
    QT_TRANSLATE_NOOP("Details", "somebody has that name"),
    QT_TRANSLATE_NOOP("Details", "the last lead stays one"),
    QT_TRANSLATE_NOOP("Details", "the last stage takes 100 %"),
    QT_TRANSLATE_NOOP("Details", "the ledger has no head"),
    QT_TRANSLATE_NOOP("Details", "the ledger was written with another key"),
    QT_TRANSLATE_NOOP("Details", "the output cannot be written"),
    QT_TRANSLATE_NOOP("Details", "this is not the passphrase"),
    QT_TRANSLATE_NOOP("Details", "this person is locked out"),
    QT_TRANSLATE_NOOP("Details", "this person was changed meanwhile"),
    QT_TRANSLATE_NOOP("Details", "too many changes wait"),
    QT_TRANSLATE_NOOP("Details", "too many passphrases to check"),
    QT_TRANSLATE_NOOP("Details", "wait %1 s for the next passphrase"),
    QT_TRANSLATE_NOOP("Details", "%1 levels inside each other in line %2"),
    QT_TRANSLATE_NOOP("Details", "%1, not UTF-8")};

/// Where it is, before the colon. What stands alone is no place: a release may be called so.
constexpr std::array kPlaces{
    QT_TRANSLATE_NOOP("Details", "an item"),         QT_TRANSLATE_NOOP("Details", "canary"),
    QT_TRANSLATE_NOOP("Details", "canary's watch"),  QT_TRANSLATE_NOOP("Details", "item %1"),
    QT_TRANSLATE_NOOP("Details", "items"),           QT_TRANSLATE_NOOP("Details", "section %1"),
    QT_TRANSLATE_NOOP("Details", "rollback's step"), QT_TRANSLATE_NOOP("Details", "sign-off %1"),
    QT_TRANSLATE_NOOP("Details", "strategy %1"),     QT_TRANSLATE_NOOP("Details", "template %1"),
    QT_TRANSLATE_NOOP("Details", "trigger %1")};

/// Faults of a plan, by the names that files use.
constexpr std::array kFaults{
    std::pair("section_twice", QT_TRANSLATE_NOOP("Details", "two sections of one id")),
    std::pair("item_twice", QT_TRANSLATE_NOOP("Details", "two items of one id")),
    std::pair("unknown_section", QT_TRANSLATE_NOOP("Details", "the section is not there")),
    std::pair("unknown_parent", QT_TRANSLATE_NOOP("Details", "what it is a part of is not there")),
    std::pair("parent_elsewhere",
              QT_TRANSLATE_NOOP("Details", "what it is a part of stands in another section")),
    std::pair("unknown_dependency", QT_TRANSLATE_NOOP("Details", "what it waits for is not there")),
    std::pair("cycle", QT_TRANSLATE_NOOP("Details", "they wait for each other"))};

/// What stands in the pattern's blanks; nothing where the text is another.
std::optional<QStringList> blanksOf(const QString& pattern, const QString& text)
{
    QStringList parts = pattern.split(QStringLiteral("%1"));
    if (const qsizetype second = parts.back().indexOf(QStringLiteral("%2")); second >= 0) {
        const QString rest = parts.takeLast();
        parts << rest.left(second) << rest.mid(second + 2);
    }
    if (!text.startsWith(parts.front()))
        return std::nullopt;
    QStringList blanks;
    qsizetype at = parts.front().size();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        const qsizetype end = isLast ? text.size() - parts[i].size() : text.indexOf(parts[i], at);
        if (end < at || !text.mid(end).startsWith(parts[i]))
            return std::nullopt;
        blanks += text.mid(at, end - at);
        at = end + parts[i].size();
    }
    return at == text.size() ? std::optional(blanks) : std::nullopt;
}

template <class Known>
std::optional<QString> translated(const CommandContext& context, const Known& known,
                                  const QString& text)
{
    for (const char* each : known) {
        const auto blanks = blanksOf(QString::fromUtf8(each), text);
        if (!blanks)
            continue;
        QString there = context.translate("Details", each);
        for (qsizetype i = blanks->size(); i > 0; --i)
            there.replace(QStringLiteral("%%1").arg(i), blanks->at(i - 1));
        return there;
    }
    return std::nullopt;
}

} // namespace

QString detailSentence(const CommandContext& context, const QString& detail)
{
    if (const auto whole = translated(context, kDetails, detail))
        return *whole;
    QStringList parts = detail.split(QStringLiteral(": "));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto fault = std::ranges::find_if(
            kFaults, [&](const auto& each) { return parts[i] == QLatin1StringView(each.first); });
        const bool isPlace = i + 1 < parts.size();
        if (isPlace && fault != kFaults.end())
            parts[i] = context.translate("Details", fault->second);
        else if (const auto known = translated(context, kDetails, parts[i]))
            parts[i] = *known;
        else if (const auto place = isPlace ? translated(context, kPlaces, parts[i]) : std::nullopt)
            parts[i] = *place;
    }
    return parts.join(QStringLiteral(": "));
}

QString errorSentence(const CommandContext& context, const base::Error& error)
{
    const auto sentence = [&]() -> QString {
        switch (error.code) {
        case base::Code::NotFound: return context.translate("relevoctl", "There is no such thing.");
        case base::Code::Conflict:
            return context.translate("relevoctl",
                                     "It is there already, or somebody changed it first.");
        case base::Code::Busy:
            return context.translate(
                "relevoctl",
                "The data folder is in use by another program, or too much waits already.");
        case base::Code::Timeout: return context.translate("relevoctl", "It took too long.");
        case base::Code::Cancelled: return context.translate("relevoctl", "It was cancelled.");
        case base::Code::Offline:
            return context.translate("relevoctl",
                                     "The disk, the database or the network cannot be reached.");
        case base::Code::RateLimited:
            return context.translate("relevoctl", "That was too often; wait a little.");
        case base::Code::Refused:
            return context.translate("relevoctl", "That is not allowed here.");
        case base::Code::Invalid:
            return context.translate("relevoctl", "The input cannot be used.");
        case base::Code::Corrupt:
            return context.translate("relevoctl",
                                     "The stored data is damaged. It was left untouched.");
        case base::Code::NoSecret:
            return context.translate("relevoctl", "A key or token is missing.");
        case base::Code::Internal: break;
        }
        return context.translate("relevoctl", "Something in Relevo itself went wrong.");
    }();
    return error.detail.isEmpty()
               ? sentence
               : sentence + QStringLiteral(" (") + detailSentence(context, error.detail) + u')';
}

} // namespace app
