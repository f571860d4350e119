// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/compress/compressor.h"
#include "core/compress/part.h"

namespace telegrad {

/// The entries that a sparsifier keeps, as tensors, of vectors of a layout: what is proven of an
/// operator on vectors of these holds of it on whatever the sparsifier keeps.
using KeptLayout = std::function<Layout(const Settings& sparsifier, const Layout& layout)>;

/// The operator Q(S(x)) of a sparsifier S and an operator Q on the vector of the k entries that S
/// keeps: S's positions travel as S sends them, and the values as Q does. Q is given the entries
/// kept of each tensor as a tensor of the same name, so that what it does by tensor it does here
/// too.
///
/// Shapes: payload S's positions, in a form that tells its end (Sparsifier::appendPositions()),
/// then
///   Q's payload of k entries.
/// Errors: those of S and Q.
///
/// `description` has key, name, summary and source. The parameters are S's, under their own keys,
/// as what they say of it they say of the whole, and Q's, under "values_". `sparsifier` makes a
/// Sparsifier. What is proven of Q is taken on vectors of the layout that `kept` gives.
/// Source: sparsification followed by quantisation; Beznosikov, Horvath, Richtarik and Safaryan, On
///   Biased Compression for Distributed Learning, JMLR 2023.
CompressorEntry composed(const Description& description, const CompressorEntry& sparsifier,
                         const CompressorEntry& quantiser, const KeptLayout& kept);

/// What is then proven of Q(S(x)), from what is of S on vectors of a layout and of Q on what S
/// keeps of them. Where S keeps entries as they are, and of ||x||^2 at least a share q in the mean:
///
///     B1(q alpha, beta), B2(q gamma, beta), B3(delta / q)   of Q's alpha, beta, gamma, delta,
///
/// as Q(y) is zero where y = S(x) is, so that <Q(y), x> = <Q(y), y> and ||Q(y) - x||^2 =
/// ||Q(y) - y||^2 + ||x||^2 - ||y||^2. Where both are unbiased: U(zeta_S zeta_Q).
ClassParameters classesOfComposed(const ClassParameters& sparsifier,
                                  const ClassParameters& quantiser);

}  // namespace telegrad
