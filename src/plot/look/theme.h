// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <array>
#include <cstddef>

#include "insight/valleys.h"
#include "plot/look/roles.h"
#include "session/wording/wording.h"

namespace plot {

/// How far two opaque colours stand apart, from 1 to 21 (WCAG 2.1, contrast ratio).
double contrast(const QColor& one, const QColor& other);
/// The colour between two opaque ones, so far (0 to 1) on the way from one to the other.
QColor mixed(const QColor& one, const QColor& other, double part);

/// The colours, widths and digits of a picture: Okabe and Ito's colours, which colour-blind people
/// can tell apart (https://jfly.uni-koeln.de/color/), on a ground that follows the palette.
struct Theme {
    QColor ground;  ///< behind the axes
    QColor text;    ///< tick labels and axes
    QColor grid;
    QColor zero;  ///< the grid lines at 0
    QColor curve;
    QColor faded;  ///< a curve that no longer belongs to the typed text
    QColor ball;
    QColor start;
    QColor trail;
    QColor tangent;
    QColor minimum;    ///< marks of stationary points
    QColor diverges;   ///< starts whose runs diverge
    QColor unsettled;  ///< starts whose runs swing on
    /// Of a map, from its lowest to its highest places: ever lighter, and all quiet enough for what
    /// lies on them.
    std::array<QColor, 5> depths;
    /// Of basins of attraction on a map: quiet enough for what lies on them, and none of a
    /// runner's.
    std::array<QColor, 8> goals;
    bool namesLowerAxis = true;         ///< below its numbers; else beside them, which is lower
    double line = 2;                    ///< width of a line in device-independent pixels
    double points = 9;                  ///< in points, never less than 9
    int digits = session::usualDigits;  ///< significant, of the numbers in titles, labels and tips
    QString variable = QStringLiteral("x");  ///< what titles, labels and tips call it

    /// A text that tells of x, as it is shown.
    QString named(const QString& words) const { return session::inVariable(words, variable); }

    static Theme light();
    static Theme dark();
    /// Without a ground, to lie on slides: inks that can be read on light and on dark.
    static Theme transparent();
    /// light() or dark(), whichever the window colour of the palette calls for. Where that is black
    /// itself or white itself, people need contrast: text and axes have the palette's own colours,
    /// and all lines stand out from the ground at 3 : 1 at least.
    static Theme matching(const QPalette& palette);

    /// Of the hues of valleys and of their basins of attraction.
    static const std::array<QColor, insight::Valleys::hues>& basins();

    /// That of a map at a part of the way from its lowest to its highest places, from 0 to 1.
    QColor depth(double part) const;

    /// Of the runner at this place among all; of the first that of the one ball there mostly is.
    QColor runner(std::size_t place) const;
    /// With ball and trail in the colour of that runner.
    Theme ofRunner(std::size_t place) const;

    /// How much larger everything is for a projector.
    static constexpr double projectorFactor = 1.6;
    Theme projected() const { return scaled(projectorFactor); }
    /// Lines, text and all that is drawn `factor` times as large; text stays readable.
    Theme scaled(double factor) const;
    /// A colour of this theme, as near as text can have it: it stands out from the ground at
    /// 4.5 : 1 at least. Without a ground the colour itself.
    QColor ink(const QColor& colour) const;
    bool opaque() const { return ground.alpha() == 255; }
    /// How large things are, against a line of 2 pixels.
    double scale() const { return line / 2; }

private:
    void takeRoles(const Roles& roles);
};

}  // namespace plot
