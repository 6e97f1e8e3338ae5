// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/make.h"

namespace probes {

Made makeProbe(CheckKind kind, const QJsonObject& plan, const Ground& ground)
{
    const Subjects& subjects = ground.setting.subjects;
    switch (kind) {
    case CheckKind::Http: return makeHttpProbe(plan, ground);
    case CheckKind::Metric: return makeMetricProbe(plan, ground);
    case CheckKind::Tls: return makeTlsProbe(plan, ground);
    case CheckKind::Tcp: return makeTcpProbe(plan, ground);
    case CheckKind::Redis: return makeRedisProbe(plan, ground);
    case CheckKind::FileAge: return makeFileAgeProbe(plan, ground);
    case CheckKind::Backup: return makeSubjectProbe(subjects.backup, plan, ground);
    case CheckKind::Ledger: return makeSubjectProbe(subjects.ledger, plan, ground);
    case CheckKind::Replay: return makeSubjectProbe(subjects.replay, plan, ground);
    case CheckKind::AlertRules: return makeSubjectProbe(subjects.alertRules, plan, ground);
    case CheckKind::Command: break;
    }
    return badPlan(QStringLiteral("kind"));
}

} // namespace probes
