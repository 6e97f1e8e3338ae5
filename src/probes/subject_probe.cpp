// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whose subject is this program itself, or one of its files.
#include "probes/make.h"
#include "probes/plan/plan_reader.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSysInfo>

namespace probes {

namespace {

class SubjectProbe final : public Probe
{
public:
    SubjectProbe(const Ground& ground, Subject subject, QJsonObject parameters)
        : m_sink(ground.sink), m_subject(std::move(subject)), m_parameters(std::move(parameters)),
          m_caller(std::make_unique<base::Caller>(ground.setting.home))
    {
    }

    void start() override
    {
        m_subject(m_parameters,
                  m_caller->expect<Judgement>(
                      [this](const base::Result<Judgement>& judgement) { finish(judgement); }));
    }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return QSysInfo::machineHostName(); }

private:
    void finish(const base::Result<Judgement>& judgement)
    {
        if (!judgement) {
            const base::Error& error = judgement.error();
            m_sink.print((error.detail + QLatin1Char('\n')).toUtf8());
            m_sink.end(couldNotRun(error.code == base::Code::Cancelled ? Reason::Cancelled
                                                                       : Reason::SubjectFailed,
                                   {error.detail}));
            return;
        }
        m_sink.print(judgement->text.toUtf8());
        End end = passed();
        if (judgement->verdict != Verdict::Passed)
            end = failed(Reason::SubjectFailed, {judgement->text.section(QLatin1Char('\n'), 0, 0)});
        end.verdict = judgement->verdict;
        m_sink.end(std::move(end));
    }

    Sink& m_sink;
    const Subject m_subject;
    const QJsonObject m_parameters;
    std::unique_ptr<base::Caller> m_caller;
};

class FileAgeProbe final : public Probe
{
public:
    FileAgeProbe(const Ground& ground, QString path, double mostMinutes)
        : m_sink(ground.sink), m_clock(ground.setting.clock), m_path(std::move(path)),
          m_mostMinutes(mostMinutes)
    {
    }

    void start() override
    {
        const QFileInfo file(m_path);
        if (!file.exists()) {
            m_sink.end(failed(Reason::FileMissing, {m_path}));
            return;
        }
        constexpr double kMinute = 60'000;
        constexpr double kClockSkew = 1; // minutes
        const QDateTime changed = file.lastModified();
        const auto age =
            static_cast<double>(base::toMs(m_clock.wall()) - changed.toMSecsSinceEpoch()) / kMinute;
        const auto text = [](double minutes) { return QString::number(minutes, 'f', 0); };
        m_sink.print(
            (m_path + QLatin1Char(' ') + changed.toUTC().toString(Qt::ISODate) + QLatin1Char('\n'))
                .toUtf8());
        End end = passed();
        if (age < -kClockSkew)
            end = failed(Reason::FileFromFuture, {text(-age)});
        else if (age > m_mostMinutes)
            end = failed(Reason::FileTooOld, {text(age), text(m_mostMinutes)});
        end.value = age;
        m_sink.end(std::move(end));
    }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return QSysInfo::machineHostName(); }

private:
    Sink& m_sink;
    const base::Clock& m_clock;
    const QString m_path;
    const double m_mostMinutes;
};

} // namespace

Made makeSubjectProbe(const Subject& subject, const QJsonObject& plan, const Ground& ground)
{
    return std::make_unique<SubjectProbe>(ground, subject, plan);
}

Made makeFileAgeProbe(const QJsonObject& parameters, const Ground& ground)
{
    constexpr double kMostMinutes = 52'560'000; // a century
    PlanReader plan(parameters);
    QString path = plan.neededText("path");
    const double most = plan.neededNumber("maxAgeMinutes", 0, kMostMinutes);
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    return std::make_unique<FileAgeProbe>(ground, std::move(path), most);
}

} // namespace probes
