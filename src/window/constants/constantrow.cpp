// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/constants/constantrow.h"

#include <QEvent>
#include <algorithm>

#include "model/experiment.h"
#include "session/roles.h"
#include "window/look/look.h"

namespace window {

ConstantRow::ConstantRow(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("constants"));
    setAccessibleName(tr("Constants"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void ConstantRow::follow(model::Experiment& experiment) {
    m_experiment = &experiment;
    connect(m_experiment, &model::Experiment::sessionChanged, this, &ConstantRow::refresh);
    connect(m_experiment, &model::Experiment::loaded, this, [this] {
        for (ConstantChip* const chip : std::as_const(m_chips)) chip->forgetRange();
    });
    refresh();
}

void ConstantRow::setDigits(int digits) {
    m_digits = digits;
    for (ConstantChip* const chip : std::as_const(m_chips)) chip->setDigits(digits);
}

void ConstantRow::addChip() {
    auto* chip = new ConstantChip(this);
    chip->setDigits(m_digits);
    connect(chip, &ConstantChip::valueChosen, this, [this, chip](double value) {
        m_experiment->change(
            session::withConstant(m_experiment->session(), chip->constant().name, value));
    });
    connect(chip, &ConstantChip::sliderChosen, this, &ConstantRow::setConstant);
    connect(chip, &ConstantChip::variableWanted, this,
            [this, chip] { Q_EMIT variableWanted(chip->constant().name); });
    connect(chip, &ConstantChip::onlyVariableWanted, this, [this, chip] {
        Q_EMIT functionWanted(session::textInVariables(
            m_experiment->session().function, {QString::fromStdString(chip->constant().name)}));
    });
    QWidget* before = m_chips.isEmpty() ? m_tabAfter : m_chips.last()->stops().last();
    for (QWidget* const stop : chip->stops()) {
        if (before) setTabOrder(before, stop);
        before = stop;
    }
    m_chips += chip;
    chip->show();
}

void ConstantRow::setConstant(const session::Constant& constant) {
    session::Session next =
        session::withConstant(m_experiment->session(), constant.name, constant.value);
    const auto found = std::ranges::find(next.constants, constant.name, &session::Constant::name);
    if (found == next.constants.end()) return;
    *found = constant;
    m_experiment->change(next);
}

void ConstantRow::refresh() {
    const std::vector<session::Constant>& constants = m_experiment->session().constants;
    const auto count = static_cast<qsizetype>(constants.size());
    const bool changes = count != m_chips.size();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    while (m_chips.size() < count) addChip();
    while (m_chips.size() > count) {
        ConstantChip* const last = m_chips.takeLast();
        last->hide();
        last->deleteLater();  // it may be what asked for this
    }
    const QStringList variables = m_experiment->session().function.variables();
    for (qsizetype i = 0; i < count; ++i)
        m_chips[i]->setConstant(constants[static_cast<std::size_t>(i)], variables);
    if (!changes) return;
    arrange();
    setVisible(count > 0);
    if (hadFocus && count == 0) Q_EMIT focusGone();
}

void ConstantRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ConstantRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

/// Columns that are equally wide, and no wider than a slider needs.
void ConstantRow::arrange() {
    if (m_chips.isEmpty() || width() == 0) return;
    constexpr int widest = 300;
    int least = 0;
    int high = 0;
    for (const ConstantChip* chip : std::as_const(m_chips)) {
        least = std::max(least, chip->minimumSizeHint().width());
        high = std::max(high, chip->sizeHint().height());
    }
    const int count = static_cast<int>(m_chips.size());
    const int columns = std::clamp((width() + look::apart) / (least + look::apart), 1, count);
    const int wide =
        std::min(std::max(least, widest), (width() + look::apart) / columns - look::apart);
    for (int i = 0; i < count; ++i) {
        m_chips[i]->setGeometry(i % columns * (wide + look::apart),
                                i / columns * (high + look::near), wide, high);
    }
    const int rows = (count + columns - 1) / columns;
    setFixedHeight(rows * high + (rows - 1) * look::near);
}

}  // namespace window
