// SPDX-License-Identifier: GPL-3.0-or-later
//
// What verdicts claim of random runs, against a finer grid and against the run simply continued.
#include <QTest>
#include <algorithm>
#include <cmath>

#include "findings.h"
#include "insight/survey.h"
#include "randomruns.h"
#include "runs.h"

using descent::Objective;
using insight::Shape;

namespace {

constexpr insight::Range view{-10, 10};
constexpr int count = 300;

struct Judged {
    std::string function;
    double start = 0;
    descent::Settings settings;
    formula::Analysis analysis;
    FinishedRun run;
    double f(double x) const { return Objective(analysis).value(x); }
    QString name() const {
        return QStringLiteral("%1 from %2, α %3, N %4, %5: x = %6")
            .arg(QString::fromStdString(function))
            .arg(start)
            .arg(settings.alpha)
            .arg(settings.maxIterations)
            .arg(settings.direction == descent::Direction::Descend ? QStringLiteral("down")
                                                                   : QStringLiteral("up"))
            .arg(run.verdict.last.at[0], 0, 'g', 12);
    }
    double sign() const { return settings.direction == descent::Direction::Descend ? 1 : -1; }
};

/// The same runs each time.
const std::vector<Judged>& runs() {
    static const std::vector<Judged> all = [] {
        std::vector<Judged> judged;
        RandomRuns random(20261128);
        while (static_cast<int>(judged.size()) < count) {
            Judged next;
            next.function = random.function();
            next.start = random.start();
            next.settings = random.settings();
            next.settings.maxIterations = 5000;
            auto analysis = formula::analyse(next.function);
            if (!analysis) continue;
            next.analysis = *analysis;
            const auto inView = insight::survey(Objective(next.analysis), view, 1200);
            next.run = finished(next.analysis, next.start, next.settings, inView);
            judged.push_back(std::move(next));
        }
        return judged;
    }();
    return all;
}

const insight::Arrival* arrivalOf(const Judged& judged) {
    return found<insight::Arrival>(judged.run.verdict);
}

}  // namespace

class TestArrivals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void extremaAreNoWorseThanTheirSurroundings() {
        int checked = 0;
        for (const Judged& judged : runs()) {
            const auto* arrival = arrivalOf(judged);
            if (!arrival) continue;
            const auto& point = arrival->point;
            if (point.kind == insight::StationaryKind::Inflection) continue;
            const Objective objective(judged.analysis);
            const double sign = point.kind == insight::StationaryKind::Minimum ? 1 : -1;
            for (const double part : {1e-6, 1e-5, 1e-4}) {
                for (const double side : {-1, 1}) {
                    const double x = point.x + side * part * std::max(1.0, std::abs(point.x));
                    const double value = objective.value(x);
                    const double error = 4 * (point.error + objective.valueError(x));
                    QVERIFY2(std::isnan(value) || sign * (value - point.value) >= -error,
                             qPrintable(judged.name()));
                }
            }
            ++checked;
        }
        qInfo("%d checked", checked);
        QVERIFY2(checked > 30, qPrintable(QString::number(checked)));
    }

    /// On a grid that is finer by far than the one of the survey.
    void nothingInViewIsLowerThanTheLowest() {
        constexpr int cells = 20'000;
        int checked = 0;
        for (const Judged& judged : runs()) {
            using Rank = insight::Arrival::Rank;
            const auto* arrival = arrivalOf(judged);
            if (!arrival || arrival->rank == Rank::Unknown || arrival->rank == Rank::Beaten)
                continue;
            const Objective objective(judged.analysis);
            const auto& point = arrival->point;
            std::vector<double> values;
            for (int i = 0; i <= cells; ++i)
                values.push_back(judged.sign() *
                                 objective.value(view.low + view.width() * i / cells));
            const double own = judged.sign() * point.value;
            const double slack = 1e-9 * std::max(1.0, std::abs(own));
            for (std::size_t i = 1; i + 1 < values.size(); ++i) {
                const bool lowest = !(values[i - 1] <= values[i]) && !(values[i + 1] <= values[i]);
                const bool finite = std::isfinite(values[i]);
                QVERIFY2(
                    !lowest || !finite || values[i] >= own - slack,
                    qPrintable(judged.name() +
                               QStringLiteral(", lower at %1")
                                   .arg(view.low + view.width() * static_cast<double>(i) / cells)));
            }
            ++checked;
        }
        qInfo("%d checked", checked);
        QVERIFY2(checked > 15, qPrintable(QString::number(checked)));
    }

    /// Close to x* the run goes on by the factor that the verdict tells.
    void distancesShrinkByTheFactorThatIsTold() {
        int checked = 0;
        for (const Judged& judged : runs()) {
            const insight::Verdict& verdict = judged.run.verdict;
            const auto* arrival = arrivalOf(judged);
            if (!arrival || arrival->point.shape != Shape::Smooth) continue;
            if (std::abs(arrival->factor) < 0.1 || std::abs(arrival->factor) >= 1) continue;
            const bool sought = arrival->point.kind == insight::sought(judged.settings.direction);
            const double distance = verdict.last.at[0] - arrival->point.x;
            const double size = std::max(1.0, std::abs(arrival->point.x));
            if (!sought || std::abs(distance) > 1e-4 || std::abs(distance) < 1e-7 * size) continue;
            const Objective objective(judged.analysis);
            const auto next = byhand::next(objective, judged.settings, verdict.last);
            const double factor = (next.at[0] - arrival->point.x) / distance;
            QVERIFY2(std::abs(factor - arrival->factor) < 0.02,
                     qPrintable(judged.name() +
                                QStringLiteral(": %1, told %2").arg(factor).arg(arrival->factor)));
            ++checked;
        }
        qInfo("%d checked", checked);
        QVERIFY2(checked > 15, qPrintable(QString::number(checked)));
    }

    /// At a discontinuity f does not come closer to itself, however near one looks from both sides.
    void discontinuitiesAreThere() {
        int checked = 0;
        for (const Judged& judged : runs()) {
            const auto& crossing = judged.run.verdict.crossing;
            if (!crossing || crossing->gap) continue;
            const Objective objective(judged.analysis);
            const auto change = [&](double reach) {
                const double x = crossing->x;
                const double left = objective.value(x - reach);
                const double right = objective.value(x + reach);
                const double here = objective.value(x);
                return std::fmax(std::abs(right - left),
                                 std::fmax(std::abs(left - here), std::abs(right - here)));
            };
            const double size = std::max(1e-3, std::abs(crossing->x));
            QVERIFY2(
                !(change(1e-10 * size) < 0.3 * change(1e-5 * size)),
                qPrintable(judged.name() + QStringLiteral(", at %1").arg(crossing->x, 0, 'g', 17)));
            ++checked;
        }
        qInfo("%d checked", checked);
        QVERIFY2(checked > 5, qPrintable(QString::number(checked)));
    }
};

QTEST_APPLESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
