// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "run/basins.h"

namespace model {

/// Keeps a basin map up with what is shown. A new problem takes the place of the one that is being
/// computed; its clock ticks only while a map is awaited. A map that takes too long stays coarse.
class BasinWatch : public QObject {
    Q_OBJECT

public:
    explicit BasinWatch(QObject* parent = nullptr);
    ~BasinWatch() override;

    void setProblem(run::BasinProblem problem);
    /// Stops what is being computed, so that something more urgent has the processor.
    void hold();
    /// The part of the map that is known; nothing when no more will be.
    std::optional<double> awaited() const;

Q_SIGNALS:
    /// There is more of the map.
    void advanced(const insight::BasinMap& basins);

private:
    void start();
    void tick();
    void collect();

    /// Waits for the next tick: the frame that shows a change comes first.
    std::optional<run::BasinProblem> m_next;
    std::unique_ptr<run::Basins> m_basins;
    double m_known = 0;  ///< the part of the map
    QTimer m_clock;
    QElapsedTimer m_sinceProblem;
};

}  // namespace model
