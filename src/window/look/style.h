// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace window {

/// How controls are drawn: Fusion's measures with rounded fields, round handles and tabs in the
/// colours of the palette, all edges seen on any ground. The focus has a ring that stands out. A
/// tab bar with the property "segmented" is a row of buttons of which one is down. The buttons of
/// dialogs have no icons, which are dark whatever the window is.
class Style : public QProxyStyle {
    Q_OBJECT

public:
    /// Makes it the program's style where that is Fusion; once is enough.
    static void install();
    /// That style of the desktop; this one where it is Fusion.
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
    void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter,
                       const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex& box, QPainter* painter,
                      const QWidget* widget) const;
    void drawMenuBarItem(const QStyleOption& option, QPainter* painter,
                         const QWidget* widget) const;
};

}  // namespace window
