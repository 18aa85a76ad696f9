// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/surface/mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace plot {

namespace {

/// A place along a side of so many nodes: the node before it and the way to the next.
struct Along {
    Along(double part, int nodes) {
        const double at = std::clamp(part, 0.0, 1.0) * (nodes - 1);
        before = std::min(static_cast<int>(at), nodes - 2);
        way = at - before;
    }

    int before;
    double way;
};

float within(float height) {
    return std::clamp(height, 0.0F, 1.0F);
}

/// Of a node among others.
float part(int place, int nodes) {
    return static_cast<float>(place) / static_cast<float>(nodes - 1);
}

constexpr std::array<std::pair<int, int>, 8> neighbours{
    {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};

/// Where f begins to have a value, on the way from a node without to one with it.
struct Edge {
    double way = 1;  ///< 0 to 1
    double value = 0;
};

struct NodePlace {
    int column;
    int row;
};

Edge edgeBetween(const descent::Objective& objective, const insight::Lattice& lattice,
                 NodePlace without, NodePlace with) {
    constexpr int halvings = 9;
    const QPointF from(lattice.x(without.column), lattice.y(without.row));
    const QPointF to(lattice.x(with.column), lattice.y(with.row));
    const auto valueAt = [&](double way) {
        const QPointF at = from + way * (to - from);
        return objective.told(objective.value(lattice.slice.at(at.x(), at.y())));
    };
    Edge edge{1, valueAt(1)};
    double nothing = 0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (nothing + edge.way) / 2;
        const double value = valueAt(middle);
        if (std::isnan(value)) {
            nothing = middle;
        } else {
            edge = {middle, value};
        }
    }
    return edge;
}

}  // namespace

Mesh::Mesh(const insight::Heights& heights, const HeightScale& scale, const Rise& rise,
           const descent::Objective* edges)
    : m_columns(heights.lattice.columns), m_rows(heights.lattice.rows) {
    m_nodes.reserve(heights.values.size());
    auto value = heights.values.begin();
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column, ++value) {
            m_nodes.push_back({static_cast<float>(rise.of(*value)),
                               static_cast<float>(scale.part(*value)), 0, 0,
                               part(column, m_columns), part(row, m_rows)});
        }
    }
    const bool hasHoles =
        std::ranges::any_of(heights.values, [](double height) { return std::isnan(height); });
    if (edges && hasHoles) moveToEdges(heights.lattice, scale, rise, *edges);
    measureRising();
}

/// Each node without a height beside one that has it moves there until it has one.
void Mesh::moveToEdges(const insight::Lattice& lattice, const HeightScale& scale, const Rise& rise,
                       const descent::Objective& objective) {
    const std::vector<Node> before = m_nodes;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            Node& node = m_nodes[placeOf(column, row)];
            if (!std::isnan(before[placeOf(column, row)].height)) continue;
            double least = std::numeric_limits<double>::infinity();
            for (const auto& [right, above] : neighbours) {
                const int besideColumn = std::clamp(column + right, 0, m_columns - 1);
                const int besideRow = std::clamp(row + above, 0, m_rows - 1);
                const Node& beside = before[placeOf(besideColumn, besideRow)];
                if (std::isnan(beside.height)) continue;
                const Edge edge =
                    edgeBetween(objective, lattice, {column, row}, {besideColumn, besideRow});
                const double away = edge.way * std::hypot(right, above);
                if (away >= least) continue;
                least = away;
                const auto way = static_cast<float>(edge.way);
                const Node& from = before[placeOf(column, row)];
                node.height = static_cast<float>(rise.of(edge.value));
                node.part = static_cast<float>(scale.part(edge.value));
                node.x = from.x + way * (beside.x - from.x);
                node.y = from.y + way * (beside.y - from.y);
            }
        }
    }
}

/// From the nodes beside it that have heights; kept within the box, as near a pole it is cut there.
double Mesh::rising(std::size_t before, std::size_t here, std::size_t after, int intervals) const {
    const auto has = [&](std::size_t node) { return !std::isnan(m_nodes[node].height); };
    const std::size_t from = has(before) ? before : here;
    const std::size_t to = has(after) ? after : here;
    const int span = (from != here ? 1 : 0) + (to != here ? 1 : 0);
    if (span == 0) return 0;
    const double rise = within(m_nodes[to].height) - within(m_nodes[from].height);
    return rise * intervals / span;
}

