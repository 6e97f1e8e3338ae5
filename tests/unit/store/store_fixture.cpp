// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace store_test {

StoreFixture::StoreFixture(store::Store::Options options)
    : m_options(std::move(options)), m_log(m_clock, {}), m_caller(m_home.home())
{
    if (m_options.folder.isEmpty())
        m_options.folder = m_dir.filePath("data");
    m_options.dailyBackup = false;
    m_log.addSink(std::make_unique<base::LogRing>(m_lines));
}

base::Result<void> StoreFixture::open()
{
    auto opened = store::Store::open(m_options, m_clock, m_random, m_log);
    if (!opened)
        return base::fail(opened.error());
    m_store = std::move(*opened);
    return {};
}

base::Result<store::Committed> StoreFixture::commit(store::TurnCommit turn)
{
    return ask<store::Committed>([&](store::Store& s, base::Reply<store::Committed> r) {
        s.commitTurn(std::move(turn), std::move(r));
    });
}

base::Result<store::ConversationRow> StoreFixture::conversation(base::ConversationId id)
{
    return ask<store::ConversationRow>([&](auto& s, auto r) { s.conversation(id, std::move(r)); });
}

base::Result<std::vector<store::EventRow>> StoreFixture::events(store::EventQuery query)
{
    return ask<std::vector<store::EventRow>>(
        [&](auto& s, auto r) { s.events(query, std::move(r)); });
}

base::Result<store::ConversationPage> StoreFixture::page(store::ConversationQuery query)
{
    return ask<store::ConversationPage>(
        [&](auto& s, auto r) { s.conversationPage(query, std::move(r)); });
}

base::Result<store::SearchPage> StoreFixture::search(store::SearchQuery query)
{
    return ask<store::SearchPage>([&](auto& s, auto r) { s.search(query, std::move(r)); });
}

base::Result<store::BackupInfo> StoreFixture::backup(const QString& folder, const QString& reason)
{
    return ask<store::BackupInfo>([&](auto& s, auto r) { s.backup(folder, reason, std::move(r)); });
}

base::Result<void> StoreFixture::verify(base::ConversationId id)
{
    return ask<void>([&](auto& s, auto r) { s.verify(id, std::move(r)); });
}

bool StoreFixture::waitForIndex()
{
    for (int i = 0; i < 400; ++i) {
        const auto found = search({.words = "cualquiera"});
        if (found && !found->isBehind)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
    return false;
}

std::vector<std::string> StoreFixture::logged() const
{
    std::vector<std::string> lines;
    for (const auto& line : m_lines->since(0, 10'000))
        lines.push_back(line.json);
    return lines;
}

Load::Load(StoreFixture& fixture, int inFlight) : m_fixture(fixture)
{
    for (int i = 0; i < inFlight; ++i)
        send(newTurn(ulid(5000 + i)));
}

void Load::stop()
{
    m_stopped = true;
    m_fixture.home().runUntil([&] { return m_waiting == 0; });
}

void Load::send(store::TurnCommit turn)
{
    ++m_waiting;
    m_fixture.store().commitTurn(std::move(turn),
                                 m_fixture.caller().expect<store::Committed>([this](auto r) {
                                     --m_waiting;
                                     m_done += r ? 1 : 0;
                                     if (r && !m_stopped)
                                         send(nextTurn(*r, QString(300, u'x')));
                                 }));
}

engine::Event event(engine::EventKind kind, engine::Actor actor, const QString& text,
                    bool customerSees)
{
    return {
        .kind = kind, .actor = actor, .customerSees = customerSees, .payload = "{}", .text = text};
}

store::TurnCommit newTurn(const QString& ulid, const QString& text, base::WallTime time)
{
    store::TurnCommit turn;
    turn.ulid = ulid;
    turn.customer = {"00112233445566778899aabbccddeeff"};
    turn.time = time;
    turn.events = {
        event(engine::EventKind::CustomerMessage, engine::Actor::Customer, text),
        event(engine::EventKind::StageChanged, engine::Actor::System, {}, false),
        event(engine::EventKind::BotMessage, engine::Actor::Bot, "Contame qué pasa con " + text)};
    turn.state = R"({"stage":"problem"})";
    turn.summary.stage = "problem";
    turn.summary.language = "es-AR";
    turn.summary.name = "Juan Pablo";
    turn.summary.lastText = text;
    turn.summary.lastTime = time;
    turn.customerSpoke = true;
    turn.record = R"({"rule":"r1"})";
    turn.recordPersonal = R"({"normalised":"hola"})";
    turn.handledBy = "flow";
    turn.inputKind = "message";
    return turn;
}

store::TurnCommit nextTurn(const store::Committed& last, const QString& text)
{
    store::TurnCommit turn =
        newTurn({}, text, base::fromMs(1'764'000'000'000 + last.last.value * 1000));
    turn.conversation = last.conversation;
    turn.expectedSeq = last.last;
    return turn;
}

QString ulid(int n)
{
    return QStringLiteral("01JD%1").arg(n, 22, 10, QChar(u'0'));
}

int shippedSchema()
{
    return static_cast<int>(QDir(RELEVO_SOURCE_DIR "/resources/schema")
                                .entryList({"[0-9][0-9][0-9][0-9]_*.sql"}, QDir::Files)
                                .size());
}

QString schemaWithNext(const QString& folder, const QByteArray& statements)
{
    QDir().mkpath(folder);
    const QDir shipped(RELEVO_SOURCE_DIR "/resources/schema");
    for (const QString& name : shipped.entryList({"*.sql"}, QDir::Files))
        QFile::copy(shipped.filePath(name), folder + u'/' + name);
    const int next = shippedSchema() + 1;
    QFile file(folder + QStringLiteral("/%1_next.sql").arg(next, 4, 10, QChar(u'0')));
    if (file.open(QIODevice::WriteOnly))
        file.write("-- compatible_from: " + QByteArray::number(next) + '\n' + statements);
    return folder;
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    const bool isPlain = QFileInfo(path).isFile(); // opening a pipe would wait for ever
    return isPlain && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace store_test
