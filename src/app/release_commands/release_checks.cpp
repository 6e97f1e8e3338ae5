// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release check: runs what a release's items can be checked by, and keeps what came of it.
#include "app/checks/checks_here.h"
#include "app/release_commands/release_command.h"
#include "app/self_checks.h"
#include "app/service.h"
#include "base/json.h"
#include "base/threads/blocking_home.h"
#include "desk/releases/finding_texts.h"

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
    /// \param own what the release says that its checks' parameters stand for
    Checks(CommandContext& context, QMap<QString, QString> own)
        : m_context(context), m_own(std::move(own)), m_self(context.service())
    {
    }

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

private:
    [[nodiscard]] bool isShown() const { return !m_context.given.json(); }

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

    CommandContext& m_context;
    const QMap<QString, QString> m_own;
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

void tell(CommandContext& context, const ReleaseCommand& command, const Item& item,
          const Finding& finding, const QString& title)
{
    const QString text = desk::findingText(finding, [&context](const char* english) {
        return context.translate("Findings", english);
    });
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("item", item.plan.id.value)
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
        context.line(QString::fromStdString(json.take()));
        return;
    }
    if (finding.verdict == Verdict::Passed) {
        context.line(QStringLiteral("%1 / %2: %3, %4 ms")
                         .arg(item.plan.title, title,
                              command.words().word("outcome", release::Outcome::Passed))
                         .arg(finding.run.duration.count()));
        return;
    }
    const QString verdict = finding.verdict == Verdict::CouldNotRun
                                ? context.translate("relevoctl", "could not run")
                                : command.words().word("outcome", release::Outcome::Failed);
    context.line(QStringLiteral("%1 / %2: %3. %4").arg(item.plan.title, title, verdict, text));
}

/// Tells and keeps the findings of one item; answers how bad it is.
Exit keep(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
          const Item& item, const std::vector<Finding>& findings)
{
    Exit worst = Exit::Done;
    for (const Finding& finding : findings) {
        const auto plan =
            std::ranges::find(item.plan.checks, finding.checkId, &release::CheckPlan::id);
        if (plan == item.plan.checks.end())
            continue;
        tell(context, command, item, finding, plan->title.isEmpty() ? plan->id : plan->title);
        const auto evidence = probes::evidenceOf(finding, *plan);
        if (!evidence && worst == Exit::Done)
            worst = Exit::CouldNot;
        if (finding.verdict == Verdict::Failed)
            worst = Exit::No;
        const bool isKept = evidence && !context.given.has(QStringLiteral("try"));
        if (isKept && command.act(view, release::Show{item.plan.id, *evidence}) != Exit::Done)
            return Exit::CouldNot;
    }
    return worst;
}

Exit check(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const auto items = itemsGiven(context, *view.release);
        if (items.empty()) {
            context.complain(context.translate("relevoctl", "There is nothing to check there."));
            return Exit::CouldNot;
        }
        const auto isCommand = [](const Item& item) {
            return std::ranges::any_of(item.plan.checks, [](const release::CheckPlan& plan) {
                return plan.kind == release::CheckKind::Command;
            });
        };
        if (!view.mayRunCommands && std::ranges::any_of(items, isCommand))
            return command.acting.fail({base::Code::Refused, {}});
        Checks checks(context, view.release->parameters);
        Exit worst = Exit::Done;
        for (const Item& item : items) {
            auto plans = plansOf(context, item);
            SelfChecks::nameRelease(plans, view.release->id);
            const auto findings = checks.run(plans);
            if (!findings)
                return command.acting.fail(findings.error());
            const Exit exit = keep(context, command, view, item, *findings);
            if (context.io.isCancelled())
                return Exit::CouldNot;
            if (exit == Exit::No || worst == Exit::Done)
                worst = exit;
        }
        return worst;
    });
}

} // namespace

std::vector<Command> releaseCheckCommands()
{
    Command command{
        .name = QStringLiteral("release check"),
        .arguments =
            QStringLiteral("RELEASE [ITEM] [--section ID] [--check ID] [--host URL] "
                           "[--redis URL] [--prometheus URL] [--try] [--json] [--as NAME]"),
        .summary = QT_TRANSLATE_NOOP(
            "relevoctl", "Runs the checks of a release, and keeps what came of them as evidence"),
        .options = {Acting::option(), {QStringLiteral("try")}, {QStringLiteral("json")}},
        .fewestWords = 1,
        .mostWords = 2,
        .run = check};
    for (const char* value : {"section", "check", "host", "redis", "prometheus"})
        command.options.push_back({QString::fromLatin1(value), true});
    return {std::move(command)};
}

} // namespace app
