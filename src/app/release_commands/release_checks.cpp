// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release check: runs what a release's items can be checked by, and keeps what came of it.
#include "app/checks/checks_here.h"
#include "app/release_commands/release_command.h"
#include "app/release_commands/round_options.h"
#include "app/self_checks.h"
#include "app/service.h"
#include "base/json.h"
#include "base/threads/blocking_home.h"
#include "desk/releases/finding_texts.h"
#include "probes/command/command_line.h"
#include "release/report/report_texts.h"

namespace app {

namespace {

using probes::Finding;
using probes::Verdict;
using release::Item;

/// Asks the program about itself: its backups, its own figures.
bool isOfService(const release::CheckPlan& plan)
{
    switch (plan.kind) {
    case release::CheckKind::Backup:
    case release::CheckKind::Ledger:
    case release::CheckKind::Replay:
    case release::CheckKind::AlertRules: return true;
    case release::CheckKind::Metric:
        return plan.parameters.value(u"source").toString() != QLatin1String("prometheus") &&
               plan.parameters.value(u"server").toString().isEmpty();
    default: break;
    }
    return false;
}

/// The checks of one command: what the program is asked about itself is judged where it runs, all else
/// by the one who gave the command.
class Checks
{
public:
    explicit Checks(CommandContext& context) : m_context(context), m_self(context.service()) {}

    /// \param own what the release says that its checks' parameters stand for
    void setOwn(QMap<QString, QString> own) { m_own = std::move(own); }

    /// Runs an item's checks and waits. Ctrl-C cancels what is left.
    base::Result<std::vector<Finding>> run(const std::vector<release::CheckPlan>& plans)
    {
        ChecksAsked ofService{.plans = {}, .parameters = parameters(), .isShown = isShown()};
        ChecksAsked ofAsker = ofService;
        for (const release::CheckPlan& plan : plans)
            (isOfService(plan) ? ofService : ofAsker).plans.push_back(plan);
        std::vector<Finding> findings;
        if (!ofAsker.plans.empty()) {
            auto found = m_context.io.runChecks(ofAsker);
            if (!found)
                return found;
            findings = *std::move(found);
        }
        if (!ofService.plans.empty()) {
            const auto found = runChecksHere(
                ofService, m_self.subjects(),
                [this](const QString& text) { m_context.io.out(text.toUtf8()); },
                [this] { return m_context.io.isCancelled(); });
            findings.insert(findings.end(), found.begin(), found.end());
        }
        return findings;
    }

    [[nodiscard]] probes::Parameters parameters() const
    {
        probes::Parameters parameters;
        for (auto each = m_own.begin(); each != m_own.end(); ++each)
            parameters.values.insert(each.key(), each.value());
        for (const char* name : {"host", "redis", "prometheus"}) {
            if (const QString value = optionText(m_context, name); !value.isEmpty())
                parameters.values.insert(QString::fromLatin1(name), value);
        }
        parameters.own = m_context.service().ownUrls();
        parameters.setOwnToken(m_context.service().config().text(QStringLiteral("log.token")));
        return parameters;
    }

private:
    [[nodiscard]] bool isShown() const { return !m_context.given.json(); }

    CommandContext& m_context;
    QMap<QString, QString> m_own;
    SelfChecks m_self;
};

/// Those that were asked for. A command runs in the folder of the one who gave it.
std::vector<release::CheckPlan> plansOf(const CommandContext& context, const Item& item)
{
    const QString only = optionText(context, "check");
    std::vector<release::CheckPlan> plans;
    for (release::CheckPlan plan : item.plan.checks) {
        if (!only.isEmpty() && plan.id != only)
            continue;
        if (plan.kind == release::CheckKind::Command &&
            !plan.parameters.contains(QStringLiteral("folder")))
            plan.parameters.insert(QStringLiteral("folder"), context.given.folder);
        plans.push_back(std::move(plan));
    }
    return plans;
}

std::vector<Item> itemsGiven(const CommandContext& context, const release::Release& release)
{
    const QString wanted = context.given.words.value(1);
    const QString section = optionText(context, "section");
    std::vector<Item> items;
    for (const Item& item : release.items) {
        if ((wanted.isEmpty() || item.plan.id.value == wanted) &&
            (section.isEmpty() || item.plan.section == section) && !plansOf(context, item).empty())
            items.push_back(item);
    }
    return items;
}

bool isCommand(const release::CheckPlan& plan)
{
    return plan.kind == release::CheckKind::Command;
}

/// Runs the checks that were asked for, once or in rounds, tells what they found and keeps it.
class Checking
{
public:
    Checking(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view)
        : m_context(context), m_command(command), m_view(view), m_checks(context)
    {
    }

