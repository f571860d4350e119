// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/state.h"

#include <algorithm>

namespace telegrad {
namespace {

constexpr std::size_t kLongestName = 200;              // of those that are repeated in a message
constexpr std::size_t kPiece = std::size_t{1} << 16U;  // what a sink is worth calling for

}  // namespace

void StateArchive::fail(std::string what) {
  if (!error_) error_ = Error{std::move(what)};
}

void StateArchive::require(bool holds, std::string_view what) {
  if (loading_ && !holds) fail("the state does not fit: expected " + std::string(what));
}

void StateArchive::save(std::span<const std::byte> object) {
  if (sink_ && object.size() >= kPiece) {
    flush();
    return sink_(object);
  }
  saved_.insert(saved_.end(), object.begin(), object.end());
  if (sink_ && saved_.size() >= kPiece) flush();
}

void StateArchive::flush() {
  if (!sink_ || saved_.empty()) return;
  sink_(saved_);
  saved_.clear();
}

void StateArchive::bytes(std::span<std::byte> object) {
  if (!loading_) return save(object);
  if (!isGood()) return;
  if (object.size() > left_.size()) return fail("the state ends too early");
  std::ranges::copy(left_.first(object.size()), object.begin());
  left_ = left_.subspan(object.size());
}

std::uint64_t StateArchive::length(std::size_t size, std::size_t least) {
  std::uint64_t count = size;
  one(count);
  if (!loading_) return count;
  if (!isGood()) return 0;
  if (count <= left_.size() / least) return count;
  fail("the state ends too early: read a length of " + std::to_string(count) + ", and only " +
       std::to_string(left_.size()) + " bytes follow");
  return 0;
}

void StateArchive::sameLength(std::size_t size) {
  std::uint64_t count = size;
  one(count);
  if (loading_ && isGood() && count != size)
    fail("the state does not fit: read a length of " + std::to_string(count) + "; expected " +
         std::to_string(size));
}

void StateArchive::one(std::string& text) {
  const auto count = length(text.size(), 1);
  if (loading_ && isGood()) text.resize(static_cast<std::size_t>(count));
  bytes(std::as_writable_bytes(std::span(text)));
}

void StateArchive::begin(std::string_view name) {
  std::string read(name);
  one(read);
  if (!loading_ || !isGood() || read == name) return;
  fail("the state does not fit: read the part \"" + read.substr(0, kLongestName) +
       "\"; expected \"" + std::string(name) + "\"");
}

std::uint64_t StateArchive::numberOf(const void* object) {
  isNew_ = false;
  if (object == nullptr) return 0;
  const auto [place, isNew] = known_.try_emplace(object, known_.size() + 1);
  isNew_ = isNew;
  return place->second;
}

Result<void> StateArchive::finish() const {
  if (error_) return *error_;
  if (loading_ && !left_.empty())
    return Error{"the state does not fit: " + std::to_string(left_.size()) +
                 " bytes are left over at its end"};
  return {};
}

}  // namespace telegrad
