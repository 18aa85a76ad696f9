// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace window {

/// The usual style with rings of radio buttons and frames of check boxes, fields and menus that can
/// be seen on any ground: Fusion draws them darker than the window, which a dark window hides. The
/// focus has a ring that stands out, and the buttons of dialogs have no icons, which are dark
/// whatever the window is.
class Indicators : public QProxyStyle {
    Q_OBJECT

public:
    /// Makes it the program's style where that is Fusion; once is enough.
    static void install();
    /// That style of the desktop, with these rings where it is Fusion.
    static QStyle* make(const QString& name);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;

private:
    using QProxyStyle::QProxyStyle;
};

}  // namespace window
