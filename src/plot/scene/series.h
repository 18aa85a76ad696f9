// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

#include "plot/paint/rival.h"
#include "plot/shape/envelope.h"
#include "plot/shape/quantity.h"

class QPainter;

namespace plot {

/// One quantity of several runs, as a chart shows it.
class Series {
public:
    /// The runs, those drawn last on top. `known` is the best value in view.
    void set(std::vector<Rival> runs, const std::optional<Goal>& known);
    void setQuantity(Quantity quantity);
    Quantity quantity() const { return m_quantity; }

    struct Line {
        Rival run;
        Envelope numbers;          ///< that the quantity is made of
        Envelope values;           ///< of the quantity
        Envelope powers;           ///< log10 of its size
        std::optional<Goal> best;  ///< of the run
        std::size_t compared = 0;  ///< iterations that are in the best
        std::size_t seen = 0;      ///< iterations that are in the numbers
    };
    const std::vector<Line>& lines() const { return m_lines; }
    /// Whether powers are to be shown: values that span decades.
    bool isLogarithmic() const;
    /// What is shown of a line.
    const Envelope& shown(const Line& line) const {
        return isLogarithmic() ? line.powers : line.values;
    }
    /// What f and x are measured from: the best value in view or, where a run came to a better one,
    /// that; nothing before any is known.
    std::optional<Goal> best() const;
    bool isInView() const;
    descent::Direction direction() const;
    /// Iterations of the longest run.
    std::size_t size() const;
    /// How many variables the runs have.
    std::size_t variables() const;

private:
    void measure();
    bool extend(Line& line) const;
    void show(Line& line) const;
    Goal goal() const;

    std::vector<Line> m_lines;
    Quantity m_quantity = Quantity::Gap;
    std::optional<Goal> m_known;
    Goal m_goal;
};

/// The series in an area where iteration and value are drawn; a band where it swings faster than
/// columns can show.
void paintSeriesLine(QPainter& painter, const Envelope& series, const Frame& in,
                     const QColor& colour, const Theme& theme);

}  // namespace plot
