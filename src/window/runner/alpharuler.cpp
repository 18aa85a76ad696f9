// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/alpharuler.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <variant>

#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/wording/planewording.h"
#include "session/wording/wording.h"
#include "window/runner/approach.h"
#include "window/widgets/clearof.h"
#include "window/widgets/focusring.h"
#include "window/widgets/parameter.h"

namespace window {

AlphaRuler::AlphaRuler(Parameter* parameter) : QWidget(parameter), m_parameter(*parameter) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setObjectName(QStringLiteral("ruler"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Zones of the learning rate"));
    parameter->addUnderSlider(this);
    new FocusRing(this);
    changed();
}

void AlphaRuler::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    if (extremum == m_extremum) return;
    m_extremum = extremum;
    changed();
}

void AlphaRuler::setPlace(const std::optional<insight::StationaryPlace>& place) {
    if (place == m_place) return;
    m_place = place;
    changed();
}

void AlphaRuler::setVerdict(const std::optional<insight::Verdict>& verdict) {
    m_verdict = verdict;
    changed();
}

void AlphaRuler::setSettings(const descent::Settings& settings) {
    if (settings == m_settings) return;
    m_settings = settings;
    updateGeometry();
    changed();
    QAccessibleValueChangeEvent turned(this, settings.alpha);
    QAccessible::updateAccessibility(&turned);
}

void AlphaRuler::setDigits(int digits) {
    m_digits = digits;
    changed();
}

void AlphaRuler::setVariables(const QStringList& variables) {
    m_variables = variables;
    changed();
}

void AlphaRuler::changed() {
    const QString words = explanation(m_settings.alpha);
    if (words != accessibleDescription()) setAccessibleDescription(words);
    m_parameter.setDescription(words);
    update();
}

descent::Response AlphaRuler::response() const {
    if (const auto told = rates()) return told->fastest;
    return responseAt(*m_extremum, m_settings.alpha);
}

std::optional<insight::Rates> AlphaRuler::rates() const {
    return isPlane() && m_place ? insight::ratesAt(m_settings, *m_place) : std::nullopt;
}

bool AlphaRuler::hasZones() const {
    if (isPlane()) return descent::isPlain(m_settings) && rates();
    return descent::isPlain(m_settings) && m_extremum &&
           m_extremum->shape == insight::Shape::Smooth && m_extremum->curvature != 0;
}

bool AlphaRuler::isFlat() const {
    const auto* found = m_verdict ? std::get_if<insight::Standstill>(&m_verdict->finding) : nullptr;
    return found && found->ground == insight::Ground::Flat && found->level;
}

bool AlphaRuler::tellsOfRun() const {
    return !m_verdict || insight::goesAsTold(*m_verdict, response(), m_settings.direction);
}

QString AlphaRuler::reason() const {
    const bool descends = m_settings.direction == descent::Direction::Descend;
    if (!descent::isPlain(m_settings.method)) return tr("Zones of α: for gradient descent only");
    if (!descent::isConstant(m_settings.schedule)) return tr("no zones: the schedule changes α");
    if (!descent::isPlain(m_settings)) return tr("no zones: there is noise on the slope");
    if (isPlane()) return reasonInPlane();
    if (!m_extremum && isFlat()) return tr("flat ground: f′ = 0 all about");
    if (!m_extremum)
        return descends ? tr("no single minimum with f′ = 0 found in view")
                        : tr("no single maximum with f′ = 0 found in view");
    switch (m_extremum->shape) {
        case insight::Shape::Corner:
        case insight::Shape::HalfCorner:
            return tr("a corner: no limit for α");
        case insight::Shape::Steep:
            return descends ? tr("f″ is infinite at the minimum")
                            : tr("f″ is infinite at the maximum");
        case insight::Shape::Bent:
            return descends ? tr("f″ jumps at the minimum") : tr("f″ jumps at the maximum");
        case insight::Shape::Break:
        case insight::Shape::Pole:
        case insight::Shape::LimitFromLeft:
        case insight::Shape::LimitFromRight:
        case insight::Shape::Smooth:
            break;
    }
    return descends ? tr("f″ = 0 at the minimum") : tr("f″ = 0 at the maximum");
}

QString AlphaRuler::reasonInPlane() const {
    const bool descends = m_settings.direction == descent::Direction::Descend;
    const bool isSought = m_place && insight::isSought(*m_place, m_settings.direction);
    if (!isSought && m_variables.size() > 2)
        return descends ? tr("no minimum is known") : tr("no maximum is known");
    if (!isSought)
        return descends ? tr("no single minimum with ∇f = 0 found in view")
                        : tr("no single maximum with ∇f = 0 found in view");
    if (m_place->isLine)
        return descends ? tr("a valley floor: a curvature is 0") : tr("a ridge: a curvature is 0");
    if (m_place->bends)
        return descends ? tr("a curvature jumps at the minimum")
                        : tr("a curvature jumps at the maximum");
    return descends ? tr("a curvature is 0 at the minimum") : tr("a curvature is 0 at the maximum");
}

QString AlphaRuler::whyNoZones() const {
    if (!descent::isPlain(m_settings) && descent::isPlain(m_settings.method)) {
        return descent::isConstant(m_settings.schedule)
                   ? tr("No zones of α: they are those of steps without noise.")
                   : tr("No zones of α: they are those of a constant α, and the schedule changes "
                        "it.");
    }
    if (!descent::isPlain(m_settings)) {
        const QString why =
            tr("No zones of α: they are those of plain gradient descent, and the method is %1.")
                .arg(session::methodLabel(m_settings.method));
        const auto told = rates();
        return told ? why + QLatin1Char(' ') + explainRates(*told, *m_place, m_settings, m_digits)
                    : why;
    }
    if (isPlane()) return whyNoZonesInPlane();
    if (!m_extremum) {
        return tr("No zones of α: %1, so no f″ tells how large α may be.").arg(reason());
    }
    const QString place = session::position(m_extremum->x, m_digits);
    if (m_extremum->shape == insight::Shape::Steep) {
        return tr("No zones of α: %1, x* = %2, so steps from close enough leap past it at every α; "
                  "a "
                  "smaller α only narrows the swing.")
            .arg(reason(), place);
    }
    if (!insight::isCorner(m_extremum->shape)) {
        return tr("No zones of α: %1, x* = %2, so the steps near it do not change the distance by "
                  "a fixed factor.")
            .arg(reason(), place);
    }
    return (m_extremum->shape == insight::Shape::HalfCorner
                ? tr("No zones of α: f has a corner at x* = %1: steps shrink on one side of it "
                     "only, so no "
                     "f″ tells how large α may be.")
                : tr("No zones of α: f has a corner at x* = %1: near it the steps do not shrink, "
                     "so no α > 0 "
                     "lets the ball come to rest there, unless a step lands right on it."))
        .arg(place);
}

QString AlphaRuler::whyNoZonesInPlane() const {
    if (!m_place || !insight::isSought(*m_place, m_settings.direction))
        return tr("No zones of α: %1, so no curvatures tell how large α may be.").arg(reason());
    return tr("No zones of α: %1, %2, so the steps near it do not change the distance by fixed "
              "factors.")
        .arg(reason(), place());
}

QString AlphaRuler::explanation(double alpha) const {
    const QString words = hasZones() ? zones(alpha) : whyNoZones();
    return isPlane() ? words : session::inVariable(words, m_variables.front());
}

QString AlphaRuler::place() const {
    return isPlane() ? session::placeText(m_place->at, m_digits)
                     : QStringLiteral("x* = ") + session::position(m_extremum->x, m_digits);
}

QString AlphaRuler::zones(double alpha) const {
    const QString words = isPlane() ? explainInPlane(alpha, *m_place, m_settings, m_digits)
                                    : explain(alpha, *m_extremum, m_settings.direction, m_digits);
    if (tellsOfRun()) return words;
    return (m_settings.direction == descent::Direction::Descend
                ? tr("What follows holds only close to the minimum, %1: this run went otherwise. "
                     "%2")
                : tr("What follows holds only close to the maximum, %1: this run went otherwise. "
                     "%2"))
        .arg(place(), words);
}

double AlphaRuler::alphaAt(QPointF point) const {
    return m_parameter.valueAt(point.x() + x());
}

const Slider::Meaning& AlphaRuler::meaning() const {
    return m_parameter.slider().meaning();
}

bool AlphaRuler::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    ClearOf::show(*this, help->globalPos(), plot::wrapped(explanation(alphaAt(help->pos()))));
    return true;
}

void AlphaRuler::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

/// The slider alone: what it ignores goes the way from here that every key goes.
void AlphaRuler::keyPressEvent(QKeyEvent* event) {
    static_cast<QObject&>(m_parameter.slider()).event(event);
}

void AlphaRuler::mousePressEvent(QMouseEvent* event) {
    const bool picks =
        event->button() == Qt::LeftButton && strip().contains(event->position().toPoint());
    if (picks)
        Q_EMIT alphaPicked(alphaAt(event->position()));
    else
        event->ignore();
}

}  // namespace window
