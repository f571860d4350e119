// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/base/random.h"
#include "core/data/dataset.h"
#include "core/data/digit_strokes.h"

// Every operation on the way to a pixel is IEEE double + - * / or sqrt, or on integers: the C
// library's sine or logarithm may differ in the last bit between machines, and so may not decide a
// pixel.

namespace telegrad {
namespace {

constexpr int kSide = 28;
constexpr std::size_t kPixels = std::size_t{kSide} * kSide;
constexpr std::size_t kClasses = 10;
constexpr int kPiecesPerSpan = 4;
constexpr double kWhite = 255.0;

enum class Part : std::uint32_t { Train = 0, Test = 1 };

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
    x0_ = 0.5 * (kSide - 1) + around(random, by.shift);
    y0_ = 0.5 * (kSide - 1) + around(random, by.shift);
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
            squares_[static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)];
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
    return edge < 0.0 ? -1 : std::min(kSide - 1, static_cast<int>(std::min(edge, 99.0)) + 1);
  }

  std::array<double, kPixels> squares_{};
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
  const Point from{random.uniform(0.0, kSide), random.uniform(0.0, kSide)};
  canvas.draw(from, {from.x + around(random, kLength), from.y + around(random, kLength)}, reach);
}

void addNoise(std::span<std::uint8_t> pixels, const std::array<double, kPixels>& ink,
              Random& random, const Variation& by) {
  constexpr double kWord = 0x1.0p-32;
  for (std::size_t i = 0; i < kPixels; ++i) {
    // The product of two uniform numbers: most pixels nearly clean, a few badly wrong.
    const double grain = random.next32() * kWord;
    const double sign = 2.0 * (random.next32() * kWord) - 1.0;
    const double value = std::clamp(ink[i] + 2.0 * by.noise * grain * sign, 0.0, 1.0);
    pixels[i] = static_cast<std::uint8_t>(std::floor(value * kWhite + 0.5));
  }
}

/// Example `index` of a part: depends on nothing but these, so a larger set begins with the smaller
/// one of the same seed.
std::uint8_t render(std::span<std::uint8_t> pixels, std::uint64_t seed, Part part,
                    std::uint64_t index, const Variation& by) {
  Random random(seed, Purpose::SyntheticData, static_cast<std::uint32_t>(part), index);
  const auto digit = random.below(kClasses);
  const auto& glyphs = glyphsOf(digit);
  const auto& glyph = glyphs[random.below(glyphs.size())];
  const double radius = random.uniform(0.5, 1.7);
  const double contrast = random.uniform(0.55, 1.0);

  Canvas canvas;
  drawGlyph(canvas, random, glyph, by, radius + 1.0);
  for (int i = 0; i < 2; ++i)
    if (random.uniform() < by.distractor) drawDistractor(canvas, random, radius + 1.0);
  std::array<double, kPixels> ink{};
  for (std::size_t i = 0; i < kPixels; ++i) ink[i] = contrast * canvas.ink(i, radius);
  addNoise(pixels, ink, random, by);
  return static_cast<std::uint8_t>(digit);
}

/// Mean and deviation of the pixels / 255, from exact integer sums.
Normalisation normalisationOf(const std::vector<std::uint8_t>& pixels) {
  std::uint64_t sum = 0;
  std::uint64_t squares = 0;
  for (const std::uint64_t pixel : pixels) {
    sum += pixel;
    squares += pixel * pixel;
  }
  const auto count = static_cast<double>(pixels.size());
  const double mean = static_cast<double>(sum) / count;
  const double variance = static_cast<double>(squares) / count - mean * mean;
  return {{static_cast<float>(mean / kWhite)}, {static_cast<float>(std::sqrt(variance) / kWhite)}};
}

class SyntheticDigits final : public DatasetSource {
 public:
  explicit SyntheticDigits(const Settings& settings)
      : train_(static_cast<std::size_t>(settings.integer("train_examples"))),
        test_(static_cast<std::size_t>(settings.integer("test_examples"))),
        seed_(static_cast<std::uint64_t>(settings.integer("seed"))),
        variation_(variationOf(settings.real("difficulty"))) {}

  Result<Dataset> load(const DataFolders& /*folders*/) const override {
    Dataset dataset;
    dataset.key = "synthetic-digits";
    dataset.classes = kClasses;
    dataset.train = generate(Part::Train, train_);
    dataset.test = generate(Part::Test, test_);
    dataset.normalisation = normalisationOf(dataset.train.pixels);
    dataset.origin = "generated from seed " + std::to_string(seed_);
    return dataset;
  }

 private:
  Images generate(Part part, std::size_t count) const {
    Images images{Shape{1, kSide, kSide}, std::vector<std::uint8_t>(count * kPixels),
                  std::vector<std::uint8_t>(count)};
    for (std::size_t i = 0; i < count; ++i)
      images.labels[i] = render(std::span(images.pixels).subspan(i * kPixels, kPixels), seed_, part,
                                i, variation_);
    return images;
  }

  std::size_t train_;
  std::size_t test_;
  std::uint64_t seed_;
  Variation variation_;
};

std::vector<Parameter> parameters() {
  return {{.key = "train_examples",
           .label = "Training examples",
           .unit = "",
           .help = "How many images to train on.",
           .kind = Integer{20000, 100, 200000, Scale::Log}},
          {.key = "test_examples",
           .label = "Test examples",
           .unit = "",
           .help = "How many images to measure accuracy on.",
           .kind = Integer{4000, 100, 50000, Scale::Log}},
          {.key = "seed",
           .label = "Image seed",
           .unit = "",
           .help = "Which images; independent of the run's own seed.",
           .kind = Integer{1, 0, 2147483647}},
          {.key = "difficulty",
           .label = "Difficulty",
           .unit = "",
           .help = "Scales every distortion, the noise and the foreign strokes; 0 is clean print.",
           .kind = Real{1.0, 0.0, 2.0}}};
}

}  // namespace

/// Drawn digits with random shape, pen, place, noise and foreign strokes; needs no file.
Entry<DatasetSource> syntheticDigits() {
  Entry<DatasetSource> entry;
  entry.key = "synthetic-digits";
  entry.name = "Synthetic digits";
  entry.summary = "Distorted drawn digits, 28x28 grey, generated from a seed; needs no download.";
  entry.parameters = parameters();
  entry.make = [](const Settings& settings) { return std::make_unique<SyntheticDigits>(settings); };
  return entry;
}

}  // namespace telegrad
