// SPDX-License-Identifier: GPL-3.0-or-later
//
// Steps of methods with their numbers.
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "session/method.h"
#include "session/wording/wording.h"

namespace session {

namespace {

QString latin(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString italic(const QString& name) {
    return QStringLiteral("<i>%1</i>").arg(name);
}

/// A name as its symbol: "beta1" as β₁, "velocity" as v.
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

/// The equation of a method for one step; see descent::equation().
class Equation {
public:
    Equation(const descent::State& from, const descent::State& to,
             const descent::Settings& settings, int digits)
        : m_there(from),
          m_from(descent::asSeen(settings, from)),
          m_to(to),
          m_settings(settings),
          m_costFrom(ofCost(m_from)),
          m_costTo(ofCost(to)),
          m_memory(descent::memoryNames(settings.method)),
          m_terms(descent::termNames(settings.method)),
          m_knobs(descent::settingsOf(settings.method)),
          m_step(descent::stepLength(settings, m_from, to)),
          m_digits(digits) {}

    QString text() const {
        QStringList written;
        if (isNoisy()) written += noisyGradient();
        const std::vector<std::string_view> all = lines();
        std::string_view result;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool goesOn = all[i].starts_with('=');
            if (!goesOn) result = leftSide(all[i]);
            QString line = QStringLiteral("&nbsp;&nbsp;&nbsp;").repeated(goesOn) + typeset(all[i]);
            if (all[i] == "=") {
                line += QStringLiteral("&nbsp;") + resultText(result);
            } else if (i + 1 == all.size() || !all[i + 1].starts_with('=')) {
                line += QStringLiteral("&nbsp;=&nbsp;") + resultText(result);
            }
            written += line;
        }
        written +=
            QStringLiteral("<i>f</i>: %1 →&nbsp;%2").arg(told(m_from.value), told(m_to.value));
        return written.join(QStringLiteral("<br>"));
    }

    /// With its symbols in place. A line breaks before a sign and nowhere else.
    QString typeset(std::string_view line) const {
        QString text;
        while (!line.empty()) {
            if (line.front() == '{') {
                const std::size_t end = line.find('}');
                const std::string_view name = line.substr(1, end - 1);
                line.remove_prefix(end + 1);
                const bool isOperand =
                    text.endsWith(u'√') || text.endsWith(u'/') || isExponent(line);
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

    /// What the step adds to x.
    QString addition() const {
        constexpr std::string_view sum = "{x'} = {x} ";
        for (const std::string_view line : lines())
            if (line.starts_with(sum)) return typeset(line.substr(sum.size()));
        return {};
    }

private:
    /// Those that are about what the step takes.
    std::vector<std::string_view> lines() const {
        std::vector<std::string_view> all =
            descent::equation(m_settings.method, m_costFrom, m_costTo);
        if (!isCorrected())
            std::erase_if(all, [](std::string_view line) { return line.starts_with("{^"); });
        return all;
    }

    static std::string_view leftSide(std::string_view line) {
        return line.substr(1, line.find('}') - 1);
    }

    static bool isExponent(std::string_view line) {
        return line.starts_with("²") || line.starts_with("{refused}") || line.starts_with("{n'}");
    }
    /// A power of ten in brackets, which one of its own or a root would take apart.
    static QString operand(const QString& text) {
        const QStringView raised = u"⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
        const bool isPower =
            std::ranges::any_of(text, [&](QChar letter) { return raised.contains(letter); });
        return isPower && !text.startsWith(u'(') ? QStringLiteral("(%1)").arg(text) : text;
    }

    QString piece(std::string_view name) const {
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

    QString symbol(std::string_view name, bool hat) const {
        if (name == "g") return derivativeAt(m_from.iteration);
        if (name == "G") return (ascends() ? QStringLiteral("−") : QString()) + piece("g");
        if (name == "g_before") return derivativeAt(m_from.iteration - 1);
        if (name == "x_before") return iterate("x", m_from.iteration - 1);
        if (name == "curvature")
            return QStringLiteral("|<i>f</i>″(%1)|").arg(iterate("x", m_from.iteration));
        const bool isNext = name.ends_with('\'');
        const std::string_view own = name.substr(0, name.size() - (isNext ? 1 : 0));
        if (own == "x" || indexIn(m_memory, own) < m_memory.size() ||
            isTerm(std::string(own) + '\''))
            return iterate(own, (isNext ? m_to : m_from).iteration, hat);
        return italic(symbolFor(own));
    }

    bool isNoisy() const { return m_settings.noise.sigma > 0; }
    /// What the step takes for f′.
    QString noisyGradient() const {
        const double slope = m_there.gradient[0];
        const double noise = m_from.gradient[0] - slope;
        return QStringLiteral(
                   "%1&nbsp;= <i>f</i>′(%2) + <i>ξ</i><sub>%3</sub>&nbsp;= %4 %5&nbsp;%6&nbsp;= %7")
            .arg(derivativeAt(m_from.iteration), iterate("x", m_from.iteration),
                 count(m_from.iteration), told(slope),
                 noise < 0 ? QStringLiteral("−") : QStringLiteral("+"), told(std::abs(noise)),
                 told(m_from.gradient[0]));
    }

    /// f′ or, where there is noise, what the step takes for it.
    QString derivativeAt(std::int64_t iteration) const {
        if (isNoisy()) return iterate("g", iteration);
        return QStringLiteral("<i>f</i>′(%1)").arg(iterate("x", iteration));
    }

    static QString iterate(std::string_view name, std::int64_t iteration, bool hat = false) {
        QString symbol = symbolFor(name);
        if (hat) symbol.insert(1, QChar(0x0302));
        return italic(symbol) + QStringLiteral("<sub>%1</sub>").arg(count(iteration));
    }

    /// The number behind a symbol; f and its derivative with the sign that people know.
    double value(std::string_view name) const {
        if (isTerm(name))
            return descent::term(m_settings.method, indexIn(m_terms, name), m_costFrom, m_costTo);
        const bool hat = name.starts_with('^');
        if (hat) name.remove_prefix(1);
        const bool isNext = name.ends_with('\'');
        const std::string_view own = name.substr(0, name.size() - (isNext ? 1 : 0));
        const descent::State& at = isNext ? m_to : m_from;
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

    static std::size_t indexIn(const std::vector<std::string_view>& names, std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    }
    bool isTerm(std::string_view name) const { return indexIn(m_terms, name) < m_terms.size(); }

    bool isCorrected() const {
        const auto knob =
            std::ranges::find(m_knobs, std::string_view("correction"), &descent::Setting::knob);
        return knob == m_knobs.end() || knob->value != 0;
    }

    /// With the gradient of the cost.
    descent::State ofCost(descent::State state) const {
        for (double& slope : state.gradient) slope = ascends() ? -slope : slope;
        return state;
    }

    bool ascends() const { return m_settings.direction == descent::Direction::Ascend; }
    QString told(double number) const { return session::number(number, m_digits); }
    QString resultText(std::string_view name) const {
        const QString number = told(value(name));
        return name == "x'" ? QStringLiteral("<b>%1</b>").arg(number) : number;
    }
    QString inBrackets(double number) const {
        return number < 0 ? QStringLiteral("(%1)").arg(told(number)) : told(number);
    }
    /// Turned where the run ascends.
    QString signedNumber(double number) const {
        const double turned = ascends() ? -number : number;
        return turned < 0 ? QStringLiteral("−&nbsp;") + told(-turned)
                          : QStringLiteral("+&nbsp;") + told(turned);
    }

    const descent::State& m_there;
    descent::State m_from;  ///< with the gradient that the step takes
    const descent::State& m_to;
    const descent::Settings& m_settings;
    descent::State m_costFrom;
    descent::State m_costTo;
    std::vector<std::string_view> m_memory;
    std::vector<std::string_view> m_terms;
    std::vector<descent::Setting> m_knobs;
    descent::StepLength m_step;
    int m_digits;
};

}  // namespace

QString stepEquation(const descent::State& from, const descent::State& to,
                     const descent::Settings& settings, int digits) {
    return Equation(from, to, settings, digits).text();
}

QString typesetPart(std::string_view formula, const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits) {
    return Equation(from, to, settings, digits).typeset(formula);
}

QString typesetStep(const descent::State& from, const descent::State& to,
                    const descent::Settings& settings, int digits) {
    return Equation(from, to, settings, digits).addition();
}

QString columnLabel(const std::string& name) {
    if (name == "f") return QStringLiteral("f(xₙ)");
    if (name == "gradient") return QStringLiteral("f′(xₙ)");
    if (name == "x_before") return QStringLiteral("xₙ₋₁");
    if (name == "g_before") return QStringLiteral("gₙ₋₁");
    return symbolFor(name) + QStringLiteral("ₙ");
}

}  // namespace session
