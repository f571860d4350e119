// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/said.h"
#include "core/base/units.h"

namespace telegrad {

/// The state of the parts of a run as bytes, both ways: saving appends what a part hands over,
/// loading reads it back into the same part, so that one function serves both and they cannot
/// differ:
///
///   void Part::exchange(StateArchive& state) { state(iteration_, residual_); }
///
/// What a part was made from (settings, sizes, seeds) is not state: loading meets a part that was
/// made alike. Nor is anything that is made anew before it is read.
///
/// Bytes: little-endian, numbers as they are in memory, a 64-bit length before everything that has
/// one, the names of parts as text. What has a member exchange(StateArchive&), or a function of
/// that name beside its type, is handed on to it.
///
/// Errors: loading reads nothing beyond the bytes there are, allocates by no number that it has
/// read before it has met as many bytes, and keeps the first thing that does not fit; what is asked
/// for after that stays as it is. finish() tells.
/// Threads: one.
class StateArchive {
 public:
  /// For saving.
  StateArchive() = default;
  /// For saving what need not be in memory as a whole: `sink` takes the bytes piece by piece, the
  /// last of them in flush().
  using Sink = std::function<void(std::span<const std::byte>)>;
  explicit StateArchive(Sink sink) : sink_(std::move(sink)) {}
  /// For loading `bytes`, which must outlive it.
  explicit StateArchive(std::span<const std::byte> bytes) : loading_(true), left_(bytes) {}

  bool isLoading() const { return loading_; }
  /// False once something has not fitted; never while saving.
  bool isGood() const { return !error_; }

  /// Hands over all of these, in their order. A vector keeps the length it has: loading another is
  /// an error; list() takes any.
  template <typename... Parts>
  void operator()(Parts&... parts) {
    (one(parts), ...);
  }

  /// A part of that name begins here. Loading, another one is an error.
  void begin(std::string_view name);
  /// Loading: an error unless it holds. `what` is the pattern of what would have to be so, as of
  /// said(): a literal, said only where it does not hold.
  void require(bool holds, const char* what);

  /// A vector that is either empty or of that length.
  template <typename T, typename Allocator>
  void emptyOr(std::size_t size, std::vector<T, Allocator>& vector) {
    const auto read = length(vector.size(), sizeof(T));
    require(read == 0 || read == size, "a vector that is empty or as long as expected");
    if (loading_ && isGood()) vector.resize(read);
    raw(vector);
  }

  /// Elements as many as there are, each handed over by `body(element)`, which must read something.
  template <typename List, typename Body>
  void list(List& elements, const Body& body) {
    list(elements, body, [] { return typename List::value_type{}; });
  }
  /// The same of elements that are made by `make`.
  template <typename List, typename Body, typename Make>
  void list(List& elements, const Body& body, const Make& make) {
    const auto count = length(elements.size(), 1);
    if (loading_) elements.clear();
    for (std::uint64_t i = 0; i < count && isGood(); ++i) {
      if (loading_) elements.push_back(make());
      body(elements[static_cast<std::size_t>(i)]);
    }
  }
  template <typename List>
  void list(List& elements) {
    using Element = typename List::value_type;
    if constexpr (kIsPlain<Element> && requires { elements.data(); }) {
      const auto count = length(elements.size(), sizeof(Element));
      if (loading_ && isGood()) elements.resize(static_cast<std::size_t>(count));
      raw(elements);
    } else {
      list(elements, [this](Element& element) { one(element); });
    }
  }

  /// Saving, the bytes of list() of a plain vector that is not there as a whole: part(begin, count)
  /// gives so many of its elements.
  template <typename Part>
  void listInParts(std::size_t size, const Part& part) {
    length(size, 1);
    for (std::size_t begin = 0; begin < size; begin += kPart)
      save(std::as_bytes(part(begin, std::min(kPart, size - begin))));
  }

  /// An object that several may hold: it is saved once, and shared again after loading. `body` is
  /// called for the first of its holders alone, and has to make the object when loading.
  template <typename T, typename Body>
  void shared(std::shared_ptr<T>& pointer, const Body& body) {
    std::uint64_t number = loading_ ? 0 : numberOf(pointer.get());
    one(number);
    if (!loading_) {
      if (number == known_.size() && isNew_) body(pointer);
      return;
    }
    pointer = nullptr;
    if (number == 0 || !isGood()) return;
    require(number <= objects_.size() + 1, "a shared object that is there");
    if (!isGood()) return;
    if (number == objects_.size() + 1) {
      const auto place = objects_.size();
      objects_.emplace_back();
      body(pointer);
      objects_[place] = {pointer, &typeid(T)};
      return;
    }
    const auto& [object, type] = objects_[static_cast<std::size_t>(number - 1)];
    require(object != nullptr && *type == typeid(T), "a shared object of that kind");
    if (isGood()) pointer = std::static_pointer_cast<T>(std::const_pointer_cast<void>(object));
  }
  /// The same of what is made without arguments and has exchange().
  template <typename T>
  void shared(std::shared_ptr<T>& pointer) {
    using Made = std::remove_const_t<T>;
    shared(pointer, [this](std::shared_ptr<T>& holder) {
      const auto object =
          loading_ ? std::make_shared<Made>() : std::const_pointer_cast<Made>(holder);
      one(*object);
      holder = object;
    });
  }

