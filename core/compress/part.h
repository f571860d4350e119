// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/compress/compressor.h"

namespace telegrad {

/// An entry of the catalogue as a part of another one. Its parameters are the other's too, as they
/// are described, under keys and labels of their own.
struct Part {
  CompressorEntry entry;
  std::string key;    ///< before each parameter's key: "values_"; or nothing
  std::string label;  ///< before each label: "Values: "; or nothing
  Values fixed = {};  ///< by their own keys: what is not the user's to set here
};

/// The part's parameters for the list of the whole. `onlyWith`, where given, is the choice of the
/// whole without which the part is not there; none of its parameters may then have both conditions.
std::vector<Parameter> parametersOf(const Part& part,
                                    const std::optional<Condition>& onlyWith = std::nullopt);

/// The part's own settings, from those of the whole.
Settings settingsOf(const Part& part, const Settings& whole);

}  // namespace telegrad
