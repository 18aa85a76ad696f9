// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

#include "output/writers.h"

namespace window {

/// A kind of file that a run can be exported as.
struct ExportFormat {
    enum class Kind { Picture, Drawing, Table, Result, Film };

    QString suffix;    ///< with its point
    const char* name;  ///< for ExportDialog::tr()
    Kind kind;

    bool drawn() const { return kind == Kind::Picture || kind == Kind::Drawing; }
    bool film() const { return kind == Kind::Film; }
    bool rows() const { return kind == Kind::Table; }
};

const std::array<ExportFormat, 8>& exportFormats();

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
