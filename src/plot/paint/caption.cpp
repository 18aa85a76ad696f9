// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/paint/caption.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QTextDocument>
#include <algorithm>
#include <memory>
#include <vector>

#include "session/method.h"
#include "session/wording/wording.h"

namespace plot {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

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

/// "Adam (beta1=0.8)".
QString withKnobs(const QString& label, const QString& text) {
    const QString knobs = text.section(QLatin1Char(':'), 1);
    const QString shown = label.toHtmlEscaped();
    return knobs.isEmpty() ? shown : QStringLiteral("%1 (%2)").arg(shown, knobs);
}

}  // namespace

void Caption::setTitle(const formula::Valued& function, const descent::Point& initialGuess,
                       const descent::Settings& settings) {
    QStringList variables;
    for (const std::string& variable : function->variables)
        variables += session::typesetName(variable);
    m_title = {
        QStringLiteral("<i>f</i>(%1) = %2,")
            .arg(variables.join(QStringLiteral(", ")), session::typesetShort(function->function))};
    for (std::size_t i = 0; i < function->constants.size(); ++i) {
        m_title.push_back(QStringLiteral("%1 = %2,")
                              .arg(session::typesetName(function->constants[i]),
                                   session::number(function.constants()[i], m_theme.digits)));
    }
    for (qsizetype i = 0; i < variables.size(); ++i) {
        m_title.push_back(
            QStringLiteral("%1₀ = %2,")
                .arg(variables[i],
                     session::number(initialGuess[static_cast<std::size_t>(i)], m_theme.digits)));
    }
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

Legend Caption::legend(double width) const {
    Legend legend(m_legend, m_theme);
    legend.flow(width - 2 * margin(m_theme));
    return legend;
}

double Caption::height(double width) const {
    double height = titleHeight(width);
    if (!m_legend.empty()) {
        height += legend(width).size().height() + margin(m_theme);
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
        legend(width).paint(painter);
    }
    painter.restore();
}

}  // namespace plot
