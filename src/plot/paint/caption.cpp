// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/caption.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QTextDocument>
#include <algorithm>
#include <memory>
#include <vector>

#include "plot/look/runnerlook.h"
#include "plot/paint/landmarks.h"
#include "session/method.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

constexpr double smallestPoints = 9;  ///< of letters

QFont letters(const Theme& theme, double size = 1) {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(theme.points * size);
    return font;
}

double margin(const Theme& theme) {
    return 14 * theme.scale();
}

/// Formulas from left to right in as many rows as they need, each whole: a row ends between two.
/// One that is wider than a row makes all letters smaller, and is broken where that is not enough.
class Title {
public:
    Title(const QStringList& formulas, const Theme& theme, double width) {
        constexpr double usual = 1.3;
        constexpr double smallest = 0.75;
        lay(formulas, letters(theme, usual), width);
        double widest = 0;
        for (const Piece& piece : m_pieces) widest = std::max(widest, piece.text->idealWidth());
        if (widest > width) {
            const double factor = std::max(smallest, 0.98 * width / widest);
            m_pieces.clear();
            lay(formulas, letters(theme, usual * factor), width);
        }
        place(22 * theme.scale(), width);
    }

    double height() const { return m_height; }

    void paint(QPainter& painter, const QColor& colour) const {
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, colour);
        for (const Piece& piece : m_pieces) {
            painter.save();
            painter.translate(piece.place);
            piece.text->documentLayout()->draw(&painter, context);
            painter.restore();
        }
    }

private:
    struct Piece {
        std::unique_ptr<QTextDocument> text;
        QPointF place;
    };

    void lay(const QStringList& formulas, const QFont& font, double width) {
        for (const QString& formula : formulas) {
            auto text = std::make_unique<QTextDocument>();
            text->setDocumentMargin(0);
            text->setDefaultFont(font);
            text->setHtml(formula);
            if (text->idealWidth() > width) text->setTextWidth(width);
            m_pieces.push_back({std::move(text), {}});
        }
    }

    void place(double gap, double width) {
        double x = 0;
        double top = 0;
        for (Piece& piece : m_pieces) {
            const QSizeF size = piece.text->size();
            if (x > 0 && x + size.width() > width) {
                x = 0;
                top = m_height;
            }
            piece.place = {x, top};
            x += size.width() + gap;
            m_height = std::max(m_height, top + size.height());
        }
    }

    std::vector<Piece> m_pieces;
    double m_height = 0;
};

/// The entries placed from left to right in as many rows as they need, in smaller letters where
/// these spare a third row.
struct Legend {
    Legend(const std::vector<LegendEntry>& signs, const Theme& theme, double width)
        : line(20 * theme.scale()), dot(11 * theme.scale()), entries(signs) {
        const double smallest = std::max(0.75, smallestPoints / theme.points);
        for (const double size : {1.0, std::max(0.87, smallest), smallest}) {
            font = letters(theme, size);
            place(6 * theme.scale(), width);
            if (rows <= 2) break;
        }
    }

    void place(double gap, double width) {
        const QFontMetricsF metrics(font);
        double x = 0;
        rows = 1;
        height = 0;
        for (LegendEntry& entry : entries) {
            const double needed = signOf(entry) + gap + metrics.horizontalAdvance(entry.text);
            if (x > 0 && x + needed > width) {
                x = 0;
                height += 1.3 * metrics.height();
                ++rows;
            }
            entry.place = {x, height + metrics.height() / 2};
            x += needed + 2.5 * gap;
        }
        height += metrics.height();
        textOffset = {gap, (metrics.ascent() - metrics.descent()) / 2};
    }

    double signOf(const LegendEntry& entry) const {
        if (entry.sign == LegendEntry::Sign::Marks)
            return dot * static_cast<double>(entry.marks.size());
        const bool isPoint = entry.sign == LegendEntry::Sign::Dot ||
                             entry.sign == LegendEntry::Sign::Runner ||
                             entry.sign == LegendEntry::Sign::Cross;
        return isPoint ? dot : line;
    }

    double line;  ///< width of a sign
    double dot;   ///< the same
    std::vector<LegendEntry> entries;
    QFont font;
    int rows = 1;
    double height = 0;
    QPointF textOffset;  ///< from the right end of a sign
};

void paintMarks(QPainter& painter, const LegendEntry& entry, double dot, const Theme& theme) {
    QPointF at = entry.place + QPointF(dot / 2, 0);
    for (const LegendEntry::Mark& mark : entry.marks) {
        paintMark(painter, at, mark.point, mark.colour, theme);
        at += QPointF(dot, 0);
    }
}

