// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plot {

/// Plain text in which no line breaks within a formula such as "x ≈ 0", "1 − α f″(x*)", "2/|f″|",
/// "(3, −2)" or "1.2×10⁻⁶". It reads the same: only spaces become fixed ones, and joiners without
/// width come in.
QString unbroken(QString text);

}  // namespace plot
