// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/understood.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace desk {

namespace {

/// So that what cannot be taken back is never done on AI's word alone: the engine then asks.
constexpr double kMostCertain = 0.85;
constexpr double kLeastCertain = 0.35;
const QString kOther = QStringLiteral("other");

QString knownCode(const engine::Catalogue& catalogue, engine::TermKind kind, const QString& code)
{
    return code != kOther && catalogue.indexOf(kind, code) >= 0 ? code : QString();
}

} // namespace

const QStringList& aiIntents()
{
    static const QStringList intents =
        QStringLiteral(
            "technical_problem performance connection installation configuration how_to "
            "shop_information general_question person frustration greeting_thanks yes no "
            "close erase_data out_of_scope")
            .split(u' ');
    return intents;
}

QString termsForAi(const engine::Catalogue& catalogue, engine::TermKind kind,
                   engine::Language language)
{
    QStringList list;
    for (const auto& term : catalogue.terms(kind)) {
        if (term.code != kOther)
            list.append(QStringLiteral("%1 (%2)").arg(term.code, term.label.plain(language)));
    }
    return list.join(QStringLiteral(", "));
}

bool hearUnderstood(const QByteArray& json, const engine::Catalogue& catalogue,
                    engine::AiHelp& help, engine::Facts& facts)
{
    const auto root = QJsonDocument::fromJson(json).object();
    const auto said = [&root](const char* key) {
        return root.value(QLatin1StringView(key)).toString();
    };
    const double score =
        std::clamp(root.value(QLatin1StringView("confidence")).toDouble(0), 0.0, kMostCertain);
    if (score < kLeastCertain)
        return false;
    const QString intent = said("intent");
    const QString problem = knownCode(catalogue, engine::TermKind::Problem, said("problem"));
    help.device = knownCode(catalogue, engine::TermKind::Device, said("device"));
    help.system = knownCode(catalogue, engine::TermKind::System, said("system"));
    const bool isIntent = aiIntents().contains(intent);
    if (isIntent)
        facts.candidates = {{intent, score}};
    if (!problem.isEmpty())
        facts.problemCandidates = {{.problem = problem, .score = score}};
    return isIntent || !problem.isEmpty() || !help.device.isEmpty() || !help.system.isEmpty();
}

QStringList stepsProposed(const QByteArray& json,
                          const std::vector<const engine::StepItem*>& offered)
{
    constexpr qsizetype kMost = 4; // at most four steps a message
    QStringList chosen;
    const auto list =
        QJsonDocument::fromJson(json).object().value(QLatin1StringView("steps")).toArray();
    for (const auto& each : list) {
        const QString id = each.toString();
        const bool isOffered =
            std::ranges::find(offered, id, &engine::StepItem::id) != offered.end();
        if (isOffered && !chosen.contains(id) && chosen.size() < kMost)
            chosen.append(id);
    }
    return chosen;
}

} // namespace desk
