// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/look/look.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QLayout>
#include <QPointer>
#include <QWidget>
#include <algorithm>

namespace window::look {

namespace {

constexpr double textSize = 13;  // pixels, to which those below are
constexpr double headingSize = 12;
constexpr double noteSize = 12;
constexpr double verdictSize = 14;
constexpr double mathsSize = 14;
constexpr double formulaSize = 19;

/// In points or in pixels, as the font has it.
QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    }
    return font;
}

int pixelsOf(const QFont& font) {
    return std::max(1, QFontInfo(font).pixelSize());
}

/// Nothing is smaller than notes may be.
QFont sized(const QFont& font, double size) {
    const double pixels = pixelsOf(font) * size / textSize;
    return scaled(font, std::max(pixels, noteSize) / pixelsOf(font));
}

/// Follows the font of the widget's parent, which a font of the widget's own would not.
class Follower : public QObject {
public:
    Follower(QWidget& widget, Letters letters)
        : QObject(&widget), m_widget(widget), m_letters(letters) {
        widget.installEventFilter(this);
        watch();
    }
    void set(Letters letters) {
        m_letters = letters;
        follow();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ParentChange && watched == &m_widget) watch();
        if (event->type() == QEvent::FontChange && watched == m_parent) follow();
        return false;
    }

private:
    void watch() {
        if (m_parent) m_parent->removeEventFilter(this);
        m_parent = m_widget.parentWidget();
        if (m_parent) m_parent->installEventFilter(this);
        follow();
    }
    void follow() {
        m_widget.setFont(letters(m_letters, m_parent ? m_parent->font() : QApplication::font()));
    }

    QWidget& m_widget;
    QPointer<QWidget> m_parent;
    Letters m_letters;
};

}  // namespace

QFont letters(Letters letters, const QFont& text) {
    switch (letters) {
        case Letters::Heading: {
            constexpr double spaced = 104;  // per cent
            QFont font = sized(text, headingSize);
            font.setWeight(QFont::DemiBold);
            font.setCapitalization(QFont::AllUppercase);
            font.setLetterSpacing(QFont::PercentageSpacing, spaced);
            return font;
        }
        case Letters::Note:
            return sized(text, noteSize);
        case Letters::Text:
            return text;
        case Letters::Maths: {
            QFont font = sized(text, mathsSize);
            font.setFamilies({QStringLiteral("DejaVu Serif"), QStringLiteral("serif")});
            font.setStyleHint(QFont::Serif);
            return font;
        }
        case Letters::Verdict:
            return sized(text, verdictSize);
        case Letters::Formula:
            return sized(text, formulaSize);
    }
    Q_UNREACHABLE();
}

void enlargeLetters() {
    const QFont font = QApplication::font();
    if (pixelsOf(font) < textSize) QApplication::setFont(scaled(font, textSize / pixelsOf(font)));
}

void setLetters(QWidget& widget, Letters letters) {
    for (QObject* child : widget.children()) {
        if (auto* follower = dynamic_cast<Follower*>(child)) return follower->set(letters);
    }
    new Follower(widget, letters);
}

plot::Roles roles() {
    return plot::Roles::matching(QApplication::palette());
}

void space(QLayout& layout, int margin, int spacing) {
    layout.setContentsMargins(margin, margin, margin, margin);
    layout.setSpacing(spacing);
}

}  // namespace window::look
