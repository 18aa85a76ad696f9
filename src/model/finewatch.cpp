// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/finewatch.h"

#include <chrono>
#include <limits>

namespace model {

using namespace std::chrono_literals;

FineWatch::FineWatch(QObject* parent) : QObject(parent) {
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &FineWatch::collect);
}

FineWatch::~FineWatch() = default;

void FineWatch::setLine(const std::function<insight::Curve()>& make,
                        const std::optional<insight::Viewport>& view) {
    m_view = view;
    m_task.reset();
    m_clock.stop();
    if (!m_view) return;
    m_task = std::make_unique<run::Task<std::vector<insight::CurvePoint>>>(
        [make, view = *view](const std::stop_token& stop) {
            constexpr auto all = std::numeric_limits<std::int64_t>::max();
            return insight::sketch(make(), view, all, stop).points;
        });
    m_clock.start();
}

void FineWatch::collect() {
    if (!m_task->over()) return;
    m_clock.stop();
    if (const auto points = m_task->take()) Q_EMIT finished(*m_view, *points);
}

}  // namespace model
