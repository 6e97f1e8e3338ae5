// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/prometheus.h"
#include "probes/make.h"
#include "probes/network/endpoint.h"
#include "probes/plan/plan_reader.h"

#include <QSysInfo>

#include <limits>

namespace probes {

namespace {

struct Threshold {
    QString what; ///< figure, or question
    release::Side badWhen = release::Side::Above;
    double limit = 0;
};

End judgedValue(const Threshold& threshold, double value)
{
    const bool isBad = threshold.badWhen == release::Side::Above ? value > threshold.limit
                                                                 : value < threshold.limit;
    const auto text = [](double number) { return QString::number(number, 'g', 6); };
    End end =
        isBad ? failed(Reason::LimitPassed, {threshold.what, text(value), text(threshold.limit)})
              : passed();
    end.value = value;
    return end;
}

QByteArray lineOf(const Threshold& threshold, double value)
{
    return threshold.what.toUtf8() + " = " + QByteArray::number(value, 'g', 6) + '\n';
}

class OwnMetricProbe final : public Probe
{
public:
    OwnMetricProbe(const Ground& ground, Threshold threshold)
        : m_sink(ground.sink), m_setting(ground.setting), m_history(ground.history),
          m_threshold(std::move(threshold))
    {
    }

    void start() override
    {
        m_history.add(m_setting.subjects.figures(), m_setting.clock.steady());
        const auto value = m_history.value(m_threshold.what);
        if (!value) {
            m_sink.end(couldNotRun(Reason::NoData, {m_threshold.what, QStringLiteral("no data")}));
            return;
        }
        m_sink.print(lineOf(m_threshold, *value));
        m_sink.end(judgedValue(m_threshold, *value));
    }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return QSysInfo::machineHostName(); }

private:
    Sink& m_sink;
    const Setting& m_setting;
    FigureHistory& m_history;
    const Threshold m_threshold;
};

class PrometheusProbe final : public Probe
{
public:
    PrometheusProbe(const Ground& ground, Threshold threshold, const QUrl& server,
                    const QString& query)
        : m_sink(ground.sink), m_threshold(std::move(threshold)), m_host(server.authority()),
          m_call({.most = ground.setting.limits.answer,
                  .trustedPem = ground.setting.trustedPem,
                  .policy = ground.policy,
                  .clock = ground.setting.clock},
                 prometheusRequest(server, query))
    {
    }

    void start() override
    {
        m_call.start([this](const HttpAnswer& answer) { finish(answer); });
    }
    void stop() override { m_call.stop(); }
    [[nodiscard]] QString host() const override { return m_host; }

private:
    void finish(const HttpAnswer& answer)
    {
        const auto value = prometheusValue(answer, m_threshold.badWhen);
        End end = value ? judgedValue(m_threshold, *value)
                        : couldNotRun(Reason::NoData, {m_threshold.what, value.error()});
        end.httpStatus = answer.status;
        m_sink.print(value ? lineOf(m_threshold, *value) : answer.body);
        m_sink.end(std::move(end));
    }

    Sink& m_sink;
    const Threshold m_threshold;
    const QString m_host;
    HttpCall m_call;
};

Threshold thresholdOf(PlanReader& plan)
{
    constexpr double kAny = std::numeric_limits<double>::max();
    Threshold threshold{.what = plan.text("figure")};
    const auto side = release::ofName<release::Side>(plan.neededText("badWhen"));
    if (!side)
        plan.refuse("badWhen");
    threshold.badWhen = side.value_or(release::Side::Above);
    threshold.limit = plan.neededNumber("limit", -kAny, kAny);
    if (!threshold.what.isEmpty() && !knownFigures().contains(threshold.what))
        plan.refuse("figure");
    return threshold;
}

} // namespace

Made makeMetricProbe(const QJsonObject& parameters, const Ground& ground)
{
    PlanReader plan(parameters);
    Threshold threshold = thresholdOf(plan);
    QString query = plan.text("query");
    const QString source = plan.text("source");
    const QString address = plan.text("server");
    const bool isOwn = source == QLatin1String("own") || (source.isEmpty() && address.isEmpty());
    if (!isOwn && !source.isEmpty() && source != QLatin1String("prometheus"))
        plan.refuse("source");
    if (threshold.what.isEmpty() == query.isEmpty() || (isOwn && !query.isEmpty()))
        plan.refuse(query.isEmpty() ? "figure" : "query");
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    if (isOwn && !ground.setting.subjects.figures)
        return tl::unexpected<End>(couldNotRun(Reason::NotOffered, {QStringLiteral("metric")}));
    if (isOwn)
        return std::make_unique<OwnMetricProbe>(ground, std::move(threshold));
    const auto server = httpUrlOf(address);
    if (!server)
        return tl::unexpected<End>(couldNotRun(Reason::BadHost, {withoutUserInfo(address)}));
    if (query.isEmpty())
        query = queryOf(threshold.what);
    else
        threshold.what = query;
    return std::make_unique<PrometheusProbe>(ground, std::move(threshold), *server, query);
}

} // namespace probes
