// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/report_writer.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace panels {

namespace {

base::Result<void> saved(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::fail(base::Code::Offline, file.errorString());
    return {};
}

QByteArray pdfOf(const QTextDocument& document, const QString& title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Relevo"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    document.print(&writer);
    buffer.close();
    return buffer.data();
}

QByteArray bytesOf(ReportWriter::Format format, const QString& title, const QString& markdown)
{
    if (format == ReportWriter::Format::Markdown)
        return markdown.toUtf8();
    QTextDocument document;
    document.setMetaInformation(QTextDocument::DocumentTitle, title);
    document.setDefaultStyleSheet(
        QStringLiteral("table { border-collapse: collapse } td, th { padding: 3px 6px }"));
    document.setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
    return format == ReportWriter::Format::Html ? document.toHtml().toUtf8()
                                                : pdfOf(document, title);
}

} // namespace

ReportWriter::ReportWriter(std::shared_ptr<base::Home> home, const base::Clock& clock)
    : m_caller(std::move(home)), m_worker(clock, {.name = "report"})
{
    m_worker.start();
}

void ReportWriter::write(const QString& path, Format format, const QString& title,
                         const QString& markdown, Done done)
{
    auto reply = std::make_shared<base::Reply<void>>(m_caller.expect<void>(std::move(done)));
    std::ignore = m_worker.post([path, format, title, markdown, reply] {
        reply->answer(saved(path, bytesOf(format, title, markdown)));
    });
}

void ReportWriter::write(const QString& path, const QByteArray& bytes, Done done)
{
    auto reply = std::make_shared<base::Reply<void>>(m_caller.expect<void>(std::move(done)));
    std::ignore = m_worker.post([path, bytes, reply] { reply->answer(saved(path, bytes)); });
}

} // namespace panels
