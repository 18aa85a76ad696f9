// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QSize>

#include "plot/look/theme.h"
#include "session/session.h"

namespace window {

inline constexpr QSize thumbnailSize(112, 64);

/// A session as a small picture: the curve, or the map of several variables, with the steps of all
/// runners and the ball at its start.
QPixmap thumbnail(const session::Session& session, const plot::Theme& theme, qreal resolution);

}  // namespace window
