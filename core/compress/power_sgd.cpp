// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "core/base/multiversion.h"
#include "core/base/said.h"
#include "core/compress/compressor.h"
#include "core/compress/finite.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {
namespace {

TELEGRAD_MULTIVERSION
void addScaled(double factor, const float* x, std::size_t count, double* sum) {
  for (std::size_t j = 0; j < count; ++j) sum[j] += factor * static_cast<double>(x[j]);
}

TELEGRAD_MULTIVERSION
double dotOf(const double* a, const double* b, std::size_t count) {
  constexpr std::size_t kLanes = 8;  // one order of the sum for all processors
  std::array<double, kLanes> lanes{};
  for (std::size_t i = 0; i < count; ++i) lanes[i % kLanes] += a[i] * b[i];
  double sum = 0.0;
  for (const double lane : lanes) sum += lane;
  return sum;
}

/// Makes `count` vectors of that length, one after the other, orthonormal: Gram and Schmidt's
/// procedure, twice over. One that depends on those before it becomes 0.
void orthonormalise(std::span<double> vectors, std::size_t count, std::size_t length) {
  constexpr double kDependent = 1e-10;  // of its length is left
  for (std::size_t c = 0; c < count; ++c) {
    double* v = vectors.data() + c * length;
    const double before = std::sqrt(dotOf(v, v, length));
    for (int pass = 0; pass < 2; ++pass)
      for (std::size_t b = 0; b < c; ++b) {
        const double* u = vectors.data() + b * length;
        const double along = dotOf(u, v, length);
        for (std::size_t i = 0; i < length; ++i) v[i] -= along * u[i];
      }
    const double after = std::sqrt(dotOf(v, v, length));
    const double factor = after > kDependent * before ? 1.0 / after : 0.0;
    for (std::size_t i = 0; i < length; ++i) v[i] *= factor;
  }
}

/// The matrix that a tensor is; rank 0 if it is sent as it is.
struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t rank = 0;
  std::size_t floats() const { return rank == 0 ? rows * columns : rank * (rows + columns); }
};

Matrix matrixOf(const NamedTensor& tensor, std::size_t rank) {
  const std::size_t size = tensor.size();
  if (tensor.shape.size() < 2 || size == 0) return {size, 1, 0};
  Matrix matrix{static_cast<std::size_t>(tensor.shape.front()), 0, 0};
  matrix.columns = size / matrix.rows;
  if (rank * (matrix.rows + matrix.columns) < size) matrix.rank = rank;
  return matrix;
}

std::size_t rankOf(const Settings& settings) {
  return static_cast<std::size_t>(settings.integer("rank"));
}

/// Each tensor of two extents or more is a matrix M, its first extent times the others together,
/// and is sent as a product of rank r,
///
///     P = orthonormal columns of M Q,   Q' = M^T P,   C(M) = P Q'^T = P P^T M,
///
/// one step of the power iteration from Q. Q is the Q' of the call before (warm start), so that the
/// product draws near to the best of its rank while M changes slowly, or drawn anew every time
/// (cold): standard normal numbers from the call's stream. The first is drawn, and so is a column
/// that has become 0. Tensors of one extent, and those for which r (rows + columns) would be no
/// fewer numbers, are sent as they are.
///
/// C(M) is M projected onto the columns of P. From a fresh normal Q it keeps at least the share
/// 1 / min(rows, columns) of ||M||^2 in the mean: with singular values s_i and
/// normal g_i it is at least the mean of the s_i^2 weighted by s_i^2 g_i^2, whose mean weights rise
/// with s_i. From a kept Q nothing is certain: M Q may be 0.
///
/// A compressor of its own for each worker, whose uploads are summed as matrices. The published
/// algorithm all-reduces instead: M Q is summed over the workers before it is made orthonormal, and
/// then M^T P, so that all project onto the same columns and share one Q. Here each has its own,
/// and the sum of n products is of rank n r; with one worker the two are the same.
///
/// Shapes: payload, tensor by tensor: its float32 numbers; or P, r columns of `rows`, and then Q',
///   r columns of `columns`.
/// Errors: compress refuses a Q' beyond float; decode refuses another length; values that are not
///   finite pass.
/// Source: Vogels, Karimireddy and Jaggi, PowerSGD: Practical Low-Rank Gradient Compression for
///   Distributed Optimization, NeurIPS 2019.
class PowerSgd final : public Compressor {
 public:
  explicit PowerSgd(const Settings& settings)
      : rank_(rankOf(settings)),
        warm_(settings.choice("start") == "warm") {}

