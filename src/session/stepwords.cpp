// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stepwords.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

#include "session/method.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

QString typeset(std::string_view formula, const TakenStep& step) {
    return typesetPart(formula, step.from, step.to, step.settings, step.digits);
}

/// Typeset text for where there is one kind of letters only: digits that are raised or lowered have
/// letters of their own, and nothing groups them.
QString plain(const QString& rich) {
    const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const QString lowered = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");
    const QString* digits = nullptr;
    QString text;
    for (qsizetype i = 0; i < rich.size(); ++i) {
        if (rich[i] == u'<') {
            const qsizetype end = rich.indexOf(u'>', i);
            const QStringView tag = QStringView(rich).mid(i + 1, end - i - 1);
            digits = tag == u"sub" ? &lowered : tag == u"sup" ? &raised : nullptr;
            i = end;
        } else if (!digits) {
            text += rich[i];
        } else if (rich[i].isDigit()) {
            text += (*digits)[rich[i].digitValue()];
        }
    }
    return text.replace(QLatin1String("&nbsp;"), QLatin1String(" "));
}

/// An addend behind others: "− 0.024".
QString added(double number, int digits) {
    const QString sign = number < 0 ? QStringLiteral("−") : QStringLiteral("+");
    return u' ' + sign + QStringLiteral("&nbsp;") + session::number(std::abs(number), digits);
}

bool ascends(const TakenStep& step) {
    return step.settings.direction == descent::Direction::Ascend;
}

/// "−α f′(x₅)".
QString plainStep(const TakenStep& step) {
    return (ascends(step) ? QStringLiteral("+") : QStringLiteral("−")) +
           typeset("{alpha} {g}", step);
}

/// "1/α".
QString curvature(const TakenStep& step) {
    const std::string_view formula =
        descent::curvatureName(step.settings.method, step.from, step.to);
    return (ascends(step) ? QStringLiteral("−") : QString()) + typeset(formula, step);
}

double lengthOf(const TakenStep& step) {
    return step.to.at[0] - step.from.at[0];
}

QString told(double value, const TakenStep& step) {
    return number(value, step.digits);
}

/// "%1 carried".
QString tellPart(descent::Origin origin) {
    switch (origin) {
        case descent::Origin::Memory:
            return Text::tr("%1 carried");
        case descent::Origin::Gradient:
            return Text::tr("%1 from the gradient here");
        case descent::Origin::Decay:
            return Text::tr("%1 decay");
    }
    Q_UNREACHABLE();
}

descent::StepParts partsOf(const TakenStep& step) {
    return descent::stepParts(step.settings, step.from, step.to);
}

}  // namespace

QString partName(descent::Origin origin) {
    switch (origin) {
        case descent::Origin::Memory:
            return Text::tr("carried");
        case descent::Origin::Gradient:
            return Text::tr("new");
        case descent::Origin::Decay:
            return Text::tr("decay");
    }
    Q_UNREACHABLE();
}

QString partLabel(const descent::PartName& part, const TakenStep& step) {
    constexpr qsizetype longest = 26;
    const QString formula = plain(typeset(part.formula, step));
    if (formula.size() <= longest) return partName(part.origin) + u' ' + formula;
    return Text::tr("%1, from %2").arg(partName(part.origin), plain(typeset(part.source, step)));
}

QString stepLabel(const TakenStep& step) {
    constexpr qsizetype longest = 24;
    QString label = plain(typesetStep(step.from, step.to, step.settings, step.digits)).trimmed();
    if (label.isEmpty() || label.size() > longest) return plain(typeset("{x'} − {x}", step));
    // A sign in front stands close.
    if (label.size() > 1 && label[1] == u' ') label.remove(1, 1);
    return label;
}

QString partsEquation(const TakenStep& step) {
    const descent::StepParts made = partsOf(step);
    QStringList lines;
    QString sum;
    for (const descent::StepParts::Part& part : made.parts) {
        sum += sum.isEmpty() ? told(part.length, step) : added(part.length, step.digits);
        sum += QStringLiteral("&nbsp;(%1)").arg(partName(part.origin));
    }
    if (!sum.isEmpty())
        lines += QStringLiteral("%1 = %2").arg(
            typeset("{x'} − {x}", step).replace(u' ', QLatin1String("&nbsp;")), sum);
    if (made.plain)
        lines += Text::tr("plain step: %1 = %2").arg(plainStep(step), told(*made.plain, step));
    return lines.join(QStringLiteral("<br>"));
}

QString parabolaEquation(const TakenStep& step) {
    const auto curved = partsOf(step).curvature;
    if (!curved) return {};
    return Text::tr("parabola: curvature %1 = %2").arg(curvature(step), told(*curved, step));
}

QString tellParts(const TakenStep& step) {
    const descent::StepParts made = partsOf(step);
    QStringList parts;
    for (const descent::StepParts::Part& part : made.parts)
        parts += tellPart(part.origin).arg(told(part.length, step));
    QStringList sentences;
    if (!parts.isEmpty())
        sentences += Text::tr("The step of %1 is made of %2.")
                         .arg(told(lengthOf(step), step), parts.join(QStringLiteral(", ")));
    if (made.plain)
        sentences += Text::tr("A plain step would be %1 instead of %2.")
                         .arg(told(*made.plain, step), told(lengthOf(step), step));
    if (!made.refused.empty())
        sentences += Text::tr("%n longer tries were refused.", nullptr,
                              howMany(static_cast<std::int64_t>(made.refused.size())));
    return sentences.join(u' ');
}

QString tellParabola(const TakenStep& step) {
    const auto curved = partsOf(step).curvature;
    if (!curved) return {};
    return Text::tr("The parabola through the ball with the curvature %1 has its vertex at x = %2.")
        .arg(told(*curved, step), told(step.to.at[0], step));
}

QString explainPart(const descent::StepParts::Part& part, const TakenStep& step) {
    const QString symbols = plain(typeset(part.formula, step));
    const QString length = told(part.length, step);
    const QString whole = told(lengthOf(step), step);
    switch (part.origin) {
        case descent::Origin::Memory:
            return Text::tr(
                       "Carried on from earlier gradients (%1): %2 of the step %3.\nDotted: "
                       "%4, before it shrank.")
                .arg(symbols, length, whole, told(part.before, step));
        case descent::Origin::Gradient:
            return Text::tr("What the gradient here adds (%1): %2 of the step %3.")
                .arg(symbols, length, whole);
        case descent::Origin::Decay:
            return Text::tr("The pull towards 0 (%1): %2 of the step %3.")
                .arg(symbols, length, whole);
    }
    Q_UNREACHABLE();
}

QString explainPlainStep(double length, const TakenStep& step) {
    return Text::tr("The step of plain gradient descent from here: %1 = %2.\n%3 takes %4.")
        .arg(plain(plainStep(step)), told(length, step), methodLabel(step.settings.method),
             told(lengthOf(step), step));
}

QString explainRefused(double x, double value, int digits) {
    return Text::tr("A try that was refused: x = %1, f = %2. The step was shortened.")
        .arg(number(x, digits), number(value, digits));
}

QString explainParabola(double curved, const TakenStep& step) {
    return Text::tr(
               "The parabola through the ball with the slope that the step takes and the "
               "curvature %1 = %2.\nIts vertex is where the step leads: x = %3.")
        .arg(plain(curvature(step)), told(curved, step), told(step.to.at[0], step));
}

}  // namespace session
