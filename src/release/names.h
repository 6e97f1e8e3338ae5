// SPDX-License-Identifier: GPL-3.0-or-later
// Names of enumerators on disk, on the wire and in the ledger. A name is never changed or used again.
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>

namespace release {

/// Specialised for each enumeration: kAll holds the names in the order of its enumerators.
template <class E>
struct Names;

template <class E>
[[nodiscard]] constexpr const char* nameOf(E value) noexcept
{
    return Names<E>::kAll[static_cast<std::size_t>(value)];
}

template <class E>
[[nodiscard]] QString nameText(E value)
{
    return QString::fromLatin1(nameOf(value));
}

/// Nothing where no enumerator is called so.
template <class E>
[[nodiscard]] std::optional<E> ofName(QStringView name) noexcept
{
    for (std::size_t i = 0; i < Names<E>::kAll.size(); ++i) {
        if (name == QLatin1StringView(Names<E>::kAll[i]))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace release