    Exit once() { return round(); }

    /// What the worst round came to. Ctrl-C ends it: what was found until then counts.
    Exit again(const probes::Rounds& rounds)
    {
        m_rounds.emplace(m_context, rounds);
        do {
            if (const auto read = readAgain(); !read)
                return m_command.acting.fail(read.error());
            if (!m_context.given.json())
                m_context.line(m_context.translate("relevoctl", "Round %1, %2")
                                   .arg(m_rounds->number())
                                   .arg(release::timeText(m_rounds->at())));
            note(round());
        } while (m_foundSome && m_rounds->next());
        return m_foundSome ? m_worst : Exit::CouldNot;
    }

private:
    /// What was changed meanwhile is followed.
    base::Result<void> readAgain()
    {
        if (auto stays = m_command.acting.stay(); !stays)
            return stays;
        auto view = m_command.find(m_view.release->id);
        if (!view)
            return base::fail(view.error());
        m_view = *std::move(view);
        return {};
    }

    Exit round()
    {
        const auto items = itemsGiven(m_context, *m_view.release);
        if (items.empty()) {
            m_context.complain(
                m_context.translate("relevoctl", "There is nothing to check there."));
            return Exit::CouldNot;
        }
        const auto hasCommand = [](const Item& item) {
            return std::ranges::any_of(item.plan.checks, isCommand);
        };
        if (!m_view.mayRunCommands && std::ranges::any_of(items, hasCommand))
            return m_command.acting.fail({base::Code::Refused, {}});
        m_checks.setOwn(m_view.release->parameters);
        Exit worst = Exit::Done;
        for (const Item& item : items) {
            const Exit exit = run(item);
            if (exit == Exit::No || worst == Exit::Done)
                worst = exit;
            if (m_context.io.isCancelled())
                return m_rounds ? worst : Exit::CouldNot;
        }
        m_knowsCommands = true;
        return worst;
    }

    Exit run(const Item& item)
    {
        auto plans = plansOf(m_context, item);
        const Exit left = leaveOtherCommands(item, plans);
        SelfChecks::nameRelease(plans, m_view.release->id);
        const auto findings = m_checks.run(plans);
        if (!findings && m_rounds && m_context.io.isCancelled())
            return left;
        if (!findings)
            return m_command.acting.fail(findings.error());
        if (const auto stays = m_command.acting.stay(); !stays)
            return m_command.acting.fail(stays.error());
        const Exit exit = keep(item, *findings);
        return exit == Exit::Done ? left : exit;
    }

    /// Who changes an item while rounds go on must not run code here: only what was there when the
    /// command was given runs.
    Exit leaveOtherCommands(const Item& item, std::vector<release::CheckPlan>& plans)
    {
        Exit exit = Exit::Done;
        std::erase_if(plans, [&](const release::CheckPlan& plan) {
            const auto line = isCommand(plan) ? probes::commandLineOf(plan, m_checks.parameters())
                                              : tl::unexpected(probes::End());
            if (!line) // none, or one that does not run
                return false;
            const QByteArray key = probes::keyOf(*line);
            if (!m_knowsCommands)
                m_commands.insert(key);
            if (m_commands.contains(key))
                return false;
            m_context.complain(m_context
                                   .translate("relevoctl",
                                              "%1 / %2: its command was changed since this began, "
                                              "and does not run. Begin anew to run it.")
                                   .arg(item.plan.title, nameOf(plan)));
            exit = Exit::CouldNot;
            return true;
        });
        return exit;
    }

    static QString nameOf(const release::CheckPlan& plan)
    {
        return plan.title.isEmpty() ? plan.id : plan.title;
    }

