// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/axes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "plot/scene/customplot.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

/// The property of an axis that keeps its name while it is not shown.
constexpr const char* nameOfAxis = "name";

QString powerOfTen(int exponent) {
    constexpr std::array<char16_t, 10> digits = {u'⁰', u'¹', u'²', u'³', u'⁴',
                                                 u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text = QStringLiteral("10") + (exponent < 0 ? QStringLiteral("⁻") : QString());
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += QChar(digits[static_cast<std::size_t>(digit.digitValue())]);
    }
    return text;
}

/// Digits after the point that a multiple of the step needs.
int decimals(double step) {
    const double exponent = std::floor(std::log10(step));
    const double mantissa = step / std::pow(10, exponent);
    const bool halves = std::abs(mantissa - std::round(mantissa)) > 1e-6;
    return static_cast<int>(-exponent) + (halves ? 1 : 0);
}

QString fixed(double value, int digits) {
    return QString::number(value, 'f', std::clamp(digits, 0, 15))
        .replace(QLatin1Char('-'), QChar(0x2212));
}

class Ticker : public QCPAxisTicker {
public:
    Ticker(const QCPAxis& axis, Ticks ticks) : m_axis(axis), m_ticks(ticks) {}

protected:
    double getTickStep(const QCPRange& range) override {
        m_largest = std::max(std::abs(range.lower), std::abs(range.upper));
        for (int labels = room(); labels > 0; --labels) {
            setTickCount(labels);
            m_step = QCPAxisTicker::getTickStep(range);
            if (m_ticks != Ticks::Numbers) m_step = std::max(1.0, std::round(m_step));
            if (m_ticks == Ticks::Powers || fits(range)) break;
        }
        return m_step;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return label(tick); }

private:
    /// How many labels there is room for.
    int room() const {
        const QSize size = m_axis.parentPlot()->viewport().size();
        const int height = QFontMetrics(m_axis.tickLabelFont()).height();
        const int labels = m_axis.orientation() == Qt::Horizontal ? size.width() / (7 * height)
                                                                  : size.height() / (5 * height);
        return std::clamp(labels, 2, 12);
    }

    /// Whether labels fit beside each other.
    bool fits(const QCPRange& range) const {
        if (m_axis.orientation() == Qt::Vertical) return true;
        const int margins = 2 * m_axis.axisRect()->minimumMargins().left();
        const double room = m_axis.parentPlot()->viewport().width() - margins;
        const QFontMetrics metrics(m_axis.tickLabelFont());
        int widest = 0;
        for (const double end : {range.lower, range.upper}) {
            const double tick = std::round(end / m_step) * m_step;
            widest = std::max(widest, metrics.horizontalAdvance(label(tick)));
        }
        return widest + metrics.height() <= m_step / range.size() * room;
    }

    QString label(double tick) const {
        const auto whole = static_cast<std::int64_t>(std::round(tick));
        switch (m_ticks) {
            case Ticks::Whole:
                return session::count(whole);
            case Ticks::Powers:
                return powerOfTen(static_cast<int>(whole));
            case Ticks::Numbers:
                return tickLabel(tick, m_step, m_largest);
        }
        Q_UNREACHABLE();
    }

    const QCPAxis& m_axis;
    Ticks m_ticks;
    double m_step = 1;
    double m_largest = 1;
};

QFont nameFont(QFont font, const Theme& theme) {
    font.setItalic(true);
    font.setPointSizeF(theme.points * 1.15);
    return font;
}

void applyTheme(QCPAxis& axis, const Theme& theme, const QFont& font) {
    const double scale = theme.scale();
    const bool named = theme.namesLowerAxis || axis.axisType() != QCPAxis::atBottom;
    axis.setLabel(named ? nameOf(axis, theme) : QString());
    // An axis keeps a font that is equal, though it resolve no size and take the program's instead.
    axis.setTickLabelFont(nameFont(font, theme));
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(theme.text);
    axis.setLabelFont(nameFont(font, theme));
    axis.setLabelColor(theme.text);
    axis.setBasePen(QPen(theme.zero, scale));
    axis.setTickPen(QPen(theme.zero, scale));
    axis.setTickLength(0, static_cast<int>(4 * scale));
    axis.setTickLabelPadding(static_cast<int>(6 * scale));
    axis.setLabelPadding(static_cast<int>(4 * scale));
    axis.grid()->setPen(QPen(theme.grid, scale));
    axis.grid()->setZeroLinePen(QPen(theme.zero, scale));
}

