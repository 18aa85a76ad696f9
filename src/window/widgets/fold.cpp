// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/fold.h"

#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "window/widgets/scrollcolumn.h"

namespace window {

Fold::Fold(ScrollColumn& column, QWidgetList cards, QTabWidget& charts)
    : QObject(&column),
      m_column(column),
      m_cards(std::move(cards)),
      m_charts(charts),
      m_page(new ScrollColumn(&column)) {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(column.widget()->layout()->spacing());
    layout->addStretch();
    m_page->setWidget(page);
    m_page->setObjectName(QStringLiteral("runPage"));
    m_page->hide();
    column.installEventFilter(this);
}

bool Fold::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_column && event->type() == QEvent::Resize) arrange();
    return false;
}

bool Fold::isFolded() const {
    return m_charts.indexOf(m_page) >= 0;
}

int Fold::needed() const {
    int height = m_charts.parentWidget()->minimumSizeHint().height();
    for (const QWidget* card : m_cards)
        height += card->sizeHint().height() + m_column.widget()->layout()->spacing();
    return height;
}

/// At rest between two heights, lest a longer text folds what a shorter one unfolds, and what is
/// spaced out again then.
void Fold::arrange() {
    const int rest = isFolded() ? 4 * m_charts.fontMetrics().height() : 0;
    if (!isFolded()) m_needed = needed();
    const bool fits = m_column.height() >= m_needed + rest;
    if (fits != isFolded()) return;
    Q_EMIT folded(!fits);
    if (fits) {
        const bool isStep = m_charts.currentWidget() == m_page;
        if (isStep && m_charts.indexOf(m_chart) >= 0) m_charts.setCurrentWidget(m_chart);
        moveCards(*m_column.widget());
        m_charts.removeTab(m_charts.indexOf(m_page));
        m_page->setParent(&m_column);
        m_page->hide();
        m_charts.setMinimumHeight(0);
    } else {
        const bool isUsual = m_charts.currentIndex() == 0;
        m_chart = m_charts.currentWidget();
        moveCards(*m_page->widget());
        m_charts.insertTab(0, m_page, tr("Step"));
        if (isUsual) m_charts.setCurrentIndex(0);
        m_charts.setMinimumHeight(m_charts.tabBar()->sizeHint().height() +
                                  2 * m_charts.fontMetrics().height());
    }
}

void Fold::moveCards(QWidget& page) {
    auto* layout = static_cast<QVBoxLayout*>(page.layout());
    for (int i = 0; i < m_cards.size(); ++i) layout->insertWidget(i, m_cards[i]);
}

}  // namespace window
