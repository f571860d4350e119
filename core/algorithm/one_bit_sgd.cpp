// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/ef_sgd.h"

namespace telegrad {

/// EfSgd with the 1-bit operator: the mean of what is not negative and the mean of what is, and for
/// each weight which of the two. The publication feeds back what is left of the gradient without
/// the learning rate; at a rate that does not change it is the same.
AlgorithmEntry oneBitSgd() {
  auto entry = EfSgd::entry();
  entry.key = "one-bit-sgd";
  entry.name = "1-bit SGD";
  entry.summary =
      "Error feedback with one bit for each weight, which says whether it is above zero, and the "
      "means of those that are and of those that are not.";
  entry.source =
      "Seide, Fu, Droppo, Li and Yu, 1-bit stochastic gradient descent and its application to "
      "data-parallel distributed training of speech DNNs, Interspeech 2014";
  entry.usualCompressor = "one-bit";
  return entry;
}

}  // namespace telegrad
