// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/start_cards.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include <toml++/toml.h>

#include "core/base/said.h"
#include "core/metrics/quantities.h"

namespace telegrad {
namespace {

/// Reads a document; of several errors the first from the top is reported.
class CardsReader {
 public:
  explicit CardsReader(std::string origin) : origin_(std::move(origin)) {}

  Result<StartCards> read(const toml::table& document);

 private:
  void fail(const toml::source_region& where, const std::string& message) {
    if (error_ && error_->first <= where.begin.line) return;
    error_ = {where.begin.line, message};
  }
  std::string text(const toml::table& table, std::string_view key, bool mayBeEmpty = false);
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key);
  CardSection section(const toml::table& table);
  ExperimentCard card(const toml::table& table);
  CardVariant variant(const toml::table& table, bool alone);
  CardPicture picture(const toml::table& table);
  std::string quantityKey(const toml::table& table, std::string_view key);

  std::string origin_;
  std::optional<std::pair<std::uint32_t, std::string>> error_;
  std::set<std::string, std::less<>> offered_;
};

Result<StartCards> CardsReader::read(const toml::table& document) {
  StartCards cards{text(document, "machine"), {}};
  for (const auto* table : tables(document, "section")) cards.sections.push_back(section(*table));
  if (error_) return Error{origin_ + ":" + std::to_string(error_->first) + ": " + error_->second};
  return cards;
}

std::string CardsReader::text(const toml::table& table, std::string_view key, bool mayBeEmpty) {
  const auto* node = table.get(key);
  const auto* string = node == nullptr ? nullptr : node->as_string();
  if (string != nullptr && (mayBeEmpty || !string->get().empty())) return string->get();
  if (node == nullptr)
    fail(table.source(), said("%1 is missing", key));
  else
    fail(node->source(), said("%1 is not text with something in it", key));
  return {};
}

std::vector<const toml::table*> CardsReader::tables(const toml::table& table,
                                                    std::string_view key) {
  std::vector<const toml::table*> found;
  const auto* array = table.get_as<toml::array>(key);
  if (array != nullptr)
    for (const auto& node : *array)
      if (node.is_table()) found.push_back(node.as_table());
  if (array == nullptr || found.empty() || found.size() != array->size())
    fail(table.source(), said("%1 is not a list of tables, of which there is one", key));
  return found;
}

CardSection CardsReader::section(const toml::table& table) {
  CardSection section{text(table, "title"), text(table, "text"), {}};
  for (const auto* inner : tables(table, "card")) section.cards.push_back(card(*inner));
  return section;
}

ExperimentCard CardsReader::card(const toml::table& table) {
  ExperimentCard card{text(table, "title"), text(table, "teaches"), {}, {}};
  const auto variants = tables(table, "variants");
  for (const auto* inner : variants) card.variants.push_back(variant(*inner, variants.size() == 1));
  if (const auto* inner = table.get_as<toml::table>("picture"))
    card.picture = picture(*inner);
  else
    fail(table.source(), said("the card has no table for its picture"));
  return card;
}

CardVariant CardsReader::variant(const toml::table& table, bool alone) {
  CardVariant variant{text(table, "experiment"), alone ? std::string() : text(table, "label"), 0.0};
  variant.seconds = table["seconds"].value<double>().value_or(0.0);
  if (!std::isfinite(variant.seconds) || variant.seconds <= 0.0)
    fail(table.source(), said("%1: seconds is not a number above 0", variant.experiment));
  if (!offered_.insert(variant.experiment).second)
    fail(table.source(), said("%1 is offered twice", variant.experiment));
  return variant;
}

std::string CardsReader::quantityKey(const toml::table& table, std::string_view key) {
  auto word = text(table, key);
  if (const auto found = findQuantity(word); !found && !word.empty())
    fail(table.source(), std::string(key) + ": " + found.error().message);
  return word;
}

CardPicture CardsReader::picture(const toml::table& table) {
  CardPicture picture{.file = text(table, "file"),
                      .x = quantityKey(table, "x"),
                      .y = quantityKey(table, "y"),
                      .of = {},
                      .note = text(table, "note")};
  const auto log = text(table, "log", true);
  picture.isLogX = log.find('x') != std::string::npos;
  picture.isLogY = log.find('y') != std::string::npos;
  if (const auto* of = table.get_as<toml::array>("of"))
    for (const auto& node : *of) picture.of.push_back(node.value_or(std::string()));
  if (picture.of.empty()) fail(table.source(), said("of is not a list of experiments"));
  return picture;
}

std::optional<double> numberIn(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

/// Takes what stands before the next `separator`, or all there is, off the front of `rest`.
std::string_view takeUpTo(std::string_view& rest, char separator) {
  const auto end = std::min(rest.find(separator), rest.size());
  const auto piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

}  // namespace

Result<StartCards> parseStartCards(std::string_view text, const std::string& origin) {
  try {
    return CardsReader(origin).read(toml::parse(text, origin));
  } catch (const toml::parse_error& error) {
    return Error{
        said("%1:%2: not TOML: %3", origin, error.source().begin.line, error.description())};
  }
}

Result<std::vector<PictureCurve>> parsePicture(std::string_view text, const CardPicture& picture) {
  const auto place = [&picture](int line) { return picture.file + ".csv:" + std::to_string(line); };
  auto head = takeUpTo(text, '\n');
  if (head.ends_with('\r')) head.remove_suffix(1);
  if (const auto wanted = "curve," + picture.x + "," + picture.y; head != wanted)
    return Error{said("%1: read \"%2\"; allowed: %3", place(1), head, wanted)};
  std::vector<PictureCurve> curves;
  for (int line = 2; !text.empty(); ++line) {
    auto row = takeUpTo(text, '\n');
    if (row.ends_with('\r')) row.remove_suffix(1);
    const std::string curve(takeUpTo(row, ','));
    const auto x = numberIn(takeUpTo(row, ','));
    const auto y = numberIn(row);
    if (!x || !y || (picture.isLogX && *x <= 0.0) || (picture.isLogY && *y <= 0.0))
      return Error{said("%1: no point of these axes", place(line))};
    if (curves.empty() || curves.back().experiment != curve) curves.push_back({curve, {}});
    curves.back().points.emplace_back(*x, *y);
  }
  return curves;
}

}  // namespace telegrad
