// SPDX-License-Identifier: GPL-3.0-or-later
// How the table of the iterations looks.
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

#include "person.h"

namespace {

QTableView* openTable(Person& person) {
    auto* charts = person.find<QTabWidget>("charts");
    for (int page = 0; page < charts->count(); ++page) {
        if (charts->tabText(page) == QStringLiteral("Table")) charts->setCurrentIndex(page);
    }
    Person::settle();
    return person.find<QTableView>("iterations");
}

bool isInked(const QImage& image, int x, int y) {
    const QColor pixel = image.pixelColor(x, y);
    const QColor ground = image.pixelColor(image.rect().bottomRight());
    return std::abs(pixel.lightness() - ground.lightness()) > 60;
}

/// The place of the decimal point in the picture of a number, the one glyph in it that has ink at
/// its foot only; less than 0 without one.
int pointIn(const QImage& image) {
    QList<int> tops;  // of the ink in each column
    int foot = -1;
    for (int x = 0; x < image.width(); ++x) {
        tops += image.height();
        for (int y = image.height() - 1; y >= 0; --y) {
            if (!isInked(image, x, y)) continue;
            tops.last() = y;
            foot = std::max(foot, y);
        }
    }
    for (int x = 0; x < tops.size(); ++x) {
        int end = x;
        int top = image.height();
        for (; end < tops.size() && tops[end] < image.height(); ++end)
            top = std::min(top, tops[end]);
        if (end > x && top >= foot - 2) return x;
        x = end;
    }
    return -1;
}

void chooseDigits(Person& person, const QString& text) {
    const auto actions = person.find<QMenu>("digitsMenu")->actions();
    for (QAction* action : actions) {
        if (action->text().startsWith(text)) action->trigger();
    }
    Person::settle();
}

}  // namespace

class TestTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesTheRowsThatAreMarked() {
        Person person;
        person.waitForRun();
        QTableView* table = openTable(person);
        const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
            const QRect place = table->visualRect(table->model()->index(row, 2));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, place.center());
            Person::settle();
        };
        const auto copied = [&] {
            QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
            Person::settle();
            return QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        };
        click(1, {});
        QCOMPARE(person.position(), 1.0);
        QCOMPARE(copied().size(), 50);
        click(3, Qt::ShiftModifier);
        QStringList rows = copied();
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[0].startsWith(QStringLiteral("iteration")));
        QVERIFY(rows[1].startsWith(QStringLiteral("1\t")) &&
                rows[3].startsWith(QStringLiteral("3\t")));
        click(2, {});
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        Person::settle();
        QCOMPARE(person.position(), 3.0);
        rows = copied();
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[1].startsWith(QStringLiteral("2\t")) &&
                rows[2].startsWith(QStringLiteral("3\t")));
    }

    void pointsLieBelowEachOther_data() {
        QTest::addColumn<QString>("digits");
        QTest::newRow("3") << QStringLiteral("3 ");
        QTest::newRow("6") << QStringLiteral("6 ");
        QTest::newRow("17") << QStringLiteral("17 ");
    }
    void pointsLieBelowEachOther() {
        QFETCH(QString, digits);
        Person person;
        QTableView* table = openTable(person);
        chooseDigits(person, digits);
        const QImage image = table->viewport()->grab().toImage();
        const int whole = std::min(8, table->rowAt(table->viewport()->height() - 1));
        QVERIFY(whole > 4);
        for (int column = 1; column < 4; ++column) {
            QSet<int> points;
            QStringList texts;
            for (int row = 1; row < whole; ++row) {
                const QModelIndex cell = table->model()->index(row, column);
                texts += cell.data().toString();
                points += pointIn(image.copy(table->visualRect(cell)));
            }
            QVERIFY2(points.size() == 1 && *points.begin() > 0,
                     qPrintable(texts.join(QLatin1Char(' '))));
        }
    }

    void whatFitsIsNotCut() {
        Person person;
        QTableView* table = openTable(person);
        const QImage image = table->viewport()->grab().toImage();
        const int last = table->rowAt(table->viewport()->height() - 1);
        QVERIFY2(last >= 8, qPrintable(QString::number(last)));
        // An ellipsis has ink at its foot only.
        QCOMPARE(pointIn(image.copy(table->visualRect(table->model()->index(last - 1, 0)))), -1);
    }

    void allHaveTheSameDigits() {
        Person person;
        const auto* model = openTable(person)->model();
        QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("2.00000"));
        QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("1.66000"));
        QCOMPARE(model->index(0, 3).data().toString(), QStringLiteral("17.0000"));
    }

    void noRowIsCut() {
        Person person;
        QTableView* table = openTable(person);
        for (int height = 640; height < 680; height += 3) {
            person.window.resize(1280, height);
            Person::settle();
            const int bottom = table->viewport()->height() - 1;
            const int last = table->rowAt(bottom);
            QVERIFY2(last > 2, qPrintable(QString::number(last)));
            QCOMPARE(table->rowViewportPosition(last) + table->rowHeight(last) - 1, bottom);
        }
    }

    /// The columns of Adam's memory leave no room for all.
    void whatDoesNotFitIsScrolledTo() {
        Person person;
        auto* methods = person.find<QComboBox>("method");
        const int adam = methods->findText(QStringLiteral("Adam"));
        methods->setCurrentIndex(adam);
        Q_EMIT methods->activated(adam);
        person.waitForRun();
        QTableView* table = openTable(person);
        const auto* model = table->model();
        QCOMPARE(model->columnCount(), 6);
        QTest::keyClick(table, Qt::Key_End);
        Person::settle();
        for (int row = std::max(0, table->rowAt(0)); row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex cell = model->index(row, column);
                const QString text = cell.data().toString();
                QVERIFY2(table->fontMetrics().horizontalAdvance(text) < table->columnWidth(column),
                         qPrintable(text));
            }
        }
        QScrollBar* sideways = table->horizontalScrollBar();
        QVERIFY(sideways->isVisible() && sideways->maximum() > 0);
        const int bottom = table->viewport()->height() - 1;
        const int last = table->rowAt(bottom);
        QCOMPARE(table->rowViewportPosition(last) + table->rowHeight(last) - 1, bottom);
        sideways->setValue(sideways->maximum());
        person.trigger("back");
        Person::settle();
        QCOMPARE(sideways->value(), sideways->maximum());
    }

    void saysWhereThereIsRoomForFewerDigits() {
        Person person;
        QTableView* table = openTable(person);
        auto* note = person.find<QLabel>("digitsNote");
        QVERIFY(!note->isVisible());
        chooseDigits(person, QStringLiteral("17"));
        QVERIFY(note->isVisible());
        static const QRegularExpression room(
            QStringLiteral("^Room for (\\d+) of 17 digits\\. Widen this panel for more\\.$"));
        const auto shown = room.match(note->text());
        QVERIFY2(shown.hasMatch(), qPrintable(note->text()));
        const QString x = table->model()->index(2, 1).data().toString();
        QCOMPARE(x.size() - 1, shown.captured(1).toInt());
        QVERIFY(!note->geometry().intersects(table->geometry()));
        QVERIFY(note->parentWidget()->rect().contains(note->geometry()));

        chooseDigits(person, QStringLiteral("12"));
        QVERIFY2(note->text().contains(QStringLiteral("of 12 digits")), qPrintable(note->text()));
        chooseDigits(person, QStringLiteral("17"));
        person.pullPanel(-400);
        QVERIFY(!note->isVisible());
        const double exact = person.experiment().trajectory()[2].at[0];
        QCOMPARE(table->model()->index(2, 1).data().toString().toDouble(), exact);
    }
};

QTEST_MAIN(TestTable)
#include "tst_table.moc"
