// SPDX-License-Identifier: GPL-3.0-or-later
// How the card of a run is laid out.
#include <QEvent>
#include <algorithm>
#include <array>
#include <vector>

#include "descent/descent.h"
#include "ui_controls.h"
#include "window/look/look.h"
#include "window/runner/alpharuler.h"
#include "window/runner/controls.h"
#include "window/runner/schedulecontrols.h"

namespace window {

namespace {

/// Between the rows of the card, in pixels.
int rowSpacing(bool close) {
    return close ? look::near / 2 : look::near + 2;
}

}  // namespace

void Controls::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    const bool grows = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    // The labels have their font only then.
    if (grows) QMetaObject::invokeMethod(this, &Controls::alignLabels, Qt::QueuedConnection);
}

void Controls::alignLabels() {
    int widest = m_ui->methodLabel->sizeHint().width();
    widest = std::max(widest, m_schedule->labelWidth());
    widest = std::max(widest, m_ui->starts->labelWidth());
    const std::array rows{m_ui->maxIterations, m_ui->tolerance};
    for (const Parameter* row : rows) widest = std::max(widest, row->labelWidth());
    m_ui->starts->setLabelWidth(widest);
    for (Parameter* row : rows) row->setLabelWidth(widest);
    m_ui->methodLabel->setMinimumWidth(widest);
    m_ui->knobs->setLabelWidth(widest);
    m_schedule->setLabelWidth(widest);
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

void Controls::setVeiled(bool veiled) {
    m_veiled = veiled;
    showRuler();
}

/// Where height is scarce, it takes none to say that it has no zones. Veiled, it leaves its place
/// empty, so that nothing moves when it is told.
void Controls::showRuler() {
    const bool hasPlace = !m_dense || descent::isPlain(m_settings);
    QSizePolicy policy = m_ruler->sizePolicy();
    policy.setRetainSizeWhenHidden(hasPlace && m_veiled);
    m_ruler->setSizePolicy(policy);
    m_ruler->setVisible(hasPlace && !m_veiled);
}

void Controls::space() {
    const bool close = m_dense || m_short;
    const int over = close ? look::near : look::gap;
    const int between = rowSpacing(close);
    m_ui->column->setContentsMargins(look::inset, over, look::inset, over);
    m_ui->column->setSpacing(between);
    m_ui->starts->setSpacing(between);
    m_schedule->setSpacing(between);
    m_ui->knobs->setSpacing(between);
}

int Controls::wholeHeight() const {
    const int over = m_dense ? look::near : look::gap;
    const auto heightOf = [](const QWidget* row) { return row->sizeHint().height(); };
    int height = over + std::max(heightOf(m_ui->descend), heightOf(m_ui->heading));
    std::vector<const QWidget*> rows{m_ui->method, m_ui->starts, m_ui->alpha, m_ui->maxIterations,
                                     m_ui->more};
    if (!descent::settingsOf(m_settings.method).empty()) rows.push_back(m_ui->knobs);
    if (m_ui->more->isChecked()) rows.push_back(m_ui->tolerance);
    if (m_ui->rates->isChecked()) rows.push_back(m_schedule);
    for (const QWidget* row : rows) height += rowSpacing(m_dense) + heightOf(row);
    return height + over;
}

}  // namespace window
