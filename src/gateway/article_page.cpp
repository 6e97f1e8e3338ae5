// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/article_page.h"

#include "gateway/parts.h"
#include "http/text.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gateway {

namespace {

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;max-width:42rem;padding:1.5rem 1.25rem 3rem;"
    "font:1.0625rem/1.6 system-ui,sans-serif;color:#1c2128;background:#fff;"
    "overflow-wrap:anywhere}"
    "h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}"
    "h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1.1rem}"
    "header,footer{color:#5b6572;font-size:.9375rem}"
    "footer{margin-top:2.5rem;border-top:1px solid #d3d8de;padding-top:1rem}"
    "a{color:#0b6b63}li{margin:.3rem 0}img{max-width:100%}"
    "pre,code{background:#eef0f3;border-radius:4px}code{padding:.1em .3em}"
    "pre{padding:.75rem;overflow:auto}pre code{padding:0}"
    "table{border-collapse:collapse}td,th{border:1px solid #d3d8de;padding:.3rem .6rem}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #0b6b63}"
    "@media(prefers-color-scheme:dark){body{color:#e7eaee;background:#1b1f24}"
    "header,footer{color:#a3acb8}a{color:#5fc9bd}pre,code{background:#2d3239}"
    "footer,td,th{border-color:#3a4048}blockquote{border-color:#5fc9bd}}";

struct PageTexts {
    std::string_view ask;      ///< below an article
    std::string_view chat;     ///< the link to it
    std::string_view notFound; ///< title of the 404 page
    std::string_view gone;     ///< its one sentence
};
constexpr PageTexts kSpanish{"¿Te quedó alguna duda?", "Escribinos por el chat",
                             "No encontramos esa página",
                             "Puede que la hayamos movido o que la dirección esté incompleta."};
constexpr PageTexts kNeutral{"¿Quedó alguna duda?", "Ir al chat", "No encontramos esa página",
                             "Puede que se haya movido o que la dirección esté incompleta."};
constexpr PageTexts kEnglish{"Any questions left?", "Write to us in the chat",
                             "We could not find that page",
                             "It may have moved, or the address may be incomplete."};

const PageTexts& textsOf(const std::string& language)
{
    return language == "en" ? kEnglish : language == "es" ? kNeutral : kSpanish;
}

/// The style may be used by its hash; nothing else is loaded or run.
const std::string& contentPolicy()
{
    static const std::string policy = [] {
        const QByteArray hash = QCryptographicHash::hash(
            QByteArray(kStyle.data(), static_cast<qsizetype>(kStyle.size())),
            QCryptographicHash::Sha256);
        return "default-src 'none'; style-src 'sha256-" + hash.toBase64().toStdString() +
               "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }();
    return policy;
}

std::string escaped(const QString& text)
{
    return text.toHtmlEscaped().toStdString();
}

std::string pageOf(const std::string& language, const std::string& title, const std::string& shop,
                   const std::string& body)
{
    const PageTexts& texts = textsOf(language);
    std::string page = "<!doctype html>\n<html lang=\"" + language +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                       "<title>" +
                       title + (shop.empty() ? "" : " · " + shop) + "</title>\n<style>";
    page.append(kStyle).append("</style>\n</head>\n<body>\n");
    if (!shop.empty())
        page += "<header>" + shop + "</header>\n";
    page += "<main>\n<h1>" + title + "</h1>\n" + body + "</main>\n<footer>";
    page.append(texts.ask).append(" <a href=\"../\">").append(texts.chat);
    return page + "</a></footer>\n</body>\n</html>\n";
}

http::Response response(int status, std::string body)
{
    return {.status = status,
            .headers = {{"Content-Security-Policy", contentPolicy()},
                        {"X-Robots-Tag", status == 200 ? "all" : "noindex"}},
            .body = std::move(body),
            .contentType = "text/html; charset=utf-8"};
}

/// What may be shown, best first.
QStringList wantedLanguages(const Call& call)
{
    const std::string asked = call.request.queryValue("lang");
    for (const char* known : {"es-AR", "es", "en"}) {
        if (asked == known)
            return {QLatin1String(known)};
    }
    const QStringList spanish{QStringLiteral("es-AR"), QStringLiteral("es")};
    return call.language == Language::En ? QStringList{QStringLiteral("en")} + spanish
                                         : spanish + QStringList{QStringLiteral("en")};
}

void notFound(const SharedCall& call, const QStringList& languages)
{
    const std::string language = languages.front().toStdString();
    const PageTexts& texts = textsOf(language);
    call->answer(response(404, pageOf(language, std::string(texts.notFound), {},
                                      "<p>" + std::string(texts.gone) + "</p>\n")));
}

bool isSlug(std::string_view text)
{
    constexpr std::size_t kLongestSlug = 80;
    return !text.empty() && text.size() <= kLongestSlug && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

void serveArticle(const SharedCall& call, const desk::PublishedArticle& article)
{
    auto page = response(200, pageOf(article.language.toStdString(), escaped(article.title),
                                     escaped(article.shopName), article.html.toStdString()));
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(page.body), QCryptographicHash::Sha256);
    const std::string etag = '"' + hash.toHex().left(16).toStdString() + '"';
    page.headers.push_back({"ETag", etag});
    page.headers.push_back({"Cache-Control", "no-cache"});
    page.headers.push_back({"Content-Language", article.language.toStdString()});
    page.headers.push_back({"Vary", "Accept-Language"});
    if (call->request.header("if-none-match") == etag) {
        page.status = 304;
        page.body.clear();
    }
    call->answer(std::move(page));
}

} // namespace

void articlePage(const SharedCall& call)
{
    if (const auto wait =
            call->parts.articlePerAddress.take(http::limitKey(call->request.client))) {
        call->refuseRate("article_address", *wait);
        return;
    }
    const QStringList languages = wantedLanguages(*call);
    const auto slug = std::string_view(call->request.path).substr(kArticlePath.size());
    if (!isSlug(slug)) {
        notFound(call, languages);
        return;
    }
    call->parts.desk.publishedArticle(
        *call->parts.caller, QString::fromLatin1(slug.data(), static_cast<qsizetype>(slug.size())),
        languages, [call, languages](const base::Result<desk::PublishedArticle>& article) {
            if (article)
                serveArticle(call, *article);
            else if (article.error().code == base::Code::NotFound)
                notFound(call, languages);
            else
                call->refuse(article.error());
        });
}

} // namespace gateway
