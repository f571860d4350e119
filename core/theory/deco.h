// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/theory/compression_noise.h"
#include "core/theory/iteration_time.h"

namespace telegrad {

/// The largest staleness that a run can have.
inline constexpr int kMaxStaleness = 64;

/// How DeCo decides.
struct DecoSettings {
  double minRatio = 1e-3;    ///< least kept fraction, in (0, 1]; at least one element: 1 / d
  double headroom = 1.0;     ///< in (0, 1]: plans with this share of the bandwidth, for jitter
  double hysteresis = 0.05;  ///< in [0, 1): gain in phi below which the staleness is left as it is
  int maxStaleness = kMaxStaleness;  ///< none above it is chosen; from 1 to kMaxStaleness
  PhiBase phiBase = PhiBase::HalfRatio;
};

/// A staleness, the kept fraction for it, and their compression noise.
struct DecoCandidate {
  int tau = 0;
  double delta = 1.0;
  double phi = 0.0;
  bool operator==(const DecoCandidate&) const = default;
};

/// What DeCo chose, and from what.
struct DecoDecision {
  DecoCandidate chosen;
  /// The time-minimal ones that were weighed: tau1, then tau1 + 1, of those with a delta above 0.
  /// Empty where computation takes no time, so that nothing can hide behind it, or where hiding
  /// takes more than maxStaleness.
  std::vector<DecoCandidate> candidates;
  /// The best candidate's delta was below minRatio, or there was none: chosen is minRatio, with the
  /// smallest staleness at which latency costs nothing. An iteration may then be longer than
  /// T_comp.
  bool atMinRatio = false;
  /// No staleness that is allowed hides the latency, and the link is not what holds iterations up:
  /// chosen is maxStaleness. An iteration is longer than T_comp.
  bool atMaxStaleness = false;
};

/// DeCo's choice of kept fraction and staleness,
///
///   (delta*, tau*) = argmin phi(delta, tau)  subject to  T(delta, tau) = T_comp
///
/// For each tau only the largest admissible delta is weighed, largestHiddenRatio() with headroom *
/// a for a; it stops growing one step after tau1 = floor(b / T_comp) + 1, so there are two
/// candidates, tau1 and tau1 + 1. The smaller phi wins, then the smaller tau. Quotients within 1e-9
/// of a whole number count as that number.
///
/// `currentTau`, what is in use: if it is one of the candidates, it stays unless the other's phi is
/// less than (1 - hysteresis) times its own, or is the same with the same delta and a smaller tau;
/// delta is always the new one.
///
/// Where hiding would take more than maxStaleness, it is that with the largest delta for which the
/// link is not what takes longest,
///
///   delta S_g / a <= (T_comp + b + delta S_g / a) / (tau + 1)
///
/// which is min{ 1, (T_comp + b) a / (tau S_g) } and makes an iteration longer than an empty
/// message would by no more than a part in tau.
///
/// Errors: conditions or settings out of range (conditions must have gradientBits above 0). The
/// message names the quantity, what it was and what is allowed; a controller that has a choice
/// keeps it.
/// Source: DeCo-SGD, arXiv 2507.17346 (the objective); the solution in closed form is derived.
Result<DecoDecision> decideDeco(const IterationConditions& conditions,
                                const DecoSettings& settings = {},
                                std::optional<int> currentTau = std::nullopt);

}  // namespace telegrad
