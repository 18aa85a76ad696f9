// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/legendcard.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

LegendCard::LegendCard(QWidget* picture) : QWidget(picture) {
    setObjectName(QStringLiteral("legendCard"));
    setAccessibleName(tr("Legend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    picture->installEventFilter(this);
    hide();
}

void LegendCard::showLegend(const std::vector<plot::LegendEntry>& legend,
                            const plot::Theme& theme) {
    m_caption = plot::Caption(theme);
    m_caption.setLegend(legend);
    QStringList words;
    for (const plot::LegendEntry& entry : legend) words += entry.text;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    fit();
    setVisible(!legend.empty());
    update();
}

/// No wider than its rows need.
void LegendCard::fit() {
    const int most = std::max(1, parentWidget()->width() - 2 * look::inset);
    const double height = m_caption.height(most);
    int width = most;
    while (width > look::inset && m_caption.height(width - look::near) <= height)
        width -= look::near;
    const int whole = static_cast<int>(std::ceil(height)) + look::gap;
    setGeometry(parentWidget()->width() - look::inset - width, look::inset, width, whole);
    raise();
}

bool LegendCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden()) fit();
    return QWidget::eventFilter(watched, event);
}

void LegendCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const plot::Roles roles = look::roles();
    look::drawBox(painter, rect(), look::corner, roles.card, roles.line);
    m_caption.paint(painter, width());
}

}  // namespace window
