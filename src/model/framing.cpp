// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/framing.h"

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <utility>

#include "insight/fitting.h"
#include "model/experiment.h"
#include "session/axes.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/fitting.h"
#include "session/runners.h"

namespace model {

namespace {

using namespace std::chrono_literals;

/// Most ranges are known within this time, and so with the frame that shows the run.
constexpr auto shortestWait = 3ms;

/// Computes the range that fits the runs of all runners.
struct Fitter {
    const descent::Objective& objective;
    const session::Session& session;
    const std::vector<descent::Trajectory>& runs;
    const std::stop_token& stop;

    /// `kept` where it suits the run; else the first of the `known` ones that holds it, or another.
    insight::Range range(const std::vector<insight::Range>& known,
                         const std::optional<insight::Range>& kept) const {
        const insight::Range extent = this->extent();
        const auto holds = [&](insight::Range range) {
            return range.contains(extent.low) && range.contains(extent.high);
        };
        const auto found = std::ranges::find_if(known, holds);
        const insight::Range fitting = found != known.end() ? *found : around(extent);
        return kept && holds(*kept) && isAsWide(*kept, fitting) ? *kept : fitting;
    }

    /// Of all runs.
    insight::Range extent() const {
        std::vector<insight::Range> extents;
        std::vector<double> starts;
        for (std::size_t place = 0; place < runs.size(); ++place) {
            const session::Session own = session::choosing(session, place);
            extents.push_back(
                insight::extentOfRun(objective, own.settings, runs[place], own.initialGuess, stop));
            starts.push_back(own.initialGuess[0]);
        }
        return insight::together(extents, starts, session.chosen);
    }

    /// What lies about the chosen run, and all others with a margin.
    insight::Range around(insight::Range extent) const {
        insight::Range range = insight::fittingRange(
            objective, session.settings, runs[session.chosen], session.initialGuess, stop);
        const double margin = extent.width() / 10;
        if (extent.low < range.low) range.low = extent.low - margin;
        if (extent.high > range.high) range.high = extent.high + margin;
        return range;
    }

