// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "plot/paint/legend.h"

namespace plot {
class PlaneView;
}

namespace window {

/// What the signs of a picture mean, within its axes above or below where least is drawn; lets the
/// mouse through. Where the names of the runners would make it large, it leaves them to the row of
/// runners.
class LegendCard : public QWidget {
    Q_OBJECT

public:
    explicit LegendCard(plot::PlaneView* picture);

    /// Shows these; nothing where there are none, or no room is.
    void showLegend(std::vector<plot::LegendEntry> legend, const plot::Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();
    bool lay();
    QSize sizeNeeded() const;
    QPoint emptiestPlace(QSize size) const;

    plot::PlaneView* m_picture;
    std::vector<plot::LegendEntry> m_entries;
    plot::Theme m_theme = plot::Theme::light();
    std::optional<plot::Legend> m_laid;  ///< within m_inset
    bool m_fits = true;                  ///< a call of fit() is not on its way
};

}  // namespace window
