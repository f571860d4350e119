// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// TELEGRAD_MULTIVERSION before a function compiles it once for each generation of x86-64 and picks
// at load time, so that a program built for old machines is fast on new ones. The bits are the
// same in all versions as long as the function fixes the order of its sums itself: the project is
// compiled without fused rounding (-ffp-contract=off) and without -ffast-math.
//
// The choice is made by an ifunc, whose resolver runs before a sanitizer's runtime is ready; and
// only GCC on x86-64 compiles the list of targets below. Elsewhere there is one version.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TELEGRAD_MULTIVERSION \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define TELEGRAD_MULTIVERSION
#endif