    /// The run is no speck in it and no small part of what there is to see.
    static bool isAsWide(insight::Range range, insight::Range fitting) {
        constexpr double widest = 2.5;  // times as wide as what fits
        constexpr double narrowest = 0.25;
        return range.width() <= widest * fitting.width() &&
               range.width() >= narrowest * fitting.width();
    }
};

bool startIsInView(const session::Session& session) {
    if (session.function.dimension() == 1) return session.range.contains(session.initialGuess[0]);
    const insight::Rectangle view = session::rectangleOf(session);
    return view.across.contains(session.initialGuess[session.axes.across]) &&
           view.up.contains(session.initialGuess[session.axes.up]);
}

/// No run is a speck in it and none leaves it by much.
bool suits(const insight::Range& kept, const insight::Range& fitting) {
    constexpr double widest = 2.5;  // times as wide as what fits
    return kept.width() <= widest * fitting.width() && kept.contains(fitting.centre()) &&
           kept.width() * widest >= fitting.width();
}

bool holds(const insight::Rectangle& view, const session::Axes& axes,
           const std::vector<descent::Trajectory>& runs) {
    return std::ranges::all_of(runs, [&](const descent::Trajectory& run) {
        for (std::size_t n = 0; n < run.size(); ++n) {
            const double* at = run.row(n);
            if (!view.across.contains(at[axes.across]) || !view.up.contains(at[axes.up]))
                return false;
        }
        return true;
    });
}

}  // namespace

Framing::Framing(const Experiment& experiment, QObject* parent)
    : QObject(parent),
      m_experiment(experiment),
      m_examples(session::examples()),
      m_last(experiment.session()) {
    connect(&m_experiment, &Experiment::functionChanged, this, [this] { m_awaitsRun = false; });
    connect(&m_experiment, &Experiment::functionTyped, this, &Framing::begin);
    connect(&m_experiment, &Experiment::sessionChanged, this,
            [this] { m_last = m_experiment.session(); });
    connect(&m_experiment, &Experiment::verdictChanged, this, &Framing::frame);
    m_clock.setInterval(16ms);
    connect(&m_clock, &QTimer::timeout, this, &Framing::collect);
}

Framing::~Framing() = default;

void Framing::fit() {
    ask(Purpose::Fit, std::nullopt);
}

void Framing::settle() {
    m_chosen.reset();
    m_awaitsRun = false;
    if (m_purpose == Purpose::Frame) m_task.reset();
}

void Framing::begin() {
    if (!m_chosen) m_chosen = m_last;
    m_typed = m_experiment.session();
    m_awaitsRun = true;
}

void Framing::frame() {
    if (!m_experiment.verdict()) return;
    const session::Session& session = m_experiment.session();
    // Otherwise it is another run by now: the view stays while values change.
    const bool isBack = m_chosen && m_chosen->function == session.function;
    const bool typed = std::exchange(m_awaitsRun, false) && session::sameRun(session, m_typed);
    if (typed && isBack) {
        m_task.reset();
        Q_EMIT framed(m_chosen->range, m_chosen->values);
    } else if (typed) {
        const bool isAlike = m_chosen->function.dimension() == session.function.dimension();
        ask(Purpose::Frame,
            isAlike ? std::optional(Frame{m_chosen->range, m_chosen->values}) : std::nullopt);
    } else if (m_chosen && !isBack && !m_task && !startIsInView(session)) {
        ask(Purpose::Frame, std::nullopt);
    }
}

/// `kept` where it suits the runs; else the first of the `known` ones that holds them and suits
/// them, or another.
Framing::Frame Framing::fittingPlane(const session::Session& session,
                                     const std::vector<descent::Trajectory>& runs,
                                     const std::vector<Frame>& known,
                                     const std::optional<Frame>& kept,
                                     const std::stop_token& stop) {
    session::Session bare = session;
    bare.values.reset();
    const session::Session fitting = session::fitted(bare, false, stop);
    const auto isAlike = [&](const Frame& frame) {
        return frame.values && suits(frame.range, fitting.range) &&
               suits(*frame.values, *fitting.values);
    };
    if (kept && isAlike(*kept)) return *kept;
    const auto found = std::ranges::find_if(known, [&](const Frame& frame) {
        return isAlike(frame) && holds({frame.range, *frame.values}, session.axes, runs);
    });
    return found != known.end() ? *found : Frame{fitting.range, fitting.values};
}

/// For a range that fits the run, or for the one to keep if that suits it.
void Framing::ask(Purpose purpose, const std::optional<Frame>& kept) {
    m_purpose = purpose;
    m_asked = m_experiment.session();
    std::vector<Frame> known;
    std::optional<Frame> own;
    for (const session::Example& example : m_examples) {
        const session::Session& session = example.session;
        if (session.function != m_asked.function || session.axes != m_asked.axes) continue;
        known.push_back({session.range, session.values});
        if (session::sameRun(session, m_asked)) own = known.back();
    }
    if (own) known.insert(known.begin(), *own);
    std::vector<descent::Trajectory> runs;
    for (const auto& course : m_experiment.courses()) runs.push_back(course->trajectory());
    m_task = std::make_unique<run::Task<Frame>>([session = m_asked, runs, known, own,
                                                 kept](const std::stop_token& stop) {
        if (session.function.dimension() > 1)
            return own && !kept ? *own : fittingPlane(session, runs, known, kept, stop);
        const descent::Objective objective(session::valued(session), session.settings.direction);
        std::vector<insight::Range> ranges;
        for (const Frame& frame : known) ranges.push_back(frame.range);
        std::optional<insight::Range> range;
        if (kept) range = kept->range;
        return Frame{Fitter{objective, session, runs, stop}.range(ranges, range), {}};
    });
    m_task->wait(shortestWait);
    m_clock.start();
    collect();
}

void Framing::collect() {
    if (m_task && !m_task->over()) return;
    m_clock.stop();
    const auto frame = m_task ? m_task->take() : std::nullopt;
    m_task.reset();
    if (!frame || !session::sameRun(m_experiment.session(), m_asked)) return;
    if (m_purpose == Purpose::Fit) {
        Q_EMIT fitted(frame->range, frame->values);
    } else {
        Q_EMIT framed(frame->range, frame->values);
    }
}

}  // namespace model
