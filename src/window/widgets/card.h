// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

namespace window {

/// A ground with round corners for what belongs together. What lies on it takes the card's colour
/// for the window's. One that lies within another shows no ground of its own.
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    /// A coloured left edge; an invalid colour for none.
    void setEdge(const QColor& colour);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void adoptColours();
    bool isWithinAnother() const;

    QColor m_edge;
};

/// What a card is about, in small capitals.
class Heading : public QLabel {
    Q_OBJECT

public:
    explicit Heading(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void adoptColours();
};

/// Lies over a widget and rounds its corners, as those of a card; lets the mouse through.
class RoundCorners : public QWidget {
    Q_OBJECT

public:
    explicit RoundCorners(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace window
