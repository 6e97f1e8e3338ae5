// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/import/draft_reader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace panels {

namespace {

using Read = DraftReader::Read;

tl::unexpected<ReadFault> no(ReadFault fault)
{
    return tl::unexpected<ReadFault>(fault);
}

tl::expected<desk::ReleaseSource, ReadFault> sourceAt(const QString& path)
{
    const QFileInfo about(path);
    if (!about.exists())
        return no(ReadFault::NotThere);
    if (!about.isFile())
        return no(ReadFault::NoFile);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return no(ReadFault::NotAllowed);
    if (file.size() > desk::kLongestReleaseSource)
        return no(ReadFault::TooLarge);
    desk::ReleaseSource source{about.fileName(), file.readAll()};
    if (source.bytes.trimmed().isEmpty())
        return no(ReadFault::Empty);
    return source;
}

// A text in UTF-16 has its mark at the beginning; any other with bytes of zero is a program, a picture.
ReadFault whyNoText(const QByteArray& bytes)
{
    const bool isWide = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    return !isWide && bytes.contains('\0') ? ReadFault::NotText : ReadFault::NotUtf8;
}

Read understood(desk::ReleaseSource source, release::Taking taking)
{
    const auto text = release::readableText(source.bytes);
    if (!text)
        return no(whyNoText(source.bytes));
    const release::HowToRead how{.taking = taking,
                                 .fallbackTitle = QFileInfo(source.name).completeBaseName()};
    auto draft = release::draftOf(text->utf8, how);
    const auto all = taking == release::Taking::Everything
                         ? draft
                         : release::draftOf(text->utf8, {.fallbackTitle = how.fallbackTitle});
    if (!draft || !all)
        return no(ReadFault::TooDeep);
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
                             : no(source.error()));
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
