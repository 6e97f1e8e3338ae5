// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

QByteArray readSource(const QString& path)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<QByteArray> readCatalogue()
{
    std::vector<QByteArray> files{readSource(QStringLiteral("knowledge/catalogue.json"))};
    for (const char* sub : {"knowledge/steps", "knowledge/guides"}) {
        const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/") + QLatin1String(sub));
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
            files.push_back(readSource(QLatin1String(sub) + u'/' + name));
    }
    return files;
}

/// As in the program, which has no images, tickets and alert rules yet.
bool hasWhatItAsks(const release::CheckPlan& plan)
{
    return plan.kind != release::CheckKind::AlertRules &&
           !plan.parameters.contains(QStringLiteral("part"));
}

} // namespace

std::vector<QByteArray> DeskFixture::prompts()
{
    std::vector<QByteArray> files;
    const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/prompts"));
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (!name.endsWith(QStringLiteral(".schema.json")))
            files.push_back(readSource(QStringLiteral("prompts/") + name));
    }
    return files;
}

QByteArray DeskFixture::flowJson()
{
    return readSource(QStringLiteral("flows/default.json"));
}

std::vector<QByteArray> DeskFixture::catalogue()
{
    return readCatalogue();
}

std::vector<QByteArray> DeskFixture::someIntents()
{
    return {R"({"schema":"relevo.intent/1","intent":"technical_problem","phrases":{
            "es-AR":["no prende la compu","no anda la notebook","la impresora no imprime",
                     "se tildó y no responde","la pantalla no da imagen","no enciende más"],
            "es":["la computadora no enciende","el equipo no funciona"],
            "en":["my laptop does not turn on","the printer does not print","it froze"]}})",
            R"({"schema":"relevo.intent/1","intent":"person","phrases":{
            "es-AR":["quiero hablar con alguien","pasame con una persona","necesito un técnico",
                     "que me atienda un humano","comunicame con un empleado","hay alguien ahí"],
            "es":["deseo hablar con una persona","páseme con un asesor"],
            "en":["let me talk to a person","i want a human","get me an agent"]}})",
            R"({"schema":"relevo.intent/1","intent":"shop_information","phrases":{
            "es-AR":["a qué hora abren","dónde queda el local","cuánto sale un arreglo",
                     "están abiertos los sábados","aceptan tarjeta","cuál es la dirección"],
            "es":["cuál es el horario","dónde está la tienda"],
            "en":["what time do you open","where is the shop","do you take cards"]}})"};
}

QString DeskFixture::waitForVersion(const std::function<QString(const desk::Training&)>& versionIn)
{
    QString version;
    std::ignore = QTest::qWaitFor(
        [&] {
            const auto training = ask<desk::Training>(
                [&](base::Caller& caller, auto done) { desk->training(caller, std::move(done)); });
            version = training ? versionIn(*training) : QString();
            return !version.isEmpty();
        },
        20'000);
    return version;
}

QString DeskFixture::waitForModel()
{
    return waitForVersion(
        [](const desk::Training& of) { return of.model ? of.model->version : QString(); });
}

QString DeskFixture::waitForProblemModel()
{
    return waitForVersion([](const desk::Training& of) { return of.problemModel; });
}

DeskFixture::DeskFixture(std::vector<QByteArray> intents, std::vector<QByteArray> problems,
                         Time time)
    : m_intents(std::move(intents)), m_problems(std::move(problems)), m_time(time)
{
    start(flowJson());
}

DeskFixture::~DeskFixture()
{
    desk.reset();
    store.reset();
}

void DeskFixture::start(const QByteArray& flow)
{
    const base::Clock& now = m_time == Time::Real ? static_cast<const base::Clock&>(systemClock)
                                                  : static_cast<const base::Clock&>(clock);
    auto opened = store::Store::open({.folder = folder.path()}, now, random, log);
    if (!opened)
        qFatal("store: %s", qPrintable(opened.error().detail));
    store = *std::move(opened);
    auto started = desk::Desk::start({.flowJson = flow,
                                      .catalogueJson = catalogue(),
                                      .intentJson = m_intents,
                                      .modelFile = folder.filePath("understanding.model"),
                                      .problemJson = [files = m_problems] { return files; },
                                      .problemModelFile = folder.filePath("problems.model"),
                                      .smart = smart,
                                      .ai = ai,
                                      .promptJson = prompts(),
                                      .ledgerKey = ledgerKey,
                                      .offersCheck = hasWhatItAsks,
                                      .shippedArticles = [files = shipped] { return files; }},
                                     *store, now, random, log);
    if (!started)
        qFatal("desk: %s", qPrintable(started.error().detail));
    desk = *std::move(started);
}

void DeskFixture::restart(const QByteArray& flow)
{
    desk.reset();
    store.reset();
    start(flow);
}

desk::Greeting DeskFixture::greet(const QString& locale, base::CustomerId customer)
{
    auto greeting = ask<desk::Greeting>([&](base::Caller& caller, auto done) {
        desk->greet(caller, {.locale = locale, .customer = customer}, std::move(done));
    });
    if (!greeting)
        qFatal("greet: %s", qPrintable(greeting.error().detail));
    return *std::move(greeting);
}

base::Result<desk::Answer> DeskFixture::say(const base::SessionId& session, const QString& text,
                                            const QString& messageId)
{
    return ask<desk::Answer>([&](base::Caller& caller, auto done) {
        desk->customerSays(caller, session, {.text = text, .clientMessageId = messageId},
                           std::move(done));
    });
}

base::Result<desk::Answer> DeskFixture::tap(const base::SessionId& session, const QString& value)
{
    return ask<desk::Answer>([&](base::Caller& caller, auto done) {
        desk->customerSays(caller, session, {.value = value, .label = value}, std::move(done));
    });
}

desk::ConversationHead DeskFixture::head(base::ConversationId id)
{
    return ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
               desk->conversation(caller, id, std::move(done));
           })
        .value_or(desk::ConversationHead{});
}

