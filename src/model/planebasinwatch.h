// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "run/planebasins.h"

namespace model {

/// Keeps the basins of a map up with what is shown, coarse ones first. Another problem takes the
/// place of the one before as soon as that has given a first picture, so that a map that changes
/// all the time is never without one. Its clock ticks only while there is more to come.
class PlaneBasinWatch : public QObject {
    Q_OBJECT

public:
    explicit PlaneBasinWatch(QObject* parent = nullptr);
    ~PlaneBasinWatch() override;

    /// The same again goes on.
    void setProblem(run::PlaneBasinProblem problem);
    /// Nothing is wanted any more; what is computed stops.
    void hold();

Q_SIGNALS:
    /// There is more of the map.
    void advanced(insight::SharedBasins basins);

private:
    void start();
    void collect();

    std::optional<run::PlaneBasinProblem> m_next;     ///< waits for a first picture
    std::optional<run::PlaneBasinProblem> m_present;  ///< of m_basins, or of what is complete
    bool m_pictured = true;                           ///< m_basins has given a map
    std::unique_ptr<run::PlaneBasins> m_basins;       ///< under way
    QTimer m_clock;
};

}  // namespace model
