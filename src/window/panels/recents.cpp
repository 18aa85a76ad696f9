// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/recents.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace window {

Recents::Recents(QLineEdit* line, QWidget* above)
    : QObject(above), m_line(line), m_above(above), m_list(&m_shown) {
    m_list.setWidget(m_line);
    m_list.popup()->installEventFilter(this);
    m_list.popup()->setFrameStyle(QFrame::Box | QFrame::Plain);
    connect(&m_list, qOverload<const QModelIndex&>(&QCompleter::activated), this, &Recents::take);
}

void Recents::propose() {
    QStringList shown;
    for (const QString& text : m_texts) {
        if (text != m_line->text() && text.startsWith(m_line->text(), Qt::CaseInsensitive)) {
            shown += text;
        }
    }
    if (shown.isEmpty() || m_line->text().isEmpty()) {
        hide();
        return;
    }
    m_shown.clear();
    for (const QString& text : shown) m_shown.appendRow(new QStandardItem(text));
    auto* clear = new QStandardItem(tr("Clear recents"));
    QFont unlikeTheTexts = m_line->font();
    unlikeTheTexts.setItalic(true);
    clear->setFont(unlikeTheTexts);
    m_shown.appendRow(clear);
    const QPoint corner = m_line->mapFrom(m_above, m_above->rect().bottomLeft());
    m_list.complete(QRect(QPoint(0, 0), QPoint(m_line->width() - 1, corner.y())));
}

void Recents::hide() {
    m_list.popup()->hide();
}

void Recents::take(const QModelIndex& row) {
    if (isCommand(row)) {
        Q_EMIT clearWanted();
    } else {
        Q_EMIT chosen(row.data().toString());
    }
}

/// The completer gives each key to the line first, so that Enter would end the typing of a text in
/// whose place another one has been chosen; and what ends the typing closes the list.
bool Recents::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return false;
    const QModelIndex row = m_list.popup()->currentIndex();
    hide();
    if (row.isValid()) {
        take(row);
    } else {
        QCoreApplication::sendEvent(m_line, event);
    }
    return true;
}

}  // namespace window
