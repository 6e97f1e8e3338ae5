// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/history_texts.h"

#include "release/gate.h"
#include "release/rollout/watching.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace release {

namespace {

const QString kArrow = QStringLiteral(" → ");

/// A name on disk in words, where it is one.
template <class E>
QString worded(const char* group, const QString& name, const ReportWords& words)
{
    const auto value = ofName<E>(name);
    return value ? words.word(group, *value) : name;
}

QString valueText(Field field, const QString& value, const ReportWords& words)
{
    switch (field) {
    case Field::Class: return worded<ItemClass>("class", value, words);
    case Field::Priority: return worded<Priority>("priority", value, words);
    case Field::Role: return worded<Role>("role", value, words);
    case Field::State: return worded<State>("state", value, words);
    case Field::EvidenceKind: return worded<EvidenceKind>("evidence", value, words);
    case Field::AfterGo:
        return value == QLatin1String("yes")  ? words.label("yes")
               : value == QLatin1String("no") ? words.label("no")
                                              : value;
    default: return value;
    }
}

/// Tells one entry; one function a kind.
class Telling
{
public:
    Telling(const LedgerEntry& entry, const ReportWords& words, const TimeTexts& timeText,
            const SaidOf* of)
        : m_entry(entry), m_words(words), m_timeText(timeText), m_of(of)
    {
    }

    [[nodiscard]] QString text() const
    {
        if (m_entry.kind == u"item")
            return about(m_entry.subject, itemText());
        if (m_entry.kind == u"comment")
            return about(m_entry.subject, said("comment"));
        if (m_entry.kind == u"evidence")
            return about(field("item"), evidenceText());
        if (m_entry.kind == u"plan")
            return planText();
        if (m_entry.kind == u"release")
            return frameText();
        if (m_entry.kind == u"signature" || m_entry.kind == u"override")
            return signedText();
        if (m_entry.kind == u"canary")
            return canaryText();
        if (m_entry.kind == u"verdict")
            return said("verdict",
                        {{"what", worded<Verdict>("verdict", m_entry.subject, m_words)}});
        if (m_entry.kind == u"erasure" && !field("source").isEmpty())
            return said("erasure_source");
        const QString text =
            m_words.text(QStringLiteral("history.") + m_entry.kind,
                         {{"what", m_entry.subject},
                          {"step", field("step")},
                          {"from", time("from")},
                          {"until", time("until")},
                          {"count", QString::number(field("entries").count(u' ') + 1)}});
        return text.isEmpty() ? m_entry.kind : text;
    }

private:
    [[nodiscard]] QString field(const char* name) const
    {
        const auto found = m_entry.fields.find(QString::fromLatin1(name));
        return found == m_entry.fields.end() ? QString() : found->second;
    }
    [[nodiscard]] QString time(const char* name) const
    {
        const auto at = QDateTime::fromString(field(name), Qt::ISODateWithMs);
        return at.isValid() ? m_timeText(base::fromMs(at.toMSecsSinceEpoch())) : QString();
    }
    [[nodiscard]] QString said(const char* name, ReportWords::Blanks blanks = {}) const
    {
        return m_words.text(QStringLiteral("history.") + QString::fromLatin1(name), blanks);
    }
    [[nodiscard]] QString about(const QString& item, const QString& what) const
    {
        return m_of ? m_of->items.of({item}) + QStringLiteral(": ") + what : what;
    }

