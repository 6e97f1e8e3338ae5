// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"

#include <functional>
#include <memory>
#include <vector>

class QTreeWidgetItem;

namespace Ui {
class TemplatesPage;
}

namespace panels {

class TemplateEditor;

/// The templates with all their versions: reading one, changing it, and saving what was changed as a new
/// version or a new template. What is not saved yet stays until it is saved or thrown away: another
/// language or what others save does not touch it.
class TemplatesPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit TemplatesPage(OpenRelease& open, QWidget* parent = nullptr);
    ~TemplatesPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    void read();
    void take(std::vector<desk::ShelvedTemplate> templates);
    void showTree();
    void mark();
    /// Does it, once what is not saved is saved or given up.
    void leaveThen(std::function<void()> next);
    void choose();
    void openKey(const QString& key);
    void openNew();
    void openMarked();
    [[nodiscard]] const desk::ShelvedTemplate* withKey(const QString& key) const;
    void showOrigin();
    void showOlder();
    void showState();
    enum class As { Version, Copy };
    /// `next` only where it was saved.
    void save(As as, std::function<void()> next = {});
    [[nodiscard]] release::Template planToSave(As as) const;
    void say(const QString& text); ///< empty: nothing to say any more

    std::unique_ptr<Ui::TemplatesPage> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    TemplateEditor* m_editor = nullptr;
    std::vector<desk::ShelvedTemplate> m_templates;
    QString m_language; ///< of these
    QString m_key;      ///< of the one in the editor; empty: a new one, or none
    bool m_hasOne = false;
    bool m_isAsking = false;
    bool m_isReadFault = false; ///< what is said is that they could not be read
    bool m_isSaving = false;
};

} // namespace panels
