// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace window {

/// The usual style with rings of radio buttons and frames of check boxes, fields, menus and sliders
/// that can be seen on any ground: Fusion draws them darker than the window, which a dark window
/// hides. The open tab has a mark and the focus a ring that stands out, and the buttons of dialogs
/// have no icons, which are dark whatever the window is.
class Indicators : public QProxyStyle {
    Q_OBJECT

public:
    /// Makes it the program's style where that is Fusion; once is enough.
    static void install();
    /// That style of the desktop, with these rings where it is Fusion.
    static QStyle* make(const QString& name);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;

private:
    using QProxyStyle::QProxyStyle;
    void drawSlider(const QStyleOptionSlider& slider, QPainter* painter,
                    const QWidget* widget) const;
};

}  // namespace window
