// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/indicators.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "plot/theme.h"

namespace window {

namespace {

bool isFusion(const QString& name) {
    return name.compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

}  // namespace

void Indicators::install() {
    const QString name = QApplication::style()->objectName();
    const bool done = qobject_cast<Indicators*>(QApplication::style()) != nullptr;
    if (!done && isFusion(name)) QApplication::setStyle(make(name));
}

QStyle* Indicators::make(const QString& name) {
    if (!isFusion(name)) return QStyleFactory::create(name);
    auto* style = new Indicators(name);
    style->setObjectName(name);
    return style;
}

void Indicators::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if (!round && element != PE_IndicatorCheckBox) return;
    const QPalette& palette = option->palette;
    const double strength = option->state & State_Enabled ? 0.6 : 0.3;
    const QColor ring =
        plot::mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), strength);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ring, 1.4));
    painter->setBrush(Qt::NoBrush);
    const QRectF area = QRectF(option->rect).adjusted(0.7, 0.7, -0.7, -0.7);
    round ? painter->drawEllipse(area) : painter->drawRect(area);
    painter->restore();
}

}  // namespace window
