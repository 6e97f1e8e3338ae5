// SPDX-License-Identifier: GPL-3.0-or-later
// How articles are told to people.
#pragma once

#include "desk/knowledge/article_values.h"

#include <QString>
#include <QStringList>

namespace panels {

/// In the order of the editor's tabs.
[[nodiscard]] const QStringList& editorLanguages();
/// In that language itself.
[[nodiscard]] QString languageTitle(const QString& language);
/// With its texts in the order of the tabs, so that two can be compared.
[[nodiscard]] desk::ArticleContent inOrder(const desk::ArticleContent& content);

/// In the window's language where there is such a text.
[[nodiscard]] QString articleTitle(const desk::Article& article);
/// "es-AR · en"
[[nodiscard]] QString languagesText(const desk::Article& article);
/// "quoted 12 times · helped 83 %", "not quoted yet"
[[nodiscard]] QString usageText(const desk::Article& article);

/// Who saved: a person, or the program.
[[nodiscard]] QString whoText(const QString& name);

} // namespace panels
