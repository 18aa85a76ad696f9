// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QStringList>
#include <optional>

#include "descent/descent.h"
#include "formula/analysis.h"
#include "plot/paint/landmarks.h"
#include "plot/paint/theme.h"
#include "session/view.h"

class QPainter;

namespace plot {

/// What a picture says above its plots: the function with x₀ and α, and what its signs mean.
class Caption {
public:
    explicit Caption(const Theme& theme) : m_theme(theme) {}

    void setTitle(const formula::Analysis& analysis, double initialGuess, double alpha);
    /// Nothing where the plot itself says it all. The key of the marks has one of each kind there
    /// is.
    void showLegend(session::View view, const Landmarks& landmarks, descent::Direction direction);

    /// How much of a picture of this width it takes, in pixels.
    double height(double width) const;
    void paint(QPainter& painter, double width) const;

    /// As it is drawn on the curve.
    struct Mark {
        insight::StationaryPoint point;
        QColor colour;
    };

private:
    double titleHeight(double width) const;

    Theme m_theme;
    QStringList m_title;  ///< formulas, as rich text
    std::optional<session::View> m_legend;
    std::vector<Mark> m_marks;
};

}  // namespace plot
