// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/report.h"
#include "session/wording/narrator.h"
#include "session/wording/planewording.h"

namespace session {

Narrator::Narrator(const insight::Verdict& verdict, const descent::Settings& settings, int digits,
                   std::optional<insight::Range> searched)
    : m_verdict(verdict),
      m_settings(settings),
      m_digits(digits),
      m_searched(searched),
      m_descends(settings.direction == descent::Direction::Descend) {}

QString Narrator::text() {
    tellTheEnd();
    tellTheCrossing();
    for (const insight::Remark& remark : m_verdict.remarks)
        std::visit([this](const auto& each) { tell(each); }, remark);
    m_sentences.removeAll(QString());
    return m_sentences.join(QLatin1Char(' '));
}

QString Narrator::outcome() {
    tellTheEnd();
    m_sentences.removeAll(QString());
    return m_sentences.value(0);
}

void Narrator::tellTheEnd() {
    std::visit([this](const auto& finding) { tell(finding); }, m_verdict.finding);
}

QString Narrator::afterSteps(std::int64_t steps) {
    if (steps == 0) return tr("right at the start");
    return tr("after %n steps", nullptr, howMany(steps));
}

QString Narrator::place() const {
    return tr("x = %1, f = %2").arg(number(m_verdict.last.at[0]), number(m_verdict.last.value));
}

QString Narrator::slope() const {
    return number(descent::norm(m_verdict.last.gradient));
}

QString Narrator::slopeBelow() const {
    return besideLimit(descent::norm(m_verdict.last.gradient), m_settings.tolerance);
}

QString Narrator::extremum(insight::Arrival::Rank rank) const {
    switch (rank) {
        case insight::Arrival::Rank::Alone:
            return either(tr("a minimum"), tr("a maximum"));
        case insight::Arrival::Rank::Best:
            return inSearched(
                either(tr("the lowest minimum in view"), tr("the highest maximum in view")),
                either(tr("the lowest minimum in [%1, %2]"),
                       tr("the highest maximum in [%1, %2]")));
        case insight::Arrival::Rank::Tied:
            return inSearched(either(tr("one of the lowest minima in view"),
                                     tr("one of the highest maxima in view")),
                              either(tr("one of the lowest minima in [%1, %2]"),
                                     tr("one of the highest maxima in [%1, %2]")));
        case insight::Arrival::Rank::Unknown:
        case insight::Arrival::Rank::Beaten:
            break;
    }
    return either(tr("a local minimum"), tr("a local maximum"));
}

QString Narrator::inSearched(const QString& seen, const QString& computed) const {
    if (!m_searched) return seen;
    const auto [low, high] = apart(m_searched->low, m_searched->high);
    return computed.arg(low, high);
}

void Narrator::tell(const insight::Shortage&) {
    say(m_verdict.steps == 0
            ? tr("There is not enough memory for this run. Close other programs and try again.")
            : tr("There is not enough memory for more than the first %n steps. Choose fewer "
                 "iterations, or close other programs.",
                 nullptr, howMany(m_verdict.steps)));
}

void Narrator::tellTheCrossing() {
    if (!m_verdict.crossing) return;
    const insight::Crossing& crossing = *m_verdict.crossing;
    say((crossing.gap
             ? tr("Between steps %1 and %2 it crossed a gap in the domain of f, at x = %3.")
             : tr("Between steps %1 and %2 it crossed a discontinuity of f, at x = %3."))
            .arg(count(crossing.step), count(crossing.step + 1), position(crossing.x)));
}

QString exactEnd(const insight::Verdict& verdict) {
    if (verdict.inPlane) return exactEndInPlane(verdict);
    return Narrator::tr("Step %1:\nx = %2\nf = %3\nf′ = %4")
        .arg(count(verdict.steps), exactNumber(verdict.last.at[0]), exactNumber(verdict.last.value),
             exactNumber(verdict.last.gradient[0]));
}

QString describe(const insight::Verdict& verdict, const descent::Settings& settings, int digits) {
    if (verdict.inPlane) return describeInPlane(verdict, settings, digits);
    return Narrator(verdict, settings, digits).text();
}

QString describe(const Report& report) {
    const Session& session = report.session;
    if (report.verdict.inPlane) return describe(report.verdict, session.settings);
    return inVariable(Narrator(report.verdict, session.settings, usualDigits, session.range).text(),
                      session.function.variable());
}

QString describeOutcome(const insight::Verdict& verdict, const descent::Settings& settings,
                        int digits) {
    if (verdict.inPlane) return outcomeInPlane(verdict, settings, digits);
    return Narrator(verdict, settings, digits).outcome();
}

}  // namespace session
