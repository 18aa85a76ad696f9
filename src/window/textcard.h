// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>
#include <QWidget>

namespace window {

/// Rich text in a space of fixed height: another text is drawn, but never moves the layout, which
/// makes it cheap enough to change with every frame.
class TextCard : public QWidget {
    Q_OBJECT

public:
    explicit TextCard(QWidget* parent = nullptr);

    /// The height, in lines of the widget's font.
    void setLines(int lines);
    void setText(const QString& richText);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int m_lines = 4;
    QString m_text;
    QTextDocument m_document;
};

}  // namespace window
