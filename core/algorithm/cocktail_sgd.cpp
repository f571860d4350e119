// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <utility>

#include "core/algorithm/blocks.h"
#include "core/algorithm/delayed_aggregation.h"
#include "core/base/said.h"
#include "core/compress/bucket_quantiser.h"
#include "core/compress/cocktail_settings.h"
#include "core/compress/finite.h"
#include "core/compress/shared_mask.h"

namespace telegrad {
namespace {

/// CocktailSGD: workers go on with models p_i of their own and exchange a random part of what these
/// are ahead of a copy G that all share; of it the largest entries, in a few bits each, both ways.
/// While a gradient is computed, the exchange of what was there before is under way:
///
///   q_i = C((p_i - G)[M])           M: the mask, the same for all and another one every time
///   g_i at p_i, in the meantime     server:  s = mean_i q_i + E[M],  Q = C(s),  E[M] = s - Q
///   p_i[M] += Q - q_i,  G[M] += Q
///   p_i -= gamma g_i
///
/// What is not sent stays in p_i - G, what the server does not send in E. C is applied to each of
/// as many chunks of the model as there are workers, as each worker serves one of them in the
/// publication; here one server has them all. The exchange begins with the iteration after which
/// its message is made, so weights w^{k+1} hold the messages of iterations up to k - 1. The first
/// iterations may be a warm-up: plain descent by the mean of whole gradients.
///
/// A worker that is away sends nothing, which counts as zeros in the mean, and takes in the
/// replies.
///
/// The weights that step() makes, and that are evaluated, are the mean of the models, and those of
/// the last iteration have its exchange in them. Two things are not in 16 bits, as they are in the
/// authors' code: G and E. Momentum and other optimisers are not here.
///
/// Memory: a model and a message a worker; G and E. Workers' models are not packed for the kernels.
///
/// Source: Wang, Lu, Yuan, Chen, Liang, De Sa, Re and Zhang, CocktailSGD: Fine-tuning foundation
///   models over 500 Mbps networks, ICML 2023, and its authors' code.
class CocktailSgd final : public DelayedAggregation {
 public:
  explicit CocktailSgd(const Settings& settings)
      : DelayedAggregation({.errorFeedback = false, .delayed = false}, settings),
        warmUp_(settings.integer("warm_up_iterations")),
        rule_(maskRule(settings)),
        shape_(quantiserShape(settings)) {
    rule_.seed = static_cast<std::uint64_t>(settings.integer("mask_seed"));
  }

  void begin(std::size_t workers, const Layout& layout) override;
  void exchange(StateArchive& state) override;
  void prepare(std::int64_t iteration, double epoch) override;
  Result<WorkerReport> work(const WorkerTurn& turn, Payload& payload) override;
  Result<double> step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                      const Compressor& compressor, std::span<const float> weights,
                      std::span<float> next, const ParallelRanges& parallel) override;
  std::int64_t through(std::int64_t iteration) const override {
    return underWay_ ? iteration - 1 : iteration;
  }
  std::optional<Bytes> broadcast(std::int64_t iteration) const override;
  bool drain(std::span<const float> weights, std::span<float> next,
             const ParallelRanges& parallel) override;

 private:
  struct State {
    Parameters model;  // p_i; empty until the warm-up is over
    FloatVector sent;  // q_i, entry by entry of the mask it was made with
    BucketQuantiser quantiser;
  };
  struct Chunk {
    FloatVector sum;      // s, and then E
    FloatVector decoded;  // a worker's q
    Payload reply;        // Q
    BucketQuantiser quantiser;
    Result<void> result;
  };

  void exchange(State& state) const;
  void passOver(State& state) const;
  Result<void> send(const WorkerTurn& turn, State& state, Payload& payload);
  Result<void> serve(std::size_t number, std::span<const WorkerReport> reports,
                     std::span<const Payload> payloads);
  double makeMean(std::span<const float> weights, std::span<float> next,
                  const ParallelRanges& parallel) const;

