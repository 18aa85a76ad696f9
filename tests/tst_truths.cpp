// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says and shows of a function is so, and no two of its places contradict each
// other.
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>
#include <QtTest>
#include <cmath>

#include "insight/survey.h"
#include "person.h"
#include "pixels.h"
#include "window/runner/alpharuler.h"

namespace {

/// What a person types, one after the other.
struct Typed {
    const char* field;
    const char* text;
};

void enter(Person& person, const QString& function, std::initializer_list<Typed> typed = {}) {
    person.type(person.functionEdit(), function);
    person.press(Qt::Key_Return);
    for (const Typed& each : typed) {
        person.type(person.field(each.field), QString::fromUtf8(each.text));
        person.press(Qt::Key_Return);
    }
    person.waitForRun();
    person.waitForBasins();
}

/// Shows x from low to high with the wheel over the numbers below the axis, to a few pixels.
void view(Person& person, double low, double high) {
    auto* curve = person.curve();
    for (int i = 0; i < 400; ++i) {
        const insight::Range range = curve->range();
        if (std::abs(range.width() / (high - low) - 1) < 0.06) break;
        const QPoint middle(curve->width() / 2, static_cast<int>(curve->strip().bottom()) + 8);
        QWheelEvent event(middle, curve->mapToGlobal(middle), {},
                          {0, range.width() > high - low ? 30 : -30}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(curve, &event);
        QApplication::processEvents();
    }
    const double off = curve->range().centre() - (low + high) / 2;
    const double perPixel = curve->range().width() / curve->strip().width();
    const QPoint from(curve->width() / 2, 14);
    const QPoint to = from + QPoint(static_cast<int>(off / perPixel), 0);
    QTest::mousePress(person.stage(), Qt::LeftButton, {}, from);
    for (int part = 1; part <= 4; ++part)
        QTest::mouseMove(person.stage(), from + (to - from) * part / 4);
    QTest::mouseRelease(person.stage(), Qt::LeftButton, {}, to);
    person.waitForRun();
    person.waitForBasins();
}

void hover(Person& person, QPointF at) {
    for (const QPoint place : {at.toPoint() + QPoint(1, 0), at.toPoint()}) {
        QTest::mouseMove(person.stage(), place);
        Person::settle();
    }
}

QString statusOver(Person& person, QPointF at) {
    hover(person, at);
    return person.find<QLabel>("pointer")->text();
}

QString tipOver(Person& person, QPointF at) {
    QHelpEvent help(QEvent::ToolTip, at.toPoint(), person.curve()->mapToGlobal(at.toPoint()));
    QApplication::sendEvent(person.curve(), &help);
    const QString text = QToolTip::text().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
    QToolTip::hideText();
    return text;
}

/// The fate in a tip or a status line: the sentence that tells of a run from there.
QString fateIn(const QString& words) {
    static const QRegularExpression sentence(
        QStringLiteral("(A start here|No run starts here)[^<\n\u2003]*"));
    return sentence.match(words).captured().simplified();
}

}  // namespace

class TestTruths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theValleysOfAnotherFunctionHaveColoursOfTheirOwn() {
        Person person;
        enter(person, QStringLiteral("x^2"));
        enter(person, QStringLiteral("sin(x^2)/x"), {{"initialGuess", "2.9"}, {"alpha", "0.05"}});
        for (const double far : {1.5, 2.5, 3.5, 5.0}) {
            view(person, 2 - far, 2 + far);
            view(person, -2 - far, -2 + far);
            view(person, -far, far);
            const insight::Landmarks& seen = person.curve()->landmarks();
            std::vector<std::size_t> hues;
            for (const insight::StationaryPoint& point : seen.points) {
                if (point.kind == insight::StationaryKind::Minimum)
                    hues.push_back(seen.valleys.hueOf(point));
            }
            for (std::size_t i = 1; i < hues.size(); ++i) QVERIFY(hues[i] != hues[i - 1]);
        }
    }

    void theValleysHaveTheirColoursAgainAfterUndo() {
        Person person;
        enter(person, QStringLiteral("x^2/40+sin(3*x)+cos(x)"));
        for (const double far : {2.0, 5.0}) view(person, -1, far);
        view(person, -5, 5);
        const auto hues = [&] {
            const insight::Landmarks& seen = person.curve()->landmarks();
            std::vector<std::size_t> found = seen.valleys.huesOf(*seen.basins);
            for (const insight::StationaryPoint& point : seen.points) {
                if (point.kind == insight::StationaryKind::Minimum)
                    found.push_back(seen.valleys.hueOf(point));
            }
            return found;
        };
        const auto before = hues();
        QVERIFY(before.size() > 6);
        enter(person, QStringLiteral("x^2"));
        person.curve()->setFocus();
        person.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(person.functionEdit()->text(), QStringLiteral("x^2/40+sin(3*x)+cos(x)"));
        person.waitForRun();
        person.waitForBasins();
        QVERIFY(hues() == before);
    }

