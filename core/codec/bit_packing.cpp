// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bit_packing.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace telegrad {
namespace {

constexpr std::size_t kWordBytes = sizeof(std::uint64_t);
constexpr std::size_t kSlack = 2 * kWordBytes;

/// The eight bytes from `at` on, as far as there are any.
std::uint64_t wordAt(std::span<const std::byte> bytes, std::size_t at) {
  std::uint64_t word = 0;
  if (at < bytes.size())
    std::memcpy(&word, bytes.data() + at, std::min(kWordBytes, bytes.size() - at));
  return word;
}

}  // namespace

void appendPacked(std::span<const std::uint32_t> numbers, unsigned width,
                  std::vector<std::byte>& bytes) {
  assert(width <= 32);
  const std::size_t begin = bytes.size();
  const std::size_t end = begin + packedBytes(numbers.size(), width);
  bytes.resize(end + kSlack);  // whole words are written, beyond the last byte too
  auto* to = bytes.data() + begin;
  std::uint64_t word = 0;
  unsigned filled = 0;  // bits of `word`
  const auto flush = [&] {
    std::memcpy(to, &word, kWordBytes);
    to += filled / 8;
    word >>= filled & ~7U;
    filled &= 7U;
  };
  std::size_t i = 0;
  // Two at a time while a word takes them beside the up to seven bits that are left in it.
  for (; 2 * width + 7 < 64 && i + 2 <= numbers.size(); i += 2) {
    word |= (numbers[i] | std::uint64_t{numbers[i + 1]} << width) << filled;
    filled += 2 * width;
    flush();
  }
  for (; i < numbers.size(); ++i) {
    word |= std::uint64_t{numbers[i]} << filled;
    filled += width;
    flush();
  }
  std::memcpy(to, &word, kWordBytes);
  bytes.resize(end);
}

bool readPacked(std::span<const std::byte> bytes, unsigned width,
                std::span<std::uint32_t> numbers) {
  assert(width <= 32 && bytes.size() == packedBytes(numbers.size(), width));
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  std::size_t bit = 0;
  std::size_t i = 0;
  for (; i < numbers.size() && bit / 8 + kWordBytes <= bytes.size(); ++i, bit += width) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + bit / 8, kWordBytes);
    numbers[i] = static_cast<std::uint32_t>(word >> bit % 8 & mask);
  }
  for (; i < numbers.size(); ++i, bit += width)
    numbers[i] = static_cast<std::uint32_t>(wordAt(bytes, bit / 8) >> bit % 8 & mask);
  return bit % 8 == 0 || std::to_integer<unsigned>(bytes.back()) >> bit % 8 == 0;
}

}  // namespace telegrad
