// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/plane/slice.h"
#include "session/session.h"

namespace session {

// What is in view of a function of several variables: a plane that two of them span.

/// The two as files, links and the command line have them, "x,z"; empty for the first two.
QString axesText(const Session& session);
/// Reads that; an empty text is that of the first two. Returns an empty string, or one sentence
/// that says what is wrong, and then nothing changes.
QString readAxes(const QString& text, Session& into);
/// For the screen: "x and z".
QString axesShown(const Session& session);

/// What is seen of them. Where no range of the second axis is set, as much as of the first one,
/// about the start.
insight::Rectangle rectangleOf(const Session& session);
/// Of a function of two variables, a rectangle of the axes with the first variable across.
insight::Rectangle inOrder(const Axes& axes, const insight::Rectangle& rectangle);
/// The plane of the axes through a place.
insight::Slice sliceThrough(const Session& session, const descent::Point& place);

}  // namespace session
