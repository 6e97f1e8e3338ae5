// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/examples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QStringList>

#include <array>
#include <optional>

namespace nlu {

namespace {

constexpr qsizetype kLongestText = 20'000;
constexpr qsizetype kLongestIntent = 100;

tl::unexpected<base::Error> wrongLine(qsizetype line, const QString& what)
{
    return base::fail(base::Code::Invalid, QStringLiteral("line %1: %2").arg(line).arg(what));
}

/// What is wrong with it, empty where nothing is; "oos" becomes the house's word.
QString settle(Example& example)
{
    example.text = example.text.trimmed();
    example.intent = example.intent.trimmed();
    if (example.text.isEmpty())
        return QStringLiteral("the text is empty");
    if (example.intent.isEmpty())
        return QStringLiteral("the label is empty");
    if (example.text.size() > kLongestText)
        return QStringLiteral("the text is longer than 20,000 characters");
    if (example.intent.size() > kLongestIntent)
        return QStringLiteral("the label is longer than 100 characters");
    if (example.intent == QLatin1String("oos"))
        example.intent = kOutOfScope;
    return {};
}

/// One record of a CSV text and the line that it began on.
struct Record {
    QStringList fields;
    qsizetype line = 1;
};

class CsvReader
{
public:
    explicit CsvReader(QStringView text) : m_text(text) {}

    /// Nothing at the end. Blank lines are passed over.
    [[nodiscard]] base::Result<std::optional<Record>> next()
    {
        while (m_at < m_text.size() && (here() == u'\n' || here() == u'\r'))
            step();
        if (m_at >= m_text.size())
            return std::optional<Record>();
        Record record{.fields = {}, .line = m_line};
        while (true) {
            auto field = here() == u'"' ? quoted() : base::Result<QString>(plain());
            if (!field)
                return base::fail(field.error());
            record.fields += *std::move(field);
            if (here() != u',')
                break;
            step();
        }
        return record;
    }

private:
    [[nodiscard]] QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    void step()
    {
        m_line += here() == u'\n' ? 1 : 0;
        ++m_at;
    }
    [[nodiscard]] bool isAtFieldsEnd() const
    {
        return m_at >= m_text.size() || here() == u',' || here() == u'\n' || here() == u'\r';
    }
    [[nodiscard]] QString plain()
    {
        const qsizetype from = m_at;
        while (!isAtFieldsEnd())
            ++m_at;
        return m_text.mid(from, m_at - from).toString();
    }
    [[nodiscard]] base::Result<QString> quoted()
    {
        const qsizetype began = m_line;
        QString field;
        for (step(); m_at < m_text.size(); step()) {
            if (here() != u'"') {
                field += here();
                continue;
            }
            step();
            if (here() == u'"') {
                field += u'"';
                continue;
            }
            if (!isAtFieldsEnd())
                return wrongLine(m_line, QStringLiteral("something follows a closing quote"));
            return field;
        }
        return wrongLine(began, QStringLiteral("a quote opens here and never closes"));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
};

/// Which column is which.
struct Columns {
    qsizetype text = 0, label = 1, count = 2;
    bool isHeader = false;
};

Columns columnsOf(const QStringList& first)
{
    static const QStringList kTexts{QStringLiteral("text"), QStringLiteral("phrase"),
                                    QStringLiteral("utterance"), QStringLiteral("sentence"),
                                    QStringLiteral("query")};
    static const QStringList kLabels{QStringLiteral("label"), QStringLiteral("intent"),
                                     QStringLiteral("category"), QStringLiteral("class")};
    Columns found{.text = -1, .label = -1, .count = first.size(), .isHeader = true};
    for (qsizetype i = 0; i < first.size(); ++i) {
        const QString name = first[i].trimmed().toLower();
        if (found.text < 0 && kTexts.contains(name))
            found.text = i;
        if (found.label < 0 && kLabels.contains(name))
            found.label = i;
    }
    return found.text >= 0 && found.label >= 0 ? found : Columns{};
}

base::Result<std::vector<Example>> readCsv(QStringView text)
{
    CsvReader reader(text);
    std::vector<Example> examples;
    std::optional<Columns> columns;
    while (true) {
        const auto record = reader.next();
        if (!record)
            return base::fail(record.error());
        if (!*record)
            return examples;
        const auto& [fields, line] = **record;
        if (!columns) {
            columns = columnsOf(fields);
            if (columns->isHeader)
                continue;
        }
        if (fields.size() != columns->count)
            return wrongLine(line, QStringLiteral("%1 fields where %2 are expected")
                                       .arg(fields.size())
                                       .arg(columns->count));
        Example example{.text = fields[columns->text], .intent = fields[columns->label]};
        if (const QString wrong = settle(example); !wrong.isEmpty())
            return wrongLine(line, wrong);
        examples.push_back(std::move(example));
    }
}

base::Result<std::vector<Example>> readJsonLines(const QByteArray& bytes)
{
    std::vector<Example> examples;
    qsizetype line = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at) < 0 ? bytes.size() : bytes.indexOf('\n', at);
        const QByteArray one = bytes.mid(at, end - at).trimmed();
        at = end + 1;
        ++line;
        if (one.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(one, &error);
        if (error.error != QJsonParseError::NoError)
            return wrongLine(line, error.errorString());
        const QJsonObject object = json.object();
        const QJsonValue label = object.contains(QLatin1String("intent"))
                                     ? object.value(QLatin1String("intent"))
                                     : object.value(QLatin1String("label"));
        if (!object.value(QLatin1String("text")).isString() || !label.isString())
            return wrongLine(line,
                             QStringLiteral(R"(an object with "text" and "intent" is expected)"));
        Example example{.text = object.value(QLatin1String("text")).toString(),
                        .intent = label.toString(),
                        .language = object.value(QLatin1String("language")).toString()};
        if (const QString wrong = settle(example); !wrong.isEmpty())
            return wrongLine(line, wrong);
        examples.push_back(std::move(example));
    }
    return examples;
}

base::Result<QJsonObject> objectOfFile(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return base::fail(base::Code::Invalid, error.errorString());
    return document.object();
}

/// The member "phrases" of an intent, a problem or a term: a list a language.
base::Result<std::vector<Example>> phrasesOf(const QJsonObject& of, const QString& label)
{
    static const std::array kLanguages{QStringLiteral("es-AR"), QStringLiteral("es"),
                                       QStringLiteral("en")};
    std::vector<Example> examples;
    const QJsonObject phrases = of.value(QLatin1String("phrases")).toObject();
    for (const QString& language : kLanguages) {
        const auto list = phrases.value(language).toArray();
        for (const QJsonValue& phrase : list) {
            Example example{.text = phrase.toString(), .intent = label, .language = language};
            if (const QString wrong = settle(example); !wrong.isEmpty())
                return base::fail(base::Code::Invalid, label + QStringLiteral(", ") + language +
                                                           QStringLiteral(": ") + wrong);
            examples.push_back(std::move(example));
        }
    }
    return examples;
}

using Examples = base::Result<std::vector<Example>>;

/// Of its list `name`, under the terms' own codes or, where to name one tells no problem, kOutOfScope.
enum class Told { Problem, Nothing };
Examples phrasesOfTerms(const QJsonObject& catalogue, QLatin1StringView name, Told told)
{
    std::vector<Example> all;
    const auto terms = catalogue.value(name).toArray();
    for (const QJsonValue& item : terms) {
        const QJsonObject term = item.toObject();
        const QString code = term.value(QLatin1String("code")).toString();
        auto examples = phrasesOf(term, told == Told::Problem ? code : kOutOfScope);
        if (!examples)
            return examples;
        for (Example& example : *examples) { // the mark of what counts as a whole message only
            example.text.remove(0, example.text.startsWith(u'=') ? 1 : 0);
            all.push_back(std::move(example));
        }
    }
    return all;
}

Examples phrasesOfCatalogue(const QJsonObject& catalogue)
{
    auto problems = phrasesOfTerms(catalogue, QLatin1StringView("problems"), Told::Problem);
    auto devices = phrasesOfTerms(catalogue, QLatin1StringView("devices"), Told::Nothing);
    if (!problems || !devices)
        return problems ? devices : problems;
    problems->insert(problems->end(), devices->begin(), devices->end());
    return problems;
}

Examples eachRead(const std::vector<QByteArray>& files, Examples (*read)(const QByteArray&))
{
    std::vector<Example> all;
    for (const QByteArray& file : files) {
        auto examples = read(file);
        if (!examples)
            return examples;
        all.insert(all.end(), std::make_move_iterator(examples->begin()),
                   std::make_move_iterator(examples->end()));
    }
    return all;
}

} // namespace

std::uint64_t textHash(QStringView text, std::uint64_t seed)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001B3ULL;
    hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    return hash ^ (hash >> 31U);
}

