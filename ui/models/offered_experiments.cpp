// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/offered_experiments.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QFile>

#include "core/experiment/start_cards.h"
#include "core/metrics/quantities.h"
#include "ui/models/number_format.h"
#include "ui/models/pace_memory.h"
#include "ui/models/shipped_experiments.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr double kAMoment = 2.0;  // seconds

std::string resource(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// From the least to the greatest of some numbers, perhaps by their logarithms.
class PictureExtent {
 public:
  explicit PictureExtent(bool isLog) : isLog_(isLog) {}

  void add(double value) {
    least_ = std::min(least_, value);
    greatest_ = std::max(greatest_, value);
  }
  double share(double value) const {
    const double all = place(greatest_) - place(least_);
    return all > 0.0 ? (place(value) - place(least_)) / all : 0.5;
  }
  double least() const { return least_; }
  double greatest() const { return greatest_; }

 private:
  double place(double value) const { return isLog_ ? std::log10(value) : value; }

  bool isLog_;
  double least_ = std::numeric_limits<double>::infinity();
  double greatest_ = -std::numeric_limits<double>::infinity();
};

QString valueText(const Quantity& quantity, double value, bool isLog) {
  if (quantity.key.ends_with("accuracy")) return percent(value, 0);
  if (isLog && quantity.unit.empty())
    return powerOfTen(static_cast<int>(std::lround(std::log10(value))));
  if (quantity.unit == "s" && value >= 1.0)
    return grouped(std::llround(value)) + QStringLiteral(" s");
  if (quantity.unit.empty())
    return value >= 100.0 ? grouped(std::llround(value)) : shortNumber(value, 2);
  const auto number = siNumber(value);
  return number + (number.back().isDigit() ? QStringLiteral(" ") : QString()) +
         QString::fromStdString(quantity.unit);
}

/// What a curve is called among its card's: its variant's label.
QString curveName(const ExperimentCard& card, const std::string& experiment) {
  if (card.picture.of.size() < 2) return {};
  const auto variant = std::ranges::find(card.variants, experiment, &CardVariant::experiment);
  return variant == card.variants.end() ? QString() : translated(variant->label);
}

Thumbnail thumbnailOf(const ExperimentCard& card) {
  const auto& picture = card.picture;
  const auto name = QString::fromStdString(picture.file);
  const auto curves =
      parsePicture(resource(QStringLiteral(":/thumbnails/%1.csv").arg(name)), picture);
  Thumbnail thumbnail;
  thumbnail.words = translated(picture.note);
  if (!curves || curves->empty()) return thumbnail;
  PictureExtent x(picture.isLogX);
  PictureExtent y(picture.isLogY);
  for (const auto& curve : *curves)
    for (const auto& [over, up] : curve.points) {
      x.add(over);
      y.add(up);
    }
  for (const auto& curve : *curves) {
    Thumbnail::Curve drawn{curveName(card, curve.experiment), {}};
    for (const auto& [over, up] : curve.points)
      drawn.points.emplace_back(x.share(over), y.share(up));
    thumbnail.curves.push_back(std::move(drawn));
  }
  const auto& across = quantity(picture.x);
  const auto& height = quantity(picture.y);
  thumbnail.top = valueText(height, y.greatest(), picture.isLogY);
  thumbnail.bottom = valueText(height, y.least(), picture.isLogY);
  thumbnail.axis = tr("%1, %2 to %3")
                       .arg(translated(across.name), valueText(across, x.least(), false),
                            valueText(across, x.greatest(), false));
  return thumbnail;
}

OfferedCard offered(const ExperimentCard& card) {
  OfferedCard made{translated(card.title), translated(card.teaches), {}, thumbnailOf(card)};
  for (const auto& variant : card.variants) {
    const auto all = shippedExperiments();
    const auto shipped = std::ranges::find(all, variant.experiment, &ShippedExperiment::name);
    if (shipped == all.end()) continue;
    made.variants.push_back({&*shipped,
                             variant.label.empty() ? QString() : translated(variant.label),
                             variant.seconds});
  }
  return made;
}

OfferedExperiments readOffered() {
  OfferedExperiments all;
  const auto cards = parseStartCards(resource(QStringLiteral(":/cards.toml")), "cards.toml");
  if (!cards) return all;
  all.machine = translated(cards->machine);
  for (const auto& section : cards->sections) {
    OfferedSection made{translated(section.title), translated(section.text), {}};
    for (const auto& card : section.cards)
      if (auto one = offered(card); !one.variants.empty()) made.cards.push_back(std::move(one));
    all.sections.push_back(std::move(made));
  }
  return all;
}

}  // namespace

const OfferedExperiments& offeredExperiments() {
  static const auto all = readOffered();
  return all;
}

OfferedDuration durationOf(const OfferedVariant& variant) {
  const auto own = PaceMemory::seconds(variant.shipped->experiment);
  OfferedDuration duration{{}, own.has_value(), own.value_or(variant.seconds)};
  duration.text =
      duration.seconds < kAMoment ? tr("a moment") : tr("about %1").arg(roughly(duration.seconds));
  return duration;
}

}  // namespace telegrad::ui
