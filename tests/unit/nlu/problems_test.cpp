// SPDX-License-Identifier: GPL-3.0-or-later
// The model of problems, and what is shipped for it in resources/nlu/problems.
#include "nlu/nlu.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace {

QByteArray resourceBytes(const QString& path)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<QByteArray> filesIn(const QString& folder)
{
    std::vector<QByteArray> files;
    const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/") + folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        files.push_back(resourceBytes(folder + u'/' + name));
    return files;
}

const std::vector<nlu::Example>& shippedPhrases()
{
    static const std::vector<nlu::Example> all = [] {
        auto files = filesIn(QStringLiteral("nlu/problems"));
        files.push_back(resourceBytes(QStringLiteral("knowledge/catalogue.json")));
        return nlu::problemExamples(
            nlu::readProblemFiles(files).value(),
            nlu::readIntentFiles(filesIn(QStringLiteral("nlu/intents"))).value());
    }();
    return all;
}

nlu::Example said(const char* text, const char* label)
{
    return {.text = QString::fromUtf8(text), .intent = QString::fromLatin1(label), .language = {}};
}

const nlu::Model& shippedModel()
{
    static const auto trained = nlu::train(shippedPhrases(), nlu::problemOptions()).value();
    return *trained.model;
}

} // namespace

class ProblemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAFileOfAProblem()
    {
        const auto read = nlu::readProblemFile(R"({"schema":"relevo.problem/1","problem":"slow",
            "phrases":{"es-AR":["anda como una tortuga"],"en":["crawls along","takes ages"]}})");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 3U);
        QCOMPARE(read->front().intent, QStringLiteral("slow"));
        QCOMPARE(read->back().language, QStringLiteral("en"));
        const auto none = nlu::readProblemFile(
            R"({"schema":"relevo.problem/1","problem":"none","phrases":{"en":["works now"]}})");
        QCOMPARE(none->front().intent, nlu::kOutOfScope);
    }
    void readsTheCatalogue()
    {
        const auto read = nlu::readProblemFile(R"({"schema":"relevo.catalogue/1",
            "problems":[{"code":"slow","phrases":{"es":["=lenta"],"en":["slow"]}}],
            "devices":[{"code":"tv","phrases":{"en":["telly"]}}],"systems":[],"brands":[]})");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 3U);
        QCOMPARE(read->at(0).text, QStringLiteral("lenta"));
        QCOMPARE(read->at(1).intent, QStringLiteral("slow"));
        QCOMPARE(read->at(2).intent, nlu::kOutOfScope); // to name a device tells no problem
    }
    void otherFilesAreRefused()
    {
        for (const char* bytes : {"", "{}", "[", R"({"schema":"relevo.problem/1"})",
                                  R"({"schema":"relevo.intent/1","intent":"yes","phrases":{}})"})
            QCOMPARE(nlu::readProblemFile(bytes).error().code, base::Code::Invalid);
    }
    void intentsThatTellAProblemTeachNothing()
    {
        const std::vector<nlu::Example> intents{said("no anda", "technical_problem"),
                                                said("anda lenta", "performance"),
                                                said("gracias", "greeting_thanks")};
        const auto all =
            nlu::problemExamples({said("Lenta!", "slow"), said("lenta", "slow")}, intents);
        QCOMPARE(all.size(), 2U); // one phrase once
        QCOMPARE(all.front().intent, QStringLiteral("slow"));
        QCOMPARE(all.back().intent, nlu::kOutOfScope);
    }
    void theCalibrationThatIsGivenIsKept()
    {
        const nlu::Calibration given{.sharpness = 4.0, .noneScore = 0.25, .threshold = 0.2};
        const auto trained =
            nlu::train(std::vector<nlu::Example>{said("hola", "a"), said("chau", "b")},
                       {.calibration = given});
        QVERIFY(trained.has_value());
        QCOMPARE(trained->model->parts().calibration, given);
        QVERIFY(trained->judge == trained->model);
    }
    void otherRunsSurviveTheFile()
    {
        const auto bytes = shippedModel().serialise();
        const auto back = nlu::Model::deserialise(bytes);
        QVERIFY(back.has_value());
        QVERIFY((*back)->parts().runs == nlu::problemOptions().runs);
        QCOMPARE((*back)->serialise(), bytes);
        const QString text = QStringLiteral("la compu tarda un siglo en abrir todo");
        QCOMPARE(nlu::problemsIn(**back, text), nlu::problemsIn(shippedModel(), text));
        QVERIFY(!nlu::Model::deserialise(bytes.chopped(1)).has_value());
    }
    void theMessageAndEachClauseAreHeard()
    {
        const auto heard = nlu::problemsIn(
            shippedModel(), u"el teclado escribe dos veces cada letra, y el wifi se arrastra mal");
        QVERIFY(!heard.isEmpty());
        QCOMPARE(heard.front().end, 0);
        const auto has = [&](const char* problem, int begin, int end) {
            return std::ranges::any_of(heard, [&](const engine::ProblemCandidate& candidate) {
                return candidate.problem == QLatin1StringView(problem) &&
                       candidate.begin == begin && candidate.end == end;
            });
        };
        QVERIFY(has("peripherals", 0, 7));
        QVERIFY(has("slow_wifi", 8, 13));
    }
    void smallTalkTellsNoProblem()
    {
        for (const auto* text : {u"hola, buen día", u"muchas gracias", u"quiero hablar con alguien",
                                 u"Martín Rojas", u"", u"???", u"lorem ipsum dolor sit amet"}) {
            const auto heard = nlu::problemsIn(shippedModel(), text);
            QVERIFY(heard.isEmpty() || heard.front().score < 0.2);
        }
    }
    void everyFileIsNamedAfterItsProblem()
    {
        const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/nlu/problems"));
        const auto names = dir.entryList({QStringLiteral("*.json")}, QDir::Files);
        QSet<QString> problems;
        const auto catalogue =
            nlu::readProblemFile(resourceBytes(QStringLiteral("knowledge/catalogue.json")));
        for (const auto& example : *catalogue)
            problems.insert(example.intent);
        QCOMPARE(names.size(), problems.size()); // "none" stands for kOutOfScope
        for (const QString& name : names) {
            const auto read =
                nlu::readProblemFile(resourceBytes(QStringLiteral("nlu/problems/") + name));
            QVERIFY2(read.has_value() && !read->empty(), qPrintable(name));
            const QString code = QFileInfo(name).completeBaseName();
            QCOMPARE(read->front().intent, code == u"none" ? nlu::kOutOfScope : code);
            QVERIFY(problems.contains(read->front().intent));
        }
    }
    // The engine's thresholds rest on it (engine/turn/customer_learnt.cpp).
    void itIsAsSureAsItIsRight()
    {
        constexpr double kSure = 0.6;
        int sure = 0, right = 0, told = 0, none = 0, noneHeard = 0;
        const auto isHeldBack = nlu::heldBackOf(shippedPhrases(), {.heldBack = 0.2});
        std::vector<nlu::Example> taught;
        for (std::size_t i = 0; i < isHeldBack.size(); ++i) {
            if (!isHeldBack[i])
                taught.push_back(shippedPhrases()[i]);
        }
        const auto model = nlu::train(taught, nlu::problemOptions())->model;
        for (std::size_t i = 0; i < isHeldBack.size(); ++i) {
            if (!isHeldBack[i])
                continue;
            const auto& example = shippedPhrases()[i];
            const auto heard = nlu::problemsIn(*model, example.text);
            const bool isSure =
                !heard.isEmpty() && heard.front().end == 0 && heard.front().score >= kSure;
            const bool isTold = example.intent != nlu::kOutOfScope;
            told += isTold ? 1 : 0;
            none += isTold ? 0 : 1;
            noneHeard += isSure && !isTold ? 1 : 0;
            sure += isSure && isTold ? 1 : 0;
            right += isSure && isTold && heard.front().problem == example.intent ? 1 : 0;
        }
        qInfo("of %d told: %d sure, %d of them right; of %d that tell none: %d", told, sure, right,
              none, noneHeard);
        QVERIFY(right > 0.91 * sure);
        QVERIFY(sure > 0.74 * told);
        QVERIFY(noneHeard < 0.07 * none);
    }
};

RELEVO_TEST(ProblemsTest)
#include "problems_test.moc"
