// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace window {

/// A button for one of several answers: its text takes as many lines as it needs, and it shows
/// whether it was chosen and, once that is told, that it is the right one.
class AnswerButton : public QPushButton {
    Q_OBJECT

public:
    explicit AnswerButton(QWidget* parent = nullptr);

    void setAnswer(const QString& text);
    void setMarks(bool chosen, bool right);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int margin() const;
    /// Where the text goes, between the mark of the choice and that of the right answer.
    QRect textRect(const QRect& button) const;
    void drawChoice(QPainter& painter) const;
    void drawCheck(QPainter& painter) const;

    bool m_chosen = false;
    bool m_right = false;
};

}  // namespace window
