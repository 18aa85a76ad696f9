// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/stepcard.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "descent/stepparts.h"
#include "plot/paint/tip.h"
#include "session/method.h"
#include "session/wording/planewording.h"
#include "session/wording/wording.h"
#include "window/look/look.h"
#include "window/panels/longstep.h"
#include "window/text/richtext.h"

namespace window {

namespace {

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

/// What the signs of a step with vectors mean.
QString tellOfVectors(const descent::Method& method) {
    QString words = StepCard::tr(
        "Bold letters are vectors, with a number for each variable: x is the place, ∇f(x) the "
        "gradient there, which points straight uphill.");
    if (std::holds_alternative<descent::Newton>(method)) {
        words += u' ' + StepCard::tr(
                            "H is the matrix of the second derivatives. |H| has the "
                            "sizes of its curvatures, each at least 10⁻⁶.");
    } else if (std::holds_alternative<descent::BarzilaiBorwein>(method)) {
        words += u' ' + StepCard::tr(
                            "Between bars stands a length; a dot between two vectors is "
                            "their scalar product.");
    } else if (descent::scales(method)) {
        words += u' ' + StepCard::tr(
                            "Squares, roots, sizes, signs and quotients are those of "
                            "each number by itself.");
    }
    return words;
}

}  // namespace

StepCard::StepCard(QWidget* parent) : TextCard(parent) {
    setLines(4);
    setSteady(true);
    look::setLetters(*this, look::Letters::Maths);
    setAccessibleName(tr("This step"));
    setVariables({QStringLiteral("x")});
}

void StepCard::setVariables(const QStringList& variables) {
    if (std::exchange(m_variables, variables).size() != variables.size()) forgetHeight();
    explain();
}

void StepCard::explain() {
    setToolTip(plot::wrapped(
        isPlane() ? tellOfVectors(m_method)
                  : inVariable(tr("Each step goes against the slope: x moves by −α times f′(x). "
                                  "The steeper, the farther."))));
}

QString StepCard::inVariable(const QString& text) const {
    return isPlane() ? text : session::inVariable(text, m_variables.front());
}

/// Of a run without a step.
QString StepCard::start(const descent::Step& only) const {
    const auto worded = [this](double value) { return session::number(value, m_digits); };
    if (!isPlane())
        return inVariable(
            tr("%1&nbsp;=&nbsp;%2<br><i>f</i>&nbsp;=&nbsp;%3, <i>f</i>′&nbsp;=&nbsp;%4<br>"
               "No step was taken.")
                .arg(QStringLiteral("<i>x</i><sub>0</sub>"), worded(only.at[0]), worded(only.value),
                     worded(only.gradient[0])));
    return tr("%1&nbsp;=&nbsp;%2<br><i>f</i>&nbsp;=&nbsp;%3<br>∇<i>f</i>&nbsp;=&nbsp;%4<br>"
              "No step was taken.")
        .arg(QStringLiteral("<b>x</b><sub>0</sub>"), session::vectorText(only.at, m_digits),
             worded(only.value), session::vectorText(only.gradient, m_digits));
}

QString StepCard::equation(const session::TakenStep& step) const {
    QStringList lines{
        session::stepEquation(step.from, step.to, step.settings, m_digits, m_variables)};
    if (!isPlane()) lines += session::partsEquation(step);
    if (!isPlane() && m_parabola) lines += session::parabolaEquation(step);
    lines.removeAll(QString());
    return inVariable(lines.join(QStringLiteral("<br>")));
}

/// As the card shows it.
QString StepCard::setEquation(const session::TakenStep& step) const {
    return hanging(typeset(equation(step)), 2 * fontMetrics().horizontalAdvance(QLatin1Char('=')));
}

StepCard::Kind StepCard::kindOf(const descent::Settings& settings) const {
    return {settings.method.index(),
            settings.noise.sigma > 0,
            settings.schedule != descent::Schedule(),
            m_parabola,
            m_digits,
            m_variables};
}

void StepCard::reserve(const descent::Settings& settings) {
    if (const Kind kind = kindOf(settings); std::exchange(m_kind, kind) == kind) return;
    const auto variables = static_cast<std::size_t>(m_variables.size());
    m_longest.clear();
    constexpr double longDecimal = 1e-4;  // 0.000123457
    constexpr double atTolerance = 1e-7;
    for (const double length : {longDecimal, atTolerance}) {
        for (const auto [first, second] : {std::pair(1, 1), {-1, 1}, {1, -1}}) {
            const LongStep step = longStep(settings, variables, {length, first, second});
            m_longest += setEquation({step.from, step.to, step.settings, m_digits});
        }
    }
    TextCard::reserve(m_reserving ? m_longest : QStringList());
}

void StepCard::setReserving(bool reserving) {
    if (std::exchange(m_reserving, reserving) == reserving) return;
    TextCard::reserve(m_reserving ? m_longest : QStringList());
}

void StepCard::showStep(const descent::Trajectory& trajectory, const descent::Settings& settings,
                        double position) {
    m_heading = tr("Step");
    if (std::exchange(m_method, settings.method).index() != m_method.index()) {
        forgetHeight();
        explain();
    }
    reserve(settings);
    // Of a function with another number of variables there is a run in a moment.
    if (trajectory.empty() || static_cast<qsizetype>(trajectory.variables()) != m_variables.size())
        return setText({});
    if (trajectory.size() == 1) return setText(typeset(start(trajectory[0])));
    const std::size_t last = trajectory.size() - 1;
    const std::size_t to = std::min(static_cast<std::size_t>(position) + 1, last);
    m_heading = tr("Step %1 → %2")
                    .arg(session::count(static_cast<std::int64_t>(to - 1)),
                         session::count(static_cast<std::int64_t>(to)));
    const descent::State before = trajectory.state(to - 1);
    const descent::State after = trajectory.state(to);
    setText(setEquation({before, after, settings, m_digits}));
}

}  // namespace window
