// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/elias_levels.h"

#include <array>
#include <cstring>

namespace telegrad {
namespace {

/// A word of a code and how many bits it has.
struct Word {
  std::uint32_t bits = 0;
  std::uint32_t length = 0;
};

/// Elias omega of the numbers that occur all the time.
constexpr std::size_t kFrequent = 256;

const std::array<Word, kFrequent>& frequentWords() {
  static const auto words = [] {
    std::array<Word, kFrequent> made{};
    for (std::size_t n = 1; n < kFrequent; ++n) {
      std::array<std::byte, sizeof(std::uint64_t) + BitWriter::kSlack> bytes{};
      BitWriter to(bytes.data());
      EliasOmega::write(to, n);
      std::memcpy(&made[n].bits, bytes.data(), sizeof(made[n].bits));
      made[n].length = EliasOmega::bits(n);
    }
    return made;
  }();
  return words;
}

using EliasEntries = std::array<EliasEntry, std::size_t{1} << kEliasEntryBits>;

EliasEntries makeShortEntries() {
  EliasEntries made{};
  for (std::size_t bits = 0; bits < made.size(); ++bits) {
    std::array<std::byte, sizeof(bits)> bytes{};
    std::memcpy(bytes.data(), &bits, sizeof(bits));
    BitReader from(bytes);
    const std::uint64_t distance = EliasOmega::read(from);
    const std::uint64_t negative = from.read(1);
    const std::uint64_t level = EliasOmega::read(from);
    if (distance >= kFrequent || level >= kFrequent) continue;
    const unsigned length = EliasOmega::bits(distance) + 1 + EliasOmega::bits(level);
    if (length > kEliasEntryBits) continue;
    made[bits] = {static_cast<std::uint16_t>(2 * level + negative),
                  static_cast<std::uint8_t>(distance), static_cast<std::uint8_t>(length)};
  }
  return made;
}

}  // namespace

std::span<const EliasEntry, std::size_t{1} << kEliasEntryBits> shortEliasEntries() {
  static const auto entries = makeShortEntries();
  return entries;
}

void EliasLevelWriter::writeEntry(BitWriter& to, std::uint64_t distance, std::uint32_t code) {
  EliasOmega::write(to, distance);
  to.write(code & 1U, 1);
  EliasOmega::write(to, code / 2);
  distanceBits_ += EliasOmega::bits(distance);
  levelBits_ += 1 + EliasOmega::bits(code / 2);
}

void EliasLevelWriter::write(std::span<const std::uint32_t> codes) {
  constexpr std::size_t kSome = 512;
  std::array<std::uint32_t, kSome + 1> places;  // NOLINT: written before they are read
  const auto& words = frequentWords();
  BitWriter to = to_;  // in registers: what it writes could be its own members otherwise
  while (!codes.empty()) {
    const auto some = codes.first(std::min(kSome, codes.size()));
    // Written always and kept by the count, as a branch here would be guessed wrong too often.
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < some.size(); ++i) {
      places[count] = i;
      count += some[i] >= 2 ? 1 : 0;
    }
    std::uint64_t next = 0;  // the place after the last entry written
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t code = some[places[i]];
      const std::uint64_t distance = zeros_ + places[i] + 1 - next;
      next = places[i] + 1;
      zeros_ = 0;
      if (distance >= kFrequent || code / 2 >= kFrequent) {
        writeEntry(to, distance, code);
        continue;
      }
      const Word first = words[distance];
      const Word level = words[code / 2];
      to.write(first.bits | std::uint64_t{(level.bits << 1U) | (code & 1U)} << first.length,
               first.length + 1 + level.length);
      distanceBits_ += first.length;
      levelBits_ += 1 + level.length;
    }
    zeros_ += some.size() - next;
    codes = codes.subspan(some.size());
  }
  to_ = to;
}

void EliasLevelWriter::finish() {
  EliasOmega::write(to_, zeros_ + 1);
  distanceBits_ += EliasOmega::bits(zeros_ + 1);
}

}  // namespace telegrad
