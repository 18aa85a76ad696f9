// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/frame.h"

#include <QByteArray>
#include <algorithm>
#include <cmath>

namespace plot {

namespace {

constexpr double farthest = 1e300;
constexpr double farthestMeaningful = 1e12;

double bounded(double pixels) {
    return std::clamp(pixels, -farthest, farthest);
}

/// NaN when a coordinate is.
double distance(QPointF point) {
    return std::hypot(point.x(), point.y());
}

/// Narrows [enter, leave] to where start + t * change lies in [low, high].
bool narrow(double start, double change, double low, double high, double& enter, double& leave) {
    if (change == 0) return low <= start && start <= high;
    const auto [first, last] = std::minmax({(low - start) / change, (high - start) / change});
    enter = std::max(enter, first);
    leave = std::min(leave, last);
    return enter <= leave;
}

/// The multiple of 10^exponent nearest to a value, as its decimal text reads.
double rounded(double value, int exponent) {
    const double steps = std::round(value / std::pow(10, exponent));
    if (steps == 0) return 0;
    return (QByteArray::number(steps, 'f', 0) + 'e' + QByteArray::number(exponent)).toDouble();
}

/// As a person would write it who sees a pixel of this width.
double written(double value, double pixel) {
    return rounded(value, static_cast<int>(std::floor(std::log10(pixel / 10))));
}

}  // namespace

double Frame::column(double atX) const {
    return bounded(area.left() + (atX - x.low) / x.width() * area.width());
}

double Frame::row(double atValue) const {
    return bounded(area.bottom() - (atValue - value.low) / value.width() * area.height());
}

double Frame::xAt(double column) const {
    return x.low + (column - area.left()) / area.width() * x.width();
}

double Frame::valueAt(double row) const {
    return value.low + (area.bottom() - row) / area.height() * value.width();
}

double Frame::writtenAt(double column) const {
    return written(xAt(column), x.width() / area.width());
}

double Frame::valueWrittenAt(double row) const {
    return written(valueAt(row), value.width() / area.height());
}

bool contains(const QRectF& area, QPointF point) {
    return area.left() <= point.x() && point.x() <= area.right() && area.top() <= point.y() &&
           point.y() <= area.bottom();
}

bool clip(QLineF& segment, const QRectF& area) {
    const bool reversed = distance(segment.p1()) > distance(segment.p2());
    const QPointF near = reversed ? segment.p2() : segment.p1();
    const QPointF change = (reversed ? segment.p1() : segment.p2()) - near;
    if (!(distance(near) < farthestMeaningful) || !(distance(change) < 4 * farthest)) return false;
    double enter = 0;
    double leave = 1;
    if (!narrow(near.x(), change.x(), area.left(), area.right(), enter, leave)) return false;
    if (!narrow(near.y(), change.y(), area.top(), area.bottom(), enter, leave)) return false;
    segment = QLineF(near + enter * change, near + leave * change);
    if (reversed) segment = QLineF(segment.p2(), segment.p1());
    return true;
}

}  // namespace plot
