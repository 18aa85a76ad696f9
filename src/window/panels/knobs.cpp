// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/knobs.h"

#include <QLabel>
#include <QSignalBlocker>
#include <cmath>

#include "plot/paint/tip.h"
#include "session/knobtext.h"
#include "session/methodwords.h"
#include "session/wording/wording.h"
#include "window/look/look.h"

namespace window {

namespace {

constexpr int inRow = 2;

/// So that a turn of the wheel or a key changes what matters: how far a knob is from the 0 or the 1
/// that it is nearest to, by a tenth.
double nudged(double value, int direction, const descent::Setting& knob) {
    const bool high = knob.high == 1 && value > 0.5;
    const double rest = high ? 1 - value : value;
    const double turned = rest * std::pow(1.1, high ? -direction : direction);
    const double next = high ? 1 - turned : turned;
    const double round =
        knob.isWhole ? std::round(value) + direction : QString::number(next, 'g', 4).toDouble();
    const auto admitted = session::knobFrom(session::typedNumber(round), knob);
    return admitted ? *admitted : value;
}

}  // namespace

Knobs::Knobs(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_method(descent::methods().front()) {
    setObjectName(QStringLiteral("knobs"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::gap);
    m_grid->setVerticalSpacing(look::near + 2);
    for (int i = 0; i < inRow; ++i) m_grid->setColumnStretch(2 * i + 1, 1);
    rebuild();
}

void Knobs::setMethod(const descent::Method& method) {
    const bool another = method.index() != m_method.index();
    m_method = method;
    another ? rebuild() : showValues();
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
    for (const descent::Setting& setting : descent::settingsOf(m_method)) {
        setting.isSwitch ? addSwitch(setting, place++) : addNumber(setting, place++);
        QWidget* added = m_knobs.back().box;
        if (!added) added = m_knobs.back().field;
        if (before) setTabOrder(before, added);
        before = added;
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
    auto* fault = new FaultNote(field, this);
    fault->setObjectName(field->objectName() + QStringLiteral("Fault"));
    connect(field, &NumberField::faultChanged, fault, &FaultNote::tell);
    connect(field, &QObject::destroyed, fault, &QObject::deleteLater);
    const std::string knob(setting.knob);
    connect(field, &NumberField::valueTyped, this, [this, knob](double value) {
        Q_EMIT methodChosen(descent::with(m_method, knob, value));
    });
    connect(field, &NumberField::stepped, this, [this, setting, knob](int direction) {
        for (const descent::Setting& now : descent::settingsOf(m_method)) {
            if (now.knob != knob) continue;
            Q_EMIT methodChosen(
                descent::with(m_method, knob, nudged(now.value, direction, setting)));
            return;
        }
    });
    m_grid->addWidget(name, place / inRow, 2 * (place % inRow));
    m_grid->addWidget(field, place / inRow, 2 * (place % inRow) + 1);
    m_knobs.push_back({knob, field, nullptr});
}

void Knobs::addSwitch(const descent::Setting& setting, int place) {
    auto* box = new QCheckBox(session::knobLabel(setting.knob), this);
    box->setObjectName(QString::fromStdString(std::string(setting.knob)));
    box->setToolTip(plot::wrapped(session::knobTip(setting.knob)));
    const std::string knob(setting.knob);
    connect(box, &QCheckBox::toggled, this, [this, knob](bool on) {
        Q_EMIT methodChosen(descent::with(m_method, knob, on ? 1 : 0));
    });
    m_grid->addWidget(box, place / inRow, 2 * (place % inRow), 1, 2);
    m_knobs.push_back({knob, nullptr, box});
}

void Knobs::showValues() {
    for (const descent::Setting& setting : descent::settingsOf(m_method)) {
        for (const Knob& knob : m_knobs) {
            if (knob.name != setting.knob) continue;
            if (knob.field) knob.field->setValue(setting.value);
            if (!knob.box) continue;
            const QSignalBlocker blocker(knob.box);
            knob.box->setChecked(setting.value != 0);
        }
    }
}

}  // namespace window