/// The name of the lower axis in the row of its numbers, in the corner. Returns its width.
int nameInCorner(QCustomPlot& plot, const Theme& theme, const QFont& font) {
    const QString key = QStringLiteral("nameInCorner");
    auto* name = plot.findChild<QCPItemText*>(key, Qt::FindDirectChildrenOnly);
    if (!name) {
        name = new QCPItemText(&plot);
        name->setObjectName(key);
        name->setLayer(QStringLiteral("axes"));
        name->setClipToAxisRect(false);
        name->position->setType(QCPItemPosition::ptViewportRatio);
        name->position->setCoords(1, 1);
        name->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    }
    name->setVisible(!theme.namesLowerAxis);
    name->setText(nameOf(*plot.xAxis, theme));
    name->setFont(nameFont(font, theme));
    name->setColor(theme.text);
    const int gap = static_cast<int>(6 * theme.scale());
    name->setPadding(QMargins(0, 0, gap, gap / 2));
    return name->visible() ? QFontMetrics(name->font()).horizontalAdvance(name->text()) : 0;
}

}  // namespace

QString tickLabel(double value, double step, double largest) {
    if (std::abs(value) < step / 1000) return QStringLiteral("0");
    if (largest >= 1e-4 && largest < 1e6) return fixed(value, decimals(step));
    const auto exponent = static_cast<int>(std::floor(std::log10(largest) + 1e-9));
    const QString mantissa = fixed(value / std::pow(10, exponent), decimals(step) + exponent);
    return mantissa + QStringLiteral("×") + powerOfTen(exponent);
}

void setTicks(QCPAxis& axis, Ticks ticks) {
    axis.setTicker(QSharedPointer<Ticker>::create(axis, ticks));
}

void setName(QCPAxis& axis, const QString& name) {
    axis.setProperty(nameOfAxis, name);
    axis.setLabel(name);
}

QString nameOf(const QCPAxis& axis, const Theme& theme) {
    return theme.named(axis.property(nameOfAxis).toString());
}

bool fitName(QCPAxis& axis, double most, const Theme& theme) {
    const QString name = nameOf(axis, theme);
    const bool fits = QFontMetricsF(axis.labelFont()).horizontalAdvance(name) <= most;
    axis.setLabel(fits ? name : QString());
    return fits;
}

void applyTheme(QCustomPlot& plot, const Theme& theme) {
    QFont font = plot.font();
    font.setPointSizeF(theme.points);
    plot.setBackground(theme.ground);
    QCPAxisRect& rect = *plot.axisRect();
    const auto unit = [&](double pixels) { return static_cast<int>(pixels * theme.scale()); };
    const int below = theme.namesLowerAxis ? 36 : 18;
    const int right = unit(16) + nameInCorner(plot, theme, font);
    rect.setMinimumMargins(QMargins(unit(68), unit(12), right, unit(below)));
    for (QCPAxis* axis : rect.axes()) applyTheme(*axis, theme, font);
}

bool showable(insight::Range range) {
    constexpr double narrowest = 1e-12;
    constexpr double farthest = 1e250;
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    return range.valid() && size < farthest && range.width() > narrowest * size &&
           range.width() > 1 / farthest;
}

void setRange(QCPAxis& axis, insight::Range range) {
    axis.setRange(range.low, range.high);
}

Frame frameOf(const QCPAxis& horizontal, const QCPAxis& vertical) {
    const QCPAxisRect& rect = *horizontal.axisRect();
    // QCustomPlot counts values from QRect's bottom, which is a pixel above the edge.
    return {{horizontal.range().lower, horizontal.range().upper},
            {vertical.range().lower, vertical.range().upper},
            QRectF(rect.left(), rect.bottom() - rect.height(), std::max(rect.width(), 1),
                   std::max(rect.height(), 1))};
}

}  // namespace plot
