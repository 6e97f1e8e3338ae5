// SPDX-License-Identifier: GPL-3.0-or-later
// What people type into the search, and what stands in a manifest. Whatever the bytes: the search's
// expression is one that FTS5 accepts, and a manifest that is read says the same when written
// again.
#include "store/index/search_query.h"
#include "store/keep/manifest.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

std::unique_ptr<sqlite3, CloseDatabase> openIndex()
{
    sqlite3* raw = nullptr;
    if (sqlite3_open(":memory:", &raw) != SQLITE_OK ||
        sqlite3_exec(raw,
                     "CREATE VIRTUAL TABLE word USING fts5 (text, who, "
                     "tokenize='unicode61 remove_diacritics 2')",
                     nullptr, nullptr, nullptr) != SQLITE_OK)
        std::abort();
    return std::unique_ptr<sqlite3, CloseDatabase>(raw);
}

void searchFor(const QString& words)
{
    static const auto index = openIndex();
    for (const char* from : {"", "customer"}) {
        const auto expression = store::matchExpression(words, QString::fromLatin1(from));
        if (!expression)
            std::abort();
        if (expression->isEmpty())
            continue;
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(index.get(), "SELECT rowid FROM word WHERE word MATCH ?", -1, &statement,
                           nullptr);
        const QByteArray utf8 = expression->toUtf8();
        sqlite3_bind_text(statement, 1, utf8.constData(), static_cast<int>(utf8.size()),
                          SQLITE_TRANSIENT);
        if (sqlite3_step(statement) != SQLITE_DONE)
            std::abort();
        sqlite3_finalize(statement);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    searchFor(QString::fromUtf8(bytes));
    if (const auto manifest = store::manifestFromJson(bytes)) {
        if (store::manifestFromJson(store::manifestToJson(*manifest)) != manifest)
            std::abort();
    }
    return 0;
}
