// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStackedWidget>
#include <QStringList>
#include <QTabBar>
#include <QWidget>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "descent/point.h"
#include "insight/landmarks.h"
#include "insight/plane/heights.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "insight/range.h"
#include "insight/stationary.h"
#include "plot/look/theme.h"
#include "session/view.h"
#include "session/wording/alttext.h"
#include "session/wording/wording.h"
#include "window/panels/axesdialog.h"

class QAction;
class QMenu;

namespace model {
class BasinWatch;
class BifurcationWatch;
class Experiment;
class FineWatch;
class Framing;
class PlaneBasinWatch;
class ReliefWatch;
}  // namespace model

namespace plot {
class BifurcationView;
class CobwebView;
class CurveView;
class MapView;
class PlaneView;
class SurfaceView;
}  // namespace plot

namespace window {

class ContextMenus;
class LegendCard;
class Shade;
class TextCard;

/// The large pictures of an experiment, one at a time: the curve with its ball and what surrounds
/// it, or of several variables the map and the surface; the run as a cobweb; and the bifurcations
/// over α. Passes on to the experiment what a person picks in them.
class Views : public QWidget {
    Q_OBJECT

public:
    explicit Views(QWidget* parent = nullptr);

    /// Shows this experiment from now on. Once.
    void follow(model::Experiment& experiment);

