// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/status_words.h"

#include "release/markdown/inline_text.h"

#include <algorithm>
#include <array>

namespace release {

namespace {

/// A row of words that all mean `value`; compared with folded text.
template <class T>
struct Meaning {
    T value;
    std::vector<QLatin1StringView> words;
};

using L = QLatin1StringView;

template <class T>
std::optional<T> meaningOf(const QString& text, const std::vector<Meaning<T>>& meanings)
{
    for (const auto& meaning : meanings) {
        const bool isSaid = std::ranges::any_of(meaning.words, [&](L word) {
            const auto at = text.indexOf(word);
            return at == 0 || (at > 0 && !text[at - 1].isLetterOrNumber());
        });
        if (isSaid)
            return meaning.value;
    }
    return std::nullopt;
}

template <class T>
struct MarkMeaning {
    T value;
    QStringView mark;
};

template <class T, std::size_t N>
std::optional<T> firstMark(QStringView text, const std::array<MarkMeaning<T>, N>& marks)
{
    std::optional<T> found;
    qsizetype first = text.size();
    for (const auto& each : marks) {
        if (const auto at = text.indexOf(each.mark); at >= 0 && at < first) {
            first = at;
            found = each.value;
        }
    }
    return found;
}

struct RoleName {
    L words;
    L role;
};

/// Longer names first.
constexpr std::array kRoleNames{
    RoleName{L("backend lead"), L("backend_lead")},
    RoleName{L("backend"), L("backend_lead")},
    RoleName{L("dev lead"), L("dev_lead")},
    RoleName{L("tech lead"), L("dev_lead")},
    RoleName{L("desarrollo"), L("dev_lead")},
    RoleName{L("developers"), L("dev_lead")},
    RoleName{L("dev"), L("dev_lead")},
    RoleName{L("qa"), L("qa")},
    RoleName{L("devops"), L("sre")},
    RoleName{L("sre"), L("sre")},
    RoleName{L("security"), L("security")},
    RoleName{L("seguridad"), L("security")},
    RoleName{L("product owner"), L("product")},
    RoleName{L("product"), L("product")},
    RoleName{L("producto"), L("product")},
    RoleName{L("legal"), L("legal")},
    RoleName{L("legales"), L("legal")},
    RoleName{L("supervisor"), L("supervisor")},
    RoleName{L("supervisora"), L("supervisor")},
};

/// The longest role name that stands whole at the beginning.
const RoleName* roleAt(QStringView text)
{
    const RoleName* best = nullptr;
    for (const RoleName& each : kRoleNames) {
        const bool isWhole =
            text.startsWith(each.words) &&
            (text.size() == each.words.size() || !text[each.words.size()].isLetterOrNumber());
        if (isWhole && (!best || each.words.size() > best->words.size()))
            best = &each;
    }
    return best;
}

/// "/", ",", "+", "&", "y", "e", "and" between two roles; 0 where none stands there.
qsizetype separatorAt(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace())
        ++at;
    for (const L separator : {L("/"), L(","), L("+"), L("&"), L("y "), L("e "), L("and ")}) {
        if (!text.sliced(at).startsWith(separator))
            continue;
        at += separator.size();
        while (at < text.size() && text[at].isSpace())
            ++at;
        return at;
    }
    return 0;
}

/// Folding that keeps places: one sign stays one sign.
QString foldedInPlace(const QString& text)
{
    QString out = text;
    for (QChar& c : out) {
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        c = parts.isEmpty() ? c : parts.front().toLower();
    }
    return out;
}

std::optional<std::chrono::minutes> unitOf(const QString& word)
{
    using std::chrono::minutes;
    static const std::vector<Meaning<minutes>> units{
        {minutes(1), {L("min")}},
        {minutes(60), {L("hora"), L("hour"), L("hs"), L("h")}},
        {minutes(60 * 24 * 7), {L("semana"), L("week"), L("sem")}},
        {minutes(60 * 24), {L("dia"), L("day"), L("d")}},
    };
    return meaningOf(word, units);
}

} // namespace

QString folded(QStringView text)
{
    return foldedInPlace(text.toString().normalized(QString::NormalizationForm_C));
}

QString withoutLeadingSigns(const QString& text)
{
    const auto first = std::ranges::find_if(text, [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"`*_([¿¡\"'<#$/").contains(c);
    });
    return text.mid(first - text.begin()).trimmed();
}

std::optional<GuessState> stateByMark(QStringView text)
{
    static constexpr std::array marks{
        MarkMeaning<GuessState>{GuessState::Done, u"✅"},
        MarkMeaning<GuessState>{GuessState::Done, u"☑"},
        MarkMeaning<GuessState>{GuessState::Done, u"✔"},
        MarkMeaning<GuessState>{GuessState::Doing, u"🔄"},
        MarkMeaning<GuessState>{GuessState::Doing, u"🚧"},
        MarkMeaning<GuessState>{GuessState::Todo, u"⏳"},
        MarkMeaning<GuessState>{GuessState::Todo, u"❌"},
        MarkMeaning<GuessState>{GuessState::Blocked, u"⛔"},
        MarkMeaning<GuessState>{GuessState::Blocked, u"🚫"},
    };
    return firstMark(text, marks);
}

std::optional<GuessState> stateByWords(QStringView text)
{
    static const std::vector<Meaning<GuessState>> meanings{
        {GuessState::Blocked, {L("bloquead"), L("blocked")}},
        {GuessState::Doing,
         {L("en curso"), L("en progreso"), L("en proceso"), L("in progress"), L("ongoing"),
          L("wip")}},
        {GuessState::Todo,
         {L("falta"), L("pendiente"), L("sin "), L("no "), L("not "), L("por hacer"), L("todo"),
          L("missing"), L("pending")}},
        {GuessState::Done,
         {L("listo"), L("lista"), L("hecho"), L("hecha"), L("complet"), L("terminad"), L("ready"),
          L("done"), L("finished")}},
    };
    return meaningOf(folded(text), meanings);
}

