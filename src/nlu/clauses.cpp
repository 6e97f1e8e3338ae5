// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/clauses.h"

#include <QString>

#include <algorithm>
#include <array>

namespace nlu {

namespace {

constexpr std::size_t kMostClauses = 8;
constexpr std::array kConnectors{
    QStringView(u"y"),      QStringView(u"e"),       QStringView(u"pero"),
    QStringView(u"ademas"), QStringView(u"and"),     QStringView(u"also"),
    QStringView(u"but"),    QStringView(u"tambien"), QStringView(u"plus")};

bool isConnector(QStringView word)
{
    return std::ranges::find(kConnectors, word) != kConnectors.end();
}

} // namespace

std::vector<Clause> clausesOf(const engine::Normalised& message)
{
    const QStringView text(message.text);
    std::vector<Clause> clauses;
    Clause open;
    const auto close = [&](std::size_t next) {
        if (open.count > 0)
            clauses.push_back(open);
        open = {.first = next, .count = 0};
    };
    for (std::size_t i = 0; i < message.words.size(); ++i) {
        const auto& word = message.words[i];
        if (word.startsClause)
            close(i);
        if (isConnector(text.mid(word.begin, word.size))) {
            close(i + 1);
            continue;
        }
        ++open.count;
    }
    close(message.words.size());
    if (clauses.size() < 2)
        return {};
    clauses.resize(std::min(clauses.size(), kMostClauses));
    return clauses;
}

} // namespace nlu
