// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <memory>
#include <optional>

#include "descent/objective.h"
#include "formula/valued.h"
#include "insight/bifurcation.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "insight/whereabouts.h"
#include "plot/look/theme.h"
#include "plot/view/planeview.h"

namespace plot {

class BifurcationScene;

/// Where runs end up over their learning rate α: a density that the owner computes, with a line at
/// the present α that can be dragged. After a change of what is in view the old density is shown
/// where it belongs until the owner brings another.
class BifurcationView : public PlaneView {
    Q_OBJECT

public:
    explicit BifurcationView(QWidget* parent = nullptr);
    ~BifurcationView() override;

    /// In place of the one before; the ranges in view stay. A complete one that has counted
    /// nothing says so.
    void setDensity(insight::Density density);
    /// The run whose α is chosen here, for what the pointer tells. The view compiles an objective
    /// of its own.
    void setRun(const formula::Valued& function, double start, const descent::Settings& settings);
    /// Where the line is. Only the line is drawn again.
    void setAlpha(double alpha);
    /// The minimum (ascending: maximum) that explains the run: marks the α where runs stop coming
    /// to rest there, 2/f″.
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    void setTheme(const Theme& theme) override;

    /// Moved and narrowed to [smallestAlpha, largestAlpha] by setRanges().
    insight::Range alphaRange() const { return range(); }
    /// The pixels inside the axes: how many columns and rows of density can be seen.
    QSize resolution() const;

    /// The α that a click at one of this widget's pixels asks for; nothing outside the axes.
    std::optional<double> alphaAt(QPointF point) const;

Q_SIGNALS:
    /// A click, or a step of dragging the line, asks for this α in [smallestAlpha, largestAlpha]. A
    /// double click asks for the one before again.
    void alphaPicked(double alpha);
    /// Another density is wanted, of the same ranges.
    void resolutionChanged();

protected:
    PlaneScene& plane() const override;
    void resized() override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;
    std::optional<QPointF> chosen() const override;
    void pick(QPointF alpha) override;
    QPointF choiceAt(QPointF pixel) const override;
    std::optional<QPointF> gripAt(QPointF point) const override;
    std::optional<Qt::CursorShape> cursorAt(QPointF point) const override;

private:
    /// Tells what there is to see, and which extremum the mark is about.
    void explain();
    /// What the run does with that α; nothing where telling takes too long.
    std::optional<insight::Whereabouts> whereabouts(double alpha) const;

    std::unique_ptr<BifurcationScene> m_scene;
    std::optional<formula::Valued> m_function;
    std::optional<descent::Objective> m_objective;
    descent::Direction m_goal = descent::Direction::Descend;
    insight::Launch m_launch;
    mutable std::optional<double> m_askedAlpha;  ///< the last one that the pointer was at
    mutable insight::Whereabouts m_asked;        ///< of a run with it
};

}  // namespace plot
