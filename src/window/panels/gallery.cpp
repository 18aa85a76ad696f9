// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/gallery.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <algorithm>
#include <cmath>

#include "descent/objective.h"
#include "insight/fitting.h"
#include "insight/landscape.h"
#include "plot/paint/theme.h"

namespace window {

namespace {

constexpr QSize thumbnailSize(112, 64);

/// The curve with the ball at its start.
QPixmap thumbnail(const session::Session& session, const plot::Theme& theme, qreal resolution) {
    QPixmap pixmap(thumbnailSize * resolution);
    pixmap.setDevicePixelRatio(resolution);
    pixmap.fill(theme.ground);
    const descent::Objective objective(session.function.analysis());
    const insight::Range values = insight::fittingValues(objective, session.range);
    const auto place = [&](double x, double value) {
        return QPointF((x - session.range.low) / session.range.width() * thumbnailSize.width(),
                       (values.high - value) / values.width() * thumbnailSize.height());
    };
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.curve, 1.5));
    const auto curve = insight::sample(
        objective, {session.range, values, thumbnailSize.width(), thumbnailSize.height()});
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (std::isnan(curve[i - 1].value) || std::isnan(curve[i].value)) continue;
        painter.drawLine(place(curve[i - 1].x, curve[i - 1].value),
                         place(curve[i].x, curve[i].value));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ball);
    const double x = session.initialGuess;
    painter.drawEllipse(place(x, objective.value(x)) - QPointF(0, 4), 4, 4);
    return pixmap;
}

}  // namespace

Gallery::Gallery(const std::vector<session::Example>& examples, QWidget* parent)
    : QListWidget(parent) {
    setWindowFlag(Qt::Popup);
    setAccessibleName(tr("Examples"));
    setIconSize(thumbnailSize);
    setWordWrap(true);
    setSpacing(3);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    const plot::Theme theme = plot::Theme::matching(palette());
    for (const session::Example& example : examples) {
        const session::Session& session = example.session;
        addItem(
            new QListWidgetItem(thumbnail(session, theme, devicePixelRatioF()),
                                QStringLiteral("%1\n%2\n%3")
                                    .arg(example.title, session.function.text(), example.lookFor)));
    }
    setCurrentRow(0);
    connect(this, &QListWidget::itemEntered, this,
            [this](QListWidgetItem* item) { setCurrentItem(item); });
    connect(this, &QListWidget::itemClicked, this, &Gallery::choose);
}

void Gallery::dropDownFrom(QPoint corner) {
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

void Gallery::choose(const QListWidgetItem* item) {
    close();
    Q_EMIT chosen(static_cast<std::size_t>(row(item)));
}

}  // namespace window
