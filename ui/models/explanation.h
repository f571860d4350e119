// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "core/experiment/explanations.h"
#include "ui/models/present_numbers.h"

namespace telegrad::ui {

/// All that there is to say of a topic: what the code describes (label, help, range, source), what
/// resources/manual/explanations.toml adds, and the numbers of the moment. Parts may be empty.
struct Explanation {
  struct Link {
    QString topic;
    QString title;
    bool operator==(const Link&) const = default;
  };
  QString title;    ///< "Threshold factor α·γ"
  QString kind;     ///< "Parameter of SASG": what sort of thing it is
  QString what;     ///< plain words, paragraphs apart by an empty line
  QString formula;  ///< the name of a formula; empty: none
  QString present;  ///< its numbers now, in lines
  QString value;    ///< "2, may be 0 to 10¹²; 0.5 at first; may change while a run goes on"
  QString attempt;  ///< what to try
  QString source;
  QString page;  ///< of the manual
  std::vector<Link> related;

  bool operator==(const Explanation&) const = default;
};

/// Nothing: nobody has described such a topic. Threads: the window's.
std::optional<Explanation> explain(const QString& topic, const Situation& situation);

/// The texts that the program carries. They are checked by a test; none where they cannot be read.
const ExplanationTexts& explanationTexts();

/// What a topic is called, without the rest.
QString titleOf(const QString& topic, const Experiment& experiment);

}  // namespace telegrad::ui
