// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/release_page.h"
#include "panels/releases/template_parts/template_work.h"

namespace panels {

/// A tab of the template that is changed: shows a part of it, and changes that.
class TemplatePart : public TitledPage
{
    Q_OBJECT
public:
    explicit TemplatePart(TemplateWork& work, QWidget* parent = nullptr)
        : TitledPage(parent), m_work(work)
    {
    }
    /// As it is now, in the language of now; what is chosen stays so.
    virtual void showPlan() = 0;
    /// Chooses what has this id, for something is wrong there.
    virtual void mark(const QString& id) = 0;

protected:
    [[nodiscard]] TemplateWork& work() const noexcept { return m_work; }

private:
    TemplateWork& m_work;
};

} // namespace panels
