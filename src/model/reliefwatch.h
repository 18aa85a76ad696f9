// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

#include "formula/valued.h"
#include "insight/plane/heights.h"
#include "run/relief.h"

namespace model {

/// Computes the heights that a map wants, coarse ones first. Those of another part, or of
/// other values of constants, take the place of those before as soon as these have given a first
/// picture, so that a map that changes all the time is never without one. Its clock ticks only
/// while heights are awaited.
class ReliefWatch : public QObject {
    Q_OBJECT

public:
    explicit ReliefWatch(QObject* parent = nullptr);
    ~ReliefWatch() override;

    /// Without nodes nothing is wanted. The same again goes on.
    void setNodes(const formula::Valued& function, const std::optional<insight::Lattice>& nodes);

Q_SIGNALS:
    /// There are finer heights, or others; `present` unless newer ones are wanted by now.
    void advanced(insight::SharedHeights heights, bool present);

private:
    void start();
    void collect();

    std::optional<run::ReliefProblem> m_next;     ///< waits for a first picture
    std::optional<run::ReliefProblem> m_present;  ///< of m_relief
    bool m_pictured = true;                       ///< m_relief has given some heights
    std::unique_ptr<run::Relief> m_relief;        ///< under way
    QTimer m_clock;
};

}  // namespace model
