// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/self_checks.h"

#include "base/ids.h"
#include "base/threads/blocking_home.h"
#include "engine/study/replay.h"

#include <tuple>

namespace app {

namespace {

using probes::Judgement;
using probes::Verdict;

constexpr std::chrono::minutes kLongest{10}; ///< that a question may take
constexpr int kPage = 500;
constexpr int kNewest = 10'000;
constexpr qsizetype kMostNamed = 20; ///< conversations that go another way

/// Asks the desk and waits.
template <class T, class F>
base::Result<T> asked(F ask)
{
    base::BlockingHome here;
    const auto answer = std::make_shared<std::optional<base::Result<T>>>();
    ask(here.caller(), [answer](base::Result<T> result) { *answer = std::move(result); });
    const bool inTime = here.runUntil([&] { return answer->has_value(); }, kLongest);
    return inTime ? std::move(**answer) : base::Result<T>(base::fail(base::Code::Timeout));
}

int countIn(const QJsonObject& parameters, const char* name, int otherwise)
{
    return parameters.value(QLatin1String(name)).toInt(otherwise);
}

QString faultLine(const release::LedgerFault& fault)
{
    return QStringLiteral("%1, entry %2\n").arg(release::nameText(fault.kind)).arg(fault.number);
}

struct Replayed {
    int same = 0, notReplayable = 0;
    QStringList different; ///< "AB-1234, turn 3"
};

void count(Replayed& replayed, base::ConversationId id, const engine::ReplayResult& result)
{
    using Outcome = engine::ReplayResult::Outcome;
    switch (result.outcome) {
    case Outcome::Same: ++replayed.same; break;
    case Outcome::NotReplayable: ++replayed.notReplayable; break;
    case Outcome::Different:
        replayed.different += QStringLiteral("%1, turn %2")
                                  .arg(base::conversationCode(id))
                                  .arg(result.differentAt + 1);
        break;
    }
}

Judgement judged(const Replayed& replayed, int mostDifferences)
{
    QString text = QStringLiteral("%1 the same, %2 different, %3 not replayable\n")
                       .arg(replayed.same)
                       .arg(replayed.different.size())
                       .arg(replayed.notReplayable);
    for (const QString& each : replayed.different.mid(0, kMostNamed))
        text += each + QLatin1Char('\n');
    return {replayed.different.size() > mostDifferences ? Verdict::Failed : Verdict::Passed, text};
}

} // namespace

SelfChecks::SelfChecks(Service& service)
    : m_service(service), m_backups(service.backupCheck()),
      m_worker(service.clock(), {.name = "self-checks"})
{
    m_worker.start();
}

SelfChecks::~SelfChecks()
{
    m_isOver = true;
    m_worker.stop();
}

probes::Subjects SelfChecks::subjects()
{
    return {.figures = [&service = m_service] { return service.figures(); },
            .backup = m_backups->subject(),
            .ledger = subject(&SelfChecks::ledger),
            .replay = subject(&SelfChecks::replay)};
}

bool SelfChecks::offers(const release::CheckPlan& plan)
{
    const probes::Subject isThere = [](const QJsonObject&, base::Reply<Judgement>) {};
    return probes::has({.backup = isThere, .ledger = isThere, .replay = isThere}, plan);
}

void SelfChecks::nameRelease(std::vector<release::CheckPlan>& plans, const QString& release)
{
    for (release::CheckPlan& plan : plans) {
        if (plan.kind == release::CheckKind::Ledger)
            plan.parameters.insert(QStringLiteral("release"), release);
    }
}

probes::Subject SelfChecks::subject(base::Result<Judgement> (SelfChecks::*judge)(const QJsonObject&)
                                        const)
{
    return [this, judge](const QJsonObject& parameters, base::Reply<Judgement> reply) {
        std::ignore = m_worker.post([this, judge, parameters, reply = std::move(reply)]() mutable {
            reply.answer((this->*judge)(parameters));
        });
    };
}

base::Result<Judgement> SelfChecks::ledger(const QJsonObject& parameters) const
{
    const QString id = parameters.value(QLatin1String("release")).toString();
    const auto report = asked<desk::LedgerReport>([&](base::Caller& caller, auto done) {
        m_service.desk().verifyRelease(caller, id, {}, std::move(done));
    });
    if (!report)
        return base::fail(report.error());
    QString text = QStringLiteral("%1 entries%2\n")
                       .arg(report->verdict.count)
                       .arg(report->isKeyed ? QString() : QStringLiteral(", without a key"));
    for (const auto& fault : report->verdict.integrity)
        text += faultLine(fault);
    for (const auto& fault : report->verdict.completeness)
        text += faultLine(fault);
    if (!report->unattested.empty())
        text += QStringLiteral("%1 shown, and never said\n").arg(report->unattested.size());
    return Judgement{report->isSound() ? Verdict::Passed : Verdict::Failed, text};
}

base::Result<Judgement> SelfChecks::replay(const QJsonObject& parameters) const
{
    const auto catalogue = builtInCatalogue();
    const auto flow =
        engine::Flow::load(builtInFlow(), QList<QByteArray>(catalogue.begin(), catalogue.end()));
    if (!flow)
        return base::fail(flow.error());
    Replayed replayed;
    int left = countIn(parameters, "newest", kNewest);
    desk::ConversationQuery query{.limit = kPage};
    do {
        const auto page = asked<desk::ConversationPage>([&](base::Caller& caller, auto done) {
            m_service.desk().conversationPage(caller, query, std::move(done));
        });
        if (!page)
            return base::fail(page.error());
        for (const auto& head : page->rows) {
            if (m_isOver)
                return base::fail(base::Code::Cancelled);
            if (left-- <= 0)
                break;
            const auto turns =
                asked<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto done) {
                    m_service.desk().recordedTurns(caller, head.id, std::move(done));
                });
            if (!turns)
                return base::fail(turns.error());
            count(replayed, head.id, engine::replay(*flow, *turns));
        }
        query.after = page->next;
    } while (!query.after.isEmpty() && left > 0);
    if (replayed.same == 0 && replayed.different.isEmpty())
        return base::fail(base::Code::NotFound, QStringLiteral("no recorded conversation"));
    return judged(replayed, countIn(parameters, "maxDifferences", 0));
}

} // namespace app
