// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/caption.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextDocument>
#include <vector>

#include "formula/printer.h"
#include "session/wording.h"

namespace plot {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

/// In nodes written out: a longer formula would fill the picture.
constexpr std::size_t largestShown = 150;

QFont letters(const Theme& theme, double size = 1) {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(theme.points * size);
    return font;
}

double margin(const Theme& theme) {
    return 14 * theme.scale();
}

void lay(QTextDocument& document, const QString& title, const Theme& theme, double width) {
    document.setDocumentMargin(0);
    document.setDefaultFont(letters(theme, 1.3));
    document.setHtml(title);
    document.setTextWidth(width);
}

enum class Sign { Line, Dot };

struct Entry {
    Sign sign;
    QColor colour;
    QString text;
    QPointF place = {};  ///< left end of its row's middle line
};

std::vector<Entry> entriesOf(session::View view, const Theme& theme) {
    const Entry start{Sign::Dot, theme.start, Text::tr("initial guess x₀")};
    const Entry steps{Sign::Line, theme.trail, Text::tr("steps")};
    switch (view) {
        case session::View::Curve:
        case session::View::Both:
            return {{Sign::Line, theme.curve, Text::tr("f(x)")},
                    start,
                    {Sign::Dot, theme.ball, Text::tr("ball touches the curve at xₙ")},
                    steps,
                    {Sign::Line, theme.tangent, Text::tr("tangent")},
                    {Sign::Dot, theme.minimum, Text::tr("f′(x) = 0")}};
        case session::View::Cobweb:
            return {{Sign::Line, theme.curve, Text::tr("map")},
                    {Sign::Line, theme.text, Text::tr("diagonal")},
                    start,
                    {Sign::Dot, theme.ball, Text::tr("xₙ")},
                    steps,
                    {Sign::Line, theme.tangent, Text::tr("slope m")}};
        case session::View::Convergence:
        case session::View::Bifurcation:
            break;
    }
    return {};
}

/// The entries placed from left to right in as many rows as they need.
struct Legend {
    Legend(session::View view, const Theme& theme, double width)
        : sign(24 * theme.scale()), entries(entriesOf(view, theme)) {
        const QFontMetricsF metrics(letters(theme));
        const double gap = 6 * theme.scale();
        double x = 0;
        for (Entry& entry : entries) {
            const double needed = sign + gap + metrics.horizontalAdvance(entry.text);
            if (x > 0 && x + needed > width) {
                x = 0;
                height += 1.3 * metrics.height();
            }
            entry.place = {x, height + metrics.height() / 2};
            x += needed + 3 * gap;
        }
        height += metrics.height();
        textOffset = {sign + gap, (metrics.ascent() - metrics.descent()) / 2};
    }

    double sign;  ///< width of a sign
    std::vector<Entry> entries;
    double height = 0;
    QPointF textOffset;
};

void paintEntry(QPainter& painter, const Entry& entry, const Legend& legend, const Theme& theme) {
    if (entry.sign == Sign::Line) {
        painter.setPen(QPen(entry.colour, theme.line));
        painter.drawLine(QLineF(entry.place, entry.place + QPointF(legend.sign, 0)));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        const double radius = 5.5 * theme.scale();
        painter.drawEllipse(entry.place + QPointF(legend.sign - radius, 0), radius, radius);
    }
    painter.setPen(theme.text);
    painter.drawText(entry.place + legend.textOffset, entry.text);
}

}  // namespace

void Caption::setTitle(const formula::Analysis& analysis, double initialGuess, double alpha) {
    const QString function = analysis.function.size() <= largestShown
                                 ? QString::fromStdString(formula::typeset(analysis.function))
                                 : Text::tr("<i>a long formula</i>");
    m_title = QStringLiteral(
                  "<i>f</i>(<i>x</i>) = %1,&nbsp;&nbsp; <i>x</i>₀ = %2,&nbsp;&nbsp; <i>α</i> = %3")
                  .arg(function, session::number(initialGuess, m_theme.digits),
                       session::number(alpha, m_theme.digits));
}

double Caption::titleHeight(double width) const {
    if (m_title.isEmpty()) return 0;
    QTextDocument document;
    lay(document, m_title, m_theme, width - 2 * margin(m_theme));
    return document.size().height() + margin(m_theme);
}

double Caption::height(double width) const {
    double height = titleHeight(width);
    if (m_legend) {
        const Legend legend(*m_legend, m_theme, width - 2 * margin(m_theme));
        if (!legend.entries.empty()) height += legend.height + margin(m_theme);
    }
    return height;
}

void Caption::paint(QPainter& painter, double width) const {
    const double edge = margin(m_theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(edge, edge);
    if (!m_title.isEmpty()) {
        QTextDocument document;
        lay(document, m_title, m_theme, width - 2 * edge);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, m_theme.text);
        document.documentLayout()->draw(&painter, context);
    }
    if (m_legend) {
        painter.translate(0, titleHeight(width));
        painter.setFont(letters(m_theme));
        const Legend legend(*m_legend, m_theme, width - 2 * edge);
        for (const Entry& entry : legend.entries) paintEntry(painter, entry, legend, m_theme);
    }
    painter.restore();
}

}  // namespace plot
