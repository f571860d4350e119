// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/compressor.h"
#include "core/compress/part.h"

namespace telegrad {

/// How many entries a sparsifier keeps of vectors of one length, all other things being equal.
enum class KeptNumber { Same, Any };

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
/// Sparsifier. Where it keeps the same number k of every vector, what is proven of Q is taken on
/// vectors of k, else of d. Source: sparsification followed by quantisation; Beznosikov, Horvath,
/// Richtarik and Safaryan, On
///   Biased Compression for Distributed Learning, JMLR 2023.
CompressorEntry composed(const Description& description, const CompressorEntry& sparsifier,
                         const CompressorEntry& quantiser, KeptNumber number);

/// What is then proven of Q(S(x)), from what is of S on vectors of d entries and of Q on what S
/// keeps. Where S keeps entries as they are, and of ||x||^2 at least a share q in the mean:
///
///     B1(q alpha, beta), B2(q gamma, beta), B3(delta / q)   of Q's alpha, beta, gamma, delta,
///
/// as Q(y) is zero where y = S(x) is, so that <Q(y), x> = <Q(y), y> and ||Q(y) - x||^2 =
/// ||Q(y) - y||^2 + ||x||^2 - ||y||^2. Where both are unbiased: U(zeta_S zeta_Q).
ClassParameters classesOfComposed(const ClassParameters& sparsifier,
                                  const ClassParameters& quantiser);

}  // namespace telegrad