    [[nodiscard]] bool asksForSomethingElse() const
    {
        return std::ranges::any_of(
            std::array{Field::Section, Field::Parent, Field::Acceptance, Field::Class, Field::Role,
                       Field::After, Field::EvidenceKind, Field::EvidenceValidity, Field::Checks,
                       Field::AfterGo},
            [this](Field each) { return m_entry.fields.contains(nameText(each)); });
    }
    [[nodiscard]] QString itemText() const
    {
        QStringList parts, states;
        for (const QString& state :
             field("state").split(QStringLiteral(" -> "), Qt::SkipEmptyParts))
            states += worded<State>("state", state, m_words);
        if (!states.isEmpty())
            parts += states.join(kArrow);
        if (const QString until = time("until"); !until.isEmpty())
            parts += said("until", {{"until", until}});
        if (m_entry.fields.contains(QStringLiteral("owner")))
            parts += said("owner");
        if (m_entry.fields.contains(QStringLiteral("due")))
            parts += said("due");
        if (parts.isEmpty() || asksForSomethingElse())
            parts.prepend(said("asks"));
        return parts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString evidenceText() const
    {
        const QString text =
            said("evidence", {{"what", worded<EvidenceKind>("evidence", field("kind"), m_words)}});
        const auto outcome = ofName<Outcome>(field("outcome"));
        return outcome && *outcome != Outcome::Told
                   ? text + QStringLiteral(", ") + m_words.word("outcome", *outcome)
                   : text;
    }
    /// Of whom or what: "rule:product" and "item:tests" are fields.
    [[nodiscard]] QString planText() const
    {
        QStringList titles;
        for (const auto& [name, value] : m_entry.fields) {
            const QString id = name.section(u':', 1);
            if (m_of && name.startsWith(u"item:"))
                titles += m_of->items.of({id});
            else if (m_of && name.startsWith(u"rule:"))
                titles += ruleTitle(id);
        }
        const bool isRollout = m_entry.fields.contains(QStringLiteral("frame"));
        const QString text = said(isRollout ? "rollout" : "plan");
        return titles.isEmpty() ? text
                                : text + QStringLiteral(": ") + titles.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString ruleTitle(const QString& id) const
    {
        if (!m_of)
            return id;
        const auto& rules = m_of->release.signOffs;
        const auto rule = std::ranges::find(rules, id, &SignOffRule::id);
        return rule == rules.end() || rule->title.isEmpty() ? id : rule->title;
    }
    /// A title, a date, what names in checks stand for.
    [[nodiscard]] QString frameText() const
    {
        QStringList parts;
        for (const auto& [name, change] : m_entry.fields) {
            const QString before = change.section(QStringLiteral(" -> "), 0, 0);
            const QString after = change.section(QStringLiteral(" -> "), 1);
            const auto shown = [this, isTime = name == u"planned"](const QString& value) {
                const auto at = QDateTime::fromString(value, Qt::ISODateWithMs);
                return value.isEmpty()          ? QStringLiteral("–")
                       : isTime && at.isValid() ? m_timeText(base::fromMs(at.toMSecsSinceEpoch()))
                                                : value;
            };
            const QString what = name == u"planned" ? m_words.label("planned")
                                 : name == u"title" ? m_words.text(QStringLiteral("field.title"))
                                                    : name.section(u':', 1);
            parts += what + QStringLiteral(": ") + shown(before) + kArrow + shown(after);
        }
        return parts.isEmpty() ? said("release") : parts.join(QStringLiteral(", "));
    }
    /// With whether it was proved who signed, and whether somebody else could have.
    [[nodiscard]] QString signedText() const
    {
        QString text = m_entry.kind == u"signature"
                           ? said("signature", {{"what", ruleTitle(m_entry.subject)}})
                       : field("approval") == u"1" ? said("override_asked")
                                                   : said("override_approved");
        if (field("proved").isEmpty())
            text += QStringLiteral(", ") + m_words.label("unproved");
        if (!field("alone").isEmpty())
            text += QStringLiteral(", ") + m_words.label("alone");
        return text;
    }
    /// With the figures that it rested on.
    [[nodiscard]] QString canaryText() const
    {
        const QString kReading = QStringLiteral("reading:");
        QStringList parts{said("canary", {{"percent", field("percent")}})};
        for (const auto& [name, reading] : m_entry.fields) {
            if (!name.startsWith(kReading))
                continue;
            const auto state = ofName<WatchState>(reading.section(u' ', 1));
            parts += name.mid(kReading.size()) + u' ' + reading.section(u' ', 0, 0) +
                     (state == WatchState::Breached  ? QStringLiteral(" ✗")
                      : state == WatchState::Suspect ? QStringLiteral(" ⚠")
                                                     : QStringLiteral(" ✓"));
        }
        return parts.join(QStringLiteral(" · "));
    }

    const LedgerEntry& m_entry;
    const ReportWords& m_words;
    const TimeTexts& m_timeText;
    const SaidOf* m_of;
};

} // namespace

QString fieldText(Field field, const ReportWords& words)
{
    return words.word("field", field);
}

QString changeText(const FieldChange& change, const ReportWords& words)
{
    const auto shown = [&](const QString& value) {
        return value.isEmpty() ? QStringLiteral("–") : valueText(change.field, value, words);
    };
    return fieldText(change.field, words) + QStringLiteral(": ") + shown(change.before) + kArrow +
           shown(change.after);
}

QString saidText(const LedgerEntry& entry, const ReportWords& words, const TimeTexts& timeText,
                 const SaidOf* of)
{
    return Telling(entry, words, timeText, of).text();
}

} // namespace release
