// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"

#include <QJsonDocument>
#include <QTest>

ProbeFixture::ProbeFixture(probes::Subjects subjects, probes::Limits limits, QByteArray trustedPem)
    : runner(std::make_unique<probes::Runner>(
          probes::Setting{.home = home.home(),
                          .timers = home,
                          .clock = clock,
                          .mask =
                              [](const QString& text) {
                                  return QString(text).replace(QLatin1String("ana@example.com"),
                                                               QLatin1String("[EMAIL]"));
                              },
                          .subjects = std::move(subjects),
                          .limits = limits,
                          .trustedPem = std::move(trustedPem)}))
{
}

bool ProbeFixture::waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

std::vector<probes::Finding> ProbeFixture::run(probes::Order order)
{
    std::vector<probes::Finding> findings;
    bool isDone = false;
    pieces.clear();
    runner->run(std::move(order),
                {.output = [this](const probes::Piece& piece) { pieces << piece.text; },
                 .found = [&](const probes::Finding& finding) { findings.push_back(finding); },
                 .done = [&] { isDone = true; }});
    if (!waitFor([&] { return isDone; }))
        qFatal("a check does not end");
    return findings;
}

probes::Finding ProbeFixture::run(probes::CheckKind kind, const QJsonObject& parameters,
                                  const QHash<QString, QString>& values, probes::Where where)
{
    return run({.checks = {planOf("it", kind, parameters)},
                .parameters = {.values = values},
                .where = where})
        .front();
}

probes::CheckPlan planOf(const char* id, probes::CheckKind kind, const QJsonObject& parameters)
{
    return {.id = QString::fromLatin1(id), .kind = kind, .parameters = parameters};
}

QJsonObject json(const char* text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("no JSON object: %s", text);
    return document.object();
}

QString s(const probes::Finding& finding)
{
    return probes::summaryOf(finding);
}
