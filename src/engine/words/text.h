// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a flow: compiled once, rendered on each turn.
#pragma once

#include "base/result.h"

#include <QJsonValue>
#include <QString>

#include <array>
#include <vector>

namespace engine {

/// es falls back to es-AR.
enum class Language { EsAr, Es, En };
inline constexpr std::size_t kLanguages = 3;
[[nodiscard]] const QString& languageCode(Language language) noexcept;
/// From a flow's code or a browser's locale ("es", "es-419", "pt-BR", "en_GB"); es-AR where
/// unknown.
[[nodiscard]] Language languageOf(QStringView code) noexcept;

/// What a text may leave blank for the turn to fill: {name}, {shop} …
enum class Blank {
    Name,
    Shop,
    Email,
    Whatsapp,
    Address,
    Hours,
    Privacy,
    Retention,
    Wait,
    Problem,
    Device,
    System,
    Topic,
    Contact,
    Queued,
    Step,
    Help,
    Number,
    Total,
    Minutes,
    Prompt,
    Choices,
    Article, ///< title
    Excerpt,
    Link,
    Later,    ///< the problems that wait
    NowOpen,  ///< whether the shop is open now; empty without known hours
    AllSteps, ///< that this customer is led through without being asked again; at the first of them
    AllMinutes, ///< of those
    Details,    ///< a step's help; empty where it has none
    Candidate,  ///< the first option
};

/// One text in one language. `[[ … {x} … ]]` is left out as a whole where a blank in it is empty.
/// Paragraphs that become empty vanish.
class Template
{
public:
    /// Invalid: an unknown blank, or brackets that do not close.
    [[nodiscard]] static base::Result<Template> compile(const QString& source);

    /// `fill(Blank)` gives a QString.
    template <class Fill>
    [[nodiscard]] QString render(const Fill& fill) const
    {
        if (m_isPlain)
            return m_source;
        QString out;
        out.reserve(m_source.size() + 64);
        for (const auto& group : m_groups)
            renderGroup(group, fill, out);
        return tidied(out);
    }
    [[nodiscard]] const QString& source() const noexcept { return m_source; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_source.isEmpty(); }

private:
    struct Part {
        QString literal;
        Blank blank = Blank::Name;
        bool isBlank = false;
    };
    struct Group {
        std::vector<Part> parts;
        bool isOptional = false;
    };

    template <class Fill>
    static void renderGroup(const Group& group, const Fill& fill, QString& out)
    {
        const qsizetype before = out.size();
        for (const auto& part : group.parts) {
            if (!part.isBlank) {
                out += part.literal;
                continue;
            }
            const QString value = fill(part.blank);
            if (value.isEmpty() && group.isOptional) {
                out.truncate(before);
                return;
            }
            out += value;
        }
    }
    [[nodiscard]] static base::Result<Group> compileGroup(QStringView source, bool isOptional);
    [[nodiscard]] static QString tidied(const QString& text);

    QString m_source;
    std::vector<Group> m_groups;
    bool m_isPlain = true;
};

/// One text in every language.
class Text
{
public:
    /// From {"es-AR":…, "en":…, "es"?:…}. Invalid: a language is missing or a template is wrong.
    [[nodiscard]] static base::Result<Text> load(const QJsonValue& json);
    [[nodiscard]] const Template& in(Language language) const noexcept
    {
        return m_templates[static_cast<std::size_t>(language)];
    }
    /// For labels, which have no blanks.
    [[nodiscard]] const QString& plain(Language language) const noexcept
    {
        return in(language).source();
    }
    [[nodiscard]] bool isEmpty() const noexcept { return m_templates[0].isEmpty(); }

private:
    std::array<Template, kLanguages> m_templates;
};

} // namespace engine
