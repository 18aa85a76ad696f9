// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFile>
#include <QImage>
#include <QPointF>
#include <vector>

#include "functions.h"
#include "output/writers.h"
#include "runs.h"

/// A finished run as the writers take it.
inline session::Report report(const char* function, double start, const descent::Settings& settings,
                              insight::Range range = {-5, 5}) {
    session::Report made{{functionOf(QString::fromUtf8(function)), start, settings, range}, {}, {}};
    const FinishedRun run = finished(made.analysis(), start, settings);
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

/// The place around which most pixels have about this colour: of a disc, not of a line. Null when
/// there are none.
inline QPointF centreOf(const QImage& image, QColor colour) {
    constexpr int reach = 8;
    const int width = image.width();
    // sums[y][x]: of the pixels above and to the left
    std::vector<std::vector<int>> sums(static_cast<std::size_t>(image.height()) + 1,
                                       std::vector<int>(static_cast<std::size_t>(width) + 1));
    const auto sum = [&](int x, int y) -> int& {
        return sums[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
    };
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < width; ++x) {
            sum(x + 1, y + 1) =
                sum(x, y + 1) + sum(x + 1, y) - sum(x, y) + isNear(image.pixelColor(x, y), colour);
        }
    }
    int most = 0;
    int found = 0;
    QPointF total;
    for (int y = reach; y < image.height() - reach; ++y) {
        for (int x = reach; x < width - reach; ++x) {
            const int here = sum(x + reach + 1, y + reach + 1) - sum(x - reach, y + reach + 1) -
                             sum(x + reach + 1, y - reach) + sum(x - reach, y - reach);
            if (here < most || here == 0) continue;
            if (here > most) {
                total = {};
                found = 0;
            }
            most = here;
            total += QPointF(x, y);
            ++found;
        }
    }
    return found > 0 ? total / found : QPointF();
}
