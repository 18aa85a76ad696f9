// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

class QPainter;

/// How the style draws its controls, each in the place and the state that the option tells.
namespace window::look {

void drawField(QPainter& painter, const QStyleOption& field);
void drawButton(QPainter& painter, const QStyleOption& button);
/// Of a radio button or a check box.
void drawIndicator(QPainter& painter, const QStyleOption& indicator, bool round);
/// A button of a row, or a text that is underlined while its page is open.
void drawTab(QPainter& painter, const QStyleOptionTab& tab, bool segmented);
/// The tab with the colours of its text.
QStyleOptionTab coloured(QStyleOptionTab tab, bool segmented);
/// With a round handle in the middle of its room.
void drawSlider(QPainter& painter, const QStyleOptionSlider& slider, const QRectF& room);
/// What a splitter is taken by.
void drawGrip(QPainter& painter, const QStyleOption& handle);
void drawHeader(QPainter& painter, const QStyleOption& section);
/// The bar within the room of a progress bar.
QRectF barOf(const QRectF& room);
void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar);

}  // namespace window::look
