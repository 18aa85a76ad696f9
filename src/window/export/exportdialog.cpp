// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/export/exportdialog.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "output/animation.h"
#include "output/writers.h"
#include "session/limits.h"
#include "session/offered.h"
#include "ui_exportdialog.h"
#include "window/placement.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

session::Typed<double> secondsFrom(const QString& text) {
    const auto seconds = own<session::numberFrom>(text);
    if (!seconds || (*seconds >= 0.1 && *seconds <= output::longestAnimation)) return seconds;
    return ExportDialog::tr("An animation lasts from 0.1 to %1 seconds.")
        .arg(output::longestAnimation);
}

}  // namespace

ExportDialog::ExportDialog(output::Formats formats, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ExportDialog>()), m_formats(std::move(formats)) {
    std::ranges::stable_partition(m_formats, &output::Format::still);
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Export…"));
    m_ui->seconds->setReader(secondsFrom);
    resize(withinScreen(*this, {920, 540}));
    m_frame.setSingleShot(true);
    m_frame.setInterval(20);
    connect(&m_frame, &QTimer::timeout, this, &ExportDialog::preview);
    fillChoices();
    connectChoices();
    connectSize();
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::wanted);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::fillChoices() {
    for (const output::Format& each : m_formats) m_ui->format->addItem(each.name);
    setSession({});
    fillSizes();
}

/// Those that the window shows large come first.
void ExportDialog::setSession(const session::Session& session) {
    const session::View chosen = m_views.empty() ? session.view : view();
    m_views = session::views();
    std::erase_if(m_views, [&](const session::ViewRow& row) {
        return row.isTable || !session::isOffered(row.view, session);
    });
    std::ranges::stable_partition(m_views, std::not_fn(&QString::isEmpty),
                                  &session::ViewRow::entry);
    const QSignalBlocker blocker(m_ui->view);
    m_ui->view->clear();
    for (const session::ViewRow& each : m_views) m_ui->view->addItem(each.name);
    choose(chosen);
}

/// The first where there is no such view.
void ExportDialog::choose(session::View view) {
    const auto row = std::ranges::find(m_views, view, &session::ViewRow::view);
    m_ui->view->setCurrentIndex(row == m_views.end() ? 0 : static_cast<int>(row - m_views.begin()));
}

void ExportDialog::connectChoices() {
    for (QComboBox* box : {m_ui->format, m_ui->unit, m_ui->view, m_ui->ground}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    }
    connect(m_ui->race, &QCheckBox::toggled, this, [this] { Q_EMIT viewChosen(view()); });
    for (const QComboBox* box : {m_ui->format, m_ui->view}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT viewChosen(view()); });
    }
    for (QSpinBox* box : {m_ui->scale, m_ui->from, m_ui->to, m_ui->framesPerSecond}) {
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    }
    for (QCheckBox* box : {m_ui->projector, m_ui->title, m_ui->legend, m_ui->race}) {
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    }
    connect(m_ui->seconds, &NumberField::valueTyped, this, [this](double seconds) {
        m_seconds = seconds;
        changed();
    });
    connect(m_ui->seconds, &NumberField::stepped, this, [this](int direction) {
        const auto seconds = secondsFrom(m_ui->seconds->text());
        if (!seconds) return;
        m_seconds = std::clamp(std::round(*seconds) + direction, 1.0, output::longestAnimation);
        changed();
    });
    connect(m_ui->seconds, &NumberField::faultChanged, this, [this](const QString& fault) {
        m_typingFault = fault;
        showFault();
    });
}

void ExportDialog::setShown(const output::Options& asShown) {
    const bool otherView = asShown.view != m_shown.view;
    m_shown = asShown;
    m_ui->from->setValue(0);
    m_ui->to->setValue(m_ui->to->maximum());
    const QSignalBlocker blocker(m_ui->view);
    if (otherView) choose(asShown.view);
    if (m_size.isEmpty()) {
        m_size = windowSize();
        m_ui->scale->setValue(qRound(100 * asShown.scale));
    }
    changed();
}

void ExportDialog::setProjected(bool projected) {
    if (std::exchange(m_projected, projected) != projected) m_ui->projector->setChecked(projected);
}

void ExportDialog::setAwaited(const QString& words, double part) {
    m_awaits = true;
    m_ui->preview->showWaiting(words, part);
    showFault();
}

void ExportDialog::setReport(const session::Report& report) {
    const bool whole = m_report.trajectory.empty() || m_ui->to->value() == m_ui->to->maximum();
    m_report = report;
    m_awaits = false;
    const int last = static_cast<int>(report.lastStep());
    m_ui->from->setMaximum(last);
    m_ui->to->setMaximum(last);
    if (whole) m_ui->to->setValue(last);
    changed();
}

const output::Format& ExportDialog::format() const {
    return m_formats[static_cast<std::size_t>(m_ui->format->currentIndex())];
}

void ExportDialog::setOfRace(bool ofRace) {
    m_ui->race->setChecked(ofRace);
}

