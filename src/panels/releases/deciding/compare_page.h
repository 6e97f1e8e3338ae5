// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"
#include "release/compare/strategies.h"

#include <memory>
#include <vector>

namespace Ui {
class ComparePage;
}

namespace panels {

/// Two ways side by side: this release as it is, under a strategy or another version of its template,
/// or another release. What blocks each, its critical path, its earliest date, and what differs.
class ComparePage final : public ReleasePage
{
    Q_OBJECT
public:
    explicit ComparePage(OpenRelease& open, QWidget* parent = nullptr);
    ~ComparePage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Choice {
        QString text;
        std::optional<release::Template> plan; ///< this release under it
        QString release;                       ///< another one; both empty: this one as it is
        bool operator==(const Choice&) const = default;
    };
    using Got = std::function<void(const std::shared_ptr<const release::Release>&)>;

    void readChoices();
    void fillChoices();
    void compare();
    void resolve(const Choice& choice, Got got);
    void compareBoth(const release::Release& first, const release::Release& second);
    void showOutlooks(const release::Comparison& comparison, const release::Release& first,
                      const release::Release& second);
    void showDifferences(const std::vector<release::ItemDifference>& differences);

    std::unique_ptr<Ui::ComparePage> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    std::vector<desk::ShelvedTemplate> m_templates;
    std::vector<desk::ReleaseSummary> m_releases;
    std::vector<Choice> m_choices;
};

} // namespace panels
