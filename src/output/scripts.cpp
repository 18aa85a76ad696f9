// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/scripts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "descent/script.h"
#include "output/scriptfunctions.h"
#include "output/scriptplaces.h"
#include "session/constants.h"
#include "session/method.h"
#include "session/methodwords.h"
#include "session/runners.h"
#include "session/wording/wording.h"

namespace output {

namespace {

using formula::Dialect;

struct Scripts {
    Q_DECLARE_TR_FUNCTIONS(Scripts)
};

/// Of so many steps the noise is written out.
constexpr std::int64_t mostNoise = 200;

/// A line that is a comment whatever the words are.
std::string comment(const QString& words) {
    QString line;
    for (const char32_t letter : words.toUcs4())
        line += QChar::isPrint(letter) ? QString::fromUcs4(&letter, 1) : QStringLiteral(" ");
    return "# " + line.simplified().toStdString() + '\n';
}

class ScriptWriter {
public:
    ScriptWriter(const session::Session& session, Dialect dialect,
                 const formula::Symbols& symbols = {})
        : m_session(session),
          m_settings(session.settings),
          m_dialect(dialect),
          m_places(session, dialect),
          m_rule(descent::scriptOf(session.settings.method, session.function.dimension())),
          m_symbols(symbols),
          m_functions(session.function.analysis(), dialect, symbols) {}

    QString text() {
        const std::string defined = functions();
        std::string inside = numbers() + defined + settings() + schedule() + rule() + start() +
                             loop() + judgement() + end();
        // What is written for NumPy so far.
        std::string whole = head();
        const std::string body = formula::inDialect(inside, m_dialect);
        for (const char* const module : {"math", "sys"})
            if (formula::mentions(body, module)) whole += std::string("import ") + module + '\n';
        whole += isForNumpy() ? "\nimport numpy as np\n" : "\nimport torch\n";
        return QString::fromStdString(whole + '\n' + body);
    }

private:
    bool isForNumpy() const { return m_dialect == Dialect::NumPy; }
    bool ascends() const { return m_settings.direction == descent::Direction::Ascend; }
    bool isNoisy() const { return m_settings.noise.sigma > 0; }
    bool holdsNoise() const { return m_settings.maxIterations <= mostNoise; }
    bool isConstant() const { return descent::isConstant(m_settings.schedule); }
    bool hasOptimizer() const { return !isForNumpy() && !m_rule.optimizer.empty(); }

    /// Words of a person come after two lines: an encoding named in those would count.
    std::string head() const {
        const QString tool = isForNumpy() ? QStringLiteral("NumPy") : QStringLiteral("PyTorch");
        std::string lines = "#!/usr/bin/env python3\n";
        lines += comment(Scripts::tr("A run of Thalweg %1, to be run with Python 3 and %2. It "
                                     "prints a line for each step.")
                             .arg(QStringLiteral(THALWEG_VERSION), tool));
        if (!m_session.others.empty())
            lines += comment(Scripts::tr("It is that of runner %1 among %2.")
                                 .arg(m_session.chosen + 1)
                                 .arg(session::runnerCount(m_session)));
        if (!m_session.title.isEmpty()) lines += comment(m_session.title);
        return lines;
    }

    /// What numbers are.
    std::string numbers() const {
        if (isForNumpy())
            return comment(Scripts::tr("What is too large is inf, what has no value is nan.")) +
                   "np.seterr(all=\"ignore\")\n\n\n";
        return "\ndef number(value):\n"
               "    return torch.as_tensor(value, dtype=torch.float64)\n\n\n";
    }

    std::string functions() {
        std::string own = constants() + comment(heading()) + m_functions.value() + "\n\n" +
                          m_functions.gradient();
        if (isAsked("curvature")) own += "\n\n" + m_functions.curvature();
        const std::string sign = ascends() ? "-" : "";
        if (isAsked("cost"))
            own += "\n\ndef cost(x):\n    return " + sign + m_places.call("f", "x") + '\n';
        if (isAsked("cost_gradient"))
            own += "\n\ndef cost_gradient(x):\n    return " + sign + "gradient(x)\n";
        std::string all;
        for (const std::string& definition : m_functions.definitions()) all += definition + "\n\n";
        return all + own + "\n\n";
    }

    /// "f(x) = x^2", where the text does not begin so itself.
    QString heading() const {
        const QString text = m_session.function.text();
        static const QRegularExpression named(QStringLiteral("^\\s*(f|y)\\b[^=]*=[^=]"));
        return named.match(text).hasMatch()
                   ? text
                   : QStringLiteral("f(%1) = %2")
                         .arg(m_session.function.variables().join(QStringLiteral(", ")), text);
    }

    std::string constants() const {
        const formula::Valued function = session::valued(m_session);
        std::string lines;
        for (std::size_t i = 0; i < function->constants.size(); ++i) {
            lines += formula::called(function->constants[i], m_symbols) + " = np.float64(" +
                     descent::literal(function.constants()[i]) + ")\n";
        }
        return lines.empty() ? lines : lines + "\n\n";
    }

