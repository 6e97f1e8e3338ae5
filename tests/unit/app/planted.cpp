// SPDX-License-Identifier: GPL-3.0-or-later
#include "planted.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

std::vector<Planted> plantedTexts(const std::set<QString>& kinds)
{
    QFile file(QStringLiteral(CORPORA "/privacy_positives.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Planted> all;
    while (!file.atEnd()) {
        // A bar keeps what searches sources for keys from stumbling over the corpus.
        const QByteArray line = file.readLine().replace("\xc2\xa6", "");
        const auto row = QJsonDocument::fromJson(line).object();
        Planted planted{row.value(QLatin1String("text")).toString(), {}};
        const auto entities = row.value(QLatin1String("entities")).toArray();
        for (const auto& entity : entities) {
            const auto value = entity.toObject();
            if (kinds.empty() || kinds.contains(value.value(QLatin1String("kind")).toString()))
                planted.secrets += value.value(QLatin1String("text")).toString();
        }
        if (!planted.secrets.isEmpty())
            all.push_back(std::move(planted));
    }
    return all;
}

QByteArray asJson(const QString& text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.mid(2, json.size() - 4);
}

QStringList secretsIn(const QByteArray& log, const std::vector<Planted>& planted)
{
    QStringList found;
    for (const auto& text : planted) {
        for (const QString& secret : text.secrets) {
            if (log.contains(asJson(secret)) || log.contains(secret.toUtf8()))
                found += secret;
        }
    }
    return found;
}

QByteArray filesIn(const QString& folder)
{
    QByteArray all;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}
