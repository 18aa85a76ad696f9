// SPDX-License-Identifier: GPL-3.0-or-later
#include <QList>

#include "../runs.h"
#include "../sentence.h"
#include "claims.h"
#include "insight/fitting.h"
#include "session/limits.h"
#include "session/wording/alttext.h"

namespace {

/// What a person typed: a function, an initial guess and a learning rate, a line each, and whether
/// to ascend. What is absent or does not read is as in a new session.
struct Typed {
    QByteArray function;
    double start = 1;
    descent::Settings settings{0.1, 300};
};

Typed typedFrom(const QByteArray& text) {
    const QList<QByteArray> lines = text.split('\n');
    const auto line = [&lines](qsizetype i) { return QString::fromUtf8(lines.value(i)); };
    Typed typed{lines.constFirst()};
    if (const auto start = session::initialGuessFrom(line(1))) typed.start = *start;
    if (const auto alpha = session::alphaFrom(line(2))) typed.settings.alpha = *alpha;
    if (line(3) == QLatin1String("ascend")) typed.settings.direction = descent::Direction::Ascend;
    return typed;
}

void requireWords(const QString& text) {
    require(isSentenceOrStartsWithAQuote(text));
    for (const char* odd : {"nan", "NaN", "inf "}) require(!text.contains(QLatin1String(odd)));
}

}  // namespace

/// The whole way from a text to words: whatever is typed is either refused in words, or ends in a
/// verdict in whole sentences.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Typed typed = typedFrom(bytes(data, size));
    const auto analysis = formula::analyse(typed.function.toStdString());
    if (!analysis) {
        requireTold(session::describe(analysis.error()));
        return 0;
    }
    const descent::Objective objective(*analysis);
    const insight::Range view = insight::fittingRange(objective, typed.settings, typed.start);
    require(view.valid());
    const auto points = insight::stationaryPoints(objective, view, 200);
    const FinishedRun run = finished(*analysis, typed.start, typed.settings, points);
    requireWords(session::describe(run.verdict, typed.settings));
    const std::optional<insight::Verdict> verdict = run.verdict;
    const session::Moment end{run.trajectory, typed.settings, verdict,
                              static_cast<double>(run.verdict.steps)};
    requireWords(session::tellBall(end));
    requireWords(session::tellConvergence(end));
    return 0;
}
