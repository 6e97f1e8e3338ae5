// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation in a test: what is said, tapped and done, and where it led.
#pragma once

#include "engine/engine.h"
#include "engine/flow.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace engine_test {

inline QByteArray bytesOf(const QString& path)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

inline QList<QByteArray> jsonBelow(const QString& folder)
{
    QStringList paths;
    QDirIterator found(QStringLiteral(RELEVO_SOURCE_DIR "/") + folder, {QStringLiteral("*.json")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        paths.append(found.next().mid(static_cast<qsizetype>(qstrlen(RELEVO_SOURCE_DIR "/"))));
    paths.sort();
    QList<QByteArray> files;
    for (const auto& path : paths)
        files.append(bytesOf(path));
    return files;
}

/// The small catalogue of the tests, so that they do not move with the real one's words.
inline QList<QByteArray> knowledge()
{
    return jsonBelow(QStringLiteral("tests/support/knowledge"));
}
inline QList<QByteArray> shippedKnowledge()
{
    return jsonBelow(QStringLiteral("resources/knowledge"));
}

/// The default flow with the catalogue that ships.
inline const engine::Flow& shippedFlow()
{
    static const engine::Flow flow = [] {
        auto loaded = engine::Flow::load(bytesOf(QStringLiteral("resources/flows/default.json")),
                                         shippedKnowledge());
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::move(*loaded);
    }();
    return flow;
}

inline const engine::Flow& defaultFlow()
{
    static const engine::Flow flow = [] {
        auto loaded = engine::Flow::load(bytesOf(QStringLiteral("resources/flows/default.json")),
                                         knowledge());
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::move(*loaded);
    }();
    return flow;
}

class Talk
{
public:
    explicit Talk(const engine::Flow& flow = defaultFlow()) : m_flow(flow)
    {
        facts.shop.name = QStringLiteral("Taller Sur");
    }

    Talk& begin(const QString& locale = {}, const QString& name = {}, const QString& language = {})
    {
        return give(
            {.kind = engine::Input::Kind::Begin, .text = locale, .value = language, .label = name});
    }
    Talk& says(const QString& text)
    {
        return give({.kind = engine::Input::Kind::Message, .text = text});
    }
    Talk& says(const char* text) { return says(QString::fromUtf8(text)); }
    Talk& taps(const QString& value)
    {
        return give({.kind = engine::Input::Kind::Option, .value = value});
    }
    Talk& taps(const char* value) { return taps(QString::fromUtf8(value)); }
    Talk& agent(engine::Input::Kind kind, qint64 person, const QString& text = {},
                const QString& value = {})
    {
        return give({.kind = kind, .text = text, .value = value, .person = base::PersonId{person}});
    }
    Talk& give(const engine::Input& input)
    {
        auto result = engine::step(m_flow, state, input, facts);
        code = result ? std::optional<base::Code>() : result.error().code;
        if (result) {
            decision = std::move(*result);
            state = decision.next;
        } else {
            decision = {};
        }
        return *this;
    }
    /// Past consent, language and name.
    Talk& ready() { return begin().taps("consent:yes").taps("lang:es-AR").says("Ana"); }

    [[nodiscard]] QString stage() const { return state.stage; }
    [[nodiscard]] QString slot(const char* name) const
    {
        return state.slots.value(QLatin1StringView(name)).value;
    }
    [[nodiscard]] QString reply() const
    {
        QStringList texts;
        for (const auto& event : decision.events) {
            if (event.kind == engine::EventKind::BotMessage)
                texts.append(event.text);
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] int count(engine::EventKind kind) const
    {
        return static_cast<int>(
            std::count_if(decision.events.begin(), decision.events.end(),
                          [kind](const engine::Event& e) { return e.kind == kind; }));
    }
    [[nodiscard]] const engine::Event* event(engine::EventKind kind) const
    {
        for (const auto& e : decision.events) {
            if (e.kind == kind)
                return &e;
        }
        return nullptr;
    }
    [[nodiscard]] QStringList offered() const
    {
        QStringList values;
        for (const auto& option : state.offered)
            values.append(option.value);
        return values;
    }

    engine::Facts facts;
    engine::State state;
    engine::Decision decision;
    std::optional<base::Code> code;

private:
    const engine::Flow& m_flow;
};

} // namespace engine_test
