// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/view/cobwebview.h"

#include "plot/paint/tip.h"
#include "plot/scene/cobwebhits.h"
#include "plot/scene/cobwebscene.h"
#include "session/wording/pointerwording.h"

namespace plot {

CobwebView::CobwebView(QWidget* parent)
    : RunView(session::View::Cobweb, parent), m_scene(std::make_unique<CobwebScene>(canvas())) {
    setAccessibleDescription(tr(
        "The map from xₙ to xₙ₊₁, the diagonal, and the steps of the run as stairs between them "
        "up to the present iteration. Click to choose the initial guess, or press Ctrl and Left or "
        "Right; drag or press Shift and an arrow to move the view; turn the wheel or press Ctrl "
        "and Plus or Minus to zoom; double-click or press Ctrl and 0 to see all of it."));
    setToolTip(wrapped(
        tr("Each stair is one step: upright to the curve, which tells xₙ₊₁, and level to the "
           "diagonal, where xₙ₊₁ becomes the next xₙ. Where the curve crosses the diagonal more "
           "gently than 45° either way (|m| < 1), near starts come to rest.")));
}

CobwebView::~CobwebView() = default;

RunScene& CobwebView::run() const {
    return *m_scene;
}

void CobwebView::setExtremum(const std::optional<insight::StationaryPoint>& extremum) {
    m_scene->setExtremum(extremum);
    changed();
}

QPointF CobwebView::tip() const {
    return m_scene->tip().value_or(QPointF());
}

std::optional<PictureView::Tip> CobwebView::tipAt(QPoint at) const {
    const QRectF room = m_scene->frame().area;
    const auto rest = fixedPointAt(*m_scene, at);
    if (!rest) return Tip{toolTip(), {}, {}, room};
    const QString text =
        session::describeFixedPoint(rest->x, rest->slope, m_scene->content().theme.digits);
    return Tip{wrapped(text), rest->mark, {}, room};
}

QString CobwebView::wordsAt(QPointF at) const {
    return plot::wordsAt(*m_scene, at);
}

}  // namespace plot
