// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace window {

/// The usual style with rings of radio buttons and frames of check boxes that can be seen on any
/// ground: Fusion draws them darker than the window, which a dark window hides.
class Indicators : public QProxyStyle {
    Q_OBJECT

public:
    /// Makes it the program's style where that is Fusion; once is enough.
    static void install();
    /// That style of the desktop, with these rings where it is Fusion.
    static QStyle* make(const QString& name);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;

private:
    using QProxyStyle::QProxyStyle;
};

}  // namespace window
