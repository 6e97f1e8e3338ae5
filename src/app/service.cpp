// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service.h"

#include "app/config_keys.h"
#include "app/control/data_folder.h"
#include "app/self_checks.h"
#include "base/json.h"
#include "base/log/log_file.h"
#include "base/threads/blocking_home.h"
#include "privacy/privacy.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

// Resources of a static library are registered from outside any namespace.
static void initAppResources()
{
    Q_INIT_RESOURCE(flow);
}

namespace app {

namespace {

/// Lines for whoever watches a server.
class StderrSink final : public base::LogSink
{
public:
    void write(const base::LogLine& line) override
    {
        if (line.level >= base::Level::Warning)
            std::fprintf(stderr, "%s\n", line.json.c_str());
    }
};

// A thousand connections and the database need more descriptors than many systems give unasked.
void raiseFileLimit()
{
    constexpr rlim_t kEnough = 65'536;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kEnough)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, kEnough);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

QByteArray readResource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray builtInFlow()
{
    initAppResources();
    return readResource(QStringLiteral(":/flows/default.json"));
}

std::vector<QByteArray> builtInCatalogue()
{
    initAppResources();
    std::vector<QByteArray> files{readResource(QStringLiteral(":/knowledge/catalogue.json"))};
    for (const char* folder : {":/knowledge/steps", ":/knowledge/guides"}) {
        const QDir dir(QString::fromLatin1(folder));
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
            files.push_back(readResource(dir.filePath(name)));
    }
    return files;
}

std::vector<QByteArray> builtInIntents()
{
    initAppResources();
    std::vector<QByteArray> files;
    const QDir dir(QStringLiteral(":/nlu/intents"));
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
        files.push_back(readResource(dir.filePath(name)));
    return files;
}

std::vector<QByteArray> builtInPrompts()
{
    initAppResources();
    std::vector<QByteArray> files;
    const QDir dir(QStringLiteral(":/prompts"));
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
        files.push_back(readResource(dir.filePath(name)));
    return files;
}

std::vector<QByteArray> builtInProblems()
{
    initAppResources();
    std::vector<QByteArray> files{readResource(QStringLiteral(":/knowledge/catalogue.json"))};
    const QDir dir(QStringLiteral(":/nlu/problems"));
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
        files.push_back(readResource(dir.filePath(name)));
    return files;
}

std::vector<desk::ShippedFile> builtInArticles()
{
    initAppResources();
    std::vector<desk::ShippedFile> files;
    const QDir dir(QStringLiteral(":/knowledge/articles"));
    for (const QString& name : dir.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
        files.push_back({name, readResource(dir.filePath(name))});
    return files;
}

Service::Service(Options options, std::shared_ptr<base::LogRing::Lines> lines)
    : m_folder(std::move(options.folder)), m_config(std::move(options.config)),
      m_lines(std::move(lines)),
      m_log(std::make_unique<base::Log>(
          m_clock,
          base::Log::Options{.level = base::levelOfName(m_config.text(QStringLiteral("log.level")))
                                          .value_or(base::Level::Info)})),
      m_metrics(std::make_unique<metrics::Registry>(m_folder.toStdString()))
{
    // Before the first sink: no line is ever written without it.
    m_log->setMask([](const QString& text) { return privacy::mask(text); });
    if (options.logsToStderr)
        m_log->addSink(std::make_unique<StderrSink>());
    m_log->addSink(std::make_unique<base::LogRing>(m_lines));
}

Service::~Service()
{
    if (m_gateway)
        m_desk->sayGoodbye();
    m_gateway.reset();
    m_ownFigures.reset();
    m_releaseRounds.reset();
    m_aiWiring.reset();
    m_desk.reset();
    m_store.reset();
}

base::Result<std::unique_ptr<Service>> Service::start(Options options)
{
    if (const auto made = makeDataFolder(options.folder); !made)
        return base::fail(made.error());
    const bool listens = options.listens;
    if (listens)
        raiseFileLimit();
    std::unique_ptr<Service> service(
        new Service(std::move(options), std::make_shared<base::LogRing::Lines>()));
    if (const auto opened = service->open(listens); !opened)
        return base::fail(opened.error());
    return service;
}

namespace {

/// What the environment says; the setting itself is the desk's, read anew for every turn.
desk::SmartStart smartStart(const base::Config& config)
{
    const auto said = [&config](const char* key) {
        const auto value = config.value(QLatin1String(key));
        return value.source >= base::Source::Environment ? value.text : QString();
    };
    return {said("smart.mode"), said("smart.enabled"), said("smart.file")};
}

} // namespace

base::Result<void> Service::open(bool listens)
{
    auto store = store::Store::open({.folder = m_folder}, m_clock, m_random, *m_log);
    if (!store)
        return base::fail(store.error());
    m_store = *std::move(store);
    // Only now: a folder that another process holds, or a file that is not ours, stays untouched.
    if (!isReadOnly())
        m_log->addSink(std::make_unique<base::LogFile>(
            m_clock,
            base::LogFile::Options{.folder = QDir(m_folder).filePath(QStringLiteral("logs"))}));
    if (auto read = readSettings(); !read)
        return read;
    auto desk = desk::Desk::start(
        {.idleAfter = std::chrono::hours(m_config.number(QStringLiteral("conversation.idleHours"))),
         .flowJson = builtInFlow(),
         .catalogueJson = builtInCatalogue(),
         .intentJson = builtInIntents(),
         .modelFile = QDir(m_folder).filePath(QStringLiteral("understanding.model")),
         .problemJson = builtInProblems,
         .problemModelFile = QDir(m_folder).filePath(QStringLiteral("problems.model")),
         .smart = smartStart(m_config),
         .ai = readAiWithoutKeychain(m_config, QProcessEnvironment::systemEnvironment()).config,
         .promptJson = builtInPrompts(),
         .ledgerKey = m_config.text(QStringLiteral("ledger.key")).toUtf8(),
         .offersCheck = SelfChecks::offers,
         .metrics = m_metrics.get(),
         .shippedArticles = builtInArticles},
        *m_store, m_clock, m_random, *m_log);
    if (!desk)
        return base::fail(desk.error());
    m_desk = *std::move(desk);
    m_log->info("app", "started", {{"version", RELEVO_VERSION}});
    if (!listens) {
        tellWebAddress();
        return {};
    }
    m_aiWiring = std::make_unique<AiWiring>(*m_desk, m_config, m_clock, *m_log);
    m_releaseRounds = std::make_unique<ReleaseRounds>(
        *m_desk, m_clock, *m_log,
        ReleaseRounds::Own{.figures = [this] { return figures(); },
                           .urls = [this] { return ownUrls(); },
                           .logToken = m_config.text(QStringLiteral("log.token"))});
    m_ownFigures = std::make_unique<OwnFigures>(m_clock, [this] { return figures(); });
    auto gateway = makeGateway();
    if (gateway)
        m_gateway = *std::move(gateway);
    else
        m_gatewayError = gateway.error();
    tellWebAddress();
    return {};
}

namespace {

QStringList listOf(const QString& text)
{
    QStringList list;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        list += part.trimmed();
    return list;
}

limits::Rate rateOf(const base::Config& config, const char* key)
{
    return limits::parseRate(config.text(QLatin1String(key)).toStdString())
        .value_or(limits::Rate{});
}

std::string flagsJson(const base::Config& config)
{
    base::JsonWriter json;
    json.beginObject();
    const auto effective = config.effective();
    for (auto it = effective.begin(); it != effective.end(); ++it)
        json.key(it.key().toStdString())
            .beginObject()
            .member("value", it->text)
            .member("source", base::sourceName(it->source))
            .endObject();
    json.endObject();
    return json.take();
}

gateway::Options gatewayOptions(const base::Config& config)
{
    const auto s = [&](const char* key) { return config.text(QLatin1String(key)); };
    return {.host = s("gateway.host") == QLatin1String("localhost") ? QStringLiteral("127.0.0.1")
                                                                    : s("gateway.host"),
            .port = static_cast<quint16>(s("gateway.port").toUInt()),
            .allowedOrigins = listOf(s("gateway.allowedOrigins")),
            .allowedHosts = listOf(s("gateway.allowedHosts")),
            .publicUrl = s("gateway.publicUrl"),
            .trustedProxies = listOf(s("gateway.trustedProxies")),
            .logToken = s("log.token"),
            .metricsOpen = config.flag(QStringLiteral("gateway.metricsOpen")),
            .allowQueryToken = config.flag(QStringLiteral("gateway.allowQueryToken")),
            .greetingPerAddress = rateOf(config, "limit.greetingIp"),
            .chatPerAddress = rateOf(config, "limit.chatIp"),
            .chatPerConversation = rateOf(config, "limit.chatConversation"),
            .articlePerAddress = rateOf(config, "limit.articleIp"),
            .transcriptPerAddress = rateOf(config, "limit.transcriptIp"),
            .connections = s("limit.connections").toInt(), // "off" is 0: no bound
            .connectionsPerAddress = s("limit.connectionsIp").toInt(),
            .flags = [flags = flagsJson(config)] { return flags; }};
}

QList<QUrl> ownUrlsOf(const QUrl& publicUrl, const QUrl& listening)
{
    QList<QUrl> own;
    const bool isHere = publicUrl.host() == QLatin1String("localhost") ||
                        QHostAddress(publicUrl.host()).isLoopback();
    if (!publicUrl.host().isEmpty() && (publicUrl.scheme() == QLatin1String("https") || isHere))
        own << publicUrl;
    if (listening.host().isEmpty())
        return own;
    own << listening;
    if (QHostAddress(listening.host()).isLoopback() ||
        listening.host() == QLatin1String("localhost")) {
        for (const char* name : {"localhost", "127.0.0.1", "::1"}) {
            QUrl named = listening;
            named.setHost(QLatin1String(name));
            own << named;
        }
    }
    return own;
}

} // namespace

base::Result<std::unique_ptr<gateway::Gateway>> Service::makeGateway()
{
    auto options = gatewayOptions(m_config);
    if (m_config.text(QStringLiteral("environment")) == QLatin1String("production")) {
        if (const auto ready = gateway::checkProduction(options); !ready)
            return base::fail(ready.error());
    }
    return gateway::Gateway::start(std::move(options), *m_desk, *m_metrics, m_clock, *m_log,
                                   m_lines);
}

void Service::aiOverview(base::Reply<desk::AiOverview> reply)
{
    if (m_aiWiring)
        m_aiWiring->overview(std::move(reply));
    else
        reply.answer(
            readAiWithoutKeychain(m_config, QProcessEnvironment::systemEnvironment()).overview);
}

// Links to articles begin with it: the public address, else where this machine reaches us.
void Service::tellWebAddress()
{
    QString address = m_config.text(QStringLiteral("gateway.publicUrl"));
    if (!address.isEmpty() && !address.endsWith(u'/'))
        address += u'/';
    if (address.isEmpty() && m_gateway)
        address = m_gateway->url();
    m_desk->setWebAddress(address);
    auto own = ownUrlsOf(QUrl(m_config.text(QStringLiteral("gateway.publicUrl"))),
                         QUrl(m_gateway ? m_gateway->url() : QString()));
    const std::scoped_lock lock(m_ownUrlsLock);
    m_ownUrls = std::move(own);
}

QList<QUrl> Service::ownUrls() const
{
    const std::scoped_lock lock(m_ownUrlsLock);
    return m_ownUrls;
}

base::Result<void> Service::readSettings()
{
    base::BlockingHome here;
    const auto settings =
        here.wait<QMap<QString, QString>>([&](auto reply) { m_store->settings(std::move(reply)); });
    if (!settings)
        return base::fail(settings.error());
    for (auto it = settings->begin(); it != settings->end(); ++it) {
        if (const auto set = m_config.set(base::Source::Settings, it.key(), it.value()); !set)
            m_log->warning("app", "setting_ignored", {{"key", it.key()}});
    }
    return {};
}

base::Result<void> Service::restartGateway()
{
    if (auto read = readSettings(); !read)
        return read;
    const bool samePort =
        m_gateway && m_gateway->port() == m_config.number(QStringLiteral("gateway.port"));
    if (samePort)
        m_gateway.reset();
    auto gateway = makeGateway();
    if (!gateway) {
        m_gatewayError = gateway.error();
        return base::fail(gateway.error());
    }
    m_gateway = *std::move(gateway);
    m_gatewayError = {};
    tellWebAddress();
    return {};
}

} // namespace app
