// SPDX-License-Identifier: GPL-3.0-or-later
// How the page AI becomes settings and a key in the keychain.
#include "panels/ai/ai_page.h"
#include "panels/ai/ai_texts.h"
#include "panels/error_texts.h"
#include "ui_ai_page.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace panels {

QWidget* AiPage::fieldOf(desk::AiFault fault) const
{
    switch (fault) {
    case desk::AiFault::NoName:
    case desk::AiFault::NameTwice: return m_ui->serverName;
    case desk::AiFault::UnknownKind: return m_ui->kindBox;
    case desk::AiFault::NoModel: return m_ui->serverModel;
    case desk::AiFault::BadKeyName:
    case desk::AiFault::KeyElsewhere:
    case desk::AiFault::KeyMoved: return m_ui->serverKey;
    case desk::AiFault::BadPrice: return m_ui->inputPrice;
    case desk::AiFault::BadContext: return m_ui->contextBox;
    default: return m_ui->serverAddress;
    }
}

// A key of another host has a name of its own: should the keychain not take it, that of the old host
// is not found in its place.
void AiPage::nameKey(Draft& draft)
{
    if (draft.key.isEmpty())
        return;
    desk::AiServer& server = draft.server;
    const QString host = desk::aiHostOf(server);
    if (server.keyName.isEmpty())
        server.keyName = desk::aiKeyNameFor(server.name);
    else if (!server.keyHost.isEmpty() && server.keyHost != host)
        server.keyName = desk::aiKeyNameFor(server.name + u' ' + host);
    server.keyHost = host;
}

std::optional<std::vector<desk::AiServer>> AiPage::checkedServers()
{
    const auto refuse = [this](std::size_t row, const desk::AiProblem& problem) {
        m_ui->serversList->setCurrentRow(static_cast<int>(row));
        fieldOf(problem.fault)->setFocus();
        m_say(aiFaultText(problem), false);
        return std::nullopt;
    };
    for (std::size_t row = 0; row < m_drafts.size(); ++row) {
        Draft& draft = m_drafts[row];
        const auto input = amountOf(draft.input), output = amountOf(draft.output);
        if (!input || !output)
            return refuse(row, {desk::AiFault::BadPrice, draft.server.name, {}});
        draft.server.inputMicros = *input;
        draft.server.outputMicros = *output;
        nameKey(draft);
    }
    auto servers = drafted();
    for (std::size_t row = 0; row < servers.size(); ++row) {
        if (const auto problem = desk::faultOf(servers, row))
            return refuse(row, *problem);
    }
    return servers;
}

void AiPage::save()
{
    takeFields();
    const auto servers = checkedServers();
    if (!servers)
        return;
    const auto cap = amountOf(m_ui->capEdit->text());
    if (!cap) {
        m_say(tr("The most a day is an amount of 0 or more, or empty for no limit."), false);
        m_ui->capEdit->setFocus();
        return;
    }
    if (m_ui->totalBox->value() < m_ui->firstBox->value()) {
        m_say(tr("The time in all is not shorter than the time to the first words."), false);
        m_ui->totalBox->setFocus();
        return;
    }
    m_unusedKeys = unusedKeys();
    const bool hasCap = !m_ui->capEdit->text().trimmed().isEmpty();
    write({{desk::kAiEndpointsSetting, servers->empty() ? QString() : aiServersJson(*servers)},
           {desk::kAiCapSetting, hasCap ? QString::number(*cap) : QString()},
           {desk::kAiFirstContentSetting, QString::number(m_ui->firstBox->value())},
           {desk::kAiTotalSetting, QString::number(m_ui->totalBox->value())},
           {desk::kAiMaskingSetting, m_ui->maskingBox->currentData().toString()},
           {desk::kSmartToneSetting, m_ui->toneBox->currentData().toString()}});
}

