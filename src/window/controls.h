// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "session/session.h"

namespace Ui {
class Controls;
}

namespace window {

/// Everything about a run but its function: initial guess, learning rate, limit and direction.
class Controls : public QWidget {
    Q_OBJECT

public:
    explicit Controls(QWidget* parent = nullptr);
    ~Controls() override;

    void setSession(const session::Session& session);
    /// The slider of the initial guess spans what is in view.
    void setRange(core::Range range);

Q_SIGNALS:
    void initialGuessChosen(double x);
    void alphaChosen(double alpha);
    void maxIterationsChosen(std::int64_t iterations);
    void directionChosen(core::Direction direction);

private:
    std::unique_ptr<Ui::Controls> m_ui;
};

}  // namespace window