  std::int64_t warmUp_;
  SharedMask::Rule rule_;
  BucketQuantiser::Shape shape_;
  SharedMask mask_;
  bool warm_ = false;                     // the warm-up is over
  bool underWay_ = false;                 // messages were sent whose reply the models do not hold
  std::vector<std::uint32_t> positions_;  // M of the messages made now
  std::vector<std::uint32_t> sentPositions_;  // of those under way
  std::vector<State> states_;                 // one a worker
  std::vector<Chunk> chunks_;
  FloatVector shared_;  // G; empty until the first exchange
  FloatVector error_;   // E
  FloatVector reply_;   // Q, entry by entry of its mask
  Bytes lastReply_;     // the size of Q of the last step, and of the one before
  Bytes replyBefore_;
};

void CocktailSgd::begin(std::size_t workers, const Layout& layout) {
  DelayedAggregation::begin(workers, layout);
  const std::size_t size = elementCount(layout);
  mask_ = SharedMask(rule_, size, workers);
  const BucketQuantiser quantiser(shape_);
  states_.assign(workers,
                 State{.model = {}, .sent = FloatVector(mask_.count()), .quantiser = quantiser});
  chunks_.assign(
      workers, Chunk{.sum = {}, .decoded = {}, .reply = {}, .quantiser = quantiser, .result = {}});
  shared_.clear();
  error_.assign(size, 0.0F);
  reply_.assign(mask_.count(), 0.0F);
  lastReply_ = replyBefore_ = {};
  warm_ = underWay_ = false;
}

void CocktailSgd::exchange(StateArchive& state) {
  DelayedAggregation::exchange(state);
  const std::size_t size = error_.size();
  state(underWay_, error_, reply_, lastReply_, replyBefore_);
  state.emptyOr(size, shared_);
  state.list(positions_);
  state.require(positions_.size() <= reply_.size() &&
                    std::ranges::all_of(positions_, [&](auto place) { return place < size; }),
                "the mask's positions");
  for (auto& worker : states_) {
    state.emptyOr(size, worker.model.values);
    state(worker.sent);
  }
}

void CocktailSgd::prepare(std::int64_t iteration, double epoch) {
  DelayedAggregation::prepare(iteration, epoch);
  warm_ = iteration >= warmUp_;
  if (!warm_) return;
  std::swap(sentPositions_, positions_);
  mask_.select(iteration - warmUp_, positions_);
}

Result<WorkerReport> CocktailSgd::work(const WorkerTurn& turn, Payload& payload) {
  auto& state = states_[turn.worker];
  auto& model = state.model;
  if (model.values.empty() && turn.compressor->writeDirectly(*turn.layout, payload).empty())
    return Error{
        said("algorithm %1 chooses what is sent itself, and this compressor would as well; "
             "allowed: identity",
             "cocktail-sgd")};
  if (!warm_) return DelayedAggregation::work(turn, payload);
  if (model.values.empty()) model.values = turn.weights->values;
  WorkerReport report;
  report.loss = turn.gradient->differentiate(model);
  if (underWay_) exchange(state);
  turn.gradient->addTo(static_cast<float>(-rate()), model.values);
  if (auto sent = send(turn, state, payload); !sent) return sent.error();
  if (turn.measure) {
    const auto& shared = shared_.empty() ? turn.weights->values : shared_;
    subtract(model.values, shared, turn.scratch);
    for (std::size_t i = 0; i < positions_.size(); ++i)
      turn.scratch[positions_[i]] -= state.sent[i];
    report.residualNormSquared = squaredNorm(turn.scratch);
  }
  return report;
}

/// Puts the reply in the place of what the worker sent.
void CocktailSgd::exchange(State& state) const {
  auto& values = state.model.values;
  for (std::size_t i = 0; i < sentPositions_.size(); ++i) {
    float& value = values[sentPositions_[i]];
    value = (value - state.sent[i]) + reply_[i];
  }
}

/// Of a worker that was away: its model takes in the reply all the same, or p - G would take the
/// others' work back, and it sent nothing.
void CocktailSgd::passOver(State& state) const {
  if (state.model.values.empty())
    state.model.values = shared_;
  else if (underWay_)
    exchange(state);
  std::ranges::fill(state.sent, 0.0F);
}

Result<void> CocktailSgd::send(const WorkerTurn& turn, State& state, Payload& payload) {
  const auto& values = state.model.values;
  const auto& shared = shared_.empty() ? turn.weights->values : shared_;
  for (std::size_t i = 0; i < positions_.size(); ++i)
    state.sent[i] = values[positions_[i]] - shared[positions_[i]];
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  for (std::size_t c = 0; c < mask_.chunks(); ++c) {
    const auto [first, count] = mask_.part(c);
    const auto part = std::span(state.sent).subspan(first, count);
    const std::size_t from = payload.bytes.size();
    if (!state.quantiser.encode(part, payload)) {
      subtract(values, shared, turn.scratch);
      return notFinite(turn.scratch, *turn.layout);
    }
    // The worker decodes its own bytes: what it takes back is what the server really received.
    auto decoded = state.quantiser.decode(std::span(payload.bytes).subspan(from), part);
    if (!decoded) return decoded;
  }
  return {};
}

Result<double> CocktailSgd::step(std::span<const WorkerReport> reports, std::span<Payload> payloads,
                                 const Compressor& compressor, std::span<const float> weights,
                                 std::span<float> next, const ParallelRanges& parallel) {
  if (!warm_)
    return DelayedAggregation::step(reports, payloads, compressor, weights, next, parallel);
  if (shared_.empty()) shared_.assign(weights.begin(), weights.end());
  for (std::size_t m = 0; m < states_.size(); ++m)
    if (reports[m].outcome != Outcome::Uploaded) passOver(states_[m]);
  parallel(chunks_.size(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t c = begin; c < end; ++c) chunks_[c].result = serve(c, reports, payloads);
  });
  replyBefore_ = lastReply_;
  lastReply_ = {};
  for (const auto& chunk : chunks_) {
    if (!chunk.result) return chunk.result.error();
    lastReply_.value += static_cast<std::int64_t>(chunk.reply.bytes.size());
  }
  underWay_ = true;
  return makeMean(weights, next, parallel);
}

