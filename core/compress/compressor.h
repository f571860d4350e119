// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/catalogue.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/state.h"
#include "core/tensor/shape.h"
#include "core/tensor/vector_in_parts.h"
#include "core/theory/class_parameters.h"

namespace telegrad {

/// What a worker sends: real bytes, and what they are made of.
struct Payload {
  std::vector<std::byte> bytes;
  std::int64_t valueBits = 0;  ///< of the bytes: the numbers themselves, as the papers count
  std::int64_t indexBits = 0;  ///< of the bytes: the positions
  /// Where this is given, in place of `bytes`: they are this vector's floats, little-endian, and
  /// each part of them is encoded when the receiver comes to it.
  const VectorInParts* later = nullptr;
  /// How many bytes.
  std::size_t size() const {
    return later != nullptr ? later->size() * sizeof(float) : bytes.size();
  }
  /// The rest: headers and padding to whole bytes. value + index + framing = 8 * bytes, exactly.
  std::int64_t framingBits() const {
    return 8 * static_cast<std::int64_t>(size()) - valueBits - indexBits;
  }
};

/// What a payload's information amounts to, beside the bytes it really has.
struct BitCounts {
  /// As the operator's paper counts: for Top-k, 32 k + log2 C(d, k).
  double paper = 0.0;
  /// What no code could go below, given how often each symbol occurs in it: the entropy of its
  /// levels or 32 bits a float, log2 C(d, k) for positions, and the scales.
  double entropy = 0.0;
};

/// How many dense updates addInTurn() reads at once.
inline constexpr std::size_t kUpdatesAtOnce = 5;

/// A payload read back: a dense vector, or the entries of a sparse one. A dense update holds its
/// numbers, or refers to its payload's bytes, which must then outlive it unchanged.
class Update {
 public:
  /// All zeros of that length, until set.
  explicit Update(std::size_t size = 0) : size_(size) {}

  /// Dense: little-endian float32, size = floats.size() / 4.
  void setDense(std::span<const std::byte> floats);
  /// Dense, of its own numbers. The vector is reused: take it, fill it and hand it back.
  void setDense(std::vector<float> values);
  /// The vector of a former dense update, for reuse.
  std::vector<float> takeDense();
  /// Sparse: strictly ascending indices below `size`. The vectors are reused: fill and hand back.
  struct Entries {
    std::vector<std::uint32_t> indices;
    std::vector<float> values;
  };
  void setSparse(std::size_t size, Entries entries);
  /// The vectors of a former sparse update, for reuse.
  Entries takeEntries();

  std::size_t size() const { return size_; }
  /// The entries of a sparse update; null, if it is dense.
  const Entries* entries() const { return sparse_ ? &entries_ : nullptr; }
  /// sum_j += update_{begin + j} for every j of `sum`, which covers a part of the vector.
  void addTo(std::span<float> sum, std::size_t begin) const;
  /// The same by one update after another, in their order and rounded alike; fastest for a multiple
  /// of kUpdatesAtOnce.
  friend void addInTurn(std::span<const Update> updates, std::span<float> sum, std::size_t begin);
  /// residual_i -= update_i over the whole vector.
  void subtractFrom(std::span<float> residual) const;
  /// x_i = 0 wherever something was sent, be it a zero: everywhere, if dense.
  void clearWhereSent(std::span<float> x) const;
  /// Its numbers, also where it only refers to them: loaded, it holds its own.
  void exchange(StateArchive& state);

 private:
  std::size_t size_ = 0;
  bool sparse_ = true;
  std::span<const std::byte> dense() const {
    return own_.empty() ? dense_ : std::as_bytes(std::span(own_));
  }

  std::span<const std::byte> dense_;
  std::vector<float> own_;  // dense, and not empty: instead of what dense_ refers to
  Entries entries_;
};

/// Turns a vector into bytes and bytes into the vector that the receiver takes for it.
///
/// Shapes: input [d], laid out as the layout says (operators that work per tensor need it).
/// Errors: an input that is not finite is refused; decode takes any bytes and gives an update or an
///   error, never a crash or an allocation beyond the layout's size.
/// Threads: compress has scratch, so each worker has its own compressor; decode is const and may
///   run anywhere.
class Compressor {
 public:
  virtual ~Compressor() = default;

  /// Takes new values of the parameters that may change between iterations.
  virtual void configure(const Settings& settings) = 0;
  /// What it keeps from one call of compress() to the next, beside its settings and what is written
  /// before it is read; nothing, for most. After configure() with the settings then in force.
  virtual void exchange(StateArchive& state) = 0;

  /// For algorithms that choose themselves how much is sent: the kept fraction, in (0, 1], until
  /// the next configure(). False from operators that have none.
  virtual bool setKeptFraction(double /*fraction*/) { return false; }
  /// The same, with one for each tensor of the layout. False from operators that do not choose from
  /// each tensor by itself.
  virtual bool setKeptFractions(std::span<const double> /*fractions*/) { return false; }
  /// The bytes that a vector of that layout becomes with that kept fraction, where it can be known
  /// before: it never falls as the fraction rises.
  virtual std::optional<std::size_t> bytesFor(double /*fraction*/, const Layout& /*layout*/) const {
    return std::nullopt;
  }

  /// Writes the payload for `input`, reusing `payload`'s memory.
  virtual Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                                Payload& payload) = 0;

  /// The floats of a payload that is the vector itself, for the caller to write instead of calling
  /// compress(), so that a whole gradient is not copied once more. Empty for compressors that
  /// change anything. Non-finite entries are then the caller's to find.
  virtual std::span<float> writeDirectly(const Layout& /*layout*/, Payload& /*payload*/) {
    return {};
  }

  /// The same of a vector that is to be encoded part by part; false from compressors that change
  /// anything. Such a payload is not decoded: its receiver adds up its parts.
  virtual bool writeLater(const VectorInParts& /*vector*/, const Layout& /*layout*/,
                          Payload& /*payload*/) {
    return false;
  }

  /// Reads a payload back, reusing `update`'s memory.
  virtual Result<void> decode(const Payload& payload, const Layout& layout,
                              Update& update) const = 0;

  /// Of a payload that compress() made for that layout. Not for every iteration: it may cost more
  /// than compressing did.
  virtual BitCounts count(const Payload& payload, const Layout& layout) const = 0;
};

struct CompressorEntry : Entry<Compressor> {
  /// What is proven of it with these settings, on all vectors of that layout, which has entries.
  /// Of an operator that works on groups of entries, tensors say, by themselves it is what holds of
  /// the worst group, as x may be zero in all others.
  std::function<ClassParameters(const Settings& settings, const Layout& layout)> classes;
  /// Whether payloads of several workers can be added up on the way without being unpacked: dense
  /// floats, or entries whose positions all workers share.
  bool allReducible = false;
};

/// All compressors, in menu order.
std::span<const CompressorEntry> compressors();

}  // namespace telegrad
