// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/controls.h"

#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/paint/tip.h"
#include "session/axes.h"
#include "session/limits.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "session/wording/wording.h"
#include "ui_controls.h"
#include "window/look/look.h"
#include "window/runner/alphareach.h"
#include "window/runner/alpharuler.h"
#include "window/runner/schedulecontrols.h"
#include "window/widgets/slider.h"

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

Controls::Controls(QWidget* parent)
    : Card(parent), m_ui(std::make_unique<Ui::Controls>()), m_alphaNote(new QLabel(this)) {
    m_ui->setupUi(this);
    m_schedule = new ScheduleControls(this);
    m_ui->column->addWidget(m_schedule);
    nameParameters();
    m_ruler = new AlphaRuler(m_ui->alpha);
    setUpAlphaNote();
    connectParameters();
    connectMethod();
    connect(m_ui->more, &QToolButton::clicked, this, &Controls::setMoreShown);
    connect(m_ui->rates, &QToolButton::clicked, this, &Controls::setScheduleShown);
    connect(m_ui->ascend, &QRadioButton::toggled, this, [this](bool ascend) {
        Q_EMIT directionChosen(ascend ? descent::Direction::Ascend : descent::Direction::Descend);
    });
    m_ui->rates->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_ui->knobs->setTabAfter(m_ui->method);
    setTabOrder(&m_ui->tolerance->slider(), m_ui->rates);  // each fold before what it hides
    showSchedule({});
    setScheduleShown(false);
    space();
    alignLabels();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Controls::nameParameters() {
    m_ui->alpha->setUp(
        tr("&Learning rate α"), tr("Learning rate alpha"),
        tr("How far a step goes for a given slope: too small creeps, too large overshoots."),
        own<session::alphaFrom>);
    reach();
    m_ui->maxIterations->setUp(tr("&Iterations"), tr("Maximum of iterations"),
                               tr("The run stops after this many steps, wherever it is then."),
                               iterationsFrom);
    m_ui->maxIterations->setScale(wholeNumbers());
    m_ui->maxIterations->setWording(
        [](double value) { return session::count(std::llround(value)); });
    nameTolerance(1);
    m_ui->tolerance->setScale(Scale::logarithmic(1e-15, 1, 2));
}

void Controls::nameTolerance(std::size_t variables) {
    m_ui->tolerance->setUp(tr("&Tolerance"), tr("Tolerance on the slope"),
                           variables > 1 ? tr("The run has converged where |∇f| is below this.")
                                         : tr("The run has converged where |f′(x)| is below this."),
                           own<session::toleranceFrom>);
}

void Controls::setVariables(const QStringList& variables) {
    if (std::exchange(m_variables, variables) == variables) return;
    m_ui->starts->setVariables(variables);
    nameTolerance(static_cast<std::size_t>(variables.size()));
    alignLabels();
    m_ruler->setVariables(variables);
}

void Controls::connectParameters() {
    connect(m_ui->starts, &StartFields::startChosen, this, &Controls::initialGuessChosen);
    connect(m_ui->alpha, &Parameter::valueChosen, this, &Controls::alphaChosen);
    connect(m_ui->alpha, &Parameter::dragChanged, this, [this](bool dragging) {
        m_dragging = dragging;
        reach();
        // What it tells ends with the drag's first change; what is below it moves only with its
        // end.
        QSizePolicy policy = m_alphaNote->sizePolicy();
        policy.setRetainSizeWhenHidden(dragging && !m_alphaNote->isHidden());
        m_alphaNote->setSizePolicy(policy);
        Q_EMIT alphaDragChanged(dragging);
    });
    connect(m_ruler, &AlphaRuler::alphaPicked, this, &Controls::alphaChosen);
    connect(m_ui->maxIterations, &Parameter::valueChosen, this,
            [this](double value) { Q_EMIT maxIterationsChosen(std::llround(value)); });
    connect(m_ui->tolerance, &Parameter::valueChosen, this, &Controls::toleranceChosen);
}

void Controls::connectMethod() {
    connect(m_ui->method, &MethodChooser::methodChosen, this, &Controls::chooseMethod);
    connect(m_ui->knobs, &Knobs::turned, this, [this](const std::string& knob, double value) {
        Q_EMIT methodChosen(descent::with(m_settings.method, knob, value), m_settings.alpha);
    });
    connect(m_schedule, &ScheduleControls::scheduleChosen, this, &Controls::scheduleChosen);
    connect(m_schedule, &ScheduleControls::noiseChosen, this, &Controls::noiseChosen);
}

void Controls::setUpAlphaNote() {
    m_alphaNote->setObjectName(QStringLiteral("alphaNote"));
    m_alphaNote->setTextFormat(Qt::PlainText);
    m_alphaNote->setWordWrap(true);
    m_alphaNote->setForegroundRole(QPalette::PlaceholderText);
    look::setLetters(*m_alphaNote, look::Letters::Note);
    m_ui->alpha->addUnderSlider(m_alphaNote);
    m_alphaNote->hide();
}

/// What the new session varies is unfolded when its settings come.
void Controls::forgetFormer() {
    m_formerAlpha.reset();
    const descent::Settings usual;
    m_settings.tolerance = usual.tolerance;
    m_settings.schedule = usual.schedule;
    m_settings.noise = usual.noise;
    unfold(m_moreShown);
    unfoldSchedule(m_scheduleShown);
}

/// The α of most methods would be far too short for some, and theirs far too long for most.
void Controls::chooseMethod(const descent::Method& method) {
    const double usual = descent::usualAlpha(method);
    const descent::Settings before = m_settings;
    double alpha = before.alpha;
    bool again = false;
    if (usual != descent::usualAlpha(before.method)) {
        again = usual == descent::usualRate && m_formerAlpha;
        alpha = again ? *m_formerAlpha : usual;
        if (usual != descent::usualRate) m_formerAlpha = before.alpha;
    }
    Q_EMIT methodChosen(method, alpha);
    if (alpha == before.alpha) return;
    const auto worded = [this](double value) { return session::number(value, m_digits); };
    tellOfAlpha(again
                    ? tr("α is %1 again, as it was before %2.")
                          .arg(worded(alpha), session::methodLabel(before.method))
                    : tr("α is %1 now, as is usual for %2; it was %3.")
                          .arg(worded(alpha), session::methodLabel(method), worded(before.alpha)));
}

/// An empty text hides it, and leaves it as high as it was.
void Controls::tellOfAlpha(const QString& words) {
    if (!words.isEmpty()) m_alphaNote->setText(words);
    m_alphaNote->setVisible(!words.isEmpty());
}

Controls::~Controls() = default;

void Controls::setSession(const session::Session& session) {
    const descent::Settings before = std::exchange(m_settings, session.settings);
    const descent::Settings& settings = session.settings;
    if (settings != before) tellOfAlpha({});
    m_ui->method->setMethod(settings.method);
    m_ui->knobs->setSettings(descent::settingsOf(settings.method));
    setVariables(session.function.variables());
    m_ui->starts->setStart(session.initialGuess);
    setRanges(session);
    reach();
    m_ui->alpha->setValue(settings.alpha);
    m_ruler->setSettings(settings);
    showRuler();
    m_ui->maxIterations->setValue(static_cast<double>(settings.maxIterations));
    m_ui->tolerance->setValue(settings.tolerance);
    const descent::Settings usual;
    const bool loose = settings.tolerance != usual.tolerance;
    if (loose && settings.tolerance != before.tolerance) unfold(true);
    showSchedule(settings);
    const bool varies = settings.schedule != usual.schedule || settings.noise.sigma > 0;
    const bool another =
        settings.schedule != before.schedule || settings.noise.sigma != before.noise.sigma;
    if (varies && another) unfoldSchedule(true);
    const bool ascends = settings.direction == descent::Direction::Ascend;
    const QSignalBlocker blocker(m_ui->ascend);
    (ascends ? m_ui->ascend : m_ui->descend)->setChecked(true);
}

void Controls::showSchedule(const descent::Settings& settings) {
    constexpr int fewDigits = 3;
    m_schedule->setSettings(settings);
    const QString summary = session::scheduleSummary(settings, std::min(m_digits, fewDigits));
    const QString name = tr("Schedule and noise");
    // Unfolded, it would only repeat what is below.
    m_ui->rates->setText(summary.isEmpty() || m_ui->rates->isChecked() ? name : summary);
    m_ui->rates->setAccessibleName(name);
    m_ui->rates->setAccessibleDescription(summary);
    const QString tip = tr("Show or hide how α changes over the run, and noise on the slope.");
    m_ui->rates->setToolTip(
        plot::wrapped(summary.isEmpty() ? tip : summary + QLatin1Char('\n') + tip));
}

void Controls::setPosition(double position) {
    m_schedule->setPosition(position);
}

void Controls::setRanges(const session::Session& session) {
    if (session.function.dimension() == 1) return m_ui->starts->setRange(0, session.range);
    const insight::Rectangle shown = session::rectangleOf(session);
    const double beyond = shown.across.width() / 4;
    for (std::size_t i = 0; i < session.function.dimension(); ++i) {
        insight::Range range = i == session.axes.up ? shown.up : shown.across;
        if (i != session.axes.up && i != session.axes.across) {  // what no axis shows is in reach
            range.low = std::min(range.low, session.initialGuess[i] - beyond);
            range.high = std::max(range.high, session.initialGuess[i] + beyond);
        }
        m_ui->starts->setRange(i, range);
    }
}

void Controls::reach() {
    const bool known = m_extremum || m_place || m_judged;
    const bool within = m_alphas.contains(m_settings.alpha);
    if (m_dragging || (!known && within)) return;
    const insight::Range reached =
        m_place ? reachedAlphas(m_settings, m_place) : reachedAlphas(m_settings, m_extremum);
    if (std::exchange(m_alphas, reached) != reached)
        m_ui->alpha->setScale(Scale::logarithmic(reached.low, reached.high, 3));
}

void Controls::setDigits(int digits) {
    m_digits = digits;
    const auto worded = [=](double value) { return session::number(value, digits); };
    m_ui->starts->setDigits(digits);
    m_ui->alpha->setWording(worded);
    m_ui->tolerance->setWording(worded);
    m_ui->knobs->setDigits(digits);
    m_schedule->setDigits(digits);
    showSchedule(m_settings);
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

void Controls::setScheduleShown(bool shown) {
    m_scheduleShown = shown;
    unfoldSchedule(shown);
}

void Controls::unfoldSchedule(bool shown) {
    m_ui->rates->setChecked(shown);
    m_schedule->setVisible(shown && !m_short);
    showSchedule(m_settings);
}

void Controls::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_extremum = extremum;
    reach();
    m_ruler->setExtremum(extremum);
}

void Controls::setPlace(const std::optional<insight::StationaryPlace>& place) {
    m_place = place;
    reach();
    m_ruler->setPlace(place);
}

void Controls::setVerdict(const std::optional<insight::Verdict>& verdict) {
    m_judged = verdict.has_value();
    reach();
    m_ruler->setVerdict(verdict);
}

}  // namespace window