void Mesh::measureRising() {
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const std::size_t here = placeOf(column, row);
            const std::size_t left = placeOf(std::max(column - 1, 0), row);
            const std::size_t right = placeOf(std::min(column + 1, m_columns - 1), row);
            const std::size_t below = placeOf(column, std::max(row - 1, 0));
            const std::size_t above = placeOf(column, std::min(row + 1, m_rows - 1));
            Node& node = m_nodes[here];
            node.risingX = static_cast<float>(rising(left, here, right, m_columns - 1));
            node.risingY = static_cast<float>(rising(below, here, above, m_rows - 1));
        }
    }
}

/// Parted between the corners that differ less, which keeps ridges and valleys; a corner without a
/// height is left out.
std::array<Mesh::Triangle, 2> Mesh::triangles(std::size_t node) const {
    const auto width = static_cast<std::size_t>(m_columns);
    const std::array corners{node, node + 1, node + 1 + width, node + width};
    const auto apart = [&](std::size_t one, std::size_t other) {
        const float way = std::abs(m_nodes[corners[one]].height - m_nodes[corners[other]].height);
        return std::isnan(way) ? std::numeric_limits<float>::infinity() : way;
    };
    if (apart(0, 2) <= apart(1, 3))
        return {{{corners[0], corners[1], corners[2]}, {corners[0], corners[2], corners[3]}}};
    return {{{corners[0], corners[1], corners[3]}, {corners[1], corners[2], corners[3]}}};
}

bool Mesh::isThere(const Triangle& triangle) const {
    bool isBelow = false;
    bool isAbove = false;
    bool isAllBelow = true;
    bool isAllAbove = true;
    for (const std::size_t corner : triangle) {
        const float height = m_nodes[corner].height;
        if (std::isnan(height)) return false;
        isBelow |= height < 0;
        isAbove |= height > 1;
        isAllBelow &= height < 0;
        isAllAbove &= height > 1;
    }
    return !(isBelow && isAbove) && !isAllBelow && !isAllAbove;
}

double Mesh::heightAt(double x, double y) const {
    if (isEmpty()) return std::numeric_limits<double>::quiet_NaN();
    const Along across(x, m_columns);
    const Along up(y, m_rows);
    const std::size_t node = placeOf(across.before, up.before);
    const auto width = static_cast<std::size_t>(m_columns);
    const std::array<double, 4> corners{m_nodes[node].height, m_nodes[node + 1].height,
                                        m_nodes[node + 1 + width].height,
                                        m_nodes[node + width].height};
    const double u = across.way;
    const double v = up.way;
    const bool risingDiagonal = triangles(node)[0][2] == node + 1 + width;
    double height = 0;
    if (risingDiagonal) {
        height = u >= v
                     ? corners[0] + u * (corners[1] - corners[0]) + v * (corners[2] - corners[1])
                     : corners[0] + v * (corners[3] - corners[0]) + u * (corners[2] - corners[3]);
    } else {
        height = u + v <= 1
                     ? corners[0] + u * (corners[1] - corners[0]) + v * (corners[3] - corners[0])
                     : corners[2] + (1 - u) * (corners[3] - corners[2]) +
                           (1 - v) * (corners[1] - corners[2]);
    }
    return std::isnan(height) ? height : std::clamp(height, 0.0, 1.0);
}

std::array<double, 2> Mesh::risingAt(double x, double y) const {
    const Along across(x, m_columns);
    const Along up(y, m_rows);
    std::array<double, 2> rising{};
    for (const int right : {0, 1}) {
        for (const int above : {0, 1}) {
            const double share =
                (right ? across.way : 1 - across.way) * (above ? up.way : 1 - up.way);
            const Node& node = m_nodes[placeOf(across.before + right, up.before + above)];
            rising[0] += share * node.risingX;
            rising[1] += share * node.risingY;
        }
    }
    return rising;
}

}  // namespace plot
