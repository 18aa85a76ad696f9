// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>

#include "cli/caret.h"
#include "cli/missingvalue.h"
#include "cli/picturevalues.h"
#include "output/writers.h"
#include "session/constants.h"
#include "session/examples.h"
#include "session/fields/fields.h"
#include "session/fitting.h"
#include "session/limits.h"
#include "session/link.h"
#include "session/offered.h"
#include "session/place.h"
#include "session/runners.h"
#include "session/sessionfile.h"
#include "session/view.h"
#include "session/wording/wording.h"

namespace cli {

namespace {

struct Arguments {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

QCommandLineOption option(const char* name, const QString& description, const QString& value = {}) {
    return {QString::fromLatin1(name), description, value};
}

QList<QCommandLineOption> options(const output::Formats& formats) {
    QList<QCommandLineOption> all;
    for (const session::Field& field : session::fields())
        all += QCommandLineOption(session::optionOf(field), field.help, field.value);
    all += {
        option("size",
               Arguments::tr("Size of a picture or animation in pixels. Default %1 and %2.")
                   .arg(sidesOf(output::usualPicture), sidesOf(output::usualAnimation)),
               QStringLiteral("WxH")),
        option("theme", Arguments::tr("light (the default), dark or transparent."),
               QStringLiteral("NAME")),
        option("steps",
               Arguments::tr("The part of the run to show, such as 0:10: in an animation, as the "
                             "rows of a table, and as the trail of a picture up to its end."),
               QStringLiteral("FROM:TO")),
        option("fps",
               Arguments::tr("Frames per second of an animation, 1 to %1. Default %2; a GIF has "
                             "at most %3.")
                   .arg(output::mostFrames)
                   .arg(output::Options().framesPerSecond)
                   .arg(output::mostGifFrames),
               QStringLiteral("NUMBER")),
        option("export",
               Arguments::tr("Write a file instead of opening the window (%1). May be repeated.")
                   .arg(output::suffixes(formats).join(QStringLiteral(", "))),
               QStringLiteral("FILE")),
        option("help", Arguments::tr("Show this help.")),
        option("version", Arguments::tr("Show the version.")),
    };
    return all;
}

/// What Qt's parser could not read; its own words would repeat an unknown option whole.
QString faultOf(const QCommandLineParser& parser) {
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty()) return parser.errorText();
    return Arguments::tr("“%1” is no option. See --help.").arg(session::shortened(unknown.first()));
}

/// Collects the request from the parsed options, up to the first fault.
class Collector {
public:
    Collector(const QStringList& arguments, const QCommandLineParser& parser,
              const output::Formats& formats)
        : m_arguments(arguments), m_parser(parser) {
        m_request.formats = formats;
    }

