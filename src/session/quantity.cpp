// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/quantity.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Quantity)
};

struct Row {
    Quantity quantity;
    const char* name;
    const char* symbol;
};

constexpr std::array rows{
    Row{Quantity::Gap, "gap", "|f(xₙ) − f*|"}, Row{Quantity::Value, "f", "f(xₙ)"},
    Row{Quantity::Gradient, "gradient", "|f′(xₙ)|"},
    Row{Quantity::Distance, "distance", "|xₙ − x*|"}, Row{Quantity::Step, "step", "|xₙ₊₁ − xₙ|"}};

const Row& rowOf(Quantity quantity) {
    return *std::ranges::find(rows, quantity, &Row::quantity);
}

}  // namespace

QStringList quantityNames() {
    QStringList names;
    for (const Row& row : rows) names += QString::fromLatin1(row.name);
    return names;
}

QString quantityText(const std::optional<Quantity>& quantity) {
    return quantity ? QString::fromLatin1(rowOf(*quantity).name) : QString();
}

formula::Result<Quantity, QString> quantityFrom(const QString& name) {
    const auto row = std::ranges::find_if(
        rows, [&](const Row& known) { return name == QLatin1String(known.name); });
    if (row != rows.end()) return row->quantity;
    const QStringList names = quantityNames();
    return Text::tr("“%1” is not known. The chart can show %2 or %3.")
        .arg(shortened(name), names.mid(0, names.size() - 1).join(QStringLiteral(", ")),
             names.back());
}

QString quantitySymbol(Quantity quantity, std::size_t variables) {
    if (variables > 1 && quantity == Quantity::Gradient) return QStringLiteral("|∇f(xₙ)|");
    if (variables > 1 && quantity == Quantity::Distance) return QStringLiteral("‖xₙ − x*‖");
    if (variables > 1 && quantity == Quantity::Step) return QStringLiteral("‖xₙ₊₁ − xₙ‖");
    return QString::fromUtf8(rowOf(quantity).symbol);
}

}  // namespace session
