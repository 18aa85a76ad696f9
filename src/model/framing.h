// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "descent/trajectory.h"
#include "insight/range.h"
#include "run/task.h"
#include "session/examples.h"

namespace model {

class Experiment;

/// Finds the range of x (of several variables: the rectangle) that fits the present run, and asks
/// for it when a typed function makes the run leave the view, or much smaller or larger than it.
/// What is typed next may lead back: as long as nobody chooses another view, the one before the
/// typing is shown wherever the run stays in it and fills it well, and with the function then; and
/// a start outside the view is fitted. All this is computed elsewhere; its clock ticks only while a
/// range is awaited.
class Framing : public QObject {
    Q_OBJECT

public:
    /// `experiment` outlives this.
    explicit Framing(const Experiment& experiment, QObject* parent = nullptr);
    ~Framing() override;

    /// Asks for a range that shows the runs of all runners: that of the example with this function
    /// where it holds the run.
    void fit();
    /// Somebody has chosen a view.
    void settle();

Q_SIGNALS:
    /// The run of a typed function is known, and this range is the one to show it in, with these
    /// values of f or, without them, those that fit; of several variables with the range of the
    /// second axis.
    void framed(insight::Range range, const std::optional<insight::Range>& values);
    /// What fit() asked for.
    void fitted(insight::Range range, const std::optional<insight::Range>& values);

private:
    enum class Purpose { Frame, Fit };
    struct Frame {
        insight::Range range;
        std::optional<insight::Range> values;
    };

    void begin();
    void frame();
    static Frame fittingPlane(const session::Session& session,
                              const std::vector<descent::Trajectory>& runs,
                              const std::vector<Frame>& known, const std::optional<Frame>& kept,
                              const std::stop_token& stop);
    void ask(Purpose purpose, const std::optional<Frame>& kept);
    void collect();

    const Experiment& m_experiment;
    const std::vector<session::Example> m_examples;
    session::Session m_last;                   ///< that was told of
    std::optional<session::Session> m_chosen;  ///< before the typing, with the view then
    session::Session m_typed;                  ///< when the function was typed
    bool m_awaitsRun = false;
    Purpose m_purpose = Purpose::Frame;        ///< of m_task
    session::Session m_asked;                  ///< what m_task is about
    std::unique_ptr<run::Task<Frame>> m_task;  ///< under way
    QTimer m_clock;
};

}  // namespace model
