// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/event_file.h"

#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <system_error>

#include "core/base/said.h"
#include "core/experiment/files.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

constexpr std::array<std::uint32_t, 256> makeCrcTable() {
  constexpr std::uint32_t kReflectedPolynomial = 0x82F63B78U;
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
    std::uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1U ^ ((crc & 1U) != 0 ? kReflectedPolynomial : 0);
    table.at(byte) = crc;
  }
  return table;
}

std::uint32_t maskedCrc32c(std::string_view bytes) {
  return std::rotr(crc32c(bytes), 15) + 0xA282EAD8U;
}

template <typename Number>
void appendLittleEndian(std::string& bytes, Number number) {
  for (unsigned i = 0; i < sizeof number; ++i)
    bytes += static_cast<char>(number >> (8U * i) & 0xFFU);
}

// Protocol buffers: a field's number and kind, then its value.
enum class Wire : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

void appendVarint(std::string& message, std::uint64_t number) {
  for (; number >= 0x80U; number >>= 7U) message += static_cast<char>((number & 0x7FU) | 0x80U);
  message += static_cast<char>(number);
}

void appendField(std::string& message, unsigned field, Wire wire) {
  appendVarint(message, field << 3U | static_cast<unsigned>(wire));
}

void appendBytes(std::string& message, unsigned field, std::string_view bytes) {
  appendField(message, field, Wire::Bytes);
  appendVarint(message, bytes.size());
  message += bytes;
}

std::string eventAt(double wallTime) {
  std::string event;
  appendField(event, 1, Wire::Fixed64);  // Event.wall_time
  appendLittleEndian(event, std::bit_cast<std::uint64_t>(wallTime));
  return event;
}

/// What TensorBoard puts side by side.
std::string tagOf(const Quantity& quantity) {
  const std::string_view key = quantity.key;
  const auto has = [&](std::string_view word) { return key.find(word) != std::string_view::npos; };
  const char* group = has("accuracy")                                ? "accuracy/"
                      : has("loss") || has("suboptimality")          ? "loss/"
                      : has("bits") || has("ratio")                  ? "bits/"
                      : quantity.unit == "s"                         ? "time/"
                      : has("error") || has("cosine") || has("norm") ? "compression/"
                                                                     : "progress/";
  return group + quantity.key;
}

std::string scalar(const std::string& tag, float value) {
  std::string one;
  appendBytes(one, 1, tag);            // Summary.Value.tag
  appendField(one, 2, Wire::Fixed32);  // Summary.Value.simple_value
  appendLittleEndian(one, std::bit_cast<std::uint32_t>(value));
  return one;
}

std::string scalarsOf(const Record& record, std::span<const std::string> tags) {
  std::string summary;
  for (const auto& quantity : quantities()) {
    if (quantity.key == "iteration") continue;  // the step
    const double value = quantity.read(record);
    if (std::isnan(value)) continue;
    appendBytes(summary, 1, scalar(tags[quantity.index], static_cast<float>(value)));
  }
  return summary;
}

/// Unix time, in seconds.
double writtenAt(const std::filesystem::path& file) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(file, error);
  if (error) return 0.0;
  const auto unixTime = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return std::floor(std::chrono::duration<double>(unixTime).count());
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
  static constexpr auto kTable = makeCrcTable();
  std::uint32_t crc = ~0U;
  for (const char byte : bytes)
    crc = crc >> 8U ^ kTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU];
  return ~crc;
}

std::string tfRecord(std::string_view data) {
  std::string record;
  appendLittleEndian(record, static_cast<std::uint64_t>(data.size()));
  appendLittleEndian(record, maskedCrc32c(record));
  record += data;
  appendLittleEndian(record, maskedCrc32c(data));
  return record;
}

std::string eventFile(std::span<const Record> records, double start) {
  std::vector<std::string> tags;
  for (const auto& quantity : quantities()) tags.push_back(tagOf(quantity));
  auto version = eventAt(start);
  appendBytes(version, 3, "brain.Event:2");  // Event.file_version
  std::string file = tfRecord(version);
  for (const auto& record : records) {
    auto event = eventAt(start + record.wallSeconds);
    appendField(event, 2, Wire::Varint);  // Event.step
    appendVarint(event, static_cast<std::uint64_t>(record.iteration));
    appendBytes(event, 5, scalarsOf(record, tags));  // Event.summary
    file += tfRecord(event);
  }
  return file;
}

Result<std::filesystem::path> exportTensorBoard(const StoredRun& run,
                                                const std::filesystem::path& folder) {
  if (run.records.empty())
    return Error{said("%1: there is nothing to export, no iteration is done yet", run.folder)};
  const double start = writtenAt(run.folder / kExperimentFile);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error{said("cannot make %1: %2", folder, error.message())};
  auto digits = std::to_string(static_cast<std::int64_t>(start));
  digits.insert(0, digits.size() < 10 ? 10 - digits.size() : 0, '0');
  auto file = folder / ("events.out.tfevents." + digits + ".telegrad");
  if (auto written = replaceFile(file, eventFile(run.records, start)); !written)
    return written.error();
  return file;
}

}  // namespace telegrad
