// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosted_service.h"

#include "app/config_keys.h"
#include "app/service.h"
#include "base/threads/blocking_home.h"

#include <QProcessEnvironment>

#include <optional>
#include <unistd.h>

using namespace std::chrono_literals;

namespace crash {

namespace {

void tell(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    [[maybe_unused]] const auto written =
        ::write(STDOUT_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// One agent at work, call after call.
class BusyAgent
{
public:
    explicit BusyAgent(desk::Desk& desk) : m_desk(desk) {}

    void work()
    {
        if (!m_me.isValid() && !signIn())
            return;
        ++m_round;
        for (const auto& head : page(desk::View::Unassigned))
            std::ignore = ask<desk::ConversationHead>([&](auto& caller, auto done) {
                m_desk.takeOver(caller, head.id, m_me, head.controlSeq, std::move(done));
            });
        for (const auto& head : page(desk::View::Mine))
            serve(head.id);
        if (m_round % 5 == 0)
            std::ignore = ask<desk::BackupInfo>(
                [&](auto& caller, auto done) { m_desk.backup(caller, {}, std::move(done)); });
    }

private:
    template <class T, class F>
    base::Result<T> ask(F call)
    {
        auto answer = std::make_shared<std::optional<base::Result<T>>>();
        call(m_here.caller(), [answer](base::Result<T> result) { *answer = std::move(result); });
        m_here.runUntil([&] { return answer->has_value(); }, 60s);
        return answer->has_value() ? std::move(**answer)
                                   : base::Result<T>(base::fail(base::Code::Timeout));
    }
    bool signIn()
    {
        const auto people = ask<std::vector<desk::Person>>(
            [&](auto& caller, auto done) { m_desk.people(caller, std::move(done)); });
        if (!people)
            return false;
        if (!people->empty()) {
            m_me = people->front().id;
        } else if (const auto saved = ask<desk::Person>([&](auto& caller, auto done) {
                       m_desk.savePerson(caller, {}, QStringLiteral("Ana"), std::move(done));
                   })) {
            m_me = saved->id;
        }
        m_desk.setDuty(m_me, desk::Duty::OnDuty);
        return m_me.isValid();
    }
    std::vector<desk::ConversationHead> page(desk::View view)
    {
        auto found = ask<desk::ConversationPage>([&](auto& caller, auto done) {
            m_desk.conversationPage(caller, {.view = view, .person = m_me, .limit = 4},
                                    std::move(done));
        });
        return found ? std::move(found->rows) : std::vector<desk::ConversationHead>();
    }
    void serve(base::ConversationId id)
    {
        const QString text = QStringLiteral("%1-%2").arg(::getpid()).arg(++m_said);
        const auto kept = ask<void>([&](auto& caller, auto done) {
            m_desk.saveDraft(caller, m_me, {.conversation = id, .text = text}, std::move(done));
        });
        if (kept)
            tell(QStringLiteral("draft %1 %2").arg(id.value).arg(text));
        const auto seq = ask<base::Seq>([&](auto& caller, auto done) {
            m_desk.reply(caller, id, m_me, text, text, std::move(done));
        });
        if (seq)
            tell(QStringLiteral("reply %1 %2 %3").arg(id.value).arg(seq->value).arg(text));
    }

    desk::Desk& m_desk;
    base::BlockingHome m_here;
    base::PersonId m_me;
    int m_round = 0;
    qint64 m_said = 0;
};

} // namespace

int hostUntilKilled(const QString& folder)
{
    base::Config config = app::makeConfig();
    if (!config.readEnvironment(QProcessEnvironment::systemEnvironment()) ||
        !config.set(base::Source::CommandLine, QStringLiteral("gateway.port"), QStringLiteral("0")))
        return 2;
    auto service =
        app::Service::start({.folder = folder, .config = std::move(config), .logsToStderr = true});
    if (!service || !(*service)->gateway())
        return 2;
    tell(QStringLiteral("url ") + (*service)->gateway()->url());
    BusyAgent agent((*service)->desk());
    while (true)
        agent.work();
}

} // namespace crash
