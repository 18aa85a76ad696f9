// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/export/exportdialog.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <utility>

#include "output/animation.h"
#include "output/tables.h"
#include "session/limits.h"
#include "ui_exportdialog.h"
#include "window/placement.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

constexpr double pixelsPerMillimetre = 96 / 25.4;
constexpr double longestFilm = 600;  ///< seconds

/// A size that many want, as an item of the dialog.
struct Preset {
    const char* name;
    QSize size;  ///< in pixels
};

constexpr std::array presets{
    Preset{QT_TRANSLATE_NOOP("window::ExportDialog", "A slide, 1920 × 1080"), {1920, 1080}},
    Preset{QT_TRANSLATE_NOOP("window::ExportDialog", "Half a slide, 960 × 1080"), {960, 1080}},
};

session::Typed<double> secondsFrom(const QString& text) {
    const auto seconds = session::numberFrom(text);
    if (!seconds || (*seconds >= 0.1 && *seconds <= longestFilm)) return seconds;
    return ExportDialog::tr("An animation lasts from 0.1 to %1 seconds.").arg(longestFilm);
}

}  // namespace

ExportDialog::ExportDialog(QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ExportDialog>()) {
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
    for (const ExportFormat& each : exportFormats()) m_ui->format->addItem(tr(each.name));
    for (const PictureView& each : pictureViews) m_ui->view->addItem(tr(each.name));
    m_ui->preset->addItem(tr("As in the window"));
    for (const Preset& each : presets) m_ui->preset->addItem(tr(each.name), each.size);
    m_ui->preset->addItem(tr("Another size"));
}

void ExportDialog::connectChoices() {
    for (QComboBox* box : {m_ui->format, m_ui->unit, m_ui->view, m_ui->ground}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::changed);
    }
    for (const QComboBox* box : {m_ui->format, m_ui->view}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT viewChosen(view()); });
    }
    for (QSpinBox* box : {m_ui->scale, m_ui->from, m_ui->to, m_ui->framesPerSecond}) {
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::changed);
    }
    for (QCheckBox* box : {m_ui->projector, m_ui->title, m_ui->legend}) {
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    }
    connect(m_ui->seconds, &NumberField::valueTyped, this, [this](double seconds) {
        m_seconds = seconds;
        changed();
    });
    connect(m_ui->seconds, &NumberField::stepped, this, [this](int direction) {
        const auto seconds = secondsFrom(m_ui->seconds->text());
        if (!seconds) return;
        m_seconds = std::clamp(std::round(*seconds) + direction, 1.0, longestFilm);
        changed();
    });
    connect(m_ui->seconds, &NumberField::faultChanged, this, [this](const QString& fault) {
        m_typingFault = fault;
        showFault();
    });
}

void ExportDialog::connectSize() {
    const auto pixels = [this](int value) {
        return inMillimetres() ? static_cast<int>(std::lround(value * pixelsPerMillimetre)) : value;
    };
    connect(m_ui->width, &QSpinBox::valueChanged, this, [=, this](int width) {
        m_size.setWidth(pixels(width));
        changed();
    });
    connect(m_ui->height, &QSpinBox::valueChanged, this, [=, this](int height) {
        m_size.setHeight(pixels(height));
        changed();
    });
    connect(m_ui->preset, &QComboBox::activated, this, [this](int index) {
        const QSize size = index == 0 ? windowSize() : m_ui->preset->itemData(index).toSize();
        if (!size.isEmpty()) m_size = size;
        changed();
    });
}

