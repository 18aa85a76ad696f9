// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/tables.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "session/wording.h"

namespace output {

namespace {

void append(QByteArray& text, double value) {
    if (std::isnan(value)) {
        text += "nan";  // without a sign
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::general, 17);
    text.append(digits.data(), end.ptr - digits.data());
}

}  // namespace

QByteArray table(const descent::Trajectory& trajectory, const Steps& steps, char separator) {
    QByteArray text;
    for (const char* column : {"iteration", "x", "f", "gradient"}) {
        if (!text.isEmpty()) text += separator;
        text += column;
    }
    text += '\n';
    const std::int64_t last = std::min(static_cast<std::int64_t>(trajectory.size()) - 1, steps.to);
    for (std::int64_t n = steps.from; n <= last; ++n) {
        const descent::Step step = trajectory[static_cast<std::size_t>(n)];
        text += QByteArray::number(qlonglong{step.iteration});
        for (const double value : {step.at[0], step.value, step.gradient[0]}) {
            text += separator;
            append(text, value);
        }
        text += '\n';
    }
    return text;
}

QByteArray csv(const Report& report, const Options& options) {
    return table(report.trajectory, options.steps, ',');
}

/// JSON has no word for NaN and the infinities: where there is no number, Qt writes null.
QByteArray json(const Report& report, const Options&) {
    const descent::Settings& settings = report.session.settings;
    const insight::Verdict& verdict = report.verdict;
    const bool ascends = settings.direction == descent::Direction::Ascend;
    const QJsonObject object{
        {QStringLiteral("function"), report.session.function},
        {QStringLiteral("derivative"),
         QString::fromStdString(formula::plain(report.analysis.derivative))},
        {QStringLiteral("initial_guess"), report.session.initialGuess},
        {QStringLiteral("alpha"), settings.alpha},
        {QStringLiteral("max_iterations"), qint64{settings.maxIterations}},
        {QStringLiteral("tolerance"), settings.tolerance},
        {QStringLiteral("method"), QStringLiteral("gradient")},
        {QStringLiteral("direction"),
         ascends ? QStringLiteral("maximize") : QStringLiteral("minimize")},
        {QStringLiteral("outcome"), session::outcomeName(verdict.outcome)},
        {QStringLiteral("steps"), qint64{verdict.steps}},
        {QStringLiteral("x"), verdict.last.at[0]},
        {QStringLiteral("f"), verdict.last.value},
        {QStringLiteral("gradient"), verdict.last.gradient[0]},
        {QStringLiteral("verdict"), session::describe(verdict, settings)},
    };
    return QJsonDocument(object).toJson();
}

}  // namespace output