/// The server's part for one chunk: the reply, and G and E with it.
Result<void> CocktailSgd::serve(std::size_t number, std::span<const WorkerReport> reports,
                                std::span<const Payload> payloads) {
  auto& [sum, decoded, reply, quantiser, result] = chunks_[number];
  const auto [first, count] = mask_.part(number);
  const auto positions = std::span(positions_).subspan(first, count);
  std::size_t from = 0;
  for (std::size_t c = 0; c < number; ++c) from += quantiser.encodedBytes(mask_.part(c).second);
  sum.assign(count, 0.0F);
  decoded.resize(count);
  for (std::size_t m = 0; m < payloads.size(); ++m) {
    if (reports[m].outcome != Outcome::Uploaded) continue;
    const auto& payload = payloads[m];
    const std::size_t length = quantiser.encodedBytes(count);
    if (payload.bytes.size() < from + length)
      return Error{
          said("cocktail-sgd: read a message of %1 bytes; allowed: one that holds every chunk",
               payload.bytes.size())};
    auto read = quantiser.decode(std::span(payload.bytes).subspan(from, length), decoded);
    if (!read) return read;
    scaleAndAdd(1.0F, decoded, sum, sum);
  }
  scale(1.0F / static_cast<float>(payloads.size()), sum, sum);
  for (std::size_t i = 0; i < count; ++i) sum[i] += error_[positions[i]];
  reply.bytes.clear();
  reply.valueBits = reply.indexBits = 0;
  if (auto sent = quantiser.encode(sum, reply); !sent) return sent;
  const auto answer = std::span(reply_).subspan(first, count);
  if (auto read = quantiser.decode(reply.bytes, answer); !read) return read;
  for (std::size_t i = 0; i < count; ++i) {
    error_[positions[i]] = sum[i] - answer[i];
    shared_[positions[i]] += answer[i];
  }
  return {};
}

double CocktailSgd::makeMean(std::span<const float> weights, std::span<float> next,
                             const ParallelRanges& parallel) const {
  return sumOverBlocks(weights.size(), parallel, [&](std::size_t begin, std::size_t size) {
    const auto shared = std::span(shared_).subspan(begin, size);
    const auto mean = next.subspan(begin, size);
    std::array<float, kBlock> ahead{};
    const auto own = std::span(ahead).first(size);
    std::ranges::fill(mean, 0.0F);
    for (const auto& state : states_) {
      subtract(std::span(state.model.values).subspan(begin, size), shared, own);
      scaleAndAdd(1.0F, own, mean, mean);
    }
    // About G, so that the mean of models that agree with it is that model to the last bit.
    scaleAndAdd(1.0F / static_cast<float>(states_.size()), mean, shared, mean);
    return squaredDistance(mean, weights.subspan(begin, size));
  });
}

std::optional<Bytes> CocktailSgd::broadcast(std::int64_t iteration) const {
  // Model w^k has the reply to iteration k - 2 in it; those of the warm-up are whole.
  if (iteration <= warmUp_) return std::nullopt;
  return replyBefore_;
}

bool CocktailSgd::drain(std::span<const float> weights, std::span<float> next,
                        const ParallelRanges& parallel) {
  if (!underWay_) return false;
  // prepare() has not been called since: the messages' mask is still that of the last turns.
  std::swap(sentPositions_, positions_);
  for (auto& state : states_) exchange(state);
  underWay_ = false;
  makeMean(weights, next, parallel);
  return true;
}

std::vector<Parameter> cocktailParameters() {
  auto all = cocktailChain(
      {.share = "Share of the entries that one exchange is about, others every time.",
       .mask = "Every (1/p)-th entry, one further on every time, or parts of a random order, one "
               "after the other.",
       .rolled = "every (1/p)-th, rolled"});
  all.push_back({.key = "mask_seed",
                 .label = "Mask's seed",
                 .unit = "",
                 .help = "Begins the random orders, which all workers draw alike.",
                 .kind = Integer{1, 0, 1'000'000'000},
                 .onlyWith = Condition{"mask", "random"}});
  all.push_back({.key = "warm_up_iterations",
                 .label = "Warm-up iterations",
                 .unit = "",
                 .help = "Iterations at the beginning in which whole gradients are averaged.",
                 .kind = Integer{0, 0, 1'000'000}});
  return DelayedAggregation::withRate(std::move(all));
}

}  // namespace

AlgorithmEntry cocktailSgd() {
  AlgorithmEntry entry;
  entry.key = "cocktail-sgd";
  entry.name = "CocktailSGD";
  entry.summary =
      "Workers keep models of their own and exchange, one iteration late, a random part of what "
      "they are ahead: its largest entries, in a few bits, both ways.";
  entry.source =
      "Wang, Lu, Yuan, Chen, Liang, De Sa, Re and Zhang, CocktailSGD: Fine-tuning foundation "
      "models "
      "over 500 Mbps networks, ICML 2023";
  entry.parameters = cocktailParameters();
  entry.make = [](const Settings& settings) { return std::make_unique<CocktailSgd>(settings); };
  entry.usualCompressor = "identity";
  return entry;
}

}  // namespace telegrad
