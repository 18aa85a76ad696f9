// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/text/functiontext.h"

#include <QCoreApplication>
#include <QStringList>

#include "formula/writing/printer.h"
#include "session/wording/wording.h"
#include "window/text/richtext.h"

namespace window {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FunctionText)
};

/// In nodes written out, of all parts together: more would fill the screen.
constexpr std::size_t largestPlain = 1500;

QStringList typesetNames(const std::vector<std::string>& names) {
    QStringList all;
    for (const std::string& name : names) all += session::typesetName(name);
    return all;
}

QString plainOf(const formula::Formula& formula, std::size_t largest) {
    return formula.size() <= largest ? QString::fromStdString(formula::plain(formula))
                                     : Text::tr("a long formula");
}

}  // namespace

QString functionHead(const formula::Analysis& analysis) {
    constexpr qsizetype most = 3;
    QStringList names = typesetNames(analysis.variables);
    if (names.size() > most) names = {names.first(), QStringLiteral("…"), names.last()};
    return QStringLiteral("<i>f</i>(%1) =").arg(names.join(QStringLiteral(", ")));
}

QString shortFunctionHead() {
    return QStringLiteral("<i>f</i>(…) =");
}

QString derivativeText(const formula::Analysis& analysis) {
    if (analysis.variables.size() == 1) {
        return typeset(QStringLiteral("<i>f</i>′(%1) = ")
                           .arg(session::typesetName(analysis.variables.front()))) +
               session::typesetShort(analysis.derivative());
    }
    QStringList parts;
    for (const formula::Formula& slope : analysis.gradient) parts += session::typesetShort(slope);
    return QStringLiteral("∇<i>f</i> = (%1)").arg(parts.join(QStringLiteral(", ")));
}

QString plainDerivative(const formula::Analysis& analysis) {
    const std::size_t count = analysis.variables.size();
    QStringList lines;
    for (std::size_t i = 0; i < count; ++i) {
        const QString name = QString::fromStdString(analysis.variables[i]);
        lines +=
            (count == 1 ? QStringLiteral("f′(%1) = ") : QStringLiteral("∂f/∂%1 = ")).arg(name) +
            plainOf(analysis.gradient[i], largestPlain / count);
    }
    return lines.join(u'\n');
}

}  // namespace window
