// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secrets.h"

namespace secrets {

void find(Keychain& keychain, const QString& name, const QString& fromEnvironment,
          std::function<void(Secret)> done)
{
    keychain.read(name, [fromEnvironment, done = std::move(done)](const Reading& reading) {
        if (reading.answer == Answer::Done && !reading.value.isEmpty())
            done({reading.value, Place::Keychain, Answer::Done});
        else if (!fromEnvironment.isEmpty())
            done({fromEnvironment, Place::Environment, reading.answer});
        else
            done({{}, Place::Nowhere, reading.answer});
    });
}

const char* placeName(Place place) noexcept
{
    switch (place) {
    case Place::Nowhere: return "nowhere";
    case Place::Keychain: return "keychain";
    case Place::Environment: return "environment";
    }
    return "nowhere";
}

} // namespace secrets
