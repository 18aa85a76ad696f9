// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/accessibility.h"

#include <QAccessibleWidget>

#include "plot/view/bifurcationview.h"
#include "plot/view/cobwebview.h"
#include "plot/view/convergenceview.h"
#include "plot/view/curveview.h"
#include "window/runner/alpharuler.h"
#include "window/text/screenreadertext.h"
#include "window/text/textcard.h"
#include "window/widgets/slider.h"

namespace window {

namespace {

QString told(const QWidget& widget, ScreenReaderText::Part part) {
    const ScreenReaderText* account = ScreenReaderText::of(widget);
    return account ? account->words(part) : QString();
}

/// What is painted: its parts are no objects of their own. How to use it is its help.
class Picture : public QAccessibleWidget {
public:
    explicit Picture(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Chart) {}

    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* focusChild() const override { return nullptr; }
    QString text(QAccessible::Text text) const override {
        const QString usual = QAccessibleWidget::text(text);
        switch (text) {
            case QAccessible::Description: {
                const QString words = told(*widget(), ScreenReaderText::Part::Text);
                return words.isEmpty() ? usual : words;
            }
            case QAccessible::Value:
                return told(*widget(), ScreenReaderText::Part::Value);
            case QAccessible::Help:
                return QAccessibleWidget::text(QAccessible::Description);
            default:
                return usual;
        }
    }
};

/// A text that is painted. Screen readers say the name of a text and pass over its value.
class Card : public QAccessibleWidget {
public:
    explicit Card(QWidget* widget) : QAccessibleWidget(widget, QAccessible::StaticText) {}

    QString text(QAccessible::Text text) const override {
        const QString usual = QAccessibleWidget::text(text);
        const QString words = told(*widget(), ScreenReaderText::Part::Text);
        if (text == QAccessible::Value) return words;
        if (text != QAccessible::Name || words.isEmpty()) return usual;
        return QStringLiteral("%1: %2").arg(usual, words);
    }
};

/// A slider, or what is turned like one, that tells what its place means, not the place.
class MeantSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    MeantSlider(QWidget* slider, const Slider::Meaning& meaning)
        : QAccessibleWidget(slider, QAccessible::Slider), m_meaning(meaning) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type != QAccessible::ValueInterface) return QAccessibleWidget::interface_cast(type);
        return static_cast<QAccessibleValueInterface*>(this);
    }
    QString text(QAccessible::Text text) const override {
        return text == QAccessible::Value ? m_meaning.words() : QAccessibleWidget::text(text);
    }
    QVariant currentValue() const override { return m_meaning.value(); }
    void setCurrentValue(const QVariant& value) override { m_meaning.choose(value.toDouble()); }
    QVariant minimumValue() const override { return m_meaning.range().low; }
    QVariant maximumValue() const override { return m_meaning.range().high; }
    QVariant minimumStepSize() const override { return {}; }

private:
    const Slider::Meaning& m_meaning;
};

QAccessibleInterface* made(const QString&, QObject* object) {
    if (auto* slider = qobject_cast<Slider*>(object))
        return new MeantSlider(slider, slider->meaning());
    if (auto* ruler = qobject_cast<AlphaRuler*>(object))
        return new MeantSlider(ruler, ruler->meaning());
    if (auto* card = qobject_cast<TextCard*>(object)) return new Card(card);
    if (qobject_cast<plot::CurveView*>(object) || qobject_cast<plot::CobwebView*>(object) ||
        qobject_cast<plot::BifurcationView*>(object) ||
        qobject_cast<plot::ConvergenceView*>(object)) {
        return new Picture(static_cast<QWidget*>(object));
    }
    return nullptr;
}

}  // namespace

void installAccessibility() {
    QAccessible::installFactory(made);
}

}  // namespace window
