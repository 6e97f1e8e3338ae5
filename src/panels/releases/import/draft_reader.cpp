// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/import/draft_reader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace panels {

namespace {

using Read = std::shared_ptr<const DraftRead>;

base::Result<desk::ReleaseSource> sourceAt(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::Code::NotFound, file.errorString());
    if (file.size() > desk::kLongestReleaseSource)
        return base::fail(base::Code::Invalid, QStringLiteral("the file is too large"));
    return desk::ReleaseSource{QFileInfo(path).fileName(), file.readAll()};
}

base::Result<Read> understood(desk::ReleaseSource source, release::Taking taking)
{
    const auto text = release::readableText(source.bytes);
    if (!text)
        return base::fail(text.error());
    const release::HowToRead how{.taking = taking,
                                 .fallbackTitle = QFileInfo(source.name).completeBaseName()};
    auto draft = release::draftOf(text->utf8, how);
    const auto all = taking == release::Taking::Everything
                         ? draft
                         : release::draftOf(text->utf8, {.fallbackTitle = how.fallbackTitle});
    if (!draft || !all)
        return base::fail(!draft ? draft.error() : all.error());
    DraftRead read{.source = std::move(source), .repaired = text->repaired};
    read.items = static_cast<int>(all->items.size());
    read.tasks =
        static_cast<int>(std::ranges::count(all->items, true, &release::DraftItem::isTask));
    read.draft = *std::move(draft);
    return std::make_shared<const DraftRead>(std::move(read));
}

} // namespace

DraftReader::DraftReader(std::shared_ptr<base::Home> home, const base::Clock& clock)
    : m_caller(std::move(home)), m_worker(clock, {.name = "import"})
{
    m_worker.start();
}

void DraftReader::readFile(const QString& path, Done done)
{
    auto reply =
        std::make_shared<base::Reply<Read>>(m_caller.expect<Read>(std::move(done), "read"));
    std::ignore = m_worker.post([path, reply] {
        auto source = sourceAt(path);
        reply->answer(source ? understood(*std::move(source), release::Taking::Everything)
                             : base::fail(source.error()));
    });
}

void DraftReader::readAgain(const desk::ReleaseSource& source, release::Taking taking, Done done)
{
    auto reply =
        std::make_shared<base::Reply<Read>>(m_caller.expect<Read>(std::move(done), "read"));
    std::ignore =
        m_worker.post([source, taking, reply] { reply->answer(understood(source, taking)); });
}

} // namespace panels
