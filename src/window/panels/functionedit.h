// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace window {

/// A line edit that can underline what is wrong in its text and point a caret at where it begins.
/// While nobody types, a text that is too long for it shows its beginning, and that it goes on.
/// Enter is for its parents unless something is wrong.
class FunctionEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit FunctionEdit(QWidget* parent = nullptr) : QLineEdit(parent) {}

    /// As setText(), where nobody types from its beginning.
    void showText(const QString& text);
    /// In UTF-16 units of the text; a start at its end points behind it.
    void markFault(qsizetype start, qsizetype length);
    void clearFault();
    bool hasFault() const { return m_faultStart >= 0; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Escape was pressed.
    void escaped();
    /// A key changed the text: by typing, or else by undoing or redoing some.
    void keyed(bool typing);

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// The horizontal place of the character's left edge, in this widget's pixels.
    double placeOf(qsizetype index) const;
    /// Whether its text is longer than its room.
    bool isCut() const;
    void paintEllipsis();

    qsizetype m_faultStart = -1;
    qsizetype m_faultLength = 0;
};

}  // namespace window
