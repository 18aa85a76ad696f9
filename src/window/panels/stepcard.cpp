// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/stepcard.h"

#include <algorithm>

#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/stepwords.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/text/richtext.h"

namespace window {

namespace {

QString iterate(std::size_t n) {
    return QStringLiteral("<i>x</i><sub>%1</sub>")
        .arg(session::count(static_cast<std::int64_t>(n)));
}

/// Each line as a paragraph whose later lines, where it has to be broken, stand in from the first.
QString hanging(const QString& lines, int by) {
    QString paragraphs;
    for (const QString& line : lines.split(QStringLiteral("<br>"))) {
        paragraphs +=
            QStringLiteral("<p style='margin:0; margin-left:%1px; text-indent:-%1px'>%2</p>")
                .arg(QString::number(by), line);
    }
    return paragraphs;
}

}  // namespace

StepCard::StepCard(QWidget* parent) : TextCard(parent) {
    setLines(4);
    look::setLetters(*this, look::Letters::Maths);
    setAccessibleName(tr("This step"));
    setVariable(m_variable);
}

void StepCard::setVariable(const QString& variable) {
    m_variable = variable;
    setToolTip(plot::wrapped(session::inVariable(
        tr("Each step goes against the slope: x moves by −α times f′(x). The steeper, the "
           "farther."),
        variable)));
}

void StepCard::showStep(const descent::Trajectory& trajectory, const descent::Settings& settings,
                        double position) {
    m_heading = tr("Step");
    const auto method = settings.method.index();
    if (std::exchange(m_method, method) != method) forgetHeight();
    if (trajectory.empty()) {
        setText({});
        return;
    }
    if (trajectory.size() == 1) {
        const descent::Step only = trajectory[0];
        const QString text =
            tr("%1&nbsp;=&nbsp;%2<br><i>f</i>&nbsp;=&nbsp;%3, <i>f</i>′&nbsp;=&nbsp;%4<br>"
               "No step was taken.")
                .arg(iterate(0), session::number(only.at[0], m_digits),
                     session::number(only.value, m_digits),
                     session::number(only.gradient[0], m_digits));
        setText(typeset(session::inVariable(text, m_variable)));
        return;
    }
    const std::size_t last = trajectory.size() - 1;
    const std::size_t to = std::min(static_cast<std::size_t>(position) + 1, last);
    m_heading = tr("Step %1 → %2")
                    .arg(session::count(static_cast<std::int64_t>(to - 1)),
                         session::count(static_cast<std::int64_t>(to)));
    const descent::State before = trajectory.state(to - 1);
    const descent::State after = trajectory.state(to);
    const session::TakenStep step{before, after, settings, m_digits};
    QStringList lines{session::stepEquation(before, after, settings, m_digits),
                      session::partsEquation(step)};
    if (m_parabola) lines += session::parabolaEquation(step);
    lines.removeAll(QString());
    const QString equation = session::inVariable(lines.join(QStringLiteral("<br>")), m_variable);
    setText(hanging(typeset(equation), 2 * fontMetrics().horizontalAdvance(QLatin1Char('='))));
}

}  // namespace window
