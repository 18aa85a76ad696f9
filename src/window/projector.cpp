// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/projector.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QProxyStyle>
#include <QSplitter>
#include <QTimer>
#include <cmath>
#include <numeric>
#include <utility>

#include "plot/look/theme.h"
#include "window/look/style.h"

namespace window {

namespace {

constexpr double factor = plot::Theme::projectorFactor;
constexpr double lettersFactor = 1.48;  // of the window, which are larger to begin with

/// A style with larger knobs, boxes, icons and bars. What follows the letters needs no scaling.
class LargeStyle : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override {
        const int length = QProxyStyle::pixelMetric(metric, option, widget);
        switch (metric) {
            case PM_SliderThickness:
            case PM_SliderControlThickness:
            case PM_SliderLength:
            case PM_IndicatorWidth:
            case PM_IndicatorHeight:
            case PM_ExclusiveIndicatorWidth:
            case PM_ExclusiveIndicatorHeight:
            case PM_ScrollBarExtent:
            case PM_ScrollBarSliderMin:
            case PM_SplitterWidth:
            case PM_TabBarTabVSpace:
            case PM_MenuButtonIndicator:
            case PM_SmallIconSize:
            case PM_ButtonIconSize:
            case PM_ToolBarIconSize:
            case PM_ListViewIconSize:
            case PM_MessageBoxIconSize:
                return static_cast<int>(std::lround(length * factor));
            default:
                return length;
        }
    }
};

/// Classes to which the desktop may give letters of their own.
constexpr std::array special{"QMenuBar",  "QMenu",       "QStatusBar",        "QToolButton",
                             "QTipLabel", "QMessageBox", "QAbstractItemView", "QHeaderView",
                             "QLabel",    "QPushButton", "QTabBar",           "QLineEdit"};

QFont large(QFont letters, double times = lettersFactor) {
    if (letters.pointSizeF() > 0) {
        letters.setPointSizeF(letters.pointSizeF() * times);
    } else {
        letters.setPixelSize(static_cast<int>(std::lround(letters.pixelSize() * times)));
    }
    return letters;
}

}  // namespace

Projector::Projector(QMainWindow& window, QSplitter& splitter)
    : QObject(&window), m_window(window), m_splitter(splitter) {
    window.installEventFilter(this);
    splitter.installEventFilter(this);
    connect(&splitter, &QSplitter::splitterMoved, this, [this] { m_panel.reset(); });
}

Projector::~Projector() {
    if (on()) restoreLook();
}

void Projector::enter() {
    if (on()) return;
    Before before{m_window.isMaximized(),
                  m_window.isFullScreen() ? m_window.normalGeometry() : m_window.geometry(),
                  m_splitter.sizes(),
                  QApplication::style()->objectName(),
                  QApplication::font(),
                  {}};
    for (const char* name : special) {
        const QFont letters = QApplication::font(name);
        if (letters != before.letters) before.special.append({name, letters});
    }
    QApplication::setStyle(new LargeStyle(Style::make(before.style)));
    QApplication::setFont(large(before.letters));
    for (const auto& [name, letters] : before.special) QApplication::setFont(large(letters), name);
    m_window.setWindowState(m_window.windowState() | Qt::WindowFullScreen);
    if (before.sizes.size() == 2) {
        setPanelWidth(static_cast<int>(std::lround(before.sizes.last() * factor)));
    }
    m_before = std::move(before);
    measure();
}

void Projector::leave() {
    if (!on()) return;
    restoreLook();
    const Before before = *std::exchange(m_before, std::nullopt);
    m_splitter.widget(1)->setFont({});
    m_fittedWidth = 0;
    m_window.setWindowState(before.maximized ? Qt::WindowMaximized : Qt::WindowNoState);
    if (!before.maximized) m_window.setGeometry(before.place);
    if (before.sizes.size() == 2) setPanelWidth(before.sizes.last());
    measure();
}

void Projector::setReading(bool reading) {
    if (std::exchange(m_reading, reading) != reading) placePanelSoon();
}

bool Projector::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) placePanelSoon();
    const bool measures = event->type() == QEvent::Resize || event->type() == QEvent::FontChange;
    if (watched == &m_window && measures) measure();
    return false;
}

void Projector::measure() {
    constexpr int lines = 32;
    const bool low = on() && m_window.height() < lines * m_window.fontMetrics().height();
    if (std::exchange(m_low, low) != low) Q_EMIT lowChanged(low);
}

void Projector::restoreLook() {
    QApplication::setStyle(Style::make(m_before->style));
    QApplication::setFont(m_before->letters);
    for (const auto& [name, letters] : m_before->special) QApplication::setFont(letters, name);
}

QList<int> Projector::usualSizes() const {
    return on() ? m_before->sizes : m_splitter.sizes();
}

void Projector::setPanelWidth(int width) {
    m_panel = width;
    placePanelSoon();
}

/// Once the layouts know how narrow the panel can be with these letters.
void Projector::placePanelSoon() {
    if (!m_panel || std::exchange(m_placing, true)) return;
    QTimer::singleShot(0, this, [this] {
        placePanel();
        m_placing = false;
    });
}

/// The picture has the rest, also when the window and its parts get their sizes only later.
void Projector::placePanel() {
    if (!m_panel) return;
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QList<int> sizes = m_splitter.sizes();
    const int whole = std::accumulate(sizes.begin(), sizes.end(), 0);
    const double part = m_reading ? 0.375 : 0.28;  // the picture is the program
    const int most = on() ? static_cast<int>(part * whole) : whole;
    fitLetters(most);
    const int panel = std::min(*m_panel, most);
    if (sizes.last() != panel) m_splitter.setSizes({whole - panel, panel});
}

/// The letters of the panel are as large as this width allows.
void Projector::fitLetters(int width) {
    if (!on() || std::exchange(m_fittedWidth, width) == width) return;
    QWidget& panel = *m_splitter.widget(1);
    constexpr double step = 0.05;
    for (double times = lettersFactor; times >= 1; times -= step) {
        panel.setFont(large(m_before->letters, times));
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (panel.minimumSizeHint().width() <= width) break;
    }
}

}  // namespace window
