// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/response.h"

#include <cmath>
#include <limits>

namespace descent {

namespace {

constexpr double creeping = 0.1;  // of the distance, that a step removes

/// αλ = 1 may come out as 1 − 10⁻¹⁶.
double withoutRounding(double factor) {
    return std::abs(factor) < 16 * std::numeric_limits<double>::epsilon() ? 0 : factor;
}

}  // namespace

Approach approach(double factor) {
    if (std::abs(factor) > 1) return Approach::CannotStay;
    if (factor < 0) return Approach::Swings;
    return factor > 1 - creeping ? Approach::Creeps : Approach::Leaps;
}

bool isAtLimit(const Response& response) {
    constexpr double slack = 1e-9;
    return std::abs(response.factor + 1) <= slack;
}

bool shrinks(const Response& response) {
    return std::abs(response.factor) < 1;
}

Response gradientResponse(double alpha, double curvature) {
    const double sharpness = alpha * curvature;
    const double factor = withoutRounding(1 - sharpness);
    return {factor,        approach(factor), sharpness,    creeping / curvature,
            2 / curvature, 1 / curvature,    1 / curvature};
}

Response momentumResponse(double alpha, double beta, double curvature) {
    const double half = (1 + beta - alpha * curvature) / 2;
    const double root = std::sqrt(beta);
    Response response;
    response.sharpness = alpha * curvature;
    response.limit = 2 * (1 + beta) / curvature;
    response.bestLow = (1 - root) * (1 - root) / curvature;
    response.bestHigh = (1 + root) * (1 + root) / curvature;
    // Where the larger root is 1 less what creeping leaves to remove; from a β on none is smaller.
    const double slowest = 1 - creeping;
    response.creeping =
        root < slowest ? creeping * (1 - beta / slowest) / curvature : response.bestLow;
    const double discriminant = half * half - beta;
    if (discriminant < 0) {
        response.factor = root;
        response.approach = Approach::Swings;
        return response;
    }
    // The root of the larger size; the other one is β over it.
    response.factor = withoutRounding(half + std::copysign(std::sqrt(discriminant), half));
    response.approach = approach(response.factor);
    return response;
}

Response nesterovResponse(double alpha, double beta, double curvature) {
    const double left = withoutRounding(1 - alpha * curvature);
    const double half = (1 + beta) * left / 2;
    Response response;
    response.sharpness = alpha * curvature;
    response.limit = 2 * (1 + beta) / ((1 + 2 * beta) * curvature);
    response.bestLow = response.bestHigh = 1 / curvature;
    // Where the larger root is 1 less what creeping leaves to remove, or both become complex.
    const double slowest = 1 - creeping;
    const double swinging = 4 * beta / ((1 + beta) * (1 + beta));
    const double removed = slowest * slowest / (slowest - creeping * beta);
    response.creeping = (1 - (2 * beta / (1 + beta) < slowest ? removed : swinging)) / curvature;
    const double discriminant = half * half - beta * left;
    if (discriminant < 0) {
        response.factor = std::sqrt(beta * left);
        response.approach = Approach::Swings;
        return response;
    }
    response.factor = half + std::copysign(std::sqrt(discriminant), half);
    response.approach = approach(response.factor);
    return response;
}

}  // namespace descent
