// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "formula/result.h"
#include "session/session.h"

namespace session {

struct Answer {
    QString text;    ///< plain
    QString remark;  ///< plain; what to say to the person who chose it
};

/// One idea of the guided tour: told, asked about, shown and explained.
struct Lesson {
    QString title;  ///< plain
    QString idea;   ///< rich text, as are the question and the explanation
    Session setUp;  ///< what is asked about
    QString question;
    std::vector<Answer> answers;  ///< two or three
    std::size_t right = 0;        ///< which answer is right
    QString explanation;
};

/// The lessons in their order, at least one; or one line that names the field at fault.
using Lessons = formula::Result<std::vector<Lesson>, QString>;

/// Reads lessons from a JSON text; every field must be there and make sense.
Lessons lessonsFrom(const QByteArray& json);

/// The built-in lessons, in the language of QLocale() where there is a translation, else in
/// English. What the last of them says of the minima of large networks is from:
/// Dauphin et al., Identifying and attacking the saddle point problem in high-dimensional
/// non-convex optimization, NeurIPS 2014, https://arxiv.org/abs/1406.2572;
/// Choromanska et al., The Loss Surfaces of Multilayer Networks, AISTATS 2015,
/// https://arxiv.org/abs/1412.0233.
Lessons lessons();

}  // namespace session
