// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace engine {

/// Reads one flow; the first mistake is kept and named by its place. Used once, by Flow::load().
class FlowLoader
{
public:
    explicit FlowLoader(Catalogue catalogue) { m_flow.m_catalogue = std::move(catalogue); }
    [[nodiscard]] base::Result<Flow> read(const QJsonObject& root);

private:
    void readTexts(const QJsonObject& texts);
    void readCommon(const QJsonObject& common);
    void readStageIds(const QJsonArray& stages);
    void readStage(const QJsonObject& json, Stage& stage);
    void readStageKind(const QJsonObject& json, Stage& stage);
    void readStageOptions(const QJsonObject& json, Stage& stage);
    void readCommands(const QJsonArray& commands);
    void readTermAliases(const QJsonObject& aliases);
    void readLanguage(const QJsonObject& root);
    void readMeanings(const QJsonObject& root);
    void checkValues();
    void readSmallWords();
    void finishBooks();

    [[nodiscard]] Choice choiceOf(const QJsonObject& json, const QString& place);
    [[nodiscard]] Routes routesOf(const QJsonValue& json, const QString& place);
    [[nodiscard]] Guards guardsOf(const QJsonValue& json, const QString& place);
    [[nodiscard]] Guard guardOf(const QJsonObject& json, const QString& place);
    [[nodiscard]] int targetOf(const QString& name, const QString& place);
    [[nodiscard]] int textOf(const QString& key, const QString& place);
    [[nodiscard]] int roleOf(const QString& id, const char* role);
    void addPhrases(PhraseBook& book, int owner, const std::array<QStringList, kLanguages>& phrases,
                    const Text* label);
    void addMeaning(Meaning meaning, int index, const QJsonValue& phrases);
    void fail(const QString& place, const QString& what);

    Flow m_flow;
    QHash<QString, int> m_textIndex;
    QStringList m_protected;
    QJsonObject m_smallWords;
    QString m_error;
};

/// Phrases of a flow or a catalogue: {"es":[…],"en":[…]}.
[[nodiscard]] std::array<QStringList, kLanguages> phrasesOf(const QJsonValue& json);
[[nodiscard]] QStringList stringList(const QJsonValue& json);

} // namespace engine