std::vector<desk::MessageEvent> DeskFixture::events(base::ConversationId id)
{
    auto page = ask<desk::EventPage>([&](base::Caller& caller, auto done) {
        desk->events(caller, {.conversation = id, .after = base::Seq{0}, .limit = 1000},
                     std::move(done));
    });
    return page ? page->events : std::vector<desk::MessageEvent>();
}

std::vector<desk::CustomerEvent> DeskFixture::customerEvents(const base::SessionId& session,
                                                             qint64 after)
{
    auto page = ask<desk::CustomerEventPage>([&](base::Caller& caller, auto done) {
        desk->customerEvents(caller, session, {.after = base::CustomerSeq{after}}, 500,
                             std::move(done));
    });
    return page ? page->events : std::vector<desk::CustomerEvent>();
}

desk::Person DeskFixture::person(const QString& name)
{
    const auto there = ask<std::vector<desk::Person>>(
        [&](base::Caller& caller, auto done) { desk->people(caller, std::move(done)); });
    for (const auto& one : there.value_or(std::vector<desk::Person>())) {
        if (one.name == name)
            return one;
    }
    auto saved = ask<desk::Person>([&](base::Caller& caller, auto done) {
        desk->savePerson(caller, {}, name, std::move(done));
    });
    if (!saved)
        qFatal("person: %s", qPrintable(saved.error().detail));
    desk->setDuty(saved->id, desk::Duty::OnDuty);
    settle();
    return *std::move(saved);
}

base::Result<desk::ConversationHead>
DeskFixture::takeOver(base::ConversationId id, base::PersonId person, base::Seq expected)
{
    return ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
        desk->takeOver(caller, id, person, expected, std::move(done));
    });
}

base::Result<base::Seq> DeskFixture::reply(base::ConversationId id, base::PersonId person,
                                           const QString& text)
{
    return ask<base::Seq>([&](base::Caller& caller, auto done) {
        desk->reply(caller, id, person, text, {}, std::move(done));
    });
}

desk::Greeting DeskFixture::waiting()
{
    auto greeting = greet();
    for (const char16_t* text : {u"sí", u"español", u"Ana"})
        std::ignore = say(greeting.session, QString::fromUtf16(text));
    std::ignore = tap(greeting.session, QStringLiteral("cmd:person"));
    return greeting;
}

void DeskFixture::settle()
{
    // The desk's mailbox is in order: when this is answered, what was told before is done.
    std::ignore = ask<std::vector<desk::Person>>(
        [&](base::Caller& caller, auto done) { desk->people(caller, std::move(done)); });
}
