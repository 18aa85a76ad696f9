// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/fold.h"

#include <QApplication>
#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "window/look/look.h"
#include "window/widgets/scrollcolumn.h"

namespace window {

Fold::Fold(ScrollColumn& column, QWidgetList cards, QTabWidget& charts)
    : QObject(&column),
      m_column(column),
      m_content(column.widget()),
      m_cards(std::move(cards)),
      m_charts(charts),
      m_page(new QWidget(&column)) {
    auto* layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, look::near, 0, 0);
    layout->setSpacing(column.widget()->layout()->spacing());
    layout->addStretch();
    m_page->setObjectName(QStringLiteral("runPage"));
    m_page->hide();
    m_page->installEventFilter(this);
    column.installEventFilter(this);
    column.widget()->installEventFilter(this);
    connect(&charts, &QTabWidget::currentChanged, this, &Fold::fitCharts);
}

bool Fold::eventFilter(QObject* watched, QEvent* event) {
    const bool requested = event->type() == QEvent::LayoutRequest;
    if (watched == m_page && requested) fitCharts();
    if (watched == &m_column && event->type() == QEvent::Resize) arrange();
    if (watched == m_content && requested) arrangeSoon();
    return false;
}

/// Once all has its place: on the way there it may seem that there is no room.
void Fold::arrangeSoon() {
    if (std::exchange(m_arranging, true)) return;
    QTimer::singleShot(0, this, [this] {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_arranging = false;
        arrange();
    });
}

bool Fold::isFolded() const {
    return m_charts.indexOf(m_page) >= 0;
}

int Fold::heightOfCards() const {
    int height = 0;
    for (const QWidget* card : m_cards)
        height += card->sizeHint().height() + m_content->layout()->spacing();
    return height;
}

void Fold::measure() {
    if (!isFolded()) m_chartsLeast = m_charts.parentWidget()->minimumSizeHint().height();
    const int now = m_chartsLeast + heightOfCards() + (isFolded() ? m_spared : 0);
    m_needed = m_steady && isFolded() ? std::max(m_needed, now) : now;
}

/// At rest between two heights, lest a longer text folds what a shorter one unfolds, and what is
/// spaced out again then.
void Fold::arrange() {
    if (m_column.isHidden() || m_settling) return;
    measure();
    const int rest = isFolded() ? std::max(4 * m_charts.fontMetrics().height(), m_gained + 1) : 0;
    const bool fits = m_column.height() >= m_needed + rest;
    if (fits != isFolded()) return;
    if (fits) {
        unfold();
    } else {
        fold();
    }
}

void Fold::settle(int before) {
    m_settling = true;
    QTimer::singleShot(0, this, [this, before] {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        m_gained = m_column.height() - before;
        m_settling = false;
        arrange();
    });
}

void Fold::fold() {
    settle(m_column.height());
    const int before = heightOfCards();
    Q_EMIT folded(true);
    m_spared = before - heightOfCards();
    const bool isUsual = m_charts.currentIndex() == 0;
    m_chart = m_charts.currentWidget();
    moveCards(*m_page);
    m_charts.insertTab(0, m_page, tr("Step"));
    if (isUsual) m_charts.setCurrentIndex(0);
    fitCharts();
    m_column.setWhole(true);
}

void Fold::unfold() {
    Q_EMIT folded(false);
    const bool isStep = m_charts.currentWidget() == m_page;
    if (isStep && m_charts.indexOf(m_chart) >= 0) m_charts.setCurrentWidget(m_chart);
    moveCards(*m_content);
    m_charts.removeTab(m_charts.indexOf(m_page));
    m_page->setParent(&m_column);
    m_page->hide();
    m_charts.setMinimumHeight(0);
    m_column.setWhole(false);
}

void Fold::fitCharts() {
    if (!isFolded()) return;
    const int few = 2 * m_charts.fontMetrics().height();
    const bool shown = m_charts.currentWidget() == m_page;
    const int page = shown ? std::max(few, m_page->minimumSizeHint().height()) : few;
    m_charts.setMinimumHeight(m_charts.tabBar()->sizeHint().height() + page);
}

void Fold::moveCards(QWidget& page) {
    auto* layout = static_cast<QVBoxLayout*>(page.layout());
    for (int i = 0; i < m_cards.size(); ++i) layout->insertWidget(i, m_cards[i]);
}

}  // namespace window
