// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/noise.h"

#include <Random123/philox.h>

#include <boost/random/normal_distribution.hpp>
#include <limits>

namespace descent {

namespace {

/// As many random bits as are asked for, made of a key and a place.
class Stream {
public:
    using result_type = std::uint64_t;

    Stream(std::uint64_t seed, std::int64_t iteration, std::uint64_t coordinate)
        : m_key{{seed}},
          m_counter{{static_cast<std::uint64_t>(iteration), coordinate << perCoordinate}} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    result_type operator()() {
        if (m_next == 2) {
            m_next = 0;
            ++m_counter[1];
        }
        if (m_next == 0) m_numbers = r123::Philox2x64()(m_counter, m_key);
        return m_numbers[m_next++];
    }

private:
    /// The logarithm of how often the numbers of a coordinate may be asked for.
    static constexpr int perCoordinate = 32;

    r123::Philox2x64::key_type m_key;
    r123::Philox2x64::ctr_type m_counter;
    r123::Philox2x64::ctr_type m_numbers{};
    std::size_t m_next = 0;
};

}  // namespace

double gaussian(std::uint64_t seed, std::int64_t iteration, std::uint64_t coordinate) {
    Stream stream(seed, iteration, coordinate);
    return boost::random::normal_distribution<double>()(stream);
}

}  // namespace descent
