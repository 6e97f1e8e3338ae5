// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/style.h"

#include "panels/look/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace panels {

namespace {

constexpr qreal kRadius = 5;
constexpr int kShortestSlider = 28;
constexpr int kArrowRoom = 18;
constexpr int kTextInset = 4;
constexpr qreal kUsualHeight = 17; ///< of a line at 100 %; arrows grow with it
constexpr int kSpacing = 8;

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property("primary").toBool();
}

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool isFocusShown(const QStyleOption& option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

int fontHeight(const QWidget* widget)
{
    return widget ? widget->fontMetrics().height() : QFontMetrics(QApplication::font()).height();
}

/// Towards the text's colour: darker where the theme is light, lighter where it is dark.
QColor mixed(const QColor& ground, const QColor& text, qreal part)
{
    const auto of = [part](float a, float b) {
        return static_cast<float>(a + (b - a) * static_cast<float>(part));
    };
    return QColor::fromRgbF(of(ground.redF(), text.redF()), of(ground.greenF(), text.greenF()),
                            of(ground.blueF(), text.blueF()));
}

void drawPanel(QPainter* painter, const QStyleOption& option, const QColor& ground,
               const QColor& border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isFocused = isFocusShown(option);
    const QColor line = isFocused ? colours().accent : border;
    painter->setPen(line.isValid() ? QPen(line, isFocused ? 2.0 : 1.0) : QPen(Qt::NoPen));
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter->restore();
}

void drawButton(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const QPalette& p = option.palette;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool fills = isPrimary(widget) && isEnabled;
    QColor ground = p.color(fills ? QPalette::Highlight : QPalette::Button);
    const QColor text = p.color(fills ? QPalette::HighlightedText : QPalette::ButtonText);
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        ground = mixed(ground, text, 0.14);
    else if (isEnabled && has(option, QStyle::State_MouseOver))
        ground = mixed(ground, text, 0.06);
    drawPanel(painter, option, ground, fills ? ground : p.color(QPalette::Mid));
}

void drawFlatButton(QPainter* painter, const QStyleOption& option)
{
    QColor ground = Qt::transparent;
    if (has(option, QStyle::State_On) || has(option, QStyle::State_Sunken))
        ground = colours().selected;
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        ground = mixed(option.palette.color(QPalette::Window),
                       option.palette.color(QPalette::WindowText), 0.07);
    drawPanel(painter, option, ground, QColor());
}

/// A check box or a radio button: its border is seen on every ground.
void drawIndicator(QPainter* painter, const QStyleOption& option, bool isRound)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const QColor accent =
        isEnabled ? colours().accent : option.palette.color(QPalette::Disabled, QPalette::Text);
    const QRectF area = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const qreal radius = isRound ? area.width() / 2 : 3;
    painter->setPen(QPen(isOn || isFocusShown(option) ? accent : colours().field,
                         isFocusShown(option) ? 2.0 : 1.2));
    painter->setBrush(isOn && !isRound ? accent : option.palette.color(QPalette::Base));
    painter->drawRoundedRect(area, radius, radius);
    if (isOn && isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        const qreal inset = area.width() / 4;
        painter->drawEllipse(area.adjusted(inset, inset, -inset, -inset));
    } else if (isOn) {
        painter->setPen(QPen(option.palette.color(QPalette::Base), area.width() / 8, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](qreal x, qreal y) {
            return area.topLeft() + QPointF(x * area.width(), y * area.height());
        };
        painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)});
    }
    painter->restore();
}

void drawField(QPainter* painter, const QStyleOption& option)
{
    QStyleOption field = option;
    if (has(option, QStyle::State_HasFocus))
        field.state |=
            QStyle::State_KeyboardFocusChange; // a field always shows that it is written in
    drawPanel(painter, field, option.palette.color(QPalette::Base), colours().field);
}

