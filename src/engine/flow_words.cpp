// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a flow understands.
#include "engine/flow_loader.h"
#include "engine/words/normalise.h"

#include <algorithm>

namespace engine {

namespace {

constexpr unsigned bitOf(Language language)
{
    return 1U << static_cast<unsigned>(language);
}

std::vector<int> wordIds(Vocabulary& vocabulary, const QString& phrase)
{
    std::vector<int> ids;
    const auto normalised = normalise(phrase);
    for (const auto& word : normalised.words)
        ids.push_back(vocabulary.add(QStringView(normalised.text).mid(word.begin, word.size)));
    return ids;
}

} // namespace

void FlowLoader::addPhrases(PhraseBook& book, int owner,
                            const std::array<QStringList, kLanguages>& phrases, const Text* label)
{
    const bool isTerm = owner / kMeaningStride >= static_cast<int>(Meaning::Problem);
    const auto shortWords =
        isTerm ? PhraseBook::ShortWords::Anywhere : PhraseBook::ShortWords::Lead;
    for (std::size_t i = 0; i < kLanguages; ++i) {
        const unsigned bit = bitOf(static_cast<Language>(i));
        const unsigned languages =
            bit == bitOf(Language::En) ? bit : bitOf(Language::Es) | bitOf(Language::EsAr);
        for (const auto& phrase : phrases[i])
            book.add(m_flow.m_vocabulary, owner, phrase, languages, shortWords);
        if (label)
            book.add(m_flow.m_vocabulary, owner, label->plain(static_cast<Language>(i)), languages,
                     shortWords);
    }
}

void FlowLoader::addMeaning(Meaning meaning, int index, const QJsonValue& phrases)
{
    addPhrases(m_flow.m_meanings, static_cast<int>(meaning) * kMeaningStride + index,
               phrasesOf(phrases), nullptr);
}

void FlowLoader::readMeanings(const QJsonObject& meanings)
{
    for (std::size_t i = 0; i < m_flow.m_commands.size(); ++i) {
        const auto& command = m_flow.m_commands[i];
        addPhrases(m_flow.m_meanings,
                   static_cast<int>(Meaning::Command) * kMeaningStride + static_cast<int>(i),
                   command.phrases, &command.label);
        for (const auto language : {Language::EsAr, Language::Es, Language::En})
            m_flow.m_commandLabels.insert(normalise(command.label.plain(language)).text,
                                          static_cast<int>(i));
    }
    addMeaning(Meaning::Hello, 0, meanings.value(u"hello"));
    addMeaning(Meaning::Thanks, 0, meanings.value(u"thanks"));
    addMeaning(Meaning::Frustration, 0, meanings.value(u"frustration"));
    addMeaning(Meaning::Dunno, 0, meanings.value(u"dunno"));
    addMeaning(Meaning::NotName, 0, meanings.value(u"notName"));
    addMeaning(Meaning::Yes, 0, meanings.value(u"yes"));
    addMeaning(Meaning::No, 0, meanings.value(u"no"));
    addMeaning(Meaning::SkillBasic, 0, meanings.value(u"skillBasic"));
    addMeaning(Meaning::SkillMedium, 0, meanings.value(u"skillMedium"));
    addMeaning(Meaning::SkillAdvanced, 0, meanings.value(u"skillAdvanced"));
    for (std::size_t kind = 0; kind < kTermKinds; ++kind) {
        const auto meaning = static_cast<int>(Meaning::Problem) + static_cast<int>(kind);
        const auto& terms = m_flow.m_catalogue.terms(static_cast<TermKind>(kind));
        for (std::size_t i = 0; i < terms.size(); ++i)
            addPhrases(m_flow.m_meanings, meaning * kMeaningStride + static_cast<int>(i),
                       terms[i].phrases, &terms[i].label);
    }
    for (auto& stage : m_flow.m_stages) {
        for (std::size_t i = 0; i < stage.options.size(); ++i) {
            if (stage.options[i].command < 0)
                addPhrases(stage.book, static_cast<int>(i), stage.options[i].phrases,
                           &stage.options[i].label);
        }
    }
    const auto introductions = stringList(meanings.value(u"nameIntroductions"));
    for (const auto& phrase : introductions)
        m_flow.m_introductions.push_back(wordIds(m_flow.m_vocabulary, phrase));
    std::sort(m_flow.m_introductions.begin(), m_flow.m_introductions.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

void FlowLoader::readLanguage(const QJsonObject& words)
{
    auto& vocabulary = m_flow.m_vocabulary;
    const auto addEach = [&](const QJsonValue& list, const auto& work) {
        const auto texts = stringList(list);
        for (const auto& text : texts) {
            const auto ids = wordIds(vocabulary, text);
            if (ids.size() == 1)
                work(ids.front());
            else
                fail(QStringLiteral("words"), QStringLiteral("not one word: ") + text);
        }
    };
    const auto sameAs = words.value(u"sameAs").toObject();
    for (auto it = sameAs.begin(); it != sameAs.end(); ++it) {
        const auto target = wordIds(vocabulary, it.key());
        const auto spellings = stringList(it.value());
        for (const auto& spelling : spellings) {
            const auto plain = normalise(spelling);
            if (target.size() == 1 && plain.words.size() == 1)
                vocabulary.addAlias(plain.text, target.front());
            else
                fail(QStringLiteral("words.sameAs"), spelling);
        }
    }
    addEach(words.value(u"weak"), [&](int id) { vocabulary.setWeak(id, Vocabulary::Weak::Weak); });
    addEach(words.value(u"light"),
            [&](int id) { vocabulary.setWeak(id, Vocabulary::Weak::Light); });
    addEach(words.value(u"numberWords"), [&](int id) { m_flow.m_numberWords.insert(id); });
    addEach(words.value(u"notNames"), [&](int id) { m_flow.m_notNames.insert(id); });
    addEach(words.value(u"last"), [&](int id) { m_flow.m_ordinals.insert(id, -1); });
    const auto ordinals = words.value(u"ordinals").toArray();
    for (qsizetype i = 0; i < ordinals.size(); ++i)
        addEach(ordinals[i],
                [&](int id) { m_flow.m_ordinals.insert(id, static_cast<int>(i) + 1); });
    m_smallWords = words;
    m_protected = stringList(words.value(u"protected"));
}

/// Words that only show how something is said. They come last: a word of a phrase stays one that a
/// slip may lead to, these do not become such.
void FlowLoader::readSmallWords()
{
    auto& vocabulary = m_flow.m_vocabulary;
    const auto addEach = [&](const QJsonValue& list, const auto& work) {
        const auto texts = stringList(list);
        for (const auto& text : texts) {
            const QString word = normalise(text).text;
            vocabulary.protect(word);
            work(vocabulary.exactly(word));
        }
    };
    addEach(m_smallWords.value(u"also"), [&](int id) { m_flow.m_also.insert(id); });
    addEach(m_smallWords.value(u"and"), [&](int id) { m_flow.m_and.insert(id); });
    const auto standsFor = m_smallWords.value(u"standsFor").toObject();
    for (auto it = standsFor.begin(); it != standsFor.end(); ++it) {
        const int target = vocabulary.exactly(normalise(it.key()).text);
        addEach(it.value(), [&](int id) { vocabulary.setStandsFor(id, target); });
    }
    addEach(m_smallWords.value(u"either"), [&](int id) { m_flow.m_either.insert(id); });
    const auto functionWords = m_smallWords.value(u"functionWords").toObject();
    for (auto it = functionWords.begin(); it != functionWords.end(); ++it) {
        const unsigned bit = bitOf(languageOf(it.key()));
        addEach(it.value(), [&](int id) { m_flow.m_functionWords[id] |= bit; });
    }
}

void FlowLoader::finishBooks()
{
    readSmallWords();
    for (const auto& word : std::as_const(m_protected))
        m_flow.m_vocabulary.protect(normalise(word).text);
    m_flow.m_vocabulary.finish();
    m_flow.m_meanings.finish(m_flow.m_vocabulary);
    for (auto& stage : m_flow.m_stages)
        stage.book.finish(m_flow.m_vocabulary);
}

} // namespace engine
