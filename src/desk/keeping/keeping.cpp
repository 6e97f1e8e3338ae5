// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeping/keeping.h"

#include "desk/keeping/demo.h"
#include "desk/keeping/exchange_format.h"
#include "desk/turn_commit.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int kExportedAtOnce = 50;
constexpr int kExportedEvents = 1000;

BackupInfo backupInfo(const store::BackupInfo& info)
{
    return {info.path, info.time, info.bytes, info.isVerified, info.reason};
}

store::TurnCommit commitOf(ImportedConversation imported, const QString& ulid, int flowVersion)
{
    engine::State state;
    state.flowVersion = flowVersion;
    state.stage = QStringLiteral("closed");
    state.mode = engine::Mode::Closed;
    state.language = QStringLiteral("es-AR");
    store::TurnCommit turn;
    turn.ulid = ulid;
    turn.externalId = imported.id;
    turn.time = imported.times.back();
    turn.flowVersion = flowVersion;
    turn.state = engine::stateToJson(state);
    turn.summary = {.mode = engine::Mode::Closed,
                    .stage = state.stage,
                    .language = state.language,
                    .lastText = imported.events.back().text.simplified().left(kLastTextLength),
                    .lastTime = imported.times.back(),
                    .closedTime = imported.times.back(),
                    .outcome = QStringLiteral("imported")};
    turn.changesControl = true;
    turn.customerSpoke = true;
    turn.record = "{}";
    turn.handledBy = QStringLiteral("import");
    turn.inputKind = QStringLiteral("import");
    turn.events = std::move(imported.events);
    turn.eventTimes = std::move(imported.times);
    return turn;
}

} // namespace

/// Gathers the lines of one export page, one conversation after the other, as their events arrive.
struct Keeping::ExportPage {
    std::vector<store::ConversationRow> rows;
    std::vector<store::EventRow> events; ///< of the conversation that is read now
    QList<QByteArray> lines;
    QByteArray next;
    Texts texts = Texts::AsStored;
};

void Keeping::importLine(const QByteArray& line, const SharedReply<base::ConversationId>& reply)
{
    auto imported = readExchangeLine(line, m_context.clock.wall());
    if (!imported) {
        reply->answer(base::fail(imported.error()));
        return;
    }
    const QString ulid = base::makeUlid(imported->times.front(), m_context.random);
    m_context.store.commitTurn(
        commitOf(*std::move(imported), ulid, m_context.flows.currentVersion()),
        m_context.caller.expect<store::Committed>(
            [this, reply](base::Result<store::Committed> committed) {
                if (!committed) {
                    reply->answer(base::fail(committed.error()));
                    return;
                }
                m_hub.conversationChanged(committed->conversation, committed->last);
                reply->answer(committed->conversation);
            }));
}

void Keeping::exportPage(QByteArray after, Texts texts, const SharedReply<Exported>& reply)
{
    m_context.store.conversationPage(
        {.view = store::View::All, .after = std::move(after), .limit = kExportedAtOnce},
        m_context.caller.expect<store::ConversationPage>(
            [this, texts, reply](base::Result<store::ConversationPage> page) {
                if (!page) {
                    reply->answer(base::fail(page.error()));
                    return;
                }
                exportNext(std::make_shared<ExportPage>(
                               ExportPage{std::move(page->rows), {}, {}, page->next, texts}),
                           reply);
            }));
}

void Keeping::exportNext(const std::shared_ptr<ExportPage>& page,
                         const SharedReply<Exported>& reply)
{
    const auto done = static_cast<std::size_t>(page->lines.size());
    if (done == page->rows.size()) {
        reply->answer(std::pair(page->lines, page->next));
        return;
    }
    const base::Seq after = page->events.empty() ? base::Seq{0} : page->events.back().seq;
    m_context.store.events(
        {.conversation = page->rows[done].id, .after = after, .limit = kExportedEvents},
        m_context.caller.expect<std::vector<store::EventRow>>(
            [this, page, reply](base::Result<std::vector<store::EventRow>> events) {
                if (!events) {
                    reply->answer(base::fail(events.error()));
                    return;
                }
                const bool isWhole = events->size() < kExportedEvents;
                std::ranges::move(*events, std::back_inserter(page->events));
                if (isWhole)
                    writeExported(page, reply);
                else
                    exportNext(page, reply);
            }));
}

