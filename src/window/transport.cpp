// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/transport.h"

#include <QAction>
#include <QEvent>
#include <QSignalBlocker>
#include <cmath>

#include "session/wording.h"
#include "ui_transport.h"
#include "window/icons.h"

namespace window {

Transport::Transport(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::Transport>()) {
    m_ui->setupUi(this);
    // Fixed widths, so that nothing moves while the numbers run.
    m_ui->counter->setMinimumWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("000,000→ / 000,000")));
    m_ui->speedText->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 steps/s").arg(1000)));
    connect(m_ui->timeline, &QSlider::valueChanged, this, [this](int place) {
        const double share = double(place) / m_ui->timeline->maximum();
        Q_EMIT positionChosen(share * static_cast<double>(m_player.steps()));
    });
    connect(m_ui->speed, &QSlider::valueChanged, this, [this](int hundredths) {
        const double speed = std::round(std::pow(10, hundredths / 100.0));
        showSpeed(speed);
        Q_EMIT speedChosen(speed);
    });
    const QSignalBlocker blocker(m_ui->speed);
    m_ui->speed->setValue(qRound(100 * std::log10(m_player.speed())));
    showSpeed(m_player.speed());
}

Transport::~Transport() = default;

void Transport::setCommands(const Commands& commands) {
    m_commands = commands;
    m_ui->first->setDefaultAction(commands.first);
    m_ui->back->setDefaultAction(commands.back);
    m_ui->play->setDefaultAction(commands.play);
    m_ui->forward->setDefaultAction(commands.forward);
    m_ui->last->setDefaultAction(commands.last);
    drawIcons();
}

void Transport::setPlayer(const Player& player) {
    const bool turned = player.playing() != m_player.playing();
    m_player = player;
    const double share =
        player.steps() == 0 ? 0 : player.position() / static_cast<double>(player.steps());
    {
        const QSignalBlocker blocker(m_ui->timeline);
        m_ui->timeline->setValue(static_cast<int>(std::lround(share * m_ui->timeline->maximum())));
    }
    const auto n = static_cast<std::int64_t>(player.position());
    const bool between = player.position() > static_cast<double>(n);
    m_ui->counter->setText(QStringLiteral("%1%2 / %3")
                               .arg(session::count(n), between ? QStringLiteral("→") : QString(),
                                    session::count(static_cast<std::int64_t>(player.steps()))));
    m_commands.first->setEnabled(player.position() > 0);
    m_commands.back->setEnabled(player.position() > 0);
    m_commands.forward->setEnabled(!player.atEnd());
    m_commands.last->setEnabled(!player.atEnd());
    m_commands.play->setEnabled(player.steps() > 0);
    if (turned) drawIcons();
}

void Transport::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_commands.play) drawIcons();
}

void Transport::drawIcons() {
    const bool playing = m_player.playing();
    m_commands.first->setIcon(icon(Symbol::First, palette()));
    m_commands.back->setIcon(icon(Symbol::Back, palette()));
    m_commands.play->setIcon(icon(playing ? Symbol::Pause : Symbol::Play, palette()));
    m_commands.forward->setIcon(icon(Symbol::Forward, palette()));
    m_commands.last->setIcon(icon(Symbol::Last, palette()));
    m_commands.play->setText(playing ? tr("&Pause") : tr("&Play"));
}

void Transport::showSpeed(double stepsPerSecond) {
    m_ui->speedText->setText(stepsPerSecond == 1 ? tr("1 step/s")
                                                 : tr("%1 steps/s").arg(stepsPerSecond));
}

}  // namespace window
