// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>
#include <QString>

#include "core/sharing/command_line.h"

namespace telegrad::ui {

/// A small picture of curves, made to be drawn at any size: points are shares of its width and,
/// from the bottom, of its height.
struct Thumbnail {
  struct Curve {
    QString name;  ///< empty where there is only one
    std::vector<QPointF> points;
  };
  std::vector<Curve> curves;
  QString top;     ///< the value at the upper edge
  QString bottom;  ///< at the lower one
  QString axis;    ///< what goes to the right, from where to where
  QString words;   ///< what the picture shows
};

struct OfferedVariant {
  const ShippedExperiment* shipped = nullptr;
  QString label;         ///< empty for a card's only one
  double seconds = 0.0;  ///< of a whole run on OfferedExperiments::machine
};

struct OfferedCard {
  QString title;
  QString teaches;
  std::vector<OfferedVariant> variants;  ///< at least one
  Thumbnail picture;
};

struct OfferedSection {
  QString title;
  QString text;
  std::vector<OfferedCard> cards;
};

struct OfferedExperiments {
  QString machine;
  std::vector<OfferedSection> sections;
};

/// What the start page offers: the program's resources cards.toml and thumbnails, read once. What
/// cannot be read, of which the tests know nothing, is left out.
const OfferedExperiments& offeredExperiments();

/// How long a run of a variant takes.
struct OfferedDuration {
  QString text;           ///< "about 25 s"
  bool isOfHere = false;  ///< measured on this machine, by the last run of its workload
  double seconds = 0.0;
};
OfferedDuration durationOf(const OfferedVariant& variant);

}  // namespace telegrad::ui
