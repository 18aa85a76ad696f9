// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFile>
#include <QImage>
#include <QPointF>

#include "output/writers.h"
#include "runs.h"

/// A finished run as the writers take it.
inline output::Report report(const char* function, double start, const core::Settings& settings,
                             core::Range range = {-5, 5}) {
    output::Report made{
        {QString::fromUtf8(function), start, settings, range}, analysed(function), {}, {}};
    const FinishedRun run = finished(made.analysis, start, settings);
    made.trajectory = run.trajectory;
    made.verdict = run.verdict;
    return made;
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool isNear(QColor a, QColor b) {
    constexpr int tolerance = 40;
    const auto near = [](int one, int other) { return std::abs(one - other) < tolerance; };
    return near(a.red(), b.red()) && near(a.green(), b.green()) && near(a.blue(), b.blue()) &&
           near(a.alpha(), b.alpha());
}

/// How many pixels have about this colour.
inline int count(const QImage& image, QColor colour) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) found += isNear(image.pixelColor(x, y), colour);
    }
    return found;
}

/// The middle of the pixels of about this colour that have such pixels around them: of discs, not
/// of lines.
inline QPointF centreOf(const QImage& image, QColor colour) {
    constexpr int around = 4;
    QPointF sum;
    int found = 0;
    for (int y = around; y < image.height() - around; ++y) {
        for (int x = around; x < image.width() - around; ++x) {
            const auto near = [&](int dx, int dy) {
                return isNear(image.pixelColor(x + dx, y + dy), colour);
            };
            if (!near(0, 0) || !near(-around, 0) || !near(around, 0) || !near(0, -around) ||
                !near(0, around)) {
                continue;
            }
            sum += QPointF(x, y);
            ++found;
        }
    }
    return found > 0 ? sum / found : QPointF();
}
