// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QImage>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>
#include <algorithm>
#include <cstdlib>
#include <vector>

/// How many pixels of a part of the image have about this colour.
inline int pixelsLike(const QImage& image, QColor colour, QRect part, int tolerance = 40) {
    int found = 0;
    part &= image.rect();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int off = std::abs(pixel.red() - colour.red()) +
                            std::abs(pixel.green() - colour.green()) +
                            std::abs(pixel.blue() - colour.blue());
            found += off < tolerance ? 1 : 0;
        }
    }
    return found;
}

/// Where the most of the pixels of a part lie that have about this colour; null without one.
inline QPoint middleOf(const QImage& image, QColor colour, QRect part) {
    std::vector<int> columns;
    std::vector<int> rows;
    part &= image.rect();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (pixelsLike(image, colour, {x, y, 1, 1}) == 0) continue;
            columns.push_back(x);
            rows.push_back(y);
        }
    }
    if (columns.empty()) return {};
    std::ranges::sort(columns);
    return {columns[columns.size() / 2], rows[rows.size() / 2]};
}

/// The pixels around a place.
inline QRect around(QPointF place, int reach) {
    const QPoint centre = place.toPoint();
    return {centre - QPoint(reach, reach), centre + QPoint(reach, reach)};
}

/// What a person does with the mouse on a view; the child under the pointer gets it.
template <typename View>
struct Hand {
    View& view;

    QWidget* stage() const { return view.childAt(view.rect().center()); }
    void settle() const {
        view.draw();
        QApplication::processEvents();
    }
    void wheel(QPoint place, int notches) const {
        QWheelEvent event(place, view.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
        settle();
    }
    void click(QPoint place) const { QTest::mouseClick(stage(), Qt::LeftButton, {}, place); }
    void doubleClick(QPoint place) const {
        click(place);
        QTest::mouseDClick(stage(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(stage(), Qt::LeftButton, {}, place);
        settle();
    }
    void drag(QPoint from, QPoint to) const {
        QTest::mousePress(stage(), Qt::LeftButton, {}, from);
        for (int part = 1; part <= 4; ++part) {
            QTest::mouseMove(stage(), from + (to - from) * part / 4);
        }
        QTest::mouseRelease(stage(), Qt::LeftButton, {}, to);
        settle();
    }
};
