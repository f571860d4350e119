// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace telegrad {

// What an aggregation costs on other networks than one link, and the time of an iteration then.
// Workers: 1 or more. Bits 0 or more, rates above 0, times 0 or more, tau >= 0; the results are NaN
// for arguments outside. Seconds.

/// How long an aggregation holds a worker's link, and how long it is under way besides.
struct AggregationCost {
  double transferSeconds = 0.0;
  double latencySeconds = 0.0;
};

/// Every worker's compressed message goes around the ring: (n - 1) bits / a on each link, n - 1
/// hops. Sparse messages cannot be summed on the way.
AggregationCost sparseAllGather(int workers, double messageBits, double bitsPerSecond,
                                double hopSeconds);

/// Reduce-scatter and all-gather of the dense gradient on a ring: 2 (n - 1) / n of S_g / a on each
/// link, 2 (n - 1) hops.
AggregationCost denseRingAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                   double hopSeconds);

/// A binary tree in which rank r's children are 2 r + 1 and 2 r + 2: every worker sends its sum to
/// its parent, each parent then sends the total to the first child and to the second. With D the
/// depth of a worker and j how often the way down to it is a second child's, the worker whose
/// (2 D + j) S_g / a + 2 D hops are longest; of n = 2^(h+1) - 1 the last one, 3 h S_g / a + 2 h
/// hops. What is received is not limited. The transfer does not hold one link: for tau = 0 only.
AggregationCost binaryTreeAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                    double hopSeconds);

/// Two such trees at once, each for half of the gradient, and in each other workers have children
/// (Sanders, Speck and Träff, Parallel Computing 2009). The places 1 ... n of a tree are in order,
/// at the top the largest power of two; with H the depth of the deepest place, D and j as above of
/// each, the place whose (H + D + j) S_g / (2 a) + (H + D) hops are longest. If n is odd, one
/// worker is a leaf in both trees and sends twice: where place n is one of the deepest, that is
/// S_g / (2 a) more. For tau = 0 only.
AggregationCost doubleTreeAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                    double hopSeconds);

/// Recursive halving and doubling of the dense gradient among the largest power of two 2^p of
/// workers: 2 (2^p - 1) / 2^p of S_g / a, 2 p hops. If there are more workers than that, each of
/// the others sends its whole gradient to one of these before and gets the whole sum after: S_g / a
/// and a hop more each time. For tau = 0 only, if others are folded so. Source: Thakur,
/// Rabenseifner and Gropp, IJHPCA 2005.
AggregationCost halvingDoublingAllReduce(int workers, double gradientBits, double bitsPerSecond,
                                         double hopSeconds);

/// The messages of all workers on the server's one link: n * bits / a_server, for either direction.
double sharedServerSeconds(int workers, double messageBits, double serverBitsPerSecond);

/// max{ T_comp, transfer, (T_comp + latency + transfer) / (tau + 1) }, as iterationTime() of one
/// link.
///
/// For the two collectives exact if tau = 0 or the hops take no time, else a lower bound: between
/// two rounds of one aggregation a link may wait.
double iterationTime(double computeSeconds, const AggregationCost& cost, int tau);

/// A worker and its own links to and from the server, in seconds for one iteration.
struct WorkerPath {
  double computeSeconds = 0.0;
  double uplinkSeconds = 0.0;    ///< serialisation of its message; delta S_g / a_up
  double downlinkSeconds = 0.0;  ///< serialisation of the average
  double uplinkLatencySeconds = 0.0;
  double downlinkLatencySeconds = 0.0;
};

/// Different workers, a server that waits for all:
///
///   max over i of { T_i, up_i, down_i, (T_i + up_i + down_i + latencies_i) / (tau + 1) }
///
/// Exact in the mean over the steady state. NaN of no workers.
/// Source: maximum cycle mean; a circuit enters and leaves the server by the same worker.
double iterationTime(std::span<const WorkerPath> workers, int tau);

}  // namespace telegrad
