// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <cstddef>
#include <optional>

#include "plot/look/theme.h"
#include "session/wording/endingwording.h"

namespace window {

/// A runner as a button that chooses it: its mark, its method, its learning rate and how it stands;
/// and a cross that removes it, as Delete does.
class RunnerChip : public QAbstractButton {
    Q_OBJECT

public:
    /// How much of it is told where room is scarce.
    enum class Detail {
        All,
        Rate,   ///< without the words on how it stands, of which the sign is left
        Brief,  ///< the method in a word, and only what tells it from the others
        Own,    ///< only that, where there is such a thing
        Name,   ///< without α
        Bare    ///< without the cross
    };

    struct Face {
        QString name;
        QString brief;  ///< that in a word
        QString rate;
        QString own;    ///< what tells it from the others; may be empty
        QString start;  ///< told by its tip alone
        QString standing;
        std::optional<session::Ending> ending;  ///< nothing while it is not known

        bool operator==(const Face&) const = default;
    };

    RunnerChip(std::size_t place, QWidget* parent);

    void setTheme(const plot::Theme& theme);
    /// False when it has that face.
    bool setFace(const Face& face);
    void setDetail(Detail detail);
    Detail detail() const { return m_detail; }
    int widthWith(Detail detail) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeWanted();

protected:
    bool hitButton(const QPoint& place) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString nameWith(Detail detail) const;
    QString rateWith(Detail detail) const;
    QRectF cross() const;
    void paintGround(QPainter& painter) const;
    void paintCross(QPainter& painter) const;
    void setOverCross(bool over);

    const std::size_t m_place;
    plot::Theme m_theme = plot::Theme::light();
    Face m_face;
    Detail m_detail = Detail::All;
    bool m_overCross = false;
    bool m_crossHeld = false;  ///< pressed there, and not let go since
};

}  // namespace window
