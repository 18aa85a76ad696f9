// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/transport.h"

#include <QAction>
#include <QEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <algorithm>
#include <cmath>

#include "session/wording/alttext.h"
#include "session/wording/wording.h"
#include "ui_transport.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

/// How long the timeline is at least, in knobs: as the window wants it, and on a screen that has no
/// room for that.
constexpr int usualKnobs = 8;
constexpr int fewestKnobs = 4;

}  // namespace

Transport::Transport(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::Transport>()) {
    m_ui->setupUi(this);
    fitNumbers();
    connect(m_ui->timeline, &QSlider::valueChanged, this, [this](int place) {
        const double share = double(place) / m_ui->timeline->maximum();
        Q_EMIT positionChosen(share * static_cast<double>(m_player.steps()));
    });
    connect(m_ui->speed, &QSlider::valueChanged, this, [this](int hundredths) {
        const double speed = std::round(std::pow(10, hundredths / 100.0));
        m_player.setSpeed(speed);
        showSpeed(speed);
        Q_EMIT speedChosen(speed);
    });
    connect(m_ui->timeline, &QSlider::actionTriggered, this, &Transport::moveBy);
    m_ui->counter->setAccessibleName(step());
    giveMeanings();
    setSpeed(m_player.speed());
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

void Transport::setPlayer(const model::Player& player) {
    const bool turned = player.playing() != m_player.playing();
    // Else the handle stays where it was put: many of its places mean one whole number.
    if (player.speed() != m_player.speed()) setSpeed(player.speed());
    m_player = player;
    showPosition();
    const auto n = static_cast<std::int64_t>(player.position());
    m_ui->counter->setText(QStringLiteral("%1 / %2").arg(
        session::count(n), session::count(static_cast<std::int64_t>(player.steps()))));
    fitNumbers();
    // The words of a label that runs would be announced with every frame.
    if (!player.playing() && m_ui->counter->accessibleName() != step()) {
        m_ui->counter->setAccessibleName(step());
    }
    m_commands.first->setEnabled(player.position() > 0);
    m_commands.back->setEnabled(player.position() > 0);
    m_commands.forward->setEnabled(!player.atEnd());
    m_commands.last->setEnabled(!player.atEnd());
    m_commands.play->setEnabled(player.steps() > 0);
    if (turned) drawIcons();
}

void Transport::showPosition() {
    const auto steps = static_cast<double>(m_player.steps());
    const double share = steps == 0 ? 0 : m_player.position() / steps;
    const int place = static_cast<int>(std::lround(share * m_ui->timeline->maximum()));
    const QSignalBlocker blocker(m_ui->timeline);
    if (m_player.playing()) {
        m_ui->timeline->moveHandle(place);
    } else {
        m_ui->timeline->setValue(place);
    }
}

/// The keys of the timeline go by steps of the run: one, or a tenth of all.
void Transport::moveBy(int action) {
    const double page = std::max(1.0, std::floor(static_cast<double>(m_player.steps()) / 10));
    switch (action) {
        case QAbstractSlider::SliderSingleStepAdd:
            m_commands.forward->trigger();
            break;
        case QAbstractSlider::SliderSingleStepSub:
            m_commands.back->trigger();
            break;
        case QAbstractSlider::SliderPageStepAdd:
            Q_EMIT positionChosen(std::floor(m_player.position()) + page);
            break;
        case QAbstractSlider::SliderPageStepSub:
            Q_EMIT positionChosen(std::ceil(m_player.position()) - page);
            break;
        default:
            return;
    }
    showPosition();
}

QString Transport::step() const {
    return session::tellStep(m_player.position(), static_cast<std::int64_t>(m_player.steps()));
}

void Transport::giveMeanings() {
    m_ui->timeline->setMeaning({[this] { return m_player.position(); },
                                [this] {
                                    return insight::Range{0, static_cast<double>(m_player.steps())};
                                },
                                [this](double position) { Q_EMIT positionChosen(position); },
                                [this] { return step(); }});
    m_ui->speed->setMeaning(
        {[this] { return std::round(std::pow(10, m_ui->speed->value() / 100.0)); },
         [] {
             return insight::Range{model::Player::slowest, model::Player::fastest};
         },
         [this](double speed) { m_ui->speed->setValue(qRound(100 * std::log10(speed))); },
         [this] { return m_ui->speedText->text(); }});
}

/// Widths that only grow, so that nothing moves to and fro while the numbers run.
void Transport::fitNumbers() {
    m_ui->timeline->setMinimumWidth(fewestKnobs * style()->pixelMetric(QStyle::PM_SliderLength));
    bool grown = false;
    const auto fit = [&grown](QLabel* label, const QString& text) {
        const int needed = label->fontMetrics().horizontalAdvance(text);
        if (needed <= label->minimumWidth()) return;
        label->setMinimumWidth(needed);
        grown = true;
    };
    fit(m_ui->counter, QStringLiteral("000 / 000"));
    fit(m_ui->counter, m_ui->counter->text());
    fit(m_ui->speedText, tr("%1 steps/s").arg(1000));
    if (grown) showWhatFits();
}

void Transport::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_ui->counter->setMinimumWidth(0);
        m_ui->speedText->setMinimumWidth(0);
        fitNumbers();
    }
    if (event->type() == QEvent::PaletteChange && m_commands.play) drawIcons();
}

/// The speed gives way where width is short, its words first: a timeline is for aiming at.
void Transport::showWhatFits() {
    const QWidgetList words{m_ui->speedLabel, m_ui->speedText};
    const bool slider = width() >= leastWidth({m_ui->speed});
    const bool all = width() >= leastWidth(QWidgetList{m_ui->speed} + words);
    m_ui->speed->setVisible(slider);
    for (QWidget* word : words) word->setVisible(all);
}

int Transport::leastWidth(const QWidgetList& speed) const {
    const QWidgetList always{m_ui->first, m_ui->back,     m_ui->play,   m_ui->forward,
                             m_ui->last,  m_ui->timeline, m_ui->counter};
    int width = -m_ui->row->spacing();
    width += (usualKnobs - fewestKnobs) * style()->pixelMetric(QStyle::PM_SliderLength);
    for (const QWidget* part : always + speed) {
        const int least = std::max(part->minimumWidth(), part->minimumSizeHint().width());
        width += least + m_ui->row->spacing();
    }
    return width;
}

QSize Transport::minimumSizeHint() const {
    return {leastWidth({}), QWidget::minimumSizeHint().height()};
}

void Transport::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showWhatFits();
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

void Transport::setSpeed(double stepsPerSecond) {
    const QSignalBlocker blocker(m_ui->speed);
    m_ui->speed->setValue(qRound(100 * std::log10(stepsPerSecond)));
    showSpeed(stepsPerSecond);
}

void Transport::showSpeed(double stepsPerSecond) {
    const int whole = qRound(stepsPerSecond);
    m_ui->speedText->setText(whole == stepsPerSecond ? tr("%n steps/s", nullptr, whole)
                                                     : tr("%1 steps/s").arg(stepsPerSecond));
}

}  // namespace window
