// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telegrad {

/// What an iteration of staleness multiplies the compression noise by. The published text was not
/// at hand in full, and accounts of it differ, so both are here.
enum class PhiBase {
  /// 1 / (1 - delta/2): what the bound on the residual of error feedback gives, and no noise where
  /// nothing is left out (delta = 1). The one to use.
  HalfRatio,
  /// 1 / (1 - delta), as a survey prints it. At delta = 1 nothing is left out, and yet it is 1 for
  /// tau = 1 and infinite from tau = 2 on.
  FullRatio,
};

/// The noise that compression adds to a step, as DeCo-SGD weighs it:
///
///   phi(delta, tau) = (1 - delta) / (delta * (1 - delta/2)^tau),   base HalfRatio
///   phi(delta, tau) = 1 / (delta * (1 - delta)^(tau - 1)),         base FullRatio
///
/// A rule for choosing and a property of an upper bound, not a measured fact: on small convex
/// problems the residual's norm hardly depended on the staleness. For tau <= 5 HalfRatio falls with
/// delta throughout; from tau = 6 on it has a hump at medium delta, so it is no guide to a free
/// choice of delta.
///
/// delta in [0, 1]: the fraction of the gradient that is sent; infinite at 0. tau >= 0: iterations
/// between a gradient and its use. Infinite where the power underflows; NaN for arguments outside.
/// Source: DeCo-SGD, arXiv 2507.17346; the form is derived from the residual's recursion, the
/// paper's own constants are unconfirmed.
double compressionNoise(double delta, int tau, PhiBase base = PhiBase::HalfRatio);

}  // namespace telegrad
