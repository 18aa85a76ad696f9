// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steps of methods with their numbers.
#include <QStringList>

#include "session/equation.h"
#include "session/method.h"
#include "session/vectorequation.h"

namespace session {

namespace {

/// Of one variable; see descent::equation().
QString equationOf(const Equation& equation, const descent::Method& method) {
    QStringList written;
    if (equation.isNoisy())
        written += equation.noisyGradient() + QStringLiteral("&nbsp;= ") + equation.noisyNumbers();
    const std::vector<std::string_view> all =
        equation.about(descent::equation(method, equation.costFrom(), equation.costTo()));
    std::string_view result;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool goesOn = all[i].starts_with('=');
        if (!goesOn) result = Equation::leftSide(all[i]);
        QString line =
            QStringLiteral("&nbsp;&nbsp;&nbsp;").repeated(goesOn) + equation.typeset(all[i]);
        if (all[i] == "=") {
            line += QStringLiteral("&nbsp;") + equation.resultText(result);
        } else if (i + 1 == all.size() || !all[i + 1].starts_with('=')) {
            line += QStringLiteral("&nbsp;=&nbsp;") + equation.resultText(result);
        }
        written += line;
    }
    written += equation.values();
    return written.join(QStringLiteral("<br>"));
}

}  // namespace

QString stepEquation(const descent::State& from, const descent::State& to,
                     const descent::Settings& settings, int digits, const QStringList& variables) {
    if (from.at.size() > 1) return vectorEquation(from, to, settings, digits, variables);
    return equationOf(Equation(from, to, settings, digits), settings.method);
}

QString typesetPart(std::string_view formula, const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits) {
    return Equation(from, to, settings, digits).typeset(formula);
}

QString typesetStep(const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits) {
    constexpr std::string_view sum = "{x'} = {x} ";
    const Equation equation(from, to, settings, digits);
    for (const std::string_view line :
         equation.about(descent::equation(settings.method, equation.costFrom(), equation.costTo())))
        if (line.starts_with(sum)) return equation.typeset(line.substr(sum.size()));
    return {};
}

QString columnLabel(const std::string& name) {
    if (name == "f") return QStringLiteral("f(xₙ)");
    if (name == "gradient") return QStringLiteral("f′(xₙ)");
    if (name == "x_before") return QStringLiteral("xₙ₋₁");
    if (name == "g_before") return QStringLiteral("gₙ₋₁");
    return symbolFor(name) + QStringLiteral("ₙ");
}

QString columnLabel(const std::string& name, const QStringList& variables) {
    const QString column = QString::fromStdString(name);
    if (variables.contains(column)) return column;
    QString variable;
    for (const QString& other : variables)
        if (column.endsWith(u'_' + other) && other.size() > variable.size()) variable = other;
    if (variable.isEmpty()) return symbolFor(name);
    const QString behind = u'_' + variable;
    const QString of = column.chopped(behind.size());
    if (of == u"gradient") return QStringLiteral("∂f/∂") + variable;
    if (of == u"x_before") return variable + QStringLiteral("ₙ₋₁");
    if (of == u"g_before") return QStringLiteral("gₙ₋₁") + behind;
    return symbolFor(of.toStdString()) + behind;
}

}  // namespace session
