// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/hints.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "formula/ownnames.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Hints {
    Q_DECLARE_TR_FUNCTIONS(Hints)
};

/// What has another spelling here.
struct Spelling {
    const char* typed;  ///< signs and words, with blanks between them
    const char* written;
    const char* shown = nullptr;  ///< typed with its argument, for one that is written otherwise
};

constexpr std::array spellings = {
    Spelling{"½", "(1/2)"},
    Spelling{"⅓", "(1/3)"},
    Spelling{"⅔", "(2/3)"},
    Spelling{"¼", "(1/4)"},
    Spelling{"¾", "(3/4)"},
    Spelling{"⅕", "(1/5)"},
    Spelling{"⅖", "(2/5)"},
    Spelling{"⅗", "(3/5)"},
    Spelling{"⅘", "(4/5)"},
    Spelling{"⅙", "(1/6)"},
    Spelling{"⅚", "(5/6)"},
    Spelling{"⅛", "(1/8)"},
    Spelling{"⅜", "(3/8)"},
    Spelling{"⅝", "(5/8)"},
    Spelling{"⅞", "(7/8)"},
    Spelling{"[ { ⟨ \\{", "("},
    Spelling{"] } ⟩ \\}", ")"},
    Spelling{"& ∧ and \\land", "&&"},
    Spelling{"∨ or \\lor", "||"},
    Spelling{"≈ ≡", "=="},
    Spelling{"\\cdot \\times \\ast", "*"},
    Spelling{"\\div", "/"},
    Spelling{"\\lt", "<"},
    Spelling{"\\gt", ">"},
    Spelling{"\\le \\leq", "<="},
    Spelling{"\\ge \\geq", ">="},
    Spelling{"\\ne \\neq", "!="},
    Spelling{"\\lvert \\rvert \\vert \\mid", "|"},
    Spelling{"\\frac \\dfrac \\tfrac", "(a)/(b)", "\\frac{a}{b}"},
    Spelling{"∜", "x^(1/4)", "∜x"},
    Spelling{"⌊ ⌋", "floor(x)", "⌊x⌋"},
    Spelling{"⌈ ⌉", "ceil(x)", "⌈x⌉"},
    Spelling{"‖", "|x|", "‖x‖"},
    Spelling{"arcsin \\arcsin", "asin"},
    Spelling{"arccos \\arccos", "acos"},
    Spelling{"arctan arctg \\arctan", "atan"},
    Spelling{"arsinh", "asinh"},
    Spelling{"arcosh", "acosh"},
    Spelling{"artanh", "atanh"},
    Spelling{"tg", "tan"},
    Spelling{"sh", "sinh"},
    Spelling{"ch", "cosh"},
    Spelling{"th", "tanh"},
    Spelling{"\\lg", "lg"},
    Spelling{"lb ld", "log2"},
    Spelling{"root", "sqrt"},
    Spelling{"Gamma \\Gamma tgamma", "gamma"},
    Spelling{"trigamma", "polygamma(1, x)", "trigamma(x)"},
    Spelling{"int", "floor"},
    Spelling{"ctg \\cot", "cot"},
    Spelling{"\\sec", "sec"},
    Spelling{"cosec \\csc", "csc"},
    Spelling{"coth \\coth", "1/tanh(x)", "coth(x)"},
    Spelling{"sech", "1/cosh(x)", "sech(x)"},
    Spelling{"csch", "1/sinh(x)", "csch(x)"},
    Spelling{"relu ReLU", "max(0,x)", "relu(x)"},
    Spelling{"mod", "x-2*floor(x/2)", "mod(x,2)"},
    Spelling{"if then else", "x < 0 ? -x : x^2", "if x < 0 then −x else x^2"},
};

struct Advice {
    const char* typed;     ///< as above
    const char* sentence;  ///< %1 stands for what was typed, in quotes
};

