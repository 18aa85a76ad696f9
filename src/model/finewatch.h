// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "insight/landscape.h"
#include "run/task.h"

namespace window {

/// Computes the fine points of a line that takes longer than a frame. A new line takes the place of
/// the one before; its clock ticks only while points are awaited.
class FineWatch : public QObject {
    Q_OBJECT

public:
    using Function = std::function<double(double)>;

    explicit FineWatch(QObject* parent = nullptr);
    ~FineWatch() override;

    /// `make` is called where the points are computed. Without a view nothing is wanted.
    void setLine(const std::function<Function()>& make, const std::optional<core::View>& view);

Q_SIGNALS:
    void finished(const core::View& view, const std::vector<core::CurvePoint>& points);

private:
    void collect();

    std::optional<core::View> m_view;
    std::unique_ptr<run::Task<std::vector<core::CurvePoint>>> m_task;
    QTimer m_clock;
};

}  // namespace window
