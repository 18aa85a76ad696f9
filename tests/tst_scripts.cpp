// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scripts of runs: that they are Python, make the steps of the run, and are nothing but that.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "functions.h"
#include "output/formats.h"
#include "output/scripts.h"
#include "python.h"
#include "runs.h"
#include "session/constants.h"
#include "session/method.h"
#include "session/place.h"
#include "session/wording/wording.h"

using descent::Direction;
using formula::Dialect;
using session::Session;

namespace {

/// A run that a script is to make again.
Session sessionOf(const char* function, double start, double alpha, const QString& method = {},
                  const QString& schedule = {}, Direction direction = Direction::Descend) {
    Session made{functionOf(QString::fromUtf8(function)), start, {alpha, 200, 1e-6}};
    made.settings.direction = direction;
    if (!method.isEmpty()) made.settings.method = session::methodFrom(method).value();
    if (!schedule.isEmpty()) made.settings.schedule = session::scheduleFrom(schedule).value();
    return made;
}

/// What a script has printed.
struct Printed {
    QList<QList<double>> rows;  ///< iteration, x, f, gradient
    QString outcome;            ///< "converged after 12 steps", or an error
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Printed printedIn(const QByteArray& table, const QByteArray& errors) {
    Printed printed{{}, QString::fromUtf8(errors).trimmed()};
    QByteArrayList lines = table.trimmed().split('\n');
    const QByteArray head = lines.takeFirst();
    if (!head.startsWith("iteration,") || !head.contains(",f,gradient")) return printed;
    for (const QByteArray& line : lines) {
        QList<double> row;
        for (const QByteArray& cell : line.split(',')) row += cell.toDouble();
        printed.rows += row;
    }
    return printed;
}

/// Scripts that run together: to start NumPy takes longer than to run one.
class Scripts {
public:
    explicit Scripts(Dialect dialect = Dialect::NumPy) : m_dialect(dialect) {}

    /// Under a name that tells what it is, for messages.
    void add(const QString& name, const Session& session) {
        m_sessions.emplace_back(name, session);
        QFile file(path(m_sessions.size() - 1, ".py"));
        if (!file.open(QIODevice::WriteOnly)) qFatal("no script");
        file.write(output::script(session, m_dialect).toUtf8());
    }

    void run() const {
        QStringList arguments{QStringLiteral(RUN_SCRIPTS)};
        for (std::size_t i = 0; i < m_sessions.size(); ++i) arguments += path(i, ".py");
        const QString python =
            m_dialect == Dialect::NumPy ? pythonWithNumpy() : pythonWithPytorch();
        const PythonAnswer answer = answerOf(python, arguments);
        QCOMPARE(answer.err, QByteArray());
        QCOMPARE(answer.status, 0);
    }

    Printed printed(std::size_t index) const {
        return printedIn(contentOf(path(index, ".csv")), contentOf(path(index, ".err")));
    }
    const std::vector<std::pair<QString, Session>>& sessions() const { return m_sessions; }

private:
    QString path(std::size_t index, const char* suffix) const {
        return m_folder.filePath(QString::number(index) + QLatin1String(suffix));
    }

    Dialect m_dialect;
    QTemporaryDir m_folder;
    std::vector<std::pair<QString, Session>> m_sessions;
};

/// The run of a session, and how far its numbers move where those that it begins with, or f', are
/// otherwise in their last digits.
class Expected {
public:
    explicit Expected(const Session& session)
        : m_objective(session::valued(session), session.settings.direction) {
        const descent::Point start = session.initialGuess;
        m_run = descent::whole(m_objective, session.settings, start);
        const auto add = [&](const descent::Settings& settings, const descent::Point& from) {
            m_beside.push_back(descent::whole(m_objective, settings, from).trajectory);
        };
        for (const double beside : {-HUGE_VAL, HUGE_VAL}) {
            descent::Settings settings = session.settings;
            descent::Point moved = start;
            for (double& coordinate : moved) coordinate = std::nextafter(coordinate, beside);
            add(settings, moved);
            settings.alpha = std::nextafter(settings.alpha, beside);
            add(settings, start);
        }
        const double rounding =
            start.size() == 1 ? m_objective.slopeError(start[0]) : leastRounding(start);
        for (const std::uint64_t seed : {1, 2, 3}) {
            descent::Settings settings = session.settings;
            if (settings.noise.sigma > 0 || !(rounding > 0) || !std::isfinite(rounding)) continue;
            settings.noise = {rounding, seed};
            add(settings, start);
        }
    }

