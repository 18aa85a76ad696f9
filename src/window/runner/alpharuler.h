// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>

#include "descent/descent.h"
#include "insight/plane/rates.h"
#include "insight/stationary.h"
#include "insight/verdict/verdict.h"
#include "session/wording/wording.h"
#include "window/widgets/slider.h"

namespace window {

class Parameter;

/// A coloured strip that tells which learning rates crawl, roll, swing or can't stay near a
/// minimum, on the scale of the slider above it: what it says of α lies under the middle of the
/// handle at α. Ticks mark one leap, 1/f″, and the limit, 2/f″; of several variables, whose zones
/// are those of the steepest direction, λmax, the best α, 2/(λmin + λmax), and the limit, 2/λmax. A
/// click on the strip picks α, and the keys of the slider turn that from here, too.
/// Beside a run that went another way the strip is pale, and says that it is true only near the
/// minimum.
class AlphaRuler : public QWidget {
    Q_OBJECT

public:
    /// `parameter` has the slider, and takes this widget in under it.
    explicit AlphaRuler(Parameter* parameter);

    /// The minimum that explains the run, or the maximum of an ascent; nothing where there is none.
    /// Then, and at a corner, and where f″ is 0 or has no finite value, the strip is grey and says
    /// why.
    void setExtremum(const std::optional<insight::StationaryPoint>& extremum);
    /// The same of several variables. The strip is grey where one of the curvatures is 0, too.
    void setPlace(const std::optional<insight::StationaryPlace>& place);
    /// What became of the run; nothing while that is not known.
    void setVerdict(const std::optional<insight::Verdict>& verdict);
    /// The present α and the direction.
    void setSettings(const descent::Settings& settings);
    /// Significant digits from now on.
    void setDigits(int digits);
    /// What the variables are called.
    void setVariables(const QStringList& variables);

    /// What α does near the minimum, or why nothing can be said.
    QString explanation(double alpha) const;
    /// The present α, its bounds and how to choose another, as for the slider above.
    const Slider::Meaning& meaning() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void alphaPicked(double alpha);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool hasZones() const;
    /// Whether the run stopped where f is level all about, as far as is known.
    bool isFlat() const;
    /// Whether the run went as the zones tell, or it is not known how it went.
    bool tellsOfRun() const;
    /// What the present α does near the extremum, which there is.
    descent::Response response() const;
    /// What theory says of them at the place of several variables.
    std::optional<insight::Rates> rates() const;
    bool isPlane() const { return m_variables.size() > 1; }
    QString reason() const;
    QString reasonInPlane() const;
    /// The same as a sentence.
    QString whyNoZones() const;
    QString whyNoZonesInPlane() const;
    QString zones(double alpha) const;
    /// Where they are true.
    QString place() const;
    void changed();
    /// Clamped to the strip.
    int column(double alpha) const;
    double alphaAt(QPointF point) const;
    QRect strip() const;
    void paintZones(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void paintReach(QPainter& painter) const;
    QRect labelRow() const;

    Parameter& m_parameter;
    std::optional<insight::StationaryPoint> m_extremum;
    std::optional<insight::StationaryPlace> m_place;
    std::optional<insight::Verdict> m_verdict;
    descent::Settings m_settings;
    int m_digits = session::usualDigits;
    QStringList m_variables{QStringLiteral("x")};
};

}  // namespace window
