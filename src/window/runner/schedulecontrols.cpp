// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/schedulecontrols.h"

#include <QHBoxLayout>
#include <QRandomGenerator>
#include <algorithm>
#include <cmath>

#include "plot/paint/tip.h"
#include "session/limits.h"
#include "window/look/look.h"
#include "window/runner/alphasketch.h"
#include "window/runner/knobs.h"
#include "window/runner/schedulechooser.h"
#include "window/widgets/numberfield.h"
#include "window/widgets/parameter.h"

namespace window {

namespace {

/// None at the left end; from there on σ grows by decades.
Scale noises() {
    constexpr double least = 1e-3;
    constexpr double most = 100;
    constexpr double none = 0.02;  // of the slider's way
    const Scale scale = Scale::logarithmic(least, most, 2);
    return {
        [=](double place) { return place < none ? 0 : scale.value((place - none) / (1 - none)); },
        [=](double value) {
            return value <= 0 ? 0 : none + (1 - none) * std::max(0.0, scale.place(value));
        },
        [=](double value, int direction) {
            if (value == 0) return direction > 0 ? least : 0;
            return value <= least && direction < 0 ? 0 : scale.next(value, direction);
        }};
}

session::Typed<double> seedFrom(const QString& text) {
    const auto typed = session::seedFrom(text);
    if (!typed) return typed.error();
    return static_cast<double>(*typed);
}

QHBoxLayout* row() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::gap);
    return row;
}

}  // namespace

ScheduleControls::ScheduleControls(QWidget* parent)
    : QWidget(parent),
      m_scheduleLabel(new QLabel(tr("S&chedule"), this)),
      m_schedule(new ScheduleChooser(this)),
      m_keys(new Knobs(this)),
      m_sketchLabel(new QLabel(tr("α over t"), this)),
      m_sketch(new AlphaSketch(this)),
      m_noise(new Parameter(this)),
      m_seedRow(new QWidget(this)),
      m_seedLabel(new QLabel(tr("Seed"), m_seedRow)),
      m_seed(new NumberField(m_seedRow)),
      m_newSeed(new QToolButton(m_seedRow)) {
    m_keys->setObjectName(QStringLiteral("keys"));
    m_keys->setTabAfter(m_schedule);
    setUpNoise();
    setUpSeed();
    auto* column = new QVBoxLayout(this);
    look::space(*column, 0, look::near + 2);
    column->addLayout(scheduleRow());
    column->addWidget(m_keys);
    column->addLayout(sketchRow());
    column->addWidget(m_noise);
    column->addWidget(m_seedRow);
    connect(m_schedule, &ScheduleChooser::scheduleChosen, this, &ScheduleControls::scheduleChosen);
    connect(m_keys, &Knobs::turned, this, [this](const std::string& key, double value) {
        Q_EMIT scheduleChosen(descent::with(m_settings.schedule, key, value));
    });
    setSettings({});
}

QLayout* ScheduleControls::scheduleRow() {
    m_scheduleLabel->setBuddy(m_schedule);
    QHBoxLayout* row = window::row();
    row->addWidget(m_scheduleLabel);
    row->addWidget(m_schedule, 1);
    return row;
}

QLayout* ScheduleControls::sketchRow() {
    m_sketchLabel->setToolTip(
        plot::wrapped(tr("The learning rate from the first iteration to the last that there may "
                         "be. The dot is where the ball is.")));
    QHBoxLayout* row = window::row();
    row->addWidget(m_sketchLabel);
    row->addWidget(m_sketch, 1);
    return row;
}

void ScheduleControls::setUpNoise() {
    m_noise->setObjectName(QStringLiteral("noise"));
    m_noise->setUp(tr("Noise σ"), tr("Noise on the gradient, sigma"),
                   tr("Each step takes the slope with a random error, as when it is estimated from "
                      "a part of the data. σ is the standard deviation of that error; 0 is none."),
                   own<session::noiseFrom>);
    m_noise->setScale(noises());
    connect(m_noise, &Parameter::valueChosen, this, [this](double sigma) {
        Q_EMIT noiseChosen({sigma, m_settings.noise.seed});
    });
}