void drawArrow(QPainter* painter, const QRect& at, const QColor& colour, int height)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal unit = std::max(1.0, height / kUsualHeight);
    painter->setPen(QPen(colour, 1.5 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(at).center();
    painter->drawPolyline(QPolygonF{middle + QPointF(-3.5, -1.8) * unit,
                                    middle + QPointF(0, 1.8) * unit,
                                    middle + QPointF(3.5, -1.8) * unit});
    painter->restore();
}

/// The chosen one by a bar of the accent colour, which is seen in the dark too.
void drawTab(QPainter* painter, const QStyleOptionTab& tab)
{
    const bool isChosen = has(tab, QStyle::State_Selected);
    if (!isChosen && has(tab, QStyle::State_Enabled) && has(tab, QStyle::State_MouseOver))
        painter->fillRect(tab.rect, mixed(tab.palette.color(QPalette::Window),
                                          tab.palette.color(QPalette::WindowText), 0.05));
    const int height = isChosen ? std::max(2, tab.fontMetrics.height() / 7) : 1;
    painter->fillRect(
        QRect(tab.rect.left(), tab.rect.bottom() + 1 - height, tab.rect.width(), height),
        isChosen ? colours().accent : colours().line);
}

/// A button in the head of a calendar: Qt gives it the colours of a selection.
bool isOfCalendar(const QWidget* widget)
{
    return widget && widget->objectName().startsWith(u"qt_calendar_");
}

bool opensMenu(const QStyleOptionToolButton& button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

/// How much wider than Qt's the buttons of a number are where letters are big.
int widerArrows(int lineHeight)
{
    return std::max(0, lineHeight - static_cast<int>(kUsualHeight));
}

QRect arrowPlace(const QStyleOption& option)
{
    const int left = option.direction == Qt::RightToLeft ? option.rect.left() + 4
                                                         : option.rect.right() - kArrowRoom - 2;
    return {left, option.rect.top(), kArrowRoom, option.rect.height()};
}

QRect sliderRect(const QStyleOptionSlider& bar)
{
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int room = isUpright ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    const int length =
        range <= 0
            ? room
            : std::clamp(static_cast<int>(qint64(bar.pageStep) * room / (range + bar.pageStep)),
                         std::min(kShortestSlider, room), room);
    const int at = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                   room - length, bar.upsideDown);
    return isUpright ? QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), length)
                     : QRect(bar.rect.left() + at, bar.rect.top(), length, bar.rect.height());
}

