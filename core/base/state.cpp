// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/state.h"

#include <algorithm>

#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr std::size_t kLongestName = 200;              // of those that are repeated in a message
constexpr std::size_t kPiece = std::size_t{1} << 16U;  // what a sink is worth calling for

}  // namespace

void StateArchive::fail(std::string what) {
  if (!error_) error_ = Error{std::move(what)};
}

void StateArchive::require(bool holds, const char* what) {
  if (loading_ && !holds) fail(said("the state does not fit: expected %1", said(what)));
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
  if (object.size() > left_.size()) return fail(said("the state ends too early"));
  std::ranges::copy(left_.first(object.size()), object.begin());
  left_ = left_.subspan(object.size());
}

std::uint64_t StateArchive::length(std::size_t size, std::size_t least) {
  std::uint64_t count = size;
  one(count);
  if (!loading_) return count;
  if (!isGood()) return 0;
  if (count <= left_.size() / least) return count;
  fail(said("the state ends too early: read a length of %1, and only %2 bytes follow", count,
            left_.size()));
  return 0;
}

void StateArchive::sameLength(std::size_t size) {
  std::uint64_t count = size;
  one(count);
  if (loading_ && isGood() && count != size)
    fail(said("the state does not fit: read a length of %1; expected %2", count, size));
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
  fail(said("the state does not fit: read the part \"%1\"; expected \"%2\"",
            read.substr(0, kLongestName), name));
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
    return Error{said("the state does not fit: %1 bytes are left over at its end", left_.size())};
  return {};
}

}  // namespace telegrad
