// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>

#include "session/view.h"

namespace window {

/// A view that a picture can show.
struct PictureView {
    session::View view;
    const char* name;  ///< for ExportDialog::tr()
};

/// The first are those of Views, in its order.
inline constexpr std::array pictureViews{
    PictureView{session::View::Curve, QT_TRANSLATE_NOOP("window::ExportDialog", "Curve")},
    PictureView{session::View::Cobweb, QT_TRANSLATE_NOOP("window::ExportDialog", "Cobweb")},
    PictureView{session::View::Bifurcation,
                QT_TRANSLATE_NOOP("window::ExportDialog", "Bifurcation diagram")},
    PictureView{session::View::Convergence,
                QT_TRANSLATE_NOOP("window::ExportDialog", "Convergence")},
    PictureView{session::View::Both,
                QT_TRANSLATE_NOOP("window::ExportDialog", "Curve and convergence")},
};

}  // namespace window
