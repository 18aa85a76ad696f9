// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "session/fields/fieldrows.h"
#include "session/limits.h"

namespace session {

namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

Field title() {
    return {.name = QStringLiteral("title"),
            .letter = QStringLiteral("title"),
            .concern = Field::Concern::Words,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = [](const Session& session) { return session.title; },
            .read =
                [](const QString& text, Session& into) {
                    into.title = text;
                    return titleFault(text);
                },
            .change = [](const Session&, int) { return Fields::tr("Change the title"); },
            .help = Fields::tr("A title, for the window and above pictures."),
            .value = QStringLiteral("TEXT")};
}

Field note() {
    return {.name = QStringLiteral("note"),
            .letter = QStringLiteral("note"),
            .concern = Field::Concern::Words,
            .presence = Field::Presence::Optional,
            .since = 2,
            .text = [](const Session& session) { return session.note; },
            .read =
                [](const QString& text, Session& into) {
                    into.note = text;
                    return noteFault(text);
                },
            .change = [](const Session&, int) { return Fields::tr("Change the note"); },
            .help = Fields::tr("A note to keep with the session."),
            .value = QStringLiteral("TEXT")};
}

}  // namespace

std::vector<Field> wordFields() {
    return {title(), note()};
}

}  // namespace session
