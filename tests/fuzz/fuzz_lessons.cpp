// SPDX-License-Identifier: GPL-3.0-or-later
#include "claims.h"
#include "session/lessons.h"

/// Whatever claims to be lessons is either refused in words, or can be held.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const session::Lessons lessons = session::lessonsFrom(bytes(data, size));
    if (!lessons) {
        requireTold(lessons.error());
        return 0;
    }
    require(!lessons->empty());
    for (const session::Lesson& lesson : *lessons) {
        requireSound(lesson.setUp);
        require(lesson.right < lesson.answers.size());
        require(!lesson.title.isEmpty() && !lesson.question.isEmpty());
    }
    return 0;
}
