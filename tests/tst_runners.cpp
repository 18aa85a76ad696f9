// SPDX-License-Identifier: GPL-3.0-or-later
// Several runners of one session: how they are added, chosen, written and read.
#include <QTest>

#include "cli/arguments.h"
#include "sentence.h"
#include "session/command.h"
#include "session/examples.h"
#include "session/fields/fields.h"
#include "session/fields/runnertext.h"
#include "session/link.h"
#include "session/method.h"
#include "session/runners.h"
#include "session/sessionfile.h"
#include "sessions.h"

namespace {

using session::Runner;
using session::Session;

descent::Method methodOf(const char* name) {
    return *descent::methodNamed(name);
}

Session usual() {
    return session::examples().front().session;
}

/// Gradient descent, momentum and Adam from three places; the second is chosen.
Session three() {
    Session made = usual();
    made = *session::adding(made, {1.5, 0.01, methodOf("momentum"), {}});
    made = *session::adding(made, {-2, 0.1, methodOf("adam"), {}});
    return session::choosing(made, 1);
}

Session read(const char* text) {
    Session into = usual();
    const QString fault = session::readRunners(QString::fromUtf8(text), into);
    if (!fault.isEmpty()) qFatal("%s", qPrintable(fault));
    return into;
}

QString refusal(const QStringList& options) {
    const auto request = cli::parse(QStringList{QStringLiteral("thalweg")} + options);
    return request ? QString() : request.error().message;
}

}  // namespace

