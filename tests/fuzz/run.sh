#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers with the preset asan, assertions on, and runs each for so many seconds:
# tests/fuzz/run.sh 60. They begin with files as the program writes them, and keep what they find worth
# keeping in build/fuzz/corpus. An input that breaks a fuzzer is left in build/fuzz/found. Exit status: 0
# nothing found, 1 something.
#
#   TELEGRAD_FUZZ_JOBS   compilers at a time (default: as many as there are processors)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS}
build=build/fuzz
programs=build/asan
fuzzers=(checkpoint columns digests experiment figure journal notes report rows state summary sweep)

cmake --preset asan >/dev/null
cmake --build --preset asan -j "${TELEGRAD_FUZZ_JOBS:-$(nproc)}" --target "${fuzzers[@]/#/fuzz_}" telegrad-cli

# A run's own files are what the fuzzers begin with.
run=$build/run
if [[ ! -s $run/summary.json ]]; then
  $programs/app/telegrad-cli run quick-start --set model.key=quadratic --set run.max_iterations=20 \
    --set run.evaluate_every=5 --out $run --overwrite >/dev/null 2>&1
fi
for fuzzer in "${fuzzers[@]}"; do mkdir -p $build/corpus/$fuzzer; done
cp $run/checkpoints/*.ckpt $build/corpus/checkpoint/ 2>/dev/null || true
cp $run/digests.csv $build/corpus/digests/
cp resources/experiments/*.toml $build/corpus/experiment/
cp $run/journal.jsonl $build/corpus/journal/
cp $run/iterations.csv $build/corpus/rows/
cp $run/evaluations.csv $build/corpus/columns/
cp $run/summary.json $build/corpus/summary/
cp resources/sweeps/*.toml $build/corpus/sweep/
printf '%s\n' '{"name":"a run","tags":["one","two"],"note":"said","colour":3,"baseline":true}' >$build/corpus/notes/all.json
printf '%s\n' '{"iteration":3,"change":"algorithm.learning_rate","from":0.005,"to":0.25}' \
  >$build/corpus/journal/change.jsonl
{ cat $run/iterations.csv; printf '\0'; cat $build/corpus/journal/change.jsonl; } \
  >$build/corpus/report/run

cp tests/fuzz/seeds/figure/* $build/corpus/figure/

mkdir -p $build/found
# fuzz NAME: one line of what came of it.
fuzz() {
  if $programs/tests/fuzz/fuzz_$1 -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 -artifact_prefix=$build/found/$1- -print_final_stats=1 \
    $build/corpus/$1 >$build/$1.log 2>&1; then
    printf '%-12s ok, %s inputs\n' "$1" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' $build/$1.log)"
  else
    printf '%-12s FAILED\n' "$1"
    grep -aE 'ERROR|SUMMARY|Test unit written' $build/$1.log || tail -n 20 $build/$1.log
    return 1
  fi
}
export -f fuzz
export build programs seconds
# Two for each processor: each then has about half of one, and all take half as long.
printf '%s\n' "${fuzzers[@]}" | xargs -P "$((2 * $(nproc)))" -I NAME bash -c 'fuzz NAME'
