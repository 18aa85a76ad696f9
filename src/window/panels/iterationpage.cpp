// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/iterationpage.h"

#include <QLabel>

#include "window/panels/iterationtable.h"

namespace window {

IterationPage::IterationPage(QWidget* parent) : QWidget(parent), m_note(new QLabel(this)) {
    m_note->setObjectName(QStringLiteral("digitsNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(2);
    m_note->hide();
}

void IterationPage::setTable(IterationTable& table) {
    m_table = &table;
    connect(m_table, &IterationTable::fitted, this, &IterationPage::arrange);
    arrange();
}

QSize IterationPage::minimumSizeHint() const {
    return m_table ? m_table->minimumSizeHint() : QSize();
}

void IterationPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_table) arrange();
}

void IterationPage::arrange() {
    const int shown = m_table->digitsShown();
    const int wanted = m_table->digits();
    m_note->setText(
        tr("Room for %1 of %n digits. Widen this panel for more.", nullptr, wanted).arg(shown));
    m_note->setVisible(shown < wanted);
    const int below = shown < wanted ? m_note->heightForWidth(width()) : 0;
    m_note->setGeometry(0, height() - below, width(), below);
    m_table->setGeometry(0, 0, width(), m_table->wholeRows(height() - below));
}

}  // namespace window
