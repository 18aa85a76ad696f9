// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFont>
#include <QList>
#include <QObject>
#include <QRect>
#include <optional>

class QMainWindow;
class QSplitter;

namespace window {

/// Projector mode: the window fills its screen, and knobs, icons, rows and menus of the whole
/// program are plot::Theme::projectorFactor times as large, its letters nearly so; those of the
/// panel less where it would take the picture's room. Leaving it brings back what was.
class Projector : public QObject {
    Q_OBJECT

public:
    /// `splitter` divides the window into the picture and, to the right, a panel that keeps its
    /// width.
    Projector(QMainWindow& window, QSplitter& splitter);
    /// Leaves the mode.
    ~Projector() override;

    bool on() const { return m_before.has_value(); }
    /// Whether the letters are so large that what can be left out should leave its height to the
    /// picture; false outside the mode.
    bool low() const { return m_low; }
    void enter();
    void leave();
    /// Whether the panel holds texts to be read, which need more of the width.
    void setReading(bool reading);
    /// The sizes in the splitter, as they are outside the mode.
    QList<int> usualSizes() const;

Q_SIGNALS:
    void lowChanged(bool low);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Before {
        bool maximized;
        QRect place;       ///< of the window when it is not maximized
        QList<int> sizes;  ///< in the splitter
        QString style;
        QFont letters;
        QList<std::pair<QByteArray, QFont>> special;  ///< letters of some classes of widgets
    };

    void setPanelWidth(int width);
    void placePanelSoon();
    void placePanel();
    void fitLetters(int width);
    void restoreLook();
    void measure();

    QMainWindow& m_window;
    QSplitter& m_splitter;
    std::optional<Before> m_before;
    std::optional<int> m_panel;  ///< the width that the panel should have, until a person moves it
    bool m_placing = false;      ///< soon
    int m_fittedWidth = 0;       ///< to which the panel's letters fit
    bool m_low = false;
    bool m_reading = false;
};

}  // namespace window
