// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/shade.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace window {

Shade::Shade(QWidget* picture) : QWidget(picture), m_note(new QLabel(this)) {
    constexpr int pause = 600;  // milliseconds
    setObjectName(QStringLiteral("shade"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_note->setObjectName(QStringLiteral("staleNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setAutoFillBackground(true);
    m_note->setFrameShape(QFrame::Box);
    m_note->setMargin(fontMetrics().averageCharWidth());
    hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        fit();
        show();
    });
    picture->installEventFilter(this);
}

void Shade::setColours(const QColor& ground, const QColor& text) {
    m_ground = ground;
    QPalette colours = palette();
    colours.setColor(QPalette::Window, ground);
    colours.setColor(QPalette::WindowText, text);
    m_note->setPalette(colours);
    update();
}

void Shade::cover(const QString& note) {
    m_covers = true;
    await(note);
    update();
}

void Shade::await(const QString& note) {
    m_note->setText(note);
    m_note->setAccessibleName(note);
    if (isHidden()) m_pause.start();
}

void Shade::lift() {
    m_covers = false;
    m_pause.stop();
    hide();
}

bool Shade::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden()) fit();
    return QWidget::eventFilter(watched, event);
}

/// The note lies at the top, in the middle, as wide as it is or as there is room for; its letters
/// are smaller where that is too high.
void Shade::fit() {
    setGeometry(parentWidget()->rect());
    raise();
    const int margin = 2 * fontMetrics().height();
    const int room = std::max(1, width() - std::min(2 * margin, width() / 8));
    for (const double scale : {1.0, 0.85, 0.7, 0.55}) {
        QFont letters = font();
        letters.setPointSizeF(letters.pointSizeF() * scale);
        m_note->setFont(letters);
        m_note->setWordWrap(false);
        const bool wide = m_note->sizeHint().width() > room;
        m_note->setWordWrap(wide);
        const int width = wide ? room : m_note->sizeHint().width();
        const int height = wide ? m_note->heightForWidth(width) : m_note->sizeHint().height();
        const int top = std::clamp(this->height() - height, 0, margin / 2);
        m_note->setGeometry((this->width() - width) / 2, top, width, height);
        if (height <= this->height()) return;
    }
}

void Shade::paintEvent(QPaintEvent*) {
    constexpr float cover = 0.6F;
    QColor ground = m_ground;
    ground.setAlphaF(m_covers ? 1 : cover);
    QPainter(this).fillRect(rect(), ground);
}

}  // namespace window
