// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/faultnote.h"

#include <QEvent>

#include "window/widgets/icons.h"

namespace window {

FaultNote::FaultNote(QWidget* field, QWidget* row) : QLabel(row), m_field(field), m_row(row) {
    constexpr int room = 3;  // pixels around the text
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    setMargin(room);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::WindowText);
    hide();
}

void FaultNote::tell(const QString& fault) {
    setText(fault);
    if (fault.isEmpty()) {
        hide();
        return;
    }
    QPalette colours = m_row->palette();
    colours.setColor(QPalette::WindowText, faultColour(colours));
    setPalette(colours);
    setFont(m_row->font());
    if (parentWidget() != m_row->window()) setParent(m_row->window());
    for (QWidget* holder = m_row; holder != parentWidget(); holder = holder->parentWidget()) {
        holder->installEventFilter(this);
    }
    place();
    show();
    raise();
}

void FaultNote::place() {
    const int below = m_field->mapTo(m_row, QPoint(0, m_field->height())).y();
    const QPoint corner = m_row->mapTo(parentWidget(), QPoint(0, below));
    setGeometry({corner, QSize(m_row->width(), heightForWidth(m_row->width()))});
}

bool FaultNote::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    const bool moves = type == QEvent::Move || type == QEvent::Resize;
    if (moves && isVisible()) place();
    if (type == QEvent::Hide && !m_row->isVisible()) hide();
    return QLabel::eventFilter(watched, event);
}

}  // namespace window