    /// Whether the rule calls it or knows it.
    bool isAsked(std::string_view name) const {
        return !hasOptimizer() && std::ranges::any_of(m_rule.lines, [&](std::string_view line) {
            return formula::mentions(line, name);
        });
    }

    std::string settings() const {
        return "alpha = " + descent::literal(m_settings.alpha) +
               "\nmax_iterations = " + std::to_string(m_settings.maxIterations) +
               "\ntolerance = " + descent::literal(m_settings.tolerance) + '\n';
    }

    template <typename Kind>
    static std::string knobs(const Kind& kind) {
        std::string parameters;
        for (const descent::Setting& setting : descent::settingsOf(kind)) {
            const std::string value = !setting.isSwitch   ? descent::literal(setting.value)
                                      : setting.value > 0 ? "True"
                                                          : "False";
            parameters += ", " + std::string(setting.knob) + '=' + value;
        }
        return parameters;
    }

    std::string schedule() const {
        if (isConstant()) return {};
        return "\n\n" + comment(session::scheduleLabel(m_settings.schedule)) +
               "def learning_rate(n" + knobs(m_settings.schedule) + "):\n    return " +
               std::string(descent::scriptOf(m_settings.schedule)) + '\n';
    }

    std::string alpha() const { return isConstant() ? "alpha" : "learning_rate(n)"; }

    /// What the rule remembers, each behind a comma.
    std::string memory() const {
        std::string names;
        for (const auto& group : {m_rule.memory, m_rule.running})
            for (const std::string_view name : group) names += ", " + std::string(name);
        return names;
    }

    std::string rule() const {
        if (hasOptimizer()) return isConstant() ? "" : "\n";
        std::string lines = "\n\n" + comment(session::methodLabel(m_settings.method));
        const QString tip = session::methodTip(m_settings.method);
        if (!tip.isEmpty()) lines += comment(tip);
        lines += "def next_state(x" + memory() + ", g, alpha" + (isAsked("t") ? ", t" : "") +
                 knobs(m_settings.method) + "):\n";
        for (const std::string_view line : m_rule.lines) lines += "    " + std::string(line) + '\n';
        return lines + "    return " + (memory().empty() ? "(x,)" : "x" + memory()) + "\n\n";
    }

    std::string start() const {
        const std::string place = m_places.start();
        std::string lines = isNoisy() ? noise() : std::string();
        lines += '\n';
        if (hasOptimizer())
            return lines + "x = " + place + ".requires_grad_()\noptimizer = torch.optim." +
                   m_rule.optimizer + '\n' + (hasMemory() ? remembered() : std::string());
        if (memory().empty()) return lines + "here = (" + place + ",)\n";
        lines += "here = " + place;
        for (std::size_t i = 0; i < m_rule.memory.size(); ++i) lines += ", " + m_places.zero();
        for (std::size_t i = 0; i < m_rule.running.size(); ++i) lines += ", 1.0";
        return lines + "  # x" + memory() + '\n';
    }

    /// Of an optimizer, all but the number of the step.
    std::string remembered() const {
        return "\n\n"
               "def remembered():\n"
               "    state = optimizer.state[x]\n"
               "    return {name: " +
               m_places.numbersOf("state[name]") +
               " for name in state "
               "if name != \"step\" and state[name] is not None}\n\n\n";
    }

    std::string noise() const {
        const auto seed = std::to_string(m_settings.noise.seed);
        if (!holdsNoise()) {
            const QString words = Scripts::tr(
                "The noise of %1 is as large as that of Thalweg, but its numbers are others.");
            if (isForNumpy())
                return '\n' + comment(words.arg(QStringLiteral("NumPy"))) +
                       "random = np.random.default_rng(" + seed + ")\n";
            return '\n' + comment(words.arg(QStringLiteral("PyTorch"))) + "torch.manual_seed(" +
                   seed + ")\n";
        }
        const int inALine = m_places.isOne() ? 4 : 1;
        std::string rows;
        for (std::int64_t n = 0; n <= m_settings.maxIterations; ++n)
            rows += (n % inALine == 0 ? "\n    " : " ") + m_places.noiseAt(n) + ',';
        return '\n' + comment(Scripts::tr("The noise of this run, of standard deviation 1.")) +
               "noise = " + m_places.noises(rows + '\n') + '\n';
    }

    /// The gradient of the cost as a step takes it.
    std::string seen() const {
        std::string gradient = ascends() ? "-slope" : "slope";
        if (!isNoisy()) return gradient;
        gradient += " + " + descent::literal(m_settings.noise.sigma) + " * ";
        return gradient + (holdsNoise() ? "noise[n]" : m_places.freshNoise());
    }

    /// Where the run is; what the optimizer moves is x.
    std::string at() const { return hasOptimizer() ? "at" : "x"; }

