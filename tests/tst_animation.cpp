// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <utility>

#include "faults.h"
#include "output/animation.h"
#include "output/writers.h"
#include "reports.h"

namespace {

const QColor ballColour(0xd5, 0x5e, 0x00);

QByteArray outputOf(const char* program, const QStringList& arguments) {
    QProcess process;
    process.start(QString::fromLatin1(program), arguments);
    if (!process.waitForFinished(120'000)) qFatal("%s does not run", program);
    return process.readAllStandardOutput();
}

QStringList words(const char* line) {
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

}  // namespace

class TestAnimation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY((m_folder = std::make_unique<QTemporaryDir>())->isValid()); }

    void hasTheAskedFramesAndSize_data() {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("framesPerSecond");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QSize>("written");
        QTest::addColumn<int>("frames");
        QTest::newRow("gif") << "gif" << QSize(320, 200) << 20 << 1.5 << QSize(320, 200) << 30;
        QTest::newRow("mp4") << "mp4" << QSize(320, 200) << 20 << 1.5 << QSize(320, 200) << 30;
        QTest::newRow("webm") << "webm" << QSize(320, 200) << 20 << 1.5 << QSize(320, 200) << 30;
        QTest::newRow("odd gif") << "gif" << QSize(321, 201) << 10 << 1.0 << QSize(321, 201) << 10;
        QTest::newRow("odd mp4") << "mp4" << QSize(321, 201) << 10 << 1.0 << QSize(322, 202) << 10;
        QTest::newRow("odd webm") << "webm" << QSize(321, 201) << 10 << 1.0 << QSize(322, 202)
                                  << 10;
        QTest::newRow("1 a second") << "mp4" << QSize(200, 100) << 1 << 3.0 << QSize(200, 100) << 3;
        QTest::newRow("60 a second")
            << "mp4" << QSize(200, 100) << 60 << 1.0 << QSize(200, 100) << 60;
        QTest::newRow("gif at 60")
            << "gif" << QSize(200, 100) << 60 << 1.0 << QSize(200, 100) << 50;
        QTest::newRow("one frame") << "gif" << QSize(200, 100) << 1 << 1.0 << QSize(200, 100) << 1;
    }
    void hasTheAskedFramesAndSize() {
        QFETCH(QString, suffix);
        QFETCH(QSize, written);
        QFETCH(int, frames);
        output::Options options;
        QFETCH(QSize, size);
        options.size = size;
        QFETCH(int, framesPerSecond);
        options.framesPerSecond = framesPerSecond;
        QFETCH(double, seconds);
        options.seconds = seconds;
        const QString path = file(suffix);
        QCOMPARE(output::write(path, m_run, options), QString());
        const QList<QByteArray> said =
            outputOf("ffprobe", words("-v error -count_frames -show_entries "
                                      "stream=width,height,nb_read_frames:format=duration "
                                      "-of csv=print_section=0") +
                                    QStringList(path))
                .simplified()
                .split(' ');
        QCOMPARE(said.value(0), QByteArray::number(written.width()) + ',' +
                                    QByteArray::number(written.height()) + ',' +
                                    QByteArray::number(frames));
        if (frames > 1) QVERIFY(std::abs(said.value(1).toDouble() - seconds) < 0.05);
    }

    void rollsTheBallAsTheScreenDoes_data() { everyFormat(); }
    void rollsTheBallAsTheScreenDoes() {
        QFETCH(QString, suffix);
        output::Options options;
        options.size = QSize(480, 320);
        options.framesPerSecond = 10;
        options.seconds = 2.1;
        options.steps = {0, 4};
        const QString path = file(suffix);
        QCOMPARE(output::write(path, m_run, options), QString());
        const plot::Subject subject{m_run.analysis(), m_run.trajectory.prefix(5),
                                    m_run.session.settings, m_run.session.range};
        plot::Look look;
        look.steps = m_run.lastStep();
        plot::Picture picture(subject, look, QSize(480, 320));
        for (const int frame : {0, 7, 20}) {
            picture.setPosition(4.0 * frame / 20);
            const QPointF expected = centreOf(picture.image(), ballColour);
            const QPointF ball = centreOf(decoded(path, frame), ballColour);
            QVERIFY(!expected.isNull());
            QVERIFY2(QLineF(ball, expected).length() < 2.5,
                     qPrintable(QStringLiteral("frame %1: %2, %3 instead of %4, %5")
                                    .arg(frame)
                                    .arg(ball.x())
                                    .arg(ball.y())
                                    .arg(expected.x())
                                    .arg(expected.y())));
        }
    }

    void followsTheTheme_data() { everyFormat(); }
    void followsTheTheme() {
        QFETCH(QString, suffix);
        output::Options options = small();
        options.theme = plot::Theme::dark();
        const QString path = file(suffix);
        QCOMPARE(output::write(path, m_run, options), QString());
        QVERIFY(isNear(decoded(path, 3).pixelColor(2, 2), plot::Theme::dark().ground));
    }

    void isTransparentWhereTheFormatCanBe() {
        output::Options options = small();
        options.theme = plot::Theme::transparent();
        for (const char* suffix : {"gif", "webm"}) {
            const QString path = file(QLatin1String(suffix));
            QCOMPARE(output::write(path, m_run, options), QString());
            const QImage frame = decoded(path, 3);
            QCOMPARE(frame.pixelColor(2, 2).alpha(), 0);
            QVERIFY(count(frame, ballColour) > 30);
        }
        const QString film = file(QStringLiteral("mp4"));
        QVERIFY(
            output::write(film, m_run, options).contains(QLatin1String("cannot be transparent")));
        QVERIFY(!QFile::exists(film));
    }

    void keepsWithinTheLargestSize() {
        output::Options options = small();
        options.size = QSize(4098, 200);
        QVERIFY(output::write(file(QStringLiteral("mp4")), m_run, options)
                    .contains(QLatin1String("4096 pixels")));
        options.size = QSize(4096, 100);
        options.seconds = 0.1;
        QCOMPARE(output::write(file(QStringLiteral("mp4")), m_run, options), QString());
    }

    void keepsWithinTheRangesOfTime() {
        const QString path = file(QStringLiteral("gif"));
        for (const int frames : {0, -1, 61}) {
            output::Options options = small();
            options.framesPerSecond = frames;
            QVERIFY(output::write(path, m_run, options).contains(QLatin1String("1 to 60 frames")));
        }
        for (const double seconds : {0.0, -1.0, 601.0, std::nan("")}) {
            output::Options options = small();
            options.seconds = seconds;
            QVERIFY(output::write(path, m_run, options).contains(QLatin1String("600 seconds")));
        }
        QCOMPARE(files(), QStringList());
    }

    void takesARunWithoutASingleStep() {
        const session::Report still = report("1/0", 1, {});
        QCOMPARE(output::write(file(QStringLiteral("mp4")), still, small()), QString());
    }

    void reportsItsProgress_data() { everyFormat(); }
    void reportsItsProgress() {
        QFETCH(QString, suffix);
        QList<double> parts;
        output::Monitor monitor;
        monitor.progressed = [&](double part) { parts += part; };
        QCOMPARE(output::write(file(suffix), m_run, small(), monitor), QString());
        QVERIFY(parts.size() > 5);
        QVERIFY(std::is_sorted(parts.begin(), parts.end()));
        QVERIFY(parts.front() >= 0 && parts.back() <= 1);
    }

    void leavesWhatWasThereWhenStopped_data() { everyFormat(); }
    void leavesWhatWasThereWhenStopped() {
        QFETCH(QString, suffix);
        std::stop_source stop;
        output::Monitor monitor;
        monitor.stop = stop.get_token();
        int calls = 0;
        monitor.progressed = [&](double) {
            if (++calls == 10) stop.request_stop();
        };
        output::Options options = small();
        options.seconds = 10;
        QVERIFY(output::write(file(suffix), m_run, options, monitor)
                    .contains(QLatin1String("was stopped")));
        QCOMPARE(calls, 10);
        QCOMPARE(files(), QStringList());
        putOldFile(suffix);
        calls = 0;
        monitor.stop = stop.get_token();
        QVERIFY(!output::write(file(suffix), m_run, options, monitor).isEmpty());
        oldFileIsThere(suffix);
    }

    void leavesNothingWhenDroppedHalfway() {
        output::Options options = small();
        options.seconds = 10;
        {
            output::Animation animation(file(QStringLiteral("mp4")), output::Container::Mp4, m_run,
                                        options);
            for (int i = 0; i < 20; ++i) QVERIFY(animation.advance());
        }
        QCOMPARE(files(), QStringList());
    }

    void keepsTheOldFileWhenTheNewOneDoesNotFit_data() {
        QTest::addColumn<QString>("suffix");
        for (const QString& suffix : output::suffixes()) {
            QTest::newRow(qPrintable(suffix)) << suffix.mid(1);
        }
    }
    void keepsTheOldFileWhenTheNewOneDoesNotFit() {
        QFETCH(QString, suffix);
        putOldFile(suffix);
        QString fault;
        {
            const FileLimit limit(300);
            fault = output::write(file(suffix), m_run, small());
        }
        QVERIFY2(fault.startsWith(QLatin1String("Cannot write ") + file(suffix) +
                                  QLatin1String(": File too large.")),
                 qPrintable(fault));
        oldFileIsThere(suffix);
    }

    void keepsTheOldFileOnAFullDisk_data() { keepsTheOldFileWhenTheNewOneDoesNotFit_data(); }
    void keepsTheOldFileOnAFullDisk() {
        QFETCH(QString, suffix);
        const QByteArray disk = QFile::encodeName(m_folder->path());
        if (::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=8k") != 0)
            QSKIP("needs the right to mount a small disk");
        putOldFile(suffix);
        QFile filler(m_folder->filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        filler.write(QByteArray(4096, 'f'));
        filler.close();
        const QString fault = output::write(file(suffix), m_run, small());
        const QByteArray content = contentOf(file(suffix));
        filler.remove();
        const QStringList left = files();
        ::umount2(disk.constData(), MNT_DETACH);
        QVERIFY2(fault.contains(QLatin1String("No space left on device")), qPrintable(fault));
        QVERIFY2(fault.contains(file(suffix)), qPrintable(fault));
        QCOMPARE(content, oldContent);
        QCOMPARE(left.size(), 1);
    }

    void refusesWhatIsNoPlaceForAFile_data() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"gif", "mp4", "webm", "svg", "pdf"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }
    void refusesWhatIsNoPlaceForAFile() {
        QFETCH(QString, suffix);
        const QString path = file(suffix);
        const QByteArray name = QFile::encodeName(path);
        QVERIFY(QDir().mkdir(path));
        refuses(path, "it is a folder");
        QVERIFY(QDir().rmdir(path));
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        refuses(path, "not a regular file");
        QVERIFY(QFile::remove(path));
        if (::mknod(name.constData(), S_IFCHR | 0600, ::makedev(1, 3)) == 0) {
            refuses(path, "not a regular file");
            struct stat status {};
            QVERIFY(::stat(name.constData(), &status) == 0 && S_ISCHR(status.st_mode));
            QVERIFY(QFile::remove(path));
        }
        refuses(m_folder->filePath(QStringLiteral("missing/run.") + suffix), "does not exist");
        refuses(m_folder->filePath(QString(300, QLatin1Char('n')) + QLatin1Char('.') + suffix),
                "File name too long");
        QCOMPARE(files(), QStringList());
    }

    void refusesAReadOnlyFolder_data() { refusesWhatIsNoPlaceForAFile_data(); }
    void refusesAReadOnlyFolder() {
        QFETCH(QString, suffix);
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner |
                                                            QFile::ReadOther | QFile::ExeOther));
        {
            const Nobody nobody;
            refuses(file(suffix), "Permission denied");
        }
        QCOMPARE(files(), QStringList());
        QFile::setPermissions(m_folder->path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private:
    static void everyFormat() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"gif", "mp4", "webm"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }

    QString file(const QString& suffix) const {
        return m_folder->filePath(QStringLiteral("run.") + suffix);
    }
    QStringList files() const {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    static output::Options small() {
        output::Options options;
        options.size = QSize(160, 100);
        options.framesPerSecond = 10;
        options.seconds = 1;
        return options;
    }

    void putOldFile(const QString& suffix) const {
        QFile old(file(suffix));
        if (!old.open(QIODevice::WriteOnly) || old.write(oldContent) != oldContent.size())
            qFatal("cannot make the old file");
    }
    void oldFileIsThere(const QString& suffix) const {
        QCOMPARE(contentOf(file(suffix)), oldContent);
        QCOMPARE(files().size(), 1);
    }

    void refuses(const QString& path, const char* reason) const {
        const QString fault = output::write(path, m_run, small());
        QVERIFY2(fault.startsWith(QLatin1String("Cannot write ")), qPrintable(fault));
        QVERIFY2(fault.contains(QLatin1String(reason)), qPrintable(fault));
    }

    /// One frame as a player shows it.
    QImage decoded(const QString& path, int frame) const {
        const QString shown = m_folder->filePath(QStringLiteral("frame.png"));
        QStringList arguments = words("-v error -y");
        // The usual decoder of VP9 drops the transparency.
        if (path.endsWith(QLatin1String("webm"))) arguments += words("-c:v libvpx-vp9");
        arguments += {QStringLiteral("-i"),
                      path,
                      QStringLiteral("-vf"),
                      QStringLiteral("select='eq(n,%1)'").arg(frame),
                      QStringLiteral("-frames:v"),
                      QStringLiteral("1"),
                      shown};
        outputOf("ffmpeg", arguments);
        return QImage(shown).convertToFormat(QImage::Format_ARGB32);
    }

    const QByteArray oldContent{"the old file"};
    std::unique_ptr<QTemporaryDir> m_folder;
    session::Report m_run = report("x^4-4*x^2+x", 2, {0.02, 200}, {-2.4, 2.4});
};

QTEST_MAIN(TestAnimation)
#include "tst_animation.moc"
