// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

/// Whether people write in it, choose or press it, with the keyboard too.
[[nodiscard]] bool isInteractive(const QWidget* widget);
/// The controls below it of which a screen reader says nothing.
[[nodiscard]] QStringList unnamed(QWidget* root);
/// The visible texts below it that have no room.
[[nodiscard]] QStringList clipped(const QWidget* root);
