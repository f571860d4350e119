// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/journal_text.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = telegrad::test::fileOf(data, size, "journal.jsonl");
  const auto entries = telegrad::readEntries(file, telegrad::Experiment());
  const auto sound = telegrad::parseSoundEntries(telegrad::test::textOf(data, size), "fuzz.jsonl",
                                                 telegrad::Experiment());
  // What is refused is noted, and what is not is whole.
  if (entries.has_value() != sound.notes.empty()) __builtin_trap();
  if (!entries) return 0;
  if (entries->size() != sound.entries.size()) __builtin_trap();
  // What was read can be written, and reads back equal.
  std::string text;
  for (const auto& change : telegrad::changesIn(*entries))
    text += telegrad::journalLine(change) + "\n";
  const auto other = telegrad::test::ownFolder() / "again.jsonl";
  if (!telegrad::replaceFile(other, text)) return 0;
  const auto again = telegrad::readJournal(other, telegrad::Experiment());
  if (!again || *again != telegrad::changesIn(*entries)) __builtin_trap();
  return 0;
}
