// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/packed_symbols.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/said.h"
#include "core/codec/bit_packing.h"
#include "core/compress/bit_counts.h"

namespace telegrad {
namespace {

constexpr unsigned kWholeBytes = 243;  // values of a byte that holds five digits

using Digits = std::array<std::uint32_t, kTritsAByte>;

constexpr std::array<Digits, kWholeBytes> allDigits() {
  std::array<Digits, kWholeBytes> table{};
  for (unsigned value = 0; value < kWholeBytes; ++value) {
    unsigned rest = value;
    for (auto& digit : table[value]) {
      digit = rest % 3;
      rest /= 3;
    }
  }
  return table;
}

constexpr auto kDigits = allDigits();

std::vector<std::uint32_t>& scratch(std::size_t count) {
  thread_local std::vector<std::uint32_t> symbols;
  symbols.resize(count);
  return symbols;
}

Error misreadSymbols(std::string_view what, const std::string& read) {
  return Error{said("%1 payload: %2", what, read)};
}

Error wrongLength(std::string_view what, std::size_t read, std::size_t allowed, std::size_t count) {
  return misreadSymbols(
      what, said("read %1 bytes of symbols; allowed: the %2 of %3 entries", read, allowed, count));
}

}  // namespace

Result<std::span<const std::uint32_t>> readSymbols(std::span<const std::byte> bytes, unsigned width,
                                                   std::size_t count, std::string_view what) {
  if (bytes.size() != packedBytes(count, width))
    return wrongLength(what, bytes.size(), packedBytes(count, width), count);
  auto& symbols = scratch(count);
  if (!readPacked(bytes, width, symbols))
    return misreadSymbols(what, said("bits are set after the last entry; allowed: zeros"));
  return std::span<const std::uint32_t>(symbols);
}

double symbolEntropy(std::span<const std::uint32_t> symbols) {
  if (symbols.empty()) return 0.0;
  constexpr std::uint32_t kTable = 1U << 16U;
  std::vector<std::uint64_t> occurrences;
  const std::uint32_t most = *std::ranges::max_element(symbols);
  if (most < kTable) {
    occurrences.resize(most + 1);
    for (const auto symbol : symbols) ++occurrences[symbol];
    return entropyBits(occurrences);
  }
  std::vector<std::uint32_t> sorted(symbols.begin(), symbols.end());
  std::ranges::sort(sorted);
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto next = std::upper_bound(at, sorted.end(), *at);
    occurrences.push_back(static_cast<std::uint64_t>(next - at));
    at = next;
  }
  return entropyBits(occurrences);
}

void appendTrits(std::span<const std::uint32_t> trits, std::vector<std::byte>& bytes) {
  const std::size_t begin = bytes.size();
  bytes.resize(begin + tritBytes(trits.size()));
  auto* const to = bytes.data() + begin;
  const std::size_t whole = trits.size() / kTritsAByte;
  for (std::size_t i = 0; i < whole; ++i) {
    const auto* const t = trits.data() + kTritsAByte * i;
    to[i] = static_cast<std::byte>(t[0] + 3 * (t[1] + 3 * (t[2] + 3 * (t[3] + 3 * t[4]))));
  }
  if (whole == tritBytes(trits.size())) return;
  unsigned last = 0;
  for (std::size_t i = trits.size(); i > kTritsAByte * whole; --i) last = 3 * last + trits[i - 1];
  to[whole] = static_cast<std::byte>(last);
}

Result<std::span<const std::uint32_t>> readTrits(std::span<const std::byte> bytes,
                                                 std::size_t count, std::string_view what) {
  if (bytes.size() != tritBytes(count))
    return wrongLength(what, bytes.size(), tritBytes(count), count);
  auto& trits = scratch(kTritsAByte * bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto value = std::to_integer<unsigned>(bytes[i]);
    if (value >= kWholeBytes)
      return misreadSymbols(what, said("byte %1 of the signs is %2; allowed: 0 to 242", i, value));
    std::ranges::copy(kDigits[value], trits.begin() + static_cast<std::ptrdiff_t>(kTritsAByte * i));
  }
  const auto all = std::span<const std::uint32_t>(trits);
  if (std::ranges::any_of(all.subspan(count), [](auto trit) { return trit != 0; }))
    return misreadSymbols(what, said("digits are set after the last entry; allowed: zeros"));
  return all.first(count);
}

}  // namespace telegrad