  void configure(const Settings& /*settings*/) override {}
  void exchange(StateArchive& state) override {
    state.list(rights_, [&](std::vector<float>& right) { state.list(right); });
  }
  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  /// Both are what is sent: floats.
  BitCounts count(const Payload& payload, const Layout& /*layout*/) const override {
    const auto bits = static_cast<double>(payload.valueBits);
    return {bits, bits};
  }

 private:
  void prepare(const Matrix& matrix, Random& random, std::vector<float>& right) const;
  bool factor(std::span<const float> values, const Matrix& matrix, std::vector<float>& right);

  std::size_t rank_;
  bool warm_;
  std::vector<std::vector<float>> rights_;  // Q of each tensor, column by column
  std::vector<float> left_;                 // P, scratch like the rest
  std::vector<double> wide_;
};

void PowerSgd::prepare(const Matrix& matrix, Random& random, std::vector<float>& right) const {
  const std::size_t size = matrix.rank * matrix.columns;
  if (!warm_ || right.size() != size) right.assign(size, 0.0F);
  for (std::size_t c = 0; c < matrix.rank; ++c) {
    const auto column = std::span(right).subspan(c * matrix.columns, matrix.columns);
    if (std::ranges::any_of(column, [](float q) { return q != 0.0F; })) continue;
    for (auto& q : column) q = static_cast<float>(random.normal());
  }
}

/// P into left_, and Q' in the place of Q; false if that is beyond float.
bool PowerSgd::factor(std::span<const float> values, const Matrix& matrix,
                      std::vector<float>& right) {
  const auto [rows, columns, rank] = matrix;
  wide_.resize(rank * rows);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t c = 0; c < rank; ++c)
      wide_[c * rows + i] = dot(values.subspan(i * columns, columns),
                                std::span<const float>(right).subspan(c * columns, columns));
  orthonormalise(wide_, rank, rows);
  left_.resize(wide_.size());
  std::ranges::transform(wide_, left_.begin(), [](double p) { return static_cast<float>(p); });
  wide_.assign(rank * columns, 0.0);
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t c = 0; c < rank; ++c)
      addScaled(left_[c * rows + i], values.data() + i * columns, columns,
                wide_.data() + c * columns);
  std::ranges::transform(wide_, right.begin(), [](double q) { return static_cast<float>(q); });
  return std::ranges::all_of(right, [](float q) { return std::isfinite(q); });
}

Result<void> PowerSgd::compress(std::span<const float> input, const Layout& layout, Random& random,
                                Payload& payload) {
  assert(input.size() == elementCount(layout));
  if (!std::isfinite(squaredNorm(input))) return notFinite(input, layout);
  payload.bytes.clear();
  rights_.resize(layout.size());
  const auto append = [&](std::span<const float> floats) {
    const auto bytes = std::as_bytes(floats);
    payload.bytes.insert(payload.bytes.end(), bytes.begin(), bytes.end());
  };
  for (std::size_t t = 0; t < layout.size(); ++t) {
    const auto values = input.subspan(layout[t].offset, layout[t].size());
    const auto matrix = matrixOf(layout[t], rank_);
    if (matrix.rank == 0) {
      append(values);
      continue;
    }
    auto& right = rights_[t];
    prepare(matrix, random, right);
    if (!factor(values, matrix, right)) {
      right.clear();
      return Error{
          said("tensor \"%1\": a column's length is beyond float; allowed: smaller entries",
               layout[t].name)};
    }
    append(left_);
    append(right);
  }
  payload.valueBits = static_cast<std::int64_t>(8 * payload.bytes.size());
  payload.indexBits = 0;
  return {};
}

