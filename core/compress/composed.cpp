// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/composed.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <memory>
#include <utility>

#include "core/compress/sparsifier.h"

namespace telegrad {
namespace {

class Composed final : public Compressor {
 public:
  Composed(const Part& sparsifier, const Part& quantiser, const Settings& settings)
      : sparsifierPart_(sparsifier),
        quantiserPart_(quantiser),
        whole_(sparsifier.entry.make(settingsOf(sparsifier, settings))),
        sparsifier_(dynamic_cast<Sparsifier*>(whole_.get())),
        quantiser_(quantiser.entry.make(settingsOf(quantiser, settings))) {
    assert(sparsifier_ != nullptr);
  }

  void configure(const Settings& settings) override {
    sparsifier_->configure(settingsOf(sparsifierPart_, settings));
    quantiser_->configure(settingsOf(quantiserPart_, settings));
  }
  void exchange(StateArchive& state) override {
    sparsifier_->exchange(state);
    quantiser_->exchange(state);
  }
  bool setKeptFraction(double fraction) override { return sparsifier_->setKeptFraction(fraction); }
  bool setKeptFractions(std::span<const double> fractions) override {
    return sparsifier_->setKeptFractions(fractions);
  }

  Result<void> compress(std::span<const float> input, const Layout& layout, Random& random,
                        Payload& payload) override;
  Result<void> decode(const Payload& payload, const Layout& layout, Update& update) const override;
  BitCounts count(const Payload& payload, const Layout& layout) const override;

 private:
  /// The two parts of a payload, read as far as the positions.
  struct Opened {
    std::vector<std::uint32_t> positions;
    Layout layout;  // of the kept entries
    Payload values;
  };
  Result<void> open(const Payload& payload, const Layout& layout, Opened& opened) const;

  Part sparsifierPart_;
  Part quantiserPart_;
  std::unique_ptr<Compressor> whole_;
  Sparsifier* sparsifier_;
  std::unique_ptr<Compressor> quantiser_;
  Update::Entries kept_;  // scratch
  Layout keptLayout_;
  Payload values_;
};

/// The tensors that the kept entries are: as many in each as it has positions. They ascend, below
/// the layout's end.
void layOut(std::span<const std::uint32_t> positions, const Layout& layout, Layout& kept) {
  kept = layout;
  std::size_t at = 0;
  for (std::size_t t = 0; t < layout.size(); ++t) {
    const std::size_t end = layout[t].offset + layout[t].size();
    const std::size_t first = at;
    while (at < positions.size() && positions[at] < end) ++at;
    kept[t].shape.assign(1, static_cast<std::int64_t>(at - first));
    kept[t].offset = first;
  }
}

Result<void> Composed::compress(std::span<const float> input, const Layout& layout, Random& random,
                                Payload& payload) {
  if (auto done = sparsifier_->keep(input, layout, random, kept_); !done) return done;
  payload.bytes.clear();
  payload.valueBits = payload.indexBits = 0;
  sparsifier_->appendPositions(kept_, input.size(), payload);
  layOut(kept_.indices, layout, keptLayout_);
  if (auto done = quantiser_->compress(kept_.values, keptLayout_, random, values_); !done)
    return done;
  payload.bytes.insert(payload.bytes.end(), values_.bytes.begin(), values_.bytes.end());
  payload.valueBits += values_.valueBits;
  payload.indexBits += values_.indexBits;
  return {};
}

Result<void> Composed::open(const Payload& payload, const Layout& layout, Opened& opened) const {
  const auto read =
      sparsifier_->readPositions(payload.bytes, elementCount(layout), opened.positions);
  if (!read) return read.error();
  layOut(opened.positions, layout, opened.layout);
  opened.values.bytes.assign(payload.bytes.begin() + static_cast<std::ptrdiff_t>(*read),
                             payload.bytes.end());
  opened.values.valueBits = payload.valueBits;
  return {};
}

Result<void> Composed::decode(const Payload& payload, const Layout& layout, Update& update) const {
  auto entries = update.takeEntries();
  update.setSparse(elementCount(layout), {});
  Opened opened;
  opened.positions = std::move(entries.indices);  // for their memory
  if (auto done = open(payload, layout, opened); !done) return done;
  Update values;
  if (auto done = quantiser_->decode(opened.values, opened.layout, values); !done) return done;
  entries.values.assign(opened.positions.size(), 0.0F);
  values.addTo(entries.values, 0);
  entries.indices = std::move(opened.positions);
  update.setSparse(elementCount(layout), std::move(entries));
  return {};
}

BitCounts Composed::count(const Payload& payload, const Layout& layout) const {
  Opened opened;
  if (!open(payload, layout, opened)) return {};
  const auto places = sparsifier_->positionCounts(opened.positions, layout);
  const auto values = quantiser_->count(opened.values, opened.layout);
  return {places.paper + values.paper, places.entropy + values.entropy};
}

}  // namespace

ClassParameters classesOfComposed(const ClassParameters& sparsifier,
                                  const ClassParameters& quantiser) {
  if (sparsifier.zeta && *sparsifier.zeta > 1.0)
    return quantiser.zeta ? classesOfUnbiased(*sparsifier.zeta * *quantiser.zeta)
                          : ClassParameters{};
  ClassParameters classes;
  if (!sparsifier.b1) return classes;
  assert(sparsifier.b1->beta == 1.0);  // what is kept is kept as it is
  const double share = sparsifier.b1->alpha;
  if (quantiser.b1) classes.b1 = {share * quantiser.b1->alpha, quantiser.b1->beta};
  if (quantiser.b2) classes.b2 = {share * quantiser.b2->gamma, quantiser.b2->beta};
  if (quantiser.delta) classes.delta = *quantiser.delta / share;
  if (share == 1.0) classes.zeta = quantiser.zeta;
  return classes;
}

CompressorEntry composed(const Description& description, const CompressorEntry& sparsifier,
                         const CompressorEntry& quantiser, const KeptLayout& kept) {
  const Part first{sparsifier, "", ""};
  const Part second{quantiser, "values_", "Values: "};
  CompressorEntry entry;
  static_cast<Description&>(entry) = description;
  entry.parameters = parametersOf(first);
  std::ranges::move(parametersOf(second), std::back_inserter(entry.parameters));
  entry.classes = [first, second, kept](const Settings& settings, const Layout& layout) {
    const auto own = settingsOf(first, settings);
    return classesOfComposed(first.entry.classes(own, layout),
                             second.entry.classes(settingsOf(second, settings), kept(own, layout)));
  };
  entry.make = [first, second](const Settings& settings) {
    return std::make_unique<Composed>(first, second, settings);
  };
  return entry;
}

}  // namespace telegrad
