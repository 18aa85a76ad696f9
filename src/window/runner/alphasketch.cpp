// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/alphasketch.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "plot/paint/tip.h"
#include "window/look/look.h"
#include "window/widgets/clearof.h"

namespace window {

namespace {

constexpr int fewDigits = 3;
constexpr double dot = 3;  // pixels, its radius

}  // namespace

AlphaSketch::AlphaSketch(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("sketch"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    look::setLetters(*this, look::Letters::Note);
    changed();
}

void AlphaSketch::setSettings(const descent::Settings& settings) {
    if (settings == m_settings) return;
    m_settings = settings;
    // All schedules are largest at one end.
    m_largest = std::max(alphaAt(0), alphaAt(static_cast<double>(settings.maxIterations)));
    changed();
}

void AlphaSketch::setPosition(double position) {
    if (std::exchange(m_position, position) != position) update();
}

void AlphaSketch::setDigits(int digits) {
    m_digits = digits;
    changed();
}

void AlphaSketch::changed() {
    const auto last = m_settings.maxIterations - 1;
    setAccessibleName(tr("The learning rate over the run"));
    setAccessibleDescription(
        tr("α is %1 at the first step and %2 at step %3, the last that there may be.")
            .arg(session::number(descent::alphaAt(m_settings, 0), m_digits),
                 session::number(descent::alphaAt(m_settings, last), m_digits),
                 session::count(last + 1)));
    update();
}

double AlphaSketch::alphaAt(double position) const {
    const auto last = static_cast<double>(m_settings.maxIterations - 1);
    return descent::alphaAt(m_settings, static_cast<std::int64_t>(std::clamp(position, 0.0, last)));
}

QString AlphaSketch::numberOf(double alpha) const {
    return session::number(alpha, std::min(m_digits, fewDigits));
}

QSize AlphaSketch::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {metrics.averageCharWidth() * 20, 2 * metrics.height()};
}

QRectF AlphaSketch::stage() const {
    const QFontMetrics metrics = fontMetrics();
    const auto wide = [&](double position) {
        return metrics.horizontalAdvance(numberOf(alphaAt(position)));
    };
    const double left = wide(0) + look::gap;
    const double right = wide(static_cast<double>(m_settings.maxIterations)) + look::gap;
    return QRectF(rect()).adjusted(left, dot + 1, -right, -dot - 1);
}

QPointF AlphaSketch::pointAt(double position) const {
    const QRectF room = stage();
    const double part = position / static_cast<double>(m_settings.maxIterations);
    const double height = m_largest > 0 ? alphaAt(position) / m_largest : 0;
    return {room.left() + std::clamp(part, 0.0, 1.0) * room.width(),
            room.bottom() - height * room.height()};
}

void AlphaSketch::paintEvent(QPaintEvent*) {
    constexpr float shade = 0.14F;
    const QRectF room = stage();
    if (room.width() < 1) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const plot::Roles roles = look::roles();
    const auto most = static_cast<double>(m_settings.maxIterations);
    QPainterPath line(pointAt(0));
    for (int x = 1; x <= static_cast<int>(room.width()); ++x)
        line.lineTo(pointAt(most * x / room.width()));
    QPainterPath area = line;
    area.lineTo(line.currentPosition().x(), room.bottom());
    area.lineTo(room.bottomLeft());
    QColor filling = roles.accent;
    filling.setAlphaF(shade);
    painter.fillPath(area, filling);
    painter.fillRect(QRectF(room.left(), room.bottom(), room.width(), 1), roles.line);
    painter.strokePath(line, QPen(roles.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(roles.accent);
    painter.drawEllipse(pointAt(m_position), dot, dot);
    painter.setPen(roles.soft);
    const auto number = [&](double position, Qt::Alignment side) {
        const double y = std::clamp(pointAt(position).y() - fontMetrics().height() / 2.0, 0.0,
                                    height() - 1.0 * fontMetrics().height());
        painter.drawText(QRectF(0, y, width(), fontMetrics().height()), int(side | Qt::AlignTop),
                         numberOf(alphaAt(position)));
    };
    number(0, Qt::AlignLeft);
    number(most, Qt::AlignRight);
}

bool AlphaSketch::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const QRectF room = stage();
    const auto* help = static_cast<QHelpEvent*>(event);
    const double part = std::clamp((help->pos().x() - room.left()) / room.width(), 0.0, 1.0);
    const double last = static_cast<double>(m_settings.maxIterations - 1);
    const double position = std::floor(std::min(part * (last + 1), last));
    const QString words = tr("α at step %1 is %2. The dot is where the ball is.")
                              .arg(session::count(std::llround(position) + 1),
                                   session::number(alphaAt(position), m_digits));
    ClearOf::show(*this, help->globalPos(), plot::wrapped(words));
    return true;
}

void AlphaSketch::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace window
