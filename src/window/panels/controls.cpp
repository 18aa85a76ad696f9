// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/controls.h"

#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "insight/bifurcation.h"
#include "session/limits.h"
#include "session/wording/wording.h"
#include "ui_controls.h"
#include "window/look/look.h"
#include "window/panels/alpharuler.h"

namespace window {

namespace {

session::Typed<double> iterationsFrom(const QString& text) {
    const auto typed = own<session::maxIterationsFrom>(text);
    if (!typed) return typed.error();
    return static_cast<double>(*typed);
}

Scale wholeNumbers() {
    constexpr auto most = static_cast<double>(descent::mostIterations);
    const Scale scale = Scale::logarithmic(1, most, 2);
    return {[=](double place) { return std::round(scale.value(place)); }, scale.place,
            [=](double value, int direction) {
                const double wanted = std::round(scale.next(value, direction));
                return wanted == value ? std::clamp(value + direction, 1.0, most) : wanted;
            }};
}

}  // namespace

Controls::Controls(QWidget* parent) : Card(parent), m_ui(std::make_unique<Ui::Controls>()) {
    m_ui->setupUi(this);
    space();
    nameParameters();
    m_ruler = new AlphaRuler(m_ui->alpha);
    connectParameters();
    connect(m_ui->method, &MethodChooser::methodChosen, this, &Controls::methodChosen);
    connect(m_ui->knobs, &Knobs::methodChosen, this, &Controls::methodChosen);
    connect(m_ui->more, &QToolButton::clicked, this, &Controls::setMoreShown);
    connect(m_ui->ascend, &QRadioButton::toggled, this, [this](bool ascend) {
        Q_EMIT directionChosen(ascend ? descent::Direction::Ascend : descent::Direction::Descend);
    });
    m_ui->knobs->setTabAfter(m_ui->method);
    alignLabels();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Controls::nameParameters() {
    m_ui->initialGuess->setUp(tr("&Start x₀"), tr("Initial guess"),
                              tr("Where the ball starts. You can also drag the ball itself."),
                              own<session::initialGuessFrom>);
    m_ui->alpha->setUp(
        tr("&Learning rate α"), tr("Learning rate alpha"),
        tr("How far a step goes for a given slope: too small creeps, too large overshoots."),
        own<session::alphaFrom>);
    reach(descent::Settings().alpha);
    m_ui->maxIterations->setUp(tr("&Iterations"), tr("Maximum of iterations"),
                               tr("The run stops after this many steps, wherever it is then."),
                               iterationsFrom);
    m_ui->maxIterations->setScale(wholeNumbers());
    m_ui->maxIterations->setWording(
        [](double value) { return session::count(std::llround(value)); });
    m_ui->tolerance->setUp(tr("&Tolerance"), tr("Tolerance on the slope"),
                           tr("The run has converged where |f′(x)| is below this."),
                           own<session::toleranceFrom>);
    m_ui->tolerance->setScale(Scale::logarithmic(1e-15, 1, 2));
}

void Controls::connectParameters() {
    connect(m_ui->initialGuess, &Parameter::valueChosen, this, &Controls::initialGuessChosen);
    connect(m_ui->alpha, &Parameter::valueChosen, this, &Controls::alphaChosen);
    connect(m_ui->alpha, &Parameter::dragChanged, this, [this](bool dragging) {
        m_dragging = dragging;
        Q_EMIT alphaDragChanged(dragging);
    });
    connect(m_ruler, &AlphaRuler::alphaPicked, this, &Controls::alphaChosen);
    connect(m_ui->maxIterations, &Parameter::valueChosen, this,
            [this](double value) { Q_EMIT maxIterationsChosen(std::llround(value)); });
    connect(m_ui->tolerance, &Parameter::valueChosen, this, &Controls::toleranceChosen);
}

void Controls::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    const bool grows = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    // The labels have their font only then.
    if (grows) QMetaObject::invokeMethod(this, &Controls::alignLabels, Qt::QueuedConnection);
}

void Controls::alignLabels() {
    int widest = m_ui->methodLabel->sizeHint().width();
    const std::array rows{m_ui->initialGuess, m_ui->maxIterations, m_ui->tolerance};
    for (const Parameter* row : rows) widest = std::max(widest, row->labelWidth());
    for (Parameter* row : rows) row->setLabelWidth(widest);
    m_ui->methodLabel->setMinimumWidth(widest);
    m_ui->knobs->setLabelWidth(widest);
}

Controls::~Controls() = default;

void Controls::setSession(const session::Session& session) {
    m_method = session.settings.method;
    m_ui->method->setMethod(m_method);
    m_ui->knobs->setMethod(m_method);
    m_ui->initialGuess->setValue(session.initialGuess);
    reach(session.settings.alpha);
    m_ui->alpha->setValue(session.settings.alpha);
    m_ruler->setSettings(session.settings);
    m_ui->maxIterations->setValue(static_cast<double>(session.settings.maxIterations));
    const double tolerance = session.settings.tolerance;
    m_ui->tolerance->setValue(tolerance);
    if (std::exchange(m_tolerance, tolerance) != tolerance &&
        tolerance != descent::Settings().tolerance) {
        unfold(true);
    }
    const bool ascends = session.settings.direction == descent::Direction::Ascend;
    const QSignalBlocker blocker(m_ui->ascend);
    (ascends ? m_ui->ascend : m_ui->descend)->setChecked(true);
}

void Controls::reach(double alpha) {
    constexpr double least = 1e-300;
    if (m_dragging) return;
    const double below = std::pow(10, std::floor(std::log10(alpha)) - 1);
    const insight::Range usual = insight::usualAlphas;
    const insight::Range reached{alpha < usual.low ? std::max(below, least) : usual.low,
                                 alpha > usual.high ? descent::largestAlpha : usual.high};
    if (std::exchange(m_alphas, reached) != reached)
        m_ui->alpha->setScale(Scale::logarithmic(reached.low, reached.high, 3));
}

void Controls::setDigits(int digits) {
    const auto worded = [=](double value) { return session::number(value, digits); };
    for (Parameter* parameter : {m_ui->initialGuess, m_ui->alpha, m_ui->tolerance}) {
        parameter->setWording(worded);
    }
    m_ui->knobs->setDigits(digits);
    m_ruler->setDigits(digits);
}

void Controls::setMoreShown(bool shown) {
    m_moreShown = shown;
    unfold(shown);
}

void Controls::unfold(bool shown) {
    m_ui->more->setChecked(shown);
    m_ui->tolerance->setVisible(shown && !m_short);
}

void Controls::setShort(bool isShort) {
    m_short = isShort;
    for (QWidget* rest : std::initializer_list<QWidget*>{m_ui->heading, m_ui->methodLabel,
                                                         m_ui->method, m_ui->maxIterations,
                                                         m_ui->descend, m_ui->ascend, m_ui->more}) {
        rest->setVisible(!isShort);
    }
    m_ui->knobs->setShort(isShort);
    space();
    unfold(m_ui->more->isChecked());
}

void Controls::setDense(bool dense) {
    m_dense = dense;
    space();
}

void Controls::space() {
    const bool close = m_dense || m_short;
    const int over = close ? look::near : look::gap;
    m_ui->column->setContentsMargins(look::inset, over, look::inset, over);
    m_ui->column->setSpacing(close ? look::near - 1 : look::near + 2);
}

int Controls::wholeHeight() const {
    const QMargins margins(0, m_dense ? look::near : look::gap, 0,
                           m_dense ? look::near : look::gap);
    const int spacing = m_dense ? look::near - 1 : look::near + 2;
    const auto choice =
        std::max(m_ui->descend->sizeHint().height(), m_ui->heading->sizeHint().height());
    int height = margins.top() + choice + spacing + m_ui->method->sizeHint().height() + spacing +
                 m_ui->more->sizeHint().height() + margins.bottom();
    for (const QWidget* row : std::initializer_list<const QWidget*>{m_ui->initialGuess, m_ui->alpha,
                                                                    m_ui->maxIterations})
        height += row->sizeHint().height() + spacing;
    if (!descent::settingsOf(m_method).empty())
        height += m_ui->knobs->sizeHint().height() + spacing;
    if (m_ui->more->isChecked()) height += m_ui->tolerance->sizeHint().height() + spacing;
    return height;
}

void Controls::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_ruler->setExtremum(extremum);
}

void Controls::setVerdict(const std::optional<insight::Verdict>& verdict) {
    m_ruler->setVerdict(verdict);
}

void Controls::setRange(insight::Range range) {
    const double farthest = descent::divergenceBound;
    const double low = std::clamp(range.low, -farthest, farthest);
    const double high = std::clamp(range.high, -farthest, farthest);
    if (low < high) m_ui->initialGuess->setScale(Scale::linear(low, high));
}

}  // namespace window