void AiPage::write(const QMap<QString, QString>& values)
{
    // The desk keeps their order, so the last answer means that all are saved.
    auto failed = std::make_shared<base::Result<void>>();
    qsizetype rest = values.size();
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool isLast = --rest == 0;
        m_desk.saveSetting(m_caller, it.key(), it.value(),
                           [this, failed, isLast, values](const base::Result<void>& saved) {
                               if (!saved)
                                   *failed = saved;
                               if (!isLast)
                                   return;
                               if (*failed) {
                                   m_saved.insert(values);
                                   keepKeys();
                               } else {
                                   m_say(errorText(failed->error()), false);
                               }
                           });
    }
    // Only what was set here: somebody may have switched AI off meanwhile.
    if (std::exchange(m_isShareEdited, false) && m_ui->shareBox->value() != m_smart.share)
        setShare(m_ui->shareBox->value());
}

// Those of servers that are saved and no longer drafted.
QStringList AiPage::unusedKeys() const
{
    QStringList names;
    const auto saved = desk::aiServersOf(m_saved.value(desk::kAiEndpointsSetting));
    for (const auto& server : saved.value_or(std::vector<desk::AiServer>())) {
        if (!server.keyName.isEmpty())
            names += server.keyName;
    }
    for (const Draft& draft : m_drafts)
        names.removeAll(draft.server.keyName);
    return names;
}

// A key that the keychain does not take stays in its field.
void AiPage::keepKeys()
{
    if (m_hooks.saveAiKey) { // one that was not in the keychain is not missed
        for (const QString& name : std::exchange(m_unusedKeys, {}))
            m_hooks.saveAiKey(name, {}, [](desk::AiKeySaved) {});
    }
    const auto hasKey = [](const Draft& draft) { return !draft.key.isEmpty(); };
    std::vector<Draft> drafts;
    if (m_hooks.saveAiKey)
        std::ranges::copy_if(m_drafts, std::back_inserter(drafts), hasKey);
    if (drafts.empty()) {
        m_isEdited = false;
        m_say(tr("Saved."), true);
        return;
    }
    for (const Draft& draft : drafts) {
        m_hooks.saveAiKey(
            draft.server.keyName, draft.key,
            [this, guard = QPointer(this), name = draft.server.keyName](desk::AiKeySaved saved) {
                if (!guard)
                    return;
                const bool isKept = saved == desk::AiKeySaved::Saved;
                for (Draft& each : m_drafts) {
                    if (each.server.keyName == name && isKept)
                        each.key.clear();
                }
                // Until every key is kept the page is not read anew: that would empty the fields.
                m_isEdited = std::ranges::any_of(
                    m_drafts, [](const Draft& each) { return !each.key.isEmpty(); });
                showServer();
                m_say((isKept ? tr("Saved.") + u' ' : QString()) + aiKeySavedText(saved, name),
                      isKept);
            });
    }
}

void AiPage::forgetKey()
{
    const Draft* draft = current();
    if (!draft || !m_hooks.saveAiKey)
        return;
    m_hooks.saveAiKey(
        draft->server.keyName, {},
        [this, guard = QPointer(this), name = draft->server.keyName](desk::AiKeySaved saved) {
            if (!guard)
                return;
            const bool isGone = saved == desk::AiKeySaved::Saved;
            for (Draft& each : m_drafts) {
                if (!isGone || each.server.keyName != name ||
                    each.server.keyHost == desk::aiHostOf(each.server))
                    continue;
                each.server.keyName.clear(); // the new address goes without one
                each.server.keyHost.clear();
            }
            m_say(isGone ? tr("The key is forgotten.") : aiKeySavedText(saved, name), isGone);
            showKey();
        });
}

void AiPage::setShare(int share)
{
    m_desk.setSmartShare(m_caller, share, [this](const base::Result<desk::SmartState>& state) {
        state ? showSmart(*state) : m_say(errorText(state.error()), false);
    });
}

void AiPage::switchStage(const QString& stage, bool isOn)
{
    QStringList off = m_smart.stagesOff;
    off.removeAll(stage);
    if (!isOn)
        off += stage;
    m_desk.setSmartStagesOff(m_caller, off, [this](const base::Result<desk::SmartState>& state) {
        state ? showSmart(*state) : m_say(errorText(state.error()), false);
    });
}

} // namespace panels
