// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "descent/schedule.h"
#include "window/widgets/twolinebox.h"

namespace window {

/// A list of all schedules of α, each with a line on what it does. One that is chosen again has the
/// keys that it had last.
class ScheduleChooser : public TwoLineBox {
    Q_OBJECT

public:
    explicit ScheduleChooser(QWidget* parent = nullptr);

    void setSchedule(const descent::Schedule& schedule);

Q_SIGNALS:
    void scheduleChosen(const descent::Schedule& schedule);

private:
    std::vector<descent::Schedule> m_schedules;  ///< with the keys that they had last
};

}  // namespace window