constexpr std::array advices = {
    Advice{";", QT_TRANSLATE_NOOP(
                    "Hints", "Delete %1, or write a comma between arguments, as in max(x,1).")},
    Advice{".",
           QT_TRANSLATE_NOOP(
               "Hints", "%1 stands only in numbers, such as 0.5: write sin(x) for np.sin(x).")},
    Advice{"σ", QT_TRANSLATE_NOOP("Hints",
                                  "Write sigmoid(x) for the sigmoid; before a bracket, write the "
                                  "constant %1 with a *.")},
    Advice{"psi \\psi",
           QT_TRANSLATE_NOOP("Hints",
                             "Write digamma(x) for the digamma function; a constant needs another "
                             "name than %1.")},
    Advice{"f",
           QT_TRANSLATE_NOOP("Hints", "Type only the formula that %1 stands for, such as x^2.")},
    Advice{"⁽ ⁾",
           QT_TRANSLATE_NOOP("Hints",
                             "%1 is not read: write polygamma(1, x) for the first derivative of "
                             "ψ(x), and ^ for a power.")},
    Advice{"!", QT_TRANSLATE_NOOP("Hints",
                                  "Write a factorial n! as gamma(n+1), and “not equal” as !=.")},
    Advice{"%", QT_TRANSLATE_NOOP(
                    "Hints",
                    "Write 0.05 for five percent, x-2*floor(x/2) for the remainder of x by 2.")},
    Advice{
        "° ˚ º \\circ \\degree",
        QT_TRANSLATE_NOOP("Hints", "Angles are in radians here: write 30 degrees as 30*pi/180.")},
    Advice{"∞ \\infty inf infinity",
           QT_TRANSLATE_NOOP("Hints",
                             "%1 is no number to compute with: write a large one, such as 1e9.")},
    Advice{"± ∓ \\pm \\mp",
           QT_TRANSLATE_NOOP("Hints",
                             "A function has one value at each x: write + or - in place of %1.")},
    Advice{
        "₀ ₁ ₂ ₃ ₄ ₅ ₆ ₇ ₈ ₉ ₐ ₑ ₒ ₓ ᵢ ₙ ₖ _",
        QT_TRANSLATE_NOOP(
            "Hints", "Delete the index %1; logarithms to base 2 and 10 are log2(x) and log10(x).")},
    Advice{"ⁿ ˣ ⁱ ᵃ ᵇ ᵏ ᵐ ʸ ᵗ",
           QT_TRANSLATE_NOOP("Hints",
                             "Only digits can be raised: write ^ in place of %1, as in 2^x.")},
    Advice{"' ’ ‘ ′ ″ `",
           QT_TRANSLATE_NOOP(
               "Hints", "Derivatives are computed here: type the function itself, without %1.")},
    Advice{
        "∑ Σ ∏ ∫ ∂ ∇ … \\sum \\prod \\int \\partial \\nabla \\ldots \\cdots \\dots",
        QT_TRANSLATE_NOOP("Hints", "%1 is not computed here: write the terms out, as in x+x^2.")},
    Advice{"→ ↦ ⇒ \\to \\mapsto \\rightarrow",
           QT_TRANSLATE_NOOP("Hints", "Type only the formula that stands behind %1, such as x^2.")},
    Advice{"∈ \\in",
           QT_TRANSLATE_NOOP("Hints", "Type only the formula, without the set that x lies in.")},
    Advice{"¬ ~ not \\neg",
           QT_TRANSLATE_NOOP(
               "Hints", "Write the opposite comparison in place of %1: x >= 0 for “not x < 0”.")},
    Advice{"$ \\left \\right \\big \\Big \\bigl \\bigr \\, \\; \\: \\! \\  \\quad \\qquad \\( \\) "
           "\\[ \\] \\displaystyle \\mathrm \\operatorname \\text \\limits \\\\",
           QT_TRANSLATE_NOOP("Hints", "%1 only sets the type in LaTeX: delete it.")},
};

bool lists(const char* typed, const QString& subject) {
    return QString::fromUtf8(typed).split(QLatin1Char(' ')).contains(subject);
}

QString inQuotes(const QString& text) {
    return QStringLiteral("“%1”").arg(shortened(text));
}

bool isGreekWord(const QString& name) {
    const auto& names = formula::usualNames();
    return name.size() > 1 && !name.back().isDigit() &&
           std::ranges::find(names, name.toStdString()) != names.end();
}

QString latexHint(const QString& subject) {
    const QString name = subject.mid(1);
    if (isGreekWord(name) || formula::read(name.toStdString() + "(x)")) {
        return Hints::tr("Write %1 without the backslash: %2.").arg(inQuotes(subject), name);
    }
    return Hints::tr("LaTeX is not read here: write %1 with signs such as + - * / ^ ( ).")
        .arg(inQuotes(subject));
}

/// Of other alphabets, or set in another type: 𝑥, ｘ, х.
bool isForeign(const QString& subject) {
    const QList<uint> points = subject.toUcs4();
    return points.size() == 1 && points.front() > 0x7f && QChar::isLetterOrNumber(points.front());
}

}  // namespace

QString hint(const formula::ReadError& error) {
    const QString subject = QString::fromStdString(error.subject);
    if (subject.isEmpty()) return {};
    for (const Advice& advice : advices) {
        if (!lists(advice.typed, subject)) continue;
        const QString sentence = QCoreApplication::translate("Hints", advice.sentence);
        return sentence.contains(QLatin1String("%1")) ? sentence.arg(inQuotes(subject)) : sentence;
    }
    for (const Spelling& spelling : spellings) {
        if (!lists(spelling.typed, subject)) continue;
        const QString shown = spelling.shown ? QString::fromUtf8(spelling.shown) : subject;
        return Hints::tr("Write %1 as %2.")
            .arg(inQuotes(shown), inQuotes(QString::fromUtf8(spelling.written)));
    }
    if (subject.startsWith(QLatin1Char('\\'))) return latexHint(subject);
    if (!isForeign(subject)) return {};
    return Hints::tr("Type %1 with the letters and digits of the keyboard, such as x.")
        .arg(inQuotes(subject));
}

}  // namespace session
