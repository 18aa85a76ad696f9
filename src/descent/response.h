// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace descent {

/// How a run comes near a minimum, if it is close enough.
enum class Approach {
    Creeps,     ///< from one side, by less than a tenth of the distance a step
    Leaps,      ///< from one side, at most to the minimum in one leap
    Swings,     ///< from side to side
    CannotStay  ///< each step leads farther away
};

/// How steps that multiply the distance by this come near.
Approach approach(double factor);

/// What theory says of a method's steps close to a minimum where the curvature is λ > 0. Holds as
/// far as the cost is nearly quadratic there.
struct Response {
    /// By which a step multiplies the distance in the end; negative where it lands on the other
    /// side each time.
    double factor = 0;
    Approach approach = Approach::Leaps;
    double sharpness = 0;  ///< αλ
    /// Up to this learning rate runs creep.
    double creeping = 0;
    /// From this learning rate on no run stays.
    double limit = 0;
    /// The learning rates with the smallest factor, from and to.
    double bestLow = 0;
    double bestHigh = 0;
};

/// Whether each step lands as far on the other side, as far as rounding tells.
bool isAtLimit(const Response& response);

/// Whether steps from close by lead closer.
bool shrinks(const Response& response);

/// Of plain gradient descent: m = 1 − αλ, limit 2/λ, best 1/λ. At a maximum (λ < 0) and on level
/// ground only the factor has a meaning. Nesterov, Introductory Lectures on Convex Optimization,
/// 1.2.3.
Response gradientResponse(double alpha, double curvature);

/// Of momentum β: the roots of z² − (1+β−αλ)z + β, limit 2(1+β)/λ, best from (1−√β)²/λ to
/// (1+√β)²/λ, all with √β. Polyak, Some methods of speeding up the convergence of iteration methods
/// (1964).
Response momentumResponse(double alpha, double beta, double curvature);

/// Of Nesterov's momentum β: the roots of z² − (1+β)(1−αλ)z + β(1−αλ), limit 2(1+β)/((1+2β)λ), best
/// 1/λ with 0. Lessard, Recht and Packard, Analysis and design of optimization algorithms via
/// integral quadratic constraints, SIAM Journal on Optimization 26 (2016).
Response nesterovResponse(double alpha, double beta, double curvature);

}  // namespace descent