base::Result<std::vector<Example>> readLabelled(const QByteArray& bytes)
{
    const QByteArray begin = bytes.left(64).trimmed();
    const bool hasMark = begin.startsWith("\xEF\xBB\xBF");
    const QByteArray whole = hasMark ? bytes.mid(bytes.indexOf("\xEF\xBB\xBF") + 3) : bytes;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(whole);
    if (decoder.hasError())
        return base::fail(base::Code::Invalid, QStringLiteral("not UTF-8"));
    const bool isJson = QStringView(text).left(4096).trimmed().startsWith(u'{');
    auto examples = isJson ? readJsonLines(whole) : readCsv(text);
    if (examples && examples->empty())
        return base::fail(base::Code::Invalid, QStringLiteral("no labelled phrase in it"));
    return examples;
}

base::Result<std::vector<Example>> readIntentFile(const QByteArray& json)
{
    const auto root = objectOfFile(json);
    if (!root)
        return base::fail(root.error());
    const QString intent = root->value(QLatin1String("intent")).toString();
    if (root->value(QLatin1String("schema")).toString() != QLatin1String("relevo.intent/1") ||
        intent.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("no file of an intent"));
    return phrasesOf(*root, intent);
}

base::Result<std::vector<Example>> readIntentFiles(const std::vector<QByteArray>& files)
{
    return eachRead(files, readIntentFile);
}

base::Result<std::vector<Example>> readProblemFile(const QByteArray& json)
{
    const auto root = objectOfFile(json);
    if (!root)
        return base::fail(root.error());
    const QString schema = root->value(QLatin1String("schema")).toString();
    if (schema == QLatin1String("relevo.catalogue/1"))
        return phrasesOfCatalogue(*root);
    const QString problem = root->value(QLatin1String("problem")).toString();
    if (schema != QLatin1String("relevo.problem/1") || problem.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("no file of a problem"));
    return phrasesOf(*root, problem == QLatin1String("none") ? kOutOfScope : problem);
}

base::Result<std::vector<Example>> readProblemFiles(const std::vector<QByteArray>& files)
{
    return eachRead(files, readProblemFile);
}

} // namespace nlu
