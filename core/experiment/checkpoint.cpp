// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/checkpoint.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "core/base/said.h"
#include "core/base/state.h"
#include "core/data/digest.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"

namespace telegrad {
namespace {

constexpr std::string_view kKind = "telegrad checkpoint ";
constexpr std::string_view kFirstLine = "telegrad checkpoint 1\n";
constexpr std::size_t kDigestLength = 64;  // of a digest
constexpr std::size_t kLongestHead = 512;

/// All but the first line, the state and the digests.
struct Preamble {
  CheckpointHead head;
  std::string experimentSha256;
  std::string current;
  RunFolderSizes sizes;
  std::uint64_t stateSize = 0;

  void exchange(StateArchive& state) { state(head, experimentSha256, current, sizes, stateSize); }
};

std::string_view textOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};  // NOLINT: bytes are chars
}

std::span<const std::byte> bytesOf(std::string_view text) {
  return std::as_bytes(std::span(text));
}

/// All that stands before a state of that size.
std::string textBefore(const Checkpoint& checkpoint, std::uint64_t stateSize) {
  Preamble preamble{checkpoint.head, checkpoint.experimentSha256,
                    formatExperiment(checkpoint.current), checkpoint.sizes, stateSize};
  StateArchive archive;
  archive(preamble);
  return std::string(kFirstLine) += textOf(archive.takeBytes());
}

Error cutOrDamaged(const std::string& origin) {
  return {said("%1 was cut short or damaged", origin)};
}

Result<void> checkFirstLine(std::string_view text, const std::string& origin) {
  if (text.starts_with(kFirstLine)) return {};
  if (kFirstLine.starts_with(text))
    return Error{said("%1 was cut short: it ends in its first line", origin)};
  if (!text.starts_with(kKind)) return Error{said("%1 is no checkpoint", origin)};
  const auto version = text.substr(kKind.size(), text.find('\n') - kKind.size()).substr(0, 20);
  return Error{said("%1: read checkpoint format %2; allowed: 1", origin, version)};
}

/// The bytes between the first line and the digests, both of which agree with them.
Result<std::span<const std::byte>> verified(std::span<const std::byte> bytes, Preamble& preamble,
                                            const std::string& origin) {
  const auto body = bytes.subspan(kFirstLine.size());
  if (body.size() < 2 * kDigestLength) return cutOrDamaged(origin);
  StateArchive archive(body.first(body.size() - 2 * kDigestLength));
  archive(preamble);
  if (!archive.isGood() || archive.left() != preamble.stateSize) return cutOrDamaged(origin);
  const auto state = body.subspan(body.size() - 2 * kDigestLength - archive.left(), archive.left());
  const auto before = bytes.first(bytes.size() - 2 * kDigestLength - state.size());
  const auto digests = textOf(bytes.last(2 * kDigestLength));
  if (digests.substr(0, kDigestLength) != sha256(before) ||
      digests.substr(kDigestLength) != sha256(state))
    return Error{said("%1 was damaged: its checksum is of other contents", origin)};
  return state;
}

}  // namespace

Result<void> writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint) {
  const auto before = textBefore(checkpoint, checkpoint.state.size());
  const auto digests = sha256(bytesOf(before)) + sha256(checkpoint.state);
  const std::array<std::string_view, 3> pieces{before, textOf(checkpoint.state), digests};
  return replaceFile(file, pieces);
}

Result<void> writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint,
                             const StateSaver& save) {
  std::uint64_t size = 0;
  const auto saveTo = [&](const StateArchive::Sink& sink) {
    StateArchive archive(sink);
    save(archive);
    archive.flush();
  };
  saveTo([&](std::span<const std::byte> piece) { size += piece.size(); });
  return replaceFile(file, [&](const TextSink& sink) {
    const auto before = textBefore(checkpoint, size);
    sink(before);
    Sha256 state;
    saveTo([&](std::span<const std::byte> piece) {
      state.add(piece);
      sink(textOf(piece));
    });
    sink(sha256(bytesOf(before)));
    sink(state.digest());
  });
}

Result<Checkpoint> parseCheckpoint(std::span<const std::byte> bytes, const std::string& origin) {
  if (auto first = checkFirstLine(textOf(bytes), origin); !first) return first.error();
  Preamble preamble;
  const auto state = verified(bytes, preamble, origin);
  if (!state) return state.error();
  auto current = parseExperiment(preamble.current, origin);
  if (!current) return current.error();
  return Checkpoint{std::move(preamble.head), std::move(preamble.experimentSha256),
                    *std::move(current), preamble.sizes,
                    std::vector<std::byte>(state->begin(), state->end())};
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file) {
  const auto text = readFile(file);
  if (!text) return text.error();
  return parseCheckpoint(bytesOf(*text), file.string());
}

Result<CheckpointHead> readCheckpointHead(const std::filesystem::path& file) {
  std::string text(kLongestHead, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (auto first = checkFirstLine(text, file.string()); !first) return first.error();
  CheckpointHead head;
  StateArchive archive(bytesOf(text).subspan(kFirstLine.size()));
  archive(head);
  if (!archive.isGood()) return cutOrDamaged(file.string());
  return head;
}

std::string digestOf(const Experiment& experiment) {
  return sha256(bytesOf(formatExperiment(experiment.withWindow({}))));
}

Result<void> checkFits(const Checkpoint& checkpoint, const Experiment& experiment) {
  if (checkpoint.head.program != TELEGRAD_VERSION)
    return Error{said("the checkpoint is of version %1 of the program; allowed: %2",
                      checkpoint.head.program, TELEGRAD_VERSION)};
  if (checkpoint.experimentSha256 != digestOf(experiment))
    return Error{said("the checkpoint is another experiment's")};
  return {};
}

}  // namespace telegrad
