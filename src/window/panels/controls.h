// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "insight/stationary.h"
#include "insight/verdict/verdict.h"
#include "session/session.h"
#include "window/widgets/card.h"

namespace Ui {
class Controls;
}

namespace window {

class AlphaRuler;

/// Everything about a run but its function: direction, method with its knobs, initial guess,
/// learning rate, limit and, folded away, what few need.
class Controls : public Card {
    Q_OBJECT

public:
    explicit Controls(QWidget* parent = nullptr);
    ~Controls() override;

    void setSession(const session::Session& session);
    /// Significant digits of what is shown, from now on.
    void setDigits(int digits);
    /// Whether what few need is unfolded, as a person left it. A session in which it is unusual
    /// unfolds it, which does not count.
    bool moreShown() const { return m_moreShown; }
    void setMoreShown(bool shown);
    /// Only the initial guess and the learning rate, while something else needs the
    /// room.
    void setShort(bool isShort);
    /// Rows close together, for a low window.
    void setDense(bool dense);
    /// How high this is when it is not short, in pixels.
    int wholeHeight() const;
    /// The slider of the initial guess spans what is in view.
    void setRange(insight::Range range);
    /// For the ruler under the learning rate; see AlphaRuler::setExtremum().
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// For the same; see AlphaRuler::setVerdict().
    void setVerdict(const std::optional<insight::Verdict>& verdict);

Q_SIGNALS:
    void initialGuessChosen(double x);
    void alphaChosen(double alpha);
    /// A person took the handle of the learning rate (true) or let it go (false).
    void alphaDragChanged(bool dragging);
    void maxIterationsChosen(std::int64_t iterations);
    void toleranceChosen(double tolerance);
    void directionChosen(descent::Direction direction);
    void methodChosen(const descent::Method& method);

protected:
    void changeEvent(QEvent* event) override;

private:
    void nameParameters();
    void connectParameters();
    void alignLabels();
    void space();
    void unfold(bool shown);
    /// Lets the slider of the learning rate reach this one, and the usual ones.
    void reach(double alpha);

    std::unique_ptr<Ui::Controls> m_ui;
    AlphaRuler* m_ruler;
    descent::Method m_method;
    bool m_moreShown = false;
    bool m_short = false;
    bool m_dense = false;
    bool m_dragging = false;  ///< the handle of the learning rate
    insight::Range m_alphas;  ///< of the slider
    double m_tolerance = descent::Settings().tolerance;
};

}  // namespace window
