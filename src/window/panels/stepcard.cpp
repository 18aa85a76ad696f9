// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/stepcard.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/wording.h"
#include "window/widgets/richtext.h"

namespace window {

namespace {

QString iterate(std::size_t n) {
    return QStringLiteral("<i>x</i><sub>%1</sub>")
        .arg(session::count(static_cast<std::int64_t>(n)));
}

QString inBrackets(double value, int digits) {
    const QString text = session::number(value, digits);
    return value < 0 ? QStringLiteral("(%1)").arg(text) : text;
}

/// "0.02 · 3.5 = ..." with room around the signs that a line break may not use.
QString equation(const descent::Step& from, const descent::Step& to,
                 const descent::Settings& settings, int digits) {
    const auto number = [=](double value) { return session::number(value, digits); };
    const bool descends = settings.direction == descent::Direction::Descend;
    const QString sign = descends ? QStringLiteral("−") : QStringLiteral("+");
    const auto n = static_cast<std::size_t>(from.iteration);
    return QStringLiteral(
               "%1&nbsp;=&nbsp;%2 %3&nbsp;<i>α</i>&nbsp;<i>f</i>′(%2)<br>"
               "&nbsp;&nbsp;&nbsp;=&nbsp;%4 %3&nbsp;%5&nbsp;·&nbsp;%6<br>"
               "&nbsp;&nbsp;&nbsp;=&nbsp;<b>%7</b><br>"
               "<i>f</i>: %8 →&nbsp;%9")
        .arg(iterate(n + 1), iterate(n), sign, number(from.at[0]), number(settings.alpha),
             inBrackets(from.gradient[0], digits), number(to.at[0]), number(from.value),
             number(to.value));
}

}  // namespace

StepCard::StepCard(QWidget* parent) : TextCard(parent) {
    setLines(5);
    setAccessibleName(tr("This step"));
    setToolTip(plot::wrapped(tr(
        "Each step goes against the slope: x moves by −α times f′(x). The steeper, the farther.")));
}

void StepCard::showStep(const descent::Trajectory& trajectory, const descent::Settings& settings,
                        double position) {
    if (trajectory.empty()) {
        setText({});
        return;
    }
    if (trajectory.size() == 1) {
        const descent::Step only = trajectory[0];
        setText(
            typeset(tr("%1&nbsp;=&nbsp;%2<br><i>f</i>&nbsp;=&nbsp;%3, <i>f</i>′&nbsp;=&nbsp;%4<br>"
                       "No step was taken.")
                        .arg(iterate(0), session::number(only.at[0], m_digits),
                             session::number(only.value, m_digits),
                             session::number(only.gradient[0], m_digits))));
        return;
    }
    const std::size_t last = trajectory.size() - 1;
    const std::size_t to = std::min(static_cast<std::size_t>(position) + 1, last);
    setText(typeset(equation(trajectory[to - 1], trajectory[to], settings, m_digits)));
}

}  // namespace window
