// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// An experiment that a card offers.
struct CardVariant {
  std::string experiment;  ///< a shipped one's name: "sasg-mnist"
  std::string label;       ///< what tells it from the card's others; empty where there are none
  double seconds = 0.0;    ///< of a whole run, as measured on StartCards::machine
};

/// What the picture of a card was drawn from, by packaging/thumbnails.py.
struct CardPicture {
  std::string file;  ///< name of the CSV file, without its ending
  std::string x;     ///< key of a quantity
  std::string y;
  bool isLogX = false;
  bool isLogY = false;
  std::vector<std::string> of;  ///< the experiments drawn, one curve each
  std::string note;             ///< what it shows, in words
};

/// A family of experiments that teach one thing; the first variant is the one to begin with.
struct ExperimentCard {
  std::string title;
  std::string teaches;
  std::vector<CardVariant> variants;
  CardPicture picture;
};

struct CardSection {
  std::string title;
  std::string text;
  std::vector<ExperimentCard> cards;
};

/// How the shipped experiments are offered to somebody who begins.
struct StartCards {
  std::string machine;  ///< where the variants' seconds were measured, in words
  std::vector<CardSection> sections;
};

/// From TOML text, as resources/cards.toml explains; `origin` is the file's name in messages.
/// Errors: not TOML, a key or table that is missing, empty or of another type, a quantity that
/// there is not, an experiment that is offered twice; the message names file and line.
Result<StartCards> parseStartCards(std::string_view text, const std::string& origin);

/// A curve of a picture.
struct PictureCurve {
  std::string experiment;
  std::vector<std::pair<double, double>> points;
};

/// From CSV text: a head with "curve" and the two quantities' keys, then a line a point, the points
/// of a curve together. Errors: another head, a line that is no point; file and line are named.
Result<std::vector<PictureCurve>> parsePicture(std::string_view text, const CardPicture& picture);

}  // namespace telegrad