void ScheduleControls::setUpSeed() {
    const QString tip =
        tr("Which random errors there are: with the same seed they are the same in every run.");
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setAccessibleName(tr("Seed of the noise"));
    m_seed->setAccessibleDescription(tip);
    m_seed->setReader(seedFrom);
    m_seed->setWording([](double seed) { return QString::number(seed, 'f', 0); });
    m_seedLabel->setBuddy(m_seed);
    m_seedLabel->setToolTip(plot::wrapped(tip));
    m_newSeed->setObjectName(QStringLiteral("newSeed"));
    m_newSeed->setText(tr("New seed"));
    m_newSeed->setToolTip(plot::wrapped(tr("Another run of the same kind, with other errors.")));
    m_newSeed->setFocusPolicy(Qt::TabFocus);
    auto* fault = new FaultNote(m_seed, m_seedRow);
    fault->setObjectName(QStringLiteral("seedFault"));
    QHBoxLayout* row = window::row();
    row->addWidget(m_seedLabel);
    row->addWidget(m_newSeed);
    row->addStretch();
    row->addWidget(m_seed);
    m_seedRow->setLayout(row);
    setTabOrder(m_seed, m_newSeed);
    connect(m_seed, &NumberField::faultChanged, fault, &FaultNote::tell);
    connect(m_seed, &NumberField::valueTyped, this, &ScheduleControls::chooseSeed);
    connect(m_seed, &NumberField::stepped, this, [this](int direction) {
        chooseSeed(static_cast<double>(m_settings.noise.seed) + direction);
    });
    connect(m_newSeed, &QToolButton::clicked, this, [this] {
        constexpr int most = 9999;  // few digits are easy to pass on
        const auto old = static_cast<double>(m_settings.noise.seed);
        const auto other = static_cast<double>(QRandomGenerator::global()->bounded(1, most));
        chooseSeed(other < old || old == 0 ? other : other + 1);
    });
}

void ScheduleControls::chooseSeed(double seed) {
    const double within = std::clamp(seed, 0.0, static_cast<double>(session::mostSeed));
    Q_EMIT noiseChosen({m_settings.noise.sigma, static_cast<std::uint64_t>(within)});
}

void ScheduleControls::setSettings(const descent::Settings& settings) {
    m_settings = settings;
    m_schedule->setSchedule(settings.schedule);
    m_keys->setSettings(descent::settingsOf(settings.schedule));
    m_sketch->setSettings(settings);
    const bool varies = !descent::isConstant(settings.schedule);
    m_sketch->setVisible(varies);
    m_sketchLabel->setVisible(varies);
    m_noise->setValue(settings.noise.sigma);
    m_seed->setValue(static_cast<double>(settings.noise.seed));
    m_seedRow->setVisible(settings.noise.sigma > 0);
}

void ScheduleControls::setPosition(double position) {
    m_sketch->setPosition(position);
}

void ScheduleControls::setDigits(int digits) {
    m_keys->setDigits(digits);
    m_sketch->setDigits(digits);
    m_noise->setWording([=](double value) { return session::number(value, digits); });
}

int ScheduleControls::labelWidth() const {
    const auto wide = [](const QWidget* label) { return label->sizeHint().width(); };
    return std::max(
        {wide(m_scheduleLabel), wide(m_sketchLabel), wide(m_seedLabel), m_noise->labelWidth()});
}

void ScheduleControls::setLabelWidth(int width) {
    for (QLabel* label : {m_scheduleLabel, m_sketchLabel, m_seedLabel}) label->setFixedWidth(width);
    m_noise->setLabelWidth(width);
    m_keys->setLabelWidth(width);
}

void ScheduleControls::setSpacing(int spacing) {
    layout()->setSpacing(spacing);
    m_keys->setSpacing(spacing);
}

}  // namespace window
