// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curveline.h"

#include <QPainter>
#include <vector>

#include "plot/frame.h"

namespace plot {

namespace {

/// Long polylines with a wide pen take time that grows with the square of their crossings; single
/// segments look uneven where they overlap.
constexpr std::size_t longestPiece = 48;

class Pieces {
public:
    explicit Pieces(QPainter& painter) : m_painter(painter) {}
    ~Pieces() { flush(); }
    Pieces(const Pieces&) = delete;
    Pieces& operator=(const Pieces&) = delete;

    void add(const QLineF& segment) {
        if (m_points.empty() || m_points.back() != segment.p1()) {
            flush();
            m_points.push_back(segment.p1());
        }
        m_points.push_back(segment.p2());
        if (m_points.size() < longestPiece) return;
        flush();
        m_points.push_back(segment.p2());
    }

private:
    void flush() {
        if (m_points.size() > 1) {
            m_painter.drawPolyline(m_points.data(), static_cast<int>(m_points.size()));
        }
        m_points.clear();
    }

    QPainter& m_painter;
    std::vector<QPointF> m_points;
};

}  // namespace

void paintPolyline(QPainter& painter, std::span<const QPointF> points, const QRectF& area) {
    Pieces pieces(painter);
    for (std::size_t i = 1; i < points.size(); ++i) {
        QLineF segment(points[i - 1], points[i]);
        if (clip(segment, area)) pieces.add(segment);
    }
}

}  // namespace plot
