// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A loop marked so is compiled for several levels of x86-64; the loader picks one at start. The
// sanitizers' run-time is not up yet when it does, and clang 14 does not know the form: there the
// mark is empty.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TELEGRAD_MULTIVERSION \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define TELEGRAD_MULTIVERSION
#endif
