// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/knobs.h"

#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "plot/paint/tip.h"
#include "session/methodwords.h"
#include "session/wording/wording.h"
#include "window/look/look.h"

namespace window {

namespace {

constexpr int inRow = 2;

bool admits(double value, const descent::Setting& knob) {
    const bool low = knob.includesLow ? value >= knob.low : value > knob.low;
    return low && (knob.includesHigh ? value <= knob.high : value < knob.high);
}

/// So that a turn of the wheel or a key changes what matters: how far a knob is from the 0 or the 1
/// that it is nearest to, by a tenth; a whole number at least by 1.
double turnedNext(double value, int direction, const descent::Setting& knob) {
    constexpr double leastRest = 0.01;  // beside an end that a tenth of nothing does not leave
    if (knob.isWhole) {
        const double next = std::round(value * std::pow(1.1, direction));
        return next == value ? value + direction : next;
    }
    const bool high = knob.high == 1 && value > 0.5;
    const double rest = high ? 1 - value : value;
    const int inwards = high ? -direction : direction;
    const double farther = rest == 0 && inwards > 0 ? leastRest : rest * std::pow(1.1, inwards);
    return QString::number(high ? 1 - farther : farther, 'g', 4).toDouble();
}

double nudged(double value, int direction, const descent::Setting& knob) {
    const double next = turnedNext(value, direction, knob);
    return admits(next, knob) ? next : value;
}

/// The places of a slider: as much of it for what lies between 0.9 and 0.99 as for what lies
/// between 0 and 0.9, for the rest to 1 is what matters.
constexpr int sliderPlaces = 1000;
constexpr double sliderDecades = 3;

double valueAt(int place) {
    const double rest = std::pow(10, -sliderDecades * place / sliderPlaces);
    return 1 - QString::number(rest, 'g', 2).toDouble();
}

int placeOf(double value) {
    const double decades = -std::log10(std::max(1 - value, 1e-9));
    return static_cast<int>(std::lround(sliderPlaces * std::min(decades / sliderDecades, 1.0)));
}

bool isLargePart(const descent::Setting& knob) {
    return !knob.isWhole && knob.low == 0 && knob.high == 1 && knob.usual >= 0.5;
}

bool areAlike(const descent::Setting& a, const descent::Setting& b) {
    return a.knob == b.knob && a.isSwitch == b.isSwitch && a.low == b.low && a.high == b.high &&
           a.includesLow == b.includesLow && a.includesHigh == b.includesHigh &&
           a.isWhole == b.isWhole;
}

}  // namespace

Knobs::Knobs(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("knobs"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::near + 2);
    m_grid->setVerticalSpacing(look::near + 2);
    for (int i = 0; i < inRow; ++i) m_grid->setColumnStretch(2 * i + 1, 1);
    rebuild();
}

void Knobs::setSettings(const std::vector<descent::Setting>& settings) {
    const bool same = std::ranges::equal(settings, m_settings, areAlike);
    m_settings = settings;
    same ? showValues() : rebuild();
}

void Knobs::setLabelWidth(int width) {
    m_grid->setColumnMinimumWidth(0, width);
}

void Knobs::setShort(bool isShort) {
    m_short = isShort;
    setVisible(!m_knobs.empty() && !m_short);
}

void Knobs::setDigits(int digits) {
    m_digits = digits;
    for (const Knob& knob : m_knobs) {
        if (!knob.field) continue;
        knob.field->setWording([digits](double value) { return session::number(value, digits); });
    }
}

void Knobs::rebuild() {
    m_knobs.clear();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    int place = 0;
    QWidget* before = m_tabAfter;
    for (const descent::Setting& setting : m_settings) {
        setting.isSwitch ? addSwitch(setting, place++) : addNumber(setting, place++);
        const Knob& added = m_knobs.back();
        for (QWidget* control :
             std::initializer_list<QWidget*>{added.field, added.slider, added.box}) {
            if (!control) continue;
            if (before) setTabOrder(before, control);
            before = control;
        }
    }
    setVisible(!m_knobs.empty() && !m_short);
    setDigits(m_digits);
    showValues();
}

void Knobs::addNumber(const descent::Setting& setting, int place) {
    const QString tip = plot::wrapped(session::knobTip(setting.knob));
    auto* field = new NumberField(this);
    auto* name = new QLabel(session::knobLabel(setting.knob), this);
    field->setObjectName(QString::fromStdString(std::string(setting.knob)));
    field->setAccessibleName(session::knobSpoken(setting.knob));
    field->setAccessibleDescription(session::knobTip(setting.knob));
    field->setReader(
        [setting](const QString& text) { return session::knobFrom(text, setting, QLocale()); });
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name->setBuddy(field);
    name->setToolTip(tip);
    field->setExplanation(session::knobTip(setting.knob));
    auto* fault = new FaultNote(field, this);
    fault->setObjectName(field->objectName() + QStringLiteral("Fault"));
    connect(field, &NumberField::faultChanged, fault, &FaultNote::tell);
    connect(field, &QObject::destroyed, fault, &QObject::deleteLater);
    const std::string knob(setting.knob);
    connect(field, &NumberField::valueTyped, this,
            [this, knob](double value) { Q_EMIT turned(knob, value); });
    connect(field, &NumberField::stepped, this,
            [this, knob](int direction) { nudge(knob, direction); });
    m_grid->addWidget(name, place / inRow, 2 * (place % inRow));
    const bool alone = place % inRow == 0 && place + 1 == static_cast<int>(m_settings.size());
    Slider* slider = alone && isLargePart(setting) ? addSlider(setting, *field) : nullptr;
    if (slider) {
        auto* row = new QHBoxLayout;
        row->setSpacing(look::near);
        row->addWidget(slider, 1);
        row->addWidget(field);
        m_grid->addLayout(row, place / inRow, 1, 1, -1);
    } else {
        if (!alone) field->setLeast(QStringLiteral("0.000"));
        m_grid->addWidget(field, place / inRow, 2 * (place % inRow) + 1, 1, alone ? -1 : 1);
    }
    m_knobs.push_back({knob, field, slider, nullptr});
}

Slider* Knobs::addSlider(const descent::Setting& setting, NumberField& field) {
    auto* slider = new Slider(this);
    slider->setObjectName(field.objectName() + QStringLiteral("Slider"));
    slider->setRange(0, sliderPlaces);
    slider->setPageStep(sliderPlaces / 20);
    slider->setAccessibleName(field.accessibleName());
    slider->setAccessibleDescription(field.accessibleDescription());
    slider->setToolTip(plot::wrapped(session::knobTip(setting.knob)));
    field.setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    slider->setMeaning({[slider] { return valueAt(slider->value()); },
                        [] {
                            return insight::Range{valueAt(0), valueAt(sliderPlaces)};
                        },
                        [slider](double value) { slider->setValue(placeOf(value)); },
                        [&field] { return field.worded(); }});
    connect(slider, &QSlider::valueChanged, this,
            [this, knob = std::string(setting.knob)](int place) {
                Q_EMIT turned(knob, valueAt(place));
            });
    return slider;
}

void Knobs::addSwitch(const descent::Setting& setting, int place) {
    auto* box = new QCheckBox(session::knobLabel(setting.knob), this);
    box->setObjectName(QString::fromStdString(std::string(setting.knob)));
    box->setToolTip(plot::wrapped(session::knobTip(setting.knob)));
    const std::string knob(setting.knob);
    connect(box, &QCheckBox::toggled, this,
            [this, knob](bool on) { Q_EMIT turned(knob, on ? 1 : 0); });
    m_grid->addWidget(box, place / inRow, 2 * (place % inRow), 1, 2);
    m_knobs.push_back({knob, nullptr, nullptr, box});
}

void Knobs::nudge(const std::string& knob, int direction) {
    const auto setting = std::ranges::find(m_settings, knob, &descent::Setting::knob);
    if (setting != m_settings.end())
        Q_EMIT turned(knob, nudged(setting->value, direction, *setting));
}

void Knobs::showValues() {
    for (const descent::Setting& setting : m_settings) {
        for (const Knob& knob : m_knobs) {
            if (knob.name != setting.knob) continue;
            if (knob.field) knob.field->setValue(setting.value);
            if (knob.slider) {
                const QSignalBlocker blocker(knob.slider);
                knob.slider->setValue(placeOf(setting.value));
            }
            if (!knob.box) continue;
            const QSignalBlocker blocker(knob.box);
            knob.box->setChecked(setting.value != 0);
        }
    }
}

}  // namespace window
