// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFrame>

namespace {

QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

constexpr int kLineEditMargin = 2; // QLineEdit's own, inside its contents

/// What of a visible label, button or number has no room; empty where all fits.
QString clippedText(const QWidget* widget)
{
    const auto say = [widget](const QString& text) {
        return widget->objectName() +
               QStringLiteral(" (%1×%2): ").arg(widget->width()).arg(widget->height()) + text;
    };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->inherits("panels::ElidedLabel")) // ends in …, says all to a screen reader
            return label->height() < label->fontMetrics().height() ? say(label->text()) : QString();
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool fits = needed <= label->height() + 1 &&
                          (label->wordWrap() || label->sizeHint().width() <= label->width() + 1);
        return fits ? QString() : say(label->text());
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const bool fits =
            button->text().isEmpty() || (button->sizeHint().width() <= button->width() + 1 &&
                                         button->sizeHint().height() <= button->height() + 1);
        return fits ? QString() : say(button->text());
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->minimumSizeHint().height() <= box->height() + 1 ? QString()
                                                                    : say(box->currentText());
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
        QStyleOptionFrame option;
        option.initFrom(edit);
        const QRect room =
            edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
        // One that is typed into scrolls; a number or a time is to be read at a glance.
        const bool isWideEnough = !qobject_cast<const QAbstractSpinBox*>(edit->parentWidget()) ||
                                  edit->fontMetrics().horizontalAdvance(edit->text()) <=
                                      room.width() - 2 * kLineEditMargin;
        const bool fits = isWideEnough && edit->fontMetrics().height() <= edit->height();
        return fits ? QString() : say(edit->text());
    }
    return {};
}

} // namespace

bool isInteractive(const QWidget* widget)
{
    if (widget->focusPolicy() == Qt::NoFocus)
        return false;
    const bool isPart = qobject_cast<const QLineEdit*>(widget) &&
                        (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                         qobject_cast<const QComboBox*>(widget->parentWidget()));
    const bool isOfQt = widget->objectName().startsWith(u"qt_calendar_"); // inside its calendar
    return !isPart && !isOfQt && !widget->inherits("QScrollBar") && !widget->inherits("QTabBar") &&
           !widget->inherits("QComboBoxListView") && !widget->inherits("QStackedWidget");
}

QStringList unnamed(QWidget* root)
{
    QStringList found;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (isInteractive(widget) && nameOf(widget).trimmed().isEmpty())
            found += QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return found;
}

QStringList clipped(const QWidget* root)
{
    QStringList found;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (const QString text = clippedText(widget); !text.isEmpty())
            found += text;
    }
    return found;
}
