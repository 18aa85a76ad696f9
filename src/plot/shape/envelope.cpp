// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/shape/envelope.h"

#include <cmath>
#include <limits>

namespace plot {

Envelope::Bucket Envelope::joined(const Bucket& left, const Bucket& right) {
    if (std::isnan(left.low)) return right;
    if (std::isnan(right.low)) return left;
    return {left.first, std::fmin(left.low, right.low), std::fmax(left.high, right.high),
            right.last};
}

void Envelope::append(double value) {
    if (!std::isfinite(value)) value = std::numeric_limits<double>::quiet_NaN();
    const Bucket bucket{value, value, value, value};
    if (m_size == most * m_width) halve();
    if (m_size++ % m_width == 0) {
        m_buckets.push_back(bucket);
    } else {
        m_buckets.back() = joined(m_buckets.back(), bucket);
    }
}

Envelope Envelope::mapped(const std::function<double(double)>& other) const {
    const auto finite = [&](double value) {
        const double mapped = other(value);
        return std::isfinite(mapped) ? mapped : std::numeric_limits<double>::quiet_NaN();
    };
    Envelope all = *this;
    for (Bucket& bucket : all.m_buckets) {
        const double low = finite(bucket.low);
        const double high = finite(bucket.high);
        bucket.first = finite(bucket.first);
        bucket.last = finite(bucket.last);
        bucket.low = std::fmin(std::fmin(low, high), std::fmin(bucket.first, bucket.last));
        bucket.high = std::fmax(std::fmax(low, high), std::fmax(bucket.first, bucket.last));
    }
    return all;
}

void Envelope::halve() {
    for (std::size_t i = 0; i < most / 2; ++i) {
        m_buckets[i] = joined(m_buckets[2 * i], m_buckets[2 * i + 1]);
    }
    m_buckets.resize(most / 2);
    m_width *= 2;
}

}  // namespace plot
