// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/said.h"
#include "core/data/byte_source.h"

namespace telegrad {
namespace {

constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kLabelsMagic = 0x00000801;
constexpr std::size_t kChunk = std::size_t{1} << 20U;

std::string hex(std::uint32_t word) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) text += kDigits.at((word >> shift) & 0xFU);
  return text;
}

std::string size(std::size_t height, std::size_t width) {
  return std::to_string(height) + "x" + std::to_string(width);
}

/// `words` big-endian numbers of 32 bits.
Result<std::vector<std::uint32_t>> readHeader(ByteSource& source, const std::string& name,
                                              std::size_t words) {
  std::vector<std::uint8_t> bytes(4 * words);
  const auto count = source.read(bytes);
  if (!count) return count.error();
  if (*count < bytes.size())
    return Error{
        said("%1: truncated: read %2 bytes; the header alone has %3", name, *count, bytes.size())};
  std::vector<std::uint32_t> header(words, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) header[i / 4] = (header[i / 4] << 8U) | bytes[i];
  return header;
}

/// The `promised` bytes after the header, and nothing after them.
Result<std::vector<std::uint8_t>> readBody(ByteSource& source, const std::string& name,
                                           std::size_t promised) {
  std::vector<std::uint8_t> body;
  while (body.size() < promised) {
    const auto there = body.size();
    // Doubling what has really arrived: the header's word alone never reserves memory.
    body.resize(std::min(promised, there + std::max(kChunk, there)));
    const auto count = source.read(std::span(body).subspan(there));
    if (!count) return count.error();
    if (there + *count < body.size())
      return Error{said("%1: truncated: the header promises %2 bytes, read %3", name, promised,
                        there + *count)};
  }
  std::array<std::uint8_t, 1> surplus{};
  const auto count = source.read(surplus);
  if (!count) return count.error();
  if (*count != 0)
    return Error{said("%1: bytes left over after the %2 that the header promises", name, promised)};
  return body;
}

Error wrongMagic(const std::filesystem::path& path, std::uint32_t read, std::uint32_t allowed) {
  return {allowed == kImagesMagic
              ? said("%1: read magic number %2; allowed: %3 (IDX images of bytes)", path, hex(read),
                     hex(allowed))
              : said("%1: read magic number %2; allowed: %3 (IDX labels of bytes)", path, hex(read),
                     hex(allowed))};
}

/// The file, read up to what follows its magic number, which comes before any other check: a file
/// of the other kind must be called that.
Result<ByteSource> openIdx(const std::filesystem::path& path, std::uint32_t allowed) {
  auto source = ByteSource::open(path);
  if (!source) return source.error();
  const auto magic = readHeader(*source, path.string(), 1);
  if (!magic) return magic.error();
  if (magic->front() != allowed) return wrongMagic(path, magic->front(), allowed);
  return source;
}

Result<std::vector<std::uint8_t>> readImages(const std::filesystem::path& path,
                                             const IdxFormat& format) {
  const auto name = path.string();
  auto source = openIdx(path, kImagesMagic);
  if (!source) return source.error();
  const auto sizes = readHeader(*source, name, 3);
  if (!sizes) return sizes.error();
  const std::size_t count = (*sizes)[0];
  if (count == 0) return Error{said("%1: holds no images; allowed: at least one", name)};
  if ((*sizes)[1] != format.height || (*sizes)[2] != format.width)
    return Error{said("%1: read images of %2; allowed: %3", name, size((*sizes)[1], (*sizes)[2]),
                      size(format.height, format.width))};
  return readBody(*source, name, count * format.height * format.width);
}

Result<std::vector<std::uint8_t>> readLabels(const std::filesystem::path& path,
                                             const IdxFormat& format) {
  const auto name = path.string();
  auto source = openIdx(path, kLabelsMagic);
  if (!source) return source.error();
  const auto count = readHeader(*source, name, 1);
  if (!count) return count.error();
  auto labels = readBody(*source, name, count->front());
  if (!labels) return labels.error();
  const auto wrong =
      std::ranges::find_if(*labels, [&](std::uint8_t label) { return label >= format.classes; });
  if (wrong != labels->end())
    return Error{said("%1: read label %2 of example %3; allowed: 0 to %4", name, *wrong,
                      wrong - labels->begin(), format.classes - 1)};
  return labels;
}

}  // namespace

Result<Images> readIdx(const std::filesystem::path& images, const std::filesystem::path& labels,
                       const IdxFormat& format) {
  auto pixels = readImages(images, format);
  if (!pixels) return pixels.error();
  auto classes = readLabels(labels, format);
  if (!classes) return classes.error();
  const auto count = pixels->size() / (format.height * format.width);
  if (count != classes->size())
    return Error{said("%1 holds %2 images, %3 %4 labels; allowed: as many labels as images", images,
                      count, labels, classes->size())};
  const Shape shape{1, static_cast<std::int64_t>(format.height),
                    static_cast<std::int64_t>(format.width)};
  return Images{shape, *std::move(pixels), *std::move(classes)};
}

}  // namespace telegrad
