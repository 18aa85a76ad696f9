// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/export/exportpreview.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "output/animation.h"
#include "output/pictures.h"
#include "window/widgets/icons.h"

namespace window {

namespace {

constexpr double largestDrawn = 3e6;  ///< pixels
constexpr int placesOfSlider = 1000;
constexpr int thousandths = 1000;

/// The picture in its true size, so that lines and text are what they will be; a large one smaller,
/// but alike. Where the curve takes long it is coarse.
plot::Picture draft(const session::Report& report, output::Options options) {
    const QSize size = options.size.value_or(output::usualPicture);
    const double pixels = double(size.width()) * size.height();
    const double part = std::min(1.0, std::sqrt(largestDrawn / pixels));
    options.scale *= part;
    return output::pictureOf(report, options, (QSizeF(size) * part).toSize().expandedTo({1, 1}),
                             true);
}

}  // namespace

/// An image as large as fits, never larger than life; what is transparent in it lies on squares.
class Backing : public QWidget {
public:
    explicit Backing(QWidget* parent) : QWidget(parent) {}

    void setImage(const QImage& image) {
        m_image = image;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (m_image.isNull()) return;
        const double resolution = devicePixelRatioF();
        const QSize room = (QSizeF(size()) * resolution).toSize() - QSize(2, 2);
        QImage shown = m_image;
        if (shown.width() > room.width() || shown.height() > room.height()) {
            shown = m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
        shown.setDevicePixelRatio(resolution);
        QRect place(QPoint(), shown.deviceIndependentSize().toSize());
        place.moveCenter(rect().center());
        QPainter painter(this);
        if (shown.hasAlphaChannel()) drawSquares(painter, place);
        painter.drawImage(place.topLeft(), shown);
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }

private:
    static void drawSquares(QPainter& painter, QRect place) {
        constexpr int side = 10;
        painter.save();
        painter.setClipRect(place);
        painter.fillRect(place, QColor(0xff, 0xff, 0xff));
        for (int row = 0; row * side < place.height(); ++row) {
            for (int column = row % 2; column * side < place.width(); column += 2) {
                painter.fillRect(
                    QRect(place.topLeft() + QPoint(column, row) * side, QSize(side, side)),
                    QColor(0xf3, 0xf4, 0xf5));
            }
        }
        painter.restore();
    }

    QImage m_image;
};

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent),
      m_pages(new QStackedWidget(this)),
      m_backing(new Backing(this)),
      m_text(new QPlainTextEdit(this)),
      m_awaited(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_waiting(waitingPage()),
      m_transport(new QWidget(this)),
      m_play(new QToolButton(m_transport)),
      m_place(new QSlider(Qt::Horizontal, m_transport)) {
    m_backing->setObjectName(QStringLiteral("picture"));
    m_backing->setAccessibleName(tr("Preview"));
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(tr("Preview"));
    m_text->setToolTip(tr("How the file begins."));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_play->setObjectName(QStringLiteral("playPreview"));
    m_play->setAccessibleName(tr("Play the preview"));
    m_play->setToolTip(tr("Play the animation here."));
    m_play->setCheckable(true);
    m_play->setIcon(icon(Symbol::Play, palette()));
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setAccessibleName(tr("Place in the animation"));
    m_place->setToolTip(tr("Look at any moment of the animation."));
    m_place->setRange(0, placesOfSlider);
    m_clock.setInterval(33);

    auto* row = new QHBoxLayout(m_transport);
    row->setContentsMargins({});
    row->addWidget(m_play);
    row->addWidget(m_place, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_pages, 1);
    column->addWidget(m_transport);
    m_pages->addWidget(m_backing);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_waiting);
    connect(&m_clock, &QTimer::timeout, this, &ExportPreview::play);
    connect(m_play, &QToolButton::toggled, this, &ExportPreview::setPlaying);
    connect(m_place, &QSlider::valueChanged, this, [this](int place) {
        m_elapsed = m_seconds * place / placesOfSlider;
        showFrame();
    });
}

QWidget* ExportPreview::waitingPage() {
    m_awaited->setObjectName(QStringLiteral("awaited"));
    m_awaited->setTextFormat(Qt::PlainText);
    m_awaited->setAlignment(Qt::AlignCenter);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, thousandths);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_awaited);
    column->addWidget(m_progress);
    column->addStretch();
    return page;
}

void ExportPreview::turnTo(QWidget* page) {
    m_play->setChecked(false);
    m_film.reset();
    m_transport->hide();
    m_pages->setCurrentWidget(page);
}

void ExportPreview::showWaiting(const QString& words, double part) {
    turnTo(m_waiting);
    m_awaited->setText(words);
    m_progress->setValue(static_cast<int>(part * thousandths));
}

void ExportPreview::showPicture(const session::Report& report, const output::Options& options) {
    turnTo(m_backing);
    m_backing->setImage(draft(report, options).image());
}

void ExportPreview::showFilm(const session::Report& report, const output::Options& options) {
    const std::int64_t last = report.lastStep();
    const double share = m_seconds > 0 ? m_elapsed / m_seconds : 0;
    m_steps = {std::min(options.steps.from, last), std::min(options.steps.to, last)};
    m_seconds = options.seconds.value_or(output::usualSeconds(m_steps.to - m_steps.from));
    m_elapsed = share * m_seconds;
    m_film.emplace(draft(report, options));
    m_transport->show();
    m_pages->setCurrentWidget(m_backing);
    showFrame();
}

void ExportPreview::showText(const QString& text) {
    turnTo(m_text);
    m_text->setPlainText(text);
}

void ExportPreview::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_play->setChecked(false);
}

void ExportPreview::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    m_play->setIcon(icon(m_play->isChecked() ? Symbol::Pause : Symbol::Play, palette()));
}

void ExportPreview::setPlaying(bool playing) {
    m_play->setIcon(icon(playing ? Symbol::Pause : Symbol::Play, palette()));
    if (playing) {
        m_sinceTick.start();
        m_clock.start();
    } else {
        m_clock.stop();
    }
}

/// Over and over.
void ExportPreview::play() {
    m_elapsed += static_cast<double>(m_sinceTick.restart()) / 1000;
    if (m_elapsed > m_seconds) m_elapsed = 0;
    const QSignalBlocker blocker(m_place);
    m_place->setValue(static_cast<int>(m_elapsed / m_seconds * placesOfSlider));
    showFrame();
}

void ExportPreview::showFrame() {
    if (!m_film) return;
    const auto from = static_cast<double>(m_steps.from);
    const auto to = static_cast<double>(m_steps.to);
    m_film->setPosition(from + (to - from) * m_elapsed / m_seconds);
    m_backing->setImage(m_film->frame());
}

}  // namespace window