void paintSign(QPainter& painter, const LegendEntry& entry, const Legend& legend,
               const Theme& theme) {
    const QLineF line(entry.place, entry.place + QPointF(legend.line, 0));
    const QPointF middle = entry.place + QPointF(legend.dot / 2, 0);
    double phase = 0;
    switch (entry.sign) {
        case LegendEntry::Sign::Line:
            painter.setPen(QPen(entry.colour, theme.line));
            painter.drawLine(line);
            return;
        case LegendEntry::Sign::Dashes:
            painter.setPen(QPen(entry.colour, theme.line));
            paintDashes(painter, line, phase, theme);
            return;
        case LegendEntry::Sign::Arrow:
            paintArrow(painter, line, entry.arrow, entry.colour, theme);
            return;
        case LegendEntry::Sign::Cross:
            paintRefused(painter, middle, theme);
            return;
        case LegendEntry::Sign::Marks:
            paintMarks(painter, entry, legend.dot, theme);
            return;
        case LegendEntry::Sign::Runner:
            paintRunnerMark(painter, middle, legend.dot / 2, entry.runner, theme);
            return;
        case LegendEntry::Sign::Dot:
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.colour);
            painter.drawEllipse(middle, legend.dot / 2, legend.dot / 2);
            return;
    }
}

void paintEntry(QPainter& painter, const LegendEntry& entry, const Legend& legend,
                const Theme& theme) {
    paintSign(painter, entry, legend, theme);
    painter.setPen(theme.text);
    painter.drawText(entry.place + QPointF(legend.signOf(entry), 0) + legend.textOffset,
                     entry.text);
}

/// "Adam (beta1=0.8)".
QString withKnobs(const QString& label, const QString& text) {
    const QString knobs = text.section(QLatin1Char(':'), 1);
    const QString shown = label.toHtmlEscaped();
    return knobs.isEmpty() ? shown : QStringLiteral("%1 (%2)").arg(shown, knobs);
}

}  // namespace

void Caption::setTitle(const formula::Valued& function, double initialGuess,
                       const descent::Settings& settings) {
    const QString variable = session::typesetName(function->variables.front());
    m_title = {QStringLiteral("<i>f</i>(%1) = %2,")
                   .arg(variable, session::typesetShort(function->function))};
    for (std::size_t i = 0; i < function->constants.size(); ++i) {
        m_title.push_back(QStringLiteral("%1 = %2,")
                              .arg(session::typesetName(function->constants[i]),
                                   session::number(function.constants()[i], m_theme.digits)));
    }
    m_title.push_back(
        QStringLiteral("%1₀ = %2,").arg(variable, session::number(initialGuess, m_theme.digits)));
    m_title.push_back(
        QStringLiteral("<i>α</i> = %1").arg(session::number(settings.alpha, m_theme.digits)));
    const auto add = [this](const QString& part) {
        m_title.back() += QLatin1Char(',');
        m_title.push_back(part);
    };
    if (!descent::isPlain(settings.method)) {
        add(withKnobs(session::methodLabel(settings.method), session::methodText(settings.method)));
    }
    if (!descent::isConstant(settings.schedule)) {
        add(withKnobs(session::scheduleLabel(settings.schedule),
                      session::scheduleText(settings.schedule)));
    }
    if (settings.noise.sigma > 0) {
        add(Words::tr("noise %1").arg(session::number(settings.noise.sigma, m_theme.digits)));
    }
}

void Caption::setTitle(const QString& plain) {
    m_title = {plain.toHtmlEscaped()};
}

double Caption::titleHeight(double width) const {
    if (m_title.isEmpty()) return 0;
    return Title(m_title, m_theme, width - 2 * margin(m_theme)).height() + margin(m_theme);
}

double Caption::height(double width) const {
    double height = titleHeight(width);
    if (!m_legend.empty()) {
        height += Legend(m_legend, m_theme, width - 2 * margin(m_theme)).height + margin(m_theme);
    }
    return height;
}

void Caption::paint(QPainter& painter, double width) const {
    const double edge = margin(m_theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(edge, edge);
    if (!m_title.isEmpty()) {
        Title(m_title, m_theme, width - 2 * edge).paint(painter, m_theme.text);
    }
    if (!m_legend.empty()) {
        painter.translate(0, titleHeight(width));
        const Legend legend(m_legend, m_theme, width - 2 * edge);
        painter.setFont(legend.font);
        for (const LegendEntry& entry : legend.entries) paintEntry(painter, entry, legend, m_theme);
    }
    painter.restore();
}

}  // namespace plot
