// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>
#include <memory>
#include <optional>

#include "insight/plane/stationaryplace.h"
#include "insight/stationary.h"
#include "insight/verdict/verdict.h"
#include "session/session.h"
#include "session/wording/wording.h"
#include "window/widgets/card.h"

namespace Ui {
class Controls;
}

namespace window {

class AlphaRuler;
class ScheduleControls;

/// Everything about a run but its function: direction, method with its knobs, initial guess,
/// learning rate, limit and, folded away, what few need: the tolerance, and schedule and noise,
/// whose fold tells how they are set.
class Controls : public Card {
    Q_OBJECT

public:
    explicit Controls(QWidget* parent = nullptr);
    ~Controls() override;

    void setSession(const session::Session& session);
    /// Significant digits of what is shown, from now on.
    void setDigits(int digits);
    /// What the variables are called.
    void setVariables(const QStringList& variables);
    /// Whether what few need is unfolded, as a person left it. A session in which it is unusual
    /// unfolds it, which does not count.
    bool moreShown() const { return m_moreShown; }
    void setMoreShown(bool shown);
    /// The same of schedule and noise.
    bool scheduleShown() const { return m_scheduleShown; }
    void setScheduleShown(bool shown);
    /// Only the initial guess and the learning rate, while something else needs the
    /// room.
    void setShort(bool isShort);
    /// Rows close together, for a low window.
    void setDense(bool dense);
    /// Hides what tells how the run will go: the ruler of the learning rate.
    void setVeiled(bool veiled);
    /// How high this is when it is not short, in pixels.
    int wholeHeight() const;
    /// The sliders of the initial guess span what is in view; of a variable that is not, as much
    /// as is of the first axis.
    void setRanges(const session::Session& session);
    /// Where the ball is, in steps from the start.
    void setPosition(double position);
    /// Another session takes the place of the one before: what α was before the method came does
    /// not matter any more, and what was unfolded only for that session is folded.
    void forgetFormer();
    /// For the slider of the learning rate and the ruler under it; see AlphaRuler::setExtremum().
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// The same of several variables; see AlphaRuler::setPlace().
    void setPlace(const std::optional<insight::StationaryPlace>& place);
    /// For the same; see AlphaRuler::setVerdict().
    void setVerdict(const std::optional<insight::Verdict>& verdict);

Q_SIGNALS:
    void initialGuessChosen(const descent::Point& start);
    void alphaChosen(double alpha);
    /// A person took the handle of the learning rate (true) or let it go (false).
    void alphaDragChanged(bool dragging);
    void maxIterationsChosen(std::int64_t iterations);
    void toleranceChosen(double tolerance);
    void directionChosen(descent::Direction direction);
    /// With the α that goes with it: the same, but to and from methods of which another is usual.
    void methodChosen(const descent::Method& method, double alpha);
    void scheduleChosen(const descent::Schedule& schedule);
    void noiseChosen(const descent::Noise& noise);

protected:
    void changeEvent(QEvent* event) override;

private:
    void nameParameters();
    void nameTolerance(std::size_t variables);
    void connectParameters();
    void connectMethod();
    void setUpAlphaNote();
    void alignLabels();
    void showRuler();
    void space();
    void unfold(bool shown);
    void unfoldSchedule(bool shown);
    void showSchedule(const descent::Settings& settings);
    void chooseMethod(const descent::Method& method);
    void tellOfAlpha(const QString& words);
    /// Lets the slider of the learning rate reach the present one and those about the limit, but
    /// not while a person holds it, or nothing is known of the run.
    void reach();

    std::unique_ptr<Ui::Controls> m_ui;
    AlphaRuler* m_ruler;
    ScheduleControls* m_schedule;
    QLabel* m_alphaNote;
    descent::Settings m_settings;
    QStringList m_variables;
    std::optional<insight::StationaryPoint> m_extremum;
    std::optional<insight::StationaryPlace> m_place;
    std::optional<double> m_formerAlpha;  ///< before that of a method of which another is usual
    bool m_moreShown = false;
    bool m_scheduleShown = false;
    bool m_judged = false;
    bool m_short = false;
    bool m_dense = false;
    bool m_veiled = false;
    bool m_dragging = false;  ///< the handle of the learning rate
    insight::Range m_alphas;  ///< of the slider
    int m_digits = session::usualDigits;
};

}  // namespace window
