// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/controls.h"

#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "plot/paint/tip.h"
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

/// Between the rows of the card, in pixels.
int rowSpacing(bool close) {
    return close ? look::near / 2 : look::near + 2;
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
    nameStart(QStringLiteral("x"));
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
    m_ui->tolerance->setUp(tr("&Tolerance"), tr("Tolerance on the slope"),
                           tr("The run has converged where |f′(x)| is below this."),
                           own<session::toleranceFrom>);
    m_ui->tolerance->setScale(Scale::logarithmic(1e-15, 1, 2));
}

void Controls::nameStart(const QString& variable) {
    m_ui->initialGuess->setUp(session::inVariable(tr("&Start x₀"), variable), tr("Initial guess"),
                              tr("Where the ball starts. You can also drag the ball itself."),
                              own<session::initialGuessFrom>);
}

void Controls::setVariable(const QString& variable) {
    nameStart(variable);
    alignLabels();
    m_ruler->setVariable(variable);
}

void Controls::connectParameters() {
    connect(m_ui->initialGuess, &Parameter::valueChosen, this, &Controls::initialGuessChosen);
    connect(m_ui->alpha, &Parameter::valueChosen, this, &Controls::alphaChosen);
    connect(m_ui->alpha, &Parameter::dragChanged, this, [this](bool dragging) {
        m_dragging = dragging;
        reach();
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

/// An empty text hides it.
void Controls::tellOfAlpha(const QString& words) {
    m_alphaNote->setText(words);
    m_alphaNote->setVisible(!words.isEmpty());
}

void Controls::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    const bool grows = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    // The labels have their font only then.
    if (grows) QMetaObject::invokeMethod(this, &Controls::alignLabels, Qt::QueuedConnection);
}

void Controls::alignLabels() {
    int widest = m_ui->methodLabel->sizeHint().width();
    widest = std::max(widest, m_schedule->labelWidth());
    const std::array rows{m_ui->initialGuess, m_ui->maxIterations, m_ui->tolerance};
    for (const Parameter* row : rows) widest = std::max(widest, row->labelWidth());
    for (Parameter* row : rows) row->setLabelWidth(widest);
    m_ui->methodLabel->setMinimumWidth(widest);
    m_ui->knobs->setLabelWidth(widest);
    m_schedule->setLabelWidth(widest);
}

Controls::~Controls() = default;

void Controls::setSession(const session::Session& session) {
    const descent::Settings before = std::exchange(m_settings, session.settings);
    const descent::Settings& settings = session.settings;
    if (settings != before) tellOfAlpha({});
    m_ui->method->setMethod(settings.method);
    m_ui->knobs->setSettings(descent::settingsOf(settings.method));
    m_ui->initialGuess->setValue(session.initialGuess[0]);
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

void Controls::reach() {
    const bool known = m_extremum || m_judged;
    const bool within = m_alphas.contains(m_settings.alpha);
    if (m_dragging || (!known && within)) return;
    const insight::Range reached = reachedAlphas(m_settings, m_extremum);
    if (std::exchange(m_alphas, reached) != reached)
        m_ui->alpha->setScale(Scale::logarithmic(reached.low, reached.high, 3));
}

void Controls::setDigits(int digits) {
    m_digits = digits;
    const auto worded = [=](double value) { return session::number(value, digits); };
    for (Parameter* parameter : {m_ui->initialGuess, m_ui->alpha, m_ui->tolerance}) {
        parameter->setWording(worded);
    }
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

void Controls::setShort(bool isShort) {
    m_short = isShort;
    for (QWidget* rest : std::initializer_list<QWidget*>{
             m_ui->heading, m_ui->methodLabel, m_ui->method, m_ui->maxIterations, m_ui->descend,
             m_ui->ascend, m_ui->more, m_ui->rates}) {
        rest->setVisible(!isShort);
    }
    m_ui->knobs->setShort(isShort);
    space();
    unfold(m_ui->more->isChecked());
    unfoldSchedule(m_ui->rates->isChecked());
}

void Controls::setDense(bool dense) {
    m_dense = dense;
    showRuler();
    space();
}

/// Where height is scarce, it takes none to say that it has no zones.
void Controls::showRuler() {
    m_ruler->setVisible(!m_dense || descent::isPlain(m_settings));
}

void Controls::space() {
    const bool close = m_dense || m_short;
    const int over = close ? look::near : look::gap;
    const int between = rowSpacing(close);
    m_ui->column->setContentsMargins(look::inset, over, look::inset, over);
    m_ui->column->setSpacing(between);
    m_schedule->setSpacing(between);
    m_ui->knobs->setSpacing(between);
}

int Controls::wholeHeight() const {
    const int over = m_dense ? look::near : look::gap;
    const auto heightOf = [](const QWidget* row) { return row->sizeHint().height(); };
    int height = over + std::max(heightOf(m_ui->descend), heightOf(m_ui->heading));
    std::vector<const QWidget*> rows{m_ui->method, m_ui->initialGuess, m_ui->alpha,
                                     m_ui->maxIterations, m_ui->more};
    if (!descent::settingsOf(m_settings.method).empty()) rows.push_back(m_ui->knobs);
    if (m_ui->more->isChecked()) rows.push_back(m_ui->tolerance);
    if (m_ui->rates->isChecked()) rows.push_back(m_schedule);
    for (const QWidget* row : rows) height += rowSpacing(m_dense) + heightOf(row);
    return height + over;
}

void Controls::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_extremum = extremum;
    reach();
    m_ruler->setExtremum(extremum);
}

void Controls::setVerdict(const std::optional<insight::Verdict>& verdict) {
    m_judged = verdict.has_value();
    reach();
    m_ruler->setVerdict(verdict);
}

void Controls::setRange(insight::Range range) {
    const double farthest = descent::divergenceBound;
    const double low = std::clamp(range.low, -farthest, farthest);
    const double high = std::clamp(range.high, -farthest, farthest);
    if (low < high) m_ui->initialGuess->setScale(Scale::linear(low, high));
}

}  // namespace window