    /// The values of f in view, or of several variables the range of the second axis.
    insight::Range valueRange() const;
    /// What is shown large.
    session::View view() const;
    /// Shows another of session::largeViews().
    void setCurrent(int view) { m_tabs->setCurrentIndex(view); }
    /// What chooses the view, to be laid out elsewhere.
    QTabBar* tabs() const { return m_tabs; }
    void setTheme(const plot::Theme& theme);
    /// Shows on the picture α, n and what became of the run, and names the first steps, for people
    /// who sit far away.
    void setProjected(bool projected);
    bool projected() const;
    /// Height is short: the tabs give way to the picture, and of what became of the run the
    /// projected sentences keep the first.
    void setLow(bool low);
    /// Shows what is in view in this session, which somebody has chosen, in its view or, where that
    /// is not one of the large ones, as the curve.
    void showSession(const session::Session& session);
    /// Shows what the signs of the pictures mean.
    void setLegendShown(bool shown);
    /// Shows a ghost of the next step; see plot::CurveView::setGhost().
    void setGhost(bool ghost);
    /// What is typed does not read: the pictures stay as they are, dimmed, and say so.
    void setStale(bool stale);
    void zoom(double factor);
    /// What the axes of the view that is shown are called, and their ranges: below and beside.
    std::array<AxesDialog::Axis, 2> axes() const;
    /// Whether these are two of several variables.
    bool hasAxesOfPlane() const;
    /// Shows these in it. Why it cannot, in a sentence; empty where it does.
    QString chooseRanges(insight::Range across, insight::Range up);
    /// Which two of several variables the map shows; all of the run is in view then.
    void chooseAxes(const session::Axes& axes);
    /// Of the map: see plot::MapView.
    void setEqualScale(bool equal);
    bool hasEqualScale() const;
    void setNumbered(bool numbered);
    bool isNumbered() const;
    /// That of the view that is shown, and of each once it is; in logical pixels.
    QSize pictureSize() const { return m_stack->size(); }
    /// The view that is shown, in the pixels of the screen.
    QImage picture() const;
    /// What is known of the curve in view.
    insight::Landmarks landmarks() const;
    /// What computes them, for what is in view.
    const model::BasinWatch& basins() const { return *m_basins; }
    const model::BifurcationWatch& bifurcations() const { return *m_forks; }
    /// Shows all of the run, or of what the view that is shown is about.
    void fit();
    /// Hides what tells how the run will go; see plot::CurveView::setVeiled().
    void setVeiled(bool veiled);
    void setFocusToPicture();
    /// Fills a menu with the stationary points in view: choosing one starts the ball
    /// beside it, or centres the view on it.
    void listStarts(QMenu& menu);
    void listCentres(QMenu& menu);
    /// Gives each view a menu of what can be done at a place in it, and of these actions.
    void addMenus(ContextMenus& menus, const QList<QAction*>& actions);

Q_SIGNALS:
    void currentChanged(int view);
    /// Another range of x is in view.
    void rangeChanged(insight::Range range);
    /// Another place explains the run; nothing without one.
    void extremumChanged(const std::optional<insight::StationaryPoint>& extremum);
    /// The same of several variables.
    void placeChanged(const std::optional<insight::StationaryPlace>& place);
    /// Why something was not done, in a sentence.
    void refused(const QString& why);
    /// See plot::PictureView::told().
    void pointed(const QString& words);

protected:
    /// Bifurcations are computed while they are seen.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillCurveMenu(QMenu& menu, std::optional<QPoint> place);
    void addRunnerAt(const descent::Point& start);
    void offerStart(QMenu& menu, const std::optional<descent::Point>& start);
    void fillMapMenu(QMenu& menu, std::optional<QPoint> place);
    void fillSurfaceMenu(QMenu& menu, std::optional<QPoint> place);
    void listPlaces(QMenu& menu, bool starts);
    void addView(plot::PlaneView* view);
    void addTab(session::View shown, plot::PlaneView* view);
    void showTab(int tab);
    plot::PlaneView& current() const;
    /// Whether the function has several variables.
    bool isPlane() const;
    int placeOf(session::View view) const;
    void offerViews();
    void connectCurve();
    void connectMap();
    void connectSurface();
    void computeHeights();
    void showHeights(insight::SharedHeights heights, bool present);
    void connectMaps();
    void connectForks();
    void measureForks();
    void refineCurve();
    void refineMap();
    void tell();
    QString tellBall(const session::Moment& moment) const;
    /// The α where runs stop coming to rest.
    std::optional<double> fork() const;
    void showFunction();
    void showValues();
    void showLandscape();
    void showRunOnMap();
    void showArea(const insight::Rectangle& area);
    void showCamera();
    descent::Point placeOnMap(QPointF shown) const;
    std::vector<insight::StationaryPlace> placesOnMap() const;
    void startOnMap(QPointF start);
    void shadeViews();
    void showRun();
    void showExtras();
    void showPoints();
    void explain();
    void showPosition();
    void showLegend();
    QString tellNumbers(std::optional<std::int64_t> steps) const;
    void showHeadline();
    void mapBasins();
    void mapPlaneBasins();
    void forgetBasins();
    void showRange(insight::Range range, const std::optional<insight::Range>& values);
    void showFitted(insight::Range range, const std::optional<insight::Range>& values);
    void adoptRanges(insight::Range range, const std::optional<insight::Range>& values);
    void adoptView();

    model::Experiment* m_experiment = nullptr;
    model::Framing* m_framing = nullptr;
    std::optional<descent::Response> m_response;  ///< of steps near there; nothing at a corner
    bool m_veiled = false;
    bool m_low = false;
    int m_digits = session::usualDigits;
    bool m_legendShown = false;
    bool m_parabola = false;
    plot::Theme m_theme;
    QTabBar* m_tabs;
    TextCard* m_headline;
    QStackedWidget* m_stack;
    QList<Shade*> m_shades;  ///< of each view
    QList<LegendCard*> m_legends;
    QStringList m_whyNot;             ///< what each says of a view that cannot show the run
    QList<plot::PlaneView*> m_views;  ///< of each tab: the map has two
    QList<session::View> m_shown;     ///< what each tab shows
    plot::CurveView* m_curve;
    plot::MapView* m_map;
    plot::SurfaceView* m_surface;
    plot::CobwebView* m_cobweb;
    plot::BifurcationView* m_bifurcation;
    model::FineWatch* m_fineCurve;
    model::FineWatch* m_fineMap;
    model::ReliefWatch* m_relief;
    model::BasinWatch* m_basins;
    model::PlaneBasinWatch* m_planeBasins;
    model::BifurcationWatch* m_forks;
};

}  // namespace window
