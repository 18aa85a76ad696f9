// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/runnerchip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <utility>

#include "plot/look/runnerlook.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

namespace {

/// Side of the mark, of the sign and of the room of the cross: they grow with the letters.
int sideOf(const QWidget& chip) {
    return qRound(0.9 * chip.fontMetrics().height());
}

}  // namespace

RunnerChip::RunnerChip(std::size_t place, QWidget* parent)
    : QAbstractButton(parent), m_place(place) {
    setObjectName(QStringLiteral("runner%1").arg(place + 1));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

void RunnerChip::setTheme(const plot::Theme& theme) {
    m_theme = theme;
    update();
}

bool RunnerChip::setFace(const Face& face) {
    if (m_face == face) return false;
    Face before = std::exchange(m_face, face);
    const bool tellsOwn = m_detail == Detail::Brief || m_detail == Detail::Own;
    if (!tellsOwn) before.own = face.own;
    if (before != face) update();
    return true;
}

void RunnerChip::setDetail(Detail detail) {
    if (std::exchange(m_detail, detail) != detail) update();
}

QString RunnerChip::nameWith(Detail detail) const {
    if (detail == Detail::Own && !m_face.own.isEmpty()) return {};
    return detail == Detail::Brief || detail == Detail::Own ? m_face.brief : m_face.name;
}

QString RunnerChip::rateWith(Detail detail) const {
    if (detail <= Detail::Rate) return m_face.rate;
    return detail <= Detail::Own ? m_face.own : QString();
}

int RunnerChip::widthWith(Detail detail) const {
    const auto wide = [this](const QString& text) { return fontMetrics().horizontalAdvance(text); };
    const int side = sideOf(*this);
    const QString name = nameWith(detail);
    const QString rate = rateWith(detail);
    int width = look::gap + side + look::gap + wide(name) + side;
    if (!name.isEmpty()) width += look::gap;
    if (!rate.isEmpty()) width += look::gap + wide(rate);
    if (detail == Detail::All) width += look::near + wide(m_face.standing);
    if (detail != Detail::Bare) width += look::near + side;
    return width + look::gap;
}

QSize RunnerChip::sizeHint() const {
    return {widthWith(m_detail), fontMetrics().height() + look::gap + look::near};
}

QRectF RunnerChip::cross() const {
    if (m_detail == Detail::Bare) return {};
    const double side = sideOf(*this);
    return {width() - look::gap - side, (height() - side) / 2, side, side};
}

bool RunnerChip::hitButton(const QPoint& place) const {
    return rect().contains(place) && !cross().contains(place);
}

void RunnerChip::mousePressEvent(QMouseEvent* event) {
    m_crossHeld = event->button() == Qt::LeftButton && cross().contains(event->position());
    if (!m_crossHeld) QAbstractButton::mousePressEvent(event);
}

void RunnerChip::mouseMoveEvent(QMouseEvent* event) {
    setOverCross(cross().contains(event->position()));
    if (!m_crossHeld) QAbstractButton::mouseMoveEvent(event);
}

void RunnerChip::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(m_crossHeld, false)) return QAbstractButton::mouseReleaseEvent(event);
    if (cross().contains(event->position())) Q_EMIT removeWanted();
}

void RunnerChip::leaveEvent(QEvent* event) {
    setOverCross(false);
    QAbstractButton::leaveEvent(event);
}

void RunnerChip::setOverCross(bool over) {
    if (std::exchange(m_overCross, over) != over) update();
}

void RunnerChip::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Delete) return QAbstractButton::keyPressEvent(event);
    Q_EMIT removeWanted();
}

void RunnerChip::paintGround(QPainter& painter) const {
    const plot::Roles roles = look::roles();
    constexpr double chosenPart = 0.12;
    constexpr double overPart = 0.05;
    const double over = underMouse() ? overPart : 0;
    const QColor fill = isChecked() ? plot::mixed(roles.card, roles.accent, chosenPart)
                                    : plot::mixed(roles.card, roles.ink, over);
    look::drawBox(painter, rect(), height() / 2.0, fill, isChecked() ? roles.accent : roles.line,
                  isChecked() ? 2 : 1);
    const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (focused) {
        look::drawBox(painter, QRectF(rect()).adjusted(3, 3, -3, -3), height() / 2.0,
                      Qt::transparent, roles.ink);
    }
}

void RunnerChip::paintCross(QPainter& painter) const {
    const plot::Roles roles = look::roles();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_overCross ? roles.ink : roles.soft, m_overCross ? 2 : 1.4, Qt::SolidLine));
    const QPointF middle = cross().center();
    const double reach = 0.22 * cross().width();
    painter.drawLine(middle - QPointF(reach, reach), middle + QPointF(reach, reach));
    painter.drawLine(middle - QPointF(reach, -reach), middle + QPointF(reach, -reach));
}

void RunnerChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGround(painter);
    const plot::Roles roles = look::roles();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = sideOf(*this);
    double x = look::gap;
    const double middle = height() / 2.0;
    plot::paintRunnerMark(painter, {x + side / 2, middle}, 0.4 * side, m_place, m_theme);
    x += side + look::gap;
    const auto write = [&](const QString& text, const QColor& colour, double room) {
        painter.setPen(colour);
        painter.drawText(QRectF(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text, Qt::ElideRight, qRound(room)));
        x += std::min<double>(room, fontMetrics().horizontalAdvance(text));
    };
    const QString name = nameWith(m_detail);
    const QString rate = rateWith(m_detail);
    const double behindName = widthWith(m_detail) - fontMetrics().horizontalAdvance(name);
    write(name, roles.ink, width() - behindName + 1);
    if (!name.isEmpty()) x += look::gap;
    const auto whole = [this](const QString& text) {
        return fontMetrics().horizontalAdvance(text) + 1.0;
    };
    if (!rate.isEmpty()) {
        write(rate, name.isEmpty() ? roles.ink : roles.soft, whole(rate));
        x += look::gap - 1;
    }
    if (m_face.ending)
        look::drawEnding(painter, QRectF(x, middle - side / 2, side, side), *m_face.ending);
    x += side + look::near;
    if (m_detail == Detail::All) write(m_face.standing, roles.soft, whole(m_face.standing));
    if (m_detail != Detail::Bare) paintCross(painter);
}

}  // namespace window
