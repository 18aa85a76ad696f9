// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/scene/series.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "plot/paint/curveline.h"
#include "plot/shape/straightened.h"

namespace plot {

namespace {

/// Of a Range that holds nothing yet.
constexpr double far = std::numeric_limits<double>::max();

/// What is drawn of a series: lines, and bands where it swings.
struct Drawing {
    Straightened line;
    std::vector<QPolygonF> bands;  ///< the upper edge from the left, then the lower one back
};

/// Buckets from one to before another, as one.
Envelope::Bucket joined(std::span<const Envelope::Bucket> buckets, std::size_t from,
                        std::size_t to) {
    Envelope::Bucket bucket = buckets[from];
    while (++from < to) bucket = Envelope::joined(bucket, buckets[from]);
    return bucket;
}

class Drafter {
public:
    Drafter(const Envelope& series, const Frame& in, double scale)
        : m_series(series), m_in(in), m_scale(scale) {}

    Drawing drawing() {
        const std::size_t count = m_series.buckets().size();
        for (std::size_t from = 0; from < count;) {
            const double width = 8 * m_scale;
            std::size_t to = endOfColumn(from, width);
            const bool isBand = swings(from, to);
            while (isBand && to < count && swings(to, endOfColumn(to, width)))
                to = endOfColumn(to, width);
            isBand ? addBand(from, to) : addLine(from, to);
            from = to;
        }
        return std::move(m_drawing);
    }

private:
    double iteration(std::size_t bucket) const {
        return static_cast<double>(m_series.width() * bucket);
    }
    /// The last iteration before a bucket.
    double lastBefore(std::size_t bucket) const {
        return std::min(iteration(bucket), static_cast<double>(m_series.size())) - 1;
    }
    /// The first bucket that is in another column of this width.
    std::size_t endOfColumn(std::size_t from, double width) const {
        const double edge = (std::floor(m_in.column(iteration(from)) / width) + 1) * width;
        const double beyond = std::ceil(m_in.xAt(edge) / static_cast<double>(m_series.width()));
        return static_cast<std::size_t>(std::clamp(beyond, static_cast<double>(from + 1),
                                                   static_cast<double>(m_series.buckets().size())));
    }

    /// Whether the series goes up and down in a column, and not only through it, or there and back,
    /// by so much that a line would be a block of ink.
    bool swings(std::size_t from, std::size_t to) const {
        const double thickest = 12 * m_scale;
        const Envelope::Bucket bucket = joined(m_series.buckets(), from, to);
        const double height = m_in.row(bucket.low) - m_in.row(bucket.high);
        return height > thickest && travel(from, to) > 2.5 * height;
    }

    /// From the least to the largest value in narrow columns, from the middle of each to the next.
    void addBand(std::size_t from, std::size_t end) {
        QPolygonF upper;
        QPolygonF lower;
        const auto add = [&](double n, const Envelope::Bucket& bucket) {
            const auto inView = [&](QPointF at) {
                const double row = std::clamp(at.y(), m_in.area.top(), m_in.area.bottom());
                return QPointF(std::clamp(at.x(), m_in.area.left(), m_in.area.right()), row);
            };
            upper.append(inView(m_in.pixel(n, bucket.high)));
            lower.prepend(inView(m_in.pixel(n, bucket.low)));
        };
        for (std::size_t column = from; column < end;) {
            const std::size_t to = std::min(end, endOfColumn(column, 4 * m_scale));
            const Envelope::Bucket bucket = joined(m_series.buckets(), column, to);
            if (column == from) add(iteration(column), bucket);
            add((iteration(column) + lastBefore(to) + 1) / 2, bucket);
            if (to == end) add(lastBefore(to) + 1, bucket);
            column = to;
        }
        m_drawing.bands.push_back(upper + lower);
        m_drawing.line.interrupt();
    }

    /// How far a line through these buckets goes up and down, in pixels.
    double travel(std::size_t from, std::size_t to) const {
        const auto buckets = m_series.buckets();
        double travel = 0;
        for (std::size_t i = from; i < to; ++i) {
            travel += std::fmax(0, m_in.row(buckets[i].low) - m_in.row(buckets[i].high));
            if (i == from) continue;
            const double jump = m_in.row(buckets[i].first) - m_in.row(buckets[i - 1].last);
            travel += std::fmax(0, std::abs(jump));
        }
        return travel;
    }

    /// The line through all buckets; those that share a column of pixels count as one. A straight
    /// run of values stays a straight line: it goes up and down only where values lie beyond both
    /// ends.
    void addLine(std::size_t from, std::size_t end) {
        while (from < end) {
            const std::size_t to = std::min(end, endOfColumn(from, 1));
            const Envelope::Bucket bucket = joined(m_series.buckets(), from, to);
            const double first = iteration(from);
            const double last = lastBefore(to);
            const auto [lower, upper] = std::minmax(bucket.first, bucket.last);
            const double middle = (first + last) / 2;
            m_drawing.line.append(m_in.pixel(first, bucket.first));
            if (bucket.low < lower) m_drawing.line.append(m_in.pixel(middle, bucket.low));
            if (bucket.high > upper) m_drawing.line.append(m_in.pixel(middle, bucket.high));
            m_drawing.line.append(m_in.pixel(last, bucket.last));
            from = to;
        }
    }

