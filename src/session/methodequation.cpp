// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steps of methods with their numbers.
#include <QStringList>
#include <cmath>

#include "session/method.h"
#include "session/wording.h"

namespace session {

namespace {

/// "x₁ = x₀ − α f′(x₀)" and so on, with room around the signs that a line break may not use.
class Equation {
public:
    Equation(const descent::State& from, const descent::State& to,
             const descent::Settings& settings, int digits)
        : m_from(from), m_to(to), m_settings(settings), m_digits(digits) {}

    QString operator()(const descent::Gradient&) const {
        return lines({next() + minus() + QStringLiteral("&nbsp;<i>α</i>&nbsp;") + slope(),
                      more(number(m_from.at[0]) + minus() + QStringLiteral("&nbsp;") +
                           number(m_settings.alpha) + QStringLiteral("&nbsp;·&nbsp;") +
                           inBrackets(m_from.gradient[0])),
                      more(strong(m_to.at[0])), fall()});
    }

    QString operator()(const descent::Momentum& rule) const {
        const QString velocity = symbol(QStringLiteral("v"), m_to.iteration);
        return lines({velocity + equals() + QStringLiteral("<i>β</i>&nbsp;") +
                          symbol(QStringLiteral("v"), m_from.iteration) + plusSlope(),
                      more(number(rule.beta) + times(m_from.memory[0][0]) +
                           plus(cost(m_from.gradient[0])) + equals() + number(m_to.memory[0][0])),
                      next() + QStringLiteral(" −&nbsp;<i>α</i>&nbsp;") + velocity + equals() +
                          strong(m_to.at[0]),
                      fall()});
    }

    QString operator()(const descent::Adam& rule) const {
        const auto mean = [&](const QString& name, double kept, double share, const QString& what,
                              double result, std::int64_t n) {
            return symbol(name, n + 1) + equals() + number(kept) + QStringLiteral("&nbsp;") +
                   symbol(name, n) + plus(share) + QStringLiteral("&nbsp;") + what + equals() +
                   number(result);
        };
        const QString gradient = (ascends() ? QStringLiteral("·(−") : QString()) + slope() +
                                 (ascends() ? QStringLiteral(")") : QString());
        const QString hat = rule.correction ? QStringLiteral("\u0302") : QString();
        return lines({mean(QStringLiteral("m"), rule.beta1, 1 - rule.beta1, gradient,
                           m_to.memory[0][0], m_from.iteration),
                      mean(QStringLiteral("v"), rule.beta2, 1 - rule.beta2,
                           slope() + QStringLiteral("²"), m_to.memory[1][0], m_from.iteration),
                      next() + QStringLiteral(" −&nbsp;<i>α</i>&nbsp;") +
                          symbol(QStringLiteral("m") + hat, m_to.iteration) +
                          QStringLiteral("/(√") +
                          symbol(QStringLiteral("v") + hat, m_to.iteration) +
                          QStringLiteral("&nbsp;+&nbsp;<i>ε</i>)") + equals() + strong(m_to.at[0]),
                      fall()});
    }

    QString operator()(const descent::Backtracking& rule) const {
        double length = m_settings.alpha;
        int refused = 0;
        const double slope = cost(m_from.gradient[0]);
        while (length > 0 && m_from.at[0] - length * slope != m_to.at[0]) {
            length = rule.shortened(length);
            ++refused;
        }
        const QString tried =
            refused == 0 ? QStringLiteral("<i>s</i>") + equals() + QStringLiteral("<i>α</i>")
                         : QStringLiteral("<i>s</i>") + equals() + QStringLiteral("<i>α</i>") +
                               QStringLiteral("&nbsp;·&nbsp;") + number(rule.shrink) +
                               QStringLiteral("<sup>%1</sup>").arg(refused);
        return lines({next() + minus() + QStringLiteral("&nbsp;<i>s</i>&nbsp;") + this->slope(),
                      tried + equals() + number(length),
                      more(number(m_from.at[0]) + minus() + QStringLiteral("&nbsp;") +
                           number(length) + QStringLiteral("&nbsp;·&nbsp;") +
                           inBrackets(m_from.gradient[0]) + equals() + strong(m_to.at[0])),
                      fall()});
    }

private:
    static QString lines(const QStringList& all) { return all.join(QStringLiteral("<br>")); }
    static QString equals() { return QStringLiteral("&nbsp;=&nbsp;"); }
    static QString more(const QString& right) {
        return QStringLiteral("&nbsp;&nbsp;&nbsp;=&nbsp;") + right;
    }
    static QString symbol(const QString& name, std::int64_t n) {
        return QStringLiteral("<i>%1</i><sub>%2</sub>").arg(name, count(n));
    }
    QString number(double value) const { return session::number(value, m_digits); }
    QString strong(double value) const { return QStringLiteral("<b>%1</b>").arg(number(value)); }
    QString inBrackets(double value) const {
        return value < 0 ? QStringLiteral("(%1)").arg(number(value)) : number(value);
    }
    QString times(double value) const {
        return QStringLiteral("&nbsp;·&nbsp;") + inBrackets(value);
    }
    QString plus(double value) const {
        return value < 0 ? QStringLiteral(" −&nbsp;") + number(-value)
                         : QStringLiteral(" +&nbsp;") + number(value);
    }
    bool ascends() const { return m_settings.direction == descent::Direction::Ascend; }
    double cost(double told) const { return ascends() ? -told : told; }
    QString minus() const { return ascends() ? QStringLiteral(" +") : QStringLiteral(" −"); }
    QString plusSlope() const {
        return (ascends() ? QStringLiteral(" −&nbsp;") : QStringLiteral(" +&nbsp;")) + slope();
    }
    QString x(std::int64_t n) const { return symbol(QStringLiteral("x"), n); }
    QString next() const { return x(m_to.iteration) + equals() + x(m_from.iteration); }
    QString slope() const { return QStringLiteral("<i>f</i>′(%1)").arg(x(m_from.iteration)); }
    QString fall() const {
        return QStringLiteral("<i>f</i>: %1 →&nbsp;%2")
            .arg(number(m_from.value), number(m_to.value));
    }

    const descent::State& m_from;
    const descent::State& m_to;
    const descent::Settings& m_settings;
    int m_digits;
};

}  // namespace

QString stepEquation(const descent::State& from, const descent::State& to,
                     const descent::Settings& settings, int digits) {
    return std::visit(Equation(from, to, settings, digits), settings.method);
}

QString columnLabel(const std::string& name) {
    if (name == "x") return QStringLiteral("xₙ");
    if (name == "f") return QStringLiteral("f(xₙ)");
    if (name == "gradient") return QStringLiteral("f′(xₙ)");
    if (name == "velocity") return QStringLiteral("vₙ");
    return QString::fromStdString(name) + QStringLiteral("ₙ");
}

}  // namespace session