    std::string loop() const {
        const std::string place = hasOptimizer() ? "x.detach().clone()" : "here[0]";
        const std::string words =
            ascends() ? comment(Scripts::tr("Uphill: the steps are those down −f.")) : "";
        return words + "print(\"" + m_places.head() +
               "\")\n"
               "for n in range(max_iterations + 1):\n"
               "    " +
               at() + " = " + place +
               "\n"
               "    value, slope = " +
               m_places.call("f", at()) + ", gradient(" + at() +
               ")\n"
               "    " +
               m_places.row(at()) +
               "\n"
               "    if " +
               m_places.size(at()) + " > 1e12 or np.isinf(value) or " +
               m_places.any("np.isinf(slope)") +
               ":\n"
               "        outcome = \"diverged\"\n"
               "        break\n"
               "    if np.isnan(value) or " +
               m_places.any("np.isnan(slope)") +
               ":\n"
               "        outcome = \"left-domain\"\n"
               "        break\n" +
               step();
    }

    std::string step() const {
        if (!hasOptimizer())
            return "    there = next_state(*here, " + seen() + ", " + alpha() +
                   (isAsked("t") ? ", n + 1" : "") + ")\n";
        const std::string rate =
            isConstant() ? "" : "    optimizer.param_groups[0][\"lr\"] = learning_rate(n)\n";
        return (hasMemory() ? "    before = remembered()\n" : std::string()) +
               "    x.grad = " + seen() + '\n' + rate + "    optimizer.step()\n";
    }

    /// Whether an optimizer has more to remember than x, and it matters.
    bool hasMemory() const {
        return hasOptimizer() && !m_rule.memory.empty() &&
               settledFrom(0) <= m_settings.maxIterations;
    }

    /// The iteration from which on a step that changes nothing is followed by such steps alone,
    /// not before `first`; none where noise may always follow.
    std::int64_t settledFrom(std::int64_t first) const {
        if (isNoisy()) return descent::mostIterations + 1;
        return std::max(first, m_rule.settledFrom);
    }

    /// Whether the run has come to its end.
    std::string judgement() const {
        const std::string next = hasOptimizer() ? "x.detach()" : "there[0]";
        std::int64_t first = 0;
        while (descent::rises(m_settings.schedule, first)) ++first;
        const auto from = [](std::int64_t iteration) {
            return iteration == 0 ? std::string() : "n >= " + std::to_string(iteration) + " and ";
        };
        std::string lines = "    if " + from(first) + m_places.size("slope") + " < tolerance and " +
                            m_places.size(next + " - " + at()) +
                            " <= max(1, alpha) * tolerance:\n"
                            "        outcome = \"converged\"\n"
                            "        break\n";
        const std::int64_t settled = settledFrom(first);
        if (settled <= m_settings.maxIterations) {
            const std::string same = hasOptimizer()
                                         ? m_places.samePlace("x.detach()", "at") +
                                               (hasMemory() ? " and remembered() == before" : "")
                                         : m_places.sameState("there", "here");
            lines += "    if " + from(settled) + same +
                     ":\n        outcome = \"stalled\"\n        break\n";
        }
        return lines + (hasOptimizer() ? "" : "    here = there\n");
    }

    static std::string end() {
        return "else:\n"
               "    outcome = \"max-iterations\"\n"
               "print(f\"{outcome} after {n} steps\", file=sys.stderr)\n";
    }

    const session::Session& m_session;
    const descent::Settings& m_settings;
    Dialect m_dialect;
    ScriptPlaces m_places;
    descent::Script m_rule;
    formula::Symbols m_symbols;
    ScriptFunctions m_functions;
};

/// Without the lines that are words.
std::string codeOf(const QString& script) {
    std::string code;
    for (const QString& line : script.split(u'\n'))
        if (!line.startsWith(u'#') && !line.startsWith(QLatin1String("print")))
            code += line.toStdString() + '\n';
    return code;
}

/// What the names of a function are called in its script: a name that means something else there
/// gets a _ behind it.
formula::Symbols symbolsOf(const session::Session& session, Dialect dialect) {
    const formula::Analysis& analysis = session.function.analysis();
    std::vector<std::string> names = analysis.constants;
    std::ranges::copy_if(analysis.variables, std::back_inserter(names),
                         [](const std::string& name) { return name != "x"; });
    formula::Symbols marked;
    for (const std::string& name : names) marked[name] = name + '_';
    if (names.empty()) return marked;
    const std::string code = codeOf(ScriptWriter(session, dialect, marked).text());
    std::erase_if(marked, [&](const auto& symbol) {
        return !formula::isPythonWord(symbol.first) && !formula::mentions(code, symbol.first);
    });
    return marked;
}

}  // namespace

QString script(const session::Session& session, Dialect dialect) {
    return ScriptWriter(session, dialect, symbolsOf(session, dialect)).text();
}

QByteArray numpy(const session::Report& report, const Options&) {
    return script(report.session, Dialect::NumPy).toUtf8();
}

}  // namespace output
