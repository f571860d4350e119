// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "core/base/said.h"
#include "core/codec/bit_reader.h"
#include "core/codec/varint.h"
#include "core/compress/compressor.h"
#include "core/compress/part.h"
#include "core/tensor/vector_ops.h"

namespace telegrad {

// The parts, each from its own file.
CompressorEntry topK();
CompressorEntry randomSparsification();
CompressorEntry adaptiveRandom();
CompressorEntry threshold();
CompressorEntry adaptiveThreshold();
CompressorEntry scaledSign();
CompressorEntry randK();
CompressorEntry naturalCompression();
CompressorEntry naturalDithering();
CompressorEntry exponentialDithering();
CompressorEntry standardDithering();

namespace {

std::string underscored(std::string key) {
  std::ranges::replace(key, '-', '_');
  return key;
}

std::vector<Part> parts(const std::string& place, const std::string& label,
                        std::vector<CompressorEntry> entries) {
  std::vector<Part> list;
  for (auto& entry : entries) {
    auto key = place + "_" + underscored(entry.key) + "_";
    list.push_back({std::move(entry), std::move(key), label});
  }
  return list;
}

std::vector<Part> firstParts() {
  return parts("first", "First: ",
               {topK(), randomSparsification(), adaptiveRandom(), threshold(), adaptiveThreshold(),
                scaledSign()});
}

/// All unbiased, whatever the user sets.
std::vector<Part> secondParts() {
  auto list = parts("second", "Second: ",
                    {randK(), naturalCompression(), naturalDithering(), exponentialDithering(),
                     standardDithering()});
  list.front().fixed = {{"scaling", std::string("unbiased")}};
  return list;
}

const Part& chosen(const std::vector<Part>& list, const std::string& key) {
  const auto found = std::ranges::find(list, key, [](const Part& part) { return part.entry.key; });
  assert(found != list.end());
  return *found;
}

/// C(x) + Q(x - C(x)): a biased operator C, and an unbiased one Q for what it leaves out. Unbiased,
/// with the error of Q on what is left:
///
///     E ||C_ind(x) - x||^2 = E ||Q(r) - r||^2, r = x - C(x);   zeta_ind = 1 + (zeta - 1)(1 -
///     1/delta)
///
/// Shapes: payload the length of C's payload as LEB128, C's payload, Q's.
/// Errors: those of C and Q; decode refuses a length beyond the payload.
/// Source: Horvath and Richtarik, A Better Alternative to Error Feedback for
/// Communication-Efficient
///   Distributed Learning, ICLR 2021.
class Induced final : public Compressor {
 public:
  Induced(Part first, Part second, const Settings& settings)
      : parts_{std::move(first), std::move(second)} {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      operators_[i] = parts_[i].entry.make(settingsOf(parts_[i], settings));
  }

  void configure(const Settings& settings) override {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      operators_[i]->configure(settingsOf(parts_[i], settings));
  }
  void exchange(StateArchive& state) override {
    for (auto& part : operators_) part->exchange(state);
  }

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  static Result<std::array<Payload, 2>> open(const Payload& payload);

