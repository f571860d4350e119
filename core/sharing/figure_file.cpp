// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/figure_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <zlib.h>

#include "core/base/said.h"

namespace telegrad {
namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kKeyword("Telegrad\0", 9);
constexpr std::size_t kChunkFrame = 12;  // length, type and CRC, 4 bytes each
constexpr std::string_view kBeginTag = "<telegrad:runs";
constexpr std::string_view kEndTag = "</telegrad:runs>";
constexpr std::string_view kNamespace = R"( xmlns:telegrad="urn:x-telegrad:figure:")";

std::uint32_t readBigEndian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

void appendBigEndian(std::string& bytes, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFFU);
}

/// CRC-32 as PNG has it, of a chunk's type and data.
std::uint32_t chunkCrc(std::string_view typeAndData) {
  const auto* bytes = reinterpret_cast<const Bytef*>(typeAndData.data());  // NOLINT: zlib's bytes
  return static_cast<std::uint32_t>(::crc32_z(0, bytes, typeAndData.size()));
}

/// A chunk's type, data and CRC within a PNG.
struct PngChunk {
  std::string_view typeAndData;
  std::uint32_t crc = 0;
  std::string_view type() const { return typeAndData.substr(0, 4); }
  std::string_view data() const { return typeAndData.substr(4); }
};

/// The chunk that `rest` begins with, which is taken off it; nothing if it is not all there.
std::optional<PngChunk> takeChunk(std::string_view& rest) {
  if (rest.size() < kChunkFrame) return std::nullopt;
  const std::uint32_t length = readBigEndian(rest);
  if (length > rest.size() - kChunkFrame) return std::nullopt;
  const PngChunk chunk{rest.substr(4, 4 + std::size_t{length}),
                       readBigEndian(rest.substr(8 + std::size_t{length}))};
  rest.remove_prefix(kChunkFrame + length);
  return chunk;
}

Error carriesNothing(const std::string& origin) {
  return {
      said("%1: it carries no experiment. Figures that Telegrad wrote do, unless another program "
           "has saved them since without it",
           origin)};
}

Error isDamaged(const std::string& origin, const std::string& what) {
  return {said("%1: it is damaged: %2", origin, what)};
}

Result<std::string> textInPng(std::string_view png, const std::string& origin) {
  auto rest = png.substr(kPngSignature.size());
  while (const auto chunk = takeChunk(rest)) {
    if (chunk->type() == "IEND") return carriesNothing(origin);
    if (chunk->type() != "tEXt" || !chunk->data().starts_with(kKeyword)) continue;
    if (chunkCrc(chunk->typeAndData) != chunk->crc)
      return isDamaged(origin, said("the checksum of the text that it carries is of another text"));
    return std::string(chunk->data().substr(kKeyword.size()));
  }
  return isDamaged(origin, said("it is cut short"));
}

constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

/// What XML's text says; nothing if it is none.
std::optional<std::string> xmlUnescaped(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (text.front() == '<') return std::nullopt;
    if (text.front() != '&') {
      const auto next = std::min(text.find_first_of("&<"), text.size());
      plain += text.substr(0, next);
      text.remove_prefix(next);
      continue;
    }
    const auto* const entity = std::ranges::find_if(
        kEntities, [&](const auto& known) { return text.starts_with(known.first); });
    if (entity == kEntities.end()) return std::nullopt;
    plain += entity->second;
    text.remove_prefix(entity->first.size());
  }
  return plain;
}

/// Of SVG and XMP alike: what stands in the element telegrad:runs.
Result<std::string> textInXml(std::string_view xml, const std::string& origin) {
  const auto tag = xml.find(kBeginTag);
  if (tag == std::string_view::npos) return carriesNothing(origin);
  const auto begin = xml.find('>', tag);
  const auto end = begin == std::string_view::npos ? begin : xml.find(kEndTag, begin);
  if (end == std::string_view::npos)
    return isDamaged(origin, said("it ends in the middle of the experiments that it carries"));
  const auto text = xmlUnescaped(xml.substr(begin + 1, end - begin - 1));
  if (!text) return isDamaged(origin, said("the experiments that it carries are not text"));
  return *text;
}

std::string runsElement(std::string_view text) {
  std::string element(kBeginTag);
  element.append(kNamespace).append(">").append(xmlEscaped(text)).append(kEndTag);
  return element;
}

bool looksLikeSvg(std::string_view file) {
  constexpr std::size_t kProlog = 4096;
  const auto head = file.substr(0, kProlog);
  return head.find("<svg") != std::string_view::npos &&
         file.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == head.find('<');
}

}  // namespace

Result<std::string> carryInPng(std::string_view png, std::string_view text) {
  auto rest = png.substr(std::min(png.size(), kPngSignature.size()));
  if (!png.starts_with(kPngSignature) || !takeChunk(rest)) return Error{said("not a whole PNG")};
  const std::size_t header = png.size() - rest.size();
  std::string typeAndData = "tEXt";
  typeAndData.append(kKeyword).append(text);
  std::string whole(png.substr(0, header));
  appendBigEndian(whole, static_cast<std::uint32_t>(typeAndData.size() - 4));
  whole += typeAndData;
  appendBigEndian(whole, chunkCrc(typeAndData));
  whole += rest;
  return whole;
}

Result<std::string> carryInSvg(std::string_view svg, std::string_view text) {
  const auto end = svg.rfind("</svg>");
  if (end == std::string_view::npos) return Error{said("not a whole SVG")};
  std::string whole(svg.substr(0, end));
  whole.append("<metadata>").append(runsElement(text)).append("</metadata>\n");
  whole += svg.substr(end);
  return whole;
}

std::string xmpPacket(std::string_view text, std::string_view title) {
  std::string packet =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
  packet.append(kNamespace).append(">\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
  packet.append(xmlEscaped(title)).append("</rdf:li></rdf:Alt></dc:title>\n");
  packet.append(runsElement(text)).append("\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n");
  return packet.append("<?xpacket end=\"r\"?>\n");
}

Result<std::string> carriedText(std::string_view file, const std::string& origin) {
  if (file.starts_with(kPngSignature)) return textInPng(file, origin);
  if (file.starts_with("%PDF-") || looksLikeSvg(file)) return textInXml(file, origin);
  return Error{said("%1: it is neither a PNG, an SVG nor a PDF", origin)};
}

std::string xmlEscaped(std::string_view text) {
  std::string escaped;
  for (const char character : text) {
    const auto* const entity =
        std::ranges::find(kEntities, character, [](const auto& known) { return known.second; });
    if (entity == kEntities.end())
      escaped += character;
    else
      escaped += entity->first;
  }
  return escaped;
}

}  // namespace telegrad
