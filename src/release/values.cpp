// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/values.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace release {

QString markOf(const CheckPlan& check)
{
    const QByteArray text = nameText(check.kind).toUtf8() + ' ' +
                            QJsonDocument(check.parameters).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Release releaseOf(const Template& source, QString id, QString title, WallTime now)
{
    Release release;
    release.id = std::move(id);
    release.title = std::move(title);
    release.templateId = source.id;
    release.templateVersion = source.version;
    release.language = source.language;
    release.createdAt = now;
    release.planChangedAt = now;
    release.sections = source.sections;
    release.signOffs = source.signOffs;
    release.canaryPlan = source.canary;
    release.rollbackPlan = source.rollback;
    release.items.reserve(source.items.size());
    for (const ItemPlan& plan : source.items) {
        Item item;
        item.plan = plan;
        item.changedAt = now;
        if (plan.dueWithin)
            item.due = now + *plan.dueWithin;
        release.items.push_back(std::move(item));
    }
    return release;
}

} // namespace release
