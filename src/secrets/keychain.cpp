// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain.h"

#include "secrets/secret_service.h"

#include <QObject>
#include <QPointer>
#include <qt6keychain/keychain.h>

namespace secrets {

namespace {

/// What an error of QtKeychain means once the keychain is known to be open or of another kind.
Answer answerOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError: return Answer::Done;
    case QKeychain::EntryNotFound: return Answer::NotFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return Answer::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return Answer::Absent;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return Answer::Failed;
}

} // namespace

class Keychain::Context : public QObject
{
public:
    Context(QString service, base::Timers& timers, std::chrono::milliseconds patience)
        : m_service(std::move(service)), m_timers(timers), m_patience(patience)
    {
    }

    using Heard = std::function<void(Answer, const QString&)>;

    /// Goes on where the keychain can be used without asking anybody; else answers Locked. An absent
    /// Secret Service makes an error Absent: QtKeychain has no name of its own for that.
    void ifOpen(const Heard& heard, std::function<void(const Heard&)> work)
    {
        askCollection(this, m_patience, [heard, work = std::move(work)](Collection state) {
            if (state == Collection::Locked)
                heard(Answer::Locked, {});
            else if (state == Collection::Absent)
                work([heard](Answer answer, const QString& value) {
                    heard(answer == Answer::Failed ? Answer::Absent : answer, value);
                });
            else
                work(heard);
        });
    }

    void read(const QString& name, Heard heard)
    {
        auto* job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(name);
        run(job, std::move(heard), [job] { return job->textData(); });
    }
    void write(const QString& name, const QString& value, Heard heard)
    {
        auto* job = new QKeychain::WritePasswordJob(m_service);
        job->setKey(name);
        job->setTextData(value);
        run(job, std::move(heard), [] { return QString(); });
    }
    void remove(const QString& name, Heard heard)
    {
        auto* job = new QKeychain::DeletePasswordJob(m_service);
        job->setKey(name);
        run(job, std::move(heard), [] { return QString(); });
    }

private:
    /// Hears the job once: when it ends or when the patience does. The job deletes itself.
    template <class Value>
    void run(QKeychain::Job* job, Heard heard, Value value)
    {
        const auto once = std::make_shared<Heard>(std::move(heard));
        const auto tell = [once](Answer answer, const QString& text) {
            if (const auto work = std::exchange(*once, nullptr))
                work(answer, text);
        };
        const auto timer = m_timers.after(m_patience, [guard = QPointer(this), tell] {
            if (guard)
                tell(Answer::Late, {});
        });
        connect(job, &QKeychain::Job::finished, this, [this, timer, job, tell, value] {
            m_timers.cancel(timer);
            const Answer answer = answerOf(job->error());
            tell(answer, answer == Answer::Done ? value() : QString());
        });
        job->start();
    }

    const QString m_service;
    base::Timers& m_timers;
    const std::chrono::milliseconds m_patience;
};

Keychain::Keychain(QString service, base::Timers& timers, std::chrono::milliseconds patience)
    : m_context(std::make_unique<Context>(std::move(service), timers, patience))
{
}

Keychain::~Keychain() = default;

void Keychain::read(const QString& name, std::function<void(Reading)> done)
{
    m_context->ifOpen(
        [done = std::move(done)](Answer answer, const QString& value) {
            done({answer, value});
        },
        [context = m_context.get(), name](const Context::Heard& heard) {
            context->read(name, heard);
        });
}

void Keychain::write(const QString& name, const QString& value, std::function<void(Answer)> done)
{
    m_context->ifOpen(
        [done = std::move(done)](Answer answer, const QString&) { done(answer); },
        [context = m_context.get(), name, value](const Context::Heard& heard) {
            context->write(name, value, [=](Answer answer, const QString&) {
                if (answer != Answer::Done) {
                    heard(answer, {});
                    return;
                }
                context->read(name, [=](Answer again, const QString& stored) {
                    heard(again == Answer::Done && stored != value ? Answer::Failed : again, {});
                });
            });
        });
}

void Keychain::remove(const QString& name, std::function<void(Answer)> done)
{
    m_context->ifOpen([done = std::move(done)](Answer answer, const QString&) { done(answer); },
                      [context = m_context.get(), name](const Context::Heard& heard) {
                          context->remove(name, heard);
                      });
}

const char* answerName(Answer answer) noexcept
{
    switch (answer) {
    case Answer::Done: return "done";
    case Answer::NotFound: return "not_found";
    case Answer::Locked: return "locked";
    case Answer::Absent: return "absent";
    case Answer::Late: return "late";
    case Answer::Failed: return "failed";
    }
    return "failed";
}

} // namespace secrets
