// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/race/racetable.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

#include "plot/look/runnerlook.h"
#include "window/look/look.h"
#include "window/look/shapes.h"

namespace window {

namespace {

constexpr int mark = 12;  ///< side of what shows whose row it is
constexpr int sign = 12;  ///< side of what shows how it stands

/// In the colours of a row that is marked or not.
QColor inkOf(const QStyleOptionViewItem& option, bool soft) {
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (selected) return option.palette.color(group, QPalette::HighlightedText);
    return soft ? look::roles().soft : option.palette.color(group, QPalette::Text);
}

}  // namespace

int RaceCell::widthBeside(int column) {
    const int beside = column == RaceModel::Runner    ? mark + look::near
                       : column == RaceModel::Outcome ? sign + look::near
                                                      : 0;
    constexpr int slack = 2;  // widths are rounded
    return beside + 2 * look::near + slack;
}

void RaceCell::paint(QPainter* painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    item.state &= ~QStyle::State_HasFocus;
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const auto& race = static_cast<const RaceModel&>(*index.model());
    QRect room = item.rect.adjusted(look::near, 0, -look::near, 0);
    room.setHeight(std::min(room.height(), item.fontMetrics.lineSpacing() + 4));
    const QPointF beside(room.left() + mark / 2.0, room.center().y() + 0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.column() == RaceModel::Runner) {
        plot::paintRunnerMark(*painter, beside, 0.4 * mark, race.runnerAt(index.row()), m_theme);
        room.setLeft(room.left() + mark + look::near);
    }
    if (index.column() == RaceModel::Outcome) {
        const QRectF place(beside - QPointF(sign, sign) / 2, QSizeF(sign, sign));
        if (const auto ending = race.endingAt(index.row()))
            look::drawEnding(*painter, place, *ending);
        room.setLeft(room.left() + sign + look::near);
    }
    painter->setFont(item.font);
    painter->setPen(inkOf(item, false));
    painter->drawText(room, static_cast<int>(item.displayAlignment) | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

RaceTable::RaceTable(QWidget* parent) : QTableView(parent) {
    setObjectName(QStringLiteral("race"));
    setModel(&m_model);
    setItemDelegate(&m_cell);
    setAccessibleName(tr("Race"));
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setHighlightSections(false);
    setSortingEnabled(true);
    sortByColumn(RaceModel::Place, Qt::AscendingOrder);
    setTerse(true);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        markChosen();
        fitColumns();
    });
    connect(this, &QTableView::clicked, this, &RaceTable::pick);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (hasFocus()) pick(current);
            });
}

void RaceTable::setTheme(const plot::Theme& theme) {
    m_digits = theme.digits;
    m_cell.setTheme(theme);
    fitColumns();
}

void RaceTable::setRace(const session::Session& session, const std::vector<session::Racer>& race,
                        bool veiled) {
    m_chosen = session.chosen;
    m_model.setRace(session, race, veiled, m_digits);
    markChosen();
    viewport()->update();
}

void RaceTable::offerOrders(QMenu& menu) {
    for (int column = 0; column < RaceModel::Columns; ++column) {
        menu.addAction(RaceModel::heading(static_cast<RaceModel::Column>(column)), this,
                       [this, column] { sortByColumn(column, Qt::AscendingOrder); });
    }
}

void RaceTable::pick(const QModelIndex& index) {
    if (!index.isValid() || m_model.runnerAt(index.row()) == m_chosen) return;
    Q_EMIT runnerPicked(m_model.runnerAt(index.row()));
}

/// What is sorted anew keeps the runner marked that is chosen.
void RaceTable::markChosen() {
    const int row = m_model.rowOf(m_chosen);
    if (row >= m_model.rowCount()) return;
    setCurrentIndex(m_model.index(row, RaceModel::Runner));
    scrollTo(currentIndex());
}

int RaceTable::widthNeeded(int column) const {
    constexpr int arrow = 10;
    const QHeaderView& header = *horizontalHeader();
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int widest = header.fontMetrics().horizontalAdvance(title) + 2 * look::near +
                 (header.sortIndicatorSection() == column ? arrow : 0);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString text = m_model.index(row, column).data().toString();
        widest =
            std::max(widest, fontMetrics().horizontalAdvance(text) + RaceCell::widthBeside(column));
    }
    return widest;
}

