// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sweep_report.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <ostream>

#include <unistd.h>

#include "core/base/units.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kDrawInterval{200};
constexpr int kWordWidth = 20;

/// "88.5 %", "12.4 Mbit", "3.25 s".
std::string figureText(const SweepQuantity& quantity, double value) {
  if (std::isnan(value)) return "none";
  if (quantity.isShare) return formatQuantity(100.0 * value, "%", 4);
  if (quantity.isWhole && quantity.unit.empty()) return formatQuantity(value, "", 7);
  return formatQuantity(value, quantity.unit, 4);
}

std::string describeResult(const SweepPlan& plan, const CellResult& result) {
  auto text = cellStateName(result.state);
  if (result.state == CellState::Finished) {
    const auto& worth = worthOf(plan);
    text += ", " + worth.name + " " + figureText(worth, worth.read(result));
    for (const char* key : {"payload_bits", "simulated_s"})
      text += ", " + sweepQuantity(key).name + " " +
              figureText(sweepQuantity(key), sweepQuantity(key).read(result));
  }
  return result.message.empty() ? text : text + ": " + result.message;
}

void printRow(std::ostream& out, const std::string& word, const std::string& text) {
  out << std::left << std::setw(kWordWidth) << word << text << '\n';
}

/// "fraction=0.01, staleness=4": a point without its seeds.
std::string pointName(const SweepPlan& plan, const SweepPoint& point) {
  std::string text;
  for (const auto& assignment : plan.cells[point.cells.front()].assignments) {
    if (!text.empty()) text += ", ";
    text += assignment;
  }
  return text.empty() ? "the base" : text;
}

void printFront(std::ostream& out, const SweepPlan& plan, std::span<const CellResult> results,
                const char* key) {
  const auto points = pointsOf(plan, results);
  const auto& worth = worthOf(plan);
  const auto& cost = sweepQuantity(key);
  const auto front = frontOf(points, results, worth, cost);
  if (front.empty()) return;
  out << worth.name << " against " << cost.name << ", what no other beats:\n";
  for (const auto i : front)
    out << "  " << std::left << std::setw(14)
        << figureText(worth, meanOf(worth, points[i], results).mean) << std::setw(14)
        << figureText(cost, meanOf(cost, points[i], results).mean) << pointName(plan, points[i])
        << '\n';
}

}  // namespace

SweepProgress::SweepProgress(const SweepPlan& plan, std::size_t over, std::ostream& out)
    : plan_(plan),
      out_(out),
      terminal_(::isatty(STDERR_FILENO) == 1),
      over_(over),
      next_(std::chrono::steady_clock::now()) {}

void SweepProgress::note(const std::string& text) {
  if (lineOnScreen_) out_ << "\r\033[K";
  lineOnScreen_ = false;
  out_ << text << std::endl;
}

void SweepProgress::show(const CellNews& news) {
  if (news.running) {
    running_[news.cell] = news.iterations > 0 ? static_cast<double>(news.iteration) /
                                                    static_cast<double>(news.iterations)
                                              : 0.0;
    return;
  }
  running_.erase(news.cell);
  if (news.result.isOver()) ++over_;
  std::string text = "[";
  text += std::to_string(over_);
  text += '/';
  text += std::to_string(plan_.cells.size());
  text += "] ";
  text += plan_.cells[news.cell].experiment.name() + ": " + describeResult(plan_, news.result);
  note(text);
}

void SweepProgress::draw() {
  if (!terminal_ || std::chrono::steady_clock::now() < next_) return;
  next_ = std::chrono::steady_clock::now() + kDrawInterval;
  out_ << "\r\033[K" << over_ << " of " << plan_.cells.size() << " cells";
  for (const auto& [cell, part] : running_)
    out_ << "; " << plan_.cells[cell].experiment.name() << " "
         << static_cast<int>(100.0 * std::min(part, 1.0)) << " %";
  out_ << std::flush;
  lineOnScreen_ = true;
}

void SweepProgress::end() {
  if (lineOnScreen_) out_ << std::endl;
  lineOnScreen_ = false;
}

void printSweep(std::ostream& out, const Sweep& sweep, const SweepPlan& plan,
                std::span<const CellResult> results) {
  printRow(out, "sweep", sweep.name);
  printRow(out, "cells", std::to_string(plan.cells.size()));
  for (const auto state : {CellState::Finished, CellState::Diverged, CellState::Failed,
                           CellState::Unfinished, CellState::Absent}) {
    const auto count = std::ranges::count(results, state, &CellResult::state);
    if (count > 0) printRow(out, cellStateName(state), std::to_string(count));
  }
  for (const char* cost : {"payload_bits", "simulated_s"}) printFront(out, plan, results, cost);
}

}  // namespace telegrad
