// SPDX-License-Identifier: GPL-3.0-or-later
// secrets: keys that must stand in no setting, database, log or command line. A secret is looked for
// in the desktop's keychain; where none answers or it has none, in the environment or the file that
// NAME_FILE names (base::Config reads both); else the answer says why there is none, and the program
// works without it.
//
// QtKeychain reads a locked keyring as "not found", and reading one makes the desktop ask for its
// passphrase. So the Secret Service (https://specifications.freedesktop.org/secret-service/) is asked
// first, over D-Bus, whether its default collection is locked: a start asks nobody for a passphrase,
// and nothing is written over a key that only cannot be seen. Where no Secret Service answers (KWallet,
// another system), QtKeychain alone decides.
//
// Everything here lives on the main thread; answers come from its event loop, never within the call.
#pragma once

#include "secrets/keychain.h"

#include <QString>

#include <functional>

namespace secrets {

/// Where a secret was found.
enum class Place { Nowhere, Keychain, Environment };

struct Secret {
    QString value; ///< empty: Nowhere
    Place place = Place::Nowhere;
    Answer keychain = Answer::NotFound; ///< why not there, where it was not
};

/// The secret of that name: the keychain's, else `fromEnvironment` where it is not empty.
void find(Keychain& keychain, const QString& name, const QString& fromEnvironment,
          std::function<void(Secret)> done);

/// For the log: "keychain", "environment", "nowhere".
[[nodiscard]] const char* placeName(Place place) noexcept;

} // namespace secrets
