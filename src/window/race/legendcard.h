// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "plot/paint/caption.h"

namespace window {

/// What the signs of a picture mean, over its upper right corner; lets the mouse through.
class LegendCard : public QWidget {
    Q_OBJECT

public:
    explicit LegendCard(QWidget* picture);

    /// Shows these; nothing where there are none.
    void showLegend(const std::vector<plot::LegendEntry>& legend, const plot::Theme& theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    plot::Caption m_caption{plot::Theme::light()};
};

}  // namespace window
