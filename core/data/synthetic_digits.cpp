// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/base/random.h"
#include "core/data/digit_strokes.h"
#include "core/data/generated_images.h"

// Every operation on the way to a pixel is IEEE double + - * / or sqrt, or on integers: the C
// library's sine or logarithm may differ in the last bit between machines, and so may not decide a
// pixel.

namespace telegrad {
namespace {

constexpr int kDigitSide = 28;
constexpr std::size_t kDigitPixels = std::size_t{kDigitSide} * kDigitSide;
constexpr std::size_t kDigits = 10;
constexpr int kPiecesPerSpan = 4;
constexpr double kInk = 255.0;

/// How much the images vary; all in proportion to the difficulty.
struct Variation {
  double jitter;      // of a control point, in glyph heights
  double lean;        // tan(angle / 2) of the rotation
  double shear;       // in widths per height
  double stretch;     // of either axis
  double shift;       // in pixels
  double bend;        // of the quadratic warp, in half heights
  double noise;       // of a pixel, in grey levels of full white
  double distractor;  // probability of each of two foreign strokes
};

Variation variationOf(double difficulty) {
  return {.jitter = 0.04 * difficulty,
          .lean = 0.13 * difficulty,
          .shear = 0.2 * difficulty,
          .stretch = 0.18 * difficulty,
          .shift = 1.8 * difficulty,
          .bend = 0.1 * difficulty,
          .noise = 0.12 * difficulty,
          .distractor = 0.3 * difficulty};
}

double around(Random& random, double spread) {
  return random.uniform(-spread, spread);
}

/// From the glyph's box to pixels: a quadratic warp, then an affine map about the centre.
class Warp {
 public:
  Warp(Random& random, const Variation& by) {
    constexpr double kHalfHeight = 9.5;
    constexpr double kHalfWidth = 8.0;
    // Rational points of the circle: cosine and sine without either.
    const double t = around(random, by.lean);
    const double cosine = (1.0 - t * t) / (1.0 + t * t);
    const double sine = 2.0 * t / (1.0 + t * t);
    const double width = kHalfWidth * (1.0 + around(random, by.stretch));
    const double height = kHalfHeight * (1.0 + around(random, by.stretch * 0.6));
    const double shear = around(random, by.shear);
    xx_ = cosine * width;
    xy_ = (cosine * shear - sine) * height;
    yx_ = sine * width;
    yy_ = (sine * shear + cosine) * height;
    // NOLINTBEGIN(cppcoreguidelines-prefer-member-initializer): the draws have an order
    x0_ = 0.5 * (kDigitSide - 1) + around(random, by.shift);
    y0_ = 0.5 * (kDigitSide - 1) + around(random, by.shift);
    // NOLINTEND(cppcoreguidelines-prefer-member-initializer)
    for (double& term : bend_) term = around(random, by.bend);
  }

  Point operator()(const Point& p) const {
    const double u = 2.0 * p.x - 1.0;
    const double v = 2.0 * p.y - 1.0;
    const double a = u + bend_[0] * v * v + bend_[1] * u * v + bend_[2] * u * u;
    const double b = v + bend_[3] * u * u + bend_[4] * u * v + bend_[5] * v * v;
    return {x0_ + xx_ * a + xy_ * b, y0_ + yx_ * a + yy_ * b};
  }

 private:
  double xx_, xy_, yx_, yy_, x0_, y0_;
  std::array<double, 6> bend_{};
};

/// Squared distances of the pixels' centres to the nearest ink.
class Canvas {
 public:
  Canvas() { squares_.fill(kFar); }

  /// `reach` is how far from it a pixel can still be inked.
  void draw(const Point& from, const Point& to, double reach) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length2 = dx * dx + dy * dy;
    const int left = first(std::min(from.x, to.x) - reach);
    const int right = last(std::max(from.x, to.x) + reach);
    const int bottom = last(std::max(from.y, to.y) + reach);
    for (int y = first(std::min(from.y, to.y) - reach); y <= bottom; ++y)
      for (int x = left; x <= right; ++x) {
        const double px = x - from.x;
        const double py = y - from.y;
        const double along =
            length2 > 0.0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0.0;
        const double ex = px - along * dx;
        const double ey = py - along * dy;
        double& square =
            squares_[static_cast<std::size_t>(y) * kDigitSide + static_cast<std::size_t>(x)];
        square = std::min(square, ex * ex + ey * ey);
      }
  }

