// SPDX-License-Identifier: GPL-3.0-or-later
// A folder's rows and journal, with a zero byte between, as a report and as an event file.
#include "core/experiment/journal_text.h"
#include "core/metrics/csv.h"
#include "core/sharing/event_file.h"
#include "core/sharing/report.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = telegrad::test::textOf(data, size);
  const auto rows = text.substr(0, text.find('\0'));
  const auto journal = text.substr(std::min(text.size(), rows.size() + 1));
  auto table = telegrad::parseSoundCsv(rows, "fuzz.csv");
  if (!table) return 0;
  telegrad::StoredRun run;
  const auto entries = telegrad::parseSoundEntries(journal, "fuzz.jsonl", run.experiment);
  run.records = table->records;
  run.changes = telegrad::changesIn(entries.entries);
  run.events = telegrad::eventsIn(entries.entries);
  run.notes = table->notes;
  // Nothing that a folder says becomes a tag of the page, and it loads nothing.
  const auto page = telegrad::htmlReport(run, {});
  if (page.find("<script") != std::string::npos || page.find("<img") != std::string::npos)
    __builtin_trap();
  static_cast<void>(telegrad::eventFile(run.records, 0.0).size());
  return 0;
}
