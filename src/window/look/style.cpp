// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/style.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

#include "plot/look/theme.h"
#include "window/look/controlshapes.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

namespace {

bool isFusion(const QString& name) {
    return name.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

bool isSegmented(const QWidget* widget) {
    return widget && widget->property("segmented").toBool();
}

/// The box of an editable combo box or a spin box has the edge.
bool isPart(const QWidget* widget) {
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

}  // namespace

void Style::install() {
    const QString name = QApplication::style()->objectName();
    const bool done = qobject_cast<Style*>(QApplication::style()) != nullptr;
    if (!done && isFusion(name)) QApplication::setStyle(make(name));
}

QStyle* Style::make(const QString& name) {
    if (!isFusion(name)) return QStyleFactory::create(name);
    auto* style = new Style(name);
    style->setObjectName(name);
    return style;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    const QPalette& palette = option->palette;
    switch (element) {
        case PE_FrameFocusRect:
            return look::drawFocus(*painter, option->rect, look::near, palette);
        case PE_PanelLineEdit:
            if (isPart(widget)) break;
            return look::drawField(*painter, *option);
        case PE_FrameLineEdit:
            if (isPart(widget)) break;
            return;
        case PE_PanelButtonCommand:
        case PE_PanelButtonTool:
            return look::drawButton(*painter, *option);
        case PE_IndicatorRadioButton:
        case PE_IndicatorCheckBox:
            return look::drawIndicator(*painter, *option, element == PE_IndicatorRadioButton);
        case PE_IndicatorArrowDown:
            return look::drawChevron(*painter, option->rect, look::Way::Down,
                                     palette.color(QPalette::ButtonText));
        case PE_IndicatorArrowRight:
            return look::drawChevron(*painter, option->rect, look::Way::Right,
                                     palette.color(QPalette::ButtonText));
        case PE_FrameTabBarBase: {
            const QRect base = option->rect;
            // Under what stands in the corner there would be a stub at another height.
            if (widget && base.left() >= widget->width()) return;
            painter->fillRect(base.left(), base.bottom(), base.width(), 1, look::roles().line);
            return;
        }
        case PE_PanelStatusBar:
        case PE_FrameStatusBarItem:
            return;
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool edged = element == PE_Frame && qobject_cast<const QPlainTextEdit*>(widget);
    if (edged || element == PE_FrameMenu)
        look::drawBox(*painter, option->rect, 0, Qt::transparent, look::edgeColour(palette));
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
        case CE_TabBarTabShape:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
                look::drawTab(*painter, *tab, isSegmented(widget));
            return;
        case CE_TabBarTabLabel:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
                const QStyleOptionTab coloured = look::coloured(*tab, isSegmented(widget));
                QProxyStyle::drawControl(element, &coloured, painter, widget);
            }
            return;
        case CE_MenuBarEmptyArea:
            painter->fillRect(option->rect, option->palette.color(QPalette::Window));
            return;
        case CE_MenuBarItem:
            return drawMenuBarItem(*option, painter, widget);
        case CE_Splitter:
            return look::drawGrip(*painter, *option);
        case CE_HeaderSection:
            return look::drawHeader(*painter, *option);
        case CE_ProgressBarGroove:
            return look::drawBox(*painter, look::barOf(option->rect), look::near,
                                 look::roles().line, Qt::transparent);
        case CE_ProgressBarContents:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
                look::drawProgress(*painter, *bar);
            return;
        default:
            QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawMenuBarItem(const QStyleOption& option, QPainter* painter,
                            const QWidget* widget) const {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item) return;
    const QPalette& palette = item->palette;
    painter->fillRect(item->rect, palette.color(QPalette::Window));
    const bool active = item->state & State_Selected && item->state & State_Enabled;
    if (active) {
        look::drawBox(*painter, QRectF(item->rect).adjusted(0, 1, 0, -1), look::near,
                      palette.color(QPalette::Highlight), Qt::transparent);
    }
    const bool underlined = proxy()->styleHint(SH_UnderlineShortcut, item, widget) != 0;
    const int flags = Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine |
                      (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    proxy()->drawItemText(painter, item->rect, flags, palette, item->state & State_Enabled,
                          item->text, active ? QPalette::HighlightedText : QPalette::WindowText);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_Slider && slider) return drawSlider(*slider, painter, widget);
    if (control == CC_ScrollBar && slider) return drawScrollBar(*slider, painter, widget);
    if (control == CC_ComboBox) return drawComboBox(*option, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool focused = option->state & State_HasFocus;
    if (control == CC_SpinBox && option->state & State_Enabled && !focused) {
        look::drawBox(*painter, option->rect, 2, Qt::transparent,
                      look::edgeColour(option->palette));
    }
}

void Style::drawSlider(const QStyleOptionSlider& slider, QPainter* painter,
                       const QWidget* widget) const {
    const QRect handle = proxy()->subControlRect(CC_Slider, &slider, SC_SliderHandle, widget);
    look::drawSlider(*painter, slider, handle);
}

void Style::drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter,
                          const QWidget* widget) const {
    constexpr double inner = 2;  // pixels beside the handle
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Window));
    if (bar.minimum == bar.maximum) return;
    const QRectF handle = proxy()->subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget);
    const bool used = bar.state & (State_MouseOver | State_Sunken);
    const QColor colour =
        used ? bar.palette.color(QPalette::Highlight) : look::edgeColour(bar.palette);
    const QRectF box = handle.adjusted(inner, inner, -inner, -inner);
    look::drawBox(*painter, box, std::min(box.width(), box.height()) / 2, colour, Qt::transparent);
}

void Style::drawComboBox(const QStyleOptionComplex& box, QPainter* painter,
                         const QWidget* widget) const {
    QStyleOption field = box;
    look::drawField(*painter, field);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &box, SC_ComboBoxArrow, widget);
    const auto group = box.state & State_Enabled ? QPalette::Active : QPalette::Disabled;
    look::drawChevron(*painter, arrow, look::Way::Down, box.palette.color(group, QPalette::Text));
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
    const int length = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
        case PM_MenuPanelWidth:
            return std::max(1, length);  // with room for an edge
        case PM_SliderThickness:
            return 20;
        case PM_SliderControlThickness:
        case PM_SliderLength:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
            return 16;
        case PM_ScrollBarExtent:
            return 10;
        case PM_SplitterWidth:
            return look::gap;
        case PM_TabBarTabHSpace:
            return isSegmented(widget) ? 2 * look::inset : look::gap + 2;
        case PM_TabBarTabVSpace:
            return isSegmented(widget) ? 2 * look::inset - 4 : look::inset;
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabOverlap:
        case PM_TabBarBaseOverlap:
            return 0;
        default:
            return length;
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
    // They are dark, also on dark buttons.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    if (hint == SH_ComboBox_Popup) return 0;  // a list below the box, which a long one scrolls in
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace window
