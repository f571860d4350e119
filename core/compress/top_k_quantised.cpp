// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <variant>

#include "core/compress/composed.h"

namespace telegrad {

// The parts, each from its own file.
CompressorEntry topK();
Layout keptByTopK(const Settings& settings, const Layout& layout);
CompressorEntry naturalCompression();
CompressorEntry exponentialDithering();
CompressorEntry fp16();

namespace {

/// Powers of two, as in natural dithering, unless the user chooses another base.
CompressorEntry exponentialDitheringOfBaseTwo() {
  auto entry = exponentialDithering();
  const auto base = std::ranges::find(entry.parameters, "base", &Parameter::key);
  assert(base != entry.parameters.end());
  std::get<Real>(base->kind).initial = 2.0;
  return entry;
}

}  // namespace

CompressorEntry topKNatural() {
  return composed(
      {.key = "top-k-natural",
       .name = "Top-k + natural compression",
       .summary = "Keeps the entries of largest magnitude and rounds them to powers of two.",
       .source = "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for "
                 "Distributed Learning, JMLR 2023; Horvath and others, Natural Compression for "
                 "Distributed Deep Learning, MSML 2022",
       .parameters = {}},
      topK(), naturalCompression(), keptByTopK);
}

/// In B1(k/d, zeta) and B2(k/d, zeta), zeta that of the dithering on the k entries kept.
CompressorEntry topKDithering() {
  return composed(
      {.key = "top-k-dithering",
       .name = "Top-k + exponential dithering",
       .summary = "Keeps the entries of largest magnitude and rounds them to powers of a base "
                  "times a norm.",
       .source = "Beznosikov, Horvath, Richtarik and Safaryan, On Biased Compression for "
                 "Distributed Learning, JMLR 2023",
       .parameters = {}},
      topK(), exponentialDitheringOfBaseTwo(), keptByTopK);
}

CompressorEntry topKFp16() {
  return composed({.key = "top-k-fp16",
                   .name = "Top-k + 16-bit floats",
                   .summary = "Keeps the entries of largest magnitude as half-precision floats.",
                   .source = "Aji and Heafield, Sparse Communication for Distributed Gradient "
                             "Descent, EMNLP 2017; IEEE 754-2008, binary16",
                   .parameters = {}},
                  topK(), fp16(), keptByTopK);
}

}  // namespace telegrad
