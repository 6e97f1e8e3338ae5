// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bench {

namespace {

// Three digits that count, and thousands apart.
QString shown(double value)
{
    if (value >= 100) {
        QString digits = QString::number(std::llround(value));
        for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
            digits.insert(at, u',');
        return digits;
    }
    return QString::number(value, 'f', value >= 10 ? 1 : 2);
}

QString boundText(const Bound& bound)
{
    return (bound.kind == Bound::Kind::AtLeast ? QStringLiteral("≥ ") : QStringLiteral("≤ ")) +
           shown(bound.value);
}

bool holds(const Bound& bound, double value)
{
    return bound.kind == Bound::Kind::AtLeast ? value >= bound.value : value <= bound.value;
}

} // namespace

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double fraction)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(
        std::lround(fraction * static_cast<double>(values.size() - 1)))];
}

void Report::section(const QString& title)
{
    std::fprintf(stderr, "\n%s\n", qPrintable(title));
    m_text +=
        QStringLiteral("\n**%1**\n\n| what | median | unit | to reach | holds | runs | beside |\n"
                       "|---|---:|---|---:|---|---|---|\n")
            .arg(title);
}

void Report::add(const Figure& figure)
{
    const double value = median(figure.runs);
    QString verdict;
    if (figure.bound) {
        const bool isGood = holds(*figure.bound, value);
        m_missed += isGood ? 0 : 1;
        verdict = isGood ? QStringLiteral("yes") : QStringLiteral("**no**");
    }
    QStringList runs;
    for (const double run : figure.runs)
        runs += shown(run);
    const QString line =
        QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 |")
            .arg(figure.what, shown(value), figure.unit,
                 figure.bound ? boundText(*figure.bound) : QString(), verdict,
                 figure.runs.size() > 1 ? runs.join(u' ') : QString(), figure.beside);
    std::fprintf(stderr, "%s\n", qPrintable(line));
    m_text += line + u'\n';
}

void Report::note(const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    m_text += u'\n' + text + u'\n';
}

} // namespace bench
