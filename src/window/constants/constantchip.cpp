// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/constants/constantchip.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "plot/paint/tip.h"
#include "session/wording/wording.h"
#include "window/constants/sliderpopup.h"
#include "window/look/look.h"

namespace window {

namespace {

/// Places that a slider has at most.
constexpr double mostPlaces = 10'000;

double rounded(double value) {
    constexpr int known = 12;
    return QString::number(value, 'g', known).toDouble();
}

}  // namespace

ConstantChip::ConstantChip(QWidget* row)
    : QWidget(row),
      m_name(new QToolButton(this)),
      m_slider(new Slider(this)),
      m_field(new NumberField(this)),
      m_fault(new FaultNote(m_field, row)) {
    constexpr int shortest = 60;  // of the slider, in pixels
    auto* line = new QHBoxLayout(this);
    look::space(*line, 0, look::near);
    line->addWidget(m_name);
    line->addWidget(m_slider, 1);
    line->addWidget(m_field);
    m_name->setAutoRaise(true);
    m_name->setFocusPolicy(Qt::TabFocus);
    m_slider->setMinimumWidth(shortest);
    m_field->setReader(own<session::constantFrom>);
    connect(m_name, &QToolButton::clicked, this, &ConstantChip::openPopup);
    connect(m_slider, &QSlider::valueChanged, this, [this](int place) { choose(valueAt(place)); });
    connect(m_field, &NumberField::valueTyped, this, [this](double value) {
        choose(value);
        forgetRange();
    });
    connect(m_field, &NumberField::stepped, this, [this](int direction) {
        choose(rounded(m_constant.value + direction * m_covers.step));
    });
    connect(m_field, &NumberField::faultChanged, this, [this](const QString& fault) {
        m_fault->tell(fault);
        m_field->setAccessibleDescription(fault);
    });
    m_slider->setMeaning({[this] { return m_constant.value; }, [this] { return m_covers.range; },
                          [this](double value) {
                              choose(std::clamp(value, m_covers.range.low, m_covers.range.high));
                          },
                          [this] { return m_field->worded(); }});
}

void ConstantChip::setConstant(const session::Constant& constant, const QStringList& variables) {
    const bool isOther = m_isNew || constant.name != m_constant.name;
    m_constant = constant;
    m_variables = variables;
    if (isOther) nameParts();
    m_isNew = false;
    const bool isSet = constant.range || constant.step;
    const session::Slider usual = session::sliderOf(constant);
    // Nothing moves under the hand.
    if (isOther || isSet || !m_covers.range.contains(constant.value)) adoptSlider(usual);
    m_field->setValue(constant.value);
    moveSlider();
}

void ConstantChip::nameParts() {
    const QString name = QString::fromStdString(m_constant.name);
    m_name->setText(name + QStringLiteral(" ="));
    m_name->setObjectName(QStringLiteral("constant_%1").arg(name));
    m_slider->setObjectName(QStringLiteral("slider_%1").arg(name));
    m_field->setObjectName(QStringLiteral("value_%1").arg(name));
    m_fault->setObjectName(QStringLiteral("fault_%1").arg(name));
    m_name->setAccessibleName(tr("Slider of the constant %1").arg(name));
    m_slider->setAccessibleName(tr("Constant %1").arg(name));
    m_field->setAccessibleName(tr("Constant %1").arg(name));
    m_name->setToolTip(plot::wrapped(
        tr("What the slider of %1 covers, and in which steps; or let %1 vary.").arg(name)));
    m_slider->setToolTip(plot::wrapped(
        tr("The constant %1 of the function. Drag it: the curve and the run follow.").arg(name)));
}

void ConstantChip::setDigits(int digits) {
    m_field->setWording([digits](double value) { return session::number(value, digits); });
}

void ConstantChip::forgetRange() {
    adoptSlider(session::sliderOf(m_constant));
    moveSlider();
}

void ConstantChip::adoptSlider(const session::Slider& slider) {
    constexpr int few = 10;  // steps of a page
    m_covers = slider;
    const QSignalBlocker blocker(m_slider);
    const double places = std::ceil(m_covers.range.width() / m_covers.step - 1e-9);
    m_slider->setRange(0, static_cast<int>(std::clamp(places, 1.0, mostPlaces)));
    m_slider->setPageStep(few);
}

double ConstantChip::valueAt(int place) const {
    const insight::Range& range = m_covers.range;
    if (place == m_slider->maximum()) return range.high;
    const bool isFine = range.width() / m_covers.step > mostPlaces;
    const double step = isFine ? range.width() / mostPlaces : m_covers.step;
    return rounded(range.low + place * step);
}

void ConstantChip::moveSlider() {
    const QSignalBlocker blocker(m_slider);
    const double part = (m_constant.value - m_covers.range.low) /
                        (valueAt(m_slider->maximum() - 1) - m_covers.range.low);
    const double place = m_constant.value >= m_covers.range.high ? m_slider->maximum()
                                                                 : part * (m_slider->maximum() - 1);
    m_slider->setValue(m_slider->maximum() == 1
                           ? (m_constant.value > m_covers.range.centre() ? 1 : 0)
                           : static_cast<int>(std::lround(place)));
}

void ConstantChip::choose(double value) {
    if (value == m_constant.value) return;
    m_constant.value = value;
    m_field->setValue(value);
    moveSlider();
    Q_EMIT valueChosen(value);
}

void ConstantChip::openPopup() {
    auto* popup = new SliderPopup(m_constant, m_covers, m_variables, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &SliderPopup::chosen, this, &ConstantChip::sliderChosen);
    connect(popup, &SliderPopup::variableWanted, this, &ConstantChip::variableWanted);
    connect(popup, &SliderPopup::onlyVariableWanted, this, &ConstantChip::onlyVariableWanted);
    popup->dropDownFrom(*m_name);
}

}  // namespace window
