// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/gallery.h"

#include <QKeyEvent>
#include <QLineF>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <algorithm>
#include <cmath>
#include <utility>

#include "descent/objective.h"
#include "descent/trajectory.h"
#include "insight/fitting.h"
#include "insight/landscape.h"
#include "plot/look/theme.h"
#include "session/constants.h"
#include "session/runners.h"
#include "window/look/look.h"

namespace window {

namespace {

constexpr QSize thumbnailSize(112, 64);
constexpr double ballRadius = 4;

/// Where a point of the plane lies in a thumbnail, with room for the ball above the highest.
struct Placing {
    insight::Range places;
    insight::Range values;

    QPointF operator()(double x, double value) const {
        constexpr double above = 2 * ballRadius;
        return {(x - places.low) / places.width() * thumbnailSize.width(),
                above + (values.high - value) / values.width() * (thumbnailSize.height() - above)};
    }
};

void drawCurve(QPainter& painter, const descent::Objective& objective, const Placing& place) {
    const auto curve = insight::sample(
        objective, {place.places, place.values, thumbnailSize.width(), thumbnailSize.height()});
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (std::isnan(curve[i - 1].value) || std::isnan(curve[i].value)) continue;
        painter.drawLine(place(curve[i - 1].x, curve[i - 1].value),
                         place(curve[i].x, curve[i].value));
    }
}

/// Its steps, those that can be told apart.
void drawTrail(QPainter& painter, const descent::Trajectory& run, const Placing& place) {
    constexpr double clear = 3;
    QPointF last = place(run.x(0), run.value(0));
    for (std::size_t n = 1; n < run.size(); ++n) {
        if (!place.places.contains(run.x(n)) || !place.values.contains(run.value(n))) continue;
        const QPointF step = place(run.x(n), run.value(n));
        if (QLineF(last, step).length() < clear) continue;
        painter.drawEllipse(step, 1.25, 1.25);
        last = step;
    }
}

/// The curve with the steps of all runners and the ball at its start.
QPixmap thumbnail(const session::Session& session, const plot::Theme& theme, qreal resolution) {
    QPixmap pixmap(thumbnailSize * resolution);
    pixmap.setDevicePixelRatio(resolution);
    pixmap.fill(theme.ground);
    const descent::Objective objective(session::valued(session));
    const Placing place{session.range, insight::fittingValues(objective, session.range)};
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.curve, 1.5));
    drawCurve(painter, objective, place);
    painter.setPen(Qt::NoPen);
    const descent::Objective costs(session::valued(session), session.settings.direction);
    for (std::size_t runner = session::runnerCount(session); runner-- > 0;) {
        const session::Session own = session::choosing(session, runner);
        painter.setBrush(theme.ofRunner(runner).trail);
        drawTrail(painter, descent::whole(costs, own.settings, own.initialGuess).trajectory, place);
    }
    const double x = session.initialGuess[0];
    painter.setBrush(theme.ball);
    painter.drawEllipse(place(x, objective.value(x)) - QPointF(0, ballRadius), ballRadius,
                        ballRadius);
    return pixmap;
}

constexpr int exampleRole = Qt::UserRole;

}  // namespace

Gallery::Gallery(std::vector<session::Example> examples, QWidget* parent)
    : QListWidget(parent), m_examples(std::move(examples)) {
    setWindowFlag(Qt::Popup);
    setAccessibleName(tr("Examples"));
    setIconSize(thumbnailSize);
    setWordWrap(true);
    setSpacing(3);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    connect(this, &QListWidget::itemEntered, this, [this](QListWidgetItem* item) {
        if (item->flags().testFlag(Qt::ItemIsEnabled)) setCurrentItem(item);
    });
    connect(this, &QListWidget::itemClicked, this, &Gallery::choose);
}

/// In the colours and letters of now.
void Gallery::fill() {
    clear();
    for (std::size_t i = 0; i < m_examples.size(); ++i) {
        if (i == 0 || m_examples[i].group != m_examples[i - 1].group)
            addHeading(m_examples[i].group);
        addExample(i);
        if (i == m_last) setCurrentRow(count() - 1);
    }
}

void Gallery::addHeading(const QString& group) {
    auto* heading = new QListWidgetItem(group, this);
    heading->setFlags(Qt::NoItemFlags);
    heading->setFont(look::letters(look::Letters::Heading, font()));
    heading->setForeground(look::roles().soft);
}

void Gallery::addExample(std::size_t example) {
    const auto& [group, title, lookFor, session] = m_examples[example];
    const plot::Theme theme = plot::Theme::matching(palette());
    auto* item = new QListWidgetItem(
        thumbnail(session, theme, devicePixelRatioF()),
        QStringLiteral("%1\n%2\n%3").arg(title, session.function.text(), lookFor), this);
    item->setData(exampleRole, QVariant::fromValue(example));
}

void Gallery::dropDownFrom(QPoint corner) {
    fill();
    const QRect room = screen()->availableGeometry();
    resize(std::min(520, room.width()), std::min(600, room.bottom() - corner.y() - 8));
    move(std::max(room.left(), corner.x() - width()), corner.y());
    show();
    setFocus();
}

void Gallery::keyPressEvent(QKeyEvent* event) {
    const bool accepts = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (accepts && currentItem()) {
        choose(currentItem());
    } else if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QListWidget::keyPressEvent(event);
    }
}

/// Row by row, past the headings, however high they are.
QModelIndex Gallery::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    switch (action) {
        case MoveUp:
            return nextExample(currentRow() - 1, -1);
        case MoveDown:
            return nextExample(currentRow() + 1, 1);
        case MoveHome:
            return nextExample(0, 1);
        case MoveEnd:
            return nextExample(count() - 1, -1);
        default:
            return QListWidget::moveCursor(action, modifiers);
    }
}

QModelIndex Gallery::nextExample(int row, int step) const {
    while (row >= 0 && row < count() && !item(row)->flags().testFlag(Qt::ItemIsEnabled))
        row += step;
    return row >= 0 && row < count() ? indexFromItem(item(row)) : QModelIndex();
}

void Gallery::choose(const QListWidgetItem* item) {
    if (!item->flags().testFlag(Qt::ItemIsEnabled)) return;
    m_last = item->data(exampleRole).value<std::size_t>();
    close();
    Q_EMIT chosen(m_last);
}

}  // namespace window