void drawScrollBar(QPainter* painter, const QStyleOptionSlider& bar)
{
    if (bar.maximum <= bar.minimum)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool isTouched =
        has(bar, QStyle::State_MouseOver) || bar.activeSubControls != QStyle::SC_None;
    painter->setBrush(mixed(bar.palette.color(QPalette::Base), bar.palette.color(QPalette::Text),
                            isTouched ? 0.45 : 0.25));
    const QRectF slider = QRectF(sliderRect(bar)).adjusted(3, 3, -3, -3);
    const qreal radius = std::min(slider.width(), slider.height()) / 2;
    painter->drawRoundedRect(slider, radius, radius);
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (element == PE_PanelButtonCommand) {
        drawButton(painter, *option, widget);
    } else if (element == PE_PanelButtonTool) {
        if (has(*option, State_AutoRaise))
            drawFlatButton(painter, *option);
        else
            drawButton(painter, *option, widget);
    } else if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox) {
        drawIndicator(painter, *option, element == PE_IndicatorRadioButton);
    } else if (element == PE_FrameTabBarBase) {
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colours().line);
    } else if (element == PE_FrameLineEdit) {
        drawField(painter, *option);
    } else if (element == PE_Frame && widget && widget->inherits("QPlainTextEdit")) {
        painter->save();
        painter->setPen(has(*option, State_HasFocus) ? colours().accent : colours().field);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    } else if (element == PE_FrameFocusRect && widget && widget->inherits("QAbstractButton") &&
               !widget->inherits("QCheckBox") && !widget->inherits("QRadioButton")) {
        return; // the panel shows it
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        element == CE_TabBarTabShape && tab) {
        drawTab(painter, *tab);
        return;
    }
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        element == CE_HeaderLabel && header && header->icon.isNull()) {
        QStyleOptionHeader whole = *header;
        whole.text =
            header->fontMetrics.elidedText(header->text, Qt::ElideRight, header->rect.width());
        QProxyStyle::drawControl(element, &whole, painter, widget);
        return;
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        element == CE_ComboBoxLabel && box && !box->editable) {
        QStyleOptionComboBox whole = *box;
        whole.currentText = elidedIn(*box, widget);
        QProxyStyle::drawControl(element, &whole, painter, widget);
        return;
    }
    if (element == CE_PushButtonLabel && button && isPrimary(widget) &&
        has(*option, State_Enabled)) {
        QStyleOptionButton filled = *button;
        filled.palette.setColor(QPalette::ButtonText,
                                option->palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &filled, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QString Style::elidedIn(const QStyleOptionComboBox& box, const QWidget* widget) const
{
    int room = subControlRect(CC_ComboBox, &box, SC_ComboBoxEditField, widget).width();
    if (!box.currentIcon.isNull())
        room -= box.iconSize.width() + kTextInset;
    return box.fontMetrics.elidedText(box.currentText, Qt::ElideRight, room - 2);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            drawScrollBar(painter, *bar);
        return;
    }
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && box && !box->editable) {
        drawButton(painter, *option, widget);
        drawArrow(painter, arrowPlace(*option), option->palette.color(QPalette::ButtonText),
                  option->fontMetrics.height());
        return;
    }
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_ToolButton && tool && isOfCalendar(widget) &&
        tool->palette != QApplication::palette()) {
        QStyleOptionToolButton plain = *tool;
        plain.palette = QApplication::palette();
        drawComplexControl(control, &plain, painter, widget);
        return;
    }
    if (control == CC_ToolButton && tool && opensMenu(*tool)) {
        proxy()->drawPrimitive(PE_PanelButtonTool, option, painter, widget);
        QStyleOptionToolButton label = *tool;
        label.rect = option->direction == Qt::RightToLeft
                         ? option->rect.adjusted(kArrowRoom, 0, 0, 0)
                         : option->rect.adjusted(0, 0, -kArrowRoom, 0);
        proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
        drawArrow(painter, arrowPlace(*option), option->palette.color(QPalette::ButtonText),
                  option->fontMetrics.height());
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int room = option ? option->fontMetrics.height() : fontHeight(widget);
    switch (type) {
    case CT_PushButton:
        size.setWidth(std::max(size.width(), contents.width() + 2 * room));
        size.setHeight(std::max(contents.height(), room) + room * 3 / 4);
        break;
    case CT_ToolButton:
        if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            tool && !has(*tool, State_AutoRaise)) {
            size.setWidth(contents.width() + room + (opensMenu(*tool) ? kArrowRoom : room));
            size.setHeight(std::max(contents.height(), room) + room * 3 / 4);
        } else if (tool && opensMenu(*tool)) {
            size.rwidth() += kArrowRoom;
        }
        break;
    case CT_ComboBox: size.setWidth(size.width() + 3 * kTextInset); [[fallthrough]];
    case CT_LineEdit: size.setHeight(std::max(size.height(), room + room * 3 / 4)); break;
    case CT_SpinBox: // holds a line edit, whose text stands further in than the box knows
        size = {size.width() + 2 * kTextInset + widerArrows(room),
                std::max(size.height(), room + room * 3 / 4)};
        break;
    default: break;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(kTextInset, 0, -kTextInset, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && box && !box->editable && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(2 * kTextInset, 2, -kArrowRoom - 4, -2));
    if (control == CC_SpinBox && part != SC_SpinBoxFrame) {
        const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
        const int wider = widerArrows(option->fontMetrics.height());
        const bool isLeft = option->direction == Qt::RightToLeft;
        if (part == SC_SpinBoxEditField)
            return rect.adjusted(isLeft ? wider : 0, 0, isLeft ? 0 : -wider, 0);
        return rect.adjusted(isLeft ? 0 : -wider, 0, isLeft ? wider : 0, 0);
    }
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect slider = sliderRect(*bar);
    const bool isUpright = bar->orientation == Qt::Vertical;
    switch (part) {
    case SC_ScrollBarSlider: return slider;
    case SC_ScrollBarGroove: return bar->rect;
    case SC_ScrollBarSubPage:
        return isUpright ? QRect(bar->rect.topLeft(), QSize(slider.width(), slider.top()))
                         : QRect(bar->rect.topLeft(), QSize(slider.left(), slider.height()));
    case SC_ScrollBarAddPage:
        return isUpright
                   ? QRect(QPoint(slider.left(), slider.bottom() + 1), bar->rect.bottomRight())
                   : QRect(QPoint(slider.right() + 1, slider.top()), bar->rect.bottomRight());
    default: return {};
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option,
                          const QWidget* widget) const
{
    if (which == SP_ArrowLeft || which == SP_ArrowRight)
        return icon(which == SP_ArrowLeft ? "previous" : "next");
    return QProxyStyle::standardIcon(which, option, widget);
}

// Qt gives the head of a calendar the colours of a selection.
void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->objectName() == u"qt_calendar_navigationbar")
        widget->setBackgroundRole(QPalette::Base);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int room = fontHeight(widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return std::max(14, room * 4 / 5);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return kSpacing;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap: return 0;
    case PM_ScrollBarExtent: return 13;
    case PM_MenuButtonIndicator: return kArrowRoom;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace panels
