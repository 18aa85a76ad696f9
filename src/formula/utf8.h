// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace formula {

/// The beginning of a UTF-8 text as code points.
struct DecodedText {
    std::u32string points;
    bool valid = true;  ///< false: what follows `points` is not UTF-8
};

/// Decodes at most `most` code points; what follows is not looked at.
DecodedText decoded(std::string_view utf8, std::size_t most);

std::string encoded(std::u32string_view points);

}  // namespace formula
