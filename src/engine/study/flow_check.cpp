// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/flow_check.h"

#include "engine/study/flow_liveness.h"
#include "engine/study/flow_states.h"

#include <deque>
#include <set>
#include <unordered_set>

namespace engine {

namespace {

constexpr std::size_t kMaxStates = 2'000'000;

class FlowChecker
{
public:
    explicit FlowChecker(const Flow& flow) : m_flow(flow), m_states(flow), m_liveness(flow) {}

    FlowReport run()
    {
        if (m_states.hasTooManySlots())
            report(QStringLiteral("flow"), QStringLiteral("guards ask for more than 16 slots"));
        explore();
        checkReached();
        checkTexts();
        checkPhrases();
        return std::move(m_report);
    }

private:
    void report(const QString& place, const QString& what)
    {
        if (m_told.insert(place + what).second)
            m_report.problems.push_back({place, what});
    }
    [[nodiscard]] QString placeOf(const FlowState& state) const
    {
        return m_flow.stage(state.stage).id;
    }

    void add(const std::vector<FlowState>& states)
    {
        m_report.transitions += static_cast<qint64>(states.size());
        for (const auto& state : states) {
            const auto reduced = m_liveness.reduced(state);
            if (m_seen.insert(reduced).second)
                m_open.push_back(reduced);
        }
    }

    void explore()
    {
        add(m_states.begin());
        while (!m_open.empty() && m_seen.size() < kMaxStates) {
            const FlowState state = m_open.front();
            m_open.pop_front();
            ++m_report.states;
            explore(state);
        }
        if (!m_open.empty())
            report(QStringLiteral("flow"), QStringLiteral("too many states to prove"));
    }

    void explore(const FlowState& state)
    {
        using Kind = FlowMove::Kind;
        const bool isClosed = state.mode == static_cast<std::int8_t>(Mode::Closed);
        bool hasExit = isClosed || m_flow.stage(state.stage).kind == StageKind::Human;
        const auto moves = m_states.moves(state);
        for (const auto& move : moves) {
            const auto after = m_states.after(state, move);
            add(after);
            hasExit = hasExit || ((move.kind == Kind::Option || move.kind == Kind::Asked) &&
                                  leaves(state, after));
            if (isClosed)
                checkStaysClosed(state, after);
            else if (move.kind == Kind::Command)
                checkCommand(state, *move.choice, after);
        }
        if (!hasExit)
            report(placeOf(state), QStringLiteral("none of its options leads out of it"));
        if (!isClosed && !m_states.hasPrompt(state))
            report(placeOf(state), QStringLiteral("no prompt"));
    }

    void checkStaysClosed(const FlowState& from, const std::vector<FlowState>& after)
    {
        for (const auto& state : after) {
            if (state.mode != static_cast<std::int8_t>(Mode::Closed))
                report(placeOf(from), QStringLiteral("opens a closed conversation again"));
        }
    }

    void checkCommand(const FlowState& from, const Choice& command,
                      const std::vector<FlowState>& after)
    {
        if (command.value == u"cmd:person")
            mustAll(from, after, Mode::Waiting, QStringLiteral("a person is not one input away"));
        else if (command.value == u"cmd:close")
            mustAll(from, after, Mode::Closed, QStringLiteral("a close is not one input away"));
        else if (command.value == u"cmd:restart")
            mustAll(from, after, Mode::Bot, QStringLiteral("a restart is not one input away"));
        else if (after.empty())
            report(placeOf(from), command.value + QStringLiteral(" leads nowhere"));
    }

    void mustAll(const FlowState& from, const std::vector<FlowState>& after, Mode mode,
                 const QString& what)
    {
        bool all = !after.empty();
        for (const auto& state : after)
            all = all && state.mode == static_cast<std::int8_t>(mode);
        if (!all)
            report(placeOf(from), what);
    }

    static bool leaves(const FlowState& from, const std::vector<FlowState>& after)
    {
        for (const auto& state : after) {
            if (state.stage != from.stage || state.mode != from.mode)
                return true;
        }
        return false;
    }

    void checkReached()
    {
        for (std::size_t i = 0; i < m_flow.stages().size(); ++i) {
            const auto& stage = m_flow.stages()[i];
            const int index = static_cast<int>(i);
            if (index != m_flow.humanStage() && !m_states.visited().contains(index))
                report(stage.id, QStringLiteral("cannot be reached"));
        }
        for (const int stage : m_states.endless())
            report(m_flow.stage(stage).id, QStringLiteral("its skips never end"));
    }

    void checkTexts()
    {
        for (qsizetype i = 0; i < m_flow.textKeys().size(); ++i) {
            if (!m_flow.usedTexts().contains(static_cast<int>(i)))
                report(QStringLiteral("text ") + m_flow.textKeys()[i],
                       QStringLiteral("is never used"));
        }
        const auto& common = m_flow.common();
        if (common.missFirst == common.missSecond || common.missSecond == common.missThird ||
            common.missFirst == common.missThird)
            report(QStringLiteral("common"),
                   QStringLiteral("the prompts of three misses must differ"));
    }

