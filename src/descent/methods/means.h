// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace descent {

/// The mean of what came before, of which this part is kept, and of one more number.
inline double mean(double kept, double before, double number) {
    return kept * before + (1 - kept) * number;
}

/// The next power of a part that is kept, by which means that begin at 0 are corrected: 0 where
/// 1 − power is 1 to the last digit, for the smallest of numbers are slow to multiply.
inline double nextPower(double power, double kept) {
    const double next = power * kept;
    return next < 1e-17 ? 0 : next;
}

/// 1 − power, the next power of a part that is kept: what a mean that begins at 0 weighs by then.
/// Of a power near 1 the difference would lose digits, so that the weight is counted up from the
/// one before, as the mean of ones.
inline double nextWeight(double power, double kept, double before) {
    return power < 0.5 ? 1 - power : mean(kept, before, 1);
}

/// −1, 0 or 1.
inline double signOf(double number) {
    return static_cast<double>((number > 0) - (number < 0));
}

}  // namespace descent
