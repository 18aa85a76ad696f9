// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/schedulechooser.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/methodwords.h"

namespace window {

namespace {

QString typeset(const descent::Schedule& schedule) {
    return QString::fromStdString(std::string(descent::formulaOf(schedule)));
}

}  // namespace

ScheduleChooser::ScheduleChooser(QWidget* parent)
    : TwoLineBox(parent), m_schedules(descent::schedules()) {
    setObjectName(QStringLiteral("schedule"));
    setAccessibleName(tr("Schedule of the learning rate"));
    for (const descent::Schedule& schedule : m_schedules)
        addEntry(session::scheduleLabel(schedule), session::scheduleTip(schedule));
    connect(this, &QComboBox::activated, this,
            [this](int row) { Q_EMIT scheduleChosen(m_schedules[static_cast<std::size_t>(row)]); });
}

void ScheduleChooser::setSchedule(const descent::Schedule& schedule) {
    const auto own = std::ranges::find(m_schedules, schedule.index(), &descent::Schedule::index);
    *own = schedule;
    setCurrentIndex(static_cast<int>(own - m_schedules.begin()));
    setToolTip(plot::wrapped(
        descent::isConstant(schedule)
            ? tr("How the learning rate changes over the run. Constant: α stays as it is.")
            : tr("How the learning rate changes over the run. %1 At the step from iteration t it "
                 "is %2.")
                  .arg(session::scheduleTip(schedule), typeset(schedule))));
}

}  // namespace window
