// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "faults.h"
#include "model/preferences.h"
#include "sentence.h"

namespace {

using model::Colours;
using model::Preferences;

Preferences allChanged() {
    Preferences changed;
    changed.geometry = QByteArray("@\x01\x00\xd9\xd0\xff @ByteArray(,;=\"\n[x]", 27);
    changed.splitter = {960, 0, 320};
    changed.colours = Colours::Dark;
    changed.projector = true;
    changed.more = true;
    changed.schedule = true;
    changed.why = true;
    changed.legend = true;
    changed.wide = true;
    changed.speed = 12.3;
    changed.digits = 17;
    changed.exportSuffix = QStringLiteral(".svg");
    changed.lesson = 3;
    changed.tourOffered = true;
    changed.recentFunctions = {QStringLiteral("max(x, 1); x=\"2\""), QStringLiteral("@x²\\n·√π"),
                               QStringLiteral("100%"), QStringLiteral("-x")};
    changed.recentFiles = {QStringLiteral("/tmp/ä ö, ü.thalweg")};
    return changed;
}

}  // namespace

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_place = std::make_unique<QTemporaryDir>();
        m_file = m_place->filePath(QStringLiteral("deep/thalweg.ini"));
    }

    void comeBackAsTheyWereSaved() {
        QCOMPARE(allChanged().save(m_file), QString());
        QVERIFY(Preferences::load(m_file) == allChanged());
        QCOMPARE(Preferences().save(m_file), QString());
        QVERIFY(Preferences::load(m_file) == Preferences());
    }

    void haveDefaultsAtTheFirstStart() {
        const Preferences loaded = Preferences::load(m_file);
        QVERIFY(loaded == Preferences());
        QCOMPARE(loaded.digits, 6);
        QCOMPARE(loaded.colours, Colours::System);
        QVERIFY(!QDir(m_place->path()).exists(QStringLiteral("deep")));
    }

    void rememberTheLatestFirstAndNotTooMany() {
        Preferences preferences;
        for (int i = 0; i < 30; ++i) {
            preferences.rememberFunction(QStringLiteral("x+%1").arg(i));
            preferences.rememberFile(QStringLiteral("/%1.thalweg").arg(i));
        }
        preferences.rememberFunction(QStringLiteral("x+25"));
        QCOMPARE(preferences.recentFunctions.size(), 20);
        QCOMPARE(
            preferences.recentFunctions.mid(0, 3),
            QStringList({QStringLiteral("x+25"), QStringLiteral("x+29"), QStringLiteral("x+28")}));
        QCOMPARE(preferences.recentFunctions.count(QStringLiteral("x+25")), 1);
        QCOMPARE(preferences.recentFiles.size(), 10);
        preferences.forgetFile(QStringLiteral("/29.thalweg"));
        QCOMPARE(preferences.recentFiles.constFirst(), QStringLiteral("/28.thalweg"));
        QCOMPARE(preferences.save(m_file), QString());
        QVERIFY(Preferences::load(m_file) == preferences);
    }

    void keepOneOfFunctionsThatDifferByBlanks() {
        Preferences preferences;
        for (const char* text : {"x^2+1", "x", "x^2 + 1", " x^2  +1"}) {
            preferences.rememberFunction(QString::fromLatin1(text));
        }
        const QStringList kept{QStringLiteral(" x^2  +1"), QStringLiteral("x")};
        QCOMPARE(preferences.recentFunctions, kept);
        write("[recent]\nfunctions=x^2 + 1, x, x^2+1\n");
        const QStringList read{QStringLiteral("x^2 + 1"), QStringLiteral("x")};
        QCOMPARE(Preferences::load(m_file).recentFunctions, read);
    }

    void takeDefaultsForValuesThatMakeNoSense_data() {
        QTest::addColumn<QByteArray>("line");
        for (const char* line : {"[view]\ndigits=2",
                                 "[view]\ndigits=18",
                                 "[view]\ndigits=-1",
                                 "[view]\ndigits=six",
                                 "[view]\ndigits=6.5",
                                 "[view]\ndigits=",
                                 "[view]\ndigits=1, 2",
                                 "[view]\ndigits=1e1",
                                 "[view]\ndigits=99999999999999999999",
                                 "[view]\ndigits=@Invalid()",
                                 "[view]\ndigits=@ByteArray(7)x",
                                 "[view]\nspeed=nan",
                                 "[view]\nspeed=inf",
                                 "[view]\nspeed=0",
                                 "[view]\nspeed=-5",
                                 "[view]\nspeed=1e9",
                                 "[view]\nspeed=5,5",
                                 "[view]\ncolours=purple",
                                 "[view]\ncolours=1",
                                 "[view]\nprojector=maybe",
                                 "[view]\nprojector=1",
                                 "[view]\nmore=2",
                                 "[tour]\nlesson=-1",
                                 "[tour]\nlesson=1001",
                                 "[tour]\noffered=@Point(1 2)",
                                 "[window]\ngeometry=text",
                                 "[window]\ngeometry=@Rect(0 0 9 9)",
                                 "[window]\nsplitter=1, x",
                                 "[window]\nsplitter=-1, 2",
                                 "[window]\nsplitter=@ByteArray(a)",
                                 "[window]\nsplitter=1,2,3,4,5,6,7,8,9,10,11",
                                 "[recent]\nfunctions=@Invalid()",
                                 "[recent]\nfunctions=\" \", \"\""}) {
            QTest::newRow(line) << QByteArray(line);
        }
        QTest::newRow("long geometry")
            << "[window]\ngeometry=@ByteArray(" + QByteArray(200'000, 'a') + ")";
        QTest::newRow("long function") << "[recent]\nfunctions=" + QByteArray(200'000, 'x');
    }
    void takeDefaultsForValuesThatMakeNoSense() {
        QFETCH(QByteArray, line);
        write(line + "\n");
        QVERIFY(Preferences::load(m_file) == Preferences());
        // The others are not lost with it.
        write(line + "\n[other]\nkey=1\n[tour]\noffered=true\n");
        Preferences offered;
        offered.tourOffered = true;
        QVERIFY(Preferences::load(m_file) == offered);
        QCOMPARE(allChanged().save(m_file), QString());
        QVERIFY(Preferences::load(m_file) == allChanged());
    }

    void takeNoMoreThanTheyKeep() {
        QByteArray functions = "x";
        QByteArray files = "/a";
        for (int i = 0; i < 1000; ++i) functions += ", x" + QByteArray::number(i);
        for (int i = 0; i < 1000; ++i) files += ", /" + QByteArray::number(i);
        write("[recent]\nfunctions=" + functions + "\nfiles=" + files + "\n");
        QCOMPARE(Preferences::load(m_file).recentFunctions.size(), 20);
        QCOMPARE(Preferences::load(m_file).recentFiles.size(), 10);
        write("[recent]\nfunctions=x, x, x+1\n");
        QCOMPARE(Preferences::load(m_file).recentFunctions.size(), 2);
    }

    void surviveABrokenFile_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << QByteArray("\xff\xfe\0\1garbage[[[\n=\n]\n", 18);
        QTest::newRow("zeros") << QByteArray(10'000, '\0');
        QTest::newRow("brackets") << QByteArray(500'000, '[');
        QTest::newRow("2 GB in a list")
            << QByteArray("[recent]\nfiles=@Variant(\\0\\0\\0\\v\\x7f\\xff\\xff\\xff)\n");
        QTest::newRow("64 GB in a map")
            << QByteArray("[window]\nsplitter=@Variant(\\0\\0\\0\\b\\x7f\\xff\\xff\\xff)\n");
        QTest::newRow("2 MB") << QByteArray(2'000'000, 'a');
    }
    void surviveABrokenFile() {
        QFETCH(QByteArray, content);
        write(content);
        QVERIFY(Preferences::load(m_file) == Preferences());
        QCOMPARE(allChanged().save(m_file), QString());
        QVERIFY(Preferences::load(m_file) == allChanged());
    }

    void surviveAnyDamage() {
        QCOMPARE(allChanged().save(m_file), QString());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        std::mt19937 random(11);
        const auto below = [&random](qsizetype limit) {
            return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random);
        };
        for (int i = 0; i < 500; ++i) {
            QByteArray content = whole.left(below(whole.size()) + 1);
            for (int n = 0; n < 5; ++n) {
                content[below(content.size())] = static_cast<char>(below(256));
            }
            // Under a name of its own, since QSettings remembers what it has read.
            m_file = m_place->filePath(QStringLiteral("%1.ini").arg(i));
            write(content);
            const Preferences loaded = Preferences::load(m_file);
            QVERIFY(loaded.digits >= 3 && loaded.digits <= 17);
            QVERIFY(loaded.speed >= 1 && loaded.speed <= 1000);
            QVERIFY(loaded.recentFunctions.size() <= 20 && loaded.recentFiles.size() <= 10);
        }
    }

    void doNotWaitForWhatIsNoFile_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"folder", "fifo", "device", "below a file"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }
    void doNotWaitForWhatIsNoFile() {
        QFETCH(QString, kind);
        QVERIFY(QDir().mkpath(m_place->filePath(QStringLiteral("deep"))));
        if (kind == QLatin1String("folder")) QVERIFY(QDir().mkdir(m_file));
        if (kind == QLatin1String("fifo")) {
            QCOMPARE(::mkfifo(QFile::encodeName(m_file).constData(), 0600), 0);
        }
        if (kind == QLatin1String("device"))
            QVERIFY(QFile::link(QStringLiteral("/dev/zero"), m_file));
        if (kind == QLatin1String("below a file")) {
            write("");
            m_file += QStringLiteral("/thalweg.ini");
        }
        QVERIFY(Preferences::load(m_file) == Preferences());
        const QString fault = allChanged().save(m_file);
        QVERIFY2(isSentence(fault) && fault.contains(m_file), qPrintable(fault));
        QVERIFY(Preferences::load(m_file) == Preferences());
    }

    void stayWholeOnANearlyFullDisk_data() {
        QTest::addColumn<int>("left");
        for (int left = 0; left <= 48; left += 4) QTest::addRow("%d KiB", left) << left;
    }
    void stayWholeOnANearlyFullDisk() {
        QFETCH(int, left);
        const SmallDisk disk;
        if (!disk.mounted()) QSKIP("needs the right to mount a small disk");
        m_file = disk.file("thalweg.ini");
        QCOMPARE(allChanged().save(m_file), QString());
        disk.fill(left * 1024);
        Preferences large = allChanged();
        for (int i = 0; i < Preferences::mostFunctions; ++i) {
            large.rememberFunction(QString::number(i) + QStringLiteral("+x").repeated(700));
        }
        const QString fault = large.save(m_file);
        if (!fault.isEmpty())
            QVERIFY2(isSentence(fault) && fault.contains(m_file), qPrintable(fault));
        if (left == 0) QVERIFY(!fault.isEmpty());
        if (left == 48) QCOMPARE(fault, QString());
        const QString other = m_place->filePath(QStringLiteral("copy.ini"));
        QVERIFY(QFile::copy(m_file, other));  // QSettings remembers what it has read
        QVERIFY(Preferences::load(other) == (fault.isEmpty() ? large : allChanged()));
    }

    void areKeptInTheFolderOfThePersonsSettings() {
        QVERIFY(Preferences::usualFile().startsWith(
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)));
        QVERIFY(Preferences::usualFile().endsWith(QLatin1String("/thalweg/thalweg.ini")));
        QFile::remove(Preferences::usualFile());
        QVERIFY(Preferences::load() == Preferences());
        QCOMPARE(allChanged().save(), QString());
        QVERIFY(Preferences::load() == allChanged());
        QVERIFY(QFile::remove(Preferences::usualFile()));
    }

private:
    void write(const QByteArray& content) {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_file;
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("thalweg"));
    QStandardPaths::setTestModeEnabled(true);
    TestPreferences test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_preferences.moc"
