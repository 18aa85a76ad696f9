// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/screenreadertext.h"

#include <QAccessible>
#include <QWidget>

#include "model/experiment.h"

namespace window {

ScreenReaderText::ScreenReaderText(QWidget* widget, Words words)
    : QObject(widget), m_words(std::move(words)) {
    constexpr int rest = 300;  // milliseconds
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &ScreenReaderText::announce);
}

const ScreenReaderText* ScreenReaderText::of(const QWidget& widget) {
    return widget.findChild<const ScreenReaderText*>({}, Qt::FindDirectChildrenOnly);
}

void ScreenReaderText::announce() {
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

void giveAccount(QWidget* picture, const model::Experiment& experiment,
                 std::function<QString(session::Moment moment)> words) {
    const auto told = [&experiment, words = std::move(words)](ScreenReaderText::Part part) {
        const session::Moment moment{experiment.trajectory(), experiment.session().settings,
                                     experiment.verdict(), experiment.position()};
        const auto steps = static_cast<std::int64_t>(experiment.player().steps());
        return part == ScreenReaderText::Part::Value ? session::tellStep(moment.position, steps)
                                                     : words(moment);
    };
    auto* account = new ScreenReaderText(picture, told);
    const auto changed = [account, &experiment] {
        experiment.player().playing() ? account->hold() : account->changed();
    };
    for (const auto signal :
         {&model::Experiment::positionChanged, &model::Experiment::runChanged,
          &model::Experiment::verdictChanged, &model::Experiment::playingChanged}) {
        QObject::connect(&experiment, signal, account, changed);
    }
}

}  // namespace window
