// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "descent/settings.h"
#include "descent/state.h"

namespace descent {

/// The steps of a run from iteration 0, as a value: rows of numbers, the coordinates, f, f' and
/// what the method remembers. A copy shares the rows and costs a pointer per block. One thread may
/// append while others read copies taken earlier (handed over under a lock): what a copy can see is
/// never written again.
class Trajectory {
public:
    /// Of one variable and plain gradient descent.
    Trajectory() = default;
    Trajectory(std::size_t variables, const Settings& settings);

    /// Appends the next iteration: memory counts as far as the method has one. Only the original
    /// that has been appended to so far may go on.
    void append(const State& state);
    /// Makes room for the next iteration and gives its row(), which is to be filled.
    double* appended() {
        if (m_next == m_end) grow();
        ++m_size;
        return std::exchange(m_next, m_next + m_width);
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    /// The first `size` iterations, or all if there are fewer. Nothing may be appended to it.
    Trajectory prefix(std::size_t size) const;
    /// Iteration n, n < size(), with f and f' of the function as people know it.
    Step operator[](std::size_t n) const;
    Step last() const { return (*this)[m_size - 1]; }
    /// The same with what the method remembers. Numbers that depend on the iteration alone are not
    /// kept but counted up to it, which takes up to some nanoseconds an iteration.
    State state(std::size_t n) const;
    /// True when this is the same run as `earlier`, as far on or farther.
    bool continues(const Trajectory& earlier) const;

    /// One number of each iteration, under the name that tables give it.
    class Column {
    public:
        /// That of a row, or of no row the learning rate.
        Column(const Trajectory& trajectory, std::string name, std::optional<std::size_t> index)
            : m_trajectory(&trajectory), m_name(std::move(name)), m_index(index) {}
        const std::string& name() const { return m_name; }
        double operator[](std::size_t n) const {
            return m_index ? m_trajectory->row(n)[*m_index] : m_trajectory->alpha(n);
        }

    private:
        const Trajectory* m_trajectory;  ///< outlives this
        std::string m_name;
        std::optional<std::size_t> m_index;
    };
    /// Those of the coordinates, f, gradient and memory, in this order, of the numbers that are
    /// kept for the equations of its steps, and of the learning rate where it varies. With several
    /// variables `gradient_x` and so on; a variable with the name of another column gets a _ behind
    /// it.
    std::vector<Column> columns(const std::vector<std::string>& variables = {"x"}) const;

    /// The first coordinate, f and the first partial derivative of an iteration, at no more cost
    /// than reading a number.
    double x(std::size_t n) const { return row(n)[0]; }
    double value(std::size_t n) const { return row(n)[m_variables]; }
    double slope(std::size_t n) const { return row(n)[m_variables + 1]; }
    /// How many coordinates a place has, and the place of an iteration.
    std::size_t variables() const { return m_variables; }
    Point at(std::size_t n) const { return Point(std::span(row(n), m_variables)); }
    /// The Euclidean norm of its gradient.
    double gradientNorm(std::size_t n) const {
        if (m_variables == 1) return std::abs(slope(n));
        return norm(Point(std::span(row(n) + m_variables + 1, m_variables)));
    }
    /// The learning rate of the step from iteration n.
    double alpha(std::size_t n) const { return alphaAt(m_settings, static_cast<std::int64_t>(n)); }

    /// The numbers of an iteration: coordinates, f, partial derivatives, the method's vectors and
    /// those of its numbers that are kept.
    const double* row(std::size_t n) const {
        const Place place = placeOf(n);
        return m_blocks[place.block].get() + place.row * m_width;
    }

private:
    struct Place {
        std::size_t block;
        std::size_t row;  ///< in the block
    };
    /// The first blocks grow from 2,048 rows, each as long as all before it; from row 16,384 on
    /// they are long enough for the large pages of a system.
    static constexpr unsigned firstBits = 11;
    static constexpr unsigned smallBits = 14;
    static constexpr unsigned largeBits = 18;
    static constexpr std::size_t smallBlocks = smallBits - firstBits + 1;
    static Place placeOf(std::size_t n) {
        if (n >= std::size_t{1} << smallBits) {
            const std::size_t row = n - (std::size_t{1} << smallBits);
            return {smallBlocks + (row >> largeBits), row % (std::size_t{1} << largeBits)};
        }
        const auto bits = static_cast<unsigned>(std::bit_width(n >> firstBits));
        return {bits, bits == 0 ? n : n - (std::size_t{1} << (firstBits + bits - 1))};
    }
    void grow();

    std::size_t m_variables = 1;
    Settings m_settings;
    std::size_t m_width = 3;  ///< numbers in a row
    std::vector<std::shared_ptr<double[]>> m_blocks;
    std::size_t m_size = 0;
    double* m_next = nullptr;  ///< the row to append, up to the end of the last block
    double* m_end = nullptr;
};

}  // namespace descent
