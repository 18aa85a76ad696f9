// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "faults.h"
#include "sentence.h"
#include "session/examples.h"
#include "session/method.h"
#include "session/sessionfile.h"
#include "sessions.h"

namespace {

/// A whole file, with one of its lines replaced.
QByteArray fileWith(const char* name, const char* value) {
    const session::Session parabola{functionOf(QStringLiteral("x^2")),
                                    4,
                                    {0.1, 200, 1e-6, descent::Direction::Descend},
                                    {-5, 5}};
    QList<QByteArray> lines = session::toFile(parabola).split('\n');
    for (QByteArray& line : lines) {
        if (!line.trimmed().startsWith(QByteArray("\"") + name + "\":")) continue;
        const bool last = !line.endsWith(',');
        line = QByteArray("    \"") + name + "\": " + value + (last ? "" : ",");
    }
    return lines.join('\n');
}

QString faultOf(const QByteArray& content) {
    const auto read = session::fromFile(content);
    return read ? QString() : read.error();
}

}  // namespace

class TestSessionFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void holdsWhatAPersonSet() {
        const session::Session session{functionOf(QStringLiteral("x²\n+\t1")),
                                       -0.5,
                                       {0.25, 300, 1e-9, descent::Direction::Ascend},
                                       {-2.5, 1e15}};
        QCOMPARE(QString::fromUtf8(session::toFile(session)),
                 QStringLiteral("{\n"
                                "    \"format\": \"thalweg-session\",\n"
                                "    \"version\": 1,\n"
                                "    \"function\": \"x²\\n+\\t1\",\n"
                                "    \"initial_guess\": -0.5,\n"
                                "    \"alpha\": 0.25,\n"
                                "    \"max_iterations\": 300,\n"
                                "    \"tolerance\": 1e-09,\n"
                                "    \"direction\": \"maximize\",\n"
                                "    \"method\": \"gradient\",\n"
                                "    \"range\": [-2.5, 1e+15]\n"
                                "}\n"));
    }

    /// The oldest version that can hold it, so that an older program reads what it can.
    void anotherMethodIsOfTheSecondVersion() {
        session::Session session = *session::fromFile(fileWith("", ""));
        session.settings.method = descent::Momentum{0.8};
        const QByteArray content = session::toFile(session);
        QVERIFY(content.contains("\"version\": 2,"));
        QVERIFY(content.contains("\"method\": \"momentum:beta=0.8\","));
        QVERIFY(sameBits(*session::fromFile(content), session));
        session.settings.method = descent::Adam{{0.9, 0.99, 1e-8, false}};
        QVERIFY(session::toFile(session).contains("\"adam:beta2=0.99,correction=off\""));
    }

    void saysWhatIsWrongWithAMethod_data() {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* method, const char* words) {
            QTest::newRow(method) << QString::fromUtf8(method) << QString::fromUtf8(words);
        };
        row("newtn",
            "“newtn” is not known. Did you mean newton? The methods are gradient, momentum, "
            "nesterov, adagrad, rmsprop, adadelta, adam, amsgrad, adamw, adamax, nadam, radam, "
            "rprop, lion, newton, backtracking and barzilai-borwein.");
        row("downhill-simplex", "“downhill-simplex” is not known. The methods are gradient, ");
        row("rmsprop:roh=0.9", "has no “roh”. Did you mean rho? It has rho and epsilon.");
        row("rprop:grow=0.5", "grow must be at least 1 and below 10, not 0.5.");
        row("gradient:beta=1", "has nothing to set");
        row("adam:beta=1",
            "has no “beta”. Did you mean beta1? It has beta1, beta2, epsilon and correction.");
        row("adam:beta1", "beta1 has no value: write it as beta1=0.9.");
        row("adam:beta1=0.5,beta1=0.6", "set twice");
        row("adam:epsilon=0", "epsilon must be over 0 and below 1, not 0.");
        row("momentum:beta=1", "beta must be at least 0 and below 1, not 1.");
        row("momentum:beta=x", "beta:");
        row("adam:correction=maybe", "correction is on or off");
        row("", "is not known");
    }
    void saysWhatIsWrongWithAMethod() {
        QFETCH(QString, method);
        QFETCH(QString, words);
        const auto read = session::methodFrom(method);
        QVERIFY(!read);
        QVERIFY2(read.error().contains(words), qPrintable(read.error()));
    }

    void readsBackTheSameBits() {
        QLocale::setDefault(QLocale(QLocale::German));
        RandomSessions sessions;
        for (int i = 0; i < 2000; ++i) {
            const session::Session session = sessions.next();
            const QByteArray content = session::toFile(session);
            const auto read = session::fromFile(content);
            QVERIFY2(read,
                     qPrintable(read ? QString() : read.error() + QString::fromUtf8(content)));
            QVERIFY2(sameBits(*read, session), content.constData());
            QVERIFY(QJsonDocument::fromJson(content).isObject());
        }
        for (const session::Example& example : session::examples()) {
            QVERIFY(
                sameBits(*session::fromFile(session::toFile(example.session)), example.session));
        }
    }

    void readsFilesFromElsewhere_data() {
        QTest::addColumn<QByteArray>("content");
        const QByteArray plain = fileWith("", "");
        QTest::newRow("plain") << plain;
        QTest::newRow("BOM") << "\xef\xbb\xbf" + plain;
        QTest::newRow("Windows") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("one line") << plain.simplified();
        QTest::newRow("blanks") << "\n \t\n" + plain + "\n\n ";
        QTest::newRow("unknown members") << QByteArray(plain).replace(
            0, 1, "{ \"a\": {\"alpha\": [\"}\\\"]\", 1]}, \"b\": null,");
        QByteArray many = "{";
        for (int i = 0; i < 100'000; ++i) many += "\"a" + QByteArray::number(i) + "\": 1,";
        QTest::newRow("many unknown members") << QByteArray(plain).replace(0, 1, many);
        QTest::newRow("other order")
            << QByteArray(plain)
                   .replace("    \"version\": 1,\n", "")
                   .replace("[-5, 5]", "[ -5e0 ,\n5.0 ], \"version\" : 1.0");
        QTest::newRow("escapes") << QByteArray(plain).replace("\"alpha\"", "\"\\u0061lpha\"");
    }
    void readsFilesFromElsewhere() {
        QFETCH(QByteArray, content);
        const auto read = session::fromFile(content);
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QVERIFY(sameBits(*read, *session::fromFile(fileWith("", ""))));
    }

    void saysWhatIsWrongAndWhere_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& content, const char* said) {
            QTest::newRow(name) << content << QString::fromUtf8(said);
        };
        const auto with = [&row](const char* name, const char* value, const char* said) {
            row(qPrintable(
                    QStringLiteral("%1: %2").arg(QLatin1String(name), QString::fromUtf8(value))),
                fileWith(name, value), said);
        };
        row("empty", "", "empty");
        row("blanks", " \n\t", "empty");
        row("only a BOM", "\xef\xbb\xbf", "empty");
        row("array", "[1]", "no JSON object");
        row("number", "1", "no JSON object");
        row("picture", "\x89PNG\r\n\x1a\n", "no JSON object");
        row("UTF-16", QByteArray("\xff\xfe{\0\"\0", 6), "no JSON object");
        row("zeros", QByteArray(1000, '\0'), "no JSON object");
        row("brackets", QByteArray(5'000'000, '['), "no JSON object");
        row("nested", R"({"a": )" + QByteArray(5'000'000, '['), "nested too deep");
        row("objects", QByteArray(R"({"a":)").repeated(1'000'000), "nested too deep");
        row("100 MB", QByteArray(100'000'000, '['), "larger than 10 MB");
        QByteArray members = "{\"a\":1";
        for (int i = 0; i < 800'000; ++i) members += ",\"" + QByteArray::number(i, 36) + "\":1";
        row("members", members + '}', "more than 200,000 values");
        const QByteArray brackets = QByteArray(500, '[') + QByteArray(500, ']');
        row("small brackets", "{\"a\":[" + (brackets + ',').repeated(9000) + "0]}",
            "more than 200,000 values");
        row("garbage behind", fileWith("", "") + "x", "line 13, column 1");
        row("no comma", "{\"format\": 1\n \"b\": 2}", "line 2, column");
        row("other JSON", "{}", "“format”");
        with("format", "\"other\"", "“format”");
        with("format", "1", "“format”");
        with("version", "3", "newer Thalweg (version 3); this one reads versions up to 2");
        with("version", "1e300", "whole number");
        with("version", "0", "whole number");
        with("version", "1.5", "whole number");
        with("version", "\"1\"", "whole number");
        with("function", "\"2+\"", "“function” in line 4: A value is missing here");
        with("function", "\"\"", "Type a function");
        with("function", "\"x*y\"", "The function has the variables x and y: write 2 numbers");
        with("function", "\"x\\u0000\"", "control character");
        with("function", "\"\\ud800\"", "in line 4");
        with("function", "5", "in line 4: It must be a text");
        with("function", "null", "must be a text");
        with("function", "\"\xff\"", "a text is badly written");
        with("initial_guess", "\"1\"", "“initial_guess” in line 5: It must be a number");
        with("initial_guess", "1.1e12", "10¹²");
        with("initial_guess", "1e400", "line 5, column");
        with("initial_guess", "-1e400", "too large");
        with("initial_guess", "NaN", "line 5");
        with("initial_guess", "inf", "line 5");
        with("initial_guess", "0,5", "line 5");
        with("alpha", "true", "must be a number");
        with("alpha", "[0.1]", "must be a number");
        with("alpha", "0", "“alpha” in line 6: The learning rate α must be greater than 0");
        with("alpha", "1001", "at most 1,000");
        with("max_iterations", "true", "It must be a whole number, such as 10.");
        with("max_iterations", "1.5", "from 1 to 1,000,000");
        with("max_iterations", "1000001", "from 1 to 1,000,000");
        with("max_iterations", "-9223372036854775808", "from 1 to 1,000,000");
        with("tolerance", "0", "greater than 0 and at most 1");
        with("tolerance", "2", "greater than 0 and at most 1");
        with("direction", "\"up\"", "minimize or maximize, not “up”");
        with("direction", "1", "must be a text");
        with("method", "\"magic\"", "“magic”");
        with("range", "[5, -5]", "“range” in line 11: The range must go from");
        with("range", "[1, 1]", "smaller to a larger");
        with("range", "[1]", "two numbers");
        with("range", "[1, 2, 3]", "two numbers");
        with("range", "[1, \"2\"]", "two numbers");
        with("range", "[[1, 2], [3, 4]]", "two numbers");
        with("range", "{\"low\": 1}", "two numbers");
        with("range", "[-1e300, 1e300]", "The range");
        with("alpha", "0.1, \"alpha\": 0.2", "“alpha” is there a second time, in line 6");
        with("alpha", "0.1, \"\\u0061lpha\": 0.2", "second time");
        with("alpha", "0.1, \"a\": [\n\n{}], \"a\": 0.2", "“a” is there a second time, in line 8");
        with("alpha", "0.1, \"a %2\\n\": 1, \"a %2\\n\": 2",
             "“a %2” is there a second time, in line 6");
        for (const char* name : {"function", "initial_guess", "alpha", "max_iterations",
                                 "tolerance", "direction", "method", "range"}) {
            const QString quoted = QStringLiteral("“%1” is missing").arg(QLatin1String(name));
            row(name, fileWith("", "").replace(QByteArray("\"") + name + "\"", "\"other\""),
                quoted.toUtf8().constData());
        }
    }
    void saysWhatIsWrongAndWhere() {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        const QString fault = faultOf(content);
        QVERIFY2(isSentenceOrStartsWithAQuote(QString(fault).remove(QStringLiteral("%2"))),
                 qPrintable(fault));
        QVERIFY2(fault.contains(said), qPrintable(fault));
        QVERIFY(fault.size() < 300);
    }

    void refusesEveryFileThatWasCut() {
        const QByteArray whole = session::toFile(session::examples().front().session).trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const QString fault = faultOf(whole.left(size));
            QVERIFY2(isSentence(fault), qPrintable(fault));
            QVERIFY2(size < 1 || fault.contains(QLatin1String("too early")) ||
                         fault.contains(QLatin1String("Near line")),
                     qPrintable(fault));
        }
        QVERIFY(faultOf(whole).isEmpty());
    }

    void survivesAnyDamage() {
        const QByteArray whole = session::toFile(session::examples().front().session);
        std::mt19937 random(7);
        const auto below = [&random](qsizetype limit) {
            return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random);
        };
        for (int i = 0; i < 20'000; ++i) {
            QByteArray content = whole;
            for (qsizetype n = below(4); n >= 0; --n) {
                const qsizetype at = below(content.size());
                content.replace(at, below(3), QByteArray(1, static_cast<char>(below(256))));
                content.insert(below(content.size()), whole.mid(below(whole.size()), below(9)));
            }
            const auto read = session::fromFile(content);
            if (read) {
                QVERIFY(sameBits(*session::fromFile(session::toFile(*read)), *read));
            } else {
                // A percent sign may be quoted.
                QString fault = read.error();
                fault.replace(QLatin1Char('%'), QLatin1Char('p'));
                QVERIFY2(isSentenceOrStartsWithAQuote(fault), content.constData());
            }
        }
    }

    void opensRegularFilesOnly_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("said");
        const auto row = [this](const char* name, const char* said) {
            QTest::newRow(name) << m_folder.filePath(QString::fromLatin1(name))
                                << QString::fromUtf8(said);
        };
        row("missing.thalweg", "there is no such file");
        row("", "a folder");
        row("fifo", "not a regular file");
        row("dangling", "there is no such file");
        row("huge", "larger than 10 MB");
        row("broken", "Near line 1");
        row("huge/file", "no such file");
        QTest::newRow("/dev/zero")
            << QStringLiteral("/dev/zero") << QStringLiteral("not a regular file");
        QTest::newRow("/dev/null")
            << QStringLiteral("/dev/null") << QStringLiteral("not a regular file");
    }
    void opensRegularFilesOnly() {
        ::mkfifo(QFile::encodeName(m_folder.filePath(QStringLiteral("fifo"))).constData(), 0600);
        QFile::link(QStringLiteral("nowhere"), m_folder.filePath(QStringLiteral("dangling")));
        write("huge", "{");
        QVERIFY(QFile::resize(m_folder.filePath(QStringLiteral("huge")), qint64{1} << 40));
        write("broken", "{x}");
        QFETCH(QString, path);
        QFETCH(QString, said);
        const auto opened = session::openSession(path);
        QVERIFY(!opened);
        QVERIFY2(isSentence(opened.error()), qPrintable(opened.error()));
        QVERIFY2(opened.error().contains(path), qPrintable(opened.error()));
        QVERIFY2(opened.error().contains(said), qPrintable(opened.error()));
    }

    void namesTheFolderThatCannotBeEntered() {
        if (::geteuid() != 0) QSKIP("needs the right to be nobody");
        write("there", "{}");
        const Nobody nobody;
        for (const char* name : {"there", "missing"}) {
            const auto opened = session::openSession(m_folder.filePath(QLatin1String(name)));
            QVERIFY(!opened);
            QVERIFY2(
                opened.error().endsWith(
                    QStringLiteral("Permission denied for the folder %1.").arg(m_folder.path())),
                qPrintable(opened.error()));
        }
    }

    void opensWhatWasWritten() {
        const session::Session session = session::examples().front().session;
        write("äöü 100%.thalweg", session::toFile(session));
        const auto opened =
            session::openSession(m_folder.filePath(QStringLiteral("äöü 100%.thalweg")));
        QVERIFY(opened);
        QVERIFY(sameBits(*opened, session));
    }

private:
    void write(const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_sessionfile.moc"
