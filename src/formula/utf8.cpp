// SPDX-License-Identifier: GPL-3.0-or-later
#include "formula/utf8.h"

#include <array>

namespace formula {

namespace {

/// What the first byte says: how many bytes follow, its own bits, the least value that needs them.
struct Lead {
    int following = -1;
    char32_t bits = 0;
    char32_t least = 0;
};

Lead lead(unsigned char byte) {
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xC0 && byte < 0xE0) return {1, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {2, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte < 0xF8) return {3, byte & 0x07u, 0x10000};
    return {};
}

bool isScalar(char32_t point) {
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

}  // namespace

DecodedText decoded(std::string_view utf8, std::size_t most) {
    DecodedText result;
    while (!utf8.empty() && result.points.size() < most) {
        const Lead first = lead(static_cast<unsigned char>(utf8.front()));
        const auto length = static_cast<std::size_t>(first.following + 1);
        result.valid = length > 0 && length <= utf8.size();
        char32_t point = first.bits;
        for (std::size_t i = 1; result.valid && i < length; ++i) {
            const auto byte = static_cast<unsigned char>(utf8[i]);
            result.valid = (byte & 0xC0u) == 0x80;
            point = (point << 6) | (byte & 0x3Fu);
        }
        result.valid = result.valid && point >= first.least && isScalar(point);
        if (!result.valid) break;
        result.points += point;
        utf8.remove_prefix(length);
    }
    return result;
}

std::string encoded(std::u32string_view points) {
    std::string utf8;
    const auto append = [&](char32_t byte) { utf8 += static_cast<char>(byte); };
    for (const char32_t point : points) {
        if (point < 0x80) {
            append(point);
            continue;
        }
        const int following = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        constexpr std::array<char32_t, 4> marks = {0, 0xC0, 0xE0, 0xF0};
        append(marks[static_cast<std::size_t>(following)] | (point >> (6 * following)));
        for (int i = following - 1; i >= 0; --i) append(0x80 | ((point >> (6 * i)) & 0x3F));
    }
    return utf8;
}

}  // namespace formula
