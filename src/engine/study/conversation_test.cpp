// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/conversation_test.h"

#include "engine/engine.h"
#include "engine/recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace engine {

namespace {

constexpr int kMaxRepeats = 10'000;

class ConversationRun
{
public:
    ConversationRun(const Flow& flow, QJsonObject root, const Understand& understand)
        : m_flow(flow), m_root(std::move(root)), m_understand(understand)
    {
    }

    base::Result<ConversationTestResult> run()
    {
        m_result.name = m_root.value(u"name").toString();
        if (!readFacts(m_root))
            return base::fail(base::Code::Invalid, QStringLiteral("facts are malformed"));
        const auto begin = m_root.value(u"begin").toObject();
        take({.kind = Input::Kind::Begin,
              .text = begin.value(u"locale").toString(),
              .value = begin.value(u"language").toString(),
              .label = begin.value(u"name").toString()});
        expect(begin, QStringLiteral("begin"));
        const auto turns = m_root.value(u"turns").toArray();
        for (qsizetype i = 0; i < turns.size(); ++i) {
            const auto turn = turns[i].toObject();
            const auto input = inputOf(turn);
            if (!input || !readFacts(turn))
                return base::fail(base::Code::Invalid,
                                  QStringLiteral("turn %1 is malformed").arg(i + 1));
            take(*input);
            expect(turn, QStringLiteral("turn %1").arg(i + 1));
        }
        m_result.turns = static_cast<int>(turns.size());
        return std::move(m_result);
    }

private:
    bool readFacts(const QJsonObject& object)
    {
        if (!object.contains(u"facts"))
            return true;
        const auto facts = factsFromJson(QJsonDocument(object.value(u"facts").toObject()).toJson());
        if (facts)
            m_facts = *facts;
        return facts.has_value();
    }

    static std::optional<Input> inputOf(const QJsonObject& turn)
    {
        Input input;
        if (turn.contains(u"say")) {
            input.text = turn.value(u"say").toString().repeated(
                std::clamp(turn.value(u"repeat").toInt(1), 1, kMaxRepeats));
        } else if (turn.contains(u"tap")) {
            input.kind = Input::Kind::Option;
            input.value = turn.value(u"tap").toString();
            input.label = turn.value(u"label").toString();
        } else {
            const auto kind = inputKindOfName(turn.value(u"agent").toString());
            if (!kind)
                return std::nullopt;
            input.kind = *kind;
            input.person = base::PersonId{turn.value(u"person").toInteger()};
            input.target = base::PersonId{turn.value(u"target").toInteger()};
            input.text = turn.value(u"text").toString();
            input.value = turn.value(u"value").toString();
        }
        return input;
    }

    void take(const Input& input)
    {
        m_error.clear();
        m_reply.clear();
        m_kinds.clear();
        const QString said = input.kind == Input::Kind::Message ? input.text : input.value;
        m_result.transcript += QStringLiteral("> ") + said.left(200) + u'\n';
        auto decision = step(m_flow, m_state, input, understood(m_understand, input, m_facts));
        if (!decision) {
            m_error = QLatin1StringView(base::codeName(decision.error().code));
            m_result.transcript += QStringLiteral("! ") + m_error + u'\n';
            return;
        }
        m_state = decision->next;
        for (const auto& event : decision->events) {
            m_kinds.insert(QLatin1StringView(eventKindName(event.kind)));
            if (event.kind == EventKind::BotMessage)
                m_reply += event.text;
        }
        m_result.transcript +=
            QStringLiteral("[%1, %2] %3\n")
                .arg(m_state.stage, QLatin1StringView(modeName(m_state.mode)), m_reply);
    }

    void expect(const QJsonObject& turn, const QString& place)
    {
        const auto want = [&](bool is, const QString& what) {
            if (!is)
                m_result.failures.append(place + QStringLiteral(": ") + what);
        };
        const QString error = turn.value(u"error").toString();
        want(error == m_error, QStringLiteral("error '%1', expected '%2'").arg(m_error, error));
        if (turn.contains(u"stage"))
            want(m_state.stage == turn.value(u"stage").toString(),
                 QStringLiteral("stage '%1'").arg(m_state.stage));
        if (turn.contains(u"mode"))
            want(QLatin1StringView(modeName(m_state.mode)) == turn.value(u"mode").toString(),
                 QStringLiteral("mode '%1'").arg(QLatin1StringView(modeName(m_state.mode))));
        if (turn.contains(u"language"))
            want(m_state.language == turn.value(u"language").toString(),
                 QStringLiteral("language '%1'").arg(m_state.language));
        if (turn.contains(u"silent"))
            want(m_reply.isEmpty() == turn.value(u"silent").toBool(),
                 QStringLiteral("reply '%1'").arg(m_reply));
        expectSlots(turn.value(u"slots").toObject(), want);
        expectLists(turn, want);
    }

    template <class Want>
    void expectSlots(const QJsonObject& wanted, const Want& want) const
    {
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const QString value = m_state.slots.value(it.key()).value;
            want(value == it->toString(), QStringLiteral("slot %1 is '%2'").arg(it.key(), value));
        }
    }

    template <class Want>
    void expectLists(const QJsonObject& turn, const Want& want) const
    {
        const auto each = [&turn](QStringView key, const auto& work) {
            const auto list = turn.value(key).toArray();
            for (const auto& item : list)
                work(item.toString());
        };
        each(u"says", [&](const QString& part) {
            want(m_reply.contains(part, Qt::CaseInsensitive),
                 QStringLiteral("'%1' is not in '%2'").arg(part, m_reply));
        });
        each(u"saysNot", [&](const QString& part) {
            want(!m_reply.contains(part, Qt::CaseInsensitive),
                 QStringLiteral("'%1' is in '%2'").arg(part, m_reply));
        });
        each(u"options", [&](const QString& value) {
            const bool isThere = std::any_of(
                m_state.offered.begin(), m_state.offered.end(), [&](const Option& option) {
                    return option.value == value || option.value.startsWith(value + u':');
                });
            want(isThere, QStringLiteral("no option ") + value);
        });
        each(u"events", [&](const QString& kind) {
            want(m_kinds.contains(kind), QStringLiteral("no event ") + kind);
        });
    }

    const Flow& m_flow;
    const QJsonObject m_root;
    const Understand& m_understand;
    ConversationTestResult m_result;
    Facts m_facts;
    State m_state;
    QString m_error, m_reply;
    QSet<QString> m_kinds;
};

} // namespace

base::Result<ConversationTestResult> runConversationTest(const Flow& flow, const QByteArray& json,
                                                         const Understand& understand)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.object().value(u"turns").isArray())
        return base::fail(base::Code::Invalid,
                          QStringLiteral("no conversation test: ") + error.errorString());
    return ConversationRun(flow, document.object(), understand).run();
}

} // namespace engine