/// out = P Q^T, row by row, what rounding takes beyond float brought back into it.
TELEGRAD_MULTIVERSION
void multiply(const float* left, const float* right, Matrix matrix, float* out) {
  constexpr std::size_t kBlock = 256;
  constexpr double kMost = std::numeric_limits<float>::max();
  std::array<double, kBlock> sum{};
  for (std::size_t i = 0; i < matrix.rows; ++i)
    for (std::size_t begin = 0; begin < matrix.columns; begin += kBlock) {
      const std::size_t count = std::min(kBlock, matrix.columns - begin);
      sum.fill(0.0);
      for (std::size_t c = 0; c < matrix.rank; ++c) {
        const double p = left[c * matrix.rows + i];
        const float* q = right + c * matrix.columns + begin;
        for (std::size_t j = 0; j < count; ++j) sum[j] += p * static_cast<double>(q[j]);
      }
      float* row = out + i * matrix.columns + begin;
      for (std::size_t j = 0; j < count; ++j)
        row[j] = static_cast<float>(std::min(std::max(sum[j], -kMost), kMost));
    }
}

Result<void> PowerSgd::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  std::size_t floats = 0;
  for (const auto& tensor : layout) floats += matrixOf(tensor, rank_).floats();
  if (payload.bytes.size() != floats * sizeof(float))
    return Error{
        said("power-sgd payload: read %1 bytes; allowed: the %2 of the factors and the tensors "
             "sent as they are",
             payload.bytes.size(), floats * sizeof(float))};
  if (size == 0) return {};
  values.resize(size);
  std::vector<float> factors;
  const auto* from = payload.bytes.data();
  for (const auto& tensor : layout) {
    const auto matrix = matrixOf(tensor, rank_);
    if (matrix.floats() == 0) continue;
    float* to = values.data() + tensor.offset;
    if (matrix.rank == 0) {
      std::memcpy(to, from, matrix.floats() * sizeof(float));
    } else {
      factors.resize(matrix.floats());
      std::memcpy(factors.data(), from, matrix.floats() * sizeof(float));
      multiply(factors.data(), factors.data() + matrix.rank * matrix.rows, matrix, to);
    }
    from += matrix.floats() * sizeof(float);
  }
  update.setDense(std::move(values));
  return {};
}

}  // namespace

CompressorEntry powerSgd() {
  CompressorEntry entry;
  entry.key = "power-sgd";
  entry.name = "PowerSGD";
  entry.summary = "Sends each weight matrix as a product of two thin ones.";
  entry.source =
      "Vogels, Karimireddy and Jaggi, PowerSGD: Practical Low-Rank Gradient Compression for "
      "Distributed Optimization, NeurIPS 2019";
  entry.parameters = {
      {.key = "rank",
       .label = "Rank r",
       .unit = "",
       .help = "Columns of the thin matrices; a tensor for which that would save nothing is sent "
               "as it is.",
       .kind = Integer{2, 1, 1024, Scale::Log}},
      {.key = "start",
       .label = "Start",
       .unit = "",
       .help = "Whether the search for the thin matrices goes on from those sent before, which "
               "brings it near to the best there are, or begins anew every time.",
       .kind = Choice{"warm", {"warm", "cold"}, {"from the last ones", "anew every time"}}}};
  entry.classes = [](const Settings& settings, const Layout& layout) {
    if (settings.choice("start") == "warm") return ClassParameters{};
    std::size_t most = 1;  // of the lesser extents
    for (const auto& tensor : layout)
      if (const auto matrix = matrixOf(tensor, rankOf(settings)); matrix.rank > 0)
        most = std::max(most, std::min(matrix.rows, matrix.columns));
    return classesOfSparsifier(1.0 / static_cast<double>(most));
  };
  entry.make = [](const Settings& settings) { return std::make_unique<PowerSgd>(settings); };
  return entry;
}

}  // namespace telegrad
