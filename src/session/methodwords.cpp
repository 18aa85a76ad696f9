// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/methodwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace session {

namespace {

struct MethodRow {
    std::string_view name;
    const char* tip;
};

constexpr std::array methodRows{
    MethodRow{"gradient", QT_TRANSLATE_NOOP("MethodWords", "Straight down the slope, α times it.")},
    MethodRow{"momentum",
              QT_TRANSLATE_NOOP("MethodWords", "A heavy ball: it keeps a part of its velocity.")},
    MethodRow{"nesterov",
              QT_TRANSLATE_NOOP("MethodWords", "A heavy ball that looks ahead before it turns.")},
    MethodRow{"adagrad",
              QT_TRANSLATE_NOOP("MethodWords", "Steps shrink as the slopes that were met add up.")},
    MethodRow{"rmsprop",
              QT_TRANSLATE_NOOP("MethodWords", "Slopes are measured by their recent size.")},
    MethodRow{"adadelta",
              QT_TRANSLATE_NOOP("MethodWords", "Steps are measured by earlier steps; α is 1.")},
    MethodRow{"adam",
              QT_TRANSLATE_NOOP("MethodWords", "A mean slope over its size: steps of about α.")},
    MethodRow{"amsgrad",
              QT_TRANSLATE_NOOP("MethodWords", "Adam that never forgets the largest slope.")},
    MethodRow{"adamw",
              QT_TRANSLATE_NOOP("MethodWords", "Adam that also pulls x a little towards 0.")},
    MethodRow{"adamax",
              QT_TRANSLATE_NOOP("MethodWords", "Adam by the largest of the recent slopes.")},
    MethodRow{"nadam", QT_TRANSLATE_NOOP("MethodWords", "Adam that looks ahead as Nesterov does.")},
    MethodRow{"radam",
              QT_TRANSLATE_NOOP("MethodWords", "Adam that first waits until it knows the sizes.")},
    MethodRow{"rprop", QT_TRANSLATE_NOOP("MethodWords",
                                         "Only the sign of the slope: longer until it turns.")},
    MethodRow{"lion",
              QT_TRANSLATE_NOOP("MethodWords", "Steps of exactly α, by the sign of a mean slope.")},
    MethodRow{"newton",
              QT_TRANSLATE_NOOP("MethodWords", "The slope over the curvature: leaps at valleys.")},
    MethodRow{"backtracking",
              QT_TRANSLATE_NOOP("MethodWords", "Shortens each step from α until f falls enough.")},
    MethodRow{"barzilai-borwein",
              QT_TRANSLATE_NOOP("MethodWords", "Takes its rate from how the slope changed.")},
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
                              "How much of the mean slope each step keeps: the nearer to 1, the "
                              "longer the memory.")},
    KnobRow{"beta2", "β₂", QT_TRANSLATE_NOOP("MethodWords", "Beta 2"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "The same for the size of the slope, by which steps are divided.")},
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
            QT_TRANSLATE_NOOP("MethodWords", "How fast what is kept fades as the run goes on.")},
    KnobRow{"correction", QT_TRANSLATE_NOOP("MethodWords", "Bias correction"),
            QT_TRANSLATE_NOOP("MethodWords", "Bias correction"),
            QT_TRANSLATE_NOOP("MethodWords",
                              "Makes up for means that begin at 0. Without it the first steps are "
                              "too short or too long.")},
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

}  // namespace

QString methodTip(const descent::Method& method) {
    const auto row = std::ranges::find(methodRows, descent::name(method), &MethodRow::name);
    return row == methodRows.end() ? QString()
                                   : QCoreApplication::translate("MethodWords", row->tip);
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

}  // namespace session
