// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <memory>
#include <optional>

#include "insight/stationary.h"
#include "plot/view/runview.h"

namespace plot {

class CobwebScene;

/// A run as a cobweb: the map from xₙ to xₙ₊₁ = xₙ ∓ α f′(xₙ), the diagonal, and the stairs of the
/// run between them. Where the map crosses the diagonal it rests; its slope there decides whether
/// near starts come to rest too. A frame costs the same for a thousand and for a million steps.
class CobwebView : public RunView {
    Q_OBJECT

public:
    explicit CobwebView(QWidget* parent = nullptr);
    ~CobwebView() override;

    /// The place whose slope is told when it is in view.
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);

    /// Where the end of the stairs is drawn, in this widget's pixels; null without a run and out of
    /// view.
    QPointF tip() const;

protected:
    RunScene& run() const override;
    QString wordsAt(QPointF at) const override;
    std::optional<Tip> tipAt(QPoint at) const override;

private:
    std::unique_ptr<CobwebScene> m_scene;
};

}  // namespace plot
