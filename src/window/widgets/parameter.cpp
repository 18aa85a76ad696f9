// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/parameter.h"

#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>
#include <algorithm>
#include <cmath>

#include "plot/paint/tip.h"
#include "ui_parameter.h"

namespace window {

namespace {

double rounded(double value, int digits) {
    return QString::number(value, 'g', digits).toDouble();
}

}  // namespace

Scale Scale::linear(double low, double high) {
    // A slider moves in thousandths; more digits than its steps can tell apart would only look
    // exact.
    const double unit = std::pow(10, std::floor(std::log10((high - low) / 1000)));
    const double step = std::pow(10, std::floor(std::log10((high - low) / 20)));
    return {[=](double place) {
                const double value = low + place * (high - low);
                return rounded(std::round(value / unit) * unit, 12);
            },
            [=](double value) { return (value - low) / (high - low); },
            [=](double value, int direction) {
                return rounded((std::round(value / step) + direction) * step, 12);
            }};
}

Scale Scale::logarithmic(double low, double high, int digits) {
    const double decades = std::log(high / low);
    return {[=](double place) { return rounded(low * std::exp(place * decades), digits); },
            [=](double value) { return std::log(value / low) / decades; },
            [=](double value, int direction) {
                return std::clamp(rounded(value * std::pow(1.1, direction), digits), low, high);
            }};
}

Parameter::Parameter(QWidget* parent, QWidget* noted)
    : QWidget(parent), m_ui(std::make_unique<Ui::Parameter>()), m_scale(Scale::linear(0, 1)) {
    m_ui->setupUi(this);
    m_fault = new FaultNote(m_ui->field, noted ? noted : this);
    connect(this, &QObject::destroyed, m_fault, &QObject::deleteLater);
    connect(m_ui->slider, &QSlider::valueChanged, this, [this](int step) {
        m_value = m_scale.value(double(step) / m_ui->slider->maximum());
        m_ui->field->setValue(m_value);
        Q_EMIT valueChosen(m_value);
    });
    connect(m_ui->slider, &QSlider::sliderPressed, this, [this] { Q_EMIT dragChanged(true); });
    connect(m_ui->slider, &QSlider::sliderReleased, this, [this] { Q_EMIT dragChanged(false); });
    connect(m_ui->field, &NumberField::valueTyped, this, [this](double value) {
        m_value = value;
        moveSlider();
        Q_EMIT valueChosen(value);
    });
    connect(m_ui->field, &NumberField::faultChanged, this, &Parameter::showFault);
    connect(m_ui->field, &NumberField::stepped, this, &Parameter::nudge);
    m_ui->label->setBuddy(m_ui->field);
    m_ui->label->installEventFilter(this);
    m_ui->slider->setMeaning(
        {[this] { return m_value; }, [this] { return range(); },
         [this](double value) { choose(std::clamp(value, range().low, range().high)); },
         [this] { return m_ui->field->worded(); }});
}

Parameter::~Parameter() = default;

void Parameter::setUp(const QString& name, const QString& spoken, const QString& toolTip,
                      NumberField::Reader reader) {
    m_fault->setObjectName(objectName() + QStringLiteral("Fault"));
    m_ui->label->setText(name);
    m_ui->slider->setAccessibleName(spoken);
    m_ui->field->setAccessibleName(spoken);
    m_ui->slider->setToolTip(plot::wrapped(toolTip));
    m_ui->label->setToolTip(plot::wrapped(toolTip));
    m_ui->field->setReader(std::move(reader));
}

void Parameter::setDescription(const QString& description) {
    if (description == m_description) return;
    m_description = description;
    m_ui->slider->setAccessibleDescription(description);
    if (m_fault->isHidden()) m_ui->field->setAccessibleDescription(description);
}

void Parameter::showFault(const QString& fault) {
    m_fault->tell(fault);
    m_ui->field->setAccessibleDescription(fault.isEmpty() ? m_description : fault);
}

void Parameter::setWording(NumberField::Wording wording) {
    m_ui->field->setWording(std::move(wording));
}

void Parameter::setScale(Scale scale) {
    m_scale = std::move(scale);
    moveSlider();
}

void Parameter::setValue(double value) {
    m_value = value;
    m_ui->field->setValue(value);
    moveSlider();
}

void Parameter::addUnderSlider(QWidget* widget) {
    if (m_ui->column->indexOf(m_ui->slider) < 0) {
        m_ui->row->removeWidget(m_ui->slider);
        m_ui->row->insertStretch(m_ui->row->indexOf(m_ui->field));
        m_ui->column->addWidget(m_ui->slider);
    }
    m_ui->column->addWidget(widget);
    setTabOrder(m_ui->slider, widget);
}

int Parameter::labelWidth() const {
    return m_ui->label->sizeHint().width();
}

void Parameter::setLabelWidth(int width) {
    m_ui->label->setFixedWidth(width);
}

Slider& Parameter::slider() const {
    return *m_ui->slider;
}

NumberField& Parameter::field() const {
    return *m_ui->field;
}

double Parameter::handleCentre(int step) const {
    const QSlider& slider = *m_ui->slider;
    QStyleOptionSlider option;
    option.initFrom(&slider);
    option.state |= QStyle::State_Horizontal;
    option.minimum = slider.minimum();
    option.maximum = slider.maximum();
    option.sliderPosition = step;
    option.upsideDown = slider.invertedAppearance() != slider.isRightToLeft();
    option.direction = Qt::LeftToRight;  // QSlider mirrors by upsideDown alone
    const QRect handle = slider.style()->subControlRect(QStyle::CC_Slider, &option,
                                                        QStyle::SC_SliderHandle, &slider);
    return slider.x() + handle.x() + handle.width() / 2.0;
}

double Parameter::column(double value) const {
    const double first = handleCentre(m_ui->slider->minimum());
    const double last = handleCentre(m_ui->slider->maximum());
    return first + m_scale.place(value) * (last - first);
}

double Parameter::valueAt(double column) const {
    const double first = handleCentre(m_ui->slider->minimum());
    const double last = handleCentre(m_ui->slider->maximum());
    return first == last ? m_value
                         : m_scale.value(std::clamp((column - first) / (last - first), 0.0, 1.0));
}

/// The label gives the field the focus, but does nothing where that is there already.
bool Parameter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Shortcut && m_ui->field->hasFocus()) m_ui->field->selectWhole();
    return QWidget::eventFilter(watched, event);
}

/// A handle that is hidden is let go: its release will not be seen.
void Parameter::hideEvent(QHideEvent* event) {
    m_ui->slider->setSliderDown(false);
    QWidget::hideEvent(event);
}

void Parameter::moveSlider() {
    const QSignalBlocker blocker(m_ui->slider);
    const double place = std::clamp(m_scale.place(m_value), 0.0, 1.0);
    m_ui->slider->setValue(static_cast<int>(std::lround(place * m_ui->slider->maximum())));
}

void Parameter::nudge(int direction) {
    choose(m_scale.next(m_value, direction));
}

void Parameter::choose(double value) {
    m_value = value;
    m_ui->field->setValue(m_value);
    moveSlider();
    Q_EMIT valueChosen(m_value);
}

}  // namespace window
