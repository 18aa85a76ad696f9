// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "run/bifurcation.h"

namespace model {

/// Keeps a bifurcation diagram up with what is shown, while somebody sees it. A new problem takes
/// the place of the one that is being computed; its clock ticks only while a picture is awaited.
class BifurcationWatch : public QObject {
    Q_OBJECT

public:
    explicit BifurcationWatch(QObject* parent = nullptr);
    ~BifurcationWatch() override;

    /// Another function leads back to the ranges that fit. They hold `alpha`, but do not follow it.
    void setProblem(const formula::Valued& function, descent::Point start,
                    const descent::Settings& settings);
    /// Computes the ranges that fit, until setRanges().
    void fit();
    /// True after fit(): what arrives brings its ranges.
    bool fits() const { return !m_problem.x; }
    /// A person wants to see these.
    void setRanges(insight::Range alpha, insight::Range x);
    /// How many columns and rows can be seen.
    void setResolution(int columns, int rows);
    /// While nobody sees the picture nothing is computed.
    void setSeen(bool seen);
    /// What is shown, at another resolution.
    run::BifurcationProblem problem(int columns, int rows) const;

Q_SIGNALS:
    /// There is more of the picture.
    void advanced(const insight::Density& density);

private:
    void forgetRanges();
    void changed();
    void hold();
    void compute();
    void collect();

    run::BifurcationProblem m_problem;
    bool m_seen = false;
    bool m_stale = true;  ///< what is shown is not of m_problem
    std::unique_ptr<run::Bifurcation> m_bifurcation;
    QTimer m_clock;
};

}  // namespace model
