// SPDX-License-Identifier: GPL-3.0-or-later
// What the views tell of the run to people who sit far away.
#include <QStringList>
#include <cstdint>
#include <optional>

#include "model/experiment.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/wording/briefwording.h"
#include "session/wording/runnerwording.h"
#include "session/wording/wording.h"
#include "window/panels/views.h"
#include "window/text/richtext.h"
#include "window/text/textcard.h"

namespace window {

/// Of several runners which one this is, where there is height for it, its knobs, and how far the
/// ball is of so many steps, if that is known already.
QString Views::tellNumbers(std::optional<std::int64_t> steps) const {
    const session::Session& session = m_experiment->session();
    const descent::Settings& settings = session.settings;
    const auto equal = [](const QString& name, const QString& value) {
        return tr("<i>%1</i> = %2").arg(name, value);
    };
    QStringList told;
    if (session::runnerCount(session) > 1 && !m_low) told += session::methodLabel(settings.method);
    told += equal(QStringLiteral("α"), session::number(settings.alpha, m_digits));
    for (const session::KnobWords& knob : session::knobsToTell(settings.method, m_digits))
        told += equal(knob.name, knob.value);
    const QString n = session::count(static_cast<std::int64_t>(m_experiment->position()));
    told += equal(QStringLiteral("n"), steps ? tr("%1 of %2").arg(n, session::count(*steps)) : n);
    return QStringLiteral("<b>%1</b>").arg(told.join(QStringLiteral(" &nbsp; ")));
}

/// Nothing while nobody sees it. Where height is short, what became of the run in five words.
void Views::showHeadline() {
    if (m_headline->isHidden() || !m_experiment) return;
    const auto& verdict = m_experiment->verdict();
    const auto known = static_cast<std::int64_t>(m_experiment->trajectory().size());
    const QString card = m_low ? QStringLiteral("<p style='margin: 0 12px'>%1</p>")
                               : QStringLiteral("<p style='margin: 4px 12px'>%1</p>");
    if (m_veiled || !verdict) {
        m_headline->setText(card.arg(tellNumbers({})));
    } else {
        const descent::Settings& settings = m_experiment->session().settings;
        const QString outcome = m_low ? session::brief(*verdict, settings, m_digits)
                                      : session::describeOutcome(*verdict, settings, m_digits);
        m_headline->setText(card.arg(tellNumbers(known - 1) + QStringLiteral(" &nbsp; ") +
                                     unbroken(session::inVariable(outcome, m_theme.variable))));
    }
    m_headline->setLines(m_low ? 1 : 2);
}

}  // namespace window
