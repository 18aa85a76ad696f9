// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace plot {

inline constexpr qint64 largestPicture = 64'000'000;  ///< pixels
/// Of what is drawn as lines and text.
inline constexpr int dotsPerInch = 96;

/// Whether a picture of this size in pixels can be drawn: not empty, and not over largestPicture.
constexpr bool drawable(QSize size) {
    return !size.isEmpty() && qint64{size.width()} * size.height() <= largestPicture;
}

}  // namespace plot
