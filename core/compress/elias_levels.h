// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/base/said.h"
#include "core/codec/bit_reader.h"
#include "core/codec/bit_writer.h"
#include "core/codec/elias.h"

namespace telegrad {

// QSGD's code for the codes of a dithering, which are twice a level and its sign: for each entry
// that is not zero, Elias omega of its distance from the one before (from the place before the
// first, for the first), a bit for its sign, Elias omega of its level. In the end the distance to
// the place after the last entry, which tells that nothing follows.
//
// Source: Alistarh, Grubic, Li, Tomioka and Vojnovic, QSGD, NeurIPS 2017, Section 3.2.

/// Writes the codes of a vector, some after the others.
class EliasLevelWriter {
 public:
  /// The most bytes that `size` codes of levels up to `levels` become, BitWriter's slack included.
  static std::size_t bound(std::size_t size, std::size_t levels) {
    // The word of a distance n has at most 3n/2 bits, and the distances add up to size + 1.
    const std::size_t bits =
        2 * (size + 1) + size * (1 + EliasOmega::bits(std::max<std::size_t>(levels, 1)));
    return bits / 8 + 1 + BitWriter::kSlack;
  }

  explicit EliasLevelWriter(std::byte* to) : to_(to) {}

  void write(std::span<const std::uint32_t> codes);
  /// After the last code.
  void finish();

  std::size_t levelBits() const { return levelBits_; }
  std::size_t distanceBits() const { return distanceBits_; }

 private:
  void writeEntry(BitWriter& to, std::uint64_t distance, std::uint32_t code);

  BitWriter to_;
  std::uint64_t zeros_ = 0;  // since the last entry that was written
  std::size_t levelBits_ = 0;
  std::size_t distanceBits_ = 0;
};

/// The distance, sign and level that some bits begin with, if their words end among those bits.
struct EliasEntry {
  std::uint16_t code = 0;
  std::uint8_t distance = 0;
  std::uint8_t length = 0;  ///< of the three words; 0, if they are longer
};
constexpr std::size_t kEliasEntryBits = 13;
/// One for each pattern of that many bits.
std::span<const EliasEntry, std::size_t{1} << kEliasEntryBits> shortEliasEntries();

/// Reads the codes of `size` entries of levels up to `levels` back, from any bytes: calls
/// visit(place, code) for those that are not zero, ascending. What is wrong with the bytes, if
/// anything is.
template <typename Visit>
std::optional<std::string> readEliasLevels(std::span<const std::byte> bytes, std::size_t size,
                                           std::size_t levels, const Visit& visit) {
  BitReader from(bytes);
  const auto shortOnes = shortEliasEntries();
  for (std::uint64_t next = 0;;) {  // the place after the last entry read
    const EliasEntry known = shortOnes[from.peek() % shortOnes.size()];
    if (known.length > 0 && next + known.distance <= size && known.code / 2U <= levels) {
      from.skip(known.length);
      next += known.distance;
      if (from.overran()) return said("the bytes end at entry %1", next - 1);
      visit(static_cast<std::size_t>(next - 1), std::uint32_t{known.code});
      continue;
    }
    const std::uint64_t distance = EliasOmega::read(from);
    if (distance == kNoNumber || distance > size - next + 1)
      return said("read a distance from entry %1 on that leads beyond the last of %2", next, size);
    next += distance;
    if (next == size + 1) break;
    const std::uint64_t negative = from.read(1);
    const std::uint64_t level = EliasOmega::read(from);
    if (level > levels)
      return said("read a level at entry %1 that is out of range; allowed: 1 to %2", next - 1,
                  levels);
    if (from.overran()) return said("the bytes end at entry %1", next - 1);
    visit(static_cast<std::size_t>(next - 1), static_cast<std::uint32_t>(2 * level + negative));
  }
  if (from.overran() || from.bytesRead() != bytes.size())
    return said("read %1 bytes of levels; allowed: the %2 of these entries", bytes.size(),
                from.bytesRead());
  if (!from.endsInZeros()) return said("bits are set after the last code; allowed: zeros");
  return std::nullopt;
}

}  // namespace telegrad
