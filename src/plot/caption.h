// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include "core/analysis.h"
#include "core/descent.h"
#include "plot/theme.h"

class QPainter;

namespace plot {

/// What a picture says above its plots: the function with x₀ and α, and what its signs mean.
class Caption {
public:
    explicit Caption(const Theme& theme) : m_theme(theme) {}

    void setTitle(const core::Analysis& analysis, double initialGuess, double alpha);
    void showLegend() { m_legend = true; }

    /// How much of a picture of this width it takes, in pixels.
    double height(double width) const;
    void paint(QPainter& painter, double width) const;

private:
    double titleHeight(double width) const;

    Theme m_theme;
    QString m_title;  ///< rich text
    bool m_legend = false;
};

}  // namespace plot
