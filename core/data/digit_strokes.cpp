// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digit_strokes.h"

#include <algorithm>
#include <array>

namespace telegrad {
namespace {

using enum Stroke::Kind;

const Glyph kRoundZero{{Loop,
                        {{0.50, 0.05},
                         {0.77, 0.18},
                         {0.84, 0.50},
                         {0.77, 0.82},
                         {0.50, 0.95},
                         {0.23, 0.82},
                         {0.16, 0.50},
                         {0.23, 0.18}}}};
const Glyph kNarrowZero{
    {Loop, {{0.55, 0.05}, {0.74, 0.25}, {0.70, 0.60}, {0.48, 0.95}, {0.28, 0.78}, {0.32, 0.35}}}};

const Glyph kPlainOne{{Line, {{0.50, 0.05}, {0.50, 0.95}}}};
const Glyph kHookedOne{{Line, {{0.30, 0.28}, {0.52, 0.05}, {0.52, 0.95}}}};
const Glyph kBasedOne{{Line, {{0.32, 0.25}, {0.50, 0.06}, {0.50, 0.94}}},
                      {Line, {{0.28, 0.94}, {0.74, 0.94}}}};

const Glyph kAngularTwo{{Curve,
                         {{0.20, 0.28},
                          {0.32, 0.09},
                          {0.57, 0.05},
                          {0.78, 0.21},
                          {0.71, 0.45},
                          {0.45, 0.70},
                          {0.18, 0.94}}},
                        {Line, {{0.18, 0.94}, {0.85, 0.93}}}};
const Glyph kLoopedTwo{{Curve,
                        {{0.22, 0.25},
                         {0.46, 0.05},
                         {0.74, 0.20},
                         {0.64, 0.55},
                         {0.34, 0.88},
                         {0.17, 0.86},
                         {0.28, 0.74},
                         {0.55, 0.88},
                         {0.85, 0.90}}}};

const Glyph kRoundThree{
    {Curve, {{0.20, 0.15}, {0.50, 0.05}, {0.75, 0.22}, {0.65, 0.41}, {0.42, 0.48}}},
    {Curve, {{0.42, 0.48}, {0.70, 0.55}, {0.80, 0.75}, {0.55, 0.95}, {0.20, 0.85}}}};
const Glyph kFlatThree{
    {Line, {{0.20, 0.07}, {0.75, 0.07}, {0.45, 0.40}}},
    {Curve, {{0.45, 0.40}, {0.75, 0.50}, {0.80, 0.76}, {0.50, 0.95}, {0.20, 0.85}}}};

const Glyph kClosedFour{{Line, {{0.64, 0.95}, {0.64, 0.05}, {0.14, 0.64}, {0.88, 0.64}}}};
const Glyph kOpenFour{{Line, {{0.22, 0.08}, {0.18, 0.52}, {0.82, 0.50}}},
                      {Line, {{0.76, 0.10}, {0.70, 0.95}}}};

const Glyph kAngularFive{
    {Line, {{0.80, 0.07}, {0.28, 0.07}, {0.24, 0.45}}},
    {Curve, {{0.24, 0.45}, {0.52, 0.38}, {0.79, 0.54}, {0.76, 0.80}, {0.50, 0.95}, {0.20, 0.86}}}};
const Glyph kSweptFive{
    {Line, {{0.45, 0.10}, {0.82, 0.06}}},
    {Curve, {{0.42, 0.10}, {0.30, 0.40}, {0.58, 0.50}, {0.70, 0.72}, {0.50, 0.93}, {0.18, 0.90}}}};

const Glyph kRoundSix{{Curve,
                       {{0.70, 0.08},
                        {0.40, 0.25},
                        {0.20, 0.60},
                        {0.30, 0.88},
                        {0.55, 0.95},
                        {0.78, 0.80},
                        {0.70, 0.58},
                        {0.46, 0.53},
                        {0.24, 0.70}}}};
const Glyph kStraightSix{{Curve,
                          {{0.45, 0.05},
                           {0.30, 0.40},
                           {0.27, 0.78},
                           {0.48, 0.95},
                           {0.68, 0.82},
                           {0.62, 0.64},
                           {0.42, 0.64},
                           {0.28, 0.80}}}};

const Glyph kPlainSeven{{Line, {{0.15, 0.08}, {0.82, 0.08}, {0.40, 0.95}}}};
const Glyph kBarredSeven{{Line, {{0.15, 0.10}, {0.82, 0.08}, {0.42, 0.95}}},
                         {Line, {{0.34, 0.50}, {0.76, 0.48}}}};

const Glyph kTwoRingEight{
    {Loop, {{0.50, 0.05}, {0.71, 0.14}, {0.71, 0.36}, {0.50, 0.47}, {0.29, 0.36}, {0.29, 0.14}}},
    {Loop, {{0.50, 0.47}, {0.77, 0.59}, {0.77, 0.84}, {0.50, 0.95}, {0.23, 0.84}, {0.23, 0.59}}}};
const Glyph kOneStrokeEight{{Curve,
                             {{0.75, 0.16},
                              {0.50, 0.05},
                              {0.28, 0.20},
                              {0.42, 0.43},
                              {0.70, 0.63},
                              {0.74, 0.85},
                              {0.50, 0.95},
                              {0.27, 0.83},
                              {0.38, 0.60},
                              {0.65, 0.40},
                              {0.76, 0.18}}}};

const Glyph kStraightNine{
    {Loop, {{0.50, 0.05}, {0.74, 0.15}, {0.74, 0.39}, {0.50, 0.50}, {0.26, 0.39}, {0.26, 0.15}}},
    {Line, {{0.76, 0.25}, {0.68, 0.95}}}};
const Glyph kCurvedNine{{Curve,
                         {{0.74, 0.25},
                          {0.52, 0.06},
                          {0.26, 0.22},
                          {0.36, 0.48},
                          {0.62, 0.45},
                          {0.75, 0.22},
                          {0.74, 0.62},
                          {0.55, 0.92},
                          {0.24, 0.90}}}};

/// The point at `t` (0 to 1) of the Catmull-Rom span from `b` to `c`.
Point between(const std::array<Point, 4>& p, double t) {
  const auto blend = [t](double a, double b, double c, double d) {
    return 0.5 * (2.0 * b + t * ((c - a) + t * ((2.0 * a - 5.0 * b + 4.0 * c - d) +
                                                t * (3.0 * b - a - 3.0 * c + d))));
  };
  return {blend(p[0].x, p[1].x, p[2].x, p[3].x), blend(p[0].y, p[1].y, p[2].y, p[3].y)};
}

}  // namespace

const std::vector<Glyph>& glyphsOf(std::size_t digit) {
  static const std::array<std::vector<Glyph>, 10> kGlyphs{{
      {kRoundZero, kNarrowZero},
      {kPlainOne, kHookedOne, kBasedOne},
      {kAngularTwo, kLoopedTwo},
      {kRoundThree, kFlatThree},
      {kClosedFour, kOpenFour},
      {kAngularFive, kSweptFive},
      {kRoundSix, kStraightSix},
      {kPlainSeven, kBarredSeven},
      {kTwoRingEight, kOneStrokeEight},
      {kStraightNine, kCurvedNine},
  }};
  return kGlyphs.at(digit);
}

std::vector<Point> flatten(const Stroke& stroke, int pieces) {
  if (stroke.kind == Line) return stroke.points;
  const auto count = static_cast<std::ptrdiff_t>(stroke.points.size());
  const bool loop = stroke.kind == Loop;
  // A loop's ends meet; a curve's end points count twice.
  const auto at = [&](std::ptrdiff_t i) {
    const auto place = loop ? (i + count) % count : std::clamp<std::ptrdiff_t>(i, 0, count - 1);
    return stroke.points[static_cast<std::size_t>(place)];
  };
  std::vector<Point> chain{at(0)};
  for (std::ptrdiff_t span = 0; span < (loop ? count : count - 1); ++span) {
    const std::array<Point, 4> around{at(span - 1), at(span), at(span + 1), at(span + 2)};
    for (int piece = 1; piece <= pieces; ++piece)
      chain.push_back(between(around, static_cast<double>(piece) / pieces));
  }
  return chain;
}

}  // namespace telegrad
