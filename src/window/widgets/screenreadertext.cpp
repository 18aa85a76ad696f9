// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/screenreadertext.h"

#include <QAccessible>
#include <QWidget>

#include "model/experiment.h"

namespace window {

Account::Account(QWidget* widget, Words words) : QObject(widget), m_words(std::move(words)) {
    constexpr int rest = 300;  // milliseconds
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &Account::announce);
}

const Account* Account::of(const QWidget& widget) {
    return widget.findChild<const Account*>({}, Qt::FindDirectChildrenOnly);
}

void Account::announce() {
    const auto& widget = *static_cast<const QWidget*>(parent());
    if (!widget.isVisible()) return;
    const QString words = m_words(Part::Text);
    if (std::exchange(m_announced, words) == words) return;
    for (const auto type : {QAccessible::NameChanged, QAccessible::DescriptionChanged}) {
        QAccessibleEvent event(parent(), type);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT announced(words);
}

void giveAccount(QWidget* picture, const Experiment& experiment,
                 std::function<QString(session::Moment moment)> words) {
    const auto told = [&experiment, words = std::move(words)](Account::Part part) {
        const session::Moment moment{experiment.trajectory(), experiment.session().settings,
                                     experiment.verdict(), experiment.player().position()};
        const auto steps = static_cast<std::int64_t>(experiment.player().steps());
        return part == Account::Part::Value ? session::tellStep(moment.position, steps)
                                            : words(moment);
    };
    auto* account = new Account(picture, told);
    const auto changed = [account, &experiment] {
        experiment.player().playing() ? account->hold() : account->changed();
    };
    for (const auto signal : {&Experiment::positionChanged, &Experiment::runChanged,
                              &Experiment::verdictChanged, &Experiment::playingChanged}) {
        QObject::connect(&experiment, signal, account, changed);
    }
}

}  // namespace window
