// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <unistd.h>

#include <QTest>

#include "program.h"

namespace {

/// The calling process may have so many threads; root, whom no limit holds, becomes nobody first.
void limitThreads(rlim_t most) {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(127);
    const rlimit limit{most, most};
    ::setrlimit(RLIMIT_NPROC, &limit);
}

void limitMemory(rlim_t kilobytes) {
    const rlimit limit{kilobytes * 1024, kilobytes * 1024};
    ::setrlimit(RLIMIT_AS, &limit);
}

/// Each fault is a sentence of ours; the encoder of H.264 cannot be kept from one of its own.
bool isWorded(const QString& err) {
    QStringList lines = err.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(QLatin1String("x264 ")); });
    return !lines.isEmpty() && std::all_of(lines.begin(), lines.end(), [](const QString& line) {
        return line.startsWith(QLatin1String("thalweg: ")) && line.endsWith(QLatin1Char('.'));
    });
}

}  // namespace

class TestShortage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_program.emplace();
        QVERIFY(QFile::setPermissions(m_program->folder(), QFile::Permissions(0x7777)));
    }

    void writesTablesWithoutAThread_data() { formats({"csv", "json"}); }
    void writesTablesWithoutAThread() {
        QFETCH(QString, format);
        const Answer usual = exported(format);
        const QByteArray content = contentOf(m_program->path("run.") + format);
        QVERIFY(!content.isEmpty());
        QVERIFY(QFile::remove(m_program->path("run.") + format));
        const Answer alone = exported(format, [] { limitThreads(1); });
        if (alone.status == 127) QSKIP("nobody may not run the program here");
        QCOMPARE(alone.status, 0);
        QCOMPARE(alone.err, QString());
        QCOMPARE(alone.out, usual.out);
        QCOMPARE(contentOf(m_program->path("run.") + format), content);
    }

    void tellsThatItCannotDrawWithoutAThread_data() {
        formats({"png", "svg", "pdf", "gif", "mp4", "webm"});
    }
    void tellsThatItCannotDrawWithoutAThread() {
        QFETCH(QString, format);
        const Answer answer = exported(format, [] { limitThreads(1); });
        if (answer.status == 127) QSKIP("nobody may not run the program here");
        QCOMPARE(answer.status, 1);
        QVERIFY2(isWorded(answer.err), qPrintable(answer.err));
        QVERIFY(answer.err.contains(QStringLiteral("run.%1: ").arg(format)));
        QVERIFY(answer.err.contains(QLatin1String("no thread")));
        QCOMPARE(m_program->files(), QStringList());
    }

    void makesDoWithFewThreads_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("threads");
        for (const QString& format : words({"png", "gif", "mp4", "webm"})) {
            for (const int threads : {2, 3, 4, 5, 6, 7, 8, 12}) {
                QTest::addRow("%s %d", qPrintable(format), threads) << format << threads;
            }
        }
    }
    void makesDoWithFewThreads() {
        QFETCH(QString, format);
        QFETCH(int, threads);
        const Answer answer =
            exported(format, [threads] { limitThreads(static_cast<rlim_t>(threads)); });
        if (answer.status == 127) QSKIP("nobody may not run the program here");
        endsInWords(answer);
    }

    void endsInWordsWithoutMemory_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("kilobytes");
        for (const QString& format :
             words({"csv", "json", "png", "svg", "pdf", "gif", "mp4", "webm"})) {
            for (const int kilobytes : {350'000, 400'000}) {
                QTest::addRow("%s in %d kB", qPrintable(format), kilobytes) << format << kilobytes;
            }
        }
    }
    void endsInWordsWithoutMemory() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer wants all addresses");
#endif
        QFETCH(QString, format);
        QFETCH(int, kilobytes);
        const Answer answer = m_program->run(
            words({"--function", "sin(1000*x)", "--initial-guess", ".01", "--max-iterations",
                   "1000000", "--tolerance", "1e-300", "--size", "320x200", "--export"}) +
                QStringList(QStringLiteral("run.") + format),
            {}, [kilobytes] { limitMemory(static_cast<rlim_t>(kilobytes)); });
        if (answer.err.contains(QLatin1String("shared librar"))) QSKIP("too little to start in");
        endsInWords(answer);
    }

private:
    static void formats(std::initializer_list<const char*> suffixes) {
        QTest::addColumn<QString>("format");
        for (const char* suffix : suffixes) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }

    Answer exported(const QString& format, const std::function<void()>& inChild = {}) {
        return m_program->run(
            words({"--size", "320x200", "--export"}) + QStringList(QStringLiteral("run.") + format),
            {}, inChild);
    }

    /// The file is there, or a sentence.
    void endsInWords(const Answer& answer) {
        QVERIFY2(answer.status == 0 || answer.status == 1, qPrintable(answer.err));
        QCOMPARE(m_program->files().size(), answer.status == 0 ? 1 : 0);
        if (answer.status == 0) QCOMPARE(answer.err, QString());
        if (answer.status == 1) QVERIFY2(isWorded(answer.err), qPrintable(answer.err));
    }

    std::optional<Program> m_program;
};

QTEST_GUILESS_MAIN(TestShortage)
#include "tst_shortage.moc"
