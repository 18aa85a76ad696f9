// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "plot/paint/caption.h"
#include "plot/scene/canvas.h"
#include "plot/scene/picture.h"
#include "plot/scene/scene.h"
#include "session/view.h"

namespace plot {

/// How a view is drawn as a picture: a row of a table.
struct PictureRow {
    /// One of its plots.
    struct Pane {
        std::unique_ptr<Scene> (*make)(Canvas&, const Subject&, const Look&);
        double share = 1;  ///< of the width; all together are 1
    };

    session::View view;
    std::vector<Pane> panes;  ///< from left to right
    /// Nothing where the plot itself says it all.
    std::vector<LegendEntry> (*legend)(const Subject&, const Theme&);
};

const PictureRow& pictureRow(session::View view);

}  // namespace plot