void Keeping::writeExported(const std::shared_ptr<ExportPage>& page,
                            const SharedReply<Exported>& reply)
{
    const auto& row = page->rows[static_cast<std::size_t>(page->lines.size())];
    auto events = std::exchange(page->events, {});
    if (page->texts == Texts::AsStored) {
        page->lines += writeExchangeLine(row, events);
        exportNext(page, reply);
        return;
    }
    m_masking.exportLine(
        row, std::move(events),
        m_context.caller.expect<QByteArray>([this, page, reply](base::Result<QByteArray> line) {
            if (!line) {
                reply->answer(base::fail(line.error()));
                return;
            }
            page->lines += *std::move(line);
            exportNext(page, reply);
        }));
}

/// The rows of one conversation while they arrive.
struct Keeping::Recorded {
    base::ConversationId id;
    std::vector<store::TurnRow> turns;
    std::vector<store::EventRow> events;
};

void Keeping::recordedTurns(base::ConversationId id,
                            const SharedReply<std::vector<engine::RecordedTurn>>& reply)
{
    m_context.store.turns(
        id, m_context.caller.expect<std::vector<store::TurnRow>>(
                [this, id, reply](base::Result<std::vector<store::TurnRow>> turns) {
                    if (turns)
                        readRecorded(std::make_shared<Recorded>(Recorded{id, *turns, {}}), reply);
                    else
                        reply->answer(base::fail(turns.error()));
                }));
}

void Keeping::readRecorded(const std::shared_ptr<Recorded>& recorded,
                           const SharedReply<std::vector<engine::RecordedTurn>>& reply)
{
    const base::Seq after = recorded->events.empty() ? base::Seq{0} : recorded->events.back().seq;
    m_context.store.events(
        {.conversation = recorded->id, .after = after, .limit = kExportedEvents},
        m_context.caller.expect<std::vector<store::EventRow>>(
            [this, recorded, reply](base::Result<std::vector<store::EventRow>> events) {
                if (!events) {
                    reply->answer(base::fail(events.error()));
                    return;
                }
                const bool isWhole = events->size() < kExportedEvents;
                std::ranges::move(*events, std::back_inserter(recorded->events));
                if (isWhole)
                    reply->answer(desk::recordedTurns(recorded->turns, recorded->events));
                else
                    readRecorded(recorded, reply);
            }));
}

void Keeping::loadDemo(const SharedReply<int>& reply)
{
    playDemo(m_context, m_turns, [this, reply](base::Result<int> count) {
        m_hub.changed({.lists = true});
        reply->answer(std::move(count));
    });
}

void Keeping::clearDemo(const SharedReply<int>& reply)
{
    m_context.store.removeDemo(m_context.caller.expect<int>([this, reply](base::Result<int> count) {
        m_turns.forgetDemo();
        m_sessions.clear();
        m_hub.changed({.lists = true});
        reply->answer(std::move(count));
    }));
}

void Keeping::backup(QString folder, const SharedReply<BackupInfo>& reply)
{
    m_context.store.backup(
        std::move(folder), QStringLiteral("manual"),
        m_context.caller.expect<store::BackupInfo>([reply](base::Result<store::BackupInfo> info) {
            if (info)
                reply->answer(backupInfo(*info));
            else
                reply->answer(base::fail(info.error()));
        }));
}

void Keeping::backups(const SharedReply<std::vector<BackupInfo>>& reply)
{
    m_context.store.backups(m_context.caller.expect<std::vector<store::BackupInfo>>(
        [reply](base::Result<std::vector<store::BackupInfo>> infos) {
            if (!infos) {
                reply->answer(base::fail(infos.error()));
                return;
            }
            std::vector<BackupInfo> answer;
            std::transform(infos->begin(), infos->end(), std::back_inserter(answer), backupInfo);
            reply->answer(std::move(answer));
        }));
}

} // namespace desk
