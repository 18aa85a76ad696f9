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

namespace model {

/// Computes the fine points of a line that takes longer than a frame. A new line takes the place of
/// the one before; its clock ticks only while points are awaited.
class FineWatch : public QObject {
    Q_OBJECT

public:
    explicit FineWatch(QObject* parent = nullptr);
    ~FineWatch() override;

    /// `make` is called where the points are computed. Without a view nothing is wanted.
    void setLine(const std::function<insight::Curve()>& make,
                 const std::optional<insight::Viewport>& view);

Q_SIGNALS:
    void finished(const insight::Viewport& view, const std::vector<insight::CurvePoint>& points);

private:
    void collect();

    std::optional<insight::Viewport> m_view;
    std::unique_ptr<run::Task<std::vector<insight::CurvePoint>>> m_task;
    QTimer m_clock;
};

}  // namespace model
