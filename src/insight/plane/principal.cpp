// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/principal.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace insight {

namespace {

constexpr int most = static_cast<int>(descent::mostVariables);
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, most, most>;

Matrix matrixOf(const descent::Hessian& hessian) {
    const auto size = static_cast<Eigen::Index>(hessian.size);
    Matrix matrix(size, size);
    for (Eigen::Index row = 0; row < size; ++row) {
        for (Eigen::Index column = 0; column < size; ++column)
            matrix(row, column) =
                hessian(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    }
    return matrix;
}

}  // namespace

std::optional<Principal> principalOf(const descent::Hessian& hessian) {
    const Matrix matrix = matrixOf(hessian);
    if (!matrix.allFinite()) return std::nullopt;
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(matrix);
    Principal principal{descent::Point(std::span(solver.eigenvalues().data(), hessian.size)), {}};
    for (Eigen::Index axis = 0; axis < matrix.cols(); ++axis) {
        const auto column = solver.eigenvectors().col(axis);
        Eigen::Index longest = 0;
        column.cwiseAbs().maxCoeff(&longest);
        descent::Point direction = principal.curvatures;
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] = std::copysign(1, column[longest]) * column[static_cast<Eigen::Index>(i)];
        principal.directions.push_back(direction);
    }
    return principal;
}

double along(const descent::Point& one, const descent::Point& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) sum += one[i] * other[i];
    return sum;
}

descent::Point moved(descent::Point from, const descent::Point& direction, double far) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] += far * direction[i];
    return from;
}

double largest(const descent::Point& point) {
    double size = 0;
    for (const double value : point) size = std::fmax(size, std::abs(value));
    return size;
}

}  // namespace insight