  std::array<Part, 2> parts_;
  std::array<std::unique_ptr<Compressor>, 2> operators_;
  std::array<Payload, 2> payloads_;  // scratch
  Update kept_;
  FloatVector rest_;
};

Result<void> Induced::compress(std::span<const float> input, const Layout& layout, Random& random,
                               Payload& payload) {
  if (auto done = operators_[0]->compress(input, layout, random, payloads_[0]); !done) return done;
  if (auto done = operators_[0]->decode(payloads_[0], layout, kept_); !done) return done;
  rest_.assign(input.begin(), input.end());
  kept_.subtractFrom(rest_);
  if (auto done = operators_[1]->compress(rest_, layout, random, payloads_[1]); !done) return done;
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  appendVarint(payloads_[0].bytes.size(), payload.bytes);
  for (const auto& part : payloads_) {
    payload.bytes.insert(payload.bytes.end(), part.bytes.begin(), part.bytes.end());
    payload.valueBits += part.valueBits;
    payload.indexBits += part.indexBits;
  }
  return {};
}

Result<std::array<Payload, 2>> Induced::open(const Payload& payload) {
  BitReader header(payload.bytes);
  const std::uint64_t length = Varint::read(header);
  const std::size_t begin = header.bytesRead();
  if (header.overran() || length > payload.bytes.size() - begin)
    return Error{
        said("induced payload: read %1 bytes; allowed: a length, a payload of that length and "
             "another one",
             payload.bytes.size())};
  const auto first = payload.bytes.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto second = first + static_cast<std::ptrdiff_t>(length);
  std::array<Payload, 2> opened;
  opened[0].bytes.assign(first, second);
  opened[1].bytes.assign(second, payload.bytes.end());
  return opened;
}

/// The sum of two sparse updates.
Update::Entries merged(const Update::Entries& a, const Update::Entries& b) {
  Update::Entries sum;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.indices.size() || j < b.indices.size()) {
    const bool takesA =
        i < a.indices.size() && (j == b.indices.size() || a.indices[i] <= b.indices[j]);
    const bool takesB =
        j < b.indices.size() && (i == a.indices.size() || b.indices[j] <= a.indices[i]);
    sum.indices.push_back(takesA ? a.indices[i] : b.indices[j]);
    sum.values.push_back((takesA ? a.values[i] : 0.0F) + (takesB ? b.values[j] : 0.0F));
    i += takesA ? 1 : 0;
    j += takesB ? 1 : 0;
  }
  return sum;
}

/// Where two finite numbers' sum is beyond float, the largest there is.
void keepInRange(std::vector<float>& values) {
  constexpr float kMost = std::numeric_limits<float>::max();
  for (auto& value : values) value = std::clamp(value, -kMost, kMost);
}

Result<void> Induced::decode(const Payload& payload, const Layout& layout, Update& update) const {
  const std::size_t size = elementCount(layout);
  auto values = update.takeDense();
  update.setSparse(size, {});
  const auto opened = open(payload);
  if (!opened) return opened.error();
  std::array<Update, 2> updates;
  for (std::size_t i = 0; i < updates.size(); ++i)
    if (auto done = operators_[i]->decode((*opened)[i], layout, updates[i]); !done) return done;
  const auto* const first = updates[0].entries();
  const auto* const second = updates[1].entries();
  if (first != nullptr && second != nullptr) {
    auto sum = merged(*first, *second);
    keepInRange(sum.values);
    update.setSparse(size, std::move(sum));
    return {};
  }
  values.assign(size, 0.0F);
  addInTurn(updates, values, 0);
  keepInRange(values);
  update.setDense(std::move(values));
  return {};
}

BitCounts Induced::count(const Payload& payload, const Layout& layout) const {
  const auto opened = open(payload);
  if (!opened) return {};
  const auto first = operators_[0]->count((*opened)[0], layout);
  const auto second = operators_[1]->count((*opened)[1], layout);
  return {first.paper + second.paper, first.entropy + second.entropy};
}

Parameter choiceOf(const std::string& place, const std::string& label, const std::string& help,
                   const std::vector<Part>& list) {
  Choice choice{list.front().entry.key, {}, {}};
  for (const auto& part : list) {
    choice.options.push_back(part.entry.key);
    choice.labels.push_back(part.entry.name);
  }
  return {.key = place, .label = label, .unit = "", .help = help, .kind = std::move(choice)};
}

std::vector<Parameter> inducedParameters() {
  std::vector<Parameter> list;
  const auto add = [&](const std::string& place, const std::vector<Part>& parts) {
    for (const auto& part : parts)
      std::ranges::move(parametersOf(part, Condition{place, part.entry.key}),
                        std::back_inserter(list));
  };
  const auto firsts = firstParts();
  const auto seconds = secondParts();
  list.push_back(choiceOf("first", "First, biased",
                          "What is sent first: the operator that keeps the most important part of "
                          "the vector.",
                          firsts));
  add("first", firsts);
  list.push_back(choiceOf("second", "Then, unbiased",
                          "What is sent of the rest that the first one leaves out, right in the "
                          "mean, so that the sum is too.",
                          seconds));
  add("second", seconds);
  return list;
}

ClassParameters classesOfInduced(const Settings& settings, const Layout& layout) {
  const auto firsts = firstParts();
  const auto seconds = secondParts();
  const auto& first = chosen(firsts, settings.choice("first"));
  const auto& second = chosen(seconds, settings.choice("second"));
  const auto delta = first.entry.classes(settingsOf(first, settings), layout).delta;
  const auto zeta = second.entry.classes(settingsOf(second, settings), layout).zeta;
  if (!delta || !zeta) return {};
  return classesOfUnbiased(1.0 + (*zeta - 1.0) * (1.0 - 1.0 / *delta));
}

}  // namespace

CompressorEntry induced() {
  CompressorEntry entry;
  entry.key = "induced";
  entry.name = "Induced";
  entry.summary = "A biased operator, and an unbiased one for what it leaves out.";
  entry.source =
      "Horvath and Richtarik, A Better Alternative to Error Feedback for Communication-Efficient "
      "Distributed Learning, ICLR 2021";
  entry.parameters = inducedParameters();
  entry.classes = classesOfInduced;
  entry.make = [](const Settings& settings) {
    const auto firsts = firstParts();
    const auto seconds = secondParts();
    return std::make_unique<Induced>(chosen(firsts, settings.choice("first")),
                                     chosen(seconds, settings.choice("second")), settings);
  };
  return entry;
}

}  // namespace telegrad
