// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue that ships: enough of it, complete in all languages, each text in its own voice.
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using engine::StepSet;
using engine::TermKind;

namespace {

constexpr std::array kLanguageCodes{"es-AR", "es", "en"};

struct Step {
    QString problem, device;
    bool isBasic = false;
    QJsonObject json;

    [[nodiscard]] QString id() const { return json.value(u"id").toString(); }
    [[nodiscard]] QString in(const char* part, const char* language) const
    {
        return json.value(QLatin1StringView(part))
            .toObject()
            .value(QLatin1StringView(language))
            .toString();
    }
};

QList<QJsonObject> shippedFiles()
{
    QList<QJsonObject> files;
    const auto all = engine_test::shippedKnowledge();
    for (const auto& bytes : all)
        files.append(QJsonDocument::fromJson(bytes).object());
    return files;
}

QList<Step> shippedSteps()
{
    QList<Step> steps;
    const auto files = shippedFiles();
    for (const auto& file : files) {
        const auto entries = file.value(u"entries").toArray();
        for (const auto& item : entries) {
            const auto entry = item.toObject();
            for (const char* set : {"basic", "advanced"}) {
                const auto list = entry.value(QLatin1StringView(set)).toArray();
                for (const auto& step : list)
                    steps.append({.problem = file.value(u"problem").toString(),
                                  .device = entry.value(u"device").toString(),
                                  .isBasic = qstrcmp(set, "basic") == 0,
                                  .json = step.toObject()});
            }
        }
    }
    return steps;
}

QList<Step> shippedGuideSteps()
{
    QList<Step> steps;
    const auto files = shippedFiles();
    for (const auto& file : files) {
        const auto systems = file.value(u"systems").toArray();
        for (const auto& system : systems) {
            const auto list = system.toObject().value(u"steps").toArray();
            for (const auto& step : list)
                steps.append({.json = step.toObject()});
        }
    }
    return steps;
}

QRegularExpression wordsOf(const char* alternatives)
{
    return QRegularExpression(QStringLiteral("\\b(%1)\\b").arg(QString::fromUtf8(alternatives)),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

/// Empty, or what of `words` stands in this language's text or help.
QString foundIn(const Step& step, const char* language, const QRegularExpression& words)
{
    for (const char* part : {"text", "help"}) {
        const auto match = words.match(step.in(part, language));
        if (match.hasMatch())
            return step.id() + QStringLiteral(": ") + match.captured();
    }
    return {};
}

} // namespace

class KnowledgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereIsEnoughOfIt()
    {
        const auto& catalogue = engine_test::shippedFlow().catalogue();
        QVERIFY(catalogue.terms(TermKind::Device).size() >= 26);
        QVERIFY(catalogue.terms(TermKind::Problem).size() >= 20);
        QVERIFY(catalogue.terms(TermKind::Brand).size() >= 40);
        QVERIFY(shippedSteps().size() >= 150);
        for (const auto& problem : catalogue.terms(TermKind::Problem))
            QVERIFY2(!catalogue.servedBy(StepSet::Basic, problem.code).isEmpty(),
                     qPrintable(problem.code));
    }

    void everyEntryNamesAProblemAndADeviceAndHasBothSets()
    {
        const auto& catalogue = engine_test::shippedFlow().catalogue();
        QMap<QString, int> basic, advanced;
        for (const auto& step : shippedSteps()) {
            QVERIFY2(catalogue.term(TermKind::Problem, step.problem), qPrintable(step.id()));
            QVERIFY2(catalogue.term(TermKind::Device, step.device), qPrintable(step.id()));
            ++(step.isBasic ? basic : advanced)[step.problem + u'/' + step.device];
        }
        QCOMPARE(basic.keys(), advanced.keys());
        for (const auto& [entry, count] : basic.asKeyValueRange())
            QVERIFY2(count >= 3 && count <= 4, qPrintable(entry));
        for (const auto& [entry, count] : advanced.asKeyValueRange())
            QVERIFY2(count >= 2 && count <= 4, qPrintable(entry));
    }

    void stepsHaveAllLanguages()
    {
        for (const auto& step : shippedSteps()) {
            for (const char* part : {"text", "help"}) {
                for (const char* language : kLanguageCodes)
                    QVERIFY2(!step.in(part, language).trimmed().isEmpty(), qPrintable(step.id()));
            }
        }
    }

    void noStepIsThereTwice()
    {
        QSet<QString> ids;
        QMap<QString, Step> texts;
        for (const auto& step : shippedSteps()) {
            QVERIFY2(!ids.contains(step.id()), qPrintable(step.id()));
            ids.insert(step.id());
            QVERIFY2(step.id().startsWith(step.problem + u'.' + step.device + u'.'),
                     qPrintable(step.id()));
            for (const char* language : kLanguageCodes) {
                const QString key = QLatin1StringView(language) + step.in("text", language);
                const auto other = texts.constFind(key);
                // A desktop and a notebook may be helped in the same words, by the same step.
                const bool isSame =
                    other != texts.constEnd() &&
                    (other->problem != step.problem || other->device == step.device ||
                     other->id().section(u'.', 2) != step.id().section(u'.', 2));
                QVERIFY2(!isSame, qPrintable(step.id()));
                texts.insert(key, step);
            }
        }
    }

    void argentineStepsSpeakAsPeopleDoThere()
    {
        const auto words = wordsOf("puedes|tienes|cuéntame|dime|quieres|necesitas|debes|eres|"
                                   "sabes|haz|contigo|ordenador");
        for (const auto& step : shippedSteps()) {
            const auto found = foundIn(step, "es-AR", words);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }

    void neutralStepsHaveNoVoseo()
    {
        const auto words = wordsOf(
            "vos|podés|tenés|querés|sabés|usás|hacés|necesitás|contame|fijate|avisame|mandame|"
            "apagá|prendé|prendela|prendelo|enchufá|desenchufá|desenchufala|conectá|desconectá|"
            "probá|probala|probalo|mirá|tocá|apretá|elegí|escribí|abrí|poné|sacá|dejá|dejala|"
            "dejalo|hacé|hacelo|volvé|esperá|traé|traela|traelo|reiniciá|anotá|buscá|entrá|"
            "instalá|desinstalá|borrá|copiá|guardá|usá|acá|compu|celu|notebook");
        for (const auto& step : shippedSteps()) {
            const auto found = foundIn(step, "es", words);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }

    // One way of address in neutral Spanish: usted, as in the flow.
    void neutralStepsSayUsted()
    {
        const auto words =
            wordsOf("tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|sabes|estás|vas|ves|usas|"
                    "necesitas|conoces|cuéntame|dime|haz|hazlo|mantén|fíjate|déjalo|déjala|tócalo|"
                    "apágalo|apágala|enciéndelo|enciéndela|ponlo|ponla|ábrelo|pruébalo");
        const auto guides = shippedGuideSteps();
        QVERIFY(guides.size() > 100);
        for (const auto& step : shippedSteps() + guides) {
            const auto found = foundIn(step, "es", words);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
    }

    void whatIsAskedOfEverybodyIsSafe()
    {
        const QStringList risks{QStringLiteral("none"), QStringLiteral("low"),
                                QStringLiteral("medium"), QStringLiteral("high")};
        for (const auto& step : shippedSteps()) {
            const auto risk = risks.indexOf(step.json.value(u"risk").toString());
            QVERIFY2(risk >= 0, qPrintable(step.id()));
            QVERIFY2(step.json.value(u"minutes").toInt() >= 1, qPrintable(step.id()));
            if (!step.isBasic)
                continue;
            QVERIFY2(risk <= 1, qPrintable(step.id()));
            QCOMPARE(step.json.value(u"skill").toString(), QStringLiteral("basic"));
        }
    }

    void noCaseIsOpenedBelowAdvanced()
    {
        const QRegularExpression opens(
            QStringLiteral("open (the|its) (case|side panel|bottom cover)|unscrew|BIOS"));
        for (const auto& step : shippedSteps()) {
            const auto match = opens.match(step.in("text", "en"));
            QVERIFY2(!match.hasMatch() ||
                         step.json.value(u"skill").toString() == QLatin1StringView("advanced"),
                     qPrintable(step.id()));
        }
    }
};

RELEVO_TEST(KnowledgeTest)
#include "knowledge_test.moc"
