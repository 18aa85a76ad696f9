// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/views.h"

#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "model/basinwatch.h"
#include "model/bifurcationwatch.h"
#include "model/experiment.h"
#include "model/finewatch.h"
#include "model/framing.h"
#include "model/planebasinwatch.h"
#include "model/reliefwatch.h"
#include "plot/scene/picturerows.h"
#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/curveview.h"
#include "plot/view/mapview.h"
#include "plot/view/surfaceview.h"
#include "session/axes.h"
#include "session/names.h"
#include "session/offered.h"
#include "session/wording/planebasinwording.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/race/legendcard.h"
#include "window/race/rivals.h"
#include "window/text/screenreadertext.h"
#include "window/text/textcard.h"
#include "window/widgets/card.h"
#include "window/widgets/focusring.h"
#include "window/widgets/shade.h"

namespace window {

Views::Views(QWidget* parent)
    : QWidget(parent),
      m_tabs(new QTabBar(this)),
      m_headline(new TextCard(this)),
      m_stack(new QStackedWidget(this)),
      m_curve(new plot::CurveView(this)),
      m_map(new plot::MapView(this)),
      m_surface(new plot::SurfaceView(this)),
      m_cobweb(new plot::CobwebView(this)),
      m_bifurcation(new plot::BifurcationView(this)),
      m_fineCurve(new model::FineWatch(this)),
      m_fineMap(new model::FineWatch(this)),
      m_relief(new model::ReliefWatch(this)),
      m_basins(new model::BasinWatch(this)),
      m_planeBasins(new model::PlaneBasinWatch(this)),
      m_forks(new model::BifurcationWatch(this)) {
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_headline->setObjectName(QStringLiteral("headline"));
    m_headline->setAccessibleName(tr("The run"));
    m_headline->setAutoFillBackground(true);
    m_headline->setLines(3);
    m_headline->hide();
    m_tabs->setProperty("segmented", true);
    m_tabs->setExpanding(false);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setAccessibleName(tr("Views"));
    addView(m_curve);
    addView(m_map);
    addView(m_surface);
    addTab(session::View::Basins, m_map);
    addView(m_cobweb);
    addView(m_bifurcation);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_headline);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &Views::showTab);
    connect(m_tabs, &QTabBar::currentChanged, this, &Views::currentChanged);
}

void Views::addView(plot::PlaneView* view) {
    const session::ViewRow& row = session::viewRow(view->view());
    view->setObjectName(row.option);
    m_stack->addWidget(view);
    connect(view, &plot::PlaneView::told, this, &Views::pointed);
    new RoundCorners(view);
    new FocusRing(view);
    m_legends += new LegendCard(view);
    m_shades += new Shade(view);
    addTab(row.view, view);
}

/// A view that shows something else there than elsewhere has its legend and its shade once.
void Views::addTab(session::View shown, plot::PlaneView* view) {
    const session::ViewRow& row = session::viewRow(shown);
    const auto before = m_views.indexOf(view);
    if (before >= 0) {
        m_legends += m_legends[before];
        m_shades += m_shades[before];
    }
    m_views += view;
    m_shown += shown;
    m_whyNot += QString();
    m_tabs->setTabToolTip(m_tabs->addTab(row.label()), row.tip);
}

void Views::showTab(int tab) {
    m_stack->setCurrentWidget(m_views[tab]);
    const bool basins = m_shown[tab] == session::View::Basins;
    m_map->setBasinsShown(basins);
    if (!basins) m_planeBasins->hold();
}

plot::PlaneView& Views::current() const {
    return *m_views[m_tabs->currentIndex()];
}

bool Views::isPlane() const {
    return m_experiment->session().function.dimension() > 1;
}

/// Among the tabs; that of the curve or the map where it has none.
int Views::placeOf(session::View view) const {
    const auto found = m_shown.indexOf(view);
    if (found >= 0 && session::isOffered(view, m_experiment->session()))
        return static_cast<int>(found);
    return placeOf(session::groundView(m_experiment->session()));
}

/// The curve gives way to the map where there are several variables.
void Views::offerViews() {
    const session::Session& session = m_experiment->session();
    const bool gives = !session::isOffered(view(), session);
    const int ground = placeOf(session::groundView(session));
    m_tabs->setTabVisible(ground, true);
    m_tabs->setTabEnabled(ground, true);
    // First, as a tab that goes would choose the one beside it.
    if (gives) setCurrent(placeOf(session.view));
    for (int i = 0; i < m_views.size(); ++i) {
        const bool offered = session::isOffered(m_shown[i], session);
        m_tabs->setTabVisible(i, offered);
        m_tabs->setTabEnabled(i, offered);  // arrow keys pass over it
    }
    m_tabs->setTabText(ground, session::viewRow(m_shown[ground]).label());  // lays them out
}

insight::Range Views::valueRange() const {
    return isPlane() ? m_map->valueRange() : m_curve->valueRange();
}

session::View Views::view() const {
    return m_shown[m_tabs->currentIndex()];
}

void Views::setTheme(const plot::Theme& theme) {
    m_digits = theme.digits;
    m_theme = theme;
    for (plot::PlaneView* view : std::as_const(m_views)) view->setTheme(theme);
    showLegend();
    QPalette colours = palette();
    colours.setColor(QPalette::Window, look::roles().ground);
    colours.setColor(QPalette::WindowText, theme.text);
    m_headline->setPalette(colours);
    for (Shade* shade : std::as_const(m_shades)) shade->setColours(theme.ground, theme.text);
}

