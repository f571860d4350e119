// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/onednn.h"

#include <cassert>
#include <utility>

namespace telegrad::onednn {
namespace {

using Dims = dnnl::memory::dims;
constexpr auto kFloat = dnnl::memory::data_type::f32;

Dims extents(std::size_t first, std::size_t second) {
  return {static_cast<dnnl::memory::dim>(first), static_cast<dnnl::memory::dim>(second)};
}

}  // namespace

const dnnl::engine& cpu() {
  static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  return engine;
}

dnnl::memory::desc matrix(std::size_t rows, std::size_t columns) {
  return {extents(rows, columns), kFloat, extents(columns, 1)};
}

dnnl::memory::desc transposedMatrix(std::size_t rows, std::size_t columns) {
  return {extents(rows, columns), kFloat, extents(1, rows)};
}

dnnl::primitive_attr ownScratchpad() {
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return attributes;
}

Computation::Computation(dnnl::primitive primitive, const dnnl::memory::desc& scratchpad,
                         std::initializer_list<Argument> inputs,
                         std::initializer_list<Argument> outputs, Scratchpad* shared)
    : primitive_(std::move(primitive)),
      stream_(cpu()),
      inputCount_(inputs.size()),
      shared_(shared) {
  const auto add = [this](int name, const dnnl::memory& memory) {
    memories_.push_back(memory);
    arguments_.push_back({name, memory.get()});
  };
  for (const auto& group : {inputs, outputs})
    for (const auto& [name, shape] : group) add(name, dnnl::memory(shape, cpu(), DNNL_MEMORY_NONE));
  if (shared_ == nullptr) {
    add(DNNL_ARG_SCRATCHPAD, dnnl::memory(scratchpad, cpu()));
  } else {
    shared_->reserve(scratchpad.get_size());
    add(DNNL_ARG_SCRATCHPAD, dnnl::memory(scratchpad, cpu(), DNNL_MEMORY_NONE));
  }
}

void Computation::run(std::initializer_list<const float*> inputs,
                      std::initializer_list<float*> outputs) {
  assert(inputs.size() == inputCount_ && inputs.size() + outputs.size() + 1 == memories_.size());
  auto memory = memories_.begin();
  // The interface knows no constant memory; the primitive only reads its inputs.
  for (const float* input : inputs)
    (memory++)->set_data_handle(const_cast<float*>(input));  // NOLINT(*-const-cast)
  for (float* output : outputs) (memory++)->set_data_handle(output);
  if (shared_ != nullptr) memory->set_data_handle(shared_->data());
  dnnl::error::wrap_c_api(
      dnnl_primitive_execute(primitive_.get(), stream_.get(), static_cast<int>(arguments_.size()),
                             arguments_.data()),
      "oneDNN could not carry out a computation");
  stream_.wait();
}

Computation reordering(const dnnl::memory::desc& from, const dnnl::memory::desc& to,
                       Scratchpad* shared) {
  const dnnl::reorder::primitive_desc description(cpu(), from, cpu(), to, ownScratchpad());
  return {dnnl::reorder(description),
          description.scratchpad_desc(),
          {{DNNL_ARG_FROM, from}},
          {{DNNL_ARG_TO, to}},
          shared};
}

}  // namespace telegrad::onednn
