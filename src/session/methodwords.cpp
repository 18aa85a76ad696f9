// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/methodwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "session/fields/knobtext.h"
#include "session/wording/wording.h"

namespace session {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MethodWords)
};

struct Row {
    std::string_view name;
    const char* tip;
};

constexpr std::array methodRows{
    Row{"gradient", QT_TRANSLATE_NOOP("MethodWords", "Straight down the slope, α times it.")},
    Row{"momentum",
        QT_TRANSLATE_NOOP("MethodWords", "A heavy ball: it keeps a part of its velocity.")},
    Row{"nesterov",
        QT_TRANSLATE_NOOP("MethodWords", "A heavy ball that looks ahead before it turns.")},
    Row{"adagrad",
        QT_TRANSLATE_NOOP("MethodWords", "Steps shrink as the slopes that were met add up.")},
    Row{"rmsprop", QT_TRANSLATE_NOOP("MethodWords", "Slopes are measured by their recent size.")},
    Row{"adadelta",
        QT_TRANSLATE_NOOP("MethodWords", "Steps are measured by earlier steps; α is 1.")},
    Row{"adam", QT_TRANSLATE_NOOP("MethodWords", "A mean slope over its size: steps of about α.")},
    Row{"amsgrad", QT_TRANSLATE_NOOP("MethodWords", "Adam that never forgets the largest slope.")},
    Row{"adamw", QT_TRANSLATE_NOOP("MethodWords", "Adam that also pulls x a little towards 0.")},
    Row{"adamax", QT_TRANSLATE_NOOP("MethodWords", "Adam by the largest of the recent slopes.")},
    Row{"nadam", QT_TRANSLATE_NOOP("MethodWords", "Adam that looks ahead as Nesterov does.")},
    Row{"radam",
        QT_TRANSLATE_NOOP("MethodWords", "Adam that first waits until it knows the sizes.")},
    Row{"rprop",
        QT_TRANSLATE_NOOP("MethodWords", "Only the sign of the slope: longer until it turns.")},
    Row{"lion",
        QT_TRANSLATE_NOOP("MethodWords", "Steps of exactly α, by the sign of a mean slope.")},
    Row{"newton",
        QT_TRANSLATE_NOOP("MethodWords", "The slope over the curvature: leaps at valleys.")},
    Row{"backtracking",
        QT_TRANSLATE_NOOP("MethodWords", "Shortens each step from α until f falls enough.")},
    Row{"barzilai-borwein",
        QT_TRANSLATE_NOOP("MethodWords", "Takes its rate from how the slope changed.")},
};

constexpr std::array scheduleRows{
    Row{"constant", QT_TRANSLATE_NOOP("MethodWords", "α stays as it is.")},
    Row{"step", QT_TRANSLATE_NOOP("MethodWords", "Every K steps α is multiplied by γ.")},
    Row{"exponential", QT_TRANSLATE_NOOP("MethodWords", "Every step multiplies α by γ.")},
    Row{"inverse", QT_TRANSLATE_NOOP("MethodWords", "α shrinks fast at first, then ever slower.")},
    Row{"cosine", QT_TRANSLATE_NOOP("MethodWords", "α sinks to 0 at the last of the iterations.")},
    Row{"warmup", QT_TRANSLATE_NOOP("MethodWords", "α grows to its full size in K steps.")},
};

struct KnobRow {
    std::string_view name;
    const char* label;
    const char* spoken;
    const char* tip;
};

