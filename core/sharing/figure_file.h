// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace telegrad {

// A figure's file carries one text beside its picture, where programs that show it look past:
//   PNG  a tEXt chunk with the keyword "Telegrad", behind the header
//   SVG  <metadata><telegrad:runs>, before the end
//   PDF  the property telegrad:runs of its XMP metadata, which is not compressed
// The text is printable ASCII, as formatCarriedRuns() makes it.
// Sources: PNG 1.2 (RFC 2083), sections 3 and 4.2.7; SVG 1.1, section 21; XMP, ISO 16684-1.

/// The same figure, carrying the text. Errors: it is no whole PNG.
Result<std::string> carryInPng(std::string_view png, std::string_view text);
/// Errors: it is no whole SVG.
Result<std::string> carryInSvg(std::string_view svg, std::string_view text);
/// What QPdfWriter::setDocumentXmpMetadata() takes, of a document with that title (UTF-8).
std::string xmpPacket(std::string_view text, std::string_view title);

/// The text that a figure's file carries; which kind it is of, its beginning says. `origin` is its
/// name in messages. Never reads outside `file`, whatever that holds.
/// Errors: neither PNG, SVG nor PDF; no text of ours; cut short, or damaged there.
Result<std::string> carriedText(std::string_view file, const std::string& origin);

/// Text as XML has it between tags and in attributes.
std::string xmlEscaped(std::string_view text);

}  // namespace telegrad
