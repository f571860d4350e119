// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// What there is to say of a control, a curve or a card besides its description in the code. Label,
/// unit, range and help stand there; every member here may be empty.
struct ExplanationText {
  std::string title;                 ///< of cards, which have no description
  std::string what;                  ///< plain words
  std::string formula;               ///< the name of one in resources/manual/formulas.toml
  std::string attempt;               ///< one thing to do, and what one will see
  std::string source;                ///< where it is published; closer than the description's
  std::string page;                  ///< of the manual, "sasg#lasg-and-sasg"
  std::vector<std::string> related;  ///< other topics
};

/// The texts of resources/manual/explanations.toml, by topic:
///
///   "algorithm.learning_rate"       a parameter, whatever stands in its slot
///   "algorithm.dgc.momentum"        the same of one entry, which goes before
///   "compressor.*-dithering.scope"  the same of a family of entries
///   "compressor.*_fraction"         a family: any parameters that fit, of several the first
///   "entry:algorithm.sasg"          what can be chosen in a slot
///   "quantity:wire_bits"            a column of a run
///   "card:who-spoke"                anything else that the window shows
///
/// A pure value. Threads: any.
class ExplanationTexts {
 public:
  /// Errors: no TOML, an unknown member, a member that is no text; the message names `origin`,
  /// the line and what is allowed.
  static Result<ExplanationTexts> parse(std::string_view toml, std::string_view origin);

  /// Of a topic as the file has it; families are looked through. Nothing: null.
  const ExplanationText* find(std::string_view topic) const;
  /// Of a parameter: of the entry's own, of its family's, of the slot's, or of the first family's.
  const ExplanationText* findParameter(std::string_view slot, std::string_view entry,
                                       std::string_view key) const;
  /// All topics as they stand in the file, families included, in no particular order.
  std::vector<std::string> topics() const;

 private:
  std::map<std::string, ExplanationText, std::less<>> exact_;
  std::vector<std::pair<std::string, ExplanationText>> families_;  // in the file's order
};

/// Whether `text` is `pattern`, in which a star stands for any letters or none.
bool fits(std::string_view pattern, std::string_view text);

}  // namespace telegrad
