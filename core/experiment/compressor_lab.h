// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/base/result.h"
#include "core/experiment/lab_vector.h"
#include "core/theory/class_parameters.h"

namespace telegrad {

/// An operator of the catalogue with its parameters.
struct LabOperator {
  std::string key;
  Settings settings;
  bool operator==(const LabOperator&) const = default;
};

struct LabOptions {
  std::size_t draws = 1;  ///< of the operator's own randomness, at least 1; each with a fresh state
  std::uint64_t seed = 1;  ///< of those draws
  bool times = true;       ///< whether encoding and decoding are timed, which takes some draws more
};

/// Over draws: the mean, and the standard deviation of one draw (0 if there was but one). Not a
/// number where it is not defined.
struct LabSpread {
  double mean = 0.0;
  double deviation = 0.0;
};

/// What an operator C did to a vector x of d entries. With the mean over the draws for the
/// expectation E,
///
///     m1 = <E C(x), x> / ||x||^2,  m2 = E ||C(x)||^2 / ||x||^2,
///     normalised variance = E ||C(x) - x||^2 / ||x||^2 = m2 - 2 m1 + 1.
///
/// These are the tightest class parameters that x alone allows: alpha = m2, beta = m2 / m1,
/// gamma = m1, delta = 1 / (1 - normalised variance), and of the best multiple (m1 / m2) C(x)
/// delta = m2 / m1^2, which for an unbiased C is zeta. Where there is no such parameter (delta from
/// a variance of 1 on; anything of a zero vector), not a number.
///
/// Source: Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for Distributed
///   Learning, JMLR 2023, Definitions 1 to 4 and Theorem 6.
struct LabMeasurement {
  std::size_t size = 0;  ///< d
  std::size_t draws = 1;
  LabSpread variance;                   ///< normalised
  std::optional<double> exactVariance;  ///< its expectation; of ditherings
  LabSpread delta;      ///< as it is: 1 / (1 - the mean variance); the deviation is of the draws'
  LabSpread bestDelta;  ///< scaled in the best way, m2 / m1^2; likewise
  double m1 = 0.0;
  double m2 = 0.0;
  double alpha() const { return m2; }
  double beta() const { return m2 / m1; }
  double gamma() const { return m1; }
  // Of one payload, in the mean over the draws.
  double paperBits = 0.0;    ///< as the operator's paper counts
  double entropyBits = 0.0;  ///< what no code could go below
  double wireBytes = 0.0;    ///< what really travels
  // Seconds for one entry, of the fastest of several repetitions; 0 if nothing was timed.
  double encodeSeconds = 0.0;
  double decodeSeconds = 0.0;
  /// The least delta that is proven of a multiple of the operator, which bestDelta cannot exceed.
  std::optional<double> provenBestDelta() const;
  ClassParameters proven;  ///< of the operator, on all vectors of this layout
};

struct LabOutcome {
  LabMeasurement measured;
  std::vector<float> decoded;  ///< [d], C(x) of the first draw
};

/// The operator with its parameters as the catalogue has them. Errors: there is no such key.
Result<LabOperator> labOperator(std::string_view key, const Values& values = {});
/// Its entry in the catalogue. The key is one of it.
const Description& descriptionOf(const LabOperator& op);
/// "Top-k, fraction = 1 %": name and what is not as usual.
std::string nameOf(const LabOperator& op);
/// Whether payloads of several workers can be added up without being unpacked.
bool isAllReducible(const LabOperator& op);

/// Compresses and decodes the vector. Depends, but for the times, on nothing else than what is
/// given. Errors: what the operator refuses; the message names it.
/// Threads: any; several at once.
Result<LabOutcome> measure(const LabOperator& op, const LabVector& vector,
                           const LabOptions& options);

/// What a curve of this operator goes along: the first of its numbers that means anything with
/// these settings. None: nullptr.
const Parameter* sweptParameter(const LabOperator& op);
/// At most `count` values over the parameter's range, or the part of it that its slider spans, from
/// end to end, evenly or in equal ratios as its scale says. Not for flags, choices and texts.
std::vector<Value> sweepValues(const Parameter& parameter, std::size_t count);
/// The operator with each of these values of one of its parameters.
std::vector<LabOperator> sweep(const LabOperator& op, const Parameter& parameter,
                               std::span<const Value> values);

}  // namespace telegrad
