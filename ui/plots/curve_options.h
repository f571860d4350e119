// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include <QSettings>
#include <QString>

#include "core/metrics/quantities.h"
#include "core/metrics/targets.h"

namespace telegrad::ui {

/// What the curves can be read against. Every one grows with the iterations.
enum class XQuantity : std::uint8_t {
  Iterations,
  Epochs,
  Rounds,
  PayloadBits,
  WireBits,
  SimulatedTime,
  WallTime
};

/// A quantity in words: on the switch, on the axis, on the command line, and how to read it.
struct XDescription {
  XQuantity quantity;
  const char* key;         ///< of the core's Quantity: "payload_bits"
  const char* shortLabel;  ///< "payload bits", on the switch
  const char* axisTitle;   ///< "Payload sent by the workers, bit"

  const Quantity& core() const { return telegrad::quantity(key); }
};

const std::array<XDescription, 7>& xQuantities();
const XDescription& describe(XQuantity quantity);

/// The loss in the upper plot; of convex problems, how far it is above its minimum.
enum class LossKind : std::uint8_t { Train, Epoch, Test, Suboptimality };

QString lossTitle(LossKind kind);              ///< "Training loss"
QString accuracyTitle(AccuracyMetric metric);  ///< "Test accuracy"
const Quantity& lossQuantity(LossKind kind);

/// How the figure of curves is read; the same for the window and for exports.
struct CurveOptions {
  XQuantity x = XQuantity::Iterations;
  bool xLog = false;
  LossKind loss = LossKind::Train;
  bool lossLog = true;
  double smoothing = 0.3;  ///< 0: none, towards 1: more; see smoothingSpan()
  bool markers = true;     ///< the current run's changes
  bool raw = true;         ///< the current run's curve without smoothing, faint
  bool operator==(const CurveOptions&) const = default;
};

/// As the last session left them: what is not in the settings, or is not allowed, is as above.
CurveOptions readCurveOptions(const QSettings& settings);
void writeCurveOptions(QSettings& settings, const CurveOptions& options);

/// How far back smoothing of strength s in [0, 1) looks: 500 s^2 / (1 - s) iterations, and early on
/// no more than a fifth of the way.
double smoothingSpan(double strength);

}  // namespace telegrad::ui
