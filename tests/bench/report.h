// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace bench {

[[nodiscard]] double median(std::vector<double> values);
/// `fraction` in 0 … 1, of values in any order.
[[nodiscard]] double percentile(std::vector<double> values, double fraction);

/// A bound that a figure has to keep.
struct Bound {
    enum class Kind { AtLeast, AtMost };
    Kind kind = Kind::AtMost;
    double value = 0;
};
[[nodiscard]] inline Bound atLeast(double value)
{
    return {Bound::Kind::AtLeast, value};
}
[[nodiscard]] inline Bound atMost(double value)
{
    return {Bound::Kind::AtMost, value};
}

/// One line of the table; what counts is the median of its runs.
struct Figure {
    QString what;
    QString unit;
    std::vector<double> runs;
    std::optional<Bound> bound = {}; ///< of DESIGN.md
    QString beside = {};             ///< the same beside its peers
};

/// Collects figures; says each on stderr as it comes, and the table at the end.
class Report
{
public:
    void section(const QString& title);
    void add(const Figure& figure);
    /// A line of plain text under the table's section.
    void note(const QString& text);
    [[nodiscard]] QString markdown() const { return m_text; }
    [[nodiscard]] int missed() const noexcept { return m_missed; }

private:
    QString m_text;
    int m_missed = 0;
};

} // namespace bench
