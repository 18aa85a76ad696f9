// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/gallery.h"

#include <QKeyEvent>
#include <QScreen>
#include <algorithm>
#include <utility>

#include "plot/look/theme.h"
#include "plot/paint/unbroken.h"
#include "window/look/look.h"
#include "window/panels/thumbnail.h"

namespace window {

namespace {

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
        QStringLiteral("%1\n%2\n%3").arg(title, session.function.text(), plot::unbroken(lookFor)),
        this);
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
