// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/axesdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include "insight/shortest.h"
#include "session/wording/wording.h"
#include "window/widgets/icons.h"
#include "window/widgets/numberfield.h"

namespace window {

namespace {

/// The shortest number that lies at the same pixel of nearly every picture.
double withinPixel(double limit, insight::Range range) {
    constexpr double pixels = 2000;
    return insight::shortest(limit, range.width() / pixels, [](double) { return true; });
}

}  // namespace

AxesDialog::AxesDialog(QWidget* parent)
    : QDialog(parent), m_form(new QFormLayout(this)), m_fault(new QLabel(this)) {
    setWindowTitle(tr("Axes"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows = {newRow(QStringLiteral("across"),
                     {tr("Variable of the axis below"), tr("Lower limit of the axis below"),
                      tr("Upper limit of the axis below")}),
              newRow(QStringLiteral("up"),
                     {tr("Variable of the axis beside"), tr("Lower limit of the axis beside"),
                      tr("Upper limit of the axis beside")})};
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, faultColour(colours));
    m_fault->setPalette(colours);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);  // Enter ends typing
    m_form->addRow(m_fault);
    m_form->addRow(buttons);
    m_form->setRowVisible(m_fault, false);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        connect(row.low, &NumberField::valueTyped, this,
                [this, &row](double value) { typed(row, value, true); });
        connect(row.high, &NumberField::valueTyped, this,
                [this, &row](double value) { typed(row, value, false); });
        connect(row.low, &NumberField::faultChanged, this, &AxesDialog::showFault);
        connect(row.high, &NumberField::faultChanged, this, &AxesDialog::showFault);
        for (NumberField* field : {row.low, row.high}) {
            connect(field, &QLineEdit::editingFinished, this, [&row] {
                if (!row.wanted.valid()) return;
                row.low->setValue(withinPixel(row.range.low, row.range));
                row.high->setValue(withinPixel(row.range.high, row.range));
            });
        }
        connect(row.variable, &QComboBox::activated, this, [this, i] { choose(i); });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

AxesDialog::Row AxesDialog::newRow(const QString& name, const Words& words) {
    auto* line = new QWidget(this);
    auto* fields = new QHBoxLayout(line);
    fields->setContentsMargins(0, 0, 0, 0);
    Row row{
        new QLabel(this), new QComboBox(this), new NumberField(this), new NumberField(this), {}};
    row.label->setTextFormat(Qt::PlainText);
    row.variable->setObjectName(name + QStringLiteral("Variable"));
    row.variable->setAccessibleName(words.variable);
    row.variable->setToolTip(words.variable);
    row.low->setObjectName(name + QStringLiteral("Low"));
    row.low->setAccessibleName(words.low);
    row.low->setExplanation(words.low);
    row.high->setObjectName(name + QStringLiteral("High"));
    row.high->setAccessibleName(words.high);
    row.high->setExplanation(words.high);
    fields->addWidget(row.variable);
    fields->addWidget(row.low, 1);
    fields->addWidget(new QLabel(tr("to"), line));
    fields->addWidget(row.high, 1);
    m_form->addRow(row.label, line);
    row.variable->hide();
    return row;
}

/// What was typed stays as it is.
void AxesDialog::setAxes(const Axis& across, const Axis& up) {
    const std::array axes{across, up};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        Row& row = m_rows[i];
        row.name = axes[i].name;
        if (row.range == axes[i].range) continue;
        row.range = row.wanted = axes[i].range;
        row.low->setValue(withinPixel(row.range.low, row.range));
        row.high->setValue(withinPixel(row.range.high, row.range));
    }
    showNames();
}

/// Where there is a choice it tells the variable.
void AxesDialog::showNames() {
    const bool chooses = m_rows[0].variable->count() > 0;
    m_rows[0].label->setText(chooses ? tr("Across") : m_rows[0].name);
    m_rows[1].label->setText(chooses ? tr("Up") : m_rows[1].name);
}

void AxesDialog::setChoice(const QStringList& variables, const session::Axes& axes) {
    m_chosen = axes;
    const std::array chosen{axes.across, axes.up};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        QComboBox* const box = m_rows[i].variable;
        box->clear();
        box->addItems(variables);
        box->setCurrentIndex(static_cast<int>(chosen[i]));
        box->setVisible(!variables.isEmpty());
    }
    showNames();
}

void AxesDialog::typed(Row& row, double value, bool isLow) {
    (isLow ? row.wanted.low : row.wanted.high) = value;
    if (!row.wanted.valid()) {
        return showFault(
            tr("An axis begins below where it ends, and %1 does not lie below %2.")
                .arg(session::number(row.wanted.low), session::number(row.wanted.high)));
    }
    row.range = row.wanted;
    showFault({});
    Q_EMIT rangesChosen(m_rows[0].range, m_rows[1].range);
}

/// Both axes show different variables: where one takes that of the other, they change places.
void AxesDialog::choose(std::size_t changed) {
    const auto now = static_cast<std::size_t>(m_rows[changed].variable->currentIndex());
    session::Axes axes = m_chosen;
    (changed == 0 ? axes.across : axes.up) = now;
    if (axes.across == axes.up) axes = {m_chosen.up, m_chosen.across};
    showFault({});  // it was of limits that are gone
    Q_EMIT axesChosen(axes);
}

void AxesDialog::showFault(const QString& fault) {
    m_fault->setText(fault);
    m_form->setRowVisible(m_fault, !fault.isEmpty());
    adjustSize();
}

}  // namespace window
