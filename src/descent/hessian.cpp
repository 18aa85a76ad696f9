// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/hessian.h"

#include <Eigen/Eigenvalues>
#include <algorithm>

namespace descent {

Solved solvedBySteepness(const Hessian& hessian, const Point& gradient) {
    constexpr int most = static_cast<int>(mostVariables);
    using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, 0, most, most>;
    using Vector = Eigen::Matrix<double, Eigen::Dynamic, 1, 0, most, 1>;
    const auto size = static_cast<Eigen::Index>(hessian.size);
    Matrix matrix(size, size);
    Vector slope(size);
    for (Eigen::Index row = 0; row < size; ++row) {
        slope[row] = gradient[static_cast<std::size_t>(row)];
        for (Eigen::Index column = 0; column < size; ++column)
            matrix(row, column) =
                hessian(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    }
    if (!matrix.allFinite()) return {gradient, 1};
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(matrix);
    const Vector steep = solver.eigenvalues().unaryExpr(&steepness);
    const Vector along = solver.eigenvectors().transpose() * slope;
    const Vector step = solver.eigenvectors() * along.cwiseQuotient(steep);
    Solved solved{gradient, steep.minCoeff()};
    std::copy_n(step.data(), hessian.size, solved.step.begin());
    return solved;
}

}  // namespace descent
