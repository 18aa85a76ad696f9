// SPDX-License-Identifier: GPL-3.0-or-later
#include "descent/trajectory.h"

namespace descent {

void Trajectory::append(const Step& step) {
    const std::size_t place = m_size % chunkSize;
    if (place == 0) m_chunks.push_back(std::make_shared<Chunk>());
    (*m_chunks.back())[place] = {step.at, step.value, step.gradient};
    ++m_size;
}

Step Trajectory::operator[](std::size_t n) const {
    const Iterate& iterate = (*m_chunks[n / chunkSize])[n % chunkSize];
    return {static_cast<std::int64_t>(n), iterate.at, iterate.value, iterate.gradient};
}

Trajectory Trajectory::prefix(std::size_t size) const {
    Trajectory first = *this;
    if (size >= m_size) return first;
    first.m_chunks.resize((size + chunkSize - 1) / chunkSize);
    first.m_size = size;
    return first;
}

bool Trajectory::continues(const Trajectory& earlier) const {
    return m_size >= earlier.m_size && !earlier.empty() &&
           m_chunks.front() == earlier.m_chunks.front();
}

}  // namespace descent
