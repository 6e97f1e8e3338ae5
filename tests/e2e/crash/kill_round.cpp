// SPDX-License-Identifier: GPL-3.0-or-later
#include "kill_round.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace std::chrono_literals;

namespace crash {

namespace {

constexpr int kMessagesPerConversation = 40;

std::optional<quint16> portIn(const QByteArray& line)
{
    static const QRegularExpression address(QStringLiteral("http://127\\.0\\.0\\.1:([0-9]+)"));
    const auto match = address.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toUShort();
}

} // namespace

bool Customer::begin()
{
    if (!m_client.greet())
        return false;
    m_inConversation = 0;
    return true;
}

Customer::Message Customer::next()
{
    ++m_inConversation;
    const QString id = QStringLiteral("c%1-%2").arg(m_number).arg(++m_sent);
    // Every second customer asks for a person at once, so that an agent has somebody to answer.
    if (m_inConversation == 1 && m_number % 2 == 0)
        return {QStringLiteral("quiero hablar con una persona"), id};
    return {QStringLiteral("mensaje ") + id, id};
}

void Customer::talk(quint16 port)
{
    m_client.setPort(port);
    while (true) {
        const bool isNew = !m_client.hasSession() ||
                           (!m_unanswered && m_inConversation >= kMessagesPerConversation);
        if (isNew && !begin())
            return;
        if (!m_unanswered)
            m_unanswered = next();
        const auto answer = m_client.say(m_unanswered->text, m_unanswered->id);
        if (answer.status == 0)
            return;
        if (answer.status != 200) {
            m_refusal = answer.status;
            return;
        }
        m_acknowledged.push_back(
            {answer.conversation, m_unanswered->text, m_unanswered->id, answer.seq});
        m_unanswered.reset();
    }
}

std::unique_ptr<support::ChildProcess> startProgram(Program program, const QString& folder)
{
    const QMap<QByteArray, QByteArray> noLimits{{"RELEVO_LIMIT_GREETING_IP", "off"},
                                                {"RELEVO_LIMIT_CHAT_IP", "off"},
                                                {"RELEVO_LIMIT_CHAT_CONVERSATION", "off"}};
    auto process =
        program == Program::Relevoctl
            ? std::make_unique<support::ChildProcess>(
                  QStringLiteral(RELEVOCTL),
                  QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                              QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder},
                  noLimits)
            : std::make_unique<support::ChildProcess>(QCoreApplication::applicationFilePath(),
                                                      QStringList{QStringLiteral("-host"), folder},
                                                      noLimits);
    const auto isAddress = [](const QByteArray& line) { return portIn(line).has_value(); };
    if (!process->waitForLine(isAddress, 60s))
        return nullptr;
    return process;
}

quint16 portOf(const support::ChildProcess& program)
{
    for (const QByteArray& line : program.lines()) {
        if (const auto port = portIn(line))
            return *port;
    }
    return 0;
}

} // namespace crash
