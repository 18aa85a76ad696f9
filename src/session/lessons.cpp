// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lessons.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "session/axes.h"
#include "session/constants.h"
#include "session/fields/fields.h"
#include "session/place.h"
#include "session/wording/wording.h"

/// What is compiled into a static library is dropped by the linker unless it is asked for; Qt wants
/// this outside any namespace.
static void loadResources() {
    Q_INIT_RESOURCE(lessons);
}

namespace session {

namespace {

struct LessonText {
    Q_DECLARE_TR_FUNCTIONS(Lessons)
};

/// The members of a JSON object, read by name. The first that is absent or wrong is noted in
/// `fault` with its path ("lessons[2].setUp.alpha"); what is read after a fault means nothing.
class Fields {
public:
    Fields(QJsonObject object, QString path, QString& fault)
        : m_object(std::move(object)), m_path(std::move(path)), m_fault(fault) {}

    QString text(const char* name) const {
        const QJsonValue value = member(name);
        const QString text = value.toString();
        if (text.trimmed().isEmpty()) refuse(name, LessonText::tr("a text is expected"));
        return text;
    }
    double number(const char* name, insight::Range allowed) const {
        const QJsonValue value = member(name);
        if (!value.isDouble() || !allowed.contains(value.toDouble())) {
            refuse(name, LessonText::tr("a number from %1 to %2 is expected")
                             .arg(allowed.low)
                             .arg(allowed.high));
            return allowed.low;
        }
        return value.toDouble();
    }
    std::int64_t whole(const char* name, insight::Range allowed) const {
        const double value = number(name, allowed);
        if (value != std::floor(value)) refuse(name, LessonText::tr("a whole number is expected"));
        return static_cast<std::int64_t>(value);
    }
    Fields object(const char* name) const {
        const QJsonValue value = member(name);
        if (!value.isObject()) refuse(name, LessonText::tr("an object is expected"));
        return {value.toObject(), pathOf(name), m_fault};
    }
    /// `least` to `most` objects.
    std::vector<Fields> objects(const char* name, qsizetype least, qsizetype most) const {
        const QJsonArray array = member(name).toArray();
        if (array.size() < least || array.size() > most)
            refuse(name, LessonText::tr("a list of %1 to %2 is expected").arg(least).arg(most));
        std::vector<Fields> all;
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i);
            if (!array[i].isObject()) note(place, LessonText::tr("an object is expected"));
            all.emplace_back(array[i].toObject(), place, m_fault);
        }
        return all;
    }
    QJsonValue value(const char* name) const { return member(name); }
    bool has(const char* name) const { return !member(name).isUndefined(); }
    void refuse(const char* name, const QString& reason) const { note(pathOf(name), reason); }

private:
    QJsonValue member(const char* name) const { return m_object.value(QLatin1String(name)); }
    QString pathOf(const char* name) const {
        return m_path.isEmpty() ? QLatin1String(name)
                                : QStringLiteral("%1.%2").arg(m_path, QLatin1String(name));
    }
    void note(const QString& path, const QString& reason) const {
        if (m_fault.isEmpty()) m_fault = QStringLiteral("%1: %2").arg(path, reason);
    }

    QJsonObject m_object;
    QString m_path;
    QString& m_fault;
};

/// A value as session::Field::read() takes it; null when it is of another kind.
/// The members of an object of numbers as "x=1,y=2"; a null string where it is none.
QString placeIn(const QJsonObject& object) {
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isDouble()) return {};
        parts += it.key() + QLatin1Char('=') + typedNumber(it->toDouble());
    }
    return parts.isEmpty() ? QString() : parts.join(QLatin1Char(','));
}

QString textOf(const QJsonValue& value, Field::Kind kind) {
    switch (kind) {
        case Field::Kind::Text:
            return value.isString() ? value.toString(QLatin1String("")) : QString();
        case Field::Kind::Number:
        case Field::Kind::WholeNumber:
            return value.isDouble() ? typedNumber(value.toDouble()) : QString();
        case Field::Kind::Place:
            return value.isDouble() ? typedNumber(value.toDouble()) : placeIn(value.toObject());
        case Field::Kind::TwoNumbers:
            break;
    }
    const QJsonArray ends = value.toArray();
    if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble()) return {};
    return typedNumber(ends[0].toDouble()) + QLatin1Char(':') + typedNumber(ends[1].toDouble());
}

QString wanted(Field::Kind kind) {
    switch (kind) {
        case Field::Kind::Text:
            return LessonText::tr("a text is expected");
        case Field::Kind::Number:
            return LessonText::tr("a number is expected");
        case Field::Kind::Place:
            return LessonText::tr("a number is expected, or one for each variable");
        case Field::Kind::WholeNumber:
            return LessonText::tr("a whole number is expected");
        case Field::Kind::TwoNumbers:
            break;
    }
    return LessonText::tr("two numbers are expected");
}

bool showsItsStart(const Session& session) {
    const descent::Point& start = session.initialGuess;
    if (start.size() == 1) return session.range.contains(start[0]);
    const insight::Rectangle view = rectangleOf(session);
    return view.across.contains(start[session.axes.across]) &&
           view.up.contains(start[session.axes.up]);
}

/// What is as in every session may be left out.
Session setUpFrom(const Fields& fields) {
    Session session;
    announceConstants(fields.value("constants").toString(), session);
    announceStart(placeIn(fields.value("initial_guess").toObject()), session);
    for (const Field& field : session::fields()) {
        const QByteArray name = field.name.toLatin1();
        const bool needed = field.presence == Field::Presence::Always;
        if (!needed && !fields.has(name)) continue;
        const QString text = textOf(fields.value(name), field.kind);
        const QString fault = text.isNull() ? wanted(field.kind) : field.read(text, session);
        if (!fault.isEmpty()) fields.refuse(name, fault);
    }
    if (!showsItsStart(session))
        fields.refuse("initial_guess", LessonText::tr("a place in view is expected"));
    return session;
}

Lesson lessonFrom(const Fields& fields) {
    Lesson lesson;
    lesson.title = fields.text("title");
    lesson.idea = fields.text("idea");
    lesson.setUp = setUpFrom(fields.object("setUp"));
    lesson.question = fields.text("question");
    for (const Fields& answer : fields.objects("answers", 2, 3))
        lesson.answers.push_back({answer.text("text"), answer.text("remark")});
    const auto last = static_cast<double>(lesson.answers.size()) - 1;
    lesson.right = static_cast<std::size_t>(fields.whole("right", {0, last}));
    lesson.explanation = fields.text("explanation");
    return lesson;
}

}  // namespace

Lessons lessonsFrom(const QByteArray& json) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return LessonText::tr("at byte %1: %2").arg(error.offset).arg(error.errorString());
    QString fault;
    std::vector<Lesson> all;
    constexpr qsizetype most = 100;
    for (const Fields& fields : Fields(document.object(), {}, fault).objects("lessons", 1, most))
        all.push_back(lessonFrom(fields));
    if (!fault.isEmpty()) return fault;
    return all;
}

Lessons lessons() {
    loadResources();
    QFile file(QStringLiteral(":/tour/lessons.json"));
    if (!file.open(QIODevice::ReadOnly)) return file.errorString();
    return lessonsFrom(file.readAll());
}

}  // namespace session
