// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "base/threads/blocking_home.h"
#include "desk/agents.h"
#include "desk/customers/customers.h"
#include "desk/impl.h"
#include "desk/keeping/keeping.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace desk {

using namespace std::chrono_literals;

Desk::Impl::Impl(Desk::Options options, store::Store& store, const base::Clock& clock,
                 base::Random& random, base::Log& log)
    : worker(clock, {.name = "desk", .bound = 20'000}),
      caller(worker.home()), context{std::move(options), store, clock, random, log, worker, caller,
                                     clock.wall()},
      ai(std::make_unique<AiService>(clock, random, log, context.options.metrics,
                                     [this] { // on the ai thread
                                         std::ignore = worker.post([this] {
                                             hub.changed({.ai = true});
                                             aiKeeper.changed();
                                         });
                                     }))
{
    hub.onPresence = [this](base::ConversationId id, bool isOnline) {
        presenceChanged(id, isOnline);
    };
}

Desk::Desk(std::unique_ptr<Impl> impl) : m_impl(std::move(impl))
{
}

Desk::~Desk()
{
    m_impl->understanding.stop();
    m_impl->masking.stop();
    m_impl->people.stop();
    m_impl->aiKeeper.saveNow();
    m_impl->ai->stop();
    m_impl->worker.stop();
}

void Desk::sayGoodbye()
{
    base::BlockingHome here;
    std::ignore = here.wait<void>(
        [this](base::Reply<void> reply) {
            std::ignore = m_impl->worker.post([this, reply = std::move(reply)]() mutable {
                m_impl->hub.tellAllCustomers(CustomerNews::Kind::Goodbye);
                reply.answer({});
            });
        },
        1s);
}

// A customer who leaves while waiting stops the alarm; one who comes back starts it again.
void Desk::Impl::presenceChanged(base::ConversationId id, bool isOnline)
{
    turns.look(id, [this, id, isOnline](base::Result<const store::ConversationRow*> row,
                                        const engine::State& state) {
        if (row && state.mode == engine::Mode::Waiting)
            hub.alert({isOnline ? Alert::Kind::PersonWanted : Alert::Kind::Stopped,
                       id,
                       {},
                       (*row)->summary.name});
    });
}

void Desk::Impl::armIdle()
{
    worker.timers().after(1min, [this] {
        closeIdle();
        armIdle();
    });
}

// Rule 12: nothing stays open for ever, and never while it waits for us.
void Desk::Impl::closeIdle()
{
    constexpr int kAtOnce = 200;
    if (!context.store.health().isWritable)
        return; // the next minute will do
    context.store.idleConversations(
        context.clock.wall() - context.options.idleAfter, kAtOnce,
        caller.expect<std::vector<base::ConversationId>>(
            [this](base::Result<std::vector<base::ConversationId>> idle) {
                for (const auto id : idle ? *idle : std::vector<base::ConversationId>())
                    turns.submit(id, {.input = {.kind = engine::Input::Kind::Idle},
                                      .done = [](const base::Result<TurnDone>&) {}});
            },
            "idle"));
}

base::Result<void> Desk::Impl::load()
{
    auto prompts = Prompts::load(context.options.promptJson);
    if (!prompts)
        return base::fail(prompts.error());
    context.prompts = *std::move(prompts);
    base::BlockingHome here;
    const auto stored = here.wait<std::vector<store::Person>>(
        [&](auto reply) { context.store.people(std::move(reply)); });
    if (!stored)
        return base::fail(stored.error());
    people.load(*stored);
    auto settings = here.wait<QMap<QString, QString>>(
        [&](auto reply) { context.store.settings(std::move(reply)); });
    if (!settings)
        return base::fail(settings.error());
    context.settings = *std::move(settings);
    if (auto hours = calendar::BusinessHours::fromJson(
            context.settings.value(QStringLiteral("hours.weekly")).toUtf8()))
        context.hours = *std::move(hours);
    aiKeeper.restore();
    ai->configure(context.options.ai);
    return loadFlows(here);
}

namespace {

/// Where nothing can be stored: the version it has, or one that no conversation is pinned to.
int versionOf(const QByteArray& sha256, const std::vector<store::FlowVersion>& all)
{
    int newest = 0;
    for (const auto& flow : all) {
        if (flow.sha256 == sha256)
            return flow.version;
        newest = std::max(newest, flow.version);
    }
    return newest + 1;
}

} // namespace

base::Result<void> Desk::Impl::loadFlows(base::BlockingHome& here)
{
    const QByteArray bundle = engine::bundleFlow(std::exchange(context.options.flowJson, {}),
                                                 std::exchange(context.options.catalogueJson, {}));
    auto current = engine::Flow::loadBundle(bundle);
    if (!current)
        return base::fail(current.error());
    store::FlowVersion version{.json = bundle,
                               .sha256 =
                                   QCryptographicHash::hash(bundle, QCryptographicHash::Sha256),
                               .created = context.clock.wall()};
    const bool isReadOnly = context.store.health().isReadOnly;
    if (!isReadOnly) {
        auto saved = here.wait<store::FlowVersion>(
            [&](auto reply) { context.store.saveFlowVersion(version, std::move(reply)); });
        if (!saved)
            return base::fail(saved.error());
        version = *std::move(saved);
    }
    const auto all = here.wait<std::vector<store::FlowVersion>>(
        [&](auto reply) { context.store.flowVersions(std::move(reply)); });
    if (!all)
        return base::fail(all.error());
    if (isReadOnly)
        version.version = versionOf(version.sha256, *all);
    context.flows.setCurrent(version.version,
                             std::make_shared<const engine::Flow>(*std::move(current)));
    for (const auto& old : *all)
        context.flows.addOlder(old.version, old.json);
    return {};
}

base::Result<std::unique_ptr<Desk>> Desk::start(Options options, store::Store& store,
                                                const base::Clock& clock, base::Random& random,
                                                base::Log& log)
{
    auto impl = std::make_unique<Impl>(std::move(options), store, clock, random, log);
    if (const auto loaded = impl->load(); !loaded)
        return base::fail(loaded.error());
    impl->people.start();
    impl->masking.start(); // where it is stopped: another thread might start it while it is
    impl->worker.start();
    if (!impl->worker.post([d = impl.get()] {
            d->understanding.start();
            d->closeIdle();
            d->armIdle();
            d->knowledge.seed();
        }))
        return base::fail(base::Code::Internal, QStringLiteral("the desk thread did not start"));
    return std::unique_ptr<Desk>(new Desk(std::move(impl)));
}

void Desk::status(base::Caller& caller, Done<Status> done)
{
    m_impl->ask<Status>(caller, std::move(done), [](Impl& d, const SharedReply<Status>& reply) {
        const store::Health health = d.context.store.health();
        Status status{.isDatabaseWritable = health.isWritable,
                      .isReadOnly = health.isReadOnly,
                      .mayMissNewest = health.mayMissNewest,
                      .databaseDetail = health.detail,
                      .activeConversations = health.conversations,
                      .connectedCustomers = d.hub.onlineCount(),
                      .messages = health.messages,
                      .committedTurns = health.committedTurns,
                      .groups = health.groups,
                      .errors = d.context.errors,
                      .started = d.context.started};
        d.context.store.viewCounts(
            {}, d.caller.expect<store::ViewCounts>(
                    [&d, status, reply](base::Result<store::ViewCounts> counts) mutable {
                        if (counts)
                            status.waitingCustomers = counts->counts.value(store::View::Unassigned);
                        d.addLastBackup(std::move(status), reply);
                    }));
    });
}

void Desk::Impl::addLastBackup(Status status, const SharedReply<Status>& reply)
{
    context.store.backups(caller.expect<std::vector<store::BackupInfo>>(
        [status = std::move(status),
         reply](base::Result<std::vector<store::BackupInfo>> backups) mutable {
            for (const auto& backup : backups ? *backups : std::vector<store::BackupInfo>()) {
                if (backup.isVerified && (!status.lastBackup || backup.time > *status.lastBackup))
                    status.lastBackup = backup.time;
            }
            reply->answer(std::move(status));
        }));
}

void Desk::saveSetting(base::Caller& caller, const QString& key, const QString& value,
                       Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [key, value](Impl& d, const SharedReply<void>& reply) {
                          d.saveSetting(key, value, reply);
                      });
}

void Desk::Impl::saveSetting(const QString& key, const QString& value,
                             const SharedReply<void>& reply)
{
    constexpr qsizetype kLongestValue = 20'000;
    if (key.isEmpty() || key.size() > 100 || value.size() > kLongestValue) {
        reply->answer(
            base::fail(base::Code::Invalid,
                       QStringLiteral("a setting has a name and at most 20,000 characters")));
        return;
    }
    std::optional<calendar::BusinessHours> hours;
    if (key == QLatin1String("hours.weekly")) {
        auto read = calendar::BusinessHours::fromJson(value.toUtf8());
        if (!read) {
            reply->answer(base::fail(read.error()));
            return;
        }
        hours = *std::move(read);
    }
    context.store.saveSetting(
        key, value, caller.expect<void>([this, key, value, hours, reply](base::Result<void> saved) {
            if (saved) {
                context.settings[key] = value;
                if (hours)
                    context.hours = *hours;
                hub.changed({.settings = true});
            }
            reply->answer(std::move(saved));
        }));
}

void Desk::hear(base::Caller& caller, std::function<void(Changes)> work)
{
    m_impl->tell([ear = caller.ear<Changes>(std::move(work))](Impl& d) { d.hub.addListener(ear); });
}

void Desk::hearAlerts(base::Caller& caller, std::function<void(Alert)> work)
{
    m_impl->tell(
        [ear = caller.ear<Alert>(std::move(work))](Impl& d) { d.hub.addAlertListener(ear); });
}

void Desk::settings(base::Caller& caller, Done<QMap<QString, QString>> done)
{
    m_impl->ask<QMap<QString, QString>>(
        caller, std::move(done), [](Impl& d, const SharedReply<QMap<QString, QString>>& reply) {
            reply->answer(d.context.settings);
        });
}

} // namespace desk