void ExportDialog::setShown(const output::Options& asShown) {
    const bool otherView = asShown.view != m_shown.view;
    m_shown = asShown;
    const QSignalBlocker blocker(m_ui->view);
    for (std::size_t i = 0; otherView && i < pictureViews.size(); ++i) {
        if (pictureViews[i].view == asShown.view) m_ui->view->setCurrentIndex(static_cast<int>(i));
    }
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

void ExportDialog::setReport(const output::Report& report) {
    const bool whole = m_report.trajectory.empty() || m_ui->to->value() == m_ui->to->maximum();
    m_report = report;
    m_awaits = false;
    const int last = std::max(0, static_cast<int>(report.trajectory.size()) - 1);
    m_ui->from->setMaximum(last);
    m_ui->to->setMaximum(last);
    if (whole) m_ui->to->setValue(last);
    changed();
}

const ExportFormat& ExportDialog::format() const {
    return exportFormats()[static_cast<std::size_t>(m_ui->format->currentIndex())];
}

void ExportDialog::setSuffix(const QString& suffix) {
    for (std::size_t i = 0; i < exportFormats().size(); ++i) {
        if (exportFormats()[i].suffix == suffix) m_ui->format->setCurrentIndex(static_cast<int>(i));
    }
}

QString ExportDialog::suffix() const {
    return format().suffix;
}

QString ExportDialog::formatName() const {
    return tr(format().name);
}

bool ExportDialog::inMillimetres() const {
    return format().kind == ExportFormat::Kind::Drawing && m_ui->unit->currentIndex() == 1;
}

plot::Theme ExportDialog::theme() const {
    const std::array themes{plot::Theme::light(), plot::Theme::dark(), plot::Theme::transparent()};
    plot::Theme chosen = themes[static_cast<std::size_t>(m_ui->ground->currentIndex())];
    chosen.digits = m_shown.theme.digits;
    return m_ui->projector->isChecked() ? chosen.projected() : chosen;
}

session::View ExportDialog::view() const {
    if (!format().drawn() && !format().film()) return session::View::Convergence;
    return pictureViews[static_cast<std::size_t>(m_ui->view->currentIndex())].view;
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

void ExportDialog::changed() {
    showFields();
    showSize();
    showSeconds();
    showFault();
    m_frame.start();
}

void ExportDialog::showFields() {
    const bool pixels = format().drawn() || format().film();
    const auto show = [this](QWidget* field, bool shown) {
        m_ui->form->setRowVisible(field, shown);
    };
    for (QWidget* field :
         {static_cast<QWidget*>(m_ui->view), m_ui->sizeRow, static_cast<QWidget*>(m_ui->scale),
          static_cast<QWidget*>(m_ui->preset), static_cast<QWidget*>(m_ui->ground), m_ui->more}) {
        show(field, pixels);
    }
    m_ui->unit->setVisible(format().kind == ExportFormat::Kind::Drawing);
    show(m_ui->stepsRow, format().film() || format().rows());
    show(m_ui->framesPerSecond, format().film());
    show(m_ui->seconds, format().film());
    m_ui->framesPerSecond->setMaximum(suffix() == QLatin1String(".gif") ? output::mostGifFrames
                                                                        : output::mostFrames);
    const int bar = m_ui->fields->verticalScrollBar()->sizeHint().width();
    m_ui->fields->setMinimumWidth(m_ui->fieldsPage->sizeHint().width() + bar);
}

QSize ExportDialog::windowSize() const {
    return m_shown.size.value_or(QSize(1200, 700));
}

/// The size in the chosen unit, and which of the usual ones it is.
void ExportDialog::showSize() {
    constexpr int least = 100;  // pixels
    constexpr int most = 20'000;
    const bool metric = inMillimetres();
    const auto put = [metric](QSpinBox* box, int pixels) {
        const auto shown = [metric](int length) {
            return metric ? static_cast<int>(std::lround(length / pixelsPerMillimetre)) : length;
        };
        const QSignalBlocker blocker(box);
        box->setSuffix(metric ? tr(" mm") : tr(" px"));
        box->setRange(shown(least), shown(most));
        box->setValue(shown(pixels));
    };
    put(m_ui->width, m_size.width());
    put(m_ui->height, m_size.height());
    const int known = m_ui->preset->findData(m_size);
    const int other = m_ui->preset->count() - 1;
    m_ui->preset->setCurrentIndex(m_size == windowSize() ? 0 : known > 0 ? known : other);
}

void ExportDialog::showSeconds() {
    const std::int64_t steps = m_ui->to->value() - m_ui->from->value();
    m_ui->seconds->setValue(m_seconds.value_or(output::usualSeconds(steps)));
}

void ExportDialog::showFault() {
    QString fault = output::optionFault(suffix(), options());
    if (fault.isEmpty() && format().film()) fault = m_typingFault;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, faultColour(colours));
    m_ui->fault->setPalette(colours);
    m_ui->fault->setText(fault);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(fault.isEmpty() && !m_awaits);
}

void ExportDialog::preview() {
    if (m_awaits) return;
    if (format().drawn()) {
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
    if (!format().rows()) return QString::fromUtf8(output::json(m_report, beginning));
    const std::int64_t last = beginning.steps.to;
    beginning.steps.to = std::min(last, beginning.steps.from + mostRows - 1);
    QString rows = QString::fromUtf8(output::csv(m_report, beginning));
    if (beginning.steps.to < last) rows += QStringLiteral("…");
    return rows;
}

void ExportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_size.isValid()) showFault();
}

}  // namespace window
