// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace telegrad {

/// What a stream of random numbers is for. The numbers are part of every run's result: append only.
enum class Purpose : std::uint32_t {
  InitialWeights = 1,
  Partition = 2,
  MinibatchOrder = 3,
  Compression = 4,
  ComputeTime = 5,
  SyntheticData = 6,
  Test = 7,
  Trace = 8,
  Jitter = 9,
  Loss = 10,
  SharedDraw = 11,  ///< what all workers draw alike
  Augmentation = 12,
  Dropout = 13,
};

/// A stream of random numbers that depends on nothing but its four coordinates: streams are
/// derived, never shared, so no thread's progress can change another's numbers. The same bits on
/// every machine and standard library.
///
/// Source: Philox4x32-10; Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2,
/// 3, SC 2011.
class Random {
 public:
  /// Stream (seed, purpose, worker, iteration); up to 2^32 blocks of four words.
  Random(std::uint64_t seed, Purpose purpose, std::uint32_t worker = 0,
         std::uint64_t iteration = 0);

  std::uint32_t next32();
  std::uint64_t next64();
  /// Uniform in [0, 1), 53 random bits.
  double uniform();
  /// Uniform from low to high; rounding may reach high itself.
  double uniform(double low, double high);
  /// Uniform in {0, ..., bound - 1}, without bias. bound > 0.
  std::uint64_t below(std::uint64_t bound);
  /// Standard normal, Box-Muller.
  double normal();
  /// 0, 1, ..., order.size() - 1 in random order (Fisher-Yates).
  void permutation(std::span<std::uint32_t> order);

 private:
  void refill();

  std::array<std::uint32_t, 2> key_{};
  std::array<std::uint32_t, 4> counter_{};
  std::array<std::uint32_t, 4> block_{};
  std::size_t used_ = 4;  // words of block_ handed out
  double spare_ = 0.0;
  bool hasSpare_ = false;
};

}  // namespace telegrad
