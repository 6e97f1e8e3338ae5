// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"
#include "base/manual_clock.h"
#include "base/random.h"
#include "base/threads/blocking_home.h"
#include "desk/desk.h"
#include "store/store.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

/// A real store in a temporary folder, the real default flow, and a desk on them.
class DeskFixture
{
public:
    /// \param intents files as in resources/nlu/intents; without them nothing is classified
    /// \param problems files as in resources/nlu/problems; without them no problem is learnt
    enum class Time { Manual, Real };
    explicit DeskFixture(std::vector<QByteArray> intents = {},
                         std::vector<QByteArray> problems = {}, Time time = Time::Manual);
    ~DeskFixture();

    /// A few phrases of some intents, as in resources/nlu/intents.
    static std::vector<QByteArray> someIntents();
    /// Waits until messages are classified; answers the model's version.
    QString waitForModel();
    /// Waits until problems are heard by a model; answers its version.
    QString waitForProblemModel();
    /// What the desk is started with.
    static QByteArray flowJson();
    static std::vector<QByteArray> catalogue();
    static std::vector<QByteArray> prompts();

    /// Asks and waits: fixture.ask<desk::Answer>([&](base::Caller& c, auto done) { … }).
    template <class T, class F>
    base::Result<T> ask(F call)
    {
        auto answer = std::make_shared<std::optional<base::Result<T>>>();
        call(here.caller(), [answer](base::Result<T> result) { *answer = std::move(result); });
        here.runUntil([&] { return answer->has_value(); }, std::chrono::seconds(20));
        return answer->has_value() ? std::move(**answer)
                                   : base::Result<T>(base::fail(base::Code::Timeout));
    }

    desk::Greeting greet(const QString& locale = QStringLiteral("es-AR"),
                         base::CustomerId customer = {});
    base::Result<desk::Answer> say(const base::SessionId& session, const QString& text,
                                   const QString& messageId = {});
    base::Result<desk::Answer> tap(const base::SessionId& session, const QString& value);
    desk::ConversationHead head(base::ConversationId id);
    std::vector<desk::MessageEvent> events(base::ConversationId id);
    std::vector<desk::CustomerEvent> customerEvents(const base::SessionId& session,
                                                    qint64 after = 0);
    /// On duty; who is there already by that name is the same.
    desk::Person person(const QString& name);
    base::Result<desk::ConversationHead> takeOver(base::ConversationId id, base::PersonId person,
                                                  base::Seq expected = {});
    base::Result<base::Seq> reply(base::ConversationId id, base::PersonId person,
                                  const QString& text);
    /// A conversation of which a person was asked for.
    desk::Greeting waiting();
    /// Waits until the desk has done what it was told.
    void settle();
    /// Ends desk and store and starts them again on the same files, with this flow from now on.
    void restart(const QByteArray& flow = flowJson());

    std::vector<desk::ShippedFile> shipped; ///< articles that the next start brings
    desk::SmartStart smart;                 ///< as the next start is told
    desk::AiConfig ai;                      ///< as the next start is told
    QByteArray ledgerKey;                   ///< as the next start is told
    QTemporaryDir folder;
    base::ManualClock clock; ///< what it all runs by, unless the time is real
    base::SystemRandom random;
    base::SystemClock systemClock;
    base::Log log{clock, {.level = base::Level::Debug}};
    base::BlockingHome here;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<desk::Desk> desk;

private:
    void start(const QByteArray& flow);

    QString waitForVersion(const std::function<QString(const desk::Training&)>& versionIn);

    std::vector<QByteArray> m_intents, m_problems;
    const Time m_time;
};
