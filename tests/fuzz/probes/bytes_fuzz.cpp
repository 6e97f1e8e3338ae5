// SPDX-License-Identifier: GPL-3.0-or-later
// What a host that is checked may answer, and what a plan may hold: Redis' lines, metrics as text, a
// Prometheus server's JSON, a command's output, texts with names in braces. Nothing crashes, and what
// leaves stays in its bounds.
#include "probes/figures/exposition.h"
#include "probes/figures/figures.h"
#include "probes/figures/prometheus.h"
#include "probes/network/endpoint.h"
#include "probes/network/http_expectation.h"
#include "probes/network/resp.h"
#include "probes/output.h"
#include "probes/plan/fill.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

void requireResp(QByteArray bytes)
{
    for (;;) {
        const auto before = bytes.size();
        const auto line = probes::takeRespLine(bytes);
        if (!line || line->kind == probes::RespLine::Kind::NotRedis)
            return;
        require(bytes.size() < before && !line->text.contains("\r\n"));
    }
}

void requireFigures(const QByteArray& bytes)
{
    const auto samples = probes::readExposition(bytes.toStdString());
    for (const QString& figure : probes::knownFigures()) {
        const auto value = probes::figureFrom(figure, {}, samples);
        require(!value || std::isfinite(*value));
    }
}

void requireOutput(const QByteArray& bytes)
{
    constexpr qsizetype kMost = 64;
    const probes::Redactor nothing;
    probes::Output output({.most = kMost, .livePiece = 16, .redact = nothing});
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        output.append(QByteArrayView(bytes).mid(at, 7));
        require(output.takeLive().isEmpty() || bytes.contains('\n'));
    }
    // Also where a byte that is no UTF-8 becomes three.
    require(output.text().toUtf8().size() <= kMost);
}

void requirePlan(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto filled = probes::fillIn({{QStringLiteral("it"), text}},
                                       {{QStringLiteral("host"), QStringLiteral("{host}")}});
    require(filled.parameters.size() == 1);
    if (const auto endpoint = probes::endpointOf(text))
        require(!endpoint->host.isEmpty() && endpoint->port > 0);
    if (const auto url = probes::httpUrlOf(text))
        require(url->scheme().startsWith(QLatin1String("http")) && url->userInfo().isEmpty());
    require(!probes::withoutUserInfo(QStringLiteral("http://") + text).contains(u'@'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    requireResp(bytes);
    requireFigures(bytes);
    requireOutput(bytes);
    requirePlan(bytes);
    const probes::HttpAnswer answer{.status = 200, .body = bytes};
    const auto value = probes::prometheusValue(answer, release::Side::Below);
    require(!value || std::isfinite(*value));
    std::ignore = probes::judged(
        {.jsonPath = QStringLiteral("a.0"), .keep = {{QStringLiteral("b"), QStringLiteral("b")}}},
        answer);
    return 0;
}
