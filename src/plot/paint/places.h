// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <vector>

#include "descent/descent.h"
#include "insight/plane/slice.h"
#include "insight/plane/stationaryplace.h"
#include "plot/look/theme.h"
#include "plot/paint/label.h"
#include "plot/shape/frame.h"

class QPainter;

namespace plot {

/// A minimum is a filled disc, a maximum a ring. A saddle is a cross along its two directions, with
/// heads on the one that leads down; where they are not known, upright. A place where a curvature
/// is zero is a hollow square, and one on a valley floor a bar along it.
void paintPlace(QPainter& painter, QPointF at, const insight::StationaryPlace& place,
                const insight::Slice& slice, const Frame& frame, const Theme& theme);
/// Whether a place lies on the slice, as near as it is known.
bool isOn(const insight::Slice& slice, const insight::StationaryPlace& place, const Frame& frame);

/// A mark for each place in view that has room, those that runs look for first and the best of them
/// in a ring with a label where it covers nothing; pale and with words for one that lies off the
/// slice. A note where some have no room. Returns what marks and words cover.
std::vector<QRectF> paintPlaces(QPainter& painter,
                                const std::vector<insight::StationaryPlace>& places,
                                const insight::Slice& slice, descent::Direction direction,
                                Obstacles obstacles, const Frame& frame, const Theme& theme);
/// A diamond where f is lowest in the slice, or highest in an ascent, with a label where it covers
/// nothing; nothing where one of the places has its mark. Returns what mark and words cover.
std::vector<QRectF> paintSliceBest(QPainter& painter, QPointF at,
                                   const std::vector<insight::StationaryPlace>& places,
                                   const insight::Slice& slice, descent::Direction direction,
                                   Obstacles obstacles, const Frame& frame, const Theme& theme);
/// The place whose mark is at `pixel`, if one is.
const insight::StationaryPlace* placeAt(QPointF pixel,
                                        const std::vector<insight::StationaryPlace>& places,
                                        const insight::Slice& slice, const Frame& frame,
                                        const Theme& theme);

}  // namespace plot
