// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/constants/variablechips.h"

#include <QHBoxLayout>
#include <QMenu>
#include <utility>

#include "descent/point.h"
#include "plot/paint/tip.h"
#include "session/wording/slicewording.h"
#include "window/look/look.h"

namespace window {

VariableChips::VariableChips(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("variables"));
    setAccessibleName(tr("Variables"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* line = new QHBoxLayout(this);
    look::space(*line, 0, look::near / 2);
    for (std::size_t i = 0; i < descent::mostVariables; ++i) addChip();
    hide();
}

void VariableChips::addChip() {
    auto* chip = new QToolButton(this);
    auto* menu = new QMenu(chip);
    const auto place = static_cast<std::size_t>(m_chips.size());
    menu->setToolTipsVisible(true);
    menu->addAction(QString(), this, [this, place] { Q_EMIT constantWanted(m_names[place]); });
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::TabFocus);
    connect(chip, &QToolButton::clicked, menu, [chip, menu] {
        menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
        menu->setActiveAction(menu->actions().constFirst());
    });
    layout()->addWidget(chip);
    m_chips += chip;
}

void VariableChips::setVariables(const std::vector<std::string>& names) {
    if (m_names == names) return;
    m_names = names;
    for (std::size_t i = 0; i < names.size(); ++i)
        nameChip(*m_chips[static_cast<qsizetype>(i)], names[i]);
    showChips();
}

void VariableChips::setSpared(bool isSpared) {
    if (std::exchange(m_isSpared, isSpared) != isSpared) showChips();
}

void VariableChips::showChips() {
    const bool shows = m_names.size() > 1 && !m_isSpared;
    const qsizetype count = shows ? static_cast<qsizetype>(m_names.size()) : 0;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    for (qsizetype i = 0; i < m_chips.size(); ++i) m_chips[i]->setVisible(i < count);
    setVisible(shows);
    if (hadFocus && !shows) Q_EMIT focusGone();
}

/// It shows the name as formulas do, and says it as it is typed.
void VariableChips::nameChip(QToolButton& chip, const std::string& variable) {
    const QString name = session::variableName(variable);
    const QString typed = QString::fromStdString(variable);
    const QString tip =
        tr("%1 varies. As a constant it keeps the value that it has at the start.").arg(name);
    QAction& entry = *chip.findChild<QMenu*>()->actions().constFirst();
    entry.setText(tr("Hold %1 &constant").arg(name));
    entry.setToolTip(plot::wrapped(tip));
    chip.setText(tr("%1 ▾").arg(name));
    chip.setObjectName(QStringLiteral("variable_%1").arg(typed));
    chip.setAccessibleName(tr("Variable %1").arg(typed));
    chip.setToolTip(plot::wrapped(tip));
}

}  // namespace window
