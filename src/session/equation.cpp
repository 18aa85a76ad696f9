// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/equation.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>

namespace session {

namespace {

QString latin(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString italic(const QString& name) {
    return QStringLiteral("<i>%1</i>").arg(name);
}

QString bold(const QString& name) {
    return QStringLiteral("<b>%1</b>").arg(name);
}

std::size_t indexIn(const std::vector<std::string_view>& names, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

/// Without the ' of the next iteration.
std::string_view ownName(std::string_view name) {
    return name.substr(0, name.size() - (name.ends_with('\'') ? 1 : 0));
}

bool isExponent(std::string_view line) {
    return line.starts_with("²") || line.starts_with("{refused}") || line.starts_with("{n'}");
}

/// A power of ten in brackets, which one of its own or a root would take apart.
QString operand(const QString& text) {
    const QStringView raised = u"⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
    const bool isPower =
        std::ranges::any_of(text, [&](QChar letter) { return raised.contains(letter); });
    return isPower && !text.startsWith(u'(') ? QStringLiteral("(%1)").arg(text) : text;
}

}  // namespace

QString symbolFor(std::string_view name) {
    static const std::pair<std::string_view, QString> known[] = {
        {"alpha", QStringLiteral("α")},    {"beta", QStringLiteral("β")},
        {"beta1", QStringLiteral("β₁")},   {"beta2", QStringLiteral("β₂")},
        {"epsilon", QStringLiteral("ε")},  {"velocity", QStringLiteral("v")},
        {"length", QStringLiteral("s")},   {"rate", QStringLiteral("s")},
        {"v_max", QStringLiteral("vₘₐₓ")}, {"step", QStringLiteral("Δ")},
        {"rho_inf", QStringLiteral("ρ∞")}, {"rho", QStringLiteral("ρ")},
        {"mu", QStringLiteral("μ")},       {"mu_next", QStringLiteral("μ₊")}};
    const auto* const found =
        std::ranges::find(known, name, &std::pair<std::string_view, QString>::first);
    return found == std::end(known) ? latin(name) : found->second;
}

Equation::Equation(const descent::State& from, const descent::State& to,
                   const descent::Settings& settings, int digits)
    : Equation(from, descent::asSeen(settings, from), to, settings,
               descent::stepLength(settings, descent::asSeen(settings, from), to), digits) {
    m_letters = Letters::Numbers;
    Terms terms{descent::termNames(settings.method), {}, {}};
    for (std::size_t i = 0; i < terms.names.size(); ++i)
        terms.values.push_back(descent::term(settings.method, i, m_costFrom, m_costTo));
    setTerms(std::move(terms));
}

Equation::Equation(const descent::State& there, const descent::State& seen,
                   const descent::State& to, const descent::Settings& settings,
                   descent::StepLength length, int digits)
    : m_letters(Letters::Vectors),
      m_there(there),
      m_from(seen),
      m_to(to),
      m_settings(settings),
      m_step(length),
      m_digits(digits),
      m_costFrom(ofCost(seen)),
      m_costTo(ofCost(to)),
      m_memory(descent::memoryNames(settings.method)),
      m_knobs(descent::settingsOf(settings.method)) {}

std::vector<std::string_view> Equation::about(std::vector<std::string_view> lines) const {
    if (!isCorrected())
        std::erase_if(lines, [](std::string_view line) { return line.starts_with("{^"); });
    return lines;
}

std::string_view Equation::leftSide(std::string_view line) {
    return line.substr(1, line.find('}') - 1);
}

QString Equation::typeset(std::string_view line) const {
    QString text;
    while (!line.empty()) {
        if (line.front() == '{') {
            const std::size_t end = line.find('}');
            const std::string_view name = line.substr(1, end - 1);
            line.remove_prefix(end + 1);
            const bool isOperand = text.endsWith(u'√') || text.endsWith(u'/') || isExponent(line);
            text += isOperand ? operand(piece(name)) : piece(name);
            continue;
        }
        const std::size_t end = std::min(line.find('{'), line.size());
        text += latin(line.substr(0, end)).replace(QLatin1Char(' '), QLatin1String("&nbsp;"));
        line.remove_prefix(end);
    }
    for (const QString& sign : {QStringLiteral("+"), QStringLiteral("−")})
        text.replace(QStringLiteral("&nbsp;") + sign + QStringLiteral("&nbsp;"),
                     QLatin1Char(' ') + sign + QStringLiteral("&nbsp;"));
    return text;
}

QString Equation::resultText(std::string_view name) const {
    const QString number = told(value(name));
    return name == "x'" ? bold(number) : number;
}

QString Equation::noisyGradient() const {
    return QStringLiteral("%1&nbsp;= %2 + %3")
        .arg(derivativeAt(m_from.iteration), slopeAt(m_from.iteration),
             iterate("ξ", m_from.iteration));
}

QString Equation::noisyNumbers() const {
    const double slope = m_there.gradient[0];
    const double noise = m_from.gradient[0] - slope;
    return QStringLiteral("%1 %2&nbsp;%3&nbsp;= %4")
        .arg(told(slope), noise < 0 ? QStringLiteral("−") : QStringLiteral("+"),
             told(std::abs(noise)), told(m_from.gradient[0]));
}

QString Equation::values() const {
    return QStringLiteral("<i>f</i>: %1 →&nbsp;%2").arg(told(m_from.value), told(m_to.value));
}

QString Equation::piece(std::string_view name) const {
    if (name == "+") return ascends() ? QStringLiteral("−") : QStringLiteral("+");
    if (name == "-") return ascends() ? QStringLiteral("+") : QStringLiteral("−");
    if (name == "refused") return QStringLiteral("<sup>%1</sup>").arg(m_step.refused);
    if (name == "n'") return QStringLiteral("<sup>%1</sup>").arg(count(m_to.iteration));
    if (name == "=n'") return count(m_to.iteration);
    if (name.starts_with("1-")) return told(1 - value(name.substr(2)));
    if (name.starts_with('=')) return told(value(name.substr(1)));
    if (name.starts_with('(')) return inBrackets(value(name.substr(1, name.size() - 2)));
    if (name.starts_with("±"))
        return signedNumber(value(name.substr(std::string_view("±").size())));
    if (!name.starts_with('^')) return symbol(name, false);
    if (isTerm(name.substr(1)))
        return QStringLiteral("<sup>%1</sup>").arg(told(value(name.substr(1))));
    return symbol(name.substr(1), isCorrected());
}

QString Equation::symbol(std::string_view name, bool hat) const {
    if (name == "g") return derivativeAt(m_from.iteration);
    if (name == "G") return (ascends() ? QStringLiteral("−") : QString()) + piece("g");
    if (name == "g_before") return derivativeAt(m_from.iteration - 1);
    if (name == "x_before") return iterate("x", m_from.iteration - 1);
    if (name == "curvature")
        return QStringLiteral("|<i>f</i>″(%1)|").arg(iterate("x", m_from.iteration));
    if (name == "H") return iterate("H", m_from.iteration);
    const bool isNext = name.ends_with('\'');
    const std::string_view own = ownName(name);
    if (own == "x" || indexIn(m_memory, own) < m_memory.size() || isTerm(std::string(own) + '\''))
        return iterate(own, (isNext ? m_to : m_from).iteration, hat);
    const bool isVector = indexIn(m_terms.vectors, own) < m_terms.vectors.size();
    return isVector ? bold(symbolFor(own)) : italic(symbolFor(own));
}

/// f′ or ∇f.
QString Equation::slopeAt(std::int64_t iteration) const {
    const QString slope = m_letters == Letters::Vectors ? QStringLiteral("∇<i>f</i>(%1)")
                                                        : QStringLiteral("<i>f</i>′(%1)");
    return slope.arg(iterate("x", iteration));
}

/// The same or, where there is noise, what the step takes for it.
QString Equation::derivativeAt(std::int64_t iteration) const {
    return isNoisy() ? iterate("g", iteration) : slopeAt(iteration);
}

QString Equation::iterate(std::string_view name, std::int64_t iteration, bool hat) const {
    QString symbol = symbolFor(name);
    if (hat) symbol.insert(1, QChar(0x0302));
    const bool isOne = m_letters == Letters::Numbers || isTerm(std::string(name) + '\'');
    return (isOne ? italic(symbol) : bold(symbol)) +
           QStringLiteral("<sub>%1</sub>").arg(count(iteration));
}

/// The number behind a symbol; f and its derivative with the sign that people know.
double Equation::value(std::string_view name) const {
    if (isTerm(name)) return m_terms.values[indexIn(m_terms.names, name)];
    const bool hat = name.starts_with('^');
    if (hat) name.remove_prefix(1);
    const std::string_view own = ownName(name);
    const descent::State& at = name.ends_with('\'') ? m_to : m_from;
    if (own == "x") return at.at[0];
    if (own == "g") return at.gradient[0];
    if (own == "G") return m_costFrom.gradient[0];
    if (own == "alpha") return m_step.alpha;
    if (own == "length") return m_step.length;
    const std::size_t index = indexIn(m_memory, own);
    if (own == "g_before") return (ascends() ? -1 : 1) * at.memory[index][0];
    if (index < m_memory.size())
        return hat ? descent::corrected(m_settings.method, at, index) : at.memory[index][0];
    return std::ranges::find(m_knobs, own, &descent::Setting::knob)->value;
}

bool Equation::isTerm(std::string_view name) const {
    return indexIn(m_terms.names, name) < m_terms.names.size();
}

bool Equation::isCorrected() const {
    const auto knob =
        std::ranges::find(m_knobs, std::string_view("correction"), &descent::Setting::knob);
    return knob == m_knobs.end() || knob->value != 0;
}

QString Equation::inBrackets(double number) const {
    return number < 0 ? QStringLiteral("(%1)").arg(told(number)) : told(number);
}

/// Turned where the run ascends.
QString Equation::signedNumber(double number) const {
    const double turned = ascends() ? -number : number;
    return turned < 0 ? QStringLiteral("−&nbsp;") + told(-turned)
                      : QStringLiteral("+&nbsp;") + told(turned);
}

/// With the gradient of the cost.
descent::State Equation::ofCost(descent::State state) const {
    for (double& slope : state.gradient) slope = ascends() ? -slope : slope;
    return state;
}

}  // namespace session