    std::size_t size() const { return m_run.trajectory.size(); }
    descent::Outcome outcome() const { return m_run.outcome; }
    bool settles() const {
        return outcome() == descent::Outcome::Converged || outcome() == descent::Outcome::Stalled;
    }
    QString words() const {
        return QStringLiteral("%1 after %2 steps")
            .arg(session::outcomeName(outcome()))
            .arg(size() - 1);
    }

    /// What is wrong with a row; empty when nothing is: x is to be as near as that, f and f' as
    /// they are so near to x.
    QString fault(std::size_t n, const QList<double>& told, double slack) const {
        const descent::Point at = m_run.trajectory[n].at;
        const std::vector<double> rises = risesAt(at);
        const auto size = static_cast<qsizetype>(rises.size());
        if (told.size() != size + 1) return QStringLiteral("a row of %1 numbers").arg(told.size());
        const double x = descent::norm(at);
        for (qsizetype i = 0; i < size; ++i) {
            const double expected = m_run.trajectory.row(n)[i];
            const double found = told[i + 1];
            const bool alike = found == expected || (std::isnan(found) && std::isnan(expected));
            double allowed = slack * std::max(1.0, std::abs(expected));
            const double rise = rises[static_cast<std::size_t>(i)];
            if (std::isfinite(rise))
                allowed = std::max(allowed, slack * std::max(1.0, std::abs(x)) * rise);
            for (const descent::Trajectory& beside : m_beside) {
                const std::size_t last = std::min(n, beside.size() - 1);
                allowed = std::max(allowed, 10 * std::abs(beside.row(last)[i] - expected));
            }
            if (!alike && !(std::abs(found - expected) <= allowed))
                return QStringLiteral("step %1, column %2: %3, not %4")
                    .arg(n)
                    .arg(i)
                    .arg(found, 0, 'g', 17)
                    .arg(expected, 0, 'g', 17);
        }
        return {};
    }

private:
    /// How fast each number of a row changes with the place.
    std::vector<double> risesAt(const descent::Point& at) const {
        if (at.size() == 1)
            return {1, std::abs(m_objective.slope(at[0])), std::abs(m_objective.curvature(at[0]))};
        std::vector<double> rises(at.size(), 1);
        rises.push_back(descent::norm(m_objective.gradient(at)));
        const descent::Hessian hessian = m_objective.hessian(at);
        for (std::size_t i = 0; i < at.size(); ++i) {
            double rise = 0;
            for (std::size_t j = 0; j < at.size(); ++j) rise += std::abs(hessian(i, j));
            rises.push_back(rise);
        }
        return rises;
    }
    /// In the gradient of several variables, about.
    double leastRounding(const descent::Point& at) const {
        constexpr double unit = std::numeric_limits<double>::epsilon();
        return 4 * unit * (1 + descent::norm(m_objective.gradient(at)));
    }

