// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of what is said of AI's settings, for the window and for relevoctl.
#include "desk/smart/ai_settings.h"

#include <QCoreApplication>

namespace desk {

namespace {

const char* keySourceText(AiFault fault)
{
    switch (fault) {
    case AiFault::KeyMissing:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1 has no key yet. Write it in Settings → AI, or set %2.");
    case AiFault::KeychainLocked:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: the keychain is locked, so its key cannot be read. Unlock "
                                 "it, or set %2 (or %2_FILE) and start again.");
    default:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: no keychain answers here. Set %2, or %2_FILE to a file that "
                                 "holds the key, and start again.");
    }
}

const char* sourceText(AiFault fault)
{
    switch (fault) {
    case AiFault::NotJson:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "The list of AI servers cannot be read. Write it anew in "
                                 "Settings → AI.");
    case AiFault::NoName: return QT_TRANSLATE_NOOP("AiProblems", "Give every AI server a name.");
    case AiFault::NameTwice:
        return QT_TRANSLATE_NOOP("AiProblems", "Two AI servers are called %1. Rename one.");
    case AiFault::UnknownKind:
        return QT_TRANSLATE_NOOP("AiProblems", "%1: there is no kind of server called “%2”.");
    case AiFault::NoAddress:
        return QT_TRANSLATE_NOOP("AiProblems", "%1: write the server's address, for instance "
                                               "https://api.openai.com/v1.");
    case AiFault::BadAddress:
        return QT_TRANSLATE_NOOP("AiProblems", "%1: “%2” is no address of a server.");
    case AiFault::SecretInAddress:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: an address holds no name or password. Write the key in its "
                                 "own field.");
    case AiFault::NotEncrypted:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: use https. Without it, anybody on the way could read key "
                                 "and conversations; only servers on this machine may go without.");
    case AiFault::NoModel: return QT_TRANSLATE_NOOP("AiProblems", "%1: write which model to use.");
    case AiFault::BadKeyName:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: a key's name is in capitals and ends in _API_KEY, not %2.");
    case AiFault::KeyElsewhere:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: the key %2 already belongs to another server's address. Each "
                                 "server needs its own.");
    case AiFault::KeyMoved:
        return QT_TRANSLATE_NOOP(
            "AiProblems", "%1: its key was given for %2 and goes nowhere else. Write the key "
                          "of the new address.");
    case AiFault::BadPrice:
        return QT_TRANSLATE_NOOP("AiProblems", "%1: a price is a number of 0 or more.");
    case AiFault::BadContext:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "%1: the longest conversation is a number of tokens from 512 on.");
    case AiFault::KeyMissing:
    case AiFault::KeychainLocked:
    case AiFault::NoKeychain: return keySourceText(fault);
    case AiFault::BadCap:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "The most that AI may cost a day is no number: %2. Nothing is "
                                 "spent until it is one.");
    case AiFault::BadTimes:
        return QT_TRANSLATE_NOOP("AiProblems",
                                 "AI's times must be whole milliseconds, at least 100, and the "
                                 "first not longer than the second: %2.");
    case AiFault::BadMasking: break;
    }
    return QT_TRANSLATE_NOOP("AiProblems",
                             "ai.masking is “all” or “trusted”, not “%2”. Everything is masked.");
}

} // namespace

QString aiProblemText(const AiProblem& problem,
                      const std::function<QString(const char*)>& translate)
{
    QString text = translate(sourceText(problem.fault));
    // In one go, so that a name with %2 in it stays what it is.
    const QString server = problem.server.isEmpty() ? QStringLiteral("AI") : problem.server;
    return text.contains(u"%1")
               ? text.contains(u"%2") ? text.arg(server, problem.detail) : text.arg(server)
               : text.replace(QStringLiteral("%2"), problem.detail);
}

} // namespace desk
