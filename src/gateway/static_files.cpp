// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/static_files.h"

#include "gateway/parts.h"

#include <QCryptographicHash>
#include <QFile>

// Resources of a static library are registered from outside any namespace.
static void initGatewayResources()
{
    Q_INIT_RESOURCE(widget);
}

namespace gateway {

namespace {

struct StaticFile {
    std::string body;
    std::string etag;
};

StaticFile load(const QString& path)
{
    initGatewayResources();
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QByteArray hash =
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16);
    return {bytes.toStdString(), '"' + hash.toStdString() + '"'};
}

void serve(const SharedCall& call, const StaticFile& file, const char* type,
           std::vector<http::Header> headers)
{
    headers.push_back({"ETag", file.etag});
    headers.push_back({"Cache-Control", "no-cache"});
    if (call->request.header("if-none-match") == file.etag)
        call->answer({.status = 304, .headers = std::move(headers)});
    else
        call->answer({.headers = std::move(headers), .body = file.body, .contentType = type});
}

} // namespace

void widgetScript(const SharedCall& call)
{
    static const StaticFile file = load(QStringLiteral(":/widget/widget.js"));
    serve(call, file, "text/javascript; charset=utf-8",
          {{"Cross-Origin-Resource-Policy", "cross-origin"}});
}

void demonstrationPage(const SharedCall& call)
{
    static const StaticFile file = load(QStringLiteral(":/widget/index.html"));
    serve(call, file, "text/html; charset=utf-8",
          {{"Content-Security-Policy",
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' "
            "'unsafe-inline'; connect-src 'self'; "
            "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}});
}

} // namespace gateway