void Views::setProjected(bool projected) {
    m_curve->setStepsNamed(projected);
    m_headline->setVisible(projected);
    showHeadline();
}

bool Views::projected() const {
    return !m_headline->isHidden();
}

void Views::setLow(bool low) {
    m_low = low;
    m_tabs->setVisible(!low);
    showHeadline();
}

void Views::showSession(const session::Session& session) {
    m_framing->settle();
    showCamera();
    showRange(session.range, session.values);
    setCurrent(placeOf(session.view));
}

/// Without values, those that fit.
void Views::showRange(insight::Range range, const std::optional<insight::Range>& values) {
    if (isPlane()) {
        session::Session shown = m_experiment->session();
        shown.range = range;
        shown.values = values;
        const insight::Rectangle rectangle = session::rectangleOf(shown);
        showArea(rectangle);
        return adoptRanges(range, rectangle.up);
    }
    m_curve->setRange(range);
    if (values) m_curve->setRanges(range, *values);
    m_cobweb->setRange(range);
    adoptRanges(m_curve->range(), values ? std::optional(m_curve->valueRange()) : std::nullopt);
}

void Views::setLegendShown(bool shown) {
    m_legendShown = shown;
    showLegend();
}

/// As the exported pictures have it.
void Views::showLegend() {
    if (!m_experiment) return;
    if (!m_legendShown) {
        for (LegendCard* legend : std::as_const(m_legends)) legend->showLegend({}, m_theme);
        return;
    }
    const session::Session& session = m_experiment->session();
    plot::Subject subject{m_experiment->valued(),
                          m_experiment->trajectory(),
                          session.settings,
                          isPlane() ? m_map->range() : m_curve->range(),
                          {},
                          landmarks()};
    subject.place = session.chosen;
    subject.rivals = rivalsOf(*m_experiment);
    subject.parabola = session.parabola;
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        const auto legend = plot::pictureRow(m_shown[i]).legend;
        m_legends[i]->showLegend(legend(subject, m_theme), m_theme);
    }
}

void Views::setGhost(bool ghost) {
    m_curve->setGhost(ghost);
}

void Views::setStale(bool stale) {
    m_curve->setStale(stale);
    m_map->setStale(stale);
    m_surface->setStale(stale);
    const session::Function& function = m_experiment->session().function;
    const QString note = tr("Still %1 = %2, as what is typed cannot be read. Esc in the field "
                            "brings it back.")
                             .arg(session::headOf(function), session::shortened(function.text()));
    for (Shade* shade : std::as_const(m_shades)) stale ? shade->await(note) : shade->lift();
    m_whyNot.fill({});
    if (!stale) shadeViews();
}

void Views::tell() {
    const auto account = [this](plot::PlaneView* picture, auto words) {
        giveAccount(picture, *m_experiment, [this, picture, words](session::Moment moment) {
            const QString why = session::viewRow(picture->view()).whyNot(m_experiment->session());
            if (!why.isEmpty()) return why;
            moment.digits = m_digits;
            return session::inVariable(words(moment), m_theme.variable);
        });
    };
    account(m_curve, [this](const session::Moment& moment) {
        const QString ball = tellBall(moment);
        const auto& basins = m_curve->basins();
        return basins ? (ball + u' ' + session::tellBasins(*basins)).trimmed() : ball;
    });
    const auto tellRun = [this](const session::Moment& moment) {
        return session::tellOnMap(moment, m_experiment->analysis().variables);
    };
    account(m_surface, tellRun);
    account(m_map, [this, tellRun](const session::Moment& moment) {
        const QString run = tellRun(moment);
        const insight::SharedBasins& basins = m_map->basins();
        if (view() != session::View::Basins || !basins) return run;
        return QString(run + u' ' + session::tellBasins(*basins, m_map->area(), m_digits));
    });
    account(m_cobweb,
            [this](const auto& moment) { return session::tellStair(moment, m_response); });
    account(m_bifurcation,
            [this](const auto& moment) { return session::tellBifurcation(moment, fork()); });
}

/// What moves along the curve: the ball, and what its next step is made of.
QString Views::tellBall(const session::Moment& moment) const {
    QStringList sentences{session::tellBall(moment)};
    if (!m_veiled) sentences += session::tellNextStep(moment, m_experiment->session().parabola);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

// No focus proxy: Tab would leap from before this widget to the picture, over the tabs.
void Views::setFocusToPicture() {
    current().setFocus();
}

void Views::zoom(double factor) {
    current().zoom(factor);
}

QImage Views::picture() const {
    const double resolution = devicePixelRatioF();
    return current().picture(pictureSize() * resolution, resolution);
}

insight::Landmarks Views::landmarks() const {
    if (isPlane()) return {{}, {}, {}, placesOnMap(), m_map->basins()};
    return {m_experiment->points(), m_curve->basins(), m_curve->landmarks().valleys};
}

void Views::fit() {
    Q_EMIT current().fitWanted();
}

void Views::setVeiled(bool veiled) {
    m_veiled = veiled;
    m_curve->setVeiled(veiled);
    m_map->setVeiled(veiled);
    m_surface->setVeiled(veiled);
    showHeadline();
}

}  // namespace window
