// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace formula {

// Functions that the C library has not, or not for several threads. None throws; NaN in gives NaN
// out. NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.2 and 5.15.

/// Γ(x); infinite at 0, undefined at the other poles.
double gamma(double x);
/// ln |Γ(x)|; infinite at the poles.
double logarithmOfGamma(double x);
/// ψ(x) = (ln Γ)′; undefined at the poles.
double digamma(double x);
/// ψ⁽ⁿ⁾(x), the derivative of order n of ψ, to 1e-13 and n times the rounding of x.
/// Undefined at the poles and for an order that is not whole, below 0 or above twice largestOrder;
/// infinite where it is beyond 1.8e308.
double polygamma(double order, double x);
/// Of what is typed. Derivatives go beyond.
inline constexpr double largestOrder = 1e6;

}  // namespace formula
