// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

namespace window {

/// A column of widgets that scrolls up and down where height is short, and is never narrower than
/// they are. Whoever gets the focus comes into sight.
class ScrollColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollColumn(QWidget* parent = nullptr);

    /// Scrolls too when the wheel is turned over what surrounds it and has no use for it.
    void takeWheelOf(QWidget* surroundings);
    /// Asks for the height of all that it holds, while it is shown, so that what surrounds it
    /// scrolls instead.
    void setWhole(bool whole);
    /// Scrolls so far that the part is in sight, all of it or its beginning, also when the column
    /// becomes higher or lower, until a person scrolls.
    void showWhole(QWidget& part);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPartSoon();

    QWidget* m_surroundings = nullptr;
    bool m_whole = false;
    QPointer<QWidget> m_part;  ///< to be in sight
    int m_resizing = 0;        ///< calls that are within each other
};

}  // namespace window
