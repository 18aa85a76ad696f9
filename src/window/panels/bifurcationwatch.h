// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "plot/view/bifurcationview.h"
#include "run/bifurcation.h"

namespace window {

/// Computes what a BifurcationView shows, while it is seen. A new problem takes the place of the
/// one that is being computed; its clock ticks only while a picture is awaited.
class BifurcationWatch : public QObject {
    Q_OBJECT

public:
    /// `view` outlives this.
    explicit BifurcationWatch(plot::BifurcationView& view, QObject* parent = nullptr);
    ~BifurcationWatch() override;

    /// Another function leads back to the ranges that fit. They hold `alpha`, but do not follow it.
    void setProblem(const formula::Analysis& analysis, descent::Point start,
                    const descent::Settings& settings);
    /// Shows the ranges that fit, until a person zooms again.
    void fit();
    /// What is shown, at another resolution.
    run::BifurcationProblem problem(QSize resolution) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void hold();
    void compute();
    void collect();

    plot::BifurcationView& m_view;
    run::BifurcationProblem m_problem;
    bool m_fits = true;   ///< shows the ranges that fit
    bool m_stale = true;  ///< what is shown is not of m_problem
    std::unique_ptr<run::Bifurcation> m_bifurcation;
    QTimer m_clock;
};

}  // namespace window
