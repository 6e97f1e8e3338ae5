// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/item/item_part.h"

#include <memory>

class QImage;
class QMimeData;

namespace Ui {
class EvidencePart;
}

namespace panels {

/// What shows that an item is done, and a place to add more: text, a link, a file, a screenshot,
/// a figure.
class EvidencePart final : public ItemPart
{
    Q_OBJECT
public:
    explicit EvidencePart(OpenRelease& open, QWidget* parent = nullptr);
    ~EvidencePart() override;

    [[nodiscard]] QString title(const release::Item& item) const override;
    void show(const release::Item& item) override;
    void write();
    /// What was dropped or is in the clipboard: files, a picture, or text.
    void take(const QMimeData& dropped);
    void takeFile(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectButtons();
    void fitFonts();
    void fillList(const release::Item& item);
    void showSelected();
    void askFile();
    void askFigure();
    void takeScreenshot();
    void takeImage(const QImage& image);
    void addWritten();
    void addText(const QString& text);
    void add(release::Evidence evidence, QByteArray file, bool isWritten);
    void saveCopy();
    void showError(const QString& text);
    [[nodiscard]] const release::Evidence* selected() const;
    [[nodiscard]] QString askedText(const release::Item& item) const;

    std::unique_ptr<Ui::EvidencePart> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    release::ItemId m_item;
    QString m_shown; ///< the evidence whose text is shown
};

} // namespace panels
