// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_options.h"

#include <algorithm>

#include <QCoreApplication>

namespace telegrad::ui {
namespace {

constexpr auto kX = "curves/x";
constexpr auto kXLog = "curves/xLog";
constexpr auto kLoss = "curves/loss";
constexpr auto kLossLog = "curves/lossLog";
constexpr auto kSmoothing = "curves/smoothing";

}  // namespace

const std::array<XDescription, 7>& xQuantities() {
  static const std::array<XDescription, 7> all{{
      {XQuantity::Iterations, "iteration", QT_TRANSLATE_NOOP("telegrad::ui", "iterations"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Iterations")},
      {XQuantity::Epochs, "epoch", QT_TRANSLATE_NOOP("telegrad::ui", "epochs"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Epochs")},
      {XQuantity::Rounds, "rounds", QT_TRANSLATE_NOOP("telegrad::ui", "rounds"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Communication rounds (uploads)")},
      {XQuantity::PayloadBits, "payload_bits", QT_TRANSLATE_NOOP("telegrad::ui", "payload bits"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Payload sent by the workers, bit")},
      {XQuantity::WireBits, "wire_bits", QT_TRANSLATE_NOOP("telegrad::ui", "wire bits"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Sent on the wire by the workers, bit")},
      {XQuantity::SimulatedTime, "simulated_s", QT_TRANSLATE_NOOP("telegrad::ui", "simulated s"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Simulated time, s")},
      {XQuantity::WallTime, "wall_s", QT_TRANSLATE_NOOP("telegrad::ui", "wall s"),
       QT_TRANSLATE_NOOP("telegrad::ui", "Wall time, s")},
  }};
  return all;
}

const XDescription& describe(XQuantity quantity) {
  return *std::ranges::find(xQuantities(), quantity, &XDescription::quantity);
}

QString lossTitle(LossKind kind) {
  switch (kind) {
    case LossKind::Train:
      return QCoreApplication::translate("Curves", "Training loss");
    case LossKind::Epoch:
      return QCoreApplication::translate("Curves", "Training loss, epoch mean");
    case LossKind::Test:
      return QCoreApplication::translate("Curves", "Test loss");
    case LossKind::Suboptimality:
      return QCoreApplication::translate("Curves", "Suboptimality f − f*");
  }
  return {};
}

QString accuracyTitle(AccuracyMetric metric) {
  return metric == AccuracyMetric::Top5
             ? QCoreApplication::translate("Curves", "Top-5 test accuracy")
             : QCoreApplication::translate("Curves", "Test accuracy");
}

const Quantity& lossQuantity(LossKind kind) {
  switch (kind) {
    case LossKind::Epoch:
      return quantity("epoch_loss");
    case LossKind::Test:
      return quantity("test_loss");
    case LossKind::Suboptimality:
      return quantity("suboptimality");
    case LossKind::Train:
      break;
  }
  return quantity("train_loss");
}

CurveOptions readCurveOptions(const QSettings& settings) {
  CurveOptions options;
  const auto key = settings.value(kX).toString();
  for (const auto& each : xQuantities())
    if (key == QLatin1String(each.key)) options.x = each.quantity;
  options.xLog = settings.value(kXLog, options.xLog).toBool();
  const int loss = settings.value(kLoss, 0).toInt();
  if (loss >= 0 && loss <= static_cast<int>(LossKind::Suboptimality))
    options.loss = static_cast<LossKind>(loss);
  options.lossLog = settings.value(kLossLog, options.lossLog).toBool();
  const double smoothing = settings.value(kSmoothing, options.smoothing).toDouble();
  if (smoothing >= 0.0 && smoothing < 1.0) options.smoothing = smoothing;
  return options;
}

void writeCurveOptions(QSettings& settings, const CurveOptions& options) {
  settings.setValue(kX, QLatin1String(describe(options.x).key));
  settings.setValue(kXLog, options.xLog);
  settings.setValue(kLoss, static_cast<int>(options.loss));
  settings.setValue(kLossLog, options.lossLog);
  settings.setValue(kSmoothing, options.smoothing);
}

double smoothingSpan(double strength) {
  const double s = std::clamp(strength, 0.0, 0.999);
  return 500.0 * s * s / (1.0 - s);
}

}  // namespace telegrad::ui
