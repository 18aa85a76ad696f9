// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "insight/range.h"
#include "session/examples.h"

namespace model {

class Experiment;

/// Knows the range of x that fits the present run, and asks for it when a typed function makes the
/// run leave the view, or much smaller or larger than it. What is typed next may lead back: as long
/// as nobody chooses another view, the one before the typing is shown wherever the run stays in it
/// and fills it well, and with the function then; and a start outside the view is fitted.
class Framing : public QObject {
    Q_OBJECT

public:
    /// `experiment` outlives this.
    explicit Framing(const Experiment& experiment, QObject* parent = nullptr);

    /// All of the run: the range of the example with this function where that holds it.
    insight::Range fitting() const;
    /// Somebody has chosen a view.
    void settle();

Q_SIGNALS:
    /// The run of a typed function is known, and this range is the one to show it in.
    void framed(insight::Range range);

private:
    void begin();
    void frame();
    bool holdsRun(insight::Range range) const;
    /// Holds it, and not as a speck or as a small part of what there is to see.
    bool suitsRun(insight::Range range) const;

    const Experiment& m_experiment;
    const std::vector<session::Example> m_examples;
    QString m_function;
    QString m_before;                        ///< the function before this one
    std::optional<insight::Range> m_chosen;  ///< the view before the typing
    QString m_chosenFor;                     ///< the function then
    session::Session m_typed;                ///< when the function was typed
    bool m_awaitsRun = false;
};

}  // namespace model