std::optional<GuessPriority> priorityOf(QStringView title)
{
    static const std::vector<Meaning<GuessPriority>> words{
        {GuessPriority::High, {L("alta prioridad"), L("prioridad alta"), L("high priority")}},
        {GuessPriority::Medium, {L("prioridad media"), L("media prioridad"), L("medium priority")}},
        {GuessPriority::Low, {L("baja prioridad"), L("prioridad baja"), L("low priority")}},
    };
    static constexpr std::array marks{
        MarkMeaning<GuessPriority>{GuessPriority::High, u"🔴"},
        MarkMeaning<GuessPriority>{GuessPriority::Medium, u"🟡"},
        MarkMeaning<GuessPriority>{GuessPriority::Low, u"🟢"},
    };
    if (const auto said = meaningOf(folded(title), words))
        return said;
    return firstMark(title, marks);
}

std::optional<GuessClass> classOf(QStringView title)
{
    static const std::vector<Meaning<GuessClass>> words{
        {GuessClass::Optional, {L("opcional"), L("optional"), L("nice to have"), L("deseable")}},
        {GuessClass::Blocker,
         {L("obligatori"), L("mandatory"), L("bloque"), L("blocker"), L("blocking")}},
    };
    return meaningOf(folded(title), words);
}

std::optional<SectionKind> sectionKindOf(QStringView title)
{
    static const std::vector<Meaning<SectionKind>> words{
        {SectionKind::Recommendation, {L("recomenda"), L("recommend")}},
        {SectionKind::Tasks, {L("checklist"), L("lista de tareas"), L("tareas"), L("task list")}},
        {SectionKind::Blockers, {L("bloque"), L("blocker"), L("obligatori"), L("mandatory")}},
        {SectionKind::Infrastructure, {L("infra")}},
        {SectionKind::Observability, {L("observab"), L("monitor")}},
        {SectionKind::Documentation, {L("document"), L("docs")}},
        {SectionKind::Tests, {L("test"), L("prueba")}},
        {SectionKind::Missing, {L("falta"), L("pendiente"), L("missing"), L("pending")}},
        {SectionKind::Technical,
         {L("tecnic"), L("technical"), L("alta prioridad"), L("high priority")}},
        {SectionKind::Ready,
         {L("listo"), L("lista para"), L("ready"), L("hecho"), L("done"), L("completad")}},
    };
    return meaningOf(folded(title), words);
}

LeadingRoles leadingRoles(const QString& text)
{
    const QString whole = text.normalized(QString::NormalizationForm_C);
    const QString small = foldedInPlace(whole);
    LeadingRoles found{{}, whole};
    qsizetype at = 0;
    while (const RoleName* role = roleAt(QStringView(small).sliced(at))) {
        if (!found.roles.contains(role->role))
            found.roles += role->role;
        at += role->words.size();
        found.rest = whole.mid(at).trimmed();
        const qsizetype separator = separatorAt(QStringView(small).sliced(at));
        if (separator == 0)
            break;
        at += separator;
    }
    return found;
}

std::optional<std::chrono::minutes> timeOf(QStringView text)
{
    const QString small = folded(text);
    constexpr int kLargestNumber = 10'000;
    std::optional<int> number;
    for (qsizetype at = 0; at < small.size();) {
        qsizetype end = at + 1;
        const bool isDigit = small[at] >= u'0' && small[at] <= u'9';
        const bool isLetter = small[at].isLetter();
        while (end < small.size() && ((isDigit && small[end] >= u'0' && small[end] <= u'9') ||
                                      (isLetter && small[end].isLetter())))
            ++end;
        const QString part = small.mid(at, end - at);
        if (isDigit)
            number = std::min(part.size() > 5 ? kLargestNumber : part.toInt(), kLargestNumber);
        else if (const auto unit = isLetter && number ? unitOf(part) : std::nullopt)
            return *unit * *number;
        at = end;
    }
    return std::nullopt;
}

std::optional<StatusField> fieldOf(const QString& line)
{
    static const std::vector<Meaning<FieldKind>> keys{
        {FieldKind::State, {L("estado"), L("status"), L("state")}},
        {FieldKind::Action, {L("accion"), L("action"), L("next step"), L("proximo paso")}},
        {FieldKind::Owner, {L("responsable"), L("owner"), L("asignad"), L("assignee")}},
        {FieldKind::Estimate, {L("estimacion"), L("estimado"), L("estimate"), L("esfuerzo")}},
        {FieldKind::Impact, {L("impacto"), L("impact")}},
        {FieldKind::Date, {L("fecha"), L("date"), L("ultima actualizacion"), L("last update")}},
        {FieldKind::Advantage, {L("ventaja"), L("advantage"), L("pro")}},
    };
    constexpr qsizetype kLongestKey = 30;
    const QString plain = withoutMarks(line);
    const auto colon = plain.indexOf(u':');
    if (colon <= 0 || colon > kLongestKey)
        return std::nullopt;
    const QString key = folded(QStringView(plain).first(colon));
    for (const auto& meaning : keys) {
        if (std::ranges::any_of(meaning.words, [&](L word) { return key.startsWith(word); }))
            return StatusField{meaning.value, plain.mid(colon + 1).trimmed()};
    }
    return std::nullopt;
}

} // namespace release