    void tellJson(const Item& item, const Finding& finding, const QString& text)
    {
        base::JsonWriter json;
        json.beginObject();
        if (m_rounds)
            json.member("round", m_rounds->number()).member("roundAt", base::toIso(m_rounds->at()));
        json.member("item", item.plan.id.value)
            .member("check", finding.checkId)
            .member("verdict", release::nameOf(finding.verdict))
            .member("reason", release::nameOf(finding.reason))
            .member("text", text)
            .member("exitCode", finding.run.exitCode)
            .member("httpStatus", finding.run.httpStatus)
            .member("durationMs", static_cast<qint64>(finding.run.duration.count()))
            .member("host", finding.run.host)
            .member("output", finding.output)
            .endObject();
        m_context.line(QString::fromStdString(json.take()));
    }

    void tell(const Item& item, const Finding& finding, const QString& title)
    {
        const QString text = desk::findingText(finding, [this](const char* english) {
            return m_context.translate("Findings", english);
        });
        if (m_context.given.json()) {
            tellJson(item, finding, text);
            return;
        }
        if (finding.verdict == Verdict::Passed) {
            m_context.line(QStringLiteral("%1 / %2: %3, %4 ms")
                               .arg(item.plan.title, title,
                                    m_command.words().word("outcome", release::Outcome::Passed))
                               .arg(finding.run.duration.count()));
            return;
        }
        const QString verdict = finding.verdict == Verdict::CouldNotRun
                                    ? m_context.translate("relevoctl", "could not run")
                                    : m_command.words().word("outcome", release::Outcome::Failed);
        m_context.line(
            QStringLiteral("%1 / %2: %3. %4").arg(item.plan.title, title, verdict, text));
    }

    /// Tells and keeps the findings of one item; answers how bad it is.
    Exit keep(const Item& item, const std::vector<Finding>& findings)
    {
        Exit worst = Exit::Done;
        for (const Finding& finding : findings) {
            const auto plan =
                std::ranges::find(item.plan.checks, finding.checkId, &release::CheckPlan::id);
            if (plan == item.plan.checks.end() || finding.reason == probes::Reason::Cancelled)
                continue;
            m_foundSome = true;
            tell(item, finding, nameOf(*plan));
            const auto evidence = probes::evidenceOf(finding, *plan);
            if (!evidence && worst == Exit::Done)
                worst = Exit::CouldNot;
            if (finding.verdict == Verdict::Failed)
                worst = Exit::No;
            const bool isKept = evidence && !m_context.given.has(QStringLiteral("try"));
            if (isKept &&
                m_command.act(m_view, release::Show{item.plan.id, *evidence}) != Exit::Done)
                return Exit::CouldNot;
        }
        return worst;
    }

    void note(Exit exit)
    {
        if (exit == Exit::No || m_worst == Exit::Done)
            m_worst = exit;
    }

    CommandContext& m_context;
    ReleaseCommand& m_command;
    desk::ReleaseView& m_view;
    Checks m_checks;
    std::optional<RoundClock> m_rounds;
    QSet<QByteArray> m_commands;  ///< keys of the command lines of the first round
    bool m_knowsCommands = false; ///< those are all
    bool m_foundSome = false;
    Exit m_worst = Exit::Done;
};

Exit check(CommandContext& context)
{
    const auto rounds = roundsGiven(context);
    if (!rounds)
        return context.fail(rounds.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        Checking checking(context, command, view);
        return *rounds ? checking.again(**rounds) : checking.once();
    });
}

} // namespace

std::vector<Command> releaseCheckCommands()
{
    Command command{
        .name = QStringLiteral("release check"),
        .arguments =
            QStringLiteral("RELEASE [ITEM] [--section ID] [--check ID] [--host URL] "
                           "[--redis URL] [--prometheus URL] [--every TIME] [--for TIME] [--try] "
                           "[--json] [--as NAME]"),
        .summary = QT_TRANSLATE_NOOP(
            "relevoctl",
            "Runs the checks of a release, and keeps what came of them as evidence; with "
            "--every 5m --for 4h again and again, until then or Ctrl-C"),
        .options = {Acting::option(), {QStringLiteral("try")}, {QStringLiteral("json")}},
        .fewestWords = 1,
        .mostWords = 2,
        .run = check,
        .mayBeEnded = true};
    for (const char* value : {"section", "check", "host", "redis", "prometheus"})
        command.options.push_back({QString::fromLatin1(value), true});
    for (const char* value : kRoundOptions)
        command.options.push_back({QString::fromLatin1(value), true});
    return {std::move(command)};
}

} // namespace app
