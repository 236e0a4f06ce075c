// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scoreslideraccess.h"

#include "ui/scorecard/scoreslider.h"

#include <QAccessibleWidget>

namespace Scoredesk {

namespace {

/// A score slider as a screen reader has it: a slider from 0 to 10, whose text also says unset and not
/// applicable.
class ScoreSliderAccess final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ScoreSliderAccess(ScoreSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Value ? slider()->valueText() : QAccessibleWidget::text(what);
    }

    QVariant currentValue() const override
    {
        const Score value = slider()->value();
        return value.isValue() ? QVariant(value.number()) : QVariant();
    }

    void setCurrentValue(const QVariant& value) override
    {
        bool ok = false;
        const double number = value.toDouble(&ok);
        const Score score = Score::fromNumber(number);
        if (!ok || score == slider()->value())
            return;
        slider()->setValue(score);
        Q_EMIT slider()->edited(score);
    }

    QVariant maximumValue() const override { return 10.0; }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 0.1; }

private:
    ScoreSlider* slider() const { return static_cast<ScoreSlider*>(object()); }
};

QAccessibleInterface* makeAccess(const QString& className, QObject* object)
{
    if (className != QLatin1String(ScoreSlider::staticMetaObject.className()))
        return nullptr;
    auto* slider = qobject_cast<ScoreSlider*>(object);
    return slider ? new ScoreSliderAccess(slider) : nullptr;
}

} // namespace

void installScoreSliderAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace Scoredesk
