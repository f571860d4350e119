// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/base/random.h"
#include "core/data/generated_images.h"

// As with the digits, every operation on the way to a pixel is IEEE double + - * / or sqrt, or on
// integers, so that the bits are the same everywhere.

namespace telegrad {
namespace {

constexpr std::size_t kObjectSide = 32;
constexpr std::size_t kChannels = 3;
constexpr std::size_t kObjectPixels = kObjectSide * kObjectSide;
constexpr std::size_t kShapes = 5;
constexpr std::size_t kTextures = 2;
constexpr std::size_t kClasses = kShapes * kTextures;
constexpr double kFullLight = 255.0;
const std::vector<std::string> kNames{
    "striped disc", "striped square", "striped triangle", "striped ring", "striped cross",
    "checked disc", "checked square", "checked triangle", "checked ring", "checked cross"};

using Colour = std::array<double, kChannels>;

/// Signed distance from the edge of a shape about as large as the unit circle; negative inside.
double distanceTo(std::size_t shape, double u, double v) {
  const double x = std::abs(u);
  const double y = std::abs(v);
  switch (shape) {
    case 0:  // disc
      return std::sqrt(u * u + v * v) - 0.95;
    case 1:  // square
      return std::max(x, y) - 0.8;
    case 2:  // triangle
      return std::max(v, 0.8660254037844386 * x - 0.5 * v) - 0.55;
    case 3:  // ring
      return std::abs(std::sqrt(u * u + v * v) - 0.7) - 0.3;
    default:  // cross
      return std::min(std::max(x - 1.0, y - 0.34), std::max(x - 0.34, y - 1.0));
  }
}

bool odd(double value) {
  const double half = 0.5 * value;
  return half - std::floor(half) >= 0.5;
}

/// Stripes, or squares of a chessboard.
bool textured(std::size_t texture, double u, double v) {
  const bool stripe = odd(std::floor(u));
  return texture == 0 ? stripe : stripe != odd(std::floor(v));
}

/// Where and how an object lies: rotation by the rational points of the circle.
// NOLINTBEGIN(cppcoreguidelines-prefer-member-initializer): the draws have an order
struct Pose {
  Pose(Random& random, double difficulty) {
    const double t = random.uniform(-0.5, 0.5) * difficulty;
    cosine = (1.0 - t * t) / (1.0 + t * t);
    sine = 2.0 * t / (1.0 + t * t);
    radius = 10.5 - random.uniform(0.0, 1.5) * difficulty;
    constexpr double kMiddle = 0.5 * (kObjectSide - 1);
    const double shift = 1.5 * difficulty;
    x = kMiddle + random.uniform(-shift, shift);
    y = kMiddle + random.uniform(-shift, shift);
    pitch = random.uniform(2.2, 3.4);
    phaseU = random.uniform(0.0, 2.0);
    phaseV = random.uniform(0.0, 2.0);
  }
  double cosine, sine, radius, x, y, pitch, phaseU, phaseV;
};

/// A colour that far from another in every channel, on the side where there is room.
Colour apart(Random& random, const Colour& from, double least, double most) {
  Colour colour{};
  for (std::size_t c = 0; c < kChannels; ++c) {
    const double step = random.uniform(least, most);
    colour.at(c) = from.at(c) < 0.5 ? from.at(c) + step : from.at(c) - step;
  }
  return colour;
}

struct Scene {
  Scene(Random& random, double difficulty) : pose(random, difficulty) {
    for (auto& channel : ground) channel = random.uniform(0.05, 0.95);
    for (auto& channel : slope) channel = difficulty * random.uniform(-0.08, 0.08);
    first = apart(random, ground, 0.2, 0.45);
    second = apart(random, first, 0.3, 0.5);
    noise = 0.04 * difficulty;
  }
  Pose pose;
  Colour ground{}, slope{}, first{}, second{};
  double noise = 0.0;
};
// NOLINTEND(cppcoreguidelines-prefer-member-initializer)

/// The colour of a pixel before the noise.
Colour paint(const Scene& scene, std::size_t object, std::size_t texture, double px, double py) {
  const auto& pose = scene.pose;
  const double dx = px - pose.x;
  const double dy = py - pose.y;
  const double u = pose.cosine * dx - pose.sine * dy;
  const double v = pose.sine * dx + pose.cosine * dy;
  const double edge = distanceTo(object, u / pose.radius, v / pose.radius) * pose.radius;
  const double cover = std::clamp(0.5 - edge, 0.0, 1.0);
  const bool light = textured(texture, u / pose.pitch + pose.phaseU, v / pose.pitch + pose.phaseV);
  const auto& inside = light ? scene.first : scene.second;
  Colour colour{};
  for (std::size_t c = 0; c < kChannels; ++c) {
    const double outside =
        scene.ground.at(c) + scene.slope.at(c) * (px + py - kObjectSide) / kObjectSide;
    colour.at(c) = cover * inside.at(c) + (1.0 - cover) * outside;
  }
  return colour;
}

std::uint8_t render(std::span<std::uint8_t> pixels, Random& random, double difficulty) {
  const std::size_t label = random.below(kClasses);
  const Scene scene(random, difficulty);
  for (std::size_t y = 0; y < kObjectSide; ++y)
    for (std::size_t x = 0; x < kObjectSide; ++x) {
      const auto colour = paint(scene, label % kShapes, label / kShapes, static_cast<double>(x),
                                static_cast<double>(y));
      for (std::size_t c = 0; c < kChannels; ++c) {
        const double noisy = colour.at(c) + scene.noise * random.uniform(-1.0, 1.0);
        pixels[c * kObjectPixels + y * kObjectSide + x] =
            static_cast<std::uint8_t>(std::floor(std::clamp(noisy, 0.0, 1.0) * kFullLight + 0.5));
      }
    }
  return static_cast<std::uint8_t>(label);
}

}  // namespace

/// Five shapes with two textures each, of any colours, place, size and turn; needs no file.
Entry<DatasetSource> syntheticObjects() {
  Entry<DatasetSource> entry;
  entry.key = "synthetic-objects";
  entry.name = "Synthetic objects";
  entry.summary = "Textured shapes, 32x32 in colour, generated from a seed; needs no download.";
  entry.parameters = generatedParameters(
      Integer{10000, 100, 100000, Scale::Log}, Integer{2000, 100, 50000, Scale::Log},
      "Scales turning, shifting, shading and noise; 0 is clean and upright.");
  entry.make = [key = entry.key](const Settings& settings) {
    const auto renderWith = [difficulty = settings.real("difficulty")](
                                std::span<std::uint8_t> pixels, Random& random) {
      return render(pixels, random, difficulty);
    };
    return makeGenerated({.key = key,
                          .classes = kClasses,
                          .shape = {kChannels, kObjectSide, kObjectSide},
                          .firstStream = 2,  // after the digits'
                          .render = renderWith,
                          .classNames = kNames},
                         settings);
  };
  return entry;
}

}  // namespace telegrad
