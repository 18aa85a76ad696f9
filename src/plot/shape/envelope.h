// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace plot {

/// A growing sequence as screens can show it: the extremes of equally many values in a row, in at
/// most `most` buckets. Appending takes constant time on average.
class Envelope {
public:
    static constexpr std::size_t most = 2048;

    /// NaN, all of them, where no value is finite.
    struct Bucket {
        double first;
        double low;
        double high;
        double last;
    };

    void append(double value);

    std::span<const Bucket> buckets() const { return m_buckets; }
    /// How many values a bucket holds; the last may hold fewer.
    std::size_t width() const { return m_width; }
    std::size_t size() const { return m_size; }

    /// Another number for each: of the numbers of a bucket only those that it tells are known.
    Envelope mapped(const std::function<double(double)>& other) const;

    /// Two buckets in a row as one.
    static Bucket joined(const Bucket& left, const Bucket& right);

private:
    void halve();

    std::vector<Bucket> m_buckets;
    std::size_t m_width = 1;
    std::size_t m_size = 0;
};

}  // namespace plot
