// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "model/player.h"

class QAction;

namespace Ui {
class Transport;
}

namespace window {

/// The bar that moves the ball through its run.
class Transport : public QWidget {
    Q_OBJECT

public:
    /// The commands of the Run menu that the buttons stand for.
    struct Commands {
        QAction* first;
        QAction* back;
        QAction* play;
        QAction* forward;
        QAction* last;
    };

    explicit Transport(QWidget* parent = nullptr);
    ~Transport() override;

    void setCommands(const Commands& commands);
    void setPlayer(const model::Player& player);

    /// Without the speed, which gives way where width is short.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void positionChosen(double position);
    void speedChosen(double stepsPerSecond);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWhatFits();
    /// In pixels, with these parts about the speed.
    int leastWidth(const QWidgetList& speed) const;
    void fitNumbers();
    void drawIcons();
    void giveMeanings();
    void moveBy(int action);
    void showPosition();
    QString step() const;
    void setSpeed(double stepsPerSecond);
    void showSpeed(double stepsPerSecond);

    std::unique_ptr<Ui::Transport> m_ui;
    Commands m_commands{};
    model::Player m_player;
};

}  // namespace window