int RaceTable::widthNeeded() const {
    int sum = 0;
    for (int column = 0; column < RaceModel::Columns; ++column) sum += widthNeeded(column);
    return sum;
}

void RaceTable::setTerse(bool terse) {
    m_model.setTerse(terse);
    setColumnHidden(RaceModel::Outcome, terse);
    setColumnHidden(RaceModel::Words, terse);
    verticalHeader()->setDefaultSectionSize((terse ? 2 : 1) * lineHeight());
}

/// All in one line where there is room.
void RaceTable::fitColumns() {
    m_model.setTerse(false);
    m_model.setDigits(m_digits);
    m_model.setBrief(false);
    spare(std::nullopt);
    setTerse(widthNeeded() > viewport()->width());
    if (isTerse()) giveWay();
    const int room = roomForName();
    for (int column = 0; column < RaceModel::Columns; ++column)
        if (column != RaceModel::Runner) setColumnWidth(column, widthNeeded(column));
    if (isTerse()) {
        setColumnWidth(RaceModel::Runner, room);
    } else {
        setColumnWidth(RaceModel::Runner, widthNeeded(RaceModel::Runner));
        const int spare = room - columnWidth(RaceModel::Runner);
        setColumnWidth(RaceModel::Words, columnWidth(RaceModel::Words) + spare);
    }
    viewport()->update();
}

/// First the values of f get fewer digits; then the names are brief; then a column gives way.
void RaceTable::giveWay() {
    if (shortenValues()) return;
    m_model.setBrief(true);
    if (shortenValues()) return;
    spare(m_model.leastWanted());
    m_model.setBrief(false);
    if (shortenValues()) return;
    m_model.setBrief(true);
    shortenValues();
}

void RaceTable::spare(std::optional<RaceModel::Column> column) {
    m_model.setSpared(column);
    for (const auto other : {RaceModel::Evaluations, RaceModel::Value})
        setColumnHidden(other, column == other);
}

/// What is left for the names of the runners.
int RaceTable::roomForName() const {
    int room = viewport()->width();
    for (int column = 0; column < RaceModel::Columns; ++column) {
        const bool takes = !isColumnHidden(column) && column != RaceModel::Runner;
        if (takes) room -= widthNeeded(column);
    }
    return room;
}

/// As many digits of f as leave room for the names; false where there is none.
bool RaceTable::shortenValues() {
    constexpr int fewestDigits = 4;
    const int needed = widthNeeded(RaceModel::Runner);
    for (int digits = m_digits; digits >= fewestDigits; --digits) {
        m_model.setDigits(digits);
        if (roomForName() >= needed) return true;
    }
    return roomForName() >= needed;
}

/// The second lines, each over all columns.
void RaceTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (!isTerse()) return;
    QPainter painter(viewport());
    for (int row = 0; row < m_model.rowCount(); ++row) paintWords(painter, row);
}

void RaceTable::paintWords(QPainter& painter, int row) const {
    const bool isUnfinished = m_model.isUnfinishedAt(row);
    const int indent = look::near + (isUnfinished ? 0 : columnViewportPosition(RaceModel::Runner));
    QRect room(indent, rowViewportPosition(row) + lineHeight() - 2,
               viewport()->width() - indent - look::near, lineHeight());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state.setFlag(QStyle::State_Selected,
                         selectionModel()->isRowSelected(row, QModelIndex()));
    option.state.setFlag(QStyle::State_Active, isActiveWindow());
    if (const auto ending = m_model.endingAt(row)) {
        const QRectF place(room.left(), room.center().y() - sign / 2.0, sign, sign);
        look::drawEnding(painter, place, *ending);
    }
    room.setLeft(room.left() + mark + look::near);
    const QString words =
        isUnfinished ? tr("Unfinished: %1").arg(m_model.wordsAt(row)) : m_model.wordsAt(row);
    painter.setFont(look::letters(look::Letters::Note, font()));
    painter.setPen(inkOf(option, true));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
}

/// The scroll bars come to lie above all else.
void RaceTable::updateGeometries() {
    QTableView::updateGeometries();
    m_ring->raise();
}

void RaceTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void RaceTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitColumns();
}

/// Another button asks for a menu, and chooses nothing by itself.
void RaceTable::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) QTableView::mousePressEvent(event);
}

}  // namespace window
