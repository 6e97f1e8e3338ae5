// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/report_words.h"

#include "release/compare/difference.h"
#include "release/gate.h"
#include "release/ledger/attested.h"
#include "release/ledger/ledger_check.h"
#include "release/outline.h"
#include "release/refusal.h"
#include "release/values.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace release {

namespace {

constexpr std::array kLabels{
    "made",          "template",     "created",    "planned",       "released",
    "decision",      "until",        "reasons",    "covered",       "overrides",
    "in_force",      "not_in_force", "covers",     "timeline",      "earliest",
    "critical_path", "late",         "at_risk",    "unestimated",   "items",
    "item",          "class",        "role",       "state",         "doers",
    "verifier",      "due",          "evidence",   "waiver",        "sign_offs",
    "rule",          "person",       "time",       "comment",       "counts",
    "yes",           "no",           "missing",    "not_needed",    "canary",
    "rollbacks",     "rollback",     "took",       "rehearsed",     "not_rehearsed",
    "ledger",        "ledger_head",  "sound",      "damaged",       "unasked",
    "nobody",        "after",        "digest_day", "digest_nobody", "digest_fault",
    "digest_worst",  "unproved",     "work_left",  "minutes",       "open_blockers",
    "same",          "text_erased",  "alone",      "own_work"};

/// Where nothing is named.
constexpr std::array kBare{"wrong_state_bare", "no_such_item_bare", "no_such_rule_bare"};

/// Kinds of a ledger's entries, and what is said in them.
constexpr std::array kHistory{"created",   "plan",
                              "comment",   "asks",
                              "until",     "owner",
                              "due",       "evidence",
                              "signature", "override_asked",
                              "canary",    "override_approved",
                              "rollback",  "rollback_step",
                              "rehearsal", "rollout",
                              "release",   "verdict",
                              "erasure",   "erasure_source",
                              "freeze",    "thaw"};

constexpr std::array kVerified{"sound",   "damaged", "complete",      "incomplete", "unknown",
                               "unkeyed", "erased",  "erased_unsaid", "clock_back", "other_key"};

void addKeys(QStringList& keys, const char* group, const auto& names)
{
    for (const char* name : names)
        keys.append(QString::fromLatin1(group) + u'.' + QString::fromLatin1(name));
}

QStringList neededKeys()
{
    QStringList keys;
    addKeys(keys, "label", kLabels);
    addKeys(keys, "verdict", Names<Verdict>::kAll);
    addKeys(keys, "reason", Names<Reason::Kind>::kAll);
    addKeys(keys, "remedy", Names<Remedy>::kAll);
    addKeys(keys, "plan_fault", Names<PlanFault::Kind>::kAll);
    addKeys(keys, "state", Names<State>::kAll);
    addKeys(keys, "class", Names<ItemClass>::kAll);
    addKeys(keys, "priority", Names<Priority>::kAll);
    addKeys(keys, "field", Names<Field>::kAll);
    addKeys(keys, "history", kHistory);
    addKeys(keys, "role", Names<Role>::kAll);
    addKeys(keys, "evidence", Names<EvidenceKind>::kAll);
    addKeys(keys, "outcome", Names<Outcome>::kAll);
    addKeys(keys, "canary", Names<CanaryStatus>::kAll);
    addKeys(keys, "refusal", Names<Refusal::Why>::kAll);
    addKeys(keys, "refusal", kBare);
    addKeys(keys, "fault", Names<LedgerFault::Kind>::kAll);
    addKeys(keys, "unattested", Names<Unattested::Kind>::kAll);
    addKeys(keys, "gone", Names<Unattested::Kind>::kAll);
    addKeys(keys, "verified", kVerified);
    return keys;
}

QString blankNamed(const QString& name, ReportWords::Blanks blanks)
{
    const auto found = std::find_if(blanks.begin(), blanks.end(), [&name](const auto& blank) {
        return name == QLatin1StringView(blank.first);
    });
    return found == blanks.end() ? QString() : found->second;
}

} // namespace

base::Result<ReportWords> ReportWords::load(const QByteArray& json, const QString& language)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(u"schema").toString() != u"relevo.release-words/1")
        return base::fail(base::Code::Invalid,
                          QStringLiteral("not of schema relevo.release-words/1"));
    const QJsonObject texts = root.value(language).toObject();
    ReportWords words;
    for (const QString& key : neededKeys()) {
        const QString text = texts.value(key).toString();
        if (text.isEmpty())
            return base::fail(base::Code::Invalid, QStringLiteral("no word for ") + key);
        words.m_texts.insert(key, text);
    }
    return words;
}

QString ReportWords::text(const QString& key, Blanks blanks) const
{
    const QString form = m_texts.value(key);
    QString filled;
    for (qsizetype from = 0; from < form.size();) {
        const qsizetype open = form.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : form.indexOf(u'}', open);
        if (close < 0) {
            filled += form.mid(from);
            break;
        }
        filled +=
            form.mid(from, open - from) + blankNamed(form.mid(open + 1, close - open - 1), blanks);
        from = close + 1;
    }
    return filled.trimmed();
}

} // namespace release