    void checkPhrases()
    {
        for (const auto& stage : m_flow.stages()) {
            for (const auto& [a, b] : stage.book.clashes()) {
                report(stage.id, QStringLiteral("one phrase for two options: %1, %2")
                                     .arg(stage.options[static_cast<std::size_t>(a)].value,
                                          stage.options[static_cast<std::size_t>(b)].value));
            }
        }
        for (const auto& [a, b] : m_flow.meanings().clashes()) {
            // What a thing is called may name its brand as well: "iPhone".
            if (isBrand(a) == isBrand(b))
                report(QStringLiteral("meanings"),
                       QStringLiteral("one phrase for two meanings: %1, %2")
                           .arg(nameOfMeaning(a), nameOfMeaning(b)));
        }
        for (const auto& [alias, term] : m_flow.termAliases().asKeyValueRange()) {
            const auto parts = term.split(u':');
            bool isKnown = false;
            for (std::size_t i = 0; parts.size() == 2 && i < kTermKinds; ++i) {
                const auto kind = static_cast<TermKind>(i);
                isKnown = isKnown ||
                          (slotOfTerm(kind) == parts[0] && m_flow.catalogue().term(kind, parts[1]));
            }
            if (!isKnown)
                report(QStringLiteral("alias ") + alias, QStringLiteral("names nothing: ") + term);
        }
    }

    static bool isBrand(int owner)
    {
        return owner / kMeaningStride == static_cast<int>(Meaning::Brand);
    }
    [[nodiscard]] QString nameOfMeaning(int owner) const
    {
        const int meaning = owner / kMeaningStride;
        const int index = owner % kMeaningStride;
        const int kind = meaning - static_cast<int>(Meaning::Problem);
        if (meaning == static_cast<int>(Meaning::Command))
            return m_flow.command(index).value;
        if (kind < 0)
            return QStringLiteral("small talk %1").arg(meaning);
        const auto term = static_cast<TermKind>(kind);
        return slotOfTerm(term) + u':' +
               m_flow.catalogue().terms(term)[static_cast<std::size_t>(index)].code;
    }

    const Flow& m_flow;
    FlowStates m_states;
    const FlowLiveness m_liveness;
    FlowReport m_report;
    std::unordered_set<FlowState, FlowStateHash> m_seen;
    std::deque<FlowState> m_open;
    std::set<QString> m_told;
};

QString dotQuoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'"', QStringLiteral("\\\""))
        .replace(u'\n', u' ');
    return u'"' + text + u'"';
}

QString dotGuards(const Guards& guards)
{
    QStringList parts;
    for (const auto& guard : guards) {
        QString part = guard.negate ? QStringLiteral("not ") : QString();
        switch (guard.kind) {
        case Guard::Kind::SlotSet: part += guard.slot; break;
        case Guard::Kind::SlotIs: part += guard.slot + QStringLiteral(" = ") + guard.value; break;
        case Guard::Kind::Misses: part += QStringLiteral("misses >= %1").arg(guard.misses); break;
        case Guard::Kind::Fact: part += QLatin1StringView(factName(guard.fact)); break;
        }
        parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

QString dotEdges(const Flow& flow, const Stage& from, const Routes& routes, const QString& label,
                 const char* style)
{
    QString out;
    for (const auto& route : routes) {
        const QString target = route.target >= 0       ? flow.stage(route.target).id
                               : route.target == kStay ? from.id
                                                       : QStringLiteral("@resume");
        const QString when = dotGuards(route.when);
        const QString text = when.isEmpty() ? label : label + QStringLiteral(" [") + when + u']';
        out += QStringLiteral("  %1 -> %2 [label=%3, style=%4];\n")
                   .arg(dotQuoted(from.id), dotQuoted(target), dotQuoted(text.trimmed()),
                        QLatin1StringView(style));
    }
    return out;
}

} // namespace

FlowReport checkFlow(const Flow& flow)
{
    return FlowChecker(flow).run();
}

QString flowGraph(const Flow& flow, QStringView language)
{
    const auto wanted = languageOf(language);
    QString out =
        QStringLiteral("digraph flow {\n  rankdir=TB;\n  node [shape=box, style=rounded];\n");
    for (const auto& stage : flow.stages()) {
        const QString label = stage.label.isEmpty()
                                  ? stage.id
                                  : stage.id + QStringLiteral(": ") + stage.label.plain(wanted);
        out += QStringLiteral("  %1 [label=%2];\n").arg(dotQuoted(stage.id), dotQuoted(label));
        out += dotEdges(flow, stage, stage.skips, {}, "dotted");
        out += dotEdges(flow, stage, stage.next, {}, "solid");
        for (const auto& option : stage.options) {
            if (option.command < 0)
                out += dotEdges(flow, stage, option.next, option.label.plain(wanted), "solid");
        }
    }
    return out + QStringLiteral("}\n");
}

} // namespace engine
