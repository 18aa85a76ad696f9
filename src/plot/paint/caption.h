// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "descent/descent.h"
#include "formula/valued.h"
#include "plot/look/theme.h"
#include "plot/paint/legend.h"

class QPainter;

namespace plot {

/// What a picture says above its plots: the function with x₀ and α, and what its signs mean.
class Caption {
public:
    explicit Caption(const Theme& theme) : m_theme(theme) {}

    /// The run with these settings; names the method where that is not plain gradient descent.
    void setTitle(const formula::Valued& function, const descent::Point& initialGuess,
                  const descent::Settings& settings);
    /// A plain text, broken where it is wider than the picture.
    void setTitle(const QString& plain);
    void setLegend(std::vector<LegendEntry> legend) { m_legend = std::move(legend); }

    /// How much of a picture of this width it takes, in pixels.
    double height(double width) const;
    void paint(QPainter& painter, double width) const;

private:
    double titleHeight(double width) const;
    Legend legend(double width) const;

    Theme m_theme;
    QStringList m_title;  ///< formulas, as rich text
    std::vector<LegendEntry> m_legend;
};

}  // namespace plot