class TestRunners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allCanStartWhereOneDoes() {
        const Session made = session::gathered(three(), 2);
        for (const Runner& runner : session::runners(made)) QCOMPARE(runner.start[0], -2.0);
        QCOMPARE(made.settings.alpha, 0.01);
        QCOMPARE(session::runnersChange(three(), made),
                 QStringLiteral("Start all runners at one place"));
    }

    void theMainKnobIsNoGuardAgainstZero() {
        QCOMPARE(session::mainKnob(methodOf("momentum")), std::string("beta"));
        QCOMPARE(session::mainKnob(methodOf("adam")), std::string("beta1"));
        QCOMPARE(session::mainKnob(methodOf("rmsprop")), std::string("rho"));
        for (const char* name : {"gradient", "adagrad", "newton"})
            QVERIFY(session::mainKnob(methodOf(name)).empty());
    }

    void theChosenOneIsWhatTheSessionSpeaksOf() {
        const Session made = three();
        QCOMPARE(session::runnerCount(made), std::size_t{3});
        QCOMPARE(made.initialGuess[0], 1.5);
        QCOMPARE(made.settings.alpha, 0.01);
        QCOMPARE(session::choosing(made, 0).initialGuess[0], usual().initialGuess[0]);
        QCOMPARE(session::choosing(made, 2).settings.method, methodOf("adam"));
        QCOMPARE(session::alone(session::choosing(made, 0)), usual());
        for (std::size_t place = 0; place < 3; ++place)
            QVERIFY(session::runners(session::choosing(made, place)) == session::runners(made));
    }

    void whatIsSharedStaysForAll() {
        Session made = three();
        made.settings.tolerance = 0.25;
        made.settings.maxIterations = 17;
        QCOMPARE(session::choosing(made, 2).settings.tolerance, 0.25);
        QCOMPARE(session::choosing(made, 0).settings.maxIterations, 17);
    }

    void theNextOneIsChosenWhereTheChosenOneGoes() {
        const Session made = three();
        QCOMPARE(session::removing(made, 1).settings.method, methodOf("adam"));
        QCOMPARE(session::removing(made, 0).settings, made.settings);
        QCOMPARE(session::removing(made, 2).settings, made.settings);
        const Session last = session::removing(session::choosing(made, 2), 2);
        QCOMPARE(last.settings.method, methodOf("momentum"));
        QCOMPARE(session::removing(usual(), 0), usual());
    }

    void aCopyDiffersInOneThing() {
        const Runner own = session::chosenRunner(three());
        QCOMPARE(session::doubled(own).alpha, 0.02);
        QCOMPARE(session::halved(own).alpha, 0.005);
        QCOMPARE(session::beside(own, 0.25).start[0], 1.75);
        Runner far = own;
        far.alpha = descent::largestAlpha;
        QCOMPARE(session::doubled(far).alpha, descent::largestAlpha);
        far.start = descent::divergenceBound;
        QCOMPARE(session::beside(far, 1e12).start[0], descent::divergenceBound);
    }

    void theNinthIsRefusedInOneSentence() {
        Session made = usual();
        for (int more = 0; more < 7; ++more)
            made = *session::adding(made, session::chosenRunner(made));
        const auto ninth = session::adding(made, session::chosenRunner(made));
        QVERIFY(!ninth);
        QVERIFY(ninth.error().contains(QStringLiteral("at most 8 runners")));
    }

    void comeBackFromFileLinkAndCommandWhicheverIsChosen() {
        for (std::size_t place = 0; place < 3; ++place) {
            const Session made = session::choosing(three(), place);
            const auto fromFile = session::fromFile(session::toFile(made));
            QVERIFY(fromFile && sameBits(*fromFile, made));
            const auto fromLink = session::fromLink(session::toLink(made));
            QVERIFY(fromLink && sameBits(*fromLink, made));
            const auto fromCommand = session::fromCommand(session::toCommand(made));
            QVERIFY2(fromCommand, qPrintable(session::toCommand(made)));
            QVERIFY2(sameBits(*fromCommand, made), qPrintable(session::toCommand(made)));
            QVERIFY(session::toFile(made).contains("\"version\": 2,"));
        }
        QVERIFY(session::toFile(usual()).contains("\"version\": 1,"));
    }

    /// The main options make the first runner, whichever is chosen.
    void aCommandNamesTheFirstRunnerFirst() {
        const QString command = session::toCommand(three());
        QVERIFY(command.contains(QStringLiteral("--alpha 0.02 ")));
        QVERIFY(!command.contains(QStringLiteral("--method")));
        QCOMPARE(command.count(QStringLiteral("--runner ")), 2);
        QVERIFY(
            command.contains(QStringLiteral("--runner 'momentum:start=1.5,alpha=0.01,chosen=on'")));
    }

    void whatARunnerDoesNotNameItTakesFromTheOptions() {
        const auto request = cli::parse(
            {QStringLiteral("thalweg"), QStringLiteral("--runner=momentum:beta=0.5"),
             QStringLiteral("--alpha=0.03"), QStringLiteral("--runner"),
             QStringLiteral("gradient: start = 12 000, alpha = 1e-3"),
             QStringLiteral("--initial-guess=-1"), QStringLiteral("--method=momentum:beta=0.2")});
        QVERIFY2(request, request ? "" : qPrintable(request.error().message));
        const std::vector<Runner> all = session::runners(request->session);
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(request->session.chosen, std::size_t{0});
        const descent::Method half = descent::with(methodOf("momentum"), "beta", 0.5);
        QVERIFY((all[1] == Runner{-1, 0.03, half, {}}));
        QVERIFY((all[2] == Runner{12000, 0.001, methodOf("gradient"), {}}));
    }

    void eachHasAScheduleAndNoiseOfItsOwn() {
        Session made = usual();
        made.settings.schedule = *session::scheduleFrom(QStringLiteral("warmup:steps=3"));
        made.settings.noise = {0.5, 7};
        Runner other = session::chosenRunner(made);
        other.schedule = *session::scheduleFrom(QStringLiteral("step:every=40,gamma=0.25"));
        other.noise = {0.1, 9007199254740991};
        made = *session::adding(made, other);
        other.schedule = {};
        other.noise = {};
        made = *session::adding(made, other);
        QCOMPARE(session::chosenRunner(session::choosing(made, 2)), other);
        const QString text = session::runnersText(made);
        QVERIFY2(text.contains(QStringLiteral("schedule=step;every=40;gamma=0.25,noise=0.1,")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("schedule=constant,noise=0,seed=1,chosen=on")),
                 qPrintable(text));
        for (std::size_t place = 0; place < 3; ++place) {
            const Session chosen = session::choosing(made, place);
            const auto fromFile = session::fromFile(session::toFile(chosen));
            QVERIFY(fromFile && sameBits(*fromFile, chosen));
            const auto fromLink = session::fromLink(session::toLink(chosen));
            QVERIFY(fromLink && sameBits(*fromLink, chosen));
            const auto fromCommand = session::fromCommand(session::toCommand(chosen));
            QVERIFY(fromCommand && sameBits(*fromCommand, chosen));
        }
    }

    void takesTheUsualRateWhereItsMethodHasAnotherOne() {
        const auto alphas = [](const QStringList& options) {
            const auto request = cli::parse(QStringList{QStringLiteral("thalweg")} + options);
            QList<double> all;
            for (const Runner& runner : session::runners(request->session)) all += runner.alpha;
            return all;
        };
        const QString f = QStringLiteral("--function=x^2");
        QCOMPARE(alphas({f, QStringLiteral("--runner=newton"), QStringLiteral("--alpha=0.3"),
                         QStringLiteral("--runner=adam"),
                         QStringLiteral("--runner=adadelta:alpha=0.5")}),
                 (QList<double>{0.3, 1, 0.3, 0.5}));
        QCOMPARE(alphas({f, QStringLiteral("--runner=gradient"),
                         QStringLiteral("--runner=adadelta"), QStringLiteral("--method=newton")}),
                 (QList<double>{1, 0.1, 1}));
        QCOMPARE(alphas({f, QStringLiteral("--method=newton"), QStringLiteral("--alpha=0.5"),
                         QStringLiteral("--runner=momentum"), QStringLiteral("--runner=adadelta")}),
                 (QList<double>{0.5, 0.5, 1}));
        const Runner newton = session::stepping({0, 0.3}, methodOf("newton"));
        QCOMPARE(newton.alpha, 1.0);
        QCOMPARE(session::stepping(newton, methodOf("adadelta")).alpha, 1.0);
        QCOMPARE(session::stepping(newton, methodOf("adam")).alpha, 0.1);
        QCOMPARE(session::stepping({0, 0.3}, methodOf("adam")).alpha, 0.3);
    }

    void anOptionBesideAFileIsOfTheFirstRunner() {
        const QStringList opened{QStringLiteral("thalweg"), session::toLink(three())};
        const auto request = cli::parse(opened + QStringList{QStringLiteral("--alpha=0.5")});
        QVERIFY(request);
        QCOMPARE(request->session.settings, three().settings);
        QCOMPARE(session::choosing(request->session, 0).settings.alpha, 0.5);
        const auto alone = cli::parse(opened + QStringList{QStringLiteral("--runner=")});
        QVERIFY(alone);
        QVERIFY(sameBits(alone->session, usual()));
        const auto other = cli::parse(opened + QStringList{QStringLiteral("--runner=adam")});
        QVERIFY(other);
        QCOMPARE(session::runnerCount(other->session), std::size_t{2});
    }

    void saysInOneSentenceWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* text, const char* said) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(said);
        };
        row("momentun", "“momentun” is not known.");
        row("momentum:bata=0.5", "Did you mean beta?");
        row("momentum:beta=0.5,alhpa=1", "Did you mean alpha?");
        row("adam:beta=0.5", "“beta” belongs to momentum");
        row("gradient:beta=0.5", "“beta” belongs to momentum");
        row("gradient:alpha=0,5", "Write alpha=0.5.");
        row("momentum:beta=0,5", "Write beta=0.5.");
        row("gradient:alpha=-1", "alpha: ");
        row("gradient:alpha", "alpha has no value: write it as alpha=");
        row("gradient:noise=", "noise has no value: write it as noise=0.");
        row("gradient:noise=-1", "noise: ");
        row("gradient:seed=1.5", "seed: ");
        row("gradient:schedule=stop;every=3", "schedule: “stop” is not known. Did you mean step?");
        row("gradient:schedule=step;evry=3", "schedule: The schedule step has no “evry”.");
        row("gradient:schedule=exponential;gamma=2", "schedule: gamma must be");
        row("gradient:start=far", "start: ");
        row("momentum:beta=2", "beta must be");
        row("gradient:alpha=1,alpha=2", "alpha is set twice.");
        row("gradient:alpha=1,,start=2", "beside a comma");
        row("gradient:chosen=yes", "chosen is on or off");
        row("gradient:chosen=on gradient:chosen=on", "Two runners are chosen.");
        row("gradient gradient gradient gradient gradient gradient gradient gradient",
            "at most 8 runners");
    }
    void saysInOneSentenceWhatIsWrong() {
        QFETCH(QString, text);
        QFETCH(QString, said);
        Session into = three();
        const QString fault = session::readRunners(text, into);
        QVERIFY2(fault.contains(said), qPrintable(fault));
        QVERIFY(fault.endsWith(QLatin1Char('.')));
        QVERIFY(sameBits(into, three()));
        QStringList options;
        for (const QString& word : text.split(QLatin1Char(' ')))
            options += QStringLiteral("--runner=") + word;
        QCOMPARE(refusal(options), QStringLiteral("--runner: ") + fault);
    }

    void aChangeOfThemIsCalledByWhatWasDone() {
        const Session made = three();
        const auto name = [](const Session& before, const Session& after) {
            return session::changeName(before, after, 6);
        };
        QCOMPARE(name(usual(), session::removing(made, 2)), QStringLiteral("Add a runner"));
        QCOMPARE(name(made, session::removing(made, 1)), QStringLiteral("Remove a runner"));
        QCOMPARE(name(made, session::choosing(made, 2)), QStringLiteral("Choose adam"));
        Session other = made;
        other.settings.alpha = 0.25;
        QCOMPARE(name(made, other), QStringLiteral("Change α to 0.25"));
        other.settings.tolerance = 0.25;
        QCOMPARE(name(made, other), QString());
        other = session::choosing(made, 2);
        other.settings.tolerance = 0.25;
        QCOMPARE(name(made, other), QString());
        QCOMPARE(name(made, made), QString());
    }

    void readsWhatAPersonWrites() {
        const Session made = read("adam momentum:beta=0.5,chosen=on");
        QCOMPARE(made.chosen, std::size_t{2});
        QCOMPARE(made.settings.method, descent::with(methodOf("momentum"), "beta", 0.5));
        QCOMPARE(made.settings.alpha, usual().settings.alpha);
        QCOMPARE(session::runnersText(read("")), QString());
    }
};

QTEST_GUILESS_MAIN(TestRunners)
#include "tst_runners.moc"
