// SPDX-License-Identifier: GPL-3.0-or-later
//
// The size of a picture: in pixels or millimetres, or one that many want.
#include <QSignalBlocker>
#include <array>
#include <cmath>

#include "plot/shape/drawable.h"
#include "ui_exportdialog.h"
#include "window/export/exportdialog.h"

namespace window {

namespace {

constexpr double pixelsPerMillimetre = plot::dotsPerInch / 25.4;

/// A size that many want, as an item of the dialog.
struct Preset {
    const char* name;
    QSize size;  ///< in pixels
};

constexpr std::array presets{
    Preset{QT_TRANSLATE_NOOP("window::ExportDialog", "A slide, 1920 × 1080"), {1920, 1080}},
    Preset{QT_TRANSLATE_NOOP("window::ExportDialog", "Half a slide, 960 × 1080"), {960, 1080}},
};

}  // namespace

void ExportDialog::fillSizes() {
    m_ui->preset->addItem(tr("As in the window"));
    for (const Preset& each : presets) m_ui->preset->addItem(tr(each.name), each.size);
    m_ui->preset->addItem(tr("Another size"));
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
        constexpr int fromAfar = 200;  // per cent: a slide is read across a room
        const QSize size = index == 0 ? windowSize() : m_ui->preset->itemData(index).toSize();
        if (size.isEmpty()) return changed();
        m_size = size;
        m_ui->scale->setValue(index == 0 ? qRound(100 * m_shown.scale) : fromAfar);
        changed();
    });
}

bool ExportDialog::inMillimetres() const {
    return format().kind == output::Format::Kind::Drawing && m_ui->unit->currentIndex() == 1;
}

QSize ExportDialog::windowSize() const {
    return m_shown.size.value_or(output::usualPicture);
}

/// The size in the chosen unit, and which of the usual ones it is.
void ExportDialog::showSize() {
    constexpr int most = 20'000;  // pixels
    const bool metric = inMillimetres();
    const auto put = [metric](QSpinBox* box, int pixels) {
        const auto shown = [metric](int length) {
            return metric ? static_cast<int>(std::lround(length / pixelsPerMillimetre)) : length;
        };
        const QSignalBlocker blocker(box);
        box->setSuffix(metric ? tr(" mm") : tr(" px"));
        box->setRange(shown(output::shortestSide), shown(most));
        box->setValue(shown(pixels));
    };
    put(m_ui->width, m_size.width());
    put(m_ui->height, m_size.height());
    const int known = m_ui->preset->findData(m_size);
    const int other = m_ui->preset->count() - 1;
    m_ui->preset->setCurrentIndex(m_size == windowSize() ? 0 : known > 0 ? known : other);
}

}  // namespace window
