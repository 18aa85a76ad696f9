// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "descent/descent.h"
#include "insight/verdict/verdict.h"
#include "session/wording/endingwording.h"
#include "window/widgets/card.h"

namespace window {

class FoldButton;
class GoOn;
class TextCard;

/// What became of the run, in one sentence, with a sign and a colour; why is folded away.
class VerdictCard : public Card {
    Q_OBJECT

public:
    explicit VerdictCard(QWidget* parent = nullptr);

    /// Takes the button in that lets a run go on.
    void addGoOn(GoOn& goOn);
    /// What the variable is called from the next verdict on.
    void setVariable(const QString& variable) { m_variable = variable; }
    void showVerdict(const insight::Verdict& verdict, const descent::Settings& settings,
                     int digits);
    /// So many steps, and no end in sight.
    void showProgress(std::int64_t steps);

    /// Lines close together, for a low window.
    void setDense(bool dense);
    /// While held, it stays as high as it is, whatever it has to say.
    void setHeld(bool held);
    /// Whether its sentence stands on the picture: then it is here only before the reasons.
    void setToldElsewhere(bool told);
    bool whyShown() const;
    void setWhyShown(bool shown);

private:
    class Sign;

    Sign* m_sign;
    Heading* m_heading;
    FoldButton* m_why;
    TextCard* m_sentence;
    TextCard* m_reasons;
    bool m_isToldElsewhere = false;
    QString m_variable = QStringLiteral("x");
};

}  // namespace window
