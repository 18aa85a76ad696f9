// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

#include "descent/descent.h"

namespace descent {

/// The steps of a run from iteration 0, as a value: a copy shares the steps and costs a pointer per
/// 4,096 of them. One thread may append while others read copies taken earlier (handed over under a
/// lock): what a copy can see is never written again.
class Trajectory {
public:
    /// Appends the next iteration. Only the original that has been appended to so far may go on.
    void append(const Step& step);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    /// The first `size` iterations, or all if there are fewer. Nothing may be appended to it.
    Trajectory prefix(std::size_t size) const;
    /// Iteration n, n < size().
    Step operator[](std::size_t n) const;
    Step last() const { return (*this)[m_size - 1]; }
    /// True when this is the same run as `earlier`, as far on or farther.
    bool continues(const Trajectory& earlier) const;

private:
    struct Iterate {
        Point at;
        double value;
        Point gradient;
    };
    static constexpr std::size_t chunkSize = 4096;
    using Chunk = std::array<Iterate, chunkSize>;

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

}  // namespace descent
