// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>
#include <QWidget>
#include <vector>

namespace window {

class ScreenReaderText;

/// Rich text in a space of a height of its own: another text is drawn, but does not move the
/// layout, which makes it cheap enough to change with every frame. Only for a text that would be
/// cut the space grows, or the letters shrink where a piece that may not be broken is too wide,
/// and that stays so until it becomes wider, or the font or the lines change. Narrower it is never
/// lower: a scroll bar that its height brings would go again, and come, and go.
class TextCard : public QWidget {
    Q_OBJECT

public:
    explicit TextCard(QWidget* parent = nullptr);

    /// The least height, in lines of the widget's font.
    void setLines(int lines);
    void setText(const QString& richText);
    QString text() const { return m_text; }
    /// Whether each paragraph keeps the lines that it took before, so that those below stay.
    void setSteady(bool steady) { m_steady = steady; }
    /// The next text is of another kind: it need not have the room that texts before took.
    void forgetHeight() { m_forgets = true; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString plainText() const;
    void fit();
    void keepLines();
    void shrink(double factor);
    void fitAnew();

    int m_lines = 4;
    bool m_steady = false;
    bool m_forgets = false;    ///< heights, with the next text
    std::vector<int> m_taken;  ///< lines of each paragraph
    int m_needed = 0;          ///< the height in pixels that the longest text took
    int m_width = 0;           ///< that it had when it was resized last
    QString m_text;
    QTextDocument m_document;
    ScreenReaderText* m_account;
};

}  // namespace window
