// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <tuple>
#include <utility>

#include "descent/trajectory.h"
#include "session/stepwords.h"
#include "session/wording/wording.h"
#include "window/text/textcard.h"

namespace window {

/// The update equation with the numbers of one step put in. While it has others below it, it is as
/// high from the start as the longest step of the method is likely to be, so that nothing moves
/// while a run plays.
class StepCard : public TextCard {
    Q_OBJECT

public:
    explicit StepCard(QWidget* parent = nullptr);

    /// The step that the ball is about to make or is making, as the arrow shows it; at the end of
    /// the run the last one.
    void showStep(const descent::Trajectory& trajectory, const descent::Settings& settings,
                  double position);
    /// Whether to tell of the parabola of the next step shown. True when that is news.
    bool setParabola(bool told) { return std::exchange(m_parabola, told) != told; }
    /// Whether others are below it.
    void setReserving(bool reserving);
    /// Which step that is, for a heading.
    QString heading() const { return m_heading; }
    /// Significant digits from now on.
    void setDigits(int digits) { m_digits = digits; }
    /// What the variables are called.
    void setVariables(const QStringList& variables);

private:
    QString m_heading;
    int m_digits = session::usualDigits;
    QStringList m_variables{QStringLiteral("x")};
    bool m_parabola = false;
    descent::Method m_method;
    /// What the height of its steps depends on.
    using Kind = std::tuple<std::size_t, bool, bool, bool, int, QStringList>;
    Kind m_kind;
    QStringList m_longest;  ///< steps of that kind
    bool m_reserving = true;

    bool isPlane() const { return m_variables.size() > 1; }
    void explain();
    Kind kindOf(const descent::Settings& settings) const;
    void reserve(const descent::Settings& settings);
    QString start(const descent::Step& only) const;
    QString equation(const session::TakenStep& step) const;
    QString setEquation(const session::TakenStep& step) const;
    QString inVariable(const QString& text) const;
};

}  // namespace window
