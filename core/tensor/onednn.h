// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <dnnl.hpp>
#include <initializer_list>
#include <vector>

#include "core/tensor/vector_ops.h"

// oneDNN as the layers use it. Its headers are read here and in core/nn only: versions 2 and 3
// describe primitives in different ways.

namespace telegrad::onednn {

/// The processor. One for the program: oneDNN keeps the code it generates per engine, so the models
/// of all workers share it. Any thread.
const dnnl::engine& cpu();

/// A row-major matrix of floats.
dnnl::memory::desc matrix(std::size_t rows, std::size_t columns);

/// A [rows, columns] matrix of floats that is stored as its transpose, row-major.
dnnl::memory::desc transposedMatrix(std::size_t rows, std::size_t columns);

/// What every primitive of ours is made with: scratch memory is the caller's. The library's own is,
/// unless it was built for concurrent execution, shared by all primitives that one thread creates,
/// also when different threads then run them.
dnnl::primitive_attr ownScratchpad();

/// Memory that the computations of one thread work in, one after another: as much as the one with
/// the most needs.
class Scratchpad {
 public:
  void reserve(std::size_t bytes) {
    if (memory_.size() * sizeof(float) < bytes)
      memory_.resize((bytes + sizeof(float) - 1) / sizeof(float));
  }
  void* data() { return memory_.data(); }

 private:
  FloatVector memory_;
};

/// A primitive with its arguments described once; a call only fills in the addresses, which need no
/// alignment, and allocates nothing of ours.
/// Threads: one at a time.
class Computation {
 public:
  struct Argument {
    int name = 0;  ///< DNNL_ARG_...
    dnnl::memory::desc shape;
  };

  /// Inputs first, then outputs, in the order in which run() gets their addresses. With `shared`,
  /// which must outlive it, it works in that; else in memory of its own.
  Computation(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad,
              std::initializer_list<Argument> inputs, std::initializer_list<Argument> outputs,
              Scratchpad* shared = nullptr);

  void run(std::initializer_list<const float*> inputs, std::initializer_list<float*> outputs);

 private:
  dnnl::primitive primitive_;
  dnnl::stream stream_;
  std::size_t inputCount_ = 0;
  Scratchpad* shared_ = nullptr;
  std::vector<dnnl::memory> memories_;      // inputs, outputs, scratchpad
  std::vector<dnnl_exec_arg_t> arguments_;  // handles of memories_
};

/// Copies a tensor from one order to another. Input: the original; output: the copy.
Computation reordering(const dnnl::memory::desc& from, const dnnl::memory::desc& to,
                       Scratchpad* shared = nullptr);

}  // namespace telegrad::onednn
