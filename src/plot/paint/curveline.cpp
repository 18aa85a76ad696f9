// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/curveline.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "plot/shape/frame.h"

namespace plot {

namespace {

/// Long polylines with a wide pen take time that grows with the square of their crossings; where
/// two pieces meet, the line looks thicker. So a piece ends after some turns back, in either
/// direction, and is long where the line goes on and on. So does the time that a tall one takes.
constexpr int mostTurns = 16;
constexpr std::size_t longestPiece = 2048;
constexpr double tallestPiece = 1024;

class Pieces {
public:
    explicit Pieces(QPainter& painter) : m_painter(painter) {}
    ~Pieces() { flush(); }
    Pieces(const Pieces&) = delete;
    Pieces& operator=(const Pieces&) = delete;

    void add(const QLineF& segment) {
        if (m_points.empty() || m_points.back() != segment.p1()) {
            flush();
            begin(segment.p1());
        }
        m_points.push_back(segment.p2());
        m_turns += turn(m_dx, segment.dx()) + turn(m_dy, segment.dy());
        m_top = std::min(m_top, segment.y2());
        m_bottom = std::max(m_bottom, segment.y2());
        const bool low = m_bottom - m_top < tallestPiece;
        if (m_turns < mostTurns && m_points.size() < longestPiece && low) return;
        flush();
        begin(segment.p2());
    }

private:
    void begin(QPointF point) {
        m_points.push_back(point);
        m_top = m_bottom = point.y();
    }
    /// Notes the way that a coordinate goes. 1 when it went the other way before, else 0.
    static int turn(double& way, double change) {
        if (change == 0) return 0;
        const double before = std::exchange(way, change);
        return before != 0 && (before < 0) != (change < 0) ? 1 : 0;
    }
    void flush() {
        if (m_points.size() > 1) {
            m_painter.drawPolyline(m_points.data(), static_cast<int>(m_points.size()));
        }
        m_points.clear();
        m_turns = 0;
    }

    QPainter& m_painter;
    std::vector<QPointF> m_points;
    int m_turns = 0;
    double m_top = 0;
    double m_bottom = 0;
    double m_dx = 0;
    double m_dy = 0;
};

}  // namespace

void paintPolyline(QPainter& painter, std::span<const QPointF> points, const QRectF& area) {
    Pieces pieces(painter);
    for (std::size_t i = 1; i < points.size(); ++i) {
        QLineF segment(points[i - 1], points[i]);
        if (!clip(segment, area)) continue;
        const double parts = std::ceil(std::abs(segment.dy()) / tallestPiece);
        QPointF from = segment.p1();
        for (double part = 1; part < parts; ++part) {
            const QPointF to = segment.pointAt(part / parts);
            pieces.add({from, to});
            from = to;
        }
        pieces.add({from, segment.p2()});
    }
}

void addAlong(std::vector<QPointF>& points, QLineF segment, const QRectF& area) {
    constexpr double apart = 4;
    const bool isBroken = std::isnan(segment.y1()) || std::isnan(segment.y2());
    if (isBroken || !clip(segment, area)) return;
    const int parts = std::max(1, static_cast<int>(segment.length() / apart));
    for (int i = 0; i < parts; ++i) points.push_back(segment.pointAt(double(i) / parts));
}

std::vector<QPointF> alongPolyline(std::span<const QPointF> polyline, const QRectF& area) {
    std::vector<QPointF> points;
    for (std::size_t i = 1; i < polyline.size(); ++i)
        addAlong(points, QLineF(polyline[i - 1], polyline[i]), area);
    return points;
}

}  // namespace plot
