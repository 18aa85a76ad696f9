// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/runner/startfields.h"

#include <QRegularExpression>
#include <algorithm>

#include "descent/descent.h"
#include "session/limits.h"
#include "session/names.h"
#include "window/widgets/parameter.h"
#include "window/widgets/slider.h"

namespace window {

namespace {

/// "x₀"; x₁ has a number already.
QString symbolOf(const QString& variable) {
    QString symbol = variable;
    for (auto digit = symbol.size(); digit > 0 && symbol[digit - 1].isDigit(); --digit)
        symbol[digit - 1] = QChar(0x2080 + symbol[digit - 1].digitValue());
    return symbol == variable ? variable + QStringLiteral("₀") : symbol;
}

/// Whether it is a place: numbers with commas or semicolons between them.
bool isPlace(QString text) {
    static const QRegularExpression marks(QStringLiteral("[,;]"));
    text.remove(u'(').remove(u')');
    const QStringList parts = text.split(marks);
    return parts.size() > 1 && std::ranges::all_of(parts, [](const QString& part) {
               return bool(session::numberFrom(part));
           });
}

}  // namespace

StartFields::StartFields(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    setVariables({QStringLiteral("x")});
}

void StartFields::setVariables(const QStringList& variables) {
    if (variables == m_variables) return;
    m_variables = variables;
    const auto wanted = static_cast<std::size_t>(variables.size());
    const bool another = wanted != m_rows.size();
    while (m_rows.size() > wanted) {
        if (m_held == m_rows.back()) m_held = nullptr;
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted) addRow(m_rows.size());
    for (std::size_t i = 0; i < wanted; ++i) nameRow(i);
    if (another) layRows();
}

/// The first has the name that it has alone.
void StartFields::addRow(std::size_t variable) {
    auto* row = new Parameter(this, this);
    row->setObjectName(variable == 0 ? QStringLiteral("initialGuess")
                                     : QStringLiteral("initialGuess%1").arg(variable + 1));
    connect(row, &Parameter::valueChosen, this,
            [this, variable](double value) { choose(variable, value); });
    connect(row, &Parameter::dragChanged, this,
            [this, row](bool dragging) { m_held = dragging ? row : nullptr; });
    m_rows.push_back(row);
    setDigits(m_digits);
}

void StartFields::nameRow(std::size_t variable) {
    const QString name = m_variables[static_cast<qsizetype>(variable)];
    Parameter& row = *m_rows[variable];
    if (m_rows.size() == 1) {
        return row.setUp(session::inVariable(tr("&Start x₀"), name), tr("Initial guess"),
                         tr("Where the ball starts. You can also drag the ball itself."),
                         own<session::initialGuessFrom>);
    }
    const QString symbol = symbolOf(name);
    row.setUp(variable == 0 ? tr("&Start %1").arg(symbol) : symbol,
              tr("Initial guess of %1").arg(name),
              tr("Where the ball starts along %1. You can also drag the ball itself.").arg(name),
              [name](const QString& text) -> session::Typed<double> {
                  const auto typed = own<session::initialGuessFrom>(text);
                  if (typed || !isPlace(text)) return typed;
                  return tr("%1 is more than one number, and this field is that of %2 alone. Type "
                            "one number here, with a point as decimal mark.")
                      .arg(session::quoted(text), name);
              });
}

void StartFields::layRows() {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Parameter* row = m_rows[i];
        m_column->addWidget(row);
        row->show();
        if (i > 0) setTabOrder(&m_rows[i - 1]->slider(), &row->field());
        setTabOrder(&row->field(), &row->slider());
    }
    updateGeometry();
}

void StartFields::setStart(const descent::Point& start) {
    m_start = start;
    for (std::size_t i = 0; i < std::min(start.size(), m_rows.size()); ++i)
        m_rows[i]->setValue(start[i]);
}

void StartFields::setRange(std::size_t variable, insight::Range range) {
    const double farthest = descent::divergenceBound;
    const double low = std::clamp(range.low, -farthest, farthest);
    const double high = std::clamp(range.high, -farthest, farthest);
    if (variable >= m_rows.size() || m_rows[variable] == m_held || !(low < high)) return;
    m_rows[variable]->setScale(Scale::linear(low, high));
}

void StartFields::setDigits(int digits) {
    m_digits = digits;
    for (Parameter* row : m_rows)
        row->setWording([digits](double value) { return session::number(value, digits); });
}

int StartFields::labelWidth() const {
    int widest = 0;
    for (const Parameter* row : m_rows) widest = std::max(widest, row->labelWidth());
    return widest;
}

void StartFields::setLabelWidth(int width) {
    for (Parameter* row : m_rows) row->setLabelWidth(width);
}

void StartFields::choose(std::size_t variable, double value) {
    m_start[variable] = value;
    Q_EMIT startChosen(m_start);
}

}  // namespace window
