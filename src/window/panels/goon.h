// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "insight/verdict/verdict.h"

namespace window {

/// For a run that the limit of iterations has ended too soon for more words: a click doubles the
/// limit, up to what there is. In sight only where further steps would tell more.
class GoOn : public QToolButton {
    Q_OBJECT

public:
    explicit GoOn(QWidget* parent = nullptr);

    /// The run of this limit has ended so. One that is still under way changes nothing.
    void setVerdict(const insight::Verdict& verdict, std::int64_t maxIterations);

Q_SIGNALS:
    void maxIterationsChosen(std::int64_t iterations);

private:
    std::int64_t m_next = 0;  ///< the limit that a click chooses
};

}  // namespace window
