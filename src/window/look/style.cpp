// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/style.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

#include "plot/paint/theme.h"

namespace window {

namespace {

bool isFusion(const QString& name) {
    return name.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

/// Between window and text, as faint as an edge may be to be seen: 3 : 1.
QColor edgeColour(const QPalette& palette) {
    constexpr double seen = 3;
    const QColor ground = palette.color(QPalette::Window);
    QColor edge = ground;
    for (int part = 1; part <= 100 && plot::contrast(edge, ground) < seen; ++part) {
        edge = plot::mixed(ground, palette.color(QPalette::WindowText), part / 100.0);
    }
    return edge;
}

/// A field with the focus has an edge in the colour of that already.
bool wantsEdge(const QStyleOption& field) {
    return field.state & QStyle::State_Enabled && !(field.state & QStyle::State_HasFocus);
}

void drawEdge(const QRect& rect, const QStyleOption& option, QPainter* painter, double radius) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edgeColour(option.palette));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawFocus(QPainter* painter, const QRect& around, const QPalette& palette) {
    constexpr double width = 2;  // pixels
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::Highlight), width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(around).adjusted(1, 1, -1, -1), width, width);
    painter->restore();
}

/// Along the edge that is away from the page.
void drawOpenTab(const QStyleOptionTab& tab, QPainter* painter) {
    constexpr int thickness = 3;  // pixels
    QRect mark = tab.rect.adjusted(1, 0, -1, 0);
    const bool below = tab.shape == QTabBar::RoundedSouth || tab.shape == QTabBar::TriangularSouth;
    if (below) mark.setTop(mark.bottom() - thickness + 1);
    mark.setHeight(thickness);
    painter->fillRect(mark, tab.palette.color(QPalette::Highlight));
}

}  // namespace

void Indicators::install() {
    const QString name = QApplication::style()->objectName();
    const bool done = qobject_cast<Indicators*>(QApplication::style()) != nullptr;
    if (!done && isFusion(name)) QApplication::setStyle(make(name));
}

QStyle* Indicators::make(const QString& name) {
    if (!isFusion(name)) return QStyleFactory::create(name);
    auto* style = new Indicators(name);
    style->setObjectName(name);
    return style;
}

void Indicators::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    if (element == PE_FrameFocusRect) return drawFocus(painter, option->rect, option->palette);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool inAnother = widget && qobject_cast<const QAbstractSpinBox*>(widget->parentWidget());
    if (element == PE_FrameLineEdit && !inAnother && wantsEdge(*option))
        drawEdge(option->rect, *option, painter, 2);
    if (element == PE_Frame && qobject_cast<const QPlainTextEdit*>(widget))
        drawEdge(option->rect, *option, painter, 2);
    if (element == PE_FrameMenu) drawEdge(option->rect, *option, painter, 0);
    const bool round = element == PE_IndicatorRadioButton;
    if (!round && element != PE_IndicatorCheckBox) return;
    const QPalette& palette = option->palette;
    const double strength = option->state & State_Enabled ? 0.6 : 0.3;
    const QColor ring =
        plot::mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), strength);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ring, 1.4));
    painter->setBrush(Qt::NoBrush);
    const QRectF area = QRectF(option->rect).adjusted(0.7, 0.7, -0.7, -0.7);
    round ? painter->drawEllipse(area) : painter->drawRect(area);
    painter->restore();
}

void Indicators::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (element == CE_TabBarTabShape && tab && tab->state & State_Selected)
        drawOpenTab(*tab, painter);
}

void Indicators::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_SpinBox || control == CC_ComboBox) && wantsEdge(*option))
        drawEdge(option->rect, *option, painter, 2);
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_Slider && slider) drawSlider(*slider, painter, widget);
}

/// The edge of the groove runs behind the handle.
void Indicators::drawSlider(const QStyleOptionSlider& slider, QPainter* painter,
                            const QWidget* widget) const {
    const auto part = [&](SubControl control) {
        return proxy()->subControlRect(CC_Slider, &slider, control, widget);
    };
    if (slider.state & State_Enabled) {
        drawEdge(part(SC_SliderGroove), slider, painter, 2);
        QStyleOptionSlider handle = slider;
        handle.subControls = SC_SliderHandle;
        QProxyStyle::drawComplexControl(CC_Slider, &handle, painter, widget);
        drawEdge(part(SC_SliderHandle), slider, painter, 2);
    }
    constexpr State byKey = State_HasFocus | State_KeyboardFocusChange;
    if ((slider.state & byKey) == byKey) drawFocus(painter, part(SC_SliderHandle), slider.palette);
}

int Indicators::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const {
    const int length = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_MenuPanelWidth ? std::max(1, length) : length;  // with room for an edge
}

int Indicators::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const {
    // They are dark, also on dark buttons.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

}  // namespace window