    formula::Result<Request, Refusal> request() {
        fail(missingValue(m_arguments, m_parser, options(m_request.formats)));
        openFile();
        readFunction();
        readSettings();
        readPicture();
        if (!m_fault.isEmpty()) return Refusal{m_fault};
        const QString fault = wantsPicture() ? viewFault() : QString();
        if (!fault.isEmpty()) return Refusal{fault};
        noteConstants();
        fitRange();
        return m_request;
    }

private:
    bool given(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    QString value(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }

    void fail(const QString& fault) {
        if (m_fault.isEmpty()) m_fault = fault;
    }

    template <typename Value, typename Reader>
    void read(const char* name, Value& into, Reader reader) {
        if (!given(name)) return;
        const auto typed = reader(value(name));
        if (typed) {
            into = *typed;
        } else {
            fail(QStringLiteral("--%1: %2").arg(QString::fromLatin1(name), typed.error()));
        }
    }

    void openFile() {
        m_request.session = session::examples().front().session;
        const QStringList files = m_parser.positionalArguments();
        if (files.isEmpty()) return;
        if (files.size() > 1) {
            return fail(Arguments::tr("Unexpected argument “%1”. See --help.")
                            .arg(session::shortened(files[1])));
        }
        if (files[0].isEmpty())
            return fail(Arguments::tr("The name of the session file is empty. Name one, or none."));
        const bool link = session::isLink(files[0]);
        const auto opened = link ? session::fromLink(files[0]) : session::openSession(files[0]);
        if (!opened) return fail(opened.error());
        if (!link) m_request.file = files[0];
        m_request.session = *opened;
        m_opened = true;
    }

    /// The function with a caret, the range as the view wants it.
    static bool isReadElsewhere(const QString& option) {
        return option == QLatin1String("function") || option == QLatin1String("range");
    }

    /// What stands beside a file or a link changes that alone.
    void readFunction() {
        if (!given("function")) return;
        if (!m_opened) {
            m_request.session = {};
            m_request.session.initialGuess = 1;
            m_request.session.settings.alpha = descent::usualRate;
        }
        announceNames();
        const auto function = session::editedFunction(m_request.session, value("function"));
        if (function) {
            m_request.session = session::withFunction(m_request.session, *function);
        } else {
            fail(session::describe(function.error()) +
                 withCaret(value("function"), function.error()));
        }
    }

    void announceNames() {
        const QString option = QStringLiteral("constant");
        session::announceConstants(session::joinedText(m_parser.values(option)), m_request.session);
        session::announceStart(value("initial-guess"), m_request.session);
    }

    /// Those of the function that neither the options nor a file give a value.
    void noteConstants() {
        if (m_opened && !given("function")) return;
        const auto& constants = m_request.session.constants;
        const QString all = session::joinedText(m_parser.values(QStringLiteral("constant")));
        for (const session::Constant& each : constants) {
            const QString name = QString::fromStdString(each.name);
            const bool isGiven = (u' ' + all).contains(u' ' + name + u'=');
            if (!isGiven && each == session::Constant{each.name}) m_request.unvalued += name;
        }
    }

    /// The options are those of the first runner, whichever is chosen in a file.
    void readSettings() {
        const std::size_t chosen = m_request.session.chosen;
        m_request.session = session::choosing(m_request.session, 0);
        for (const session::Field& field : session::fields()) {
            if (field.repeated.isEmpty()) readField(field);
        }
        if (given("method") && !given("alpha") && !m_opened) takeUsualAlpha();
        // What a runner does not name it takes from the other options.
        for (const session::Field& field : session::fields()) {
            if (!field.repeated.isEmpty()) readField(field);
        }
        if (given("runner")) return;
        m_request.session = session::choosing(m_request.session, chosen);
    }

    void readField(const session::Field& field) {
        const QString name = session::optionOf(field);
        if (isReadElsewhere(name) || !m_parser.isSet(name)) return;
        const QString fault = field.read(textOf(field, name), m_request.session);
        if (!fault.isEmpty()) fail(QStringLiteral("--%1: %2").arg(name, fault));
    }

    /// That of the method; the first example has its own, for methods that step like its.
    void takeUsualAlpha() {
        descent::Settings& settings = m_request.session.settings;
        const double usual = descent::usualAlpha(settings.method);
        if (given("function") || usual != descent::usualRate) settings.alpha = usual;
    }

    QString textOf(const session::Field& field, const QString& name) const {
        if (!field.flag.isEmpty()) return field.flag;
        return field.repeated.isEmpty() ? m_parser.value(name)
                                        : session::joinedText(m_parser.values(name));
    }

    void readPicture() {
        const session::Session& session = m_request.session;
        m_request.options.view = session.view;
        m_request.options.values = session.values;
        m_request.options.title = !session.title.isEmpty();
        if (showsAlphas()) {
            read("range", m_request.alphas, alphasFrom);
        } else {
            read("range", m_request.session.range, session::rangeFrom);
        }
        read("size", m_request.options.size, sizeFrom);
        read("theme", m_request.options.theme, themeFrom);
        read("steps", m_request.options.steps, stepsFrom);
        read("fps", m_request.options.framesPerSecond, framesFrom);
        m_request.exports = m_parser.values(QStringLiteral("export"));
        for (const QString& path : m_request.exports) {
            if (const QString fault =
                    output::optionFault(path, m_request.options, m_request.formats);
                !fault.isEmpty())
                fail(fault);
        }
    }

    /// Why there is nothing to draw.
    QString viewFault() const {
        const session::Session& session = m_request.session;
        const QString whyNot = session::viewRow(m_request.options.view).whyNot(session);
        if (whyNot.isEmpty()) return {};
        // Of another number of variables no method makes it one of these.
        const bool isOfOther = session.function.dimension() > 1 ||
                               !session::isOffered(m_request.options.view, session);
        return (isOfOther ? Arguments::tr("--view: %1")
                          : Arguments::tr("--view: %1 Choose another view or method."))
            .arg(whyNot);
    }

    /// The window can show a session in a view that is empty for now.
    bool wantsPicture() const {
        const auto isDrawn = [this](const QString& path) {
            return output::isDrawn(path, m_request.formats);
        };
        const QStringList& exports = m_request.exports;
        return std::ranges::any_of(exports, isDrawn) || (!exports.isEmpty() && given("view"));
    }

    bool showsAlphas() const { return session::viewRow(m_request.options.view).overAlpha; }

    void fitRange() {
        if (!given("function") || m_opened) return;
        const bool isSet = given("range") && !showsAlphas();
        m_request.session = session::fitted(m_request.session, isSet);
    }

    const QStringList& m_arguments;
    const QCommandLineParser& m_parser;
    Request m_request;
    bool m_opened = false;  ///< a file or a link
    QString m_fault;
};

}  // namespace

formula::Result<Request, Refusal> parse(const QStringList& arguments,
                                        const output::Formats& formats) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Arguments::tr("Thalweg shows gradient descent as a ball that rolls down a curve. Without "
                      "--export it opens its window."));
    parser.addOptions(options(formats));
    parser.addPositionalArgument(
        QStringLiteral("FILE.thalweg"),
        Arguments::tr("The session to open, or a link to one; options given "
                      "beside it win."),
        QStringLiteral("[FILE.thalweg]"));
    if (!parser.parse(arguments)) return Refusal{faultOf(parser)};
    if (parser.isSet(QStringLiteral("help"))) return Refusal{parser.helpText(), 0};
    if (parser.isSet(QStringLiteral("version"))) {
        return Refusal{QStringLiteral("thalweg " THALWEG_VERSION), 0};
    }
    return Collector(arguments, parser, formats).request();
}

}  // namespace cli
