// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/plane/heights.h"

#include <algorithm>

#include "formula/tape.h"

namespace insight {

using formula::Tape;

Altimeter::Altimeter(const formula::Valued& function) : m_batch(formula::tapeOfValue(function)) {}

void Altimeter::measure(const Lattice& lattice, int row, int first, int stride, double* values) {
    const descent::Point place = lattice.at(0, row);
    for (std::size_t i = 0; i < place.size(); ++i)
        std::fill_n(m_batch.variable(i), Tape::lanes, place[i]);
    double* const across = m_batch.variable(lattice.slice.across);
    while (first < lattice.columns) {
        std::size_t count = 0;
        for (int column = first; column < lattice.columns && count < Tape::lanes; column += stride)
            across[count++] = lattice.x(column);
        m_batch.evaluate(count);
        const double* value = m_batch.result(0);
        for (; count > 0; --count, first += stride) values[first] = *value++;
    }
}

Heights heights(const descent::Objective& objective, const Lattice& lattice,
                const std::stop_token& stop) {
    Heights heights{lattice, std::vector<double>(lattice.nodes())};
    Altimeter altimeter(objective.function());
    double* values = heights.values.data();
    for (int row = 0; row < lattice.rows && !stop.stop_requested(); ++row) {
        altimeter.measure(lattice, row, 0, 1, values);
        values += lattice.columns;
    }
    return heights;
}

}  // namespace insight