constexpr std::array knobRows{
    KnobRow{"beta", "β", QT_TRANSLATE_NOOP("MethodWords", "Beta"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "The part of the velocity that each step keeps. At 0 the ball has no "
                              "momentum; near 1 it runs on through valleys.")},
    KnobRow{"beta1", "β₁", QT_TRANSLATE_NOOP("MethodWords", "Beta 1"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How much of the mean slope, and not of the slope here, each step "
                              "takes: the nearer to 1, the slower the ball turns.")},
    KnobRow{"beta2", "β₂", QT_TRANSLATE_NOOP("MethodWords", "Beta 2"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How much of its memory each step keeps, the nearer to 1, the "
                              "longer: in Lion of the mean slope, in all others of the size of the "
                              "slope, by which steps are divided.")},
    KnobRow{"rho", "ρ", QT_TRANSLATE_NOOP("MethodWords", "Rho"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How much of the mean square of the slope each step keeps.")},
    KnobRow{"epsilon", "ε", QT_TRANSLATE_NOOP("MethodWords", "Epsilon"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "A small number that keeps the divisor from 0 where f is flat.")},
    KnobRow{"c", "c", QT_TRANSLATE_NOOP("MethodWords", "Least decrease, c"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How much of the fall that the slope promises a step must bring, or "
                              "it is shortened.")},
    KnobRow{"shrink", QT_TRANSLATE_NOOP("MethodWords", "shrink"),
            QT_TRANSLATE_NOOP("MethodWords", "Shrink factor"),
            QT_TRANSLATE_NOOP("MethodWords", "The factor by which a step is shortened.")},
    KnobRow{"grow", QT_TRANSLATE_NOOP("MethodWords", "grow"),
            QT_TRANSLATE_NOOP("MethodWords", "Growth factor"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "The factor by which a step grows while the slope keeps its sign.")},
    KnobRow{"decay", QT_TRANSLATE_NOOP("MethodWords", "decay"),
            QT_TRANSLATE_NOOP("MethodWords", "Decay"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "In AdamW the pull of x towards 0: each step takes away α times this "
                              "part of x. In NAdam how soon the momentum grows to its full size.")},
    KnobRow{"correction", QT_TRANSLATE_NOOP("MethodWords", "Bias correction"),
            QT_TRANSLATE_NOOP("MethodWords", "Bias correction"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "Makes up for means that begin at 0. Without it the first steps are "
                              "too short or too long.")},
    KnobRow{"every", "K", QT_TRANSLATE_NOOP("MethodWords", "Steps between two cuts, K"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "After this many steps α is cut, and again and again "
                              "after as many more.")},
    KnobRow{"gamma", "γ", QT_TRANSLATE_NOOP("MethodWords", "Gamma"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "What α is multiplied by each time. At 1 it stays as it is; the "
                              "smaller, the sooner the steps are too short to get on.")},
    KnobRow{"rate", "R", QT_TRANSLATE_NOOP("MethodWords", "Rate, R"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How soon α shrinks: after 1/R steps it is divided by 2 to the P.")},
    KnobRow{"power", "P", QT_TRANSLATE_NOOP("MethodWords", "Power, P"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "How fast α shrinks in the long run. Above 1 all steps of a steady "
                              "slope together lead only so far, which may be too short.")},
    KnobRow{"steps", "K", QT_TRANSLATE_NOOP("MethodWords", "Steps to the full size, K"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "The first step takes the K-th part of α, the next twice that, until "
                              "after K steps it is all of α.")},
};

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// A knob without a row goes by its name.
QString worded(std::string_view knob, const char* KnobRow::*part) {
    const auto row = std::ranges::find(knobRows, knob, &KnobRow::name);
    if (row == knobRows.end()) return latin(knob);
    return QCoreApplication::translate("MethodWords", (*row).*part);
}

template <typename Rows>
QString tipOf(std::string_view name, const Rows& rows) {
    const auto row = std::ranges::find(rows, name, &Row::name);
    return row == rows.end() ? QString() : QCoreApplication::translate("MethodWords", row->tip);
}

/// How each kind changes α.
struct Change {
    int digits;

    QString worded(double value) const { return number(value, digits); }
    static int whole(double value) { return howMany(std::llround(value)); }

    QString operator()(const descent::Constant&) const { return {}; }
    QString operator()(const descent::StepDecay& kind) const {
        return Text::tr("α · %1 every %n steps", nullptr, whole(kind.every))
            .arg(worded(kind.gamma));
    }
    QString operator()(const descent::Exponential& kind) const {
        return Text::tr("α · %1 every step").arg(worded(kind.gamma));
    }
    QString operator()(const descent::Inverse& kind) const {
        return kind.power == 1
                   ? Text::tr("α/(1 + %1 t)").arg(worded(kind.rate))
                   : Text::tr("α/(1 + %1 t)^%2").arg(worded(kind.rate), worded(kind.power));
    }
    QString operator()(const descent::Cosine&) const { return Text::tr("α falls as a cosine"); }
    QString operator()(const descent::Warmup& kind) const {
        return Text::tr("α grows in %n steps", nullptr, whole(kind.steps));
    }
};

}  // namespace

QString methodTip(const descent::Method& method) {
    return tipOf(descent::name(method), methodRows);
}

QString scheduleTip(const descent::Schedule& schedule) {
    return tipOf(descent::name(schedule), scheduleRows);
}

QString scheduleSummary(const descent::Settings& settings, int digits) {
    const QString change = std::visit(Change{digits}, settings.schedule);
    if (settings.noise.sigma == 0) return change;
    const QString sigma = number(settings.noise.sigma, digits);
    return change.isEmpty() ? Text::tr("Noise σ = %1").arg(sigma)
                            : Text::tr("σ = %1, %2").arg(sigma, change);
}

QString knobLabel(std::string_view knob) {
    return worded(knob, &KnobRow::label);
}

QString knobSpoken(std::string_view knob) {
    return worded(knob, &KnobRow::spoken);
}

QString knobTip(std::string_view knob) {
    return worded(knob, &KnobRow::tip);
}

Typed<double> knobFrom(const QString& text, const descent::Setting& knob, const QLocale& own) {
    return knobValueFrom(text, knob, knobLabel(knob.knob), own);
}

}  // namespace session
