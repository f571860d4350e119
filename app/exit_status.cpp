// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_status.h"

#include <iostream>

namespace telegrad {

int refuse(std::string_view program, std::string_view why) {
  std::cerr << program << ": " << why << '\n';
  return kUnusable;
}

}  // namespace telegrad