    void theStripSaysTheSameInTheTipAndBelow_data() {
        QTest::addColumn<QString>("function");
        QTest::newRow("no value at 0") << QStringLiteral("sin(x^2)/x");
        QTest::newRow("two valleys") << QStringLiteral("x^4-4*x^2+x");
        QTest::newRow("no value in places") << QStringLiteral("sqrt(x)+1/(x-2)^2");
    }
    void theStripSaysTheSameInTheTipAndBelow() {
        QFETCH(QString, function);
        Person person;
        enter(person, function, {{"initialGuess", "2.9"}, {"alpha", "0.05"}});
        view(person, -5, 5);
        const QRectF strip = person.curve()->strip();
        const double zero = person.curve()->pixel(0, 0).x();
        for (int off = -40; off <= 40; ++off) {
            const QPointF at(std::round(zero) + off, strip.center().y());
            const QString below = fateIn(statusOver(person, at));
            QVERIFY(!below.isEmpty());
            QCOMPARE(fateIn(tipOver(person, at)), below);
        }
    }

    void flatGroundIsCalledFlat() {
        Person person;
        enter(person, QStringLiteral("abs(x-1)+abs(x+2)"), {{"initialGuess", "1.5"}});
        const QString said =
            person.window.findChild<window::AlphaRuler*>()->accessibleDescription();
        QVERIFY2(said.contains(QStringLiteral("flat ground")), qPrintable(said));
    }

    void aValueThatFNeverTakesIsNoMinimum() {
        Person person;
        enter(person, QStringLiteral("floor(x)+x^2"));
        view(person, -5, 5);
        bool met = false;
        for (const insight::StationaryPoint& point : person.curve()->landmarks().points) {
            if (std::abs(point.x + 1) > 1e-6 || std::abs(point.value + 1) > 1e-6) continue;
            met = true;
            const QPointF at = person.curve()->pixel(point.x, point.value);
            const QString tip = tipOver(person, at);
            QVERIFY2(!tip.contains(QLatin1String("minimum")), qPrintable(tip));
            QVERIFY2(tip.contains(QStringLiteral("comes down to −1 as x nears −1 from the left")),
                     qPrintable(tip));
            QVERIFY(statusOver(person, at).contains(QStringLiteral("f(x) = 0")));
        }
        QVERIFY(met);
        for (const insight::StationaryPoint& point : person.curve()->landmarks().points) {
            const QString tip = tipOver(person, person.curve()->pixel(point.x, point.value));
            if (!tip.startsWith(QStringLiteral("L")) && !tip.startsWith(QStringLiteral("M")))
                continue;  // lowest, local, or alone
            QVERIFY2(std::abs(person.curve()->value(point.x) - point.value) < 1e-9,
                     qPrintable(tip));
        }
    }

    void theLowestIsOneOfSeveral() {
        Person person;
        enter(person, QStringLiteral("x^4-4*x^2+x+1"),
              {{"alpha", "0.02"}, {"initialGuess", "1.35"}});
        person.press(Qt::Key_0, Qt::ControlModifier);
        person.waitForRun();
        const auto minima = [&] {
            return std::ranges::count(person.experiment().points(),
                                      insight::StationaryKind::Minimum,
                                      &insight::StationaryPoint::kind);
        };
        const auto& points = person.curve()->landmarks().points;
        QTRY_COMPARE(minima(), 1);
        person.waitForRun();
        QVERIFY2(person.verdict().contains(QStringLiteral("Reached a minimum at ")),
                 qPrintable(person.verdict()));
        const QString alone =
            tipOver(person, person.curve()->pixel(points.front().x, points.front().value));
        QVERIFY2(alone.contains(QStringLiteral("Minimum<br>x = 1.347")), qPrintable(alone));
        const auto verdict = [&] {
            return person.verdict().remove(QChar(0x2060)).replace(QChar::Nbsp, u' ');
        };
        // With the other valley in view it is the higher one of two.
        while (minima() < 2) {
            person.press(Qt::Key_Minus, Qt::ControlModifier);
            person.waitForRun();
            QTRY_VERIFY(person.experiment().complete());
        }
        QTRY_VERIFY2(verdict().contains(QStringLiteral("A lower one lies at x = −1.473")),
                     qPrintable(verdict()));
        QVERIFY(verdict().contains(QStringLiteral("Reached a local minimum at ")));
    }
};

QTEST_MAIN(TestTruths)
#include "tst_truths.moc"