    descent::Objective m_objective;
    descent::Whole m_run;
    std::vector<descent::Trajectory> m_beside;
};

/// What is wrong with what the script of a session has printed: over the first 50 steps, and at the
/// end of a run that settles. Empty when nothing is.
QString fault(const Session& session, const Printed& printed, double slack) {
    constexpr std::size_t compared = 50;
    if (printed.rows.isEmpty()) return QStringLiteral("no rows: ") + printed.outcome;
    const Expected expected(session);
    const auto rows = static_cast<std::size_t>(printed.rows.size());
    for (std::size_t n = 0; n < std::min({compared + 1, rows, expected.size()}); ++n) {
        const QString wrong = expected.fault(n, printed.rows[static_cast<qsizetype>(n)], slack);
        if (!wrong.isEmpty()) return wrong;
    }
    if (!expected.settles() && expected.size() > compared + 1) return {};
    if (expected.words() != printed.outcome)
        return printed.outcome + QStringLiteral(", not ") + expected.words();
    return expected.fault(expected.size() - 1, printed.rows.back(), slack);
}

void compareAll(const Scripts& scripts, double slack = 1e-12) {
    scripts.run();
    QStringList wrong;
    for (std::size_t i = 0; i < scripts.sessions().size(); ++i) {
        const auto& [name, session] = scripts.sessions()[i];
        const QString found = fault(session, scripts.printed(i), slack);
        if (!found.isEmpty()) wrong += name + QStringLiteral(": ") + found;
    }
    const QString all = wrong.join(QLatin1Char('\n'));
    QVERIFY2(wrong.isEmpty(), qPrintable(all.left(6000)));
}

QString named(const Session& session) {
    return QStringLiteral("%1 on %2, α %3, %4")
        .arg(session::methodText(session.settings.method), session.function.text())
        .arg(session.settings.alpha)
        .arg(session::scheduleText(session.settings.schedule));
}

/// Whose steps are lost in rounding, though what the method remembers goes on changing for a while.
Session stalling(const char* method) {
    Session session = sessionOf("1e-20*x+1", 1, 1e-10, QString::fromLatin1(method));
    session.settings.maxIterations = 6000;
    session.settings.tolerance = 1e-300;
    return session;
}

/// Methods of which PyTorch has an optimizer with a memory that settles in such a run.
constexpr const char* remembering[] = {"momentum", "nesterov:beta=0.7", "rmsprop", "adadelta",
                                       "adam:beta1=0.5,beta2=0.5"};

/// Every method, and some with knobs otherwise than usual.
QStringList methods() {
    QStringList all;
    for (const descent::Method& method : descent::methods()) all += session::methodText(method);
    for (const char* text :
         {"momentum:beta=0.5", "nesterov:beta=0", "nesterov:beta=0.7", "adagrad:epsilon=0.1",
          "rmsprop:rho=0.9,epsilon=1e-3", "adadelta:rho=0.5,epsilon=1e-3",
          "adam:beta1=0.5,beta2=0.9,epsilon=1e-4", "adam:correction=off",
          "amsgrad:beta2=0.9,correction=off", "adamw:decay=0.2", "adamw:correction=off",
          "adamax:beta1=0.5,beta2=0.9", "nadam:decay=0.1", "radam:beta2=0.9", "radam:beta2=0.6",
          "rprop:shrink=0.3,grow=1", "lion:beta1=0.5,beta2=0.5", "backtracking:c=0.3,shrink=0.8"})
        all += QLatin1String(text);
    return all;
}

/// Runs of all kinds.
std::vector<Session> runs() {
    std::vector<Session> all;
    for (const QString& method : methods()) {
        const double alpha = descent::usualAlpha(session::methodFrom(method).value());
        for (const char* function : {"x^4-4*x^2+x", "ln(1+exp(x))-0.3*x", "1-exp(-x^2)",
                                     "x^2/10+sin(2*x)", "abs(x-1)+x^2/9", "x<0 ? -x : x^2"})
            all.push_back(sessionOf(function, 1.7, 0.3 * alpha, method));
        all.push_back(sessionOf("4*x^2-x^4-x", 1.7, 0.03, method, {}, Direction::Ascend));
        all.push_back(sessionOf("sqrt(x)-x/3", 0.2, alpha, method, {}, Direction::Ascend));
        all.push_back(sessionOf("ln(x)", 2, alpha, method));
        all.push_back(sessionOf("x^3", -2, 4 * alpha, method));
        for (const char* schedule : {"step:every=7,gamma=0.5", "exponential:gamma=0.97",
                                     "inverse:rate=0.1,power=0.7", "cosine", "warmup:steps=15"})
            all.push_back(
                sessionOf("x^4-4*x^2+x", 1.7, 0.3 * alpha, method, QLatin1String(schedule)));
    }
    return all;
}

/// A run in several variables that a script is to make again.
Session planeOf(const char* function, const QString& start, double alpha,
                const QString& method = {}, const QString& schedule = {}) {
    Session made = sessionOf("x^2", 1, alpha, method, schedule);
    made = session::withFunction(made, functionOf(QString::fromUtf8(function)));
    const QString fault = session::readStart(start, made);
    if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
    return made;
}

std::vector<Session> planeRuns() {
    std::vector<Session> all;
    for (const QString& method : methods()) {
        const double alpha = descent::usualAlpha(session::methodFrom(method).value());
        const auto add = [&](const char* function, const char* start, double rate) {
            all.push_back(planeOf(function, QLatin1String(start), rate * alpha, method));
        };
        add("(x^2+y-11)^2+(x+y^2-7)^2", "0.5,-3", 0.1);
        add("0.5*(x^2+25*y^2)", "-8,1.5", 0.3);
        add("ln(x)+y^2", "0.5,1", 3);
        add("sin(u)*cos(v)+u^2/9+v^2/7", "u=1,v=2", 0.5);
        add("x^2+2*y^2+3*z^2+x*y*z/9", "1,-1,0.5", 0.3);
        all.push_back(planeOf("x^2-y^2+y^4/4", QStringLiteral("1.5,1e-6"), 0.3 * alpha, method,
                              QStringLiteral("warmup:steps=15")));
        all.push_back(planeOf("-x^2-y^2/3", QStringLiteral("1,-2"), 0.3 * alpha, method));
        all.back().settings.direction = Direction::Ascend;
    }
    return all;
}

/// The runs of so many variables in the reference.
std::vector<Session> references(qsizetype variables = 1) {
    std::vector<Session> all;
    const QByteArray json = contentOf(QStringLiteral(TEST_DATA "/methods.json"));
    const QJsonArray rows = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& row : rows) {
        const QJsonArray start = row[QStringLiteral("start")].toArray();
        if (start.size() != variables) continue;
        QStringList numbers;
        for (const QJsonValue& number : start)
            numbers += QString::number(number.toDouble(), 'g', 17);
        Session session = planeOf(row[QStringLiteral("function")].toString().toUtf8(),
                                  numbers.join(u','), row[QStringLiteral("alpha")].toDouble(),
                                  row[QStringLiteral("method")].toString(),
                                  row[QStringLiteral("schedule")].toString());
        session.settings.maxIterations = row[QStringLiteral("iterations")].toInteger();
        all.push_back(session);
    }
    return all;
}

Session withConstants(const char* function, const char* constants, const QString& method) {
    Session made;
    session::announceConstants(QString::fromUtf8(constants), made);
    const QString text = QString::fromUtf8(function);
    made = session::withFunction(made, session::editedFunction(made, text).value());
    const QString fault = session::readConstants(QString::fromUtf8(constants), made);
    if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
    made.initialGuess = 1.5;
    made.settings = {0.05, 60, 1e-6};
    if (!method.isEmpty()) made.settings.method = session::methodFrom(method).value();
    return made;
}

std::vector<std::pair<const char*, const char*>> constantRuns() {
    return {{"a*x^2+b*x", "a=0.7 b=-0.3"},
            {"(w-k)^2+w^4/9", "k=2"},
            {"alpha*w^2+lambda*w", "alpha=0.5 lambda=-1.25"},
            {"α*x^2", "α=0.5"},
            {"g*v^2+m*v+here", "g=0.5 m=-1 here=3"},
            {"x<a ? (x-a)^2 : b*x^2", "a=0.5 b=2"},
            {"max(a*x,-x)+x^2/c", "a=2 c=3"},
            {"a+x^2*number", "a=2 number=0.25"},
            {"part1*x^2+gradient*x", "part1=0.5 gradient=-0.25"},
            {"f(velocity) = a*velocity^2+x", "a=0.4 x=2"}};
}

/// The lines of a script that are no comments.
QStringList program(const QString& script) {
    QStringList lines;
    for (const QString& line : script.split(QLatin1Char('\n')))
        if (!line.startsWith(QLatin1Char('#'))) lines += line;
    return lines;
}

}  // namespace

class TestScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodMakesTheStepsOfTheRun() {
        Scripts scripts;
        for (const Session& session : runs()) scripts.add(named(session), session);
        compareAll(scripts);
    }

    void theReferenceIsReached() {
        Scripts scripts;
        for (const Session& session : references()) scripts.add(named(session), session);
        QVERIFY(scripts.sessions().size() > 100);
        compareAll(scripts);
    }

    void arraysMakeTheStepsInSeveralVariables() {
        Scripts scripts;
        for (const Session& session : planeRuns()) scripts.add(named(session), session);
        compareAll(scripts, 1e-11);
    }

    void theReferenceOfTwoVariablesIsReached() {
        Scripts scripts;
        for (const Session& session : references(2)) scripts.add(named(session), session);
        QVERIFY(scripts.sessions().size() > 100);
        compareAll(scripts, 1e-11);
    }

    void noiseIsThatOfEachVariable() {
        Scripts scripts;
        for (const QString& method : methods()) {
            Session session = planeOf("x^2+3*y^2", QStringLiteral("1.7,-1"), 0.02, method);
            session.settings.noise = {0.5, 7};
            scripts.add(named(session), session);
        }
        compareAll(scripts, 1e-11);
        Session session = planeOf("x^2+3*y^2", QStringLiteral("1,1"), 0.02);
        session.settings.noise = {0.5, 7};
        session.settings.maxIterations = 1000;
        QVERIFY(output::script(session, Dialect::NumPy)
                    .contains(QStringLiteral("random.standard_normal(2)")));
    }

    void aScriptOfSeveralVariablesIsReadable() {
        const QString script = output::script(
            planeOf("x^2+10*y^2", QStringLiteral("1,2"), 0.02, QStringLiteral("momentum")),
            Dialect::NumPy);
        for (const char* line :
             {"# f(x, y) = x^2+10*y^2\ndef f(x, y):\n    return x**2 + 10*y**2\n",
              "def gradient_x(x, y):\n    return 2*x\n",
              "def gradient(x):\n    return np.array([gradient_x(*x), gradient_y(*x)])\n",
              "    velocity = beta * velocity + g\n", "here = np.float64([1, 2]), np.zeros(2)",
              "print(\"iteration,x,y,f,gradient_x,gradient_y\")\n",
              "    value, slope = f(*x), gradient(x)\n"})
            QVERIFY2(script.contains(QString::fromUtf8(line)),
                     qPrintable(QLatin1String(line) + script));
    }

    /// Also where Python, NumPy or the script itself has another use for the name.
    void constantsAndOtherVariablesAreNamed() {
        Scripts scripts;
        for (const auto& [function, constants] : constantRuns()) {
            for (const char* method : {"gradient", "adam", "newton", "backtracking"})
                scripts.add(QLatin1String(function) + u' ' + QLatin1String(method),
                            withConstants(function, constants, QLatin1String(method)));
        }
        compareAll(scripts);
        const QString script =
            output::script(withConstants("a*w^2+lambda", "a=2.5 lambda=-1", {}), Dialect::NumPy);
        QVERIFY2(script.contains(QStringLiteral("\na = np.float64(2.5)\n")), qPrintable(script));
        QVERIFY(script.contains(QStringLiteral("\nlambda_ = np.float64(-1")));
        QVERIFY(script.contains(QStringLiteral("def f(w):\n    return a*w**2 + lambda_\n")));
        QVERIFY(script.contains(QStringLiteral("print(\"iteration,w,f,gradient\")")));
    }

    void endsAreThoseOfTheRun() {
        Scripts scripts;
        const auto add = [&](Session session, std::int64_t most = 200) {
            session.settings.maxIterations = most;
            scripts.add(named(session), session);
        };
        add(sessionOf("x^2", 4, 1.1));
        add(sessionOf("1/x", 0.1, 0.1), 50);
        add(sessionOf("1/x", 0, 0.1));
        add(sessionOf("atan(1/x)", 0, 0.1));
        add(sessionOf("sqrt(x)", 1, 1.5));
        add(sessionOf("x^2", 1, 1e-12), 5);
        add(sessionOf("5", 1, 0.1));
        add(sessionOf("(x-1e6)^2+x", 1e6 + 3, 1e-12), 20);
        add(sessionOf("x+1e15", 1e10, 1e-12, QStringLiteral("momentum")), 5000);
        add(sessionOf("x", 1e10, 1e-12, QStringLiteral("adam:beta2=0.9")), 1000);
        add(sessionOf("abs(x)", 1, 0.1, {}, QStringLiteral("warmup:steps=60")), 100);
        add(sessionOf("x^2", 1e-9, 0.1, {}, QStringLiteral("warmup:steps=60")), 100);
        add(sessionOf("x/4", 3, 1, QStringLiteral("newton")), 30);
        add(sessionOf("abs(x)^1.5", 3, 1, QStringLiteral("newton")), 60);
        compareAll(scripts);
    }

    /// The noise of a short run is in its script.
    void noisyRunsAreRepeatedWhereTheyAreShort() {
        Scripts scripts;
        for (const QString& method : methods()) {
            Session session = sessionOf("x^4-4*x^2+x", 1.7, 0.02, method);
            session.settings.noise = {0.5, 7};
            if (scripts.sessions().size() % 2 == 1) session.settings.direction = Direction::Ascend;
            scripts.add(named(session), session);
        }
        compareAll(scripts);
    }

    void aLongNoisyRunSaysThatItsNoiseIsAnother() {
        Session session = sessionOf("x^2", 4, 0.05);
        session.settings.noise = {0.5, 18446744073709551615U};
        session.settings.maxIterations = 1000;
        const QString script = output::script(session, Dialect::NumPy);
        QVERIFY(script.contains(QStringLiteral("its numbers are others")));
        QVERIFY(script.size() < 2000);
        Scripts scripts;
        scripts.add({}, session);
        scripts.run();
        const Printed printed = scripts.printed(0);
        QCOMPARE(printed.outcome, QStringLiteral("max-iterations after 1000 steps"));
        double square = 0;
        for (const auto& row : printed.rows.mid(500)) square += row[1] * row[1];
        // Of x ← 0.9 x − 0.05 noise, with noise of 0.5, the variance is 0.025²/(1 − 0.81).
        const double deviation = std::sqrt(square / 501);
        QVERIFY2(std::abs(deviation - 0.0574) < 0.02, qPrintable(QString::number(deviation)));
    }

    void isShortAndReadable() {
        const QString script = output::script(
            sessionOf("x^4-4*x^2+x", 2, 0.02, QStringLiteral("momentum:beta=0.8")), Dialect::NumPy);
        for (const char* line :
             {"import sys\n\nimport numpy as np\n",
              "# f(x) = x^4-4*x^2+x\ndef f(x):\n    return x**4 - 4*x**2 + x\n",
              "def gradient(x):\n    return 4*x**3 - 8*x + 1\n",
              "alpha = 0.02\nmax_iterations = 200\ntolerance = 1e-06\n", "# Momentum\n",
              "def next_state(x, velocity, g, alpha, beta=0.8):\n"
              "    velocity = beta * velocity + g\n"
              "    x = x - alpha * velocity\n"
              "    return x, velocity\n",
              "here = np.float64(2), 0.0  # x, velocity\n"})
            QVERIFY2(script.contains(QString::fromUtf8(line)), line);
        QVERIFY(script.count(QLatin1Char('\n')) < 60);
    }

    /// A script is text that somebody may run: what a person has typed must not become a part of
    /// it. A comment in the first two lines that names an encoding would make Python read all that
    /// follows in another one, in which a comment can end.
    void wordsOfAPersonStayComments_data() {
        QTest::addColumn<QString>("title");
        for (const char* title : {"A plain title",
                                  "two\nlines",
                                  "carriage\rreturn",
                                  "\"\"\"",
                                  "'''",
                                  "\\",
                                  "\\\n",
                                  "coding: utf-7",
                                  "-*- coding: utf-7 -*- +AAo-raise SystemExit",
                                  "vim: set fileencoding=utf_16 :",
                                  "line\u2028separator",
                                  "form\ffeed",
                                  "next\u0085line",
                                  "\u202eright to left",
                                  "tab\there",
                                  "emoji 🏔",
                                  "np.float64(",
                                  "#!/bin/sh",
                                  "{alpha}",
                                  "%1 %2 %n",
                                  "$(touch x)"})
            QTest::newRow(title) << QString::fromUtf8(title);
        QTest::newRow("null") << QString(QChar(0));
        QTest::newRow("half a letter") << QString(QChar(0xD800));
        QTest::newRow("long") << QString(200, u'x');
    }
    void wordsOfAPersonStayComments() {
        QFETCH(QString, title);
        Session plain = sessionOf("x^2", 4, 0.1);
        Session titled = plain;
        titled.title = title;
        titled.note = title;
        for (const Dialect dialect : {Dialect::NumPy, Dialect::PyTorch}) {
            const QString script = output::script(titled, dialect);
            const QString before = output::script(plain, dialect);
            QCOMPARE(script.section(QLatin1Char('\n'), 0, 1),
                     before.section(QLatin1Char('\n'), 0, 1));
            QVERIFY(script.section(QLatin1Char('\n'), 2, 2).startsWith(QLatin1String("# ")));
            QCOMPARE(program(script), program(before));
            for (const QChar letter : script)
                QVERIFY(letter == QLatin1Char('\n') || letter.isPrint() || letter.isSurrogate());
        }
        Scripts scripts;
        scripts.add({}, titled);
        compareAll(scripts);
    }

    void aTypedFunctionOfSeveralLinesStaysAComment() {
        const QString script = output::script(sessionOf("x^2\n+ 3\tx\r\n", 4, 0.1), Dialect::NumPy);
        QVERIFY(script.contains(QStringLiteral("\n# f(x) = x^2 + 3 x\ndef f(x):\n")));
    }

    void scriptsForPytorchCompile() {
        const QTemporaryDir folder;
        QStringList arguments{QStringLiteral("-m"), QStringLiteral("py_compile")};
        std::vector<Session> all = runs();
        for (const Session& session : planeRuns()) all.push_back(session);
        for (Session session : all) {
            if (arguments.size() % 3 == 0) session.settings.noise = {0.1, 3};
            if (arguments.size() % 5 == 0) session.settings.maxIterations = 300;
            const QString path = folder.filePath(QStringLiteral("%1.py").arg(arguments.size()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(output::script(session, Dialect::PyTorch).toUtf8());
            arguments += path;
        }
        const PythonAnswer answer = answerOf(pythonWithNumpy(), arguments);
        QCOMPARE(answer.err, QByteArray());
        QCOMPARE(answer.status, 0);
    }

    void scriptsForPytorchTakeItsClasses_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("optimizer");
        const auto row = [](const char* method, const char* optimizer) {
            QTest::newRow(method) << QString::fromUtf8(method) << QString::fromUtf8(optimizer);
        };
        row("gradient", "SGD([x], lr=alpha)");
        row("momentum:beta=0.8", "SGD([x], lr=alpha, momentum=0.8)");
        row("nesterov", "SGD([x], lr=alpha, momentum=0.9, nesterov=True)");
        row("nesterov:beta=0", "SGD([x], lr=alpha)");
        row("adagrad", "Adagrad([x], lr=alpha, eps=1e-10)");
        row("rmsprop", "RMSprop([x], lr=alpha, alpha=0.99, eps=1e-08)");
        row("adadelta", "Adadelta([x], lr=alpha, rho=0.9, eps=1e-06)");
        row("adam", "Adam([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08)");
        row("adam:correction=off", "");
        row("amsgrad", "Adam([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08, amsgrad=True)");
        row("adamw:decay=0.2",
            "AdamW([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.2)");
        row("adamax", "Adamax([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08)");
        row("nadam", "NAdam([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08, momentum_decay=0.004)");
        row("radam", "RAdam([x], lr=alpha, betas=(0.9, 0.999), eps=1e-08)");
        row("rprop", "Rprop([x], lr=alpha, etas=(0.5, 1.2), step_sizes=(1e-06, 50))");
        row("rprop:grow=1", "");
        row("lion", "");
        row("newton", "");
        row("backtracking", "");
        row("barzilai-borwein", "");
    }
    void scriptsForPytorchTakeItsClasses() {
        QFETCH(QString, method);
        QFETCH(QString, optimizer);
        const QString script = output::script(sessionOf("x^2", 4, 0.1, method), Dialect::PyTorch);
        QCOMPARE(script.contains(QStringLiteral("torch.optim.")), !optimizer.isEmpty());
        QVERIFY2(script.contains(optimizer), qPrintable(script));
        QCOMPARE(script.contains(QStringLiteral("def next_state(")), optimizer.isEmpty());
        QVERIFY(!script.contains(QStringLiteral("np.")));
    }

    void pytorchMakesTheStepsOfTheRun() {
        if (pythonWithPytorch().isEmpty()) QSKIP("PyTorch is not installed.");
        Scripts scripts(Dialect::PyTorch);
        for (const Session& session : runs()) {
            // PyTorch before 2.0 has another NAdam.
            const bool isNadam = descent::name(session.settings.method) == "nadam";
            if (!isNadam) scripts.add(named(session), session);
        }
        compareAll(scripts);
    }

    void pytorchTellsWhereARunStalls() {
        const auto script = [](const char* method) {
            return output::script(stalling(method), Dialect::PyTorch);
        };
        const QString compares = QStringLiteral("x.detach() == at and remembered() == before:\n");
        for (const char* method : remembering) {
            QVERIFY2(script(method).contains(compares), method);
            QVERIFY2(script(method).contains(QStringLiteral("    before = remembered()\n")),
                     method);
        }
        QVERIFY(script("gradient").contains(QStringLiteral("if x.detach() == at:\n")));
        QVERIFY(!script("gradient").contains(QStringLiteral("remembered")));
        Session noisy = stalling("momentum");
        noisy.settings.noise = {0.1, 1};
        QVERIFY(!output::script(noisy, Dialect::PyTorch).contains(QStringLiteral("remembered")));
        if (pythonWithPytorch().isEmpty()) QSKIP("PyTorch is not installed.");
        Scripts scripts(Dialect::PyTorch);
        scripts.add(QStringLiteral("gradient"), stalling("gradient"));
        for (const char* method : remembering)
            scripts.add(QString::fromLatin1(method), stalling(method));
        for (const auto& [name, session] : scripts.sessions())
            QCOMPARE(Expected(session).outcome(), descent::Outcome::Stalled);
        compareAll(scripts);
    }

    void filesHaveTheScript() {
        const output::Format* format = output::formatOf(QStringLiteral("run.PY"));
        QVERIFY(format);
        QVERIFY(!format->drawn() && !format->rows());
        session::Report report;
        report.session = sessionOf("x^2", 4, 0.1);
        QCOMPARE(format->content(report, {}),
                 output::script(report.session, Dialect::NumPy).toUtf8());
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
