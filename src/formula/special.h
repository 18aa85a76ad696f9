// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace formula {

// Functions that the C library has not, or not for several threads. None throws; NaN in gives NaN
// out. NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, 5.2 and 5.15.

/// Γ(x); infinite at 0, undefined at the other poles.
double gamma(double x);
/// ln |Γ(x)|; infinite at the poles.
double logarithmOfGamma(double x);
/// ψ⁽ⁿ⁾(x), the derivative of order n of ψ = (ln Γ)′. Undefined at the poles and for an order that
/// is not whole or not from 0 to largestOrder.
double polygamma(double order, double x);
inline constexpr int largestOrder = 100;

}  // namespace formula