/// A table of it can be chosen where there is one.
bool ExportDialog::hasRace() const {
    return format().races() && !m_report.others.empty();
}

bool ExportDialog::ofRace() const {
    return hasRace() && m_ui->race->isChecked();
}

void ExportDialog::setSuffix(const QString& suffix) {
    const auto found = std::ranges::find(m_formats, suffix, &output::Format::suffix);
    if (found == m_formats.end()) return;
    m_ui->format->setCurrentIndex(static_cast<int>(found - m_formats.begin()));
}

plot::Theme ExportDialog::theme() const {
    const std::array themes{plot::Theme::light(), plot::Theme::dark(), plot::Theme::transparent()};
    plot::Theme chosen = themes[static_cast<std::size_t>(m_ui->ground->currentIndex())];
    chosen.digits = m_shown.theme.digits;
    return m_ui->projector->isChecked() ? chosen.projected() : chosen;
}

session::View ExportDialog::view() const {
    if (!format().drawn()) return ofRace() ? session::View::Race : session::View::Convergence;
    return m_views[static_cast<std::size_t>(m_ui->view->currentIndex())].view;
}

output::Options ExportDialog::options() const {
    output::Options chosen = m_shown;
    chosen.size = m_size;
    chosen.scale = m_ui->scale->value() / 100.0;
    chosen.theme = theme();
    chosen.view = view();
    chosen.title = m_ui->title->isChecked();
    chosen.legend = m_ui->legend->isChecked();
    chosen.framesPerSecond = m_ui->framesPerSecond->value();
    chosen.seconds = m_seconds;
    if (format().film() || format().rows()) {
        chosen.steps.from = m_ui->from->value();
        chosen.steps.to = m_ui->to->value();
    }
    return chosen;
}

void ExportDialog::tell(const QString& words) {
    m_told = words;
    showFault();
}

void ExportDialog::changed() {
    m_told.clear();
    showFields();
    showSize();
    showSeconds();
    showFault();
    m_frame.start();
}

void ExportDialog::showFields() {
    const bool pixels = format().drawn();
    const auto show = [this](QWidget* field, bool shown) {
        m_ui->form->setRowVisible(field, shown);
    };
    for (QWidget* field :
         {static_cast<QWidget*>(m_ui->view), m_ui->sizeRow, static_cast<QWidget*>(m_ui->scale),
          static_cast<QWidget*>(m_ui->preset), static_cast<QWidget*>(m_ui->ground), m_ui->more}) {
        show(field, pixels);
    }
    m_ui->unit->setVisible(format().kind == output::Format::Kind::Drawing);
    show(m_ui->stepsRow, format().film() || (format().rows() && !ofRace()));
    show(m_ui->race, hasRace());
    show(m_ui->framesPerSecond, format().film());
    show(m_ui->seconds, format().film());
    m_ui->framesPerSecond->setMaximum(format().framesPerSecond);
    const int bar = m_ui->fields->verticalScrollBar()->sizeHint().width();
    m_ui->fields->setMinimumWidth(m_ui->fieldsPage->sizeHint().width() + bar);
}

void ExportDialog::showSeconds() {
    const std::int64_t steps = m_ui->to->value() - m_ui->from->value();
    m_ui->seconds->setValue(m_seconds.value_or(output::usualSeconds(steps)));
}

void ExportDialog::showFault() {
    QString fault = output::optionFault(suffix(), options(), m_formats);
    if (fault.isEmpty() && format().film()) fault = m_typingFault;
    if (fault.isEmpty()) fault = whyNoPicture();
    QPalette colours = palette();
    if (!fault.isEmpty()) colours.setColor(QPalette::WindowText, faultColour(colours));
    m_ui->fault->setPalette(colours);
    m_ui->fault->setText(fault.isEmpty() ? m_told : fault);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(fault.isEmpty() && !m_awaits);
}

QString ExportDialog::whyNoPicture() const {
    return format().drawn() ? session::viewRow(view()).whyNot(m_report.session) : QString();
}

void ExportDialog::preview() {
    if (m_awaits) return;
    if (!whyNoPicture().isEmpty()) {
        m_ui->preview->showText({});
    } else if (format().still()) {
        m_ui->preview->showPicture(m_report, options());
    } else if (format().film()) {
        if (m_ui->from->value() <= m_ui->to->value()) {
            m_ui->preview->showFilm(m_report, options());
        }
    } else {
        m_ui->preview->showText(text());
    }
}

/// How the file begins.
QString ExportDialog::text() const {
    constexpr int mostRows = 100;
    output::Options beginning = options();
    const std::int64_t last = beginning.steps.to;
    beginning.steps.to = std::min(last, beginning.steps.from + mostRows - 1);
    QString text = QString::fromUtf8(format().content(m_report, beginning));
    if (format().rows() && !ofRace() && beginning.steps.to < last) text += QStringLiteral("…");
    return text;
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_size.isValid()) showFault();
}

}  // namespace window