  /// Ink, 0 to 1, of a round pen of `radius` whose edge is one pixel wide.
  double ink(std::size_t pixel, double radius) const {
    const double square = squares_[pixel];
    if (square >= (radius + 0.5) * (radius + 0.5)) return 0.0;
    return std::min(1.0, radius + 0.5 - std::sqrt(square));
  }

 private:
  static constexpr double kFar = 1e9;
  static int first(double edge) { return edge <= 0.0 ? 0 : static_cast<int>(std::min(edge, 99.0)); }
  static int last(double edge) {
    return edge < 0.0 ? -1 : std::min(kDigitSide - 1, static_cast<int>(std::min(edge, 99.0)) + 1);
  }

  std::array<double, kDigitPixels> squares_{};
};

void drawGlyph(Canvas& canvas, Random& random, const Glyph& glyph, const Variation& by,
               double reach) {
  const Warp warp(random, by);
  for (Stroke stroke : glyph) {
    for (auto& point : stroke.points) {
      point.x += around(random, by.jitter);
      point.y += around(random, by.jitter);
    }
    auto chain = flatten(stroke, kPiecesPerSpan);
    std::ranges::transform(chain, chain.begin(), warp);
    for (std::size_t i = 1; i < chain.size(); ++i) canvas.draw(chain[i - 1], chain[i], reach);
  }
}

/// A short foreign stroke anywhere, as of the neighbouring digit.
void drawDistractor(Canvas& canvas, Random& random, double reach) {
  constexpr double kLength = 7.0;
  const Point from{random.uniform(0.0, kDigitSide), random.uniform(0.0, kDigitSide)};
  canvas.draw(from, {from.x + around(random, kLength), from.y + around(random, kLength)}, reach);
}

void addNoise(std::span<std::uint8_t> pixels, const std::array<double, kDigitPixels>& ink,
              Random& random, const Variation& by) {
  constexpr double kWord = 0x1.0p-32;
  for (std::size_t i = 0; i < kDigitPixels; ++i) {
    // The product of two uniform numbers: most pixels nearly clean, a few badly wrong.
    const double grain = random.next32() * kWord;
    const double sign = 2.0 * (random.next32() * kWord) - 1.0;
    const double value = std::clamp(ink[i] + 2.0 * by.noise * grain * sign, 0.0, 1.0);
    pixels[i] = static_cast<std::uint8_t>(std::floor(value * kInk + 0.5));
  }
}

std::uint8_t render(std::span<std::uint8_t> pixels, Random& random, const Variation& by) {
  const auto digit = random.below(kDigits);
  const auto& glyphs = glyphsOf(digit);
  const auto& glyph = glyphs[random.below(glyphs.size())];
  const double radius = random.uniform(0.5, 1.7);
  const double contrast = random.uniform(0.55, 1.0);

  Canvas canvas;
  drawGlyph(canvas, random, glyph, by, radius + 1.0);
  for (int i = 0; i < 2; ++i)
    if (random.uniform() < by.distractor) drawDistractor(canvas, random, radius + 1.0);
  std::array<double, kDigitPixels> ink{};
  for (std::size_t i = 0; i < kDigitPixels; ++i) ink[i] = contrast * canvas.ink(i, radius);
  addNoise(pixels, ink, random, by);
  return static_cast<std::uint8_t>(digit);
}

}  // namespace

/// Drawn digits with random shape, pen, place, noise and foreign strokes; needs no file.
Entry<DatasetSource> syntheticDigits() {
  Entry<DatasetSource> entry;
  entry.key = "synthetic-digits";
  entry.name = "Synthetic digits";
  entry.summary = "Distorted drawn digits, 28x28 grey, generated from a seed; needs no download.";
  entry.parameters = generatedParameters(
      Integer{20000, 100, 200000, Scale::Log}, Integer{4000, 100, 50000, Scale::Log},
      "Scales every distortion, the noise and the foreign strokes; 0 is clean print.");
  entry.make = [key = entry.key](const Settings& settings) {
    const auto renderWith = [by = variationOf(settings.real("difficulty"))](
                                std::span<std::uint8_t> pixels, Random& random) {
      return render(pixels, random, by);
    };
    return makeGenerated({.key = key,
                          .classes = kDigits,
                          .shape = {1, kDigitSide, kDigitSide},
                          .firstStream = 0,
                          .render = renderWith,
                          .classNames = numberNames(kDigits)},
                         settings);
  };
  return entry;
}

}  // namespace telegrad
