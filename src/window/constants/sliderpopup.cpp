// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/constants/sliderpopup.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

#include "descent/point.h"
#include "plot/paint/tip.h"
#include "session/names.h"
#include "window/look/look.h"

namespace window {

SliderPopup::SliderPopup(const session::Constant& constant, const session::Slider& covers,
                         const QStringList& variables, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_constant(constant),
      m_range(covers.range),
      m_step(covers.step),
      m_fault(new QLabel(this)) {
    const QString name = QString::fromStdString(constant.name);
    setObjectName(QStringLiteral("sliderPopup"));
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Slider of the constant %1").arg(name));
    auto* column = new QVBoxLayout(this);
    look::space(*column, look::inset, look::gap);
    auto* form = new QFormLayout;
    column->addLayout(form);
    m_low = addField(*form, tr("&From"), "low", m_range.low, own<session::constantFrom>);
    m_high = addField(*form, tr("&To"), "high", m_range.high, own<session::constantFrom>);
    NumberField* const step =
        addField(*form, tr("In &steps of"), "step", m_step, own<session::sliderStepFrom>);
    connect(m_low, &NumberField::valueTyped, this, [this](double value) {
        m_range.low = value;
        choose();
    });
    connect(m_high, &NumberField::valueTyped, this, [this](double value) {
        m_range.high = value;
        choose();
    });
    connect(step, &NumberField::valueTyped, this, [this](double value) {
        m_step = value;
        choose();
    });
    m_fault->setObjectName(QStringLiteral("sliderFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    addRoles(variables);
}

/// Where there is one variable, the constant can take its place.
void SliderPopup::addRoles(const QStringList& variables) {
    const QString name = QString::fromStdString(m_constant.name);
    const bool isFull = variables.size() == static_cast<qsizetype>(descent::mostVariables);
    auto* more = addButton(
        tr("Let %1 &vary").arg(name),
        isFull ? tr("There are as many variables as there can be.")
               : tr("The function is then one of %1, and %2 starts at the value it has here.")
                     .arg(session::listed(variables + QStringList(name)), name),
        "makeVariable");
    more->setDisabled(isFull);
    connect(more, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT variableWanted();
    });
    if (variables.size() > 1) return;
    auto* only = addButton(
        tr("Let &only %1 vary").arg(name),
        tr("The function is then one of %1, and %2 is a constant.").arg(name, variables.front()),
        "makeOnlyVariable");
    connect(only, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT onlyVariableWanted();
    });
}

QPushButton* SliderPopup::addButton(const QString& text, const QString& tip, const char* name) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(plot::wrapped(tip));
    layout()->addWidget(button);
    return button;
}

NumberField* SliderPopup::addField(QFormLayout& form, const QString& label, const char* name,
                                   double value, NumberField::Reader reader) {
    auto* field = new NumberField(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setReader(std::move(reader));
    field->setValue(value);
    connect(field, &NumberField::faultChanged, this, [this](const QString& fault) {
        m_fault->setText(fault);
        m_fault->setVisible(!fault.isEmpty());
        adjustSize();
    });
    form.addRow(label, field);
    // The line under a letter is drawn apart from the others, which takes more room.
    QWidget* const words = form.labelForField(field);
    words->setMinimumWidth(words->sizeHint().width() + words->fontMetrics().averageCharWidth() / 2);
    return field;
}

/// The value of the constant stays within what the slider covers.
void SliderPopup::choose() {
    const auto range = session::rangeFrom(session::typedNumber(m_range.low) + u':' +
                                          session::typedNumber(m_range.high));
    m_fault->setText(range ? QString() : range.error());
    m_fault->setVisible(!range);
    adjustSize();
    if (!range) return;
    session::Constant next = m_constant;
    next.range = *range;
    next.step = m_step;
    next.value = std::clamp(next.value, range->low, range->high);
    Q_EMIT chosen(next);
}

void SliderPopup::dropDownFrom(const QWidget& widget) {
    adjustSize();
    const QRect room = widget.screen()->availableGeometry();
    const QPoint below = widget.mapToGlobal(QPoint(0, widget.height()));
    move(std::clamp(below.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(below.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    m_low->setFocus(Qt::PopupFocusReason);
    m_low->selectWhole();
}

void SliderPopup::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter || event->key() == Qt::Key_Escape) {
        close();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace window