  /// What was saved, without a sink.
  std::vector<std::byte> takeBytes() { return std::exchange(saved_, {}); }
  /// Hands the sink what it did not get yet.
  void flush();
  /// Bytes that were not read yet.
  std::size_t left() const { return left_.size(); }
  /// Loading: whether everything fitted and nothing is left. Errors: the first that did not.
  Result<void> finish() const;

 private:
  __extension__ using Wide = unsigned __int128;
  /// What is copied byte by byte.
  template <typename T>
  static constexpr bool kIsPlain = (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>) ||
                                   std::is_same_v<T, Wide> || std::is_same_v<T, std::byte>;
  static constexpr std::size_t kPart = std::size_t{1} << 16U;  // elements
  struct Object {
    std::shared_ptr<const void> object;
    const std::type_info* type = nullptr;
  };

  void bytes(std::span<std::byte> object);
  void save(std::span<const std::byte> object);
  void fail(std::string what);
  /// How many follow: `size` when saving. Loading, at most as many as fit in the bytes that are
  /// left when each takes `least`; else an error, and 0.
  std::uint64_t length(std::size_t size, std::size_t least);
  std::uint64_t numberOf(const void* object);
  template <typename Vector>
  void raw(Vector& vector) {
    static_assert(kIsPlain<typename Vector::value_type>);
    bytes(std::as_writable_bytes(std::span(vector)));
  }

  template <typename T>
  void one(T& value) {
    static_assert(std::endian::native == std::endian::little);
    if constexpr (requires { value.exchange(*this); }) {
      value.exchange(*this);
    } else if constexpr (std::is_same_v<T, bool>) {
      auto word = static_cast<std::uint8_t>(value ? 1 : 0);
      one(word);
      require(word <= 1, "a yes or a no");
      if (isGood()) value = word == 1;
    } else if constexpr (std::is_enum_v<T> && !std::is_same_v<T, std::byte>) {
      auto number = static_cast<std::underlying_type_t<T>>(value);
      one(number);
      value = static_cast<T>(number);
    } else if constexpr (kIsPlain<T>) {
      bytes(std::as_writable_bytes(std::span(&value, 1)));
    } else {
      exchange(*this, value);
    }
  }
  template <typename Rep, typename Period>
  void one(std::chrono::duration<Rep, Period>& value) {
    Rep count = value.count();
    one(count);
    value = std::chrono::duration<Rep, Period>(count);
  }
  void one(std::string& text);
  void one(Bytes& value) { one(value.value); }
  void one(BitsPerSecond& value) { one(value.value); }
  template <typename T>
  void one(std::optional<T>& value) {
    bool there = value.has_value();
    one(there);
    if (loading_) value = there ? std::optional<T>(std::in_place) : std::nullopt;
    if (there && isGood()) one(*value);
  }
  template <typename T, std::size_t Size>
  void one(std::array<T, Size>& values) {
    for (auto& value : values) one(value);
  }
  template <typename Key, typename T>
  void one(std::map<Key, T>& values) {
    std::vector<std::pair<Key, T>> pairs(values.begin(), values.end());
    list(pairs, [this](auto& pair) { (*this)(pair.first, pair.second); });
    if (loading_) values = {pairs.begin(), pairs.end()};
  }
  template <typename T, typename Allocator>
  void one(std::vector<T, Allocator>& vector) {
    sameLength(vector.size());
    if constexpr (std::is_same_v<T, bool>) {
      for (std::size_t i = 0; i < vector.size() && isGood(); ++i) {
        bool value = vector[i];
        one(value);
        vector[i] = value;
      }
    } else if constexpr (kIsPlain<T>) {
      raw(vector);
    } else {
      for (auto& value : vector) one(value);
    }
  }
  void sameLength(std::size_t size);

  bool loading_ = false;
  bool isNew_ = false;            // what numberOf() was last asked for
  std::vector<std::byte> saved_;  // with a sink, what it did not get yet
  Sink sink_;
  std::span<const std::byte> left_;
  std::map<const void*, std::uint64_t> known_;  // saving: objects that several may hold
  std::vector<Object> objects_;                 // loading: the same
  std::optional<Error> error_;
};

}  // namespace telegrad
