// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <map>
#include <memory>

namespace Ui {
class CheckDialog;
}

namespace panels {

struct CheckField;

/// One check: of which kind it is, and what that kind asks for. Nothing is told to the desk here.
class CheckDialog final : public QDialog
{
    Q_OBJECT
public:
    /// \param check without an id: a new one
    CheckDialog(OpenRelease& open, release::CheckPlan check, QWidget* parent = nullptr);
    ~CheckDialog() override;

Q_SIGNALS:
    void written(const release::CheckPlan& check); ///< with the id that it was given

private:
    void fillKinds();
    [[nodiscard]] bool isOffered(release::CheckKind kind) const;
    [[nodiscard]] release::CheckKind kind() const;
    void showFields();
    void fitScroll();
    void addField(const CheckField& field);
    [[nodiscard]] static QWidget* editOf(const CheckField& field, const QString& text);
    [[nodiscard]] QString textIn(const CheckField& field) const;
    /// What was written stays for the fields of the same name.
    void keepTexts();
    /// Nothing: it says why.
    [[nodiscard]] std::optional<QJsonObject> parameters();
    void refuse(const QString& why, QWidget* at);
    void take();

    std::unique_ptr<Ui::CheckDialog> m_ui;
    OpenRelease& m_open;
    const release::CheckPlan m_before;
    release::CheckKind m_kind;           ///< whose fields are shown
    std::map<QString, QWidget*> m_edits; ///< by parameter
    std::map<QString, QString> m_texts;  ///< by parameter, as they were written
};

} // namespace panels