    const Envelope& m_series;
    const Frame& m_in;
    double m_scale;
    Drawing m_drawing;
};

/// With its upper and its lower edge stronger, where most values of a swing are.
void paintBand(QPainter& painter, const QPolygonF& band, const QColor& faint, const Theme& theme) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawPolygon(band);
    painter.setPen(QPen(faint, 0.8 * theme.line, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    const auto half = static_cast<int>(band.size() / 2);
    painter.drawPolyline(band.constData(), half);
    painter.drawPolyline(band.constData() + half, half);
}

}  // namespace

void Series::set(std::vector<Rival> runs, const std::optional<Goal>& known) {
    std::vector<Line> before = std::exchange(m_lines, {});
    for (Rival& run : runs) {
        const auto same = std::ranges::find_if(before, [&](const Line& line) {
            return run.trajectory.continues(line.run.trajectory);
        });
        Line line = same == before.end() ? Line{} : std::move(*same);
        if (same != before.end()) before.erase(same);
        line.run = std::move(run);
        m_lines.push_back(std::move(line));
    }
    m_known = known;
    measure();
}

void Series::setQuantity(Quantity quantity) {
    if (std::exchange(m_quantity, quantity) == quantity) return;
    for (Line& line : m_lines) line.seen = 0;
    measure();
}

/// Another goal makes others of what is measured from it, and may come with every step.
void Series::measure() {
    for (Line& line : m_lines) {
        const descent::Trajectory& run = line.run.trajectory;
        for (; line.compared < run.size(); ++line.compared) {
            const double value = run.value(line.compared);
            if (std::isfinite(value))
                line.best =
                    better({run.at(line.compared), value}, line.best, line.run.settings.direction);
        }
    }
    const bool moved = std::exchange(m_goal, goal()) != m_goal;
    const bool isAfar = m_quantity == Quantity::Distance && m_goal.at.size() > 1;
    if (moved && isAfar)
        for (Line& line : m_lines) line.seen = 0;
    for (Line& line : m_lines)
        if (extend(line) || moved) show(line);
}

Goal Series::goal() const {
    return best().value_or(Goal{});
}

std::optional<Goal> Series::best() const {
    std::optional<Goal> best = m_known;
    for (const Line& line : m_lines) {
        if (line.best) best = better(*line.best, best, line.run.settings.direction);
    }
    return best;
}

/// As near as a run comes to it by rounding.
bool Series::isInView() const {
    constexpr double rounding = 1e-9;
    const std::optional<Goal> found = best();
    return m_known && found &&
           std::abs(found->value - m_known->value) <= rounding * (1 + std::abs(found->value));
}

descent::Direction Series::direction() const {
    return m_lines.empty() ? descent::Direction::Descend : m_lines.front().run.settings.direction;
}

/// False when nothing is new. The length of the last step is not known before the next iterate.
bool Series::extend(Line& line) const {
    const descent::Trajectory& run = line.run.trajectory;
    const std::size_t known =
        m_quantity == Quantity::Step && !run.empty() ? run.size() - 1 : run.size();
    if (line.seen == 0) line.numbers = line.values = line.powers = {};
    if (line.seen >= known) return false;
    for (; line.seen < known; ++line.seen)
        line.numbers.append(numberOf(m_quantity, run, line.seen, m_goal));
    return true;
}

void Series::show(Line& line) const {
    line.values =
        line.numbers.mapped([this](double number) { return measured(m_quantity, number, m_goal); });
    line.powers = line.values.mapped([](double value) { return std::log10(std::abs(value)); });
}

bool Series::isLogarithmic() const {
    if (isSize(m_quantity)) return true;
    constexpr double decades = 1000;
    double low = far;
    double high = 0;
    for (const Line& line : m_lines) {
        for (const Envelope::Bucket& bucket : line.values.buckets()) {
            low = std::fmin(low, bucket.low);
            high = std::fmax(high, bucket.high);
        }
    }
    return low > 0 && high > decades * low;
}

std::size_t Series::size() const {
    std::size_t longest = 0;
    for (const Line& line : m_lines) longest = std::max(longest, line.run.trajectory.size());
    return longest;
}

std::size_t Series::variables() const {
    return m_lines.empty() ? 1 : m_lines.front().run.trajectory.variables();
}

void paintSeriesLine(QPainter& painter, const Envelope& series, const Frame& in,
                     const QColor& colour, const Theme& theme) {
    const Drawing drawing = Drafter(series, in, theme.scale()).drawing();
    QColor faint = colour;
    faint.setAlphaF(0.3F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const QPolygonF& band : drawing.bands) paintBand(painter, band, faint, theme);
    painter.setPen(QPen(colour, 0.8 * theme.line, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin));
    paintPolyline(painter, drawing.line.points(), in.area);
    const double spacing =
        in.area.width() / static_cast<double>(std::max<std::size_t>(series.size(), 1));
    const double radius = 2 * theme.scale();
    if (spacing < 4 * radius || series.width() > 1) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (std::size_t n = 0; n < series.size(); ++n) {
        const QPointF mark = in.pixel(static_cast<double>(n), series.buckets()[n].first);
        if (contains(in.area, mark)) painter.drawEllipse(mark, radius, radius);
    }
}

}  // namespace plot
